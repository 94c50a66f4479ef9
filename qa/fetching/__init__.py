"""Fetch web pages and feeds, politely and within limits, and read them into articles.

Nothing here stores anything: what to remember of an address is handed to the caller. No computer of the user's own
network is asked unless the user names it.
"""
