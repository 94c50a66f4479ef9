"""Write terms as the words of ASCII letters and digits that a library's full text is made of.

`qa.language.terms` has analysed them already: no engine must split or fold them again.
"""

from __future__ import annotations

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
    """Return the full text of a passage, tokens with spaces between them."""
    return " ".join(token(term) for term in passage_terms(title, text))
