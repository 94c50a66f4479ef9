"""Questions that one rule alone reads, and no other test: without it each of them would mean something else."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.asked_articles import asked_articles
from qa.understanding.introduced import asked_introduction
from qa.understanding.meta import meta_of
from qa.understanding.understand import understand
from qa.understanding.unnamed_sources import asked_of_what_tells

QUILL = "Ada Quill"
SPEAKERS = ListedSpeakers((Speaker(QUILL, "person", ("Quill",), 9),))


def read(question: str) -> Understanding:
    return understand(question, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("how quill's view of the levee changed", "the levee"),
        ("Quill's views on tolls evolved?", "tolls"),
        ("need the exact quote Quill's levee", "levee"),
        ("got the quote, quill's toll?", "toll"),
    ],
)
def test_a_topic_is_read_without_what_stands_around_it(question: str, topic: str) -> None:
    asked = read(question)

    assert (asked.speaker, asked.topic) == (QUILL, topic)


def test_a_march_is_no_month() -> None:
    asked = read("who spoke during march on Dene")

    assert (asked.since, asked.until) == (None, None)


@pytest.mark.parametrize(
    "question", ["why was the latest news from Dene so bad?", "when are the latest updates on the toll due"]
)
def test_a_fact_of_the_latest_news_is_looked_for_in_the_newest_articles(question: str) -> None:
    assert read(question).order == "newest"


@pytest.mark.parametrize(
    ("question", "who"), [("who quill is", "quill"), ("who the mayor of Dene is", "the mayor of Dene")]
)
def test_who_somebody_is_may_be_asked_with_the_verb_last(question: str, who: str) -> None:
    asked = asked_introduction(question)

    assert asked is not None
    assert (asked.words, asked.person) == (who, True)


@pytest.mark.parametrize(
    "question",
    [
        "which articles are about ferries except Dene",
        "list the articles about tolls excluding Dene",
        "how many articles are there on the toll or the levee?",
    ],
)
def test_articles_are_not_found_by_a_topic_of_which_words_leave_out_a_part(question: str) -> None:
    assert asked_articles(question) is None


@pytest.mark.parametrize("turn", ["that's all?", "so that's all of it?", "that's everything?"])
def test_that_is_all_asks_for_more_after_quotes(turn: str) -> None:
    assert meta_of(turn, shows=True) is None
    assert meta_of(turn.rstrip("?"), shows=True) is not None


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("did the letter say anything about tolls?", "tolls"),
        ("what did the audits find about the toll", "the toll"),
        ("what did people familiar with the deal find about tolls", "tolls"),
    ],
)
def test_what_a_text_or_somebody_without_a_name_tells_may_be_its_words(question: str, topic: str) -> None:
    asked = asked_of_what_tells(read(question))

    assert asked is not None
    assert (asked.topic, asked.speaker_is_role) == (topic, True)


@pytest.mark.parametrize("question", ["what did the weather say about tolls", "the ferries on tolls"])
def test_what_has_no_words_is_asked_for_none(question: str) -> None:
    assert asked_of_what_tells(read(question)) is None
