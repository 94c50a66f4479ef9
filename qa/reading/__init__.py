"""Read files into articles, and say in plain words why a file is not read.

Nothing here opens a library or the network. Formats that other programs made are parsed in a process of its own,
which may be killed (`parsing/`).
"""
