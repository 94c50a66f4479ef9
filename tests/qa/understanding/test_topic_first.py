"""A topic, or only a few words that open it, before a question: "on the ferries, who spoke?", "in short, what ...?"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.topic_first import TopicFirst, topic_first
from qa.understanding.understand import understand

SPEAKERS = ListedSpeakers(
    (Speaker("Ada Quill", "person", ("Quill",), 9), Speaker("Tom Brandt", "person", ("Brandt",), 8))
)


def read(question: str) -> Understanding:
    return understand(question, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("ferries: what did Quill say?", TopicFirst("ferries", "what did Quill say", led=False, of_words=True)),
        (
            "Back to the quay, what did Quill say?",
            TopicFirst("the quay", "what did Quill say", led=True, of_words=True),
        ),
        ("On the ferries, who spoke?", TopicFirst("the ferries", "who spoke?", led=True)),
        ("As for the quay, did Quill agree?", TopicFirst("the quay", "did Quill agree?", led=True)),
        (
            "in Dene, what did Quill say about fares?",
            TopicFirst("in Dene", "what did Quill say about fares", led=False, of_words=True, place=True),
        ),
    ],
    ids=["bare", "back to", "on", "as for", "place"],
)  # fmt: skip
def test_a_topic_may_stand_before_any_question_on_it(question: str, first: TopicFirst) -> None:
    assert topic_first(question) == first


@pytest.mark.parametrize(
    "question",
    [
        "What did Quill say?",
        "again, what did Quill say?",
        "besides Brandt, what did Quill say?",
        "ferries and quays",
        "",
    ],
)
def test_what_names_no_topic_before_a_question_is_none(question: str) -> None:
    assert topic_first(question) is None


@pytest.mark.parametrize(
    "opener",
    [
        *(
            "in short",
            "by the way",
            "In other words",
            "one more question",
            "just curious",
            "out of curiosity",
        ),
        *("moving on", "in that case", "seriously", "for the record", "first of all", "simply put"),
    ],
)
@pytest.mark.parametrize(
    ("asked", "topic"), [("what did Quill say?", None), ("what did Quill say about ships?", "ships")]
)
def test_what_only_opens_a_question_changes_nothing(opener: str, asked: str, topic: str | None) -> None:
    understood = read(f"{opener}, {asked}")

    assert (understood.kind, understood.speaker, understood.topic) == (QuestionKind.SAID, "Ada Quill", topic)


@pytest.mark.parametrize(
    "question", ["in short supply: what are those?", "First, do no harm", "The last question"]
)
def test_what_opens_no_question_stays_in_it(question: str) -> None:
    assert read(question).kind is QuestionKind.CONTENT


@pytest.mark.parametrize("lead", ["on", "regarding", "speaking of", "back to", "as for"])
def test_a_topic_that_is_led_to_is_one_of_any_question_without_another(lead: str) -> None:
    understood = read(f"{lead} the ferries, who spoke?")

    assert (understood.kind, understood.topic) == (QuestionKind.WHO_SAID, "the ferries")
