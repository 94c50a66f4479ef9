"""Words that are named without quotation marks: "Who used the word unfair?"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.quoted import asked_words
from qa.understanding.understand import understand

SPEAKERS = ListedSpeakers([Speaker("Ada Quill", "person", ("Quill",), 3)])


def read(question: str) -> Understanding:
    return understand(question, today=date(2026, 5, 1), speakers=SPEAKERS, sources=())


@pytest.mark.parametrize(
    ("question", "kind", "words"),
    [
        ("Who used the word unfair?", QuestionKind.WHO_SAID, "unfair"),
        ("who uses the phrase own goal", QuestionKind.WHO_SAID, "own goal"),
        ("Who mentions the word unfair?", QuestionKind.WHO_SAID, "unfair"),
        ("Who said the word sorry?", QuestionKind.WHO_SAID, "sorry"),
        ("Did anyone mention the word tolls?", QuestionKind.WHO_SAID, "tolls"),
        ("Did Ada Quill use the exact words never again?", QuestionKind.SAID, "never again"),
        ("Has Quill ever used the term “ghost ferry”?", QuestionKind.SAID, "ghost ferry"),
    ],
)
def test_words_that_are_named_are_asked_for_as_they_stand(
    question: str, kind: QuestionKind, words: str
) -> None:
    found = read(question)

    assert (found.kind, found.topic, found.question) == (kind, words, question)
    assert asked_words(found) == (words,)


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the words of the song?",
        "Who used the word as a weapon against Dene?",
        "What is the word on fares?",
        "Which sailor first used the word harbour?",
        "Who said the word was out?",
        "Who said the phrase should be banned?",
        "Who used the word most often?",
        "Who used the phrase first?",
        "Who used the phrase and when?",
    ],
)
def test_words_that_are_spoken_of_are_not_looked_for(question: str) -> None:
    assert asked_words(read(question)) == ()
