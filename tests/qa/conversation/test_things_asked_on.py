"""What several questions of fact in a row are about: a thing named with "the", and who is not meant by "he"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Outcome
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.fragments.about_shown_quotes import shows
from qa.conversation.topics.definite_things import definite_thing
from qa.conversation.topics.subjects import subject
from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, Before, followed, read

NOTHING = Outcome.NOT_FOUND
FERRY: Before = ("how many people were on the ferry that sank off Dene?", "Forty people were aboard.", ())
HURT: Before = ("was anyone hurt?", "Nobody was hurt.", ())
BOAT: Before = ("how much does ada quill want for the boat?", "Quill wants 900 crowns for the boat.", ())


def asked(question: str, *before: Before) -> str:
    return followed(question, *before).understood.standalone


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("how many people were on the ferry that sank off Dene?", "the ferry"),
        ("how many died in the ferry crash in Orsa?", "the ferry crash in Orsa"),
        ("how much does Quill want for the boat?", "the boat"),
        ("who made the clock on the old pier?", "the clock"),
        ("how much is Ines Rolands' boat?", "Ines Rolands' boat"),
        ("since when was the ferry on sale?", "the ferry"),
        ("how many were there at the time?", None),
        ("who won in the end?", None),
        ("who is angry with the mayor in Dene?", None),
    ],
)
def test_the_thing_that_a_question_of_fact_names(question: str, thing: str | None) -> None:
    assert definite_thing(question) == thing


def test_it_is_that_thing_after_questions_that_name_nothing() -> None:
    assert asked("who owns it?", FERRY, HURT) == "who owns the ferry (Dene)?"


def test_it_is_the_thing_that_was_named_last() -> None:
    owned: Before = ("who owns it?", "The mill owns the ferry.", ())
    built: Before = ("when was the mill built?", "The mill was built in 1880.", ())

    assert asked("who sold it?", FERRY, owned, built).startswith("who sold the mill")


def test_nobody_else_is_besides_a_thing() -> None:
    counts: Before = ("how many counts?", "There are nine counts.", ())
    quill: Before = ("where was ada quill caught?", "Ada Quill was caught in Dene.", ())

    assert asked("was anyone else arrested?", quill, counts) == "was anyone else arrested besides Ada Quill?"
    assert "besides the ferry" not in asked("was anyone else hurt?", FERRY)


def test_she_and_it_are_both_put_in() -> None:
    assert asked("what did she pay for it?", BOAT) == "what did Ada Quill pay for the boat?"


@pytest.mark.parametrize("question", ["what kind of engine was it?", "was it her first boat?"])
def test_it_may_be_what_the_question_asks_for(question: str) -> None:
    assert (
        "the boat" not in asked(question, ("how old is the boat?", "The boat is old.", ())).partition("(")[0]
    )


def test_he_is_not_the_one_who_was_she() -> None:
    charged: Before = ("what is ivo brandt charged with?", "Brandt is charged with theft.", ())
    victim: Before = ("who was the victim?", "The victim was a nurse from Dene.", ())
    age: Before = ("how old was she?", "She was 39.", ())

    assert asked("when was he arrested?", charged, victim, age) == "when was Ivo Brandt arrested?"


@pytest.mark.parametrize("question", ["from where?", "where to?", "out of how many?"])
def test_a_question_that_goes_on_in_the_middle_of_the_last_keeps_its_words(question: str) -> None:
    taken: Before = ("when was ada quill taken away?", "Ada Quill was taken away in 1997.", ())

    assert asked(question, taken).startswith(f"{question.rstrip('?')} (Ada Quill")


def test_a_given_name_in_small_letters_is_part_of_the_surname_that_was_shown() -> None:
    bail: Before = ("how high is tom merrin's bail?", "A judge held Merrin on bail of 300 crowns.", ())

    assert asked("how old is he?", bail) == "how old is Tom Merrin?"


def test_how_long_something_takes_is_no_part_of_it() -> None:
    assert subject(read("how long will Halvorn joining the league take?")) == "Halvorn joining the league"


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


def test_how_many_there_are_is_asked_of_what_was_talked_of() -> None:
    ferries: Before = ("what did quill say about the new ferries", "Words.", (QUILL,))

    standalone = followed("how many will there be?", ferries).understood.standalone

    assert standalone == "how many of the new ferries will there be?"


def test_of_one_thing_nothing_is_counted() -> None:
    assert " of the levee" not in followed("how many are there?", ON_LEVEE).understood.standalone


def test_it_is_a_thing_that_a_question_names_with_this() -> None:
    debate: Before = ("who moderated the debate in Dene?", "Ivo Brandt moderated it.", ())
    virus: Before = ("what is known about this virus?", "Little is known.", ())

    assert asked("how dangerous is it?", debate, virus) == "how dangerous is this virus?"


@pytest.mark.parametrize("question", ["why is it hard to vote?", "will it be safe to swim?"])
def test_it_before_what_is_hard_or_safe_is_no_thing_of_before(question: str) -> None:
    assert asked(question, ("who owns the mill?", "Tom Mott owns the mill.", ())) == question
