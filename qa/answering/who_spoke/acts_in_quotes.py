"""Tell whether somebody's words do what a question asks for: criticise, back, deny the thing that it names.

What counts is what is done, not the word alone: "Quill attacked the plan" criticises it, and so does "The plan is a
disgrace," but "Quill denied that the plan is a disgrace" does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from qa.answering.who_spoke.negated_words import NEAR, NOT, affirmed_in, is_negated
from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.sought import Sought
from qa.datatypes import Attribution, AttributionKind, Span
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.speech_acts import (
    ACTS,
    ACTS_OF_FINITE,
    ACTS_OF_GOING,
    ACTS_OF_PARTICIPLE,
    LONGEST_FORM,
    SOUND,
)
from qa.language.patterns import regex
from qa.language.terms import content_terms

_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*")
_IS = frozenset(
    """am is are was were be been being 's 're ’s ’re isn't as seems seem looks look amounts remains become becomes
    became represents sounds it's that's""".split()
)
_CLAUSES = regex(r"[.;:?!—–]+|,\s+(?=(?:and|but|while|although|because|which|who)\b)")
_MUST = frozenset("should must need needs needed ought has have want wants wanted deserve deserves".split())
_CALLING = frozenset("call describe label brand dub denounce regard see view condemn characterize".split())
_INSIDE = frozenset("of for in about against with from by on".split())
_FAR, _SHORT = 7, 8
JUDGED_BY = "judged-by"
_I = frozenset("i we i'm we're i've we've i’m we’re i’ve we’ve".split())
_THEY = frozenset("he she they he's she's they're he’s she’s they’re".split())
_BESIDE = frozenset(
    "also strongly fully really very have has had do does did been always totally completely".split()
)
_WILL = frozenset("will would shall going to".split())
_DEGREES = frozenset("so very too quite perfectly and just only more most".split())
_AFTER_JUDGEMENT = frozenset("to about in on and or but for when because as of".split())
_FOR_IT = regex(r"(?:in favou?r of|behind|for) (?=the\b|this\b|it\b|a\b)", re.IGNORECASE)
_SIDES = (
    ("support", _FOR_IT, ("in", "behind", "for")),
    ("oppose", regex(r"(?:against|opposed to) ", re.IGNORECASE), ("against", "opposed")),
)
"""How somebody takes a side without a verb of an act, with the words that this may begin with."""
_Affirmed = Sequence[tuple[int, str]]


def does(sought: Sought, record: Attribution, around: Around) -> bool:
    """Return whether a record does what is sought, to what it is sought for."""
    text = around.article.text
    refused = record.polarity in ("declined", "not")
    if refused and not sought.either:
        return False
    # Last whether it was done to the speaker: splitting every name into terms takes longer than all before it.
    return _does(sought, record, around, text, refused=refused) and not _is_of(sought, record.speaker)


def _does(sought: Sought, record: Attribution, around: Around, text: str, *, refused: bool) -> bool:
    # "Hale was criticised by the bakers | for his silence on the plan": it is Hale who was.
    start, end = record.content[0] if record.rule == JUDGED_BY else (record.start, record.end)
    if in_so_many_words(sought, record, text):
        return sought.covered_by(around, text[start:end], start, whole=sought.denies)
    if refused or record.polarity == "denied" or record.rule == JUDGED_BY:
        return False
    return any(
        _judges(sought, text[begin:end], begin, around, record) for begin, end in _clauses(text, record)
    )


def in_so_many_words(sought: Sought, record: Attribution, text: str) -> bool:
    """Return whether a record's cue itself names an act that is sought, whatever it is done to."""
    return bool(cue_acts(record, text) & sought.acts) or (sought.denies and record.polarity == "denied")


def _is_of(sought: Sought, speaker: str | None) -> bool:
    """Return whether what is sought was done to the speaker: who is criticised is no critic."""
    return bool(sought.words) and speaker is not None and {*sought.words} <= {*content_terms(speaker)}


