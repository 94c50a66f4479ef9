"""Define what answering may ask of an archive, and look up names, speakers and quotes in it.

Knows no engine: `qa.archive.protocol` says what an engine must give, `qa.archive.scoring` scores what it proposes, and
nothing here imports `qa.embedded` or SQL. Nothing here writes.
"""
