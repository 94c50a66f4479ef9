"""Find what speaks against a quote as the answer to a question: what the question asks for, or takes for granted.

By rules of grammar alone: no model of meaning tells "Why did Quill resign?" from "Quill was glad that she was chosen".
"""

from __future__ import annotations

import math
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from qa.answering.objections.ages import raised
from qa.answering.objections.asked_kinds import (
    LIKELY,
    gives_no_reason,
    lacks_first,
    raised_by_kind,
    raised_by_reading,
)
from qa.answering.objections.asked_relatives import is_of_them_alone
from qa.answering.objections.counts import surely_counts
from qa.answering.objections.lacking_kinds import asks_count, calls_somebody, lacks_kind, lacks_name
from qa.answering.objections.missing_terms import (
    has_stranger,
    is_elsewhere,
    says_nothing_of,
    tells_of_relative,
)
from qa.answering.objections.months_of_years import is_of_another_year
from qa.answering.objections.other_bodies import is_of_other_body
from qa.answering.objections.other_times import is_of_another_month, is_of_other_years, tells_of_other_time
from qa.answering.objections.reported_events import SIDES, dates_otherwise, denies, told_in
from qa.answering.objections.reversed_roles import tells_from_other_side, tells_reverse
from qa.answering.objections.sums import is_only_wanted, prices_what_is_asked
from qa.answering.spans.confidence import NO_ANSWER
from qa.datatypes import Article
from qa.language.patterns import regex
from qa.language.terms import terms
from qa.understanding.asked_event import AskedEvent, asked_event


class Doubt(StrEnum):
    """What speaks against a quote as the answer."""

    UNTOLD = "untold"
    """Neither it nor what stands beside it tells of the event."""
    BESIDE = "beside"
    """Not the quote tells of the event, but what stands beside it."""
    DENIED = "denied"
    """It tells that the event did not happen."""
    OPPOSITE = "opposite"
    """It tells that the opposite happened: "lost" where the question is who won."""
    REVERSED = "reversed"
    """It tells that another did it: "Brandt beat Quill" where the question is why Quill beat him."""
    UNREAL = "unreal"
    """It tells that the event may happen, or is wanted."""
    AFFIRMED = "affirmed"
    """The question is for what did not happen, and the quote tells of what did."""
    ASKED = "asked"
    """It tells of the event only in a question, or is nothing but a question: a reporter's question answers nothing."""
    KIND = "kind"
    """It holds nothing of the asked kind: no time for "when", no number for "how many"."""
    UNNAMED = "unnamed"
    """It says only what they are who are asked for: "a retired couple"."""
    REASON = "reason"
    """It gives no reason where one is asked for, and does not read as an answer."""
    STRANGER = "stranger"
    """A name or a number of the question stands nowhere in its article; of "Is Quill from Dene?", nowhere near."""
    RELATIVE = "relative"
    """It tells of a relative of whom the question asks, "Quill's father died", or of them and not of the relative."""
    ELSEWHERE = "elsewhere"
    """It is on another state or country than the question, or names who holds the asked office of another body."""
    MONTH = "month"
    """The month of the question is not one that its article is of or names."""
    YEAR = "year"
    """The quote has other years or none, and that of the question stands nowhere in its article, which is not of it.

    Or it tells of other years than the articles are to be of, of the race of another year, or of another number of a
    series: "Harwick Bowl LII".
    """


class Surroundings(NamedTuple):
    """A quote, the sentences on both sides of it, and its article; `since` and `until` bound the asked articles.

    `answer` is what the reader takes for the answer in the quote.
    """

    quote: str
    beside: str
    article: Article
    since: date | None = None
    until: date | None = None
    answer: str = ""


