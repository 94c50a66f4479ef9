from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from embeddings.span_reader import ReadText, SpanReader
from qa.datatypes import Article
from qa.encoding import open_span_reader
from qa.ranking.answer_spans import ANSWERS, AT_ONCE, READ, SETTLED, UNREAD, WINDOW_WORDS
from qa.ranking.features import ALL_NAMES, Candidates, candidates
from qa.ranking.retrieved import Retrieved

Retrieve = Callable[..., Retrieved]

FERRY = "The ferry was sold to a museum. Engineers opened the bridge at Halden in 1931. Cyclists cross it for free."
QUESTION = "When was the bridge at Halden opened?"


@pytest.fixture(scope="module")
def reader() -> SpanReader:
    return open_span_reader()


class Watched:
    """The real reader, and a list of what it was given."""

    def __init__(self, reader: SpanReader) -> None:
        self.reader = reader
        self.given: list[str] = []

    def read(self, question: str, texts: Sequence[str]) -> list[ReadText]:
        self.given += texts
        return self.reader.read(question, texts)


def column(found: Candidates, name: str) -> list[float]:
    return [float(value) for value in found.features[:, ALL_NAMES.index(name)]]


def text_of(retrieved: Retrieved, found: Candidates, row: int) -> str:
    article = retrieved.versions[retrieved.passages[int(found.passage[row])].version_key].article
    return article.text[int(found.starts[row]) : int(found.ends[row])]


def test_the_span_that_answers_reads_best(retrieve: Retrieve, reader: SpanReader) -> None:
    asked = retrieve(QUESTION, [Article("a", FERRY)])
    found = candidates(asked, reader)

    scores = column(found, "read_span")
    best = [row for row, score in enumerate(scores) if score == max(scores)]

    assert all("1931" in text_of(asked, found, row) for row in best)
    assert max(column(found, "read_gap")) == 0
    assert len(set(column(found, "read_window"))) == 1
    assert found.reading is not None
    start, end = found.reading.places[int(found.reading.best.argmax())]
    assert FERRY[start:end].strip() == "1931"


def test_without_a_reader_nothing_counts_as_read(retrieve: Retrieve) -> None:
    found = candidates(retrieve(QUESTION, [Article("a", FERRY)]))

    assert set(column(found, "read_span")) == {UNREAD}
    assert set(column(found, "read_window")) == {UNREAD}
    assert set(column(found, "read_gap")) == {0.0}


OTHERS = [
    Article(f"{n}", f"Minute {n}. The harbour board met about dredging and mooring fees.") for n in range(9)
]


def test_no_more_windows_are_read_once_one_answers(retrieve: Retrieve, reader: SpanReader) -> None:
    watched = Watched(reader)

    found = candidates(retrieve(QUESTION, [*OTHERS, Article("z", FERRY)]), watched)

    assert len(watched.given) == AT_ONCE
    assert FERRY in watched.given
    was_read = np.asarray(column(found, "read_span")) > UNREAD
    assert len(set(found.passage[was_read].tolist())) == AT_ONCE


class Level:
    """A reader to which every text answers alike."""

    def __init__(self, logit: float) -> None:
        self.answers = logit
        self.given: list[str] = []

    def best(self, start: int, end: int) -> float:
        return self.answers

    def place(self, start: int, end: int) -> tuple[int, int]:
        return start, end

    def read(self, question: str, texts: Sequence[str]) -> list[Level]:
        self.given += texts
        return [self for _ in texts]


@pytest.mark.parametrize(
    ("logit", "windows"), [(SETTLED - 0.1, READ), (SETTLED, AT_ONCE)], ids=["weak", "sure"]
)
def test_reading_goes_on_after_a_weak_answer(retrieve: Retrieve, logit: float, windows: int) -> None:
    level = Level(logit)

    candidates(retrieve(QUESTION, OTHERS), level)

    assert logit > ANSWERS
    assert len(level.given) == windows


def test_only_the_most_promising_windows_are_read_where_none_answers(
    retrieve: Retrieve, reader: SpanReader
) -> None:
    watched = Watched(reader)

    found = candidates(retrieve(QUESTION, OTHERS), watched)

    assert len(watched.given) == READ
    assert max(column(found, "read_window")) < ANSWERS


def test_windows_that_promise_much_less_than_the_first_are_not_read(retrieve: Retrieve) -> None:
    near = [
        Article(f"b{n}", f"Minute {n}. Engineers opened the bridge at Halden in 193{n}.")
        for n in range(AT_ONCE)
    ]
    asked, silent, in_talk = retrieve(QUESTION, [*OTHERS, *near]), Level(ANSWERS - 1), Level(ANSWERS - 1)

    candidates(asked, silent)
    candidates(replace(asked, in_talk=True), in_talk)

    assert len(silent.given) == AT_ONCE
    assert all("Halden" in text for text in silent.given)
    assert len(in_talk.given) == READ


def test_an_article_that_is_plainly_about_the_question_is_read_where_it_shares_no_word(
    retrieve: Retrieve,
) -> None:
    told = "Engineers opened the bridge at Halden in 1931."
    apart = " ".join(["The harbour board met about dredging, mooring fees and the price of ice."] * 12)
    others = [
        Article(f"{n}", f"Minute {n}. They opened a bridge at Orsa and closed another.") for n in range(READ)
    ]
    paint = "Rust had come through by spring and two coats were laid on."
    level = Level(ANSWERS - 1)

    candidates(retrieve(QUESTION, [*others, Article("b", f"{told}\n\n{apart}\n\n{paint}")]), level)

    assert told in level.given[0]
    assert any(paint in text for text in level.given)


def test_what_several_articles_print_is_read_once(retrieve: Retrieve, reader: SpanReader) -> None:
    printed = "When was the bridge at Halden painted?"
    watched = Watched(reader)

    found = candidates(retrieve(QUESTION, [Article(f"b{n}", printed) for n in range(READ)]), watched)

    assert watched.given == [printed]
    alone = reader.read(QUESTION, [printed])[0].best(0, len(printed))
    assert column(found, "read_span") == [np.float32(alone)] * READ


def test_a_window_holds_the_sentences_around_the_most_promising_one(
    retrieve: Retrieve, reader: SpanReader
) -> None:
    # Thirteen words each: four of them have room in a window, and the first two stay outside.
    before = "The council talked about the weather of the season and about its roads. "
    asked = retrieve(QUESTION, [Article("a", before * 4 + FERRY + " " + before * 6)])
    watched = Watched(reader)

    candidates(asked, watched)

    assert any(FERRY in text for text in watched.given)
    assert all(len(text.split()) <= WINDOW_WORDS for text in watched.given)
    assert max(len(text.split()) for text in watched.given) > WINDOW_WORDS - 13
    whole = " ".join(watched.given)
    assert whole.count("Halden") == 1, "no sentence is read twice"


@pytest.mark.slow
def test_sentences_are_scored_where_they_stand_in_the_article(retrieve: Retrieve, reader: SpanReader) -> None:
    # The answer stands far into the article: offsets into its passage are not those into the text.
    long = "The council talked about the weather of the season and about its roads. " * 40 + "\n\n" + FERRY
    asked = retrieve(QUESTION, [Article("a", long)])
    found = candidates(asked, reader)
    scores = column(found, "read_span")

    assert "1931" in text_of(asked, found, int(np.argmax(scores)))


def test_without_passages_nothing_is_read(retrieve: Retrieve, reader: SpanReader) -> None:
    assert len(candidates(retrieve(QUESTION, []), reader).passage) == 0
