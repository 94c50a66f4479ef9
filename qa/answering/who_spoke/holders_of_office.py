"""Keep, of those who spoke, the holders of the office that is asked for: "Which senators criticised the plan?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.who_spoke.who_said import Heard
from qa.answers import Outcome, Quote
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.patterns import regex
from qa.understanding.described import asked_for, heads_of

_TITLED = frozenset(
    "senator congressman congresswoman governor mayor sheriff coroner bishop archbishop rabbi imam".split()
)
"""Offices that articles name beside the person who holds them: somebody never called so does not hold one."""
_WHICH = regex(rf"\W*{ONE_LEAD}(?:which|what)\s+(?:other\s+)?(?P<office>(?:[\w’'-]+\s+){{1,3}})", re.I)
_WORD = regex(r"[\w'’-]+")


def only_officers(view: View, heard: Heard, draft: Draft, scope: Scope) -> tuple[Heard, Draft]:
    """Leave out speakers whom no article calls by the office that is asked for, where that office has a title.

    Where nobody is left, words that are nobody's may answer.
    """
    names = _officers(view, draft.understood.standalone, scope)
    if names is None:
        return heard, draft
    surnames = {name.split()[-1] for name in names}
    heard = replace(
        heard,
        quotes=tuple(each for each in heard.quotes if each.voice in names),
        told=tuple(each for each in heard.told if not surnames.isdisjoint(_WORD.findall(each.text))),
    )

    def may_answer(quote: Quote) -> bool:
        return quote.voice is None or quote.voice in names

    quotes = tuple(filter(may_answer, draft.quotes))
    if heard.quotes or heard.told or draft.outcome not in (Outcome.ANSWERED, Outcome.UNSURE):
        return heard, replace(draft, quotes=quotes)
    return heard, replace(draft, outcome=Outcome.UNSURE if quotes else Outcome.NOT_FOUND, quotes=quotes)


def _officers(view: View, question: str, scope: Scope) -> set[str] | None:
    """Return everybody whom articles call by the office in a question; None where it names none that has a title."""
    found = _WHICH.match(question)
    words = found["office"].split() if found else []
    for count in range(len(words), 0, -1):
        asked = asked_for(" ".join(words[:count]))
        if asked is not None and asked.head in _TITLED:
            bearers = view.bearers(heads_of(asked.head), scope)
            return {
                each.speaker or each.who
                for each in bearers
                if asked.tier(each.kind, each.what, each.of, former=each.former) in (0, 1)
            }
    return None
