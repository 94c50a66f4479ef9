"""What several people say together is found under the name of each, and shown with those of all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bots.wording import who
from qa.answering.answerer import Answerer
from qa.answering.topics.browsed_topic import quotes_of_article
from qa.answering.topics.topic_cover import TopicWords
from qa.answers import Outcome
from qa.embedded.snapshot import Library

FERRY = """Two ministers on the ferry

“No islander will be left behind,” Ada Quill and Tom Brandt said on Monday.

“The pier is rotten,” said Ines Orsa, the harbour master.

Brandt said that rain was likely.

The Pilots' Guild and the Bakers say they will watch the ferries when the tolls come."""


@pytest.fixture
def answerer(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Answerer:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return answerer_of(tmp_path)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Quill", "Ada Quill with Tom Brandt"), ("Brandt", "Tom Brandt with Ada Quill")],
)
def test_words_of_two_are_found_under_the_name_of_each(answerer: Answerer, name: str, shown: str) -> None:
    answer = answerer.ask(f"What did {name} say about islanders?")

    assert answer.outcome is Outcome.ANSWERED
    assert "No islander" in answer.quotes[0].text
    assert who(answer.quotes[0]) == f"probably {shown}"


def test_who_said_it_are_both(answerer: Answerer) -> None:
    answer = answerer.ask("Who said that no islander would be left behind?")

    assert [who(quote) for quote in answer.quotes if "No islander" in quote.text] == [
        "probably Ada Quill with Tom Brandt"
    ]


def test_another_ones_words_stay_theirs(answerer: Answerer) -> None:
    answer = answerer.ask("What did Ines Orsa say about the pier?")

    assert who(answer.quotes[0]) == "Ines Orsa"


def test_on_a_topic_they_are_one_quote(library_of: Callable[[Path], Library], tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    with library_of(tmp_path).snapshot() as view:
        ((version, said),) = view.all_attributions()
        cover = TopicWords.of("islander").in_article(version.article)

        assert [who(quote) for quote in quotes_of_article(version, cover, said)] == [
            "probably Ada Quill with Tom Brandt"
        ]


def test_what_two_bodies_say_is_said_by_each(answerer: Answerer) -> None:
    answer = answerer.ask("what did the pilots' guild say about the tolls")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == "Pilots' Guild"
