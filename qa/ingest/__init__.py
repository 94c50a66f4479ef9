"""Bring a library up to date with its remembered places: find what changed there, read, chunk, encode and store it.

Nothing here answers a question, and no file that is read is ever written to. Whatever is derived from the texts can
be made again from them.
"""
