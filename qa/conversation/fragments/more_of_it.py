"""Ask the last question for more than was shown: "more", "anything newer?"."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.earlier.agreement import may_mean
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, again, carrying
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers


def more_of_it(question: str, past: Past, last: Understanding) -> Followed:
    """Ask the last question again for what was not shown yet, or for how an article goes on."""
    if (turn := past.conversation.turns[-1]).article and turn.quotes:
        return Followed(again(question, last), article=turn.quotes[0], onward=True)
    if last.ambiguous or turn.choices:
        # "Which one?" is no list that goes on: nobody was chosen.
        return Followed(again(question, last), unresolved=not last.ambiguous)
    # What follows words that may answer is no surer: "the minister" may still be another.
    unsure, more = turn.outcome is Outcome.UNSURE, _was_answered(past)
    return Followed(again(question, last), exclude=past.shown, more=more, doubtful=unsure)


_FROM = regex(r"\b(?:from|by)\s+(?P<who>him|her|them)\b", re.IGNORECASE)


def words_of_whom(question: str, past: Past, last: Understanding, speakers: KnownSpeakers) -> Understanding:
    """Return the question for anything that "her" has said, of "anything newer from her?" after one of fact."""
    match, asked = _FROM.search(question), past.speaking
    if match is None or last.kind is not QuestionKind.CONTENT or asked is None or not asked.speaker:
        return last
    theirs = replace(asked, topic=None, since=None, until=None)
    return theirs if may_mean(match["who"].lower(), asked.speaker, speakers) else last


def newer_or_older(question: str, past: Past, last: Understanding, *, later: bool) -> Followed:
    """Ask the last question again, for articles after or before those that were shown."""
    dated = [turn for turn in past.conversation.turns if turn.first_day and turn.last_day]
    day = (dated[-1].last_day if later else dated[-1].first_day) if dated else None
    changed = replace(again(question, last), order="newest" if later else "relevance")
    with suppress(OverflowError):
        if day is not None and later:
            changed = replace(
                changed,
                since=day + timedelta(1),
                until=last.until if last.until and last.until > day else None,
            )
        elif day is not None:
            changed = replace(
                changed,
                since=last.since if last.since and last.since < day else None,
                until=day - timedelta(1),
            )
    if changed.kind is not QuestionKind.CONTENT:
        changed = carrying(changed, ("speaker", "topic", "source"))
    return Followed(changed, exclude=past.shown, more=_was_answered(past))


def _was_answered(past: Past) -> bool:
    """Return whether something answered the last question, or one before it of the same person on the same."""
    last = past.last
    same = (
        turn for turn, each in past.known if last and (each.speaker, each.topic) == (last.speaker, last.topic)
    )
    return any(turn.answered and turn.quotes for turn in same)
