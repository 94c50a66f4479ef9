"""Whose words may answer a question for those of a country where articles name its officials."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.denials.officials import BY_OFFICIALS
from qa.answers import Answer, Outcome

LEVY = """The ferry levy

The ferry levy was raised on Monday. Ferries between Norway and Iran run twice a week.

{said}

Ada Quill said that the weather was fine."""
BELL = """A bell for the church

The church in Harwick has burnt down. Norway said that it would send a bell. Iran said that it would send a rope."""


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str, str], Answer]:
    def asked(said: str, question: str) -> Answer:
        (tmp_path / "levy.txt").write_text(LEVY.format(said=said), encoding="utf-8")
        (tmp_path / "bell.txt").write_text(BELL, encoding="utf-8")
        return answerer_of(tmp_path).ask(question)

    return asked


@pytest.mark.parametrize(
    "said",
    [
        "Norwegian Foreign Minister Una Strand said the ferry levy was too high.",
        "Norwegian officials said the ferry levy was too high.",
        "Norway’s ambassador to Iran, Una Strand, said the ferry levy was too high.",
        "Una Strand, the Norwegian prime minister, came. Strand said the ferry levy was too high.",
        "Rain fell.\n\nIt cleared.\n\nNorwegian Foreign Minister Una Strand said that it was far too high for her.",
    ],
    ids=["minister", "officials", "ambassador", "described elsewhere", "in other words"],
)
def test_the_words_of_officials_may_be_those_of_their_country(
    ask: Callable[[str, str], Answer], said: str
) -> None:
    answer = ask(said, "What did Norway say about the ferry levy?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.note == BY_OFFICIALS
    assert "too high" in answer.quotes[0].text


def test_who_speaks_in_the_seat_of_a_government_may_speak_for_it(ask: Callable[[str, str], Answer]) -> None:
    said = "In Tehran, Foreign Ministry spokesman Ivo Brandt said the ferry levy was too high."

    answer = ask(said, "What did Tehran say about the ferry levy?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].speaker == "Ivo Brandt"


@pytest.mark.parametrize(
    "said",
    [
        "The Iranian ambassador to Norway, Una Strand, said the ferry levy was too high.",
        "Former Norwegian minister Una Strand said the ferry levy was too high.",
        "Norwegian fisherman Una Strand said the ferry levy was too high.",
        "Iranian officials said the ferry levy was too high.",
    ],
    ids=["of another country", "a former one", "no official", "another country’s"],
)
def test_others_do_not_speak_for_the_country(ask: Callable[[str, str], Answer], said: str) -> None:
    answer = ask(said, "What did Norway say about the ferry levy?")

    assert answer.note != BY_OFFICIALS


def test_officials_are_not_shown_where_the_country_speaks(ask: Callable[[str, str], Answer]) -> None:
    said = (
        "Norway said that the ferry levy was low. Norwegian officials said that the ferry levy was too high."
    )

    answer = ask(said, "What did Norway say about the ferry levy?")

    assert answer.note != BY_OFFICIALS
    assert answer.quotes[0].speaker == "Norway"
