"""Find who did not speak: "declined to comment", "would not say", "had no comment"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.speech.contents.extents import Range, trim
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.polarity import answers_no_question
from qa.attribution.speech.subjects import main_clause, subjects
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.denials import OF_WORDS
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
)
from qa.language.lexicon.reporting_nouns import GIVEN, INQUIRIES, SOUGHT
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.verb_classes import (
    ANSWERED,
    GAVE,
    PLANNED,
    REFUSABLE,
    REFUSING,
    TO_REPORTERS,
    UNWILLING,
    WISHING,
    WITHHELD,
)

_REFUSED = {"declined": "decline", "declines": "decline", "refused": "refuse", "refuses": "refuse"}
_WOULD_NOT = frozenset("wouldn't wouldn’t".split())
_WILL_NOT = frozenset("won't won’t".split())
_HAVE = frozenset("has have had".split())

_WHAT = frozenset("what whether if how why who when where which that".split())

BEGIN = REFUSABLE | ANSWERED | SOUGHT
"""The words at which `silence` may find something."""


def silence(tokens: Sequence[Token], at: int) -> Found | None:
    """Return who says nothing, with `at` on the word for what is not done: "comment", "drawn", "requests"."""
    word = tokens[at]
    if word.kind is not Kind.WORD:
        return None
    stop = _stop(tokens, at)
    head, lemma = _unwilling(tokens, at) if word.low in REFUSABLE else (-1, "")
    if head < 0 and word.low in ANSWERED and (_is_negated(tokens, at) or _has_yet(tokens, at)):
        asked = word.low in ("commented", "comment") or _is_inquiry(tokens, at, stop)
        head, lemma = (at, word.low) if asked else (-1, "")
    if head < 0 and word.low in SOUGHT:
        head, lemma = _nothing_given(tokens, at)
    if head < 0:
        return None
    if _is_supposed(tokens, head):
        return None
    found = _subject(tokens, head)
    if found is None:
        return None
    start = head + 1 if head < at else at
    stop = _before_report(tokens, found, at, stop)
    return Found([(start, stop)], found, (head, head + 1), "declined", lemma, "declined")


def _before_report(tokens: Sequence[Token], subject: Range, at: int, stop: int) -> int:
    """Return where a clause with "who" ends: "A clerk who declined to be named | said it leaks"."""
    if tokens[subject[1] - 1].low != "who":
        return stop
    for i in range(at + 1, stop):
        if tokens[i].low in _WHAT:
            return stop  # "who declined to say whether Brandt told the board"
        verb = VERBS.get(tokens[i].low) if tokens[i].kind is Kind.WORD else None
        finite = verb is not None and verb.form in ("past", "present") and verb.frames & {"say", "tell"}
        if finite and tokens[i - 1].low not in BE | DETERMINERS:
            return stop if _is_said_of(tokens, i) else i
    return stop


def _is_said_of(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a name before a verb is its subject: "the plan Brandt said was dear", not "by Brandt said"."""
    first = verb
    while tokens[first - 1].kind is Kind.NAME:
        first -= 1
    before = tokens[first - 1]
    governs = before.low in PREPOSITIONS | DETERMINERS or tokens[first - 2].low == "to"  # "to blame Brandt"
    return first < verb and before.kind is Kind.WORD and not governs


def silenced(tokens: Sequence[Token], report: Found, found: Sequence[Found]) -> Found:
    """Cut off what its speaker did not say besides: "said the levee leaks | but would not comment on the cost"."""
    for refusal in found:
        at = refusal.cue[0]
        if refusal.rule != "declined" or not report.parts or refusal.mention != report.mention:
            continue
        while at > 0 and (tokens[at - 1].low in AUXILIARIES | NEGATIONS | ADVERBS):
            at -= 1
        start, end = report.parts[-1]
        if start < at - 1 < end and tokens[at - 1].low in ("and", "but"):
            kept = trim(tokens, (start, at - 1))
            return replace(report, parts=[*report.parts[:-1], *([kept] if kept else [])])
    return report


def _stop(tokens: Sequence[Token], at: int) -> int:
    end = len(tokens)
    while end > at + 1 and tokens[end - 1].kind is Kind.MARK:
        end -= 1
    return next((i for i in range(at, end) if tokens[i].low in (",", ";")), end)


