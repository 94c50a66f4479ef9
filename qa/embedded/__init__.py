"""Keep a library in a folder: SQLite holds the truth, FAISS files are derived from it.

One engine of `qa.archive.protocol`, with the side that writes. Row numbers, SQL and file names stay in this room. It
only proposes passages, `qa.archive.scoring` scores them; and it never reads settings from inside a library.
"""
