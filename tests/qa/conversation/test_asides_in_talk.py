"""What the talk goes on about after it was asked aside who somebody is, or after nobody was found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Outcome, QuestionKind
from qa.conversation.pronouns.names_in_small_letters import with_whole_name
from qa.conversation.pronouns.who_was_asked import speaker_meant
from qa.conversation.topics.standalone import Standalone
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed, read

ON_FERRIES: Before = ("what did quill say about the ferries", "Words.", (QUILL,))
WHO_IS_SHE: Before = ("who is she?", "Ada Quill runs the port.", ())


@pytest.mark.parametrize("aside", ["which firm is she from?", "what's her name?"])
def test_it_is_still_what_was_spoken_of_after_an_aside(aside: str) -> None:
    on_council = ("what did the council say", "Words.", ("Harwick Council",))

    understood = followed("when did it break?", ON_LEVEE, (aside, "Words.", ()), on_council).understood

    assert understood.standalone == "when did the levee break?"


def test_it_is_a_thing_of_somebodys_and_what_was_asked_of_it_is_no_other() -> None:
    on_pier = ("what is Ned Hale's new pier called", "Words.", ())
    cost, likely = ("how much will it cost?", "Words.", ()), ("is that likely?", "Words.", ())
    on_council = ("what did the council say", "Words.", ("Harwick Council",))

    understood = followed("when does it open?", on_pier, cost, likely, on_council).understood

    assert understood.standalone == "when does Ned Hale's new pier open?"


def test_it_is_what_was_named_in_a_question_about_somebody() -> None:
    on_mill = ("why did she sell the mill?", "Words.", ())

    assert "levee" not in followed("when was it built?", ON_LEVEE, on_mill).understood.standalone


def test_nobody_asks_on_about_a_name_that_was_asked_aside() -> None:
    understood = followed(
        "what do critics say about it", ON_LEVEE, ("what's her name?", "Words.", ())
    ).understood

    assert understood.topic == "the levee"


def test_a_body_named_after_who_is_she_is_asked_for_words_on_the_same() -> None:
    found = followed("and the council?", ON_LEVEE, WHO_IS_SHE)

    assert found.understood.kind is QuestionKind.SAID
    assert (found.understood.speaker, found.understood.topic) == ("council", "the levee")
    assert found.otherwise is not None
    assert found.otherwise.understood.speaker == "Harwick Council"


def test_a_person_named_after_who_is_she_may_be_asked_for_as_she_was() -> None:
    assert followed("and brandt?", ON_LEVEE, WHO_IS_SHE).understood.kind is QuestionKind.CONTENT


def test_who_is_he_asks_for_the_whole_name_of_who_was_taken_for_it() -> None:
    last = read("what did orsa say about the levee")

    assert with_whole_name(Standalone("who is Orsa?", ("Orsa",)), last).text == "who is Bill Orsa?"
    assert with_whole_name(Standalone("who is Dene?", ("Dene",)), last).text == "who is Dene?"


def test_the_other_of_a_kind_is_looked_for_in_what_was_shown_and_was_not_heard() -> None:
    found = followed("what did the other mayor say?", ON_LEVEE)

    assert (found.understood.speaker, found.understood.speaker_is_role) == ("mayor", True)
    assert (found.near, found.silent, found.doubtful) == (frozenset({"quote 0"}), frozenset({QUILL}), True)
    # One of other articles is better guessed than denied.
    assert found.otherwise is not None
    assert found.otherwise.doubtful


def test_who_was_asked_for_by_a_role_and_not_found_is_he() -> None:
    before = ("what did the ferry boss say about the levee", "", ())

    def asked(question: str) -> str:
        return followed(question, before, outcome=Outcome.NOT_FOUND).understood.standalone

    assert asked("what's his name?") == "what's the ferry boss' name?"
    assert asked("where does he live?") == "where does the ferry boss live?"


def test_he_is_the_boss_who_spoke_of_a_firm_that_an_archive_takes_for_a_person() -> None:
    speakers = ListedSpeakers((Speaker("Vantor", "person", (), 1), Speaker(BRANDT, "person", ("Brandt",), 1)))
    last = replace(read("what did brandt say about it"), described="mill boss", topic="Vantor")

    assert speaker_meant("he", last, speakers) == BRANDT


def test_they_are_the_things_that_one_person_spoke_of() -> None:
    assert followed("when do they sail?", ON_FERRIES).understood.standalone == "when do the ferries sail?"
    assert followed("who else talked about them?", ON_FERRIES).understood.topic == "the ferries"


@pytest.mark.parametrize("question", ["why do they want that?", "why did they ban them?"])
def test_they_are_no_things_where_they_do_what_people_do(question: str) -> None:
    assert "the ferries " not in followed(question, ON_FERRIES).understood.standalone


def test_they_are_no_things_that_several_people_spoke_of() -> None:
    before = ("what did the unions say about the ferries", "Words.", ("Dene unions",))

    assert "the ferries want" not in followed("what do they want?", before).understood.standalone


def test_he_is_who_said_so() -> None:
    before = ("who says the levee is safe?", "Words.", (BRANDT,))

    assert followed("what does he fear?", before).understood.standalone == f"what does {BRANDT} fear?"


def test_it_is_what_was_asked_of_though_he_may_be_either_of_two() -> None:
    before = ("who won the race", "Ned Hale beat Tom Mott in the race.", ())

    understood = followed("what did he say about it?", before).understood

    assert (understood.ambiguous, understood.topic) == (("Ned Hale", "Tom Mott"), "the race")


def test_nobody_is_a_place_that_says_where() -> None:
    before = ("who won the race in Port Orsa", "Words.", ())

    assert "Port Orsa say" not in followed("what did he say?", before).understood.standalone