WEIGHT = {
    Doubt.UNTOLD: 1.5,
    Doubt.BESIDE: 1.5,
    Doubt.DENIED: 2.5,
    Doubt.OPPOSITE: 2.5,
    Doubt.REVERSED: 2.5,
    Doubt.UNREAL: 1.0,
    Doubt.AFFIRMED: 1.0,
    Doubt.ASKED: 1.5,
    Doubt.KIND: 1.5,
    Doubt.UNNAMED: 0.5,
    Doubt.REASON: 0.5,
    Doubt.STRANGER: 1.0,
    Doubt.RELATIVE: 1.5,
    Doubt.ELSEWHERE: 1.5,
    Doubt.MONTH: 1.5,
    Doubt.YEAR: 1.5,
}
"""By how much each lowers the log odds that the quote answers; of those about the event the heaviest counts.

Set by hand, not fitted: on squad, clapnq and mtrag a fit gives 0.8 to 1.1 for an event that is not told of, 0.9 to 1.6
for the kind and 0 to 0.5 for a stranger, but few of their questions take for granted what is not so. What is denied or
the opposite stood under 1 of their 887 right quotes, and under a quarter of the wrong premises of tests/.
"""
OTHER_WORDS = frozenset((Doubt.UNTOLD, Doubt.BESIDE))
"""What may also come of the article's telling of the event in other words."""
SURELY = 2.0
"""From which logit of its window on the reader is sure that a quote answers."""
READ_SURELY = 0.5
"""How much such a doubt then weighs: five of these seven first quotes are right in six sets, 15 of the other 56."""

CONTRADICTING = frozenset((Doubt.DENIED, Doubt.OPPOSITE, Doubt.REVERSED))
OF_THE_EVENT = OTHER_WORDS | CONTRADICTING | {Doubt.UNREAL, Doubt.AFFIRMED, Doubt.ASKED}
NAMELESS = frozenset((Doubt.KIND, Doubt.UNNAMED))
"""What is found of a quote that names nobody, where a name is asked for."""
CONTRADICTED = "The first quote may say the opposite of what the question takes for granted."
"""The note on a quote that denies the event, or tells of the opposite or the reverse."""


def lowered(confidence: float, found: frozenset[Doubt], window: float = NO_ANSWER) -> float:
    """Return a confidence, 0..1, with the doubts taken off its odds.

    Args:
        window: The logit of the quote's window answering the question.
    """
    # "It has published the list since 1999" says when it started, whatever its verb.
    other_words = READ_SURELY if window >= SURELY else 1.0
    of_event = max(
        (WEIGHT[doubt] * (other_words if doubt in OTHER_WORDS else 1.0) for doubt in found & OF_THE_EVENT),
        default=0.0,
    )
    lost = math.exp(-of_event - sum(WEIGHT[doubt] for doubt in found - OF_THE_EVENT))
    return confidence * lost / (1 - confidence + confidence * lost)


def judged(
    confidence: float, question: str, passage: Surroundings, window: float = NO_ANSWER, cover: float = 0.0
) -> tuple[float, frozenset[Doubt]]:
    """Return a confidence, 0..1, with what speaks for and against the quote counted, and the doubts that are left.

    Where the reader is sure, no doubt is left of an event that is told in other words, and only its weight counts.

    Args:
        window: The logit of the quote's window answering the question.
        cover: The share of the question's words that the quote holds.
    """
    against = doubts(question, passage)
    if window < 0 and gives_no_reason(question, passage.quote):
        against |= {Doubt.REASON}
    near = f"{passage.beside}\n{passage.article.title}"
    given = raised_by_kind(raised(confidence, question, passage.quote), question, passage.quote, near, cover)
    if not against:
        given = raised_by_reading(given, question, passage.quote, window, cover)
        if surely_counts(question, passage.quote, near, cover):
            given = max(given, LIKELY)
    left = against - OTHER_WORDS if window >= SURELY else against
    return lowered(given, against, window), left


_OPENING = 300
"""How many characters an article's beginning has, which says where and of whom it tells."""
_COST = "cost"
"""The term for the event of a question for a price."""
_OF_OTHER_YEARS = (is_of_other_years, is_of_another_year)
_LEFT_FOR = regex(r"(?i)\b(?:leav(?:e|es|ing)|left|quit)\b[^?]{1,60}\bfor\b")
"""What is asked of somebody who went from one to another: "Which club did Hale leave Harwick for?"."""
_STOP = regex(r"[.!?](?=\W*(?:\s|$))")
_ENDS_ASKING = regex(r"\?\W*$")