def cue_acts(record: Attribution, text: str) -> frozenset[str]:
    """Return the acts that a record's cue names by itself: "slammed", "hit out at", "criticism", "critical"."""
    if record.cue is None:
        return frozenset()
    begin, end = record.cue
    words = _run_of_words(text, begin, end + 40)
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        found = (
            ACTS_OF_FINITE.get(phrase, set())
            | ACTS_OF_PARTICIPLE.get(phrase, set())
            | ACTS_OF_GOING.get(phrase, set())
        )
        if found:
            return frozenset(found)
    return _named_by(text[begin:end].casefold())


@lru_cache(maxsize=1_000)
def _named_by(word: str) -> frozenset[str]:
    return frozenset(name for name, act in ACTS.items() if word in act.nouns or word in act.adjectives)


def _run_of_words(text: str, start: int, end: int) -> list[str]:
    """Return words enough for a form, up to the first mark: `Quill agreed. To the islanders` is no "agreed to"."""
    words: list[str] = []
    stop = start
    for match in _WORD.finditer(text, start, end):
        if len(words) == LONGEST_FORM or text[stop : match.start()].strip():
            break
        words.append(match[0].casefold())
        stop = match.end()
    return words


def _clauses(text: str, record: Attribution) -> list[Span]:
    found = []
    for start, end in record.content:
        at = start
        for border in _CLAUSES.finditer(text, start, end):
            found.append((at, border.start()))
            at = border.end()
        found.append((at, end))
    return [(begin, end) for begin, end in found if end > begin]


def _judges(sought: Sought, clause: str, at: int, around: Around, record: Attribution) -> bool:
    """Return whether a clause of somebody's words judges what is sought, or wants something of it."""
    words = [match[0].casefold() for match in _WORD.finditer(clause)]
    if sought.denies:
        return not NOT.isdisjoint(words) and sought.covered_by(around, clause, at, whole=True)
    judging = _judging(sought.acts)
    if judging.any.isdisjoint(words):
        return False
    affirmed = affirmed_in(words)
    if any(word in judging.nouns for _, word in affirmed):
        return sought.covered_by(around, clause, at)
    speakers = _I if _is_direct(record) else _I | _THEY
    if (place := _professed(sought, words, affirmed, speakers)) is not None:
        after = list(_WORD.finditer(clause))[place].end()
        return sought.covered_by(around, clause[after:], at + after)
    if "call for" in sought.acts and sought.words and _wants(sought.words, words, affirmed):
        return True
    cue = around.article.text[slice(*record.cue)].casefold() if record.cue else ""
    called = cue in VERBS and VERBS[cue].lemma in _CALLING and not _asks(record, around)
    # What is only reported is no whole remark: "Quill asked for tolls, and an inquiry into unfair fares".
    alone = _is_direct(record) and len(words) <= _SHORT and _IS.isdisjoint(words)
    if called or alone or not _IS.isdisjoint(words):
        said = [n for n, word in affirmed if word in judging.calls and not _is_other(words, n)]
        if said and (called or alone or any(_is(words, n) for n in said)):
            # "A disgrace," said Quill of the plan: the sentences before say of what.
            return sought.covered_by(around, f"it {clause}" if alone else clause, at)
    if any(word in judging.wants and _must_be(words, n) for n, word in affirmed):
        return sought.covered_by(around, clause, at)
    return False


class _Judging(NamedTuple):
    """The words by which a clause may do one of some acts; one that has none of `any` does none of them."""

    nouns: frozenset[str]
    calls: frozenset[str]
    wants: frozenset[str]
    any: frozenset[str]


@cache
def _judging(acts: frozenset[str]) -> _Judging:
    nouns = frozenset(word for name in acts & {"worry"} for word in ACTS[name].nouns)
    calls = frozenset(word for name in acts for word in ACTS[name].calls)
    wants = frozenset(word for name in acts for word in ACTS[name].wants)
    adjectives = frozenset(word for name in acts for word in ACTS[name].adjectives)
    tables = ACTS_OF_FINITE, ACTS_OF_PARTICIPLE, ACTS_OF_GOING
    verbs = {form.split()[0] for table in tables for form, names in table.items() if names & acts}
    sides = {word for name, _, firsts in _SIDES if name in acts for word in firsts}
    must = _MUST if "call for" in acts else frozenset[str]()
    return _Judging(nouns, calls, wants, nouns | calls | wants | adjectives | verbs | sides | must)


