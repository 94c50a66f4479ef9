from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from qa.answering.topics import everything_on_topic
from qa.answering.topics.everything_on_topic import OnTopic, said_on
from qa.answering.topics.topic_cover import TopicWords
from qa.answering.topics.voices import voices
from qa.archive.protocol import View
from qa.datatypes import Article, Attribution, AttributionKind, Scope
from qa.embedded.snapshot import Library
from qa.errors import UsageError
from qa.language.terms import content_terms

FERRIES = Path(__file__).parents[1] / "ferries"


@pytest.fixture
def view(library_of: Callable[[Path], Library]) -> Iterator[View]:
    with library_of(FERRIES).snapshot() as opened:
        yield opened


def spoken(found: OnTopic) -> list[tuple[str | None, str]]:
    """Return who says what, by the first words without their mark."""
    return [(quote.speaker, " ".join(quote.text.strip('"').split()[:3])) for quote in found.quotes]


@pytest.mark.parametrize(
    ("topic", "speaker", "words"),
    [
        ("ferries", "Una Strand", "Nobody on the"),
        ("the ferry", "Una Strand", "Nobody on the"),
        ("ferry fares", "Ada Quill", "The ferries lose"),
        ("ferry fares", "Ivo Brandt", "Ivo Brandt, a"),
        ("ferries", "Ned Pryce", "It would mean"),
        ("school meals", "Ivo Brandt", "Ivo Brandt said"),
        ("Marta Ruiz", "Ivo Brandt", "I asked Ms"),
    ],
    ids=[
        "in the words",
        "in another form",
        "both words",
        "the other word in the title",
        "in the question before",
        "one word in the title",
        "by surname",
    ],
)
def test_words_on_a_topic_are_found(view: View, topic: str, speaker: str, words: str) -> None:
    assert (speaker, words) in spoken(said_on(view, topic))


@pytest.mark.parametrize(
    ("topic", "speaker", "words"),
    [
        ("ferries", "Ivo Brandt", "I have never"),
        ("ferries", "Ned Pryce", "I like the"),
        ("ferries", "Marta Ruiz", "School meals should"),
        ("school fares", "Ada Quill", "The ferries lose"),
        ("Ned Pryce", "Ned Pryce", "I like the"),
        ("Ports Authority", "Orsa Lindahl", "Keep the ferries,"),
    ],
    ids=[
        "far from the words in their article",
        "after another answer",
        "of another article",
        "half of the topic",
        "whose own words they are",
        "of a name",
    ],
)
def test_words_on_something_else_are_not(view: View, topic: str, speaker: str, words: str) -> None:
    assert (speaker, words) not in spoken(said_on(view, topic))


def test_quotes_are_slices_newest_first_and_undated_last(view: View) -> None:
    found = said_on(view, "ferries")

    days = [quote.version.article.day for quote in found.quotes]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[-1] is None
    for quote in found.quotes:
        assert quote.version.article.text[quote.start : quote.end] == quote.text


def test_a_reprint_stands_once_and_is_named(view: View) -> None:
    found = said_on(view, "ferries lose money")

    (quote,) = [each for each in found.quotes if each.speaker == "Ada Quill"]
    assert quote.version.article.id == "fares"
    assert (quote.also_in, quote.also_in_sources) == (("fares-wire",), ("Inland Times",))


def test_what_bounds_leave_out_is_counted(view: View) -> None:
    found = said_on(view, "ferries", Scope(since=date(2024, 11, 1)))

    assert {quote.version.article.id for quote in found.quotes} == {"winter", "interview"}
    assert (found.search.articles, found.search.undated) == (2, 2)


def test_an_outlet_alone_leaves_no_article_out_for_its_date(view: View) -> None:
    found = said_on(view, "ferries", Scope(sources=("harwick leaflet",)))

    assert [quote.speaker for quote in found.quotes] == ["Orsa Lindahl"]
    assert (found.search.articles, found.search.undated) == (1, 0)


def test_a_word_that_occurs_nowhere_is_named(view: View) -> None:
    found = said_on(view, "ferry helicopters")

    assert not found.quotes
    assert len(found.search.missing) == 1


def test_a_topic_without_a_word_is_refused(view: View) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        said_on(view, "of the")


def test_passages_that_are_too_many_to_be_read_are_counted(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everything_on_topic, "MOST_PASSAGES", 2)

    found = said_on(view, "ferries")

    assert (found.search.read, found.search.unread) == (2, 4)


def test_speakers_with_most_quotes_come_first(view: View) -> None:
    found = voices(said_on(view, "ferries").quotes)

    assert found[0].name == "Ada Quill"
    counts = [len(voice.quotes) for voice in found]
    assert counts == sorted(counts, reverse=True) == [2, 1, 1, 1, 1]


def test_somebody_without_a_name_speaks_for_a_body_or_stands_last(view: View) -> None:
    (spokesman,) = [each for each in said_on(view, "ferries").quotes if each.speaker is None]
    nobody = replace(spokesman, attribution=None)

    assert [voice.name for voice in voices([spokesman])] == ["Ports Authority"]
    assert [voice.name for voice in voices([nobody, nobody, spokesman])] == ["Ports Authority", None]


def test_the_best_quote_of_a_speaker_holds_the_topic_itself(view: View) -> None:
    on = said_on(view, "school meals")

    (brandt,) = [voice for voice in voices(on.quotes, on.search.words) if voice.name == "Ivo Brandt"]
    assert brandt.best.text == "Ivo Brandt said the meals cost too much."


@pytest.mark.parametrize("end", [" ", ".\n", "\n\n"], ids=["one sentence", "lines", "paragraphs"])
def test_a_hostile_article_of_a_megabyte_is_read_in_seconds(end: str) -> None:
    line = f'"The ferries lose money," said Ada Quill of the ferries{end}'
    text = line * (1_000_000 // len(line))
    starts = range(0, len(text) - len(line), len(line))
    before = time.perf_counter()
    cover = TopicWords.of("ferry money", content_terms("ferry money")).in_article(Article("a", text))

    assert all(
        cover.holds(
            Attribution(((at, at + 26),), (at + 32, at + 41), None, None, AttributionKind.DIRECT, "", 1.0)
        )
        for at in starts
    )
    assert time.perf_counter() - before < 20
