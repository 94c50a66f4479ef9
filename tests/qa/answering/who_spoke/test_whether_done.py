"""Questions whether somebody did something with words, over articles in which some did and some did not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.who_spoke.sought import Sought
from qa.answering.who_spoke.who_said import doing
from qa.answers import Answer, Outcome
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.language.terms import content_terms
from qa.understanding.verb_forms import asks_yes_or_no

ARTICLES = Path(__file__).parents[1] / "whether"


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer]) -> Callable[..., Answer]:
    return answerer_of(ARTICLES).ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Did Ada Quill endorse Ivo Brandt?", "Ada Quill endorsed Ivo Brandt"),
        ("Has Quill endorsed Brandt?", "Ada Quill endorsed Ivo Brandt"),
        ("Does Ada Quill support Brandt?", "Ada Quill endorsed Ivo Brandt"),
        ("Did Una Strand endorse Ivo Brandt?", "Una Strand did not endorse Ivo Brandt"),
        ("Did Strand apologise to the islanders?", "Una Strand apologised to the islanders"),
        ("Did Una Strand apologise?", "Una Strand apologised to the islanders"),
        ("Did Ivo Dare apologise?", "Dare said late on Monday he would not be apologising"),
        ("Did Ada Quill endorse anyone?", "Ada Quill endorsed Ivo Brandt"),
    ],
)
def test_what_tells_that_somebody_did_it_or_did_not_comes_first(
    ask: Callable[..., Answer], question: str, first: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith(first)


def test_passages_are_looked_for_by_the_name_and_the_verb_too(
    library_of: Callable[[Path], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.answering.who_spoke.who_said.MOST_PASSAGES", 1)
    sought = Sought.of("endorse", "Ivo Brandt")
    assert sought is not None

    with library_of(ARTICLES).snapshot() as view:
        found = {
            name: {
                each.version.article.id for each in doing(view, sought, Scope(), content_terms(name)).quotes
            }
            for name in ("Ada Quill", "Rosa Lind")
        }

    assert found == {"Ada Quill": {"vote"}, "Rosa Lind": {"radio"}}


def test_the_asked_verb_comes_before_another_that_amounts_to_it(ask: Callable[..., Answer]) -> None:
    answer = ask("Did Rosa Lind endorse Ivo Brandt?")

    assert [quote.text.split(" on ")[0] for quote in answer.quotes[:2]] == [
        "Rosa Lind endorsed Ivo Brandt",
        "Rosa Lind praised Ivo Brandt",
    ]


def test_words_that_have_the_asked_verb_come_before_another_deed(ask: Callable[..., Answer]) -> None:
    answer = ask("Did Una Brock congratulate Ned Pryce?")

    assert "to congratulate him" in answer.quotes[0].text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Who did Ada Quill endorse?", "Ada Quill endorsed Ivo Brandt"),
        ("who does rosa lind support", "Rosa Lind endorsed Ivo Brandt"),
        ("Who did Rosa Lind praise?", "Rosa Lind praised Ivo Brandt"),
        ("What did Una Strand apologise for?", "Una Strand apologised to the islanders"),
    ],
)
def test_to_whom_somebody_did_it_is_answered_by_what_tells_that_they_did(
    ask: Callable[..., Answer], question: str, first: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith(first)


@pytest.mark.parametrize("question", ["Who did Tom Hale endorse?", "What did Ada Quill apologise for?"])
def test_what_somebody_never_did_is_answered_by_none_of_their_words(
    ask: Callable[..., Answer], question: str
) -> None:
    assert ask(question).outcome is not Outcome.ANSWERED


@pytest.mark.parametrize("question", ["Did Tom Hale endorse Ivo Brandt?", "Has Hale endorsed Brandt?"])
def test_words_on_somebody_do_not_answer_what_was_done_to_them(
    ask: Callable[..., Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.outcome in (Outcome.UNSURE, Outcome.NEAREST, Outcome.NOT_FOUND)
    assert all("Ruiz" not in quote.text for quote in answer.quotes[:1])


def test_where_only_the_verb_says_what_is_asked_other_words_are_no_answer(ask: Callable[..., Answer]) -> None:
    answer = ask("Did Tom Hale apologise to the islanders?")

    assert answer.outcome is not Outcome.ANSWERED
    assert "apolog" in answer.quotes[0].text


def test_a_promise_is_made_in_any_words(ask: Callable[..., Answer]) -> None:
    answer = ask("Did Guy Orsa promise to pay for a new pier?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.understood.topic == "to pay for a new pier"
    assert answer.quotes[0].speaker == "Guy Orsa"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Did Quill endorse Brandt?", True),
        ("please tell me, has Quill resigned?", True),
        ("What did Quill endorse?", False),
        ("Who endorsed Brandt?", False),
    ],
)
def test_questions_for_yes_or_no_are_told_by_their_first_word(question: str, expected: bool) -> None:
    assert asks_yes_or_no(question) is expected


def test_praise_is_no_endorsement(ask: Callable[..., Answer]) -> None:
    answer = ask("Did Lea Marsh endorse Guy Orsa?")

    assert answer.quotes[0].text.startswith("Lea Marsh congratulated")
    assert answer.outcome is Outcome.UNSURE
