"""What several questions of fact in a row are about: a thing named with "the", and who is not meant by "he"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Outcome
from qa.conversation.printed import shows
from qa.conversation.turns import Conversation, Turn
from tests.qa.conversation.talks_of_dene import Before, followed, read

NOTHING = Outcome.NOT_FOUND
FERRY: Before = ("how many people were on the ferry that sank off Dene?", "Forty people were aboard.", ())
HURT: Before = ("was anyone hurt?", "Nobody was hurt.", ())
FIRE: Before = ("how many died in the Orsa fire?", "Nine died in the fire at the mill.", ())
BOAT: Before = ("how much does ada quill want for the boat?", "Quill wants 900 crowns for the boat.", ())


def asked(question: str, *before: Before) -> str:
    return followed(question, *before).understood.standalone


@pytest.mark.parametrize("question", ["from where?", "where to?", "out of how many?"])
def test_a_question_that_goes_on_in_the_middle_of_the_last_keeps_its_words(question: str) -> None:
    taken: Before = ("when was ada quill taken away?", "Ada Quill was taken away in 1997.", ())

    assert asked(question, taken).startswith(f"{question.rstrip('?')} (Ada Quill")


def test_a_given_name_in_small_letters_is_part_of_the_surname_that_was_shown() -> None:
    bail: Before = ("how high is tom merrin's bail?", "A judge held Merrin on bail of 300 crowns.", ())

    assert asked("how old is he?", bail) == "how old is Tom Merrin?"


def test_it_is_what_was_shown_before_a_question_that_found_nothing() -> None:
    mill = Turn(
        "where is the sunken mill?", "Words.", read("where is the sunken mill?"), ("quote",), Outcome.ANSWERED
    )
    name = Turn("what's it called?", "", replace(read("what's it called?"), carried=("words",)), (), NOTHING)

    assert shows(Conversation((mill, name)))
    assert not shows(Conversation((mill, replace(name, understood=read("where is Dene?")))))


def test_her_mother_is_looked_for_where_it_was_shown() -> None:
    attack: Before = ("was anyone from Dene hurt?", "A woman of 45 was hurt.", ())

    assert followed("what happened to her mother?", attack).near == {"quote 0"}
    assert followed("why did Rosa Hale sell her house?", attack).near is None
