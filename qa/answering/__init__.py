"""Answer a question with quotes of an archive: retrieve, rank, choose, decide how it ends.

Knows no engine: it asks `qa.archive.protocol`. Prints nothing and reads no settings: that is for front ends.
"""
