"""Whom "Norland's president" means where articles call one a former president, and another plainly the president."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

FORMER = "Former Norland president Ivo Brandt said on Monday that the ferry must run in winter.\n"
PLAIN = FORMER + "\nPresident Ada Quill said the treasury could not pay for the ferry.\n"
IN_FULL = FORMER + "\nNorland president Ada Quill said the treasury could not pay for the ferry.\n"


@pytest.fixture
def ask_in(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str, str], Answer]:
    def asked(text: str, question: str) -> Answer:
        (tmp_path / "talks.txt").write_text(f"Title: Talks in Norland\n\n{text}", encoding="utf-8")
        return answerer_of(tmp_path).ask(question)

    return asked


@pytest.mark.parametrize("topic", ["", " about the ferry"], ids=["anything", "a topic"])
def test_whoever_an_article_plainly_calls_so_is_meant_before_a_former_one(
    ask_in: Callable[[str, str], Answer], topic: str
) -> None:
    answer = ask_in(PLAIN, f"What did Norland's president say{topic}?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Ada Quill")
    assert answer.understood.loosely_described


def test_a_former_one_alone_may_be_meant(ask_in: Callable[[str, str], Answer]) -> None:
    answer = ask_in(FORMER, "What did Norland's president say about the ferry?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Ivo Brandt")


def test_nothing_is_denied_of_a_former_one(ask_in: Callable[[str, str], Answer]) -> None:
    answer = ask_in(FORMER, "What did Norland's president say about herrings?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
    assert answer.nearest is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Norland's former president", "Ivo Brandt"), ("Norland's president", "Ada Quill")],
    ids=["the former one", "the one in office"],
)
def test_who_is_called_as_was_typed_is_meant_for_sure(
    ask_in: Callable[[str, str], Answer], typed: str, name: str
) -> None:
    answer = ask_in(IN_FULL, f"What did {typed} say about the ferry?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.ANSWERED, name)
