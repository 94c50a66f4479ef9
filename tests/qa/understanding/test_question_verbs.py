from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

PEOPLE = (Speaker("Ada Quill", "person", (), 3),)


def understood(question: str) -> Understanding:
    return understand(question, today=date(2026, 1, 15), speakers=ListedSpeakers(PEOPLE), sources=())


def kind(question: str) -> QuestionKind:
    return understood(question).kind


@pytest.mark.parametrize(
    "question",
    [
        "Who slammed the toll?",
        "Who criticised the toll?",
        "Who pointed out that the levee leaks?",
        "Who pushed for the toll?",
        "Who compared the toll to a tax?",
        "Who hit back at the harbour board?",
        "Who wrote that the levee is safe?",
        "Who shouted “the levee is safe”?",
    ],
)
def test_a_verb_of_saying_after_who_asks_for_a_speaker(question: str) -> None:
    assert kind(question) is QuestionKind.WHO_SAID


@pytest.mark.parametrize(
    "question",
    [
        "Who found gold in the river?",
        "Who wrote that song?",
        "Who started the fire at the mill?",
        "Who asked for the toll?",
        "Who ruled the island in 1700?",
    ],
)
def test_a_deed_after_who_asks_for_no_speaker(question: str) -> None:
    assert kind(question) is QuestionKind.CONTENT


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Ada Quill find about the levee?", QuestionKind.SAID),
        ("What did Ada Quill point out about the levee?", QuestionKind.SAID),
        ("What did Ada Quill rail against?", QuestionKind.SAID),
        ("What did Ada Quill start in May?", QuestionKind.CONTENT),
        ("What did Ada Quill order at the bar?", QuestionKind.CONTENT),
        ("What did Ada Quill refer to the levee as?", QuestionKind.CONTENT),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_verb_that_is_seldom_speech_asks_for_words_by_what_follows_it(
    question: str, expected: QuestionKind
) -> None:
    assert kind(question) is expected


@pytest.mark.parametrize(
    "question",
    ["What has Ada Quill got to say about the levee?", "What's Ada Quill got to say on the levee?"],
)
def test_what_stands_before_to_say_is_no_part_of_a_name(question: str) -> None:
    asked = understood(question)

    assert (asked.speaker, asked.topic) == ("Ada Quill", "the levee")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What did Ada Quill accuse the council of?", "the council"),
        ("What does Ada Quill blame the mayor for?", "the mayor"),
        ("What did Ada Quill say the money was for?", "the money was for"),
    ],
)
def test_whom_somebody_accuses_of_something_is_the_topic(question: str, topic: str) -> None:
    assert understood(question).topic == topic


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What kind of weather does Ada Quill say ferries need?", "weather ferries need"),
        ("Which levee did Ada Quill think would hold?", "levee would hold"),
        ("How does Ada Quill think the levee should be mended?", "the levee should be mended"),
    ],
)
def test_what_somebody_says_in_a_clause_is_asked_for_before_their_name(question: str, topic: str) -> None:
    asked = understood(question)

    assert (asked.kind, asked.speaker, asked.topic) == (QuestionKind.SAID, "Ada Quill", topic)


@pytest.mark.parametrize(
    "question",
    [
        "What price did Tom Brandt say the levee would fetch?",  # nobody of the archive
        "What use did Ada Quill see in the levee?",
    ],
)
def test_what_names_a_thing_before_a_verb_asks_for_no_words_of_that_thing(question: str) -> None:
    asked = understood(question)

    assert (asked.kind, asked.speaker) == (QuestionKind.CONTENT, None)


def test_what_is_called_off_is_no_call() -> None:
    assert understood("Did Ada Quill call off the strike?").kind is QuestionKind.CONTENT
    assert understood("Did Ada Quill call for a strike?").speaker == "Ada Quill"


def test_what_words_are_said_for_is_nobody_who_hears_them() -> None:
    asked = understood("What did Ada Quill say to justify the toll?")

    assert (asked.speaker, asked.addressee, asked.topic) == ("Ada Quill", None, "justify the toll")


@pytest.mark.parametrize("name", ["Mark", "mark"])
def test_a_name_that_is_a_verb_too_is_whom_somebody_spoke_to(name: str) -> None:
    asked = understood(f"What did Ada Quill say to {name} about the toll?")

    assert (asked.speaker, asked.topic) == ("Ada Quill", "the toll")
