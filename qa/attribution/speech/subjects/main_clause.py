"""Find the main clause of a sentence: its subject, and whether it has a verb."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.words.name_shapes import follows_article
from qa.attribution.speech.words.phrases import Phrase, phrase_after
from qa.attribution.speech.words.single_words import is_adverb, is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import SPANS
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    COUNTS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.verb_classes import OTHER_PASTS, WHEN_ASKED

JOINTS = ("and", "but", ";")
_DEGREES = frozenset("very quite rather so".split())
_NEAREST = frozenset("last this next".split())
_LONGEST_BRACKET = 12
_WHEN = frozenset("when after before because while since as though although until".split())
_OVERHEARD = frozenset("heard overheard seen filmed recorded shown caught captured pictured".split())
"""What befalls somebody whose words a reporter or a camera has."""


def has_main_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the tokens are a whole clause: a finite verb that is not within a relative clause."""
    i = start
    while i < end:
        low = tokens[i].low
        if low in ("who", "which", "that", "whose", "where", "when") and (i > start or low != "that"):
            while i < end and tokens[i].low != ",":
                i += 1
        elif (is_finite(tokens[i]) and not follows_article(tokens, i)) or (
            low in ("'s", "'re") and i > start and tokens[i - 1].low in SUBJECT_PRONOUNS
        ):
            return True
        i += 1
    return False


def overheard(tokens: Sequence[Token], group: int) -> int:
    """Return where the verb begins in "could be heard saying", with `group` on "saying"; 0 if nobody is heard so."""
    at = group - 1
    if at < 1 or tokens[at].low not in _OVERHEARD:
        return 0
    first = at
    while first > 0 and (tokens[first - 1].low in AUXILIARIES or tokens[first - 1].low in ADVERBS):
        first -= 1
    return first if any(token.low in BE for token in tokens[first:at]) else 0


