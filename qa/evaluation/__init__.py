"""Measure answers: read question files, judge what is right, compute metrics.

Asks as any front end does, through `qa.answering`, and changes nothing.
"""
