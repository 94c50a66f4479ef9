"""No quote is shown under a name with somebody else's words in it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

TARIFFS = """The government will put a tariff of 20 percent on imported steel.

“It is a shield, not a sword,” said industry minister Bruno Keller.

Agnes Thorsen of Norsteel thanked him. “I was wrong about tariffs,” she said. “They are a start.”

Economist Tom Becker criticized the tariffs. “Everybody pays for a shield,” he said.
"""
HARBOR = """The council of Tarnby voted on Monday to expand the harbor.

Councilman Peter Okafor, who voted against the plan, was unmoved.

“We were promised a study. We got a brochure,” Okafor said. “My constituents deserve better.”

“I have lived on Dock Road for nineteen years,” said Mayor Anna Lindqvist.

Asked whether she feared a lawsuit, Lindqvist declined to comment.
"""
OBITUARY = """Ruth Calloway, who took phones out of schools, died on Saturday at her home. She was 71.

Her daughter, Helen Calloway, said the cause was cancer.

“We had one book, and it was about pigs,” Ruth Calloway said in 2019.
"""


CRASH = """A crash in Harwick

Tom Brandt said that he would appeal against the fine. “He was drunk,” the officer said.

The road was closed for an hour.
"""


@pytest.fixture(scope="module")
def ask(
    answerer_of: Callable[[Path], Answerer], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Answer]:
    folder = tmp_path_factory.mktemp("voices")
    for name, text in (("tariffs", TARIFFS), ("harbor", HARBOR), ("obituary", OBITUARY), ("crash", CRASH)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(folder).ask


def test_what_the_officer_says_is_not_shown_as_the_drivers_words(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Tom Brandt say about being drunk?")

    assert answer.outcome is not Outcome.ANSWERED
    assert not [quote for quote in answer.quotes if quote.speaker == "Tom Brandt" and "drunk" in quote.text]


def test_who_criticized_something_is_not_answered_by_the_words_of_a_speaker_before(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("Who criticized the tariffs?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == "Tom Becker"
    assert "wrong about tariffs" not in answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Who criticized the tariffs?",
        "What did Agnes Thorsen say about tariffs?",
        "What did Tom Becker say about the tariffs?",
        "What did Bruno Keller say about steel?",
        "What did Peter Okafor say about the study?",
        "What did Anna Lindqvist say about Dock Road?",
        "What did Helen Calloway say about the cause?",
        "What did Ruth Calloway say about books?",
        "Who lived on Dock Road?",
    ],
)
def test_a_quote_holds_the_words_of_one_speaker(ask: Callable[[str], Answer], question: str) -> None:
    own = {
        "Bruno Keller": ["a shield, not"],
        "Agnes Thorsen": ["thanked him", "wrong about", "a start"],
        "Tom Becker": ["criticized", "Everybody pays"],
        "Peter Okafor": ["unmoved", "promised", "brochure", "constituents"],
        "Anna Lindqvist": ["nineteen", "lawsuit"],
        "Helen Calloway": ["the cause"],
        "Ruth Calloway": ["one book"],
    }

    for quote in ask(question).quotes:
        if quote.speaker is None:
            continue
        others = [word for name, words in own.items() if name != quote.speaker for word in words]
        assert not [word for word in others if word in quote.text], (quote.speaker, quote.text)


def test_a_relative_of_the_same_name_does_not_lead_in_to_somebody(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Helen Calloway say about the cause?")

    hers = [quote.text for quote in answer.quotes if quote.speaker == "Helen Calloway"]
    assert hers
    assert not [text for text in hers if "She was 71" in text]


def test_what_somebody_said_needs_no_topic(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Peter Okafor say?")

    assert answer.outcome is Outcome.ANSWERED
    assert {quote.speaker for quote in answer.quotes} == {"Peter Okafor"}
    assert "We were promised a study. We got a brochure" in answer.quotes[0].text
    assert "constituents" in answer.quotes[0].text


def test_without_a_topic_words_come_before_a_refusal_to_say_any(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Anna Lindqvist say?")

    assert answer.outcome is Outcome.ANSWERED
    assert "nineteen years" in answer.quotes[0].text
    assert all(a.confidence >= b.confidence for a, b in pairwise(answer.quotes))


@pytest.mark.parametrize("question", ["What did Bruno Kellermann say?", "What did Zebediah Quux say?"])
def test_somebody_who_is_not_there_has_said_nothing(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).outcome is Outcome.NOT_FOUND


def test_typed_words_stand_under_who_says_them_not_under_a_spokesman_before(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    text = (
        "A spokesman for the trust said that twenty more lamps would come in May. Una Hale, of the keepers’ union, "
        "dismissed the figure. ‘Lamps do not watch the sea,’ she said.\n\nIvo Brandt said that he liked the lamps."
    )

    answer = asker_of(text)("Did Ivo Brandt say “Lamps do not watch the sea”?")

    held = [quote for quote in answer.related if "watch the sea" in quote.text]
    assert [(quote.speaker, "spokesman" in quote.text) for quote in held] == [("Una Hale", False)]
