"""Turns of a few words as people type them: "same for brandt", "why not", "no the mayor", "in her own words"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.fragments.another_place import with_place
from qa.conversation.fragments.fixed_fragments import fixed_fragment
from qa.conversation.fragments.fragment_acts import Act
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker("Harwick Council", "group", (), 2),
        Speaker("Vantor", "group", (), 1),
        Speaker("Brandts Union", "group", ("Brandts",), 1),
        Speaker("Rosa Mott", "person", ("Mott",), 2),
        Speaker("Tom Mott", "person", ("Mott",), 2),
    )
)
ON_LEVEE = "what did brandt say about the levee"


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def followed(*questions: str) -> Followed:
    """Follow questions that were all answered."""
    conversation = Conversation()
    for question in questions:
        found = follow(question, conversation, read, SPEAKERS)
        turn = Turn(question, "Words.", found.understood, outcome=Outcome.ANSWERED)
        conversation = Conversation((*conversation.turns, turn))
    return found


@pytest.mark.parametrize(
    "question", ["same for quill", "and the same question for quill?", "ditto for quill", "and quills"]
)
def test_the_same_is_asked_of_another(question: str) -> None:
    asked = followed(ON_LEVEE, question).understood

    assert (asked.speaker, asked.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("question", ["in his own words", "and in his exact words"])
def test_own_words_are_asked_for_on_the_same(question: str) -> None:
    asked = followed(ON_LEVEE, question).understood

    assert (asked.speaker, asked.topic) == (BRANDT, "the levee")


@pytest.mark.parametrize("question", ["about what", "show me the whole thing"])
def test_about_what_shows_the_words_around(question: str) -> None:
    found = fixed_fragment(question)

    assert found is not None and found.act is Act.ARTICLE


@pytest.mark.parametrize("question", ["who disagrees", "did anyone object", "who disagreed with that"])
def test_who_disagrees_is_anybody_else_on_the_same(question: str) -> None:
    assert followed(ON_LEVEE, question).understood.standalone == "Who else said something about the levee?"


def test_why_not_keeps_its_not() -> None:
    asked = followed("Was the levee repaired?", "why not?").understood

    assert asked.standalone == "Why wasn’t the levee repaired?"


def test_sorry_is_nothing_to_talk_of() -> None:
    asked = followed(ON_LEVEE, "did he say sorry", "what did quill say").understood

    assert asked.topic == "the levee"


@pytest.mark.parametrize(
    "before",
    [
        ("did quill comment on the levee",),
        ("what did ned hale say about the levee",),
        ("what did the harwick council say about the levee", "and quill"),
    ],
    ids=["asked whether they commented", "nobody of that name", "a body was asked before"],
)
def test_a_body_is_asked_for_its_words(before: tuple[str, ...]) -> None:
    asked = followed(*before, "and vantor?").understood

    assert (asked.speaker, asked.topic) == ("Vantor", "the levee")


def test_a_body_is_a_persons_topic() -> None:
    asked = followed(ON_LEVEE, "and vantor?").understood

    assert (asked.speaker, asked.topic) == (BRANDT, "vantor")


def test_no_needs_no_comma() -> None:
    asked = followed(ON_LEVEE, "no the harwick council").understood

    assert (asked.speaker, asked.topic) == ("Harwick Council", "the levee")


def test_she_is_no_man_who_was_asked() -> None:
    found = followed(ON_LEVEE, "who else criticised her?")

    assert found.unresolved
    assert found.understood.topic is None


@pytest.mark.parametrize("question", ["and the pumps?", "what about farm bread"])
def test_another_thing_is_looked_for_by_its_own_words_first(question: str) -> None:
    found = followed("why was ned hale shot", question)

    assert found.understood.standalone == question
    assert found.context is not None
    assert found.otherwise is not None
    assert found.otherwise.understood.standalone != question


def test_a_year_earlier_is_no_thing() -> None:
    assert "(" in followed("why was ned hale shot", "and a year earlier?").understood.standalone


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        ("What did Brandt say about Tom Mott?", "did he forgive him?", "did Ivo Brandt forgive Tom Mott?"),
        (ON_LEVEE, "is he against it", "is Ivo Brandt against the levee"),
    ],
)
def test_two_pronouns_are_the_speaker_and_what_they_spoke_of(
    before: str, question: str, standalone: str
) -> None:
    assert followed(before, question).understood.standalone == standalone


def test_anything_on_something_asks_all_that_it_asks() -> None:
    assert not follow("anything on the ferries?", None, read, SPEAKERS).unresolved
    assert follow("and the ferries?", None, read, SPEAKERS).unresolved


@pytest.mark.parametrize(
    "before",
    [
        ("what did rosa mott say about the levee",),
        ("what did brandt say about the levee", "was rosa right"),
    ],
    ids=["asked for before", "other name typed before"],
)
def test_of_namesakes_the_one_who_was_talked_of_is_meant(before: tuple[str, ...]) -> None:
    asked = followed(*before, "what did mott say about the tolls").understood

    assert (asked.speaker, asked.ambiguous, asked.instead_of) == ("Rosa Mott", (), ("Tom Mott",))


def test_namesakes_of_whom_nobody_was_talked_of_are_asked_back_for() -> None:
    asked = followed(ON_LEVEE, "what did mott say about the tolls").understood

    assert asked.ambiguous == ("Rosa Mott", "Tom Mott")


@pytest.mark.parametrize("question", ["and mott", "mott said what exactly?"])
def test_a_namesake_is_asked_for_after_who_opposed_it(question: str) -> None:
    asked = followed("who opposed the levee", question).understood

    assert (asked.ambiguous, asked.topic) == (("Rosa Mott", "Tom Mott"), "the levee")


def test_a_full_name_of_two_people_is_nobody_elses_surname_and_a_topic() -> None:
    names = {"Rosa Tom": "Tom", "Tom A. Mott": "Mott", "House Speaker Tom Mott": "Mott"}
    speakers = ListedSpeakers(tuple(Speaker(name, "person", (short,), 2) for name, short in names.items()))

    asked = understand("tom mott", today=date(2024, 6, 1), speakers=speakers, sources=())

    assert asked.speaker != "Rosa Tom"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ANY MORE?", ""),
        ("Who Else", ""),
        ("THE SECOND ARTICLE", ""),
        ("WHEN did Ada Quill SAY That", "Ada Quill"),
        ("COMPARE with Ivo Brandt", "Ivo Brandt"),
        ("COMPARE THE TWO", ""),
        ("Why Not", "why not"),
    ],
)
def test_a_fragment_in_capitals_is_the_same_fragment(typed: str, words: str) -> None:
    found, small = fixed_fragment(typed.rstrip("?")), fixed_fragment(typed.rstrip("?").lower())

    assert found is not None
    assert small is not None
    assert (found.act, found.ask, found.number, found.order) == (
        small.act,
        small.ask,
        small.number,
        small.order,
    )
    assert found.text == words


@pytest.mark.parametrize(
    ("before", "standalone"),
    [
        (("did vantor comment?",), "Did orsa comment?"),
        ((ON_LEVEE, "did vantor comment?"), "Did orsa comment on the levee?"),
    ],
    ids=["on nothing", "on what was talked of"],
)
def test_a_stranger_named_after_whether_somebody_commented_is_asked_the_same(
    before: tuple[str, ...], standalone: str
) -> None:
    asked = followed(*before, "and orsa?").understood

    assert (asked.speaker, asked.standalone) == ("orsa", standalone)


def test_a_place_in_small_letters_takes_the_place_of_another() -> None:
    conversation = Conversation()
    question = "how many were hurt in dene"
    understood = follow(question, conversation, read, SPEAKERS).understood
    turn = Turn(question, "In Dene, ten were hurt.", understood, outcome=Outcome.ANSWERED)

    found = follow("and in orsa?", Conversation((turn,)), read, SPEAKERS)

    assert found.understood.standalone == "how many were hurt in orsa?"


@pytest.mark.parametrize("question", ["is that from the Harwick Post", "was this from vantor news?"])
def test_whether_it_is_from_an_outlet_asks_for_the_source(question: str) -> None:
    fragment = fixed_fragment(question)

    assert fragment is not None
    assert (fragment.act, fragment.ask) == (Act.PRINTED, "source")


@pytest.mark.parametrize(
    ("question", "then", "standalone"),
    [
        ("who built the pier?", "when?", "When was the pier built?"),
        ("who founded vantor", "where?", "Where was vantor founded?"),
    ],
)
def test_when_is_asked_of_what_somebody_did(question: str, then: str, standalone: str) -> None:
    assert followed(question, then).understood.standalone == standalone


@pytest.mark.parametrize(
    "question",
    ["who died of the flu?", "who resigned as mayor?", "who voted against it?", "who resigned last week?"],
)
def test_when_is_not_asked_of_what_nobody_did_to_anything(question: str) -> None:
    assert " was " not in followed(question, "when?").understood.standalone


def test_whether_it_is_from_somewhere_asks_for_no_source() -> None:
    assert fixed_fragment("is it from Harwick?") is None


def test_who_may_be_meant_is_offered_again() -> None:
    asked = followed("what did mott say about the levee", "which one?").understood

    assert set(asked.ambiguous) == {"Rosa Mott", "Tom Mott"}


def test_a_place_is_asked_of_the_last_question_where_none_before_has_one() -> None:
    first = read("did Tom Mott resign?")
    last = replace(read("how many moved?"), standalone="how many moved (Tom Mott)?", carried=("words",))
    turns = [Turn(each.question, "Words.", each, outcome=Outcome.ANSWERED) for each in (first, last)]
    past = Past(Conversation(tuple(turns)), ((turns[0], first), (turns[1], last)))

    found = with_place("and in dene?", "in dene", past, read)

    assert found is not None
    assert found.understood.standalone == "how many moved in dene?"


def test_nobody_is_asked_for_words_on_themselves() -> None:
    assert followed("how much was Ada Quill paid?", "what did quill say").understood.topic is None
