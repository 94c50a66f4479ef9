""" "More" after an answer that is unsure goes on with it, and is no surer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome
from qa.conversation.earlier.turns import Conversation

ARTICLES = {
    "salt": (
        "---\ndate: 2024-05-07\n---\nSalt is dear in Dene.\n\nTrade Minister Una Strand came to see it.\n\n"
        "“Salt will be cheap by spring,” Strand said.\n"
    ),
    "zoo": "The zoo at Harwick is full.\n\n“The zoo is full and the cages are old,” Ada Quill said.\n",
    "port": (
        "---\ndate: 2024-05-06\n---\nThe port at Norvik was shut.\n\nPorts Minister Ivo Brandt came to see it.\n\n"
        "“The port will open by spring,” Brandt said.\n\n“The cranes are sold,” Brandt told the council.\n\n"
        "“Nobody will lose a job,” Brandt said.\n"
    ),
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("unsure")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return answerer_of(folder)


def talk(answerer: Answerer, *questions: str) -> list[Answer]:
    conversation, answers = Conversation(), []
    for question in questions:
        answers.append(answerer.ask(question, conversation=conversation))
        conversation = conversation.after(answers[-1], shown=1)
    return answers


def test_more_of_the_minister_of_other_articles_is_unsure_too(answerer: Answerer) -> None:
    _, minister, more = talk(
        answerer, "What did Ada Quill say about the zoo?", "What did the minister say?", "more"
    )

    assert minister.outcome is more.outcome is Outcome.UNSURE
    assert {quote.speaker for quote in more.quotes} <= {"Ivo Brandt", "Una Strand"}


def test_more_of_what_is_sure_stays_sure(answerer: Answerer) -> None:
    *_, more = talk(answerer, "What did Ivo Brandt say?", "more")

    assert more.outcome is Outcome.ANSWERED