def _unwilling(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Return the verb with which somebody refuses to speak, and its base form; -1 where nobody does."""
    low = tokens[at].low
    i = at - 1
    while i >= 0 and (tokens[i].low in ADVERBS or tokens[i].low.endswith("ly") or tokens[i].low == "be"):
        i -= 1
    if low in ("drawn", "quoted", "interviewed", "named", "identified") and tokens[at - 1].low != "be":
        return -1, ""
    if low == "drawn" and tokens[min(at + 1, len(tokens) - 1)].low in ("into", "to", "towards"):
        return -1, ""
    if low == "answer" and answers_no_question(tokens, at):
        return -1, ""
    if low in TO_REPORTERS and not any(t.low in GIVEN for t in tokens[at + 1 : at + 5]):
        return -1, ""
    if i < 0:
        return -1, ""
    if tokens[i].low == "to" and i:
        verb = tokens[i - 1].low
        if verb in REFUSING and not _is_negated(tokens, i - 1):
            return i - 1, _REFUSED.get(verb, verb)
        if (verb in UNWILLING and any(t.low in BE for t in tokens[max(0, i - 4) : i - 1])) or (
            verb in WISHING and _is_negated(tokens, i - 1)
        ):
            return i - 1, verb
    elif low in WITHHELD:
        before = tokens[i - 1].low if tokens[i].low == "not" and i else ""
        if tokens[i].low in _WOULD_NOT or before == "would":
            return at, low
        if low not in PLANNED and (tokens[i].low in _WILL_NOT or before == "will"):
            return at, low
    return -1, ""


def _nothing_given(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Read "had no comment", "declined comment" and "declined several interview requests"."""
    for i in range(at - 1, max(-1, at - 5), -1):
        low = tokens[i].low
        if low in _REFUSED:
            return i, _REFUSED[low]
        if low == "no" and tokens[at].low == "comment":
            return (i - 1, tokens[i - 1].low) if i and tokens[i - 1].low in GAVE else (-1, "")
        if low not in DETERMINERS and tokens[i].low not in ("interview", "repeated", "multiple"):
            break
    return -1, ""


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    return any(t.low in NEGATIONS for t in tokens[max(0, at - 2) : at])


def _has_yet(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "has yet to" goes before: "has yet to comment"."""
    return at > 2 and [t.low for t in tokens[at - 2 : at]] == ["yet", "to"] and tokens[at - 3].low in _HAVE


def _is_inquiry(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Tell whether what was not answered is a reporter's: no "calls for a recount", no "requests for help"."""
    for i in range(at + 1, stop):
        if tokens[i].low not in INQUIRIES:
            continue
        if tokens[at].low in ("return", "returned") and any(t.low == "to" for t in tokens[at + 1 : i]):
            return False  # "did not return to the question of cost"
        wanted = i + 1 < stop and tokens[i + 1].low == "for"
        return not wanted or any(t.low in OF_WORDS for t in tokens[i + 2 : i + 6])
    return False


def _is_supposed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether somebody only may refuse: "could decline to comment", "if she refuses to comment"."""
    if any(t.low in MODALS for t in tokens[max(0, at - 2) : at]) and not _is_negated(tokens, at):
        return True
    for i in range(at - 1, max(-1, at - 9), -1):
        if tokens[i].kind in (Kind.MARK, Kind.QUOTE):
            return False
        if tokens[i].low in ("if", "unless", "whether", "should"):
            return True
    return False


def _subject(tokens: Sequence[Token], at: int) -> Range | None:
    i = at - 2 if _has_yet(tokens, at) else at
    while i > 0 and (
        tokens[i - 1].low in NEGATIONS
        or tokens[i - 1].low in AUXILIARIES
        or tokens[i - 1].low in ADVERBS
        or (tokens[i - 1].kind is Kind.WORD and tokens[i - 1].low.endswith("ly"))
    ):
        i -= 1
    if i > 0 and tokens[i - 1].low in ("and", "but"):
        return main_clause.main_subject(tokens, i)
    found = subjects.subject(tokens, i)
    return found[0] if found is not None else None
