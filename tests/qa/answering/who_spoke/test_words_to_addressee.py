"""Questions for what somebody told a hearer, who stands after the verb and not in what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

ARTICLES = Path(__file__).parents[1] / "whether"


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer]) -> Callable[..., Answer]:
    return answerer_of(ARTICLES).ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Ada Quill tell the harbour board?", "Ada Quill told the harbour board on Monday"),
        ("What did Quill tell the board in Dene?", "Ada Quill told the harbour board on Monday"),
        ("What did Quill say to the board?", "Ada Quill told the harbour board on Monday"),
        ("What did Ada Quill tell Rosa Lind?", '"We have two winters left,"'),
        ("What did Quill tell Radio Dene?", '"We have two winters left,"'),
        ("what did quill write to the lock keepers", "In her letter to the lock keepers, Quill said"),
        ("What did Lea Marsh warn the lifeboat pilots about?", "Lea Marsh warned the lifeboat pilots not to"),
    ],
)
def test_what_was_told_to_a_hearer_is_all_that_answers(
    ask: Callable[..., Answer], question: str, told: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert [quote.text.startswith(told) for quote in answer.quotes] == [True]


def test_other_words_do_not_answer_where_nothing_was_told_to_a_hearer(ask: Callable[..., Answer]) -> None:
    answer = ask("What did Ada Quill tell Una Strand?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
    assert answer.understood.topic == "Una Strand"


@pytest.mark.parametrize(
    "question",
    [
        "What did Tom Hale tell the lock keepers?",
        "What did Tom Hale demand from the lock keepers?",
    ],
)
def test_that_no_words_name_a_hearer_is_no_proof_of_silence(
    ask: Callable[..., Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND, Outcome.UNSURE)
    assert answer.nearest is None


def test_a_hearer_in_small_letters_has_a_name_where_the_archive_has_it(ask: Callable[..., Answer]) -> None:
    assert ask("what did ada quill tell una strand").understood.topic == "una strand"
    assert ask("what did ada quill tell voters").understood.topic is None


def test_two_words_say_which_hearers_are_meant(ask: Callable[..., Answer]) -> None:
    assert ask("What did Ada Quill tell the dockers' unions?").understood.topic == "the dockers' unions"


def test_a_question_that_something_did_not_happen_names_its_speaker_plainly(
    ask: Callable[..., Answer],
) -> None:
    assert ask("Why didn't Ada Quill speak?").understood.speaker is None


def test_whoever_bears_an_office_is_asked_for_what_they_told_a_hearer(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Two rulings\n\nJudge Ines Orsa told Tom Brandt that his barge was no home. In Dene, Judge Una Strand said "
        "that the ferry must sail on Sundays.\n\nA judge in Halvorn told the bakers to close."
    )

    answer = ask("What did the judge tell Tom Brandt?")

    assert answer.outcome is Outcome.ANSWERED
    assert [quote.speaker for quote in answer.quotes] == ["Ines Orsa"]


def test_what_was_told_where_no_article_tells_of_the_place_is_not_it(ask: Callable[..., Answer]) -> None:
    assert ask("What did Quill tell the board in Halvorn?").outcome is not Outcome.ANSWERED
