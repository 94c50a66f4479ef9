"""Put another quote first where what ranks first lacks what is asked for: a sum, a time of day, the event asked of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from qa.answering.objections.ages import asks_age, tells_age
from qa.answering.objections.asked_day import asks_day, names_asked_day
from qa.answering.objections.asked_forms import asked_form, is_told
from qa.answering.objections.asked_kinds import (
    HALF,
    asks_place,
    holds_place,
    holds_what_is_asked,
)
from qa.answering.objections.asked_names import asks_name, named_next
from qa.answering.objections.asked_times import asks_clock, asks_time, holds_clock
from qa.answering.objections.causes import asks_cause, tells_cause, withholds_cause
from qa.answering.objections.premises import NAMELESS, OTHER_WORDS, Doubt, Surroundings, doubts
from qa.answering.objections.reported_events import denies, tells_plainly
from qa.answering.objections.shares import asks_share, holds_share
from qa.answering.objections.sums import asks_for_sum, holds_sum, withholds_sum
from qa.answering.objections.surroundings import around, question_of
from qa.answering.spans.candidates import Considered
from qa.language.terms import is_stop_term, terms
from qa.ranking.features import AT
from qa.ranking.one_voice import is_mixed
from qa.ranking.question import AnswerType, answer_type
from qa.ranking.selecting import Chosen
from qa.understanding.asked_event import asked_event

_NEAR = 3
"""Among how many of the best quotes one with a sum is looked for."""
_READ_NEAR = 4
"""Among how many of the best quotes one that reads as the answer is looked for."""
_FORM_NEAR = 5
"""Among how many of the best quotes one with the form of the answer is looked for."""
_MAY_ANSWER = 0.0
"""The least logit of the window of a quote that goes before one which something speaks against."""
_ANSWERS = 1.0
"""The least logit of the window of a quote that goes before any other."""
_HOLDS = 0.3
"""The least share of the question's words in a quote that goes first because it names somebody."""
_BETTER = 1.0
"""By how much its logit must be higher than that of the first quote's."""


