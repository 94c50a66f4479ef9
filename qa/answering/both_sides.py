"""Answer what is asked of two sides: who is for it and who against, what was said in May and what in June."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.answering.comparison import answering_alone, joined
from qa.answering.spans.retrieval import narrowed
from qa.answering.topics.voices import Voice, in_falling_confidence, voices
from qa.answering.who_spoke.who_said import hear
from qa.answers import Answer, Outcome, QuestionKind, Quote, Understanding
from qa.archive.corpus_summary import summary
from qa.archive.protocol import View
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Scope
from qa.language.terms import content_terms
from qa.settings import MAX_QUOTES

Ask = Callable[[Followed], Answer]
"""A function that answers one of the questions."""


def on_all_sides(view: View, followed: Followed, ask: Ask, scope: Scope) -> Answer:
    """Return the answers to the questions that stand for another one; to one alone, with what parts its time.

    Where it is asked who speaks of two things, it is one answer: whoever certainly speaks of both.
    """
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
    if (
        _asks_who_of_two_topics(followed)
        and (both := _on_both(view, asked, (first, *others), scope)) is not None
    ):
        return both
    if len({(each.understood.since, each.understood.until) for each in followed.sides}) > 1:
        asked = replace(asked, since=None, until=None)
    found = zip(followed.sides, (first, *others), strict=True)
    return joined(asked, [_side(each, one.understood.standalone) for one, each in found], summary(view))


def _asks_who_of_two_topics(followed: Followed) -> bool:
    sides = [each.understood for each in followed.sides]
    who = all(each.kind is QuestionKind.WHO_SAID and each.topic for each in sides)
    return (
        who and len({each.cue for each in sides}) == 1 and len({each.topic for each in sides}) == len(sides)
    )


def _on_both(view: View, asked: Understanding, sides: Sequence[Answer], scope: Scope) -> Answer | None:
    """Return whoever certainly speaks of all topics, with a quote on each; None where nobody is found who does."""
    of: list[dict[str, Voice]] = []
    topics = [{*content_terms(side.understood.topic or "")} for side in sides]
    for side, topic in zip(sides, topics, strict=True):
        heard = hear(view, side.understood, narrowed(scope, side.understood))
        # "The mill in Dene and the market in Dene": who only names Dene speaks of neither.
        words = topic.difference(*(other for other in topics if other is not topic)) or topic
        sure = [each for each in heard.quotes if _names(each, words)] if heard else []
        of.append({each.name: each for each in voices(sure, words) if each.name})
    names = [name for name in of[0] if all(name in each for each in of)]
    if not names:
        return None
    counts = {name: len(_apart([quote for each in of for quote in each[name].quotes])) for name in names}
    names.sort(key=lambda name: (-counts[name], name))
    shown = _apart([each[name].best for name in names for each in of])
    return replace(
        sides[0],
        question=asked.question,
        understood=replace(
            sides[0].understood,
            question=asked.question,
            standalone=asked.question,
            topic=" and ".join(side.understood.topic or "" for side in sides),
        ),
        outcome=Outcome.ANSWERED,
        nearest=None,
        confidence=shown[0].confidence,
        quotes=in_falling_confidence(shown[:MAX_QUOTES], first=shown[0].confidence),
        related=(),
        voices=tuple(counts.items()),
        note="Those who are quoted on each of them.",
    )


def _apart(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Return quotes without those that have words of an earlier one: "Tolls and fares are dear" is on both."""
    return tuple(quote for at, quote in enumerate(quotes) if not any(map(quote.overlaps, quotes[:at])))


def _names(quote: Quote, words: set[str]) -> bool:
    """Return whether a quote is certainly somebody's and has a word of the topic: everybody sees that it is on it."""
    certain = quote.attribution is not None and quote.attribution.certain
    return certain and not words.isdisjoint(content_terms(quote.text))


def _side(found: Answer, question: str) -> Answer:
    # Of "who said more about it?" the numbers are the answer.
    counted = f" {found.note}" if found.understood.of_all == "count" else ""
    return replace(answering_alone(found), question=question, heading=f"{question}{counted}")
