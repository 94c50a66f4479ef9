"""Search a library's passages by full text and by vectors, and publish the files of the vector index.

Only proposes passages: `qa.archive.scoring` scores them and puts them in order.
"""
