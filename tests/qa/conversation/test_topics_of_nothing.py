"""A topic that can be none is asked of what was shown, whichever form took it for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Outcome, QuestionKind
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.questions.topics_of_nothing import can_be_a_topic
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, SPEAKERS, Before, followed, read

SHOWN = frozenset({"quote 0"})
HOW_LONG: Before = ("how long is the levee?", "The levee is two miles long.", ())


@pytest.mark.parametrize(
    "topic",
    [
        "the levee",
        "tolls",
        "why the levee broke",
        "the levee being unsafe",
        "IT WORKERS",
        "IT budgets",
        "shell prices",
        "shed fires",
        "that bridge",
        "these tolls",
        "Brandt and what he owes",
        "any women in the union",
        "the people of Dene",
    ],
)
def test_what_names_something_can_be_a_topic(topic: str) -> None:
    assert can_be_a_topic(topic)


@pytest.mark.parametrize(
    "topic",
    [
        "hes dead",
        "theyd sue",
        "its fake",
        "its not true",
        "her parents are to blame",
        "it's fake",
        "that they should raise it",
        "him up on that",
        "why she did it",
        "the opposite",
        "happened",
        "all this",
        "his mom did she go",
        "any other estimates",
    ],
)
def test_what_only_points_can_be_none(topic: str) -> None:
    assert not can_be_a_topic(topic)


@pytest.mark.parametrize(
    "question",
    ["did anyone say it's fake?", "who is saying the opposite?", "does anybody back her up on that?"],
)
def test_whoever_says_so_says_it_in_what_was_shown_first(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert found.understood.kind is QuestionKind.WHO_SAID
    assert found.near == SHOWN
    assert found.otherwise is not None
    assert found.otherwise.understood.kind is QuestionKind.CONTENT
    assert (found.otherwise.near, found.otherwise.doubtful) == (SHOWN, True)


def test_a_clause_about_them_is_told_in_what_was_shown() -> None:
    found = followed("what's the vet saying they should do, sell or keep", ON_LEVEE)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.CONTENT, "the levee")
    assert (found.near, found.doubtful) == (SHOWN, True)


def test_after_a_topic_that_was_none_the_talk_goes_on_about_what_it_was_of() -> None:
    before: Before = ("what do the parents say happened then", "Words.", ())

    assert followed("and Brandt?", ON_LEVEE, before).understood.topic == "the levee"


def test_whom_the_archive_knows_is_asked_for_their_words_in_what_was_shown_first() -> None:
    found = followed("did quill say they should raise it?", ON_LEVEE)

    assert (found.understood.kind, found.understood.speaker, found.near) == (QuestionKind.SAID, QUILL, SHOWN)


def test_she_who_is_nobody_that_was_named_is_looked_for_in_what_was_shown() -> None:
    found = followed("did she say why she did it?", HOW_LONG)

    assert found.unresolved  # where nothing there tells it, it is asked who is meant
    assert found.otherwise is not None
    assert (found.otherwise.near, found.otherwise.doubtful) == (SHOWN, True)


def test_where_nothing_was_shown_it_stays_as_it_was_read() -> None:
    found = followed("did anyone say it's fake?", HOW_LONG, outcome=Outcome.NOT_FOUND)

    assert found.near is None


def test_somebody_who_is_only_described_is_one_of_what_was_shown() -> None:
    found = followed("what did the mum say?", ("What did Ada Quill say?", "Words.", (QUILL,)))

    assert (found.understood.kind, found.near, found.doubtful) == (QuestionKind.SAID, SHOWN, False)
    told = found.otherwise
    assert told is not None
    assert (told.understood.kind, told.near, told.doubtful) == (QuestionKind.CONTENT, SHOWN, True)
    assert told.otherwise is not None
    assert (told.otherwise.understood.kind, told.otherwise.doubtful) == (QuestionKind.SAID, True)


@pytest.mark.parametrize("said", ["its a done deal", "theyd sue", "shes gone"])
def test_what_was_said_without_an_apostrophe_is_not_talked_of_next(said: str) -> None:
    before: Before = (f"does anyone say {said}?", "Words.", (BRANDT,))

    assert said not in followed("how many jobs?", ON_LEVEE, before).understood.standalone
    assert followed("what does the Bank of Dene say?", ON_LEVEE, before).understood.topic != said


def test_a_side_of_a_case_is_asked_for_as_by_a_name() -> None:
    found = followed("what did the prosecution say?", ("What did Ada Quill say?", "Words.", (QUILL,)))

    assert found.near is None


def test_her_dad_is_no_she_whatever_he_is_called() -> None:
    dad = replace(read("What did Halvorn Blue say?"), described="Ada Quill's dad")
    turns = (
        Turn("what did ada quill say", "Words.", read("what did ada quill say"), ("a",), Outcome.ANSWERED, (QUILL,)),
        Turn("and her dad?", "Words.", dad, ("b",), Outcome.ANSWERED, ("Halvorn Blue",)),
    )  # fmt: skip

    she = follow("how did she lose it?", Conversation(turns), read, SPEAKERS)
    he = follow("how did he lose it?", Conversation(turns), read, SPEAKERS)

    assert QUILL in she.understood.standalone
    assert "Halvorn Blue" in he.understood.standalone
