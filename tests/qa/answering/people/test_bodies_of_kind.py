"""Which body "the advertising watchdog" means: the only one of that field which an article calls so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

ADVERTS = (
    "A reader wrote to the watchdog about a poster for the ferry. The Dene Advertising Authority said the poster "
    "misled travellers.\n"
)
PIERS = (
    "The Harwick Pier Commission said the pier leaks. The Pier Office of Dene said that its pier does not.\n"
)
TRAINS = "The Harwick Rail Commission said the trains were late.\n"


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str], Answer]:
    for name, text in (("adverts", ADVERTS), ("piers", PIERS + "The regulator met."), ("trains", TRAINS)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(tmp_path).ask


@pytest.mark.parametrize("typed", ["the advertising watchdog", "the advertising regulator"])
def test_a_watchdog_may_be_the_one_body_of_its_field(ask: Callable[[str], Answer], typed: str) -> None:
    answer = ask(f"What did {typed} say about the poster?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Dene Advertising Authority")
    assert answer.understood.loosely_described


@pytest.mark.parametrize(
    "question",
    [
        "What did the pier watchdog say about the pier?",
        "What did the rail watchdog say about the trains?",
        "What did the advertising watchdog say about the trains?",
        "What did the water watchdog say about the poster?",
    ],
    ids=["of two", "not called so", "on something else", "of another field"],
)
def test_no_body_is_taken_for_a_watchdog_that_may_be_another(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    assert not answer.understood.loosely_described


NURSES = "The Royal College of Nurses said the hall was cold. The Rowers and Keepers Council said the pier was late.\n"


@pytest.mark.parametrize("typed", ["the nurses' union", "the nurses’ body", "the nurses union"])
def test_a_body_of_members_is_the_one_with_them_in_its_name(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, typed: str
) -> None:
    (tmp_path / "nurses.txt").write_text(NURSES, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(f"What did {typed} say about the hall?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Royal College of Nurses")


def test_a_body_of_other_members_is_not_found(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    (tmp_path / "nurses.txt").write_text(NURSES, encoding="utf-8")

    assert (
        answerer_of(tmp_path).ask("What did the divers' union say about the hall?").outcome
        is Outcome.NOT_FOUND
    )
