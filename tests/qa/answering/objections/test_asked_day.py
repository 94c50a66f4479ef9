from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.objections.asked_day import names_asked_day, tells_of_place_and_day
from qa.answers import Outcome


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("What happened on 17 October 2000?", "The crash, on 17 October 2000, blocked the line.", True),
        ("what happened on October 17th, 2000", "It crashed on 17th of October, 2000.", True),
        ("What took place on the 3rd of Sept. 1998?", "On Sep 3 1998 the pier burned.", True),
        ("What happened on 17 October 2000?", "The crash on 17 October 2001 blocked the line.", False),
        ("What happened on 17 October 2000?", "The crash of October 2000 blocked the line.", False),
        ("What happened on 17 October?", "The crash, on 17 October 2000, blocked the line.", False),
        ("What happened in Dene on 17 October 2000?", "Harwick burned on 17 October 2000.", False),
        ("Who died on 17 October 2000?", "Harwick burned on 17 October 2000.", False),
    ],
    ids=["as asked", "month first", "short", "another year", "no day", "no year", "a place too", "who"],
)
def test_a_text_names_the_whole_day_that_alone_is_asked_for(question: str, text: str, names: bool) -> None:
    assert names_asked_day(question, text) is names


@pytest.mark.parametrize(
    ("question", "text", "tells"),
    [
        (
            "What happened at the Harwick Inn on 12 August?",
            "Two were held at the Harwick Inn on Aug. 12.",
            True,
        ),
        ("What happened in Dene on August 12, 2023?", "Dene burned on 12 August 2023.", True),
        ("What happened in Dene on 12 August?", "Dene burned on 12 August 2023.", True),
        ("What happened in Dene on 12 August 2022?", "Dene burned on 12 August 2023.", False),
        ("What happened in Dene on 12 August?", "Dene burned on 13 August.", False),
        ("What happened at the Harwick Inn on 12 August?", "Harwick burned on 12 August.", False),
        ("What happened on 12 August?", "Harwick burned on 12 August.", False),
        ("Who died in Dene on 12 August?", "Dene burned on 12 August.", False),
    ],
)
def test_a_text_tells_of_the_place_and_the_day_that_are_asked_for(
    question: str, text: str, tells: bool
) -> None:
    assert tells_of_place_and_day(question, text, date(2023, 8, 14)) is tells


@pytest.mark.parametrize(("told_on", "tells"), [("2023-08-14", True), ("2024-08-14", False), (None, False)])
def test_a_day_without_a_year_is_of_the_year_of_its_article(told_on: str | None, tells: bool) -> None:
    day = date.fromisoformat(told_on) if told_on else None

    assert (
        tells_of_place_and_day("What happened in Dene on 12 August 2023?", "Dene burned on 12 August.", day)
        is tells
    )


def test_what_happened_on_a_day_is_answered_by_what_an_undated_article_tells_of_it(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "line.md").write_text(
        "# The line\n\nThe inquiry heard the driver. The crash, on 17 October 2000, blocked the line from Dene to "
        "Harwick for a week. Nobody was hurt.\n",
        encoding="utf-8",
    )

    told = answerer_of(tmp_path).ask("What happened on 17 October 2000?")
    other = answerer_of(tmp_path).ask("What happened on 18 October 2000?")

    assert told.outcome is Outcome.ANSWERED
    assert "on 17 October 2000" in told.quotes[0].text
    assert other.outcome is not Outcome.ANSWERED


def test_what_names_the_day_goes_before_what_has_its_words_apart(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "fair.md").write_text(
        "# The fair\n\nWhat happened at the fair of 17 October, as in October 2000, was rain.\n\nThe happy fair of "
        "2000 began on 17 October and ended in October.\n",
        encoding="utf-8",
    )
    (tmp_path / "line.md").write_text(
        "# The line\n\nAda Quill thinks herself lucky after the crash of Oct. 17, 2000, that blocked the line.\n",
        encoding="utf-8",
    )

    told = answerer_of(tmp_path).ask("What happened on 17 October 2000?")

    assert told.outcome is Outcome.ANSWERED
    assert told.quotes[0].text.startswith("Ada Quill")