def main_subject(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return who a sentence is about, looking only at the tokens before `end`.

    The first noun phrase that a verb follows, after an introduction such as "On Monday," or "But".
    """
    i = 0
    tries = 0
    while i < end and tries < 4:
        tries += 1
        while i < end and (
            tokens[i].low in CONJUNCTIONS or tokens[i].low in ADVERBS or tokens[i].kind is Kind.MARK
        ):
            i += 1
        if i >= end:
            return None
        token = tokens[i]
        introduces = token.low in PREPOSITIONS or token.low in SUBORDINATORS or token.kind is Kind.QUOTE
        if token.low in WHEN_ASKED and i + 1 < end:  # "Asked about the levee, Quill"
            following = tokens[i + 1].low
            introduces = following in PREPOSITIONS or following in SUBORDINATORS
        past = token.kind is Kind.WORD and token.low.endswith("ed") and i > 1 and tokens[i - 1].low == ","
        if past and (described := subjects.subject(tokens, i)) is not None:
            return described[0]  # "After the talk, the board, a body that met late, called Quill"
        if not introduces and not token.low.endswith("ing") and not _is_set_before(tokens, i, end):
            found = _before_past(tokens, phrase_after(tokens, i, end))
            does = found is not None and _has_verb(tokens, _past_brackets(tokens, found[1], end), end)
            if found is not None and does and not _is_time(tokens, found):
                return found
        while i < end and tokens[i].low != ",":
            i += 1
        i += 1
    return None


def _past_brackets(tokens: Sequence[Token], at: int, end: int) -> int:
    """Step over what stands in brackets after a name: "Ada Quill (formerly Ada Hale) | sued"."""
    if at >= end or tokens[at].low != "(":
        return at
    return next((i + 1 for i in range(at, min(end, at + _LONGEST_BRACKET)) if tokens[i].low == ")"), at)


def _is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase and a comma only say when: "The very next day, when Quill spoke, the council left"."""
    first, end = phrase
    return tokens[first].low in DETERMINERS and tokens[end - 1].low in SPANS and tokens[end].low == ","


def _is_set_before(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a word and a comma only introduce a subject: "Likewise, Quill", "Disillusioned, he"."""
    if at + 2 >= end or tokens[at + 1].low != ",":
        return False
    if tokens[at].low.endswith("ly") and not is_given(tokens[at].low):
        return True  # "Ultimately, a jury of five"
    following = phrase_after(tokens, at + 2, end)
    if following is None or not _has_verb(tokens, following[1], end):
        return False
    words = tokens[slice(*following)]
    return words[0].low in PERSONAL or all(word.kind is Kind.NAME for word in words)


def joined_subject(
    tokens: Sequence[Token], start: int, end: int, joints: Collection[str] = JOINTS
) -> Phrase | None:
    """Return the subject of the last clause that is joined on by "and" or "but": "They sued and Quill left, saying".

    Only a name or "he" is one there: what else follows "and" may be an object, unlike who follows ", but". So may a
    name after a name.
    """
    for i in range(end - 2, start, -1):
        if tokens[i].low not in joints or (tokens[i - 1].kind is Kind.NAME and tokens[i].low != ";"):
            continue
        first = i + 1
        while first < end and (tokens[first].low in _DEGREES | ADVERBS or is_adverb(tokens[first])):
            first += 1
        if first + 1 < end and tokens[first].low in _NEAREST and tokens[first + 1].low in SPANS:
            first += 2  # "but last year the court left"
        found = _before_past(tokens, phrase_after(tokens, first, end))
        if found is None:
            continue
        after = (
            phrase_after(tokens, found[1] + 1, end)
            if tokens[min(found[1], end - 1)].low in PREPOSITIONS
            else None
        )
        verb = found[1] if after is None else after[1]  # "but the Court of Ports for Dene reversed it"
        head = tokens[found[1] - 1]
        named = all(token.kind is Kind.NAME for token in tokens[slice(*found)]) or head.low in PERSONAL
        # ", but the court left, saying", and not ", but the rain stopped, saying"
        speaks = head.kind is Kind.NAME or head.low in GROUP_NOUNS | HUMAN | ANY_ROLE
        named = named or (speaks and tokens[i].low == "but" and tokens[i - 1].low == ",")
        if named and verb < end and _opens_predicate(tokens[verb]):
            return found
    return None


def _opens_predicate(token: Token) -> bool:
    return (
        is_finite(token) or token.low in OTHER_PASTS or (token.kind is Kind.WORD and token.low.endswith("ed"))
    )


def _before_past(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """Cut a phrase before a verb that may be a noun too, where an object follows: "Quill | struck a tone".

    So is "Ada Quill | owns two mills": a number stands within no name.
    """
    if phrase is None:
        return None
    for i in range(phrase[0] + 1, min(phrase[1], len(tokens) - 1)):
        verb = tokens[i].kind is Kind.WORD and tokens[i].low.endswith("s") and tokens[i - 1].kind is Kind.NAME
        if verb and (tokens[i + 1].kind is Kind.NUMBER or tokens[i + 1].low in COUNTS):
            return phrase[0], i
    last = phrase[1] - 1
    if last <= phrase[0] or tokens[last].kind is not Kind.WORD or tokens[last].low not in OTHER_PASTS:
        return phrase
    following = tokens[phrase[1]].low if phrase[1] < len(tokens) else ""
    takes = following in DETERMINERS or following in PREPOSITIONS or following in OBJECT_PRONOUNS
    return (phrase[0], last) if takes else phrase


def _has_verb(tokens: Sequence[Token], at: int, end: int) -> bool:
    for i in range(at, min(end, at + 3)):
        token = tokens[i]
        if is_finite(token) or is_verb_like(token) or token.low in VERBS or token.low in OTHER_PASTS:
            return True
        if token.kind is Kind.WORD and token.low.endswith("s") and token.low not in ADVERBS | {"as"}:
            return True  # but "With Orsa as its head, Ada Quill as its clerk, the board"
        if token.low == "," and i == at and at < 6:
            return True
        if not (token.low in ADVERBS or token.low.endswith("ly")):
            return False
    return False


def nearest_pronoun(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the "he" of the clause before "and": "when he went against the board and opposed the plan"."""
    for i in range(end - 1, 0, -1):
        if tokens[i].kind is Kind.MARK and tokens[i].low != "-":
            return None
        if tokens[i].low in ("he", "she", "they"):
            return (i, i + 1) if tokens[i - 1].low in _WHEN else None
    return None