def _asks(record: Attribution, around: Around) -> bool:
    """Return whether a cue asks for something: "called on Quill to be brave" does not call her that."""
    after = around.article.text[record.cue[1] : record.cue[1] + len(" upon ")] if record.cue else ""
    return after.split()[:1] in (["on"], ["upon"], ["for"])


def _is_direct(record: Attribution) -> bool:
    return record.kind in (AttributionKind.DIRECT, AttributionKind.MIXED)


def _professed(
    sought: Sought, words: Sequence[str], affirmed: _Affirmed, speakers: Collection[str]
) -> int | None:
    """Return the last word with which speakers say of themselves that they do it: "I back", "she was opposed to"."""
    for place, word in affirmed:
        if word not in speakers:
            continue
        first = place + 1
        refused = sought.either and is_negated(words[first : first + NEAR])
        while (
            first < len(words)
            and (
                words[first] in _BESIDE
                or words[first] in _IS
                # "Did Quill apologise?": “I will not apologise” answers it.
                or (refused and (words[first] in _WILL or is_negated(words[first : first + 1])))
            )
        ):
            first += 1
        for count in range(min(LONGEST_FORM, len(words) - first), 0, -1):
            phrase = " ".join(words[first : first + count])
            tables = ACTS_OF_FINITE, ACTS_OF_PARTICIPLE, ACTS_OF_GOING
            if any(table.get(phrase, set()) & sought.acts for table in tables):
                return first + count - 1
        if first < len(words) and (_IS & {*words[place:first]} or "'" in words[place] or "’" in words[place]):
            rest = " ".join(words[first : first + LONGEST_FORM + 2])
            if any(name in sought.acts and pattern.match(rest) for name, pattern, _ in _SIDES):
                return first
            if any(words[first] in ACTS[name].adjectives for name in sought.acts):
                return first
    return None


def _is(words: Sequence[str], place: int) -> bool:
    """Return whether a word is said of the subject: "is a disgrace", not "is a sign of illegal trade"."""
    before = words[max(0, place - NEAR) : place]
    be = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _IS), None)
    if be is None or (be + 1 < len(before) and before[be + 1].endswith("ing")):
        return False  # "is leading a historic walk-out"
    between = " ".join(before[be + 1 :]).removeprefix("one of the ")
    return place + 1 == len(words) or _INSIDE.isdisjoint(between.split())


def _is_other(words: Sequence[str], place: int) -> bool:
    """Return whether a word that may judge does not: "just" in "is just the start", "right" in "the right time"."""
    if words[place] not in SOUND:
        return False
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    predicate = before in _IS or before in _BESIDE or before in _DEGREES or before.endswith("ly")
    return not predicate or (bool(after) and after not in _AFTER_JUDGEMENT)


def _must_be(words: Sequence[str], place: int) -> bool:
    """Return whether "should be" or its like stands before a word: "should be scrapped".

    "Must be approved by the board" is a rule, and nobody's wish.
    """
    if words[place + 1 : place + 2] == ["by"]:
        return False
    before = words[max(0, place - NEAR) : place]
    return "be" in before and not _MUST.isdisjoint(before)


def _wants(wanted: Sequence[str], words: Sequence[str], affirmed: _Affirmed) -> bool:
    """Return whether a clause wants something: "there must be an inquiry", "we need an inquiry"."""
    for place, word in affirmed:
        if word in _MUST:
            after = words[place + 1 : place + 1 + _FAR]
            of_it = word.startswith(("need", "want")) or "be" in after
            if of_it and set(wanted) <= set(content_terms(" ".join(after))):
                return True
    return False
