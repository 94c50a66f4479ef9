"""Write the tables of a library, in SQL that every engine which keeps them understands.

Always inside the caller's transaction, but where a function says otherwise. Checksums are computed here, of what is
written; what passages are found by is the engine's own (`qa.tables.connection.SearchIndex`).
"""
