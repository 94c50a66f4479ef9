from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Outcome

ARTICLES = (
    "Judge Ada Quill heard the case in Harwick. The ferry was late.",
    "“It rained,” said Judge Ada R. Quill. Nobody in Dene heard it.",
    "The case was tried by judge Tom Brandt in Dene. The witness, Una Strand, left early.",
    "The council met in Norland and Ivo Hale, a baker, spoke of bread.",
)


@pytest.fixture(scope="module")
def courts(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("courts")
    rows = [{"id": f"c{number}", "title": "Notes", "text": text} for number, text in enumerate(ARTICLES)]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return answerer_of(folder)


@pytest.mark.parametrize(
    "question", ["Which judges are mentioned?", "Who are the judges?", "list all judges"]
)
def test_all_of_a_kind_are_named_with_the_sentences_that_call_them_so(
    courts: Answerer, question: str
) -> None:
    answer = courts.ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.note == (
        "2 people are called that, or by another word for it: Ada Quill (2), Tom Brandt. Whom no article calls so is"
        " not counted."
    )
    assert ["Quill" in answer.quotes[0].text, "Brandt" in answer.quotes[1].text] == [True, True]


def test_where_nobody_is_called_so_the_question_is_answered_as_any_other(courts: Answerer) -> None:
    assert "called that" not in courts.ask("Which mayors are mentioned?").note
