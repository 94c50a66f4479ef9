"""Read and write the tables of a library, in SQL that every engine which keeps them understands.

A folder (`qa.embedded`) and a server (`qa.server`) have the same tables, with the same checksums in their rows; where
their SQL differs, the connection says how (`qa.tables.connection`). What writes is in `qa.tables.writing`; nothing
here opens a library.
"""
