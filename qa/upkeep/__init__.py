"""Look after a library: check, repair, back up, restore and describe it, forget articles, verify quotes.

Nothing here reads new articles or answers questions. A stored text may be deleted (`forget.py`), but never changed.
"""
