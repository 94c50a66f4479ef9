"""Check that what a server finds passages by fits the passages: full text, postings, vectors and their counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from qa.server.connections import ServerConnection
from qa.server.full_text import LONGEST_KEY
from qa.tables.passage_vectors import numbers_in, vector_in

Part = Literal["words", "vectors"]
_BATCH = 1024

_DIFFERING_POSTINGS = f"""
    WITH stood AS (
        SELECT f.passage, f.length, count(*) AS occurrences, CASE WHEN length(word) <= {LONGEST_KEY} THEN word
            ELSE '1x' || encode(sha256(convert_to(word, 'UTF8')), 'hex') END AS term
        FROM full_text f, unnest(string_to_array(f.terms, ' ')) AS word WHERE word != '' GROUP BY 1, 2, 4
    ), posted AS (
        SELECT p.passage, p.length, p.occurrences, v.term FROM postings p LEFT JOIN vocabulary v ON v.id = p.term
    )
    SELECT count(*) FROM stood s FULL JOIN posted p ON p.passage = s.passage AND p.term = s.term
    WHERE (p.occurrences, p.length) IS DISTINCT FROM (s.occurrences, s.length)
"""
_COUNTS = {
    "passages without full text, or full text without a passage": """
        SELECT count(*) FROM passages p FULL JOIN full_text f ON f.passage = p.id
        WHERE p.id IS NULL OR f.passage IS NULL
    """,
    "postings that differ from the words of their passages": _DIFFERING_POSTINGS,
    "words of the vocabulary that are counted wrongly": """
        SELECT count(*) FROM vocabulary v LEFT JOIN (SELECT term, count(*) AS n FROM postings GROUP BY term) p
        ON p.term = v.id WHERE v.passages IS DISTINCT FROM p.n
    """,
    "numbers of all passages and words that are wrong": """
        SELECT count(*) FROM state s, (
            SELECT count(*) AS passages, coalesce(sum(cardinality(array_remove(string_to_array(terms, ' '), ''))), 0)
                AS tokens FROM full_text
        ) f WHERE s.passages != f.passages OR s.tokens != f.tokens
    """,
}


def search_troubles(connection: ServerConnection) -> Iterator[tuple[Part, str]]:
    """Yield what does not fit, in words, with what it is part of."""
    for words, query in _COUNTS.items():
        row = connection.execute(query).fetchone()
        if row is not None and row[0]:
            yield "words", f"{words}: {row[0]:,}"
    if differing := _differing_vectors(connection):
        yield "vectors", f"passages whose vectors are not searched as they were stored: {differing:,}"


def _differing_vectors(connection: ServerConnection) -> int:
    differing = 0
    query = """
        SELECT e.vector AS stored, n.vector::real[] AS searched FROM passages p JOIN embeddings e ON e.id = p.embedding
        FULL JOIN vectors n ON n.passage = p.id
    """
    with connection.streamed(query) as rows:
        while some := rows.fetchmany(_BATCH):
            for row in some:
                stored, searched = row["stored"], row["searched"]
                differing += (
                    stored is None
                    or searched is None
                    or not numbers_in(stored).is_integer()
                    or not np.array_equal(vector_in(stored), np.array(searched, dtype=np.float32))
                )
    return differing
