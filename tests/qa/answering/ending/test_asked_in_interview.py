"""What answers an interviewer's question on the topic goes first, whatever words it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Outcome

INTERVIEW = """Interview with Ada Quill of Harwick Pilots

TB: Who pays for the pilots?

AQ: The boats do. We send each of them a letter in May, and most of them have paid by June or July.

TB: Did you expect the ban on night trips?

AQ: It came out of the blue. Nobody had called us before. We read of it in a paper, over a cup of tea.

TB: What do the families of your crews think?

AQ: They are glad of quiet evenings. Without trips they see more of us, and the nights are long here.

TB: You live by the old quay. How is your son?

AQ: He is well, and taller than I am.

TB: And what of the old quay?

AQ: It has to go. Nothing holds there."""


@pytest.fixture
def answerer(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Answerer:
    (tmp_path / "pilots.txt").write_text(INTERVIEW, encoding="utf-8")
    return answerer_of(tmp_path)


def test_an_answer_to_who_asks_on_the_topic_goes_first(answerer: Answerer) -> None:
    answer = answerer.ask("What did Ada Quill say about the ban on night trips?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith("It came out of the blue.")
    assert answer.quotes[0].speaker == "Ada Quill"


def test_words_that_name_the_topic_themselves_stay_first(answerer: Answerer) -> None:
    answer = answerer.ask("What did Ada Quill say about the letter?")

    assert "a letter in May" in answer.quotes[0].text


def test_what_nobody_asks_about_is_not_answered_by_an_answer(answerer: Answerer) -> None:
    answer = answerer.ask("What did Ada Quill say about the lighthouse?")

    assert answer.outcome is not Outcome.ANSWERED


def test_what_is_answered_to_an_interviewer_is_not_told_to_somebody_else(answerer: Answerer) -> None:
    answer = answerer.ask("What did Ada Quill tell Ivo Hale about the ban on night trips?")

    assert not any(quote.text.startswith("It came out of the blue.") for quote in answer.quotes[:1])


def test_a_question_that_asks_of_the_topic_goes_before_one_that_only_names_it(answerer: Answerer) -> None:
    answer = answerer.ask("What did Ada Quill say about the old quay?")

    assert answer.quotes[0].text.startswith("It has to go.")
    assert not any(quote.text.startswith("He is well") and quote.attribution for quote in answer.quotes)
