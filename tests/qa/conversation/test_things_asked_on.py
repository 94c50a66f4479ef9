"""What several questions of fact in a row are about: a thing named with "the", and who is not meant by "he"."""

from __future__ import annotations

import pytest

from qa.answers import Outcome
from tests.qa.conversation.talks_of_dene import Before, followed

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
