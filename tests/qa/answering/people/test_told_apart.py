"""Whom "the woman from Dene" or "the Vantor guy" means, where one speaker is introduced by that alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome
from qa.conversation.earlier.turns import Conversation
from qa.understanding.line import understood_line

PILL = (
    "The sleeping pill was sold in Harwick from May. Una Strand of Harwick College, who tried it on mice, said the "
    "pill was harmless.\n\nRosa Hale, a 33-year-old baker from Dene, said she had slept all night. “The pill gave me "
    "my mornings back,” Hale said.\n\nIvo Brandt, vice president of Vantor Drinks, said the dose was too small.\n\n"
    "Tom Mott, a nurse at Norland Hospital, and Bill Orsa, a cook at Norland Hospital, met in Dene. Mott said the "
    "pill was bitter. Orsa said the pill was sweet.\n"
)
BUSES = (
    "Minister Ivo Hale said in Orsa on Monday that the buses would run.\n\nTom Brandt, a driver who is suing Halvorn, "
    "said the buses were old.\n\nUna Weir, a nurse, told the Eldmoor Post that the buses were late. Nobody from Orsa "
    "was asked.\n\nA cook, Rosa Mott, told the Tern Bay paper of the buses. She "
    "said they were red.\n\nBadger Lines manager Otto Lund said the buses were new.\n"
)
FERRY = "The ferry to Orm was late.\n\n“The ferry is old,” said Ada Quill, a sailor from Orm.\n"


@pytest.fixture
def answerer(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Answerer:
    for name, text in (("pill", PILL), ("ferry", FERRY), ("buses", BUSES)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(tmp_path)


def talk(answerer: Answerer, *questions: str) -> Answer:
    conversation = Conversation()
    for question in questions:
        answer = answerer.ask(question, conversation=conversation)
        conversation = conversation.after(answer)
    return answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what did the woman from dene say about the pill", "Rosa Hale"),
        ("what did the vantor guy say about the pill", "Ivo Brandt"),
        ("what did the lady from Orm say", "Ada Quill"),
        ("what did the guy from Badger Lines say about the buses", "Otto Lund"),
    ],
)
def test_whoever_is_introduced_by_the_place_alone_may_be_meant(
    answerer: Answerer, question: str, name: str
) -> None:
    answer = answerer.ask(question)

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, name)
    assert f": perhaps {name}" in understood_line(answer.understood)


@pytest.mark.parametrize(
    "question",
    [
        "what did the man from dene say about the pill",
        "what did the guy from norland say about the pill",
        "what did the woman from harwick bay say about the pill",
        "what did the sleepy woman say about the pill",
        "what did the man from Orsa say about the buses",
        "what did the Halvorn guy say about the buses",
        "what did the woman from the Eldmoor Post say about the buses",
        "what did the woman from Tern Bay say about the buses",
    ],
    ids=[
        "a woman",
        "two",
        "another place",
        "no place",
        "was there",
        "is against it",
        "told it",
        "told it, after a comma",
    ],
)
def test_nobody_is_meant_who_is_not_introduced_so(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).understood.speaker_known is False


@pytest.mark.parametrize(
    "turn", ["and the woman from dene", "how about the woman from dene", "what did the woman from dene say"]
)
def test_a_turn_that_says_where_somebody_is_from_asks_for_their_words(answerer: Answerer, turn: str) -> None:
    answer = talk(answerer, "what did Ivo Brandt say about the pill", turn)

    assert (answer.outcome, answer.understood.speaker) == (Outcome.UNSURE, "Rosa Hale")
    assert answer.quotes[0].speaker == "Rosa Hale"


@pytest.mark.parametrize("turn", ["and the vantor guy", "the vantor guy, what did he say"])
def test_a_turn_with_the_body_before_the_guy_asks_for_his_words(answerer: Answerer, turn: str) -> None:
    answer = talk(answerer, "what did Rosa Hale say about the pill", turn)

    assert (answer.outcome, answer.understood.speaker) == (Outcome.UNSURE, "Ivo Brandt")


def test_who_is_told_apart_by_nothing_in_what_was_shown_stays_a_topic(answerer: Answerer) -> None:
    answer = talk(answerer, "what did Rosa Hale say about the pill", "and the tired man")

    assert answer.understood.speaker != "Ivo Brandt"
    assert answer.outcome is not Outcome.ANSWERED
