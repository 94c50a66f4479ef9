from __future__ import annotations

import pytest

from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.answers import Quote
from qa.calibration.asking import ask_probes, is_right
from qa.calibration.probe import Probe
from qa.calibration.probes import probes
from qa.datatypes import Article, Version
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader

TEXT = "The pier is closed. The pier opens again in May."


@pytest.fixture
def quote() -> Quote:
    article = Article(id="pier.md", text=TEXT)
    return Quote(Version(1, "abcdefghij", article.sha256(), article), 20, len(TEXT), 0.5, speaker="Ines Dahl")


def test_a_quote_is_right_where_the_probe_was_made(quote: Quote) -> None:
    assert is_right(quote, Probe("q", True, "pier.md", 24, 30))
    assert not is_right(quote, Probe("elephants", True, "pier.md", 0, 19))


def test_other_words_of_the_same_speaker_on_the_topic_are_right_too(quote: Quote) -> None:
    elsewhere = Probe("q", True, "other.md", 0, 9, speaker="Ines Dahl", topic="the pier")

    assert is_right(quote, elsewhere)


def test_words_of_somebody_else_are_not(quote: Quote) -> None:
    elsewhere = Probe("q", True, "other.md", 0, 9, speaker="Olof Brandt", topic="the pier")

    assert not is_right(quote, elsewhere)


def test_nothing_is_right_for_a_probe_without_an_answer(quote: Quote) -> None:
    assert not is_right(quote, Probe("When does the pier open?", False, "pier.md", 20, 30))


@pytest.mark.slow
def test_every_probe_is_asked_and_told_apart_by_kind(towns: Library) -> None:
    with towns.snapshot() as snapshot:
        made = probes(snapshot, seed=1, count=24)
    steps: list[int] = []

    asked = ask_probes(Answerer(towns, load_encoder, open_span_reader), made, progress=steps.append)

    assert steps == list(range(1, len(made) + 1))
    assert all(each.said for each in asked if each.probe.speaker)
    assert sum(each.right for each in asked if each.probe.way == "attribution") > 0
