"""A question of fact that names a body by letters is answered by an article that writes its name, and the reverse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

TOLLS = (
    "The Federal Trade Commission filed a lawsuit against Orsa Ferries on Monday over its tolls. The ferries ran on "
    "Tuesday as on any other day, and the tolls stayed what they were.\n"
)
BERTHS = "Dene Harbour fell after the Environmental Protection Agency alleged abuse of its berths.\n"
MODELS = (
    "Orsa Ferries showed models of its ships in Harwick. Travellers liked to watch what Orsa Ferries had brought, and "
    "children did with them what children do.\n"
)
BREAD = (
    "The National Federation of Bakers (NFB) met in Harwick.\n\nBread was dear all winter. The NFB closed eleven "
    "ovens in Dene in May.\n"
)
BANK = "The Norland Lease Bank (NLB) met in Norland.\n"
LAMBS = "The Norland Lamb Board (NLB) met in Orsa.\n\nThe NLB fined Eldmoor Farm $900 over a sick lamb.\n"
SPACE = "NASA will land a rover on the moon of Orsa in June. It is to dig there for ice.\n"


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str], Answer]:
    for name, text in (
        ("tolls", TOLLS),
        ("models", MODELS),
        ("bread", BREAD),
        ("space", SPACE),
        ("berths", BERTHS),
        ("bank", BANK),
        ("lambs", LAMBS),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(tmp_path).ask


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("What did the FTC do to Orsa Ferries?", "The Federal Trade Commission filed"),
        ("what did the ftc do to orsa ferries", "The Federal Trade Commission filed"),
        ("How many ovens did the National Federation of Bakers close?", "The NFB closed eleven ovens"),
        ("Where will the National Aeronautics and Space Administration land?", "NASA will land a rover"),
        ("where will the national aeronautics and space administration land", "NASA will land a rover"),
    ],
    ids=["letters", "small letters", "letters that an article gives", "name", "name in small letters"],
)
def test_a_body_is_found_by_its_other_name(
    ask: Callable[[str], Answer], question: str, answered: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith(answered)
    assert answer.understood.question == question


@pytest.mark.parametrize(
    "question",
    [
        "Who closed eleven ovens in Dene?",
        "When did the SEC sue Orsa Ferries?",
        "What did the NRA do to Orsa Ferries?",
        "How much did the Norland Lease Bank fine Eldmoor Farm?",
    ],
    ids=["a word that is letters too", "another body", "one that no article has", "letters of two bodies"],
)
def test_no_body_is_taken_for_another(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)

    assert answer.understood.standalone == question


def test_what_is_told_of_a_body_that_is_not_quoted_is_found_by_its_other_name(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did the EPA say about Dene Harbour?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].text.startswith("Dene Harbour fell after the Environmental")
    assert answer.understood.speaker == "Environmental Protection Agency"
