"""Test "What do women say about the ferries?": the words of women, and no minister for women."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.people.women_and_men import BY_GIVEN_NAMES
from qa.answers import Answer, Outcome
from qa.conversation.earlier.turns import Conversation

ARTICLES = {
    "ferries": (
        "“The ferries are late every day,” Peter Brandt said.\n\n“The ferries are cheap,” Martin Hale said.\n\n"
        "“The ferries are the heart of Harwick,” Sarah Quill said.\n"
    ),
    "tolls": "“The tolls will rise in spring,” Peter Brandt said.\n\n“The tolls are unfair,” Martin Hale said.\n",
    "women": "“A list of women who rowed will be kept,” said the Minister for Women, Anna Strand.\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("women")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def names(answer: Answer) -> set[str | None]:
    return {quote.speaker for quote in answer.quotes}


def test_women_are_those_whose_given_names_show_it(answerer: Answerer) -> None:
    women = answerer.ask("What do women say about the ferries?")
    men = answerer.ask("What do men say about the ferries?")

    assert (women.outcome, women.note) == (Outcome.ANSWERED, BY_GIVEN_NAMES)
    assert names(women) == {"Sarah Quill"}
    assert names(men) == {"Peter Brandt", "Martin Hale"}
    assert women.understood.speaker_is_role


def test_that_no_woman_spoke_is_not_claimed(answerer: Answerer) -> None:
    answer = answerer.ask("What do women say about the tolls?")

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.nearest is None
    assert "Sarah Quill" not in names(answer)  # on the ferries, she is nothing on the tolls


def test_a_minister_for_women_is_not_all_women(answerer: Answerer) -> None:
    assert answerer.ask("What do women say?").outcome is not Outcome.ANSWERED


def test_women_are_asked_on_what_was_talked_of(answerer: Answerer) -> None:
    first = answerer.ask("What did Brandt say about the ferries?")
    then = answerer.ask("and what do women say?", conversation=Conversation().after(first))

    assert (then.understood.speaker, then.understood.topic) == ("women", "the ferries")
    assert names(then) == {"Sarah Quill"}
