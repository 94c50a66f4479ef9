"""Attribute a sentence without a verb of speech that goes on with a report: "It would be late" after what she said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.attribution.records import Record
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Sentence, Token
from qa.language.lexicon.function_words import ADVERBS, POSSESSIVES
from qa.language.lexicon.reporting_verbs import VERBS

RULE = "continued"
_REPORTS = frozenset(("bare-clause", "that-clause", "clause-before"))
_SAYING = frozenset(("say", "tell"))
_BACKSHIFTED = frozenset("would could might had was were".split())
_OPENS = frozenset("and but also".split())
_HE = frozenset("he she it they".split())
_OF_THEIRS = POSSESSIVES & {"his", "her", "its", "their"}
_RANKS = frozenset("first second third fourth fifth last only most least have no further".split())
"""What the article itself adds, "It would be the third closure", or tells: "It would give no details"."""
_ARTICLES = frozenset("the a an any other these those such".split())
_OWN = frozenset("i we you me us my our your".split())
_LONGEST_SUBJECT, _AFTERWARDS, _CLOSES = 5, 6, 8
"""Tokens of a subject, those after its verb that may tell a comment, and those after a clause with who said it."""


def may_go_on(tokens: Sequence[Token], found: Found) -> bool:
    """Tell whether a record is a report of the future in the past that ends its sentence: "said it would sail"."""
    if found.rule not in _REPORTS or found.polarity != "said":
        return False
    verb = VERBS.get(tokens[found.cue[0]].low)
    if verb is None or verb.form != "past" or verb.frames.isdisjoint(_SAYING):
        return False
    room = _CLOSES if found.rule == "clause-before" else 1
    if len(tokens) - found.parts[-1][1] > room or any(t.low in _OWN for t in tokens):
        return False
    return any(t.low in _BACKSHIFTED for a, b in found.parts for t in tokens[a:b])


def continue_report(sentence: Sentence, before: Sentence | None, order: int, records: list[Record]) -> None:
    """Attribute a sentence to the speaker of the sentence before it, where it keeps the report's mood and subject."""
    last = records[-1] if records else None
    if last is None or before is None or not last.goes_on:
        return
    place = (sentence.paragraph, order - 1)
    if (last.paragraph, last.ends_sentence) != place:
        return
    if len(records) > 1 and (records[-2].paragraph, records[-2].ends_sentence) == place:
        return
    if _keeps_mood(sentence.tokens, before.tokens):
        span = (sentence.start, sentence.end)
        if sentence.tokens[-1].kind is Kind.MARK:
            span = (sentence.start, sentence.tokens[-2].end)
        records.append(
            Record([span], last.mention, None, RULE, "", "said", last.paragraph, order, goes_on=True)
        )


def _keeps_mood(tokens: Sequence[Token], before: Sequence[Token]) -> bool:
    start = 1 if tokens[0].low in _OPENS else 0
    verb = next((i for i in range(start, len(tokens)) if is_finite(tokens[i])), 0)
    if tokens[verb].low != "would" or not _refers(tokens[start:verb], before):
        return False
    after = tokens[verb : verb + _AFTERWARDS]
    comment = any(
        t.low in _RANKS or (t.low.endswith("est") and before_it.low == "the")
        for before_it, t in pairwise(after)
    )
    return not comment and tokens[-1].low != "?" and all(t.low not in _OWN for t in tokens)


def _refers(subject: Sequence[Token], before: Sequence[Token]) -> bool:
    """Tell whether a subject is a pronoun, something of theirs, or "the ferry" after a sentence on a ferry."""
    words = [t for t in subject if not (t.low in ADVERBS or is_adverb(t))]
    if not words or len(words) > _LONGEST_SUBJECT or any(t.kind is not Kind.WORD for t in words[1:]):
        return False
    first = words[0].low
    if len(words) == 1:
        return first in _HE
    known = {t.low.removesuffix("s") for t in before}
    return first in _OF_THEIRS or (first in _ARTICLES and words[-1].low.removesuffix("s") in known)
