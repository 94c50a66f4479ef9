"""Read the tables of a library, in SQL that every engine which keeps them understands.

A folder (`qa.embedded`) and a server (`qa.server`) have the same tables, with the same checksums in their rows; where
their SQL differs, the connection says how (`qa.tables.connection`). Nothing here writes, and nothing here opens one.
"""
