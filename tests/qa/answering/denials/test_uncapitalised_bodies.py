"""The Finance Ministry of one article, and "the finance ministry" of another, of which a record has no name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

LOANS = "Loans\n\nThe loans are safe, the Finance Ministry said on Monday. The Finance Ministry was glad.\n"
FERRIES = "Ferries\n\nNine ferries were sold in secret, {called} said in a statement.\n"


@pytest.fixture
def asked(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str], Answer]:
    def ask(called: str) -> Answer:
        for name, text in (("loans", LOANS), ("ferries", FERRIES.format(called=called))):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return answerer_of(tmp_path).ask("What did the Finance Ministry say about the ferries?")

    return ask


@pytest.mark.parametrize("called", ["the finance ministry", "the finance\nministry"])
def test_a_body_in_small_letters_may_be_the_one_that_is_asked_for(
    asked: Callable[[str], Answer], called: str
) -> None:
    answer = asked(called)

    assert answer.outcome is Outcome.UNSURE
    assert "in secret" in answer.quotes[0].text


@pytest.mark.parametrize("called", ["the defence ministry", "an officer of the finance ministry"])
def test_what_another_says_stays_another_s(asked: Callable[[str], Answer], called: str) -> None:
    assert asked(called).outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