def doubts(question: str, passage: Surroundings) -> frozenset[Doubt]:
    """Return what speaks against a quote as the answer to a question about content."""
    asked = asked_event(question)
    found = set(_of_the_event(question, asked, passage)) if asked else set()
    if asked is None and denies(question, passage.quote):
        found.add(Doubt.DENIED)
    if is_only_wanted(question, passage.quote):
        found.add(Doubt.UNREAL)
    if tells_reverse(question, passage.quote):
        found.add(Doubt.REVERSED)
    if _only_asks(passage.quote):
        found.add(Doubt.ASKED)
    if lacks_kind(question, passage.quote) or lacks_first(question, f"{passage.quote}\n{passage.beside}"):
        found.add(Doubt.KIND)
    if lacks_name(question, passage.quote, passage.answer, passage.article.text):
        found.add(Doubt.UNNAMED if calls_somebody(question, passage.answer) else Doubt.KIND)
    told = f"{passage.article.title}\n{passage.article.text[:_OPENING]}\n{passage.quote}\n{passage.beside}"
    if has_stranger(question, passage.article) or says_nothing_of(question, told):
        found.add(Doubt.STRANGER)
    if asked and any(
        of_another(question, passage.quote, asked.event)
        for of_another in (tells_of_relative, is_of_them_alone)
    ):
        found.add(Doubt.RELATIVE)
    if is_elsewhere(question, passage.quote) or is_of_other_body(question, passage.quote):
        found.add(Doubt.ELSEWHERE)
    if is_of_another_month(question, passage.article):
        found.add(Doubt.MONTH)
    of_then = passage.since is None or not tells_of_other_time(passage.since, passage.until, passage.quote)
    if not of_then or any(other(question, passage.quote, passage.article) for other in _OF_OTHER_YEARS):
        found.add(Doubt.YEAR)
    return frozenset(found)


def _of_the_event(question: str, asked: AskedEvent, passage: Surroundings) -> set[Doubt]:
    told = told_in(passage.quote, asked.event)
    opposite = not asked.event.opposites.isdisjoint(terms(passage.quote))
    if not told and opposite and asked.yes_no:
        return set()  # "Was Quill acquitted?" is answered by "Quill was convicted"
    if not told and _COST in asked.event.names and prices_what_is_asked(question, passage.quote):
        return set()  # "The ferry has begun to offer $5 tickets" tells what tickets cost
    if opposite and _LEFT_FOR.search(question):
        return set()  # who left Harwick for Orsa has joined Orsa
    if not told and dates_otherwise(question, asked.event, passage.quote):
        return set()
    if (not told or opposite) and not asked.denied and tells_from_other_side(question, passage.quote):
        return set()
    if not told:
        beside = told_in(f"{passage.beside}\n{passage.article.title}", asked.event)
        found = {Doubt.BESIDE if beside else Doubt.UNTOLD}
        return found | {Doubt.OPPOSITE} if opposite and not asked.denied else found
    if all(one.asked for one in told):
        return {Doubt.ASKED}
    if asked.denied:
        return set() if any(one.denied for one in told) else {Doubt.AFFIRMED}
    if asked.yes_no:
        return set()
    # "No diver drowned" says how many did.
    counts = asks_count(question)
    happened = [one for one in told if not one.denied or (one.nobody and counts)]
    if not happened:
        return {Doubt.DENIED}
    # "Does open" is also said of what will: "The pier will open in May".
    if asked.settled and all(one.unreal and not (asked.present and one.ahead) for one in happened):
        return {Doubt.UNREAL}
    # "The council voted on Monday. Brandt voted against the loan": only what names a side tells which one.
    sides = {one.side for one in told if one.side}
    other_side = bool(asked.side) and sides == {SIDES[asked.side]}
    opposite = opposite and not any(one.by_name for one in told)
    return {Doubt.OPPOSITE} if opposite or other_side else set()


def _only_asks(quote: str) -> bool:
    """Return whether every sentence of a quote ends with a question mark."""
    return set(_STOP.findall(quote)) == {"?"} and _ENDS_ASKING.search(quote) is not None
