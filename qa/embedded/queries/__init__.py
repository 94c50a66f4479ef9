"""Query a library's rows, one module for each kind of row; `qa.embedded.snapshot.Snapshot` is all of them together.

Nothing here writes, and nothing here opens a connection.
"""
