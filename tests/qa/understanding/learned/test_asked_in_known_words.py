"""What a reading of a first question becomes in words that the rules know."""

from __future__ import annotations

import pytest

from qa.understanding.learned.ask_reader import AskAct
from qa.understanding.learned.asked_in_known_words import asked_in_known_words
from qa.understanding.learned.word_net import Mark, MarkKind, NetReading
from qa.understanding.learned.written_bounds import bounds_of

SPEAKER, TOPIC, TIME, OUTLET = MarkKind.SPEAKER, MarkKind.TOPIC, MarkKind.TIME, MarkKind.OUTLET


def asked(act: AskAct, *marks: tuple[MarkKind, str]) -> str | None:
    placed = tuple(Mark(kind, text, at) for at, (kind, text) in enumerate(marks))
    return asked_in_known_words(NetReading(act, 1.0, placed))


@pytest.mark.parametrize(
    ("act", "marks", "plain"),
    [
        (AskAct.LATEST, [(SPEAKER, "Quill"), (TOPIC, "tolls")], "What did Quill say last about tolls?"),
        (AskAct.LATEST, [(SPEAKER, "Quill's"), (TIME, "2019")], "What did Quill say last in 2019?"),
        (AskAct.TIMELINE, [(TOPIC, "the strike")], "timeline of the strike"),
        (AskAct.TIMELINE, [(SPEAKER, "Quill's"), (TOPIC, "first year")], "timeline of Quill's first year"),
        (
            AskAct.TIMELINE,
            [(SPEAKER, "Quill"), (TOPIC, "tolls")],
            "What has Quill said about tolls over time?",
        ),
        (AskAct.MOST, [(TIME, "in 2019")], "Who was quoted most in 2019?"),
        (AskAct.MOST, [(TOPIC, "the dam")], "Who talks most about the dam?"),
        (AskAct.ARTICLES, [(TIME, "in March"), (OUTLET, "the Post")], "articles from March in the Post"),
        (AskAct.COMPARE, [(SPEAKER, "Quill"), (SPEAKER, "Brandt")], "Compare Quill and Brandt"),
        (AskAct.HAPPENED, [(TIME, "last week")], "What happened last week?"),
        (AskAct.COUNT_QUOTES, [(SPEAKER, "Quill"), (TOPIC, "tolls")], "How often did Quill mention tolls?"),
        (AskAct.FIRST, [(SPEAKER, "Quill"), (TOPIC, "tolls")], "When did Quill first speak of tolls?"),
        (AskAct.ARTICLES_BY, [(SPEAKER, "Quill"), (TIME, "2019")], "articles by Quill in 2019"),
        (AskAct.AGREES, [(SPEAKER, "Quill"), (TOPIC, "tolls")], "Who agrees with Quill on tolls?"),
        (AskAct.DISAGREES, [(SPEAKER, "Quill")], "Who disagrees with Quill?"),
        (AskAct.WHO_SAID, [(TOPIC, "the dam")], "Who said something about the dam?"),
        (AskAct.COUNT_QUOTES, [(TOPIC, "the dam")], "How many articles mention the dam?"),
        (AskAct.ARTICLES, [(TOPIC, "the dam"), (TIME, "2019")], "Which articles mention the dam in 2019?"),
        (AskAct.EVERYTHING, [(TOPIC, "the dam")], "everything on the dam"),
        (AskAct.FOR, [(TOPIC, "the dam")], "Who supports the dam?"),
        (AskAct.AGAINST, [(TOPIC, "the dam")], "Who opposes the dam?"),
        (AskAct.FOR_AND_AGAINST, [(TOPIC, "the dam")], "What speaks for and against the dam?"),
    ],
)
def test_what_is_marked_stands_in_a_question_that_the_rules_know(
    act: AskAct, marks: list[tuple[MarkKind, str]], plain: str
) -> None:
    assert asked(act, *marks) == plain


def test_what_asks_for_a_fact_or_lacks_what_it_needs_stays_as_it_was_typed() -> None:
    assert asked(AskAct.FACT) is None
    assert asked(AskAct.SAID, (SPEAKER, "Quill"), (TOPIC, "tolls")) is None
    assert asked(AskAct.COMPARE, (SPEAKER, "Quill"), (TOPIC, "tolls")) is None
    assert asked(AskAct.EVERYTHING, (SPEAKER, "Quill")) is None
    assert asked(AskAct.ARTICLES, (SPEAKER, "Quill"), (TIME, "in 2019")) is None
    assert asked(AskAct.FIRST, (SPEAKER, "Quill"), (TOPIC, "tolls"), (TIME, "in 2019")) is None


def test_bounds_have_one_preposition_each() -> None:
    assert bounds_of("2019", "in the Post") == " in 2019 in the Post"
    assert bounds_of("before the vote", None) == " before the vote"
    assert bounds_of("back in 2014", None) == " in 2014"
    assert bounds_of("March", None) == " in March"
    assert bounds_of("lately", "the Post") == " lately in the Post"
    assert bounds_of(None, None) == ""
