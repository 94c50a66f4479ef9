"""What a question about facts is about, and what a talk goes on about after it."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.topics.subjects import subject
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

SPEAKERS = ListedSpeakers(
    (
        Speaker("Ada Quill", "person", ("Quill",), 9),
        Speaker("Ivo Brandt", "person", ("Brandt",), 8),
        Speaker("Harwick Council", "group", (), 2),
        Speaker("Vantor", "group", (), 1),
    )
)


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def talked(*questions: str) -> Understanding:
    """Follow questions that were all answered, and return what the last is understood as."""
    conversation = Conversation()
    for question in questions:
        understood = follow(question, conversation, read, SPEAKERS).understood
        turn = Turn(question, "Words.", understood, outcome=Outcome.ANSWERED)
        conversation = Conversation((*conversation.turns, turn))
    return understood


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("what was Ned Hale charged with", "Ned Hale"),
        ("what year did Vantor open?", "Vantor opening"),
        ("how much does it cost to cross the bridge?", "the bridge"),
        ("by whom was the purse found?", "the purse"),
        ("tell me why Ned Hale resigned from Vantor", "Ned Hale"),
        ("how many ferries did Ned Hale's firm have?", "ferries"),
        ("did the Hale sisters break the contract?", "the Hale sisters breaking the contract"),
        ("what is the regatta about?", "the regatta"),
        ("was Hale United relegated?", "Hale United"),
        ("What was the flood like?", "the flood"),
        ("how strong is Storm Orsa", "Storm Orsa"),
        ("which shops sold the mouldy pears", "the mouldy pears"),
        ("which town has the worst roads", "the worst roads"),
        ("how high would the sea wall have to be?", "the sea wall"),
        ("who will pay?", None),
        ("how many cows were killed?", "cows"),
        ("how many pumps has vantor sold", "pumps"),
        ("how many people voted?", None),
        ("how many were there?", None),
        ("did he deny it?", None),
        ("when does it come out?", None),
        ("what happened next?", None),
        ("did Ned Hale forgive him?", "Ned Hale"),
        ("what caused the flood?", "the flood"),
        ("Which bridge did Quill close?", "the bridge"),
        ("what role did Quill play in the flood?", "the flood"),
        ("what damage did the storm do?", "the storm"),
        ("who threw mud at the judge?", "mud at the judge"),
        ("what's happening in Harwick?", "Harwick"),
        ("how big is the harvest this year?", "the harvest"),
        ("which firms are based in Harwick?", "Harwick"),
        ("who won the Dene cup by how much?", "the Dene cup"),
        ("How many thefts went without an arrest?", "thefts"),
        ("What share of the money goes to schools?", "share of the money"),
        ("Where did the grain come from?", "the grain"),
        ("What did the study find about tides?", "the study"),
        ("What would Quill's bill require of ships?", "Quill's bill"),
        ("and the second one?", None),
        ("school meals", "school meals"),
    ],
)
def test_a_question_is_about_the_thing_that_it_names(question: str, about: str | None) -> None:
    assert subject(read(question)) == about


def test_a_question_that_names_nothing_leaves_the_talk_where_it_was() -> None:
    asked = talked("What did Brandt say about the levee?", "how many people voted?", "what did Quill say?")

    assert (asked.speaker, asked.topic) == ("Ada Quill", "the levee")


def test_who_somebody_is_is_asked_aside() -> None:
    assert talked("What did Brandt say about the levee?", "who is he?", "who else?").topic == "the levee"


def test_nobody_is_asked_on_themselves() -> None:
    asked = talked("What did Brandt say about the levee?", "and about Vantor?", "what did Vantor say?")

    assert (asked.speaker, asked.topic) == ("Vantor", "the levee")


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (("who threw a pie at the mayor of Harwick?", "what happened to him?"), "what happened to him"),
        (("who hit the mayor of Harwick?", "what happened to him?", "why did he do it?"), "why did he do it"),
        (("What did Ivo Brandt say about tolls?", "who was shot in Dene?", "who shot him?"), "who shot him"),
        (("who criticised the mayor of Dene at Harwick?", "why did they do it?"), "why did they do it"),
    ],
)  # fmt: skip
def test_he_is_whoever_was_asked_for_and_nobody_else(questions: tuple[str, ...], expected: str) -> None:
    assert talked(*questions).standalone.startswith(expected)


@pytest.mark.parametrize("question", ["what did brandt give him?", "what prize did brandt give him at Dene?"])
def test_nobody_does_something_to_himself(question: str) -> None:
    asked = talked("What did Ivo Brandt say about tolls?", question)

    assert "brandt give him" in asked.standalone


def test_a_question_without_a_thing_goes_on_about_what_was_talked_of_before_an_aside() -> None:
    asked = talked("What did Ada Quill say about the debate?", "did they shake hands?", "who moderated?")

    assert asked.standalone == "who moderated (the debate)?"


def test_he_may_be_who_was_asked_and_has_no_words_here() -> None:
    asked = talked(
        "What did Ada Quill say about the levee?",
        "what did hale say about it?",
        "what did brandt say about him?",
    )

    assert (asked.speaker, asked.topic) == ("Ivo Brandt", "Hale")


@pytest.mark.parametrize("question", ["why did he back brandt?", "did he back Brandt"])
def test_he_is_not_whom_the_question_names_beside_him(question: str) -> None:
    asked = talked(
        "What did Ada Quill say about the levee?", "What did Ivo Brandt say about tolls?", question
    )

    assert "Brandt back" not in asked.standalone


def test_he_is_not_who_did_it_to_whom_was_asked_for() -> None:
    asked = talked("What did Ada Quill say about Dene?", "who did Ivo Brandt nominate?", "who is he?")

    assert asked.standalone.startswith("who is he")


def test_and_brandt_asks_nothing_of_brandt_on_brandt() -> None:
    asked = talked("What did Ada Quill say about Brandt?", "and brandt?")

    assert (asked.speaker, asked.topic) == ("Ivo Brandt", "Ada Quill")


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("who was deported from Norland?", "Norland"),
        ("who was arrested at the harbour?", "the harbour"),
        ("How much did the secret service pay the council?", "the secret service pay the council"),
        ("are tenants worried about night trams?", "night trams"),
        ("how many people watched the harbour show?", "the harbour show"),
        ("who won song of the year?", "song of the year"),
        ("when is heart of the dale moving?", "heart of the dale"),
        ("is most of the harbour blocked?", "the harbour blocked"),
        ("how many are in circulation?", None),
    ],
)
def test_a_deed_is_no_thing_that_is_talked_of(question: str, about: str | None) -> None:
    assert subject(read(question)) == about


def test_a_possessive_asks_for_no_words() -> None:
    asked = talked("How much did the council pay Brandt?", "and quill's?")

    assert asked.speaker is None


def test_a_question_of_nothing_but_marks_is_about_nothing() -> None:
    assert subject(read("?\n")) is None
