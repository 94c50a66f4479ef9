"""Keep a library in a folder: SQLite holds the truth, FAISS files are derived from it.

One engine of `qa.archive.protocol`, with the side that writes. It only proposes passages, `qa.archive.scoring` scores
them. Row numbers leave this room only as handles. The SQL of a library stands here and in upkeep, which checks and
repairs its tables. No settings are read from inside a library.
"""
