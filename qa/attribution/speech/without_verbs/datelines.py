"""Leave out the place before an article's first sentence: "DOVER, Del., Jan. 5 (AP) — The levee leaks"."""

from __future__ import annotations

from qa.attribution.speech.contents.extents import DASHES
from qa.attribution.speech.without_verbs import named_sources
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.page_words import AGENCIES
from qa.language.lexicon.reporting_verbs import VERBS

_SHORT_PLACE = 4
AGENCY_WORDS = frozenset(name.casefold() for name in AGENCIES)


def without_dateline(text: str, tokens: list[Token]) -> list[Token]:
    """Drop "DOVER, Del., Jan. 5 (AP) —", "DOVER - " or "Dover (AP)" from a sentence's beginning."""
    # A hyphen stands for a dash after capitals only: "Quill - the mayor - said".
    shouted = text[tokens[0].start : tokens[0].end].isupper()
    sent = _after_agency(tokens)
    if sent and (shouted or tokens[sent - 1].end == tokens[sent].start):
        return tokens[sent:]  # "Dene (AP)Ada Quill said" has lost the blank after its place
    if shouted and (colon := _after_place(text, tokens)):
        return tokens[colon:]
    if shouted and (bare := _after_bare_place(text, tokens)):
        return tokens[bare:]
    for i, token in enumerate(tokens[:14]):
        spaced = token.low == "-" and i > 0 and tokens[i - 1].end < token.start
        if (token.low in DASHES or (spaced and shouted)) and 0 < i + 1 < len(tokens):
            # "Dene County — the driest of all — leaks, Quill said" is about a place, and begins with it.
            return tokens[i + 1 :] if shouted or tokens[i + 1].kind is not Kind.WORD else tokens
        if token.kind not in (Kind.NAME, Kind.NUMBER, Kind.MARK):
            break
    return tokens


def _after_bare_place(text: str, tokens: list[Token]) -> int:
    """Return where the first sentence begins after a place that lost its mark, "DOVER The levee leaks"; else 0."""
    i = 0
    while i < min(len(tokens) - 1, _SHORT_PLACE) and _is_shouted(text, tokens[i]):
        i += 1
    place, first = text[tokens[0].start : tokens[max(i, 1) - 1].end], text[tokens[i].start : tokens[i].end]
    alone = (
        i > 0 and not text[: tokens[0].start].rstrip().endswith((".", "!", "?")) and len(place) > _SHORT_PLACE
    )
    return i if alone and first[0].isupper() and tokens[i].low in DETERMINERS | PREPOSITIONS else 0


def _is_shouted(text: str, token: Token) -> bool:
    return token.kind is Kind.NAME and text[token.start : token.end].isupper()


def _after_agency(tokens: list[Token]) -> int:
    """Return where a sentence begins after a place and an agency without a dash, "DENE (AP) Ada Quill said", or 0."""
    closing = next((i for i, token in enumerate(tokens[:10]) if token.low == ")"), 0)
    if closing < 3 or closing + 1 >= len(tokens) or tokens[closing + 1].kind > Kind.NAME:
        return 0
    place = tokens[: closing - 2]
    named = bool(place) and all(token.kind in (Kind.NAME, Kind.NUMBER, Kind.MARK) for token in place)
    return (
        closing + 1
        if named and tokens[closing - 2].low == "(" and tokens[closing - 1].low in AGENCY_WORDS
        else 0
    )


def _after_place(text: str, tokens: list[Token]) -> int:
    """Return where the first sentence begins after its place, as in "DOVER: The levee leaks, Quill said", or 0.

    In a transcript such a name opens many lines, and what follows is all that its bearer says.
    """
    colon = next((i for i, token in enumerate(tokens[:4]) if token.low == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or text[: tokens[0].start].strip():
        return 0
    place = text[tokens[0].start : tokens[colon].end]
    reports = any(token.low in VERBS or token.low in named_sources.ACCORDING for token in tokens[colon:])
    alone = text.count(place) == 1 and tokens[colon + 1].kind is Kind.NAME
    return colon + 1 if place.isupper() and len(place) > _SHORT_PLACE and alone and reports else 0
