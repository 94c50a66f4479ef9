"""Which of several speakers with one name is meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qa.answering.answerer import Answerer
from qa.answers import Outcome

IN_OFFICE = """The tolls of Dene

President Vane spoke of the tolls. “The tolls must rise before the winter,” President Vane said.
"""
BY_NAME = """A race in the snow

Una Vane, who opened the race, said that the tolls keep visitors away. “Nobody pays such tolls,” Una Vane said.
"""


def test_an_office_for_the_first_name_is_not_asked_back_about(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "office.txt").write_text(IN_OFFICE, encoding="utf-8")
    (tmp_path / "name.txt").write_text(BY_NAME, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did Vane say about the tolls?")

    assert answer.outcome is Outcome.ANSWERED
    assert {quote.speaker for quote in answer.quotes} == {"President Vane", "Una Vane"}
    assert (answer.understood.ambiguous, answer.understood.instead_of) == ((), ())
