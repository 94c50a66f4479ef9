"""Answer what is asked of two sides: who is for it and who against, what was said in May and what in June."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.answering.comparison import answering_alone, joined
from qa.answers import Answer, Outcome
from qa.archive.corpus_summary import summary
from qa.archive.protocol import View
from qa.conversation.earlier.followed import Followed

Ask = Callable[[Followed], Answer]
"""A function that answers one of the questions."""


def on_all_sides(view: View, followed: Followed, ask: Ask) -> Answer:
    """Return the answers to the questions that stand for another one; to one alone, with what parts its time."""
    first, *others = [ask(each) for each in followed.sides]
    if first.choices or first.understood.ambiguous:
        return first
    if followed.event:
        if first.outcome not in (Outcome.ANSWERED, Outcome.UNSURE):
            return first
        # An event may be a clause, "her mother died"; and not all quotes need be shown, or have a date.
        ordered = ", by their dates" if first.understood.over_time else ""
        note = (
            f"{first.note} I do not know when that was, “{followed.event}”: these are of any time{ordered}."
        )
        return replace(first, note=note.strip())
    asked = followed.understood
    if len({(each.understood.since, each.understood.until) for each in followed.sides}) > 1:
        asked = replace(asked, since=None, until=None)
    found = zip(followed.sides, (first, *others), strict=True)
    return joined(asked, [_side(each, one.understood.standalone) for one, each in found], summary(view))


def _side(found: Answer, question: str) -> Answer:
    return replace(answering_alone(found), question=question, heading=question)
