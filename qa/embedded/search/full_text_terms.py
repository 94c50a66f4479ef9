"""Write terms as queries of FTS5."""

from __future__ import annotations

from collections.abc import Iterable

from qa.tables.tokens import token


def any_of(wanted: Iterable[str]) -> str:
    """Return the FTS5 query for passages that hold at least one of these terms."""
    return " OR ".join(f'"{token(term)}"' for term in dict.fromkeys(wanted))


def phrase(wanted: Iterable[str]) -> str:
    """Return the FTS5 query for passages in which these terms stand next to each other, in order."""
    return '"' + " ".join(token(term) for term in wanted) + '"'
