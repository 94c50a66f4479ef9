"""Parse the bytes of foreign formats into stories, inside the process that may be killed (`qa/reading/worker.py`).

Nothing here opens a file or the network, but for `intruder.py`, which tries whether a parser could.
"""
