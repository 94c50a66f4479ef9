"""Find who speaks after a verb, `"Yes," said Ada Quill last week`, and tell what may follow there."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.phrases import Phrase, is_adverb, is_finite, is_verb_like, phrase_after
from qa.attribution.speech.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS

_WHEN = frozenset("last next late early earlier later back".split())
_SPANS = TIMES | frozenset(
    """
    day days weeks months years hour hours minutes moments spring summer autumn fall winter season decade decades
    time afternoon afternoons mornings evenings nights
    """.split()
)
_MOST_BEFORE = 3
"""Words that may stand before a span of time: "a couple of weeks ago"."""
_GOES_ON = PREPOSITIONS | DETERMINERS | PRONOUNS
_FOLLOW = frozenset(("who", "when", "as", "while", "and"))


def subject_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Return the noun phrase after a verb, without the time or the deed that follows a name: "Quill last week"."""
    found = phrase_after(tokens, start)
    if found is None:
        return None
    for i in range(found[0] + 1, found[1]):
        if tokens[i - 1].kind is not Kind.NAME or tokens[i].kind is not Kind.WORD:
            continue
        following = tokens[i + 1].low if i + 1 < len(tokens) else ""
        if tokens[i].low in _WHEN or (tokens[i].low.endswith("ing") and following in _GOES_ON):
            return found[0], i
    return found


def may_follow(tokens: Sequence[Token], end: int, *, quoted: bool) -> bool:
    """Tell whether what stands at `end` may follow who spoke, so that the phrase before it is whole.

    Args:
        quoted: Whether a quotation stands before the verb.
    """
    if end >= len(tokens):
        return True
    after = tokens[end]
    if after.kind in (Kind.MARK, Kind.QUOTE) or after.low in PREPOSITIONS | TIMES | _FOLLOW:
        return True
    if not quoted:
        return False
    # "says a source involved in it"
    return is_verb_like(after) or _is_time(tokens, end) or _is_manner(tokens, end)


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a time begins: "this summer", "two weeks ago", "the next day", "back in May"."""
    if tokens[at].low in _WHEN:
        return True
    if tokens[at].low not in DETERMINERS and tokens[at].kind is not Kind.NUMBER:
        return False
    for token in tokens[at + 1 : at + 2 + _MOST_BEFORE]:
        if token.low in _SPANS:
            return True
        if token.kind not in (Kind.WORD, Kind.NUMBER) or is_finite(token):
            return False
    return False


def _is_manner(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb or "laughing at it" follows, and no clause whose subject the phrase before would be."""
    token = tokens[at]
    deed = token.kind is Kind.WORD and token.low.endswith("ing")
    if not deed and token.low not in ADVERBS and not is_adverb(token):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.kind in (Kind.MARK, Kind.QUOTE):
        return True
    return after.low in PREPOSITIONS | SUBORDINATORS or (deed and after.low in _GOES_ON)
