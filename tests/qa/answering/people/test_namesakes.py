"""Which of several speakers with one name is meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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


def test_a_bare_role_is_that_of_whoever_has_more_words_beside_it_and_alone_speaks_on_the_topic(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Boats\n\nAda Quill, a psychologist, said that boats were calm places.\n\nThe race began late.\n\n"
        "Tom Brandt, a clinical psychologist in Bela, said that the swap of the twins would hurt.\n\n"
        "The race was long.\n\nUna Strand, a sports psychologist, said that nets were heavy."
    )

    on_twins, on_boats = (
        ask("What did the psychologist say about the twins?"),
        ask("What did the psychologist say?"),
    )

    assert (on_twins.outcome, on_twins.quotes[0].speaker) == (Outcome.ANSWERED, "Tom Brandt")
    assert on_boats.understood.speaker == "Ada Quill"


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


QUILLS = """A daughter leaves

Ada Quill spoke at the harbour. “I drove Ivo to the boat and wept,” Ada Quill said. “The boat was late,” Ada Quill said.

Ivo Quill, 19, said that he had chosen the island school himself, though his mother thought that any school would do.

“The Ivo prize is named after a cat,” Ivo Quill said.
"""


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did Quill say about driving Ivo to the island school?", "Ada Quill"),
        ("What did Quill say about Ivo Quill?", "Ada Quill"),
        ("what did quill say about ivo", "Ada Quill"),
        ("What did Quill say about the island school?", "Ivo Quill"),
        ("What did Quill say about the Ivo prize?", "Ivo Quill"),
    ],
)
def test_who_is_talked_of_is_not_whose_words_are_asked_for(
    asker_of: Callable[[str], Callable[[str], Answer]], question: str, speaker: str
) -> None:
    assert asker_of(QUILLS)(question).understood.speaker == speaker


def test_nobody_by_name_is_offered_where_the_words_are_of_people_without_one(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    (tmp_path / "flu.txt").write_text(
        "The doctors said that the flu was deadly. The doctors said that the flu would last.\n",
        encoding="utf-8",
    )
    (tmp_path / "mill.txt").write_text("“The mill is safe,” said Una Strand, a doctor.\n", encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the doctors say about the flu?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.ANSWERED, None)
    assert (answer.understood.bearers, answer.understood.speaker_is_role) == ((), True)


def test_mr_is_whom_an_article_names_in_full_where_he_alone_speaks_on_the_topic(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    hall = "A roof is mended\n\nGuy Hale, who keeps the hall, spoke. Mr Hale said that the roof had leaked for years."
    farm = "A field is lost\n\nThe rain came. Mr Hale said that his barley had stood in water."
    pier = "A pier is shut\n\nTom Hale, who built it, said that the pier would stay shut until May."
    (tmp_path / "pier.txt").write_text(pier, encoding="utf-8")
    (tmp_path / "hall.txt").write_text(hall, encoding="utf-8")
    (tmp_path / "farm.txt").write_text(farm, encoding="utf-8")
    ask = answerer_of(tmp_path).ask

    on_roof, on_barley = (ask(f"What did Mr Hale say about the {each}?") for each in ("roof", "barley"))

    assert (on_roof.outcome, on_roof.quotes[0].speaker) == (Outcome.ANSWERED, "Guy Hale")
    assert set(on_roof.understood.instead_of) == {"Mr Hale", "Tom Hale"}
    assert (on_barley.outcome, on_barley.quotes[0].speaker) == (Outcome.ANSWERED, "Mr Hale")
