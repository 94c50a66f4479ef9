"""What answering costs over a text of any length: memory for a part of it, whatever it holds and however often."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest

from qa.answering.topics.browsed_topic import quotes_of_article
from qa.answering.topics.topic_cover import TopicWords
from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.reported_acts import told_acts
from qa.answering.who_spoke.sought import Sought
from qa.answering.who_spoke.who_said import told_sentences
from qa.answers import Quote
from qa.archive.exact_words import Holding, passages_holding
from qa.archive.protocol import Said
from qa.archive.quote_lookup import SaidInOrder
from qa.attribution.extractor import extract
from qa.datatypes import Article, Attribution, Scope, Version, VersionHandle
from qa.embedded.snapshot import Library
from qa.ranking.speaking import Asked
from qa.ranking.speaking_features import NAMES, Spans, measure_speaking
from tests.qa.conftest import Archive

T = TypeVar("T")
SAID = '"No," said Ada Quill.\n'
MEGABYTE = 1_000_000


def article(text: str) -> Article:
    return Article("long.txt", text, title="Long")


def peak_of(work: Callable[[], T]) -> tuple[T, int]:
    tracemalloc.start()
    try:
        return work(), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def spans_of(text: str) -> Spans:
    starts = np.arange(0, len(text), len(SAID), np.int64)
    near = np.ones(len(starts), np.float32)
    nothing = np.empty(0, np.int64)
    return Spans(np.zeros_like(starts), starts, starts + len(SAID), near, nothing, nothing, nothing)


def test_spans_are_measured_against_ten_thousand_records_in_little_memory() -> None:
    (record,) = extract(article(SAID))
    count = 10_000
    text = SAID * count
    records = [(_moved(record, number * len(SAID)), "Ada Quill") for number in range(count)]
    asked = Asked(frozenset({"Ada Quill"}), word="Quill")

    rows, peak = peak_of(
        lambda: measure_speaking([text], [records], asked, spans_of(text), np.empty(0, np.float32))
    )

    assert peak < 100 * MEGABYTE
    alone = measure_speaking([SAID], [records[:1]], asked, spans_of(SAID), np.empty(0, np.float32))
    same = [NAMES.index(name) for name in NAMES if name != "named_before"]
    assert np.array_equal(rows[:, same], np.repeat(alone, count, axis=0)[:, same])


def _moved(record: Attribution, by: int) -> Attribution:
    cue = None if record.cue is None else (record.cue[0] + by, record.cue[1] + by)
    return replace(record, content=tuple((start + by, end + by) for start, end in record.content), cue=cue)


class Counted(list[Said]):
    """Records that count how often somebody goes through all of them."""

    times = 0

    def __iter__(self) -> Iterator[Said]:
        self.times += 1
        return super().__iter__()


@pytest.mark.parametrize("of", ["an act", "a topic"])
def test_many_records_are_gone_through_a_few_times_however_many_sentences_are_compared(of: str) -> None:
    line, told = '"The pier is shut," said Ada Quill.\n', "Ada Quill opposed the pier. "
    count = 200
    (record,) = extract(article(line))
    text = line * count + told * count
    version = Version(VersionHandle(1), "uid", "sha", article(text))
    said = Counted((_moved(record, number * len(line)), "Ada Quill") for number in range(count))
    sought = Sought.of("oppose", "the pier")
    assert sought is not None

    if of == "an act":
        found = told_sentences(sought, Around(version.article), version, said, [])
        assert len(found) == count
    else:
        cover = TopicWords.of("the pier").in_article(version.article)
        found = quotes_of_article(version, cover, said)
        assert found[0].text == told.strip()

    assert said.times < 10


def test_a_topic_is_looked_for_in_a_long_text_that_is_read_in_parts() -> None:
    text = "Rain fell on Harwick. " * 30_000 + "The pier is shut."

    cover, peak = peak_of(lambda: TopicWords.of("the pier").in_article(article(text)))

    assert peak < 8 * MEGABYTE
    assert list(cover.places["pier"]) == [text.index("pier")]
    (*_, last), peak = peak_of(lambda: [each for each in cover.sentences() if cover.stands_in(*each)])
    assert peak < 8 * MEGABYTE
    assert text[slice(*last)] == "The pier is shut."


@pytest.mark.slow
def test_a_search_for_words_that_every_passage_holds_needs_memory_for_some_of_them(archive: Archive) -> None:
    archive.write("a.txt", "Ada Quill said no. " * 110_000)
    archive.index()

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        vector = archive.encoder.encode_query("What did Ada Quill say?")
        searches = {
            "words": lambda: snapshot.lexical(["ada", "quill"], Scope(), 40),
            "phrase": lambda: snapshot.phrase(["ada", "quill"], Scope(), 40),
            "vectors": lambda: snapshot.nearest(vector, Scope(), 40),
        }
        found = {name: peak_of(search) for name, search in searches.items()}
        typed, peak = peak_of(lambda: passages_holding(snapshot, "Ada Quill said no", Scope(), 40))
        starts = [each.passage.start for each in snapshot.passages([hit for hit, _ in found["words"][0]])]

    assert {name: len(hits) for name, (hits, _) in found.items()} == dict.fromkeys(searches, 40)
    assert starts == sorted(starts)
    assert (len(typed), peak < 25 * MEGABYTE) == (40, True)
    assert {name: peak for name, (_, peak) in found.items() if peak > 12 * MEGABYTE} == {}


def test_an_act_is_told_at_its_place_in_a_long_text_that_is_read_in_parts() -> None:
    told = "Una Strand opposed the pier. "
    text = "Rain fell on Harwick. " * 60_000 + told
    sought = Sought.of("oppose", "the pier")
    assert sought is not None

    found, peak = peak_of(lambda: told_acts(sought, Around(article(text))))

    assert [text[start:end] for start, end in (each.sentence for each in found)] == [told.strip()]
    assert text[found[0].verb :].startswith("opposed")
    assert peak < 60 * MEGABYTE


def test_words_in_quotation_marks_are_found_in_a_long_text_that_is_read_in_parts() -> None:
    text = "Aye.\n" * 300_000 + "Nobody at the quay spoke.\n" + "“The tide is late.”\n"
    version = Version(VersionHandle(1), "uid", "sha", article(text))

    def holding(words: str) -> Holding:
        at = text.index(words)
        return Holding(version, (Quote(version, at, at + len(words), 1.0),), in_title=False)

    quoted, peak = peak_of(lambda: holding("tide is").nobodys)

    assert not quoted
    assert holding("the quay").nobodys
    assert peak < 60 * MEGABYTE


def test_records_are_looked_up_by_the_places_that_they_touch() -> None:
    text = SAID * 50
    said = [(record, record.speaker) for record in extract(article(text))]
    assert len(said) == 50
    looked_up = SaidInOrder(reversed(said))

    for start, end in ((0, 3), (len(SAID) * 7 - 1, len(SAID) * 9 + 2), (len(text) - 3, len(text))):
        touching = [each for each in said if each[0].start < end and start < each[0].end]
        assert list(looked_up.touching(start, end)) == touching


@pytest.mark.slow
def test_an_article_with_many_thousand_records_of_one_speaker_is_asked_and_is_not_called_damaged(
    archive: Archive,
) -> None:
    archive.write("a.txt", "Ada Quill said no. " * 28_000 + "Ada Quill said that the pier is shut.")
    archive.write("b.txt", "Ada Quill said that rain fell. Ivo Brandt left.")
    archive.index()

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        spoken = snapshot.spoken_in({"Ada Quill"}, Scope())
        everything = snapshot.corpus().passages

    assert len(spoken) == everything
    assert list(spoken) == sorted(spoken)