def amounts_first(considered: Considered, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Put a quote with a sum, a share, a time of day, an age, a day or a form before those without, if that is asked.

    "How much did the bridge cost?" is answered by a sum, or else by what says that it is not told, "What time does the
    school open?" by a time, and "How old is Tom Brandt?" not by what Ada Quill's age is.
    """
    question = considered.retrieved.understood.standalone
    if considered.retrieved.asked is not None or not chosen:
        return chosen
    told: tuple[Callable[[str], bool], ...]
    near = _NEAR
    if asks_for_sum(question):
        told = holds_sum, withholds_sum
    elif asks_share(question):
        told = (holds_share,)
    elif asks_clock(question):
        told = (holds_clock,)
    elif asks_age(question):
        # A name with its age is hardly ever another's, wherever it is ranked.
        told, near = (partial(tells_age, question),), len(chosen)
    elif asks_day(question):
        told, near = (partial(names_asked_day, question),), len(chosen)
    else:
        return _of_form_first(considered, chosen, question)
    quotes = [around(considered, each.row).quote for each in chosen[:near]]
    having = (at for holds in told for at, quote in enumerate(quotes) if holds(quote))
    return _first(chosen, next(having, 0))


def _of_form_first(considered: Considered, chosen: tuple[Chosen, ...], question: str) -> tuple[Chosen, ...]:
    """Put a quote that has the form of the answer before one of its article that has not.

    "How did the council vote on the tolls?" is answered by "The tolls passed by 32 to 16", and not by what only has
    more of these words: "The council's vote on the tolls came late".
    """
    form = asked_form(question)
    near = [around(considered, each.row) for each in chosen[:_FORM_NEAR]]
    if form is None or form.told.search(near[0].quote):
        return chosen
    told = (
        at
        for at, each in enumerate(near)
        if each.article is near[0].article and is_told(form, question, each.quote)
    )
    return _first(chosen, next(told, 0))


def read_first(considered: Considered, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Put a quote that reads as the answer before one that does not, where that is more often right.

    Where something speaks against the first quote: "When was the ferry built?" has no answer in "The ferry that was
    built of oak", and one in "Brandt's yard made it in 1978", to which the reader gives more. And where a number, a
    time or a place is asked for, and the first quote holds nothing of that kind. Elsewhere what ranks first is more
    often right. What stands in the article of the doubted quote need not read as the answer, but only better.
    """
    if considered.retrieved.asked is not None or not chosen:
        return chosen
    first, windows = around(considered, chosen[0].row), considered.found.features[:, AT["read_window"]]
    question = question_of(considered, first)
    second = chosen[1] if len(chosen) > 1 else chosen[0]
    if _denies_instead(considered, question, first, second):
        return _first(chosen, 1)
    doubted = doubts(question, first)
    asks_where = asks_place(question)
    quantity = not asks_where and (answer_type(question) is AnswerType.NUMBER or asks_time(question))
    holds = holds_place(first.quote) if asks_where else holds_what_is_asked(question, first.quote)
    lacking = (asks_where or quantity) and not holds
    if not doubted and not lacking:
        return chosen
    if asks_name(question) and not doubted.isdisjoint(NAMELESS) and windows[chosen[0].row] < _MAY_ANSWER:
        named = _naming_first(considered, chosen, question, doubted)
        if named[0] is not chosen[0]:
            return named
    asked, better = asked_event(question), float(windows[chosen[0].row]) + _BETTER
    for at, each in enumerate(chosen[1:_READ_NEAR], 1):
        other = around(considered, each.row)
        beside = bool(doubted) and other.article is first.article
        least = better if beside else max(_MAY_ANSWER if doubted else _ANSWERS, better)
        # Not before "held 27 patents", where it is asked how many.
        if beside and doubted <= OTHER_WORDS and (lacking or not quantity):
            least = min(least, _MAY_ANSWER)
        # "Was anybody hurt?" is about hurts alone, however little "Nobody was hurt" has of the question's other words.
        whether = beside and asked is not None and asked.yes_no and not doubted.isdisjoint(OTHER_WORDS)
        if (whether or windows[each.row] >= least) and not doubts(question, other):
            return _first(chosen, at)
    return chosen


def with_name(considered: Considered, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Put the name that "who" asks for first, where the first quote opens on somebody without it, and it comes next.

    Of "A baker has quit over the tolls. Ada Quill, 52, left on Monday." both sentences are shown as one quote, or the
    second one before the first, where together they are too long or two people's words.
    """
    if considered.retrieved.asked is not None or not chosen:
        return chosen
    found, row = considered.found, chosen[0].row
    first = around(considered, row)
    named = partial(named_next, question_of(considered, first), first.quote, first.answer)
    if not named(first.article.text) or named(first.quote):
        return chosen
    after = found.stop[row] + 1
    for begin in (found.begin[row], after):
        for other in np.flatnonzero((found.begin == begin) & (found.stop == after)).tolist():
            if begin == after or _is_of_one_voice(considered, other):
                kept = chosen if begin == after else chosen[1:]
                apart = (each for each in kept if not _overlap(considered, each.row, other))
                return (chosen[0]._replace(row=other), *apart)
    return chosen


def with_cause(considered: Considered, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Put what tells the asked cause first, or that it is not known, where the first quote of its article does neither.

    "What caused the fire?" ranks "The fire in Dene did $9,000 in damage" first, which has all its words, and answers
    nothing; "The cause of the fire is under investigation", of the same article, answers it.
    """
    question = considered.retrieved.understood.standalone
    if considered.retrieved.asked is not None or not chosen or not asks_cause(question):
        return chosen
    asked = {word for word in terms(question) if not is_stop_term(word)}
    seen = [around(considered, each.row) for each in chosen]
    for tells in (tells_cause, withholds_cause):
        for at, each in enumerate(seen):
            if (
                each.article is seen[0].article
                and tells(each.quote)
                and not asked.isdisjoint(terms(each.quote))
            ):
                return _first(chosen, at)
    return chosen


def _overlap(considered: Considered, row: int, other: int) -> bool:
    found = considered.found
    return bool(found.begin[row] <= found.stop[other] and found.begin[other] <= found.stop[row])


def _is_of_one_voice(considered: Considered, row: int) -> bool:
    retrieved, found = considered.retrieved, considered.found
    key = retrieved.passages[int(found.passage[row])].version_key
    start, end = int(found.starts[row]), int(found.ends[row])
    said = retrieved.said_at(key, start, end)
    about = frozenset(retrieved.question.terms)
    return not is_mixed(retrieved.versions[key].article.text, said, start, end, None, about)


def _denies_instead(considered: Considered, question: str, first: Surroundings, second: Chosen) -> bool:
    """Return whether the second quote denies what a question takes for granted, and the first tells nothing of it."""
    if asked_event(question) is not None or tells_plainly(question, first.quote):
        return False
    held = float(considered.found.features[second.row, AT["cover_span"]])
    return held >= HALF and denies(question, around(considered, second.row).quote)


def _naming_first(
    considered: Considered, chosen: tuple[Chosen, ...], question: str, doubted: frozenset[Doubt]
) -> tuple[Chosen, ...]:
    """Put a quote that names somebody, and against which less speaks, before a first one that names nobody.

    "Quill will retire in May" does not say who replaces Quill, and "The board named Ada Brandt as its head" may.
    """
    against = [doubts(question, around(considered, each.row)) for each in chosen[:_READ_NEAR]]
    held = considered.found.features[:, AT["cover_span"]]
    naming = (at for at, found in enumerate(against) if found < doubted and found.isdisjoint(NAMELESS))
    better = [at for at in naming if held[chosen[at].row] >= _HOLDS]
    return _first(chosen, min(better, key=lambda at: len(against[at]), default=0))


def _first(chosen: tuple[Chosen, ...], at: int) -> tuple[Chosen, ...]:
    return (chosen[at], *chosen[:at], *chosen[at + 1 :])
