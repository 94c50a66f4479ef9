"""Recognise the dateline at the beginning of an article: "LONDON (Reuters) —", "CNN —"."""

from __future__ import annotations

from qa.language.lexicon.page_words import AGENCIES
from qa.language.patterns import regex

_NAMES = "|".join(AGENCIES)
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+){0,3}"
_PLACE = r"[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,3}"
# ", Ohio, Jan. 5"
_MORE = r"(?:,[ ]?[A-Z][\w.]*(?:[ ][\w.]+){0,3}){0,3}"
_DASH = r"[^\S\n]*(?:—|(?:–|--?)(?=\s|\Z))"
_WITH_AGENCY = regex(
    # "(CNN) The pier is shut" needs no dash, "LONDON (Reuters)" alone in its line neither.
    rf"\((?:{_NAMES})\)(?:{_DASH})?\s*"
    rf"|(?:{_PLACE}{_MORE}[ ]?\((?:{_NAMES})\)|{_CAPITALS}{_MORE}[ ]?\([A-Z][\w./ -]{{1,30}}\))"
    rf"(?:{_DASH}\s*|[^\S\n]*(?:\n\s*|\Z))"
)
_PLACE_ALONE = regex(rf"(?:{_CAPITALS}{_MORE}|{_NAMES}){_DASH}(?P<rest>[^\n]*)\s*")
_ENDS_A_SENTENCE = regex(r"[.!?…][\"'”’»)\]]*\s*\Z")


def dateline(text: str) -> int:
    """Return how many characters of a text's beginning are a dateline; 0 without one, or if nothing follows it.

    A place or an agency alone counts only before a sentence, or alone in its line: "NATO — a short history" is a title.
    """
    match = _WITH_AGENCY.match(text)
    if match is None:
        alone = _PLACE_ALONE.match(text)
        if alone is None or (alone["rest"].strip() and not _ENDS_A_SENTENCE.search(alone["rest"])):
            return 0
        end = alone.start("rest") if alone["rest"].strip() else alone.end()
        end += len(text[end:]) - len(text[end:].lstrip())
    else:
        end = match.end()
    return end if text[end:].strip() else 0
