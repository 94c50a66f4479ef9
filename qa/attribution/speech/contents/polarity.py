"""Tell whether somebody said it, denied it, declined to speak or did not say it, by the verb and what it governs."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.extents import Range, is_full
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.datatypes import Polarity
from qa.language.lexicon.denials import (
    DENIABLE,
    GERUND_NOUNS,
    GRANTED,
    JUDGES,
    NO_QUESTION,
    PLACED,
    REBUTTED,
    REBUTTING,
    REFUSED_SPEECH,
    WITHHELD_BY_LEMMA,
)
from qa.language.lexicon.function_words import (
    ADVERBS,
    BE,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.lexicon.reporting_nouns import DOCUMENTS, PUBLICATIONS
from qa.language.lexicon.verb_classes import REFUSING

_UNWILLING = frozenset("will would won't won’t wouldn't wouldn’t".split())
_ASKED = frozenset("whether if how what why where who whom whose when which more anything".split())
_THINGS = frozenset("this that which".split())
_SUPPOSES = frozenset("had should did".split())
_ALL = frozenset("all both".split())
_SOUGHT = frozenset("for to on against".split())
_AT_LAW = frozenset("insurance asylum pension court legal tax".split())


def polarity_of(tokens: Sequence[Token], cue: Cue, parts: Sequence[Range]) -> Polarity | None:
    """Return the polarity of what a verb reports in `parts`; None where it reports nothing: "denied him a visa"."""
    start = parts[0][0] if parts else cue.end
    if cue.verb.lemma == "deny":
        return _of_denying(tokens, cue, start)
    if cue.refused:
        return "declined" if refuses_speech(tokens, cue.verb_at, cue.verb.lemma) else "not"
    if tokens[cue.verb_at].low in REFUSING and tokens[start].low == "to":
        at = _after_adverbs(tokens, start + 1)
        speech = at < len(tokens) and refuses_speech(tokens, at, tokens[at].low)
        return "declined" if speech and not (cue.negated or cue.modal) else "not"
    if cue.negated:
        return "declined" if _withholds(tokens, cue, start) else "not"
    rebuts = cue.verb.lemma in REBUTTING and not (cue.modal or cue.future or _judges(tokens, cue))
    return "denied" if rebuts and is_rebutted(tokens, start, parts[-1][1] if parts else start) else "said"


def is_rebutted(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether an object is a claim, which is denied when rejected: "the allegations of fraud".

    "Claims for damages" and "a claim to the throne" are turned down.
    """
    for i in range(start, end):
        token = tokens[i]
        if token.low in REBUTTED and token.kind is Kind.WORD:
            following = tokens[i + 1].low if i + 1 < end else ""
            return following not in _SOUGHT and tokens[i - 1].low not in GRANTED | _AT_LAW
        if token.kind in (Kind.NUMBER, Kind.QUOTE) or (
            token.low in PREPOSITIONS or token.low in SUBORDINATORS
        ):
            return False
    return False


def refuses_speech(tokens: Sequence[Token], at: int, lemma: str) -> bool:
    """Tell whether the verb that is refused, at a place, is one of speech: no "refused to answer the door"."""
    if lemma not in REFUSED_SPEECH:
        return False
    return lemma not in ("answer", "respond") or not answers_no_question(tokens, at)


def answers_no_question(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low in NO_QUESTION for token in tokens[at + 1 : at + 4])


def _of_denying(tokens: Sequence[Token], cue: Cue, start: int) -> Polarity | None:
    words = [token.low for token in tokens[cue.group : cue.verb_at]]
    if not cue.negated and any(word in MODALS for word in words):
        return None  # "could deny the claim": nobody has
    if cue.subject is not None and cue.subject[0] and tokens[cue.subject[0] - 1].low in _SUPPOSES:
        return None  # "it would be worse had she denied the claim"
    if start > cue.verb_at and not denies(tokens, start, _judges(tokens, cue)):
        return None
    return "not" if cue.negated else "denied"


def _judges(tokens: Sequence[Token], cue: Cue) -> bool:
    subject = tokens[slice(*cue.subject)] if cue.subject is not None else ()
    return any(token.low in JUDGES for token in subject)


def denies(tokens: Sequence[Token], start: int, judging: bool) -> bool:
    """Tell whether what stands after "denied" is a claim or a deed, and not what somebody was kept from."""
    at = _after_adverbs(tokens, start)
    if at >= len(tokens):
        return False
    first = tokens[at]
    if first.low == "that" or (start > 0 and tokens[start - 1].low == "that"):
        return True
    if first.kind is Kind.QUOTE:
        return is_full(first)
    if first.low.endswith("ing") and first.kind is Kind.WORD and first.low not in DENIABLE:
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        return first.low not in GERUND_NOUNS and following not in GRANTED
    named = phrase_after(tokens, at)
    if named is not None and named[1] < len(tokens):
        verb = _after_adverbs(tokens, named[1])
        past = verb + 1 < len(tokens) and tokens[verb].kind is Kind.WORD and tokens[verb].low.endswith("ed")
        if verb < len(tokens) and (is_finite(tokens[verb]) or tokens[verb].kind is Kind.SUFFIX or past):
            return True  # "denied the board had leaked it"
    if first.low in SUBJECT_PRONOUNS - {"it", "you"}:
        return True
    return not judging and _is_claim(tokens, at)


def _is_claim(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an object is something said or done: "any role in the leak"; not "him a role"."""
    phrase: list[Token] = []
    for token in tokens[at:]:
        if token.kind in (Kind.MARK, Kind.QUOTE) or token.low in PREPOSITIONS or token.low in SUBORDINATORS:
            break
        phrase.append(token)
    if not phrase or (phrase[0].low in OBJECT_PRONOUNS and phrase[0].low not in DETERMINERS | POSSESSIVES):
        return False
    inside = [
        i
        for i, token in enumerate(phrase)
        if i and token.low in DETERMINERS and phrase[i - 1].low not in _ALL and token.low not in _ALL
    ]
    given_to = any(not phrase[i - 1].low.isdigit() and phrase[i - 1].low not in DETERMINERS for i in inside)
    given_to = given_to or (phrase[0].low == "her" and bool(inside))
    heads = [token.low for token in phrase if token.low in DENIABLE]
    if not heads or given_to:
        return False
    other = any(token.low in GRANTED for token in phrase)
    return not (other and set(heads) <= PLACED)


def _withholds(tokens: Sequence[Token], cue: Cue, start: int) -> bool:
    """Tell whether somebody keeps something back: "would not say whether", "is not saying who"; not "did not say"."""
    if cue.verb.lemma not in WITHHELD_BY_LEMMA or start >= len(tokens) or tokens[start].low not in _ASKED:
        return False
    subject = tokens[slice(*cue.subject)] if cue.subject is not None else ()
    if not subject or subject[-1].low in PUBLICATIONS | DOCUMENTS | _THINGS:
        return False
    words = {token.low for token in tokens[cue.group : cue.verb_at]}
    if cue.verb.form == "ing":
        return not words.isdisjoint(BE | {"isn't", "isn’t", "'s"})
    return not words.isdisjoint(_UNWILLING)


def _after_adverbs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and (
        is_adverb(tokens[at]) or (tokens[at].low in ADVERBS and tokens[at].low not in _ALL)
    ):
        at += 1
    return at
