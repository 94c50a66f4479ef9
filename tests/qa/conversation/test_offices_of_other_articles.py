"""A lawyer of other articles is nobody's of whom a talk is about: those of the articles shown come first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome
from qa.conversation.earlier.turns import Conversation

ARTICLES = {
    "mill": (
        "Ivo Brandt burned down the mill at Dene, prosecutors say.\n\nThe mill was old. It stood by the river, and"
        " nobody had worked there since the flood.\n\nThe trial began on Monday, before a full court.\n\n“There was a"
        " storm that night,” defence attorney Una Strand said.\n"
    ),
    "yacht": "Rosa Marsh lost her yacht.\n\nMarsh's lawyer, Tom Hale, said the loss was excessive.\n",
    "wharf": (
        "Wharf at Orsa opens\n\nThe wharf at Orsa was opened by Mayor Ada Quill, before a large crowd.\n\n“The wharf is"
        " unsafe,” Rosa Mott, a fisher, said.\n\nSenior mayoral adviser Ivo Hale said that the wharf at Orsa had been"
        " paid for in full.\n\n“The wharf will outlast us all,” Quill told the crowd. Port director Tom Pryce said that"
        " the wharf was late.\n"
    ),
    "kiln": (
        "“The Marsh kiln is loud,” Una Vane, who lives by it, said. It was built when former mayor Tom Quill said that"
        " the kiln was wanted. Ivo Marsh, a potter, welcomed it. “Nobody else complains,” Marsh told a paper.\n"
    ),
    "quay": (
        "The fare for the quay was raised by port director Una Vane on Monday. “The quay must pay,” Vane said.\n\nThe"
        " quay is old, port director Una Vane said.\n"
    ),
    "more": "Port director Una Vane said that ferries were late.\n",
    "late": "“Rain is near,” port director Una Vane said in Harwick.\n",
    "fair": "Mayor Ned Vane said on Friday that the fair at Harwick would go on.\n",
    "two": "“Boats are dear,” Rosa Marsh said in Dene.\n",
    "pear": "Ned Pryce sold mouldy pears at Harwick.\n\nNobody was ill.\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("offices")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def last_of(answerer: Answerer, *questions: str) -> Answer:
    conversation = Conversation()
    for question in questions:
        answer = answerer.ask(question, conversation=conversation)
        conversation = conversation.after(answer, shown=1)
    return answer


def test_whom_only_other_articles_call_so_is_nobody_of_a_talk_about_somebody_else(answerer: Answerer) -> None:
    answer = last_of(answerer, "Who sold mouldy pears?", "what did the lawyer say?")

    assert answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)
    assert answer.understood.speaker == "lawyer"
    assert not any(quote.speaker for quote in answer.quotes)


def test_the_only_mayor_of_other_articles_is_perhaps_meant(answerer: Answerer) -> None:
    answer = last_of(answerer, "What did Rosa Marsh lose?", "what did the mayor say?")

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.quotes


def test_whoever_the_article_shown_calls_a_lawyer_comes_before_one_of_another(answerer: Answerer) -> None:
    answer = last_of(answerer, "Who lost her yacht?", "what did the lawyer say?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].speaker == "Tom Hale"


def test_his_attorney_is_perhaps_the_one_of_the_article_shown(answerer: Answerer) -> None:
    answer = last_of(answerer, "What did Ivo Brandt burn down?", "what did his attorney say?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].speaker == "Una Strand"


@pytest.mark.parametrize("turn", ["and the mayor?", "what did the mayor say about it?"])
def test_the_mayor_is_whom_the_article_shown_calls_so(answerer: Answerer, turn: str) -> None:
    answer = last_of(answerer, "What did Rosa Mott say about the wharf?", turn)

    assert answer.understood.speaker == "Ada Quill"
    assert answer.quotes[0].text.startswith("“The wharf will outlast us all,”")


def test_whom_the_archive_calls_so_elsewhere_stands_in_no_reading(answerer: Answerer) -> None:
    answer = last_of(answerer, "What did Rosa Mott say about the wharf?", "and the port director?")

    assert answer.understood.speaker == "Tom Pryce"
    assert answer.understood.standalone == "What did Tom Pryce say about the wharf?"


def test_a_former_mayor_of_the_article_shown_is_not_surely_the_mayor(answerer: Answerer) -> None:
    answer = last_of(answerer, "What did Una Vane say about the kiln?", "and the mayor?")

    assert answer.outcome is not Outcome.ANSWERED


def test_of_two_of_one_name_whoever_speaks_in_the_article_shown_is_meant(answerer: Answerer) -> None:
    answer = last_of(answerer, "What did Una Vane say about the kiln?", "what did marsh say about cats")

    assert (answer.understood.speaker, answer.understood.ambiguous) == ("Ivo Marsh", ())


def test_whose_the_mayors_words_were_is_known_in_the_next_turn(answerer: Answerer) -> None:
    answer = last_of(
        answerer, "What did Rosa Mott say about the wharf?", "and the mayor?", "and her adviser?"
    )

    assert answer.quotes[0].speaker == "Ivo Hale"


def test_who_is_asked_after_his_attorney_is_asked_for_anything_too(answerer: Answerer) -> None:
    before = ("What did Ivo Brandt burn down?", "what did his attorney say?")

    answer = last_of(answerer, *before, "and Tom Hale?")

    assert (answer.understood.speaker, answer.understood.topic) == ("Tom Hale", None)
