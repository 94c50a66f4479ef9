"""Which of several speakers with one name is meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome

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


def test_an_office_is_that_of_whoever_alone_speaks_on_the_topic(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    for month, words in (("May", "full"), ("June", "late"), ("July", "cold")):
        text = f"Trains in {month}\n\nRail Bureau director Ada Quill said that the trains were {words}."
        (tmp_path / f"{month}.txt").write_text(text, encoding="utf-8")
    tunnel = "A tunnel to Hale\n\nRail Bureau director Tom Brandt said that the tunnel would be dug by May."
    (tmp_path / "tunnel.txt").write_text(tunnel, encoding="utf-8")
    ask = answerer_of(tmp_path).ask

    on_tunnel = ask("What did the Rail Bureau director say about the tunnel?")
    on_trains = ask("What did the Rail Bureau director say about trains?")

    assert (on_tunnel.understood.speaker, on_tunnel.understood.instead_of) == ("Tom Brandt", ("Ada Quill",))
    assert on_tunnel.quotes[0].speaker == "Tom Brandt"
    assert (on_trains.understood.speaker, on_trains.understood.instead_of) == ("Ada Quill", ())


def test_the_mayor_of_a_place_is_nobody_who_has_its_name(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "A new school\n\nThe head teacher, Ines Hale, said that the school was full. The ringer, Ivo Hale, said that "
        "the school was loud."
    )

    answer = ask("What did the mayor of Hale say about the school?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
    assert answer.understood.ambiguous == ()
