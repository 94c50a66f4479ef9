"""Write terms as tokens and queries of FTS5.

`qa.language.terms` has analysed them already: FTS5 must neither split nor fold them again.
"""

from __future__ import annotations

from collections.abc import Iterable

from qa.archive.scoring import passage_terms


def token(term: str) -> str:
    """Return a word of ASCII letters and digits for a term, a different one for each.

    FTS5 knows an older Unicode than Python, and would split "3.5" in two. No term begins with 0x, since
    none has both digits and letters.
    """
    if term.isascii() and term.isalnum():
        return term
    return "0x" + term.encode("utf-8", "surrogatepass").hex()


def indexed(title: str, text: str) -> str:
    """Return the text that FTS5 indexes for a passage."""
    return " ".join(token(term) for term in passage_terms(title, text))


def any_of(wanted: Iterable[str]) -> str:
    """Return the FTS5 query for passages that hold at least one of these terms."""
    return " OR ".join(f'"{token(term)}"' for term in dict.fromkeys(wanted))


def phrase(wanted: Iterable[str]) -> str:
    """Return the FTS5 query for passages in which these terms stand next to each other, in order."""
    return '"' + " ".join(token(term) for term in wanted) + '"'
