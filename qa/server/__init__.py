"""Keep a library on a PostgreSQL server with pgvector: one schema of a database is one library.

Its tables are those of `qa.tables`, with the same rows and checksums as in a folder; full text and vectors stand
beside them in tables of this engine's own, which each transaction that writes keeps up to date
(`qa.server.search_tables`).
"""
