"""Find whose words an outlet gives: "the Post quoted Ada Quill as saying", "Quill was quoted as saying"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.words.phrases import Phrase, phrase_after, phrase_before
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import ADVERBS, AUXILIARIES, BE
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.verb_classes import CITING, QUOTING

_HEARD = frozenset("him her them".split())
_LONGEST = 20
"""Tokens from who is quoted to the words: more is rarely one description."""


def whose_words(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return who is quoted in "a paper quoted Ada Quill as saying" or "quoted Quill, saying".

    Args:
        at: Where "as" or a comma stands, right before the participle.
    """
    if tokens[at].low == ",":
        return _described(tokens, at, QUOTING)
    if at > 1 and tokens[at - 1].low in _HEARD and tokens[at - 2].low in CITING:
        return at - 1, at
    if tokens[at - 1].low == ",":
        return _described(tokens, at - 1, CITING)  # "quoted Ada Quill, the mayor, as saying"
    named = phrase_before(tokens, at)
    if named is None:
        return None
    first = named[0]
    while first > 1 and tokens[first - 1].low.endswith("ed") and tokens[first - 1].low not in CITING:
        first -= 1  # "quoted unnamed sources as saying"
    return (first, named[1]) if first and tokens[first - 1].low in CITING else None


def actively(tokens: Sequence[Token], at: int) -> tuple[Phrase, int] | None:
    """Return who is quoted in `“It leaks,” a paper quoted Quill as saying`, and where the outlet begins."""
    quoted = whose_words(tokens, at)
    outlet = phrase_before(tokens, quoted[0] - 1) if quoted is not None and quoted[0] > 1 else None
    if quoted is None or outlet is None or not outlet[0]:
        return None
    return (quoted, outlet[0]) if tokens[outlet[0] - 1].kind is Kind.QUOTE else None


def _described(tokens: Sequence[Token], comma: int, citing: frozenset[str]) -> Phrase | None:
    """Return the person quoted before a comma, also across what is said of them between two commas."""
    for i in range(comma - 1, max(0, comma - _LONGEST), -1):
        if tokens[i].kind is Kind.QUOTE:
            return None
        if tokens[i].low not in citing or (tokens[i].low in BE):
            continue
        named = (i + 1, i + 2) if tokens[i + 1].low in _HEARD else phrase_after(tokens, i + 1, comma)
        if named is None or not _is_person(tokens, named):
            return None
        rest = tokens[named[1] : comma]
        closed = not rest or rest[0].low == ","
        return named if closed and not any(is_finite(token) for token in rest) else None
    return None


def _is_person(tokens: Sequence[Token], phrase: Phrase) -> bool:
    head = tokens[phrase[1] - 1]
    return head.kind is Kind.NAME or head.low in HUMAN | ANY_ROLE | _HEARD


def passively(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return who is quoted in "Quill was quoted as saying", where a quotation goes before; `at` is on "as"."""
    first = at - 1
    if first < 2 or tokens[first].low not in CITING:
        return None
    while first and (tokens[first - 1].low in AUXILIARIES | ADVERBS or is_adverb(tokens[first - 1])):
        first -= 1
    if not first or not any(token.low in BE for token in tokens[first : at - 1]):
        return None
    found = subjects.subject(tokens, first)
    if found is None or not found[0][0]:
        return None
    before = tokens[found[0][0] - 1]
    return found[0] if before.kind is Kind.QUOTE or before.low == "," else None
