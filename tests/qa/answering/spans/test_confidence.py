"""What is measured of the first quote, to tell how likely it answers."""

from __future__ import annotations

import numpy as np
import pytest

from qa.answering.spans.confidence import NAMES, measure
from qa.datatypes import Article
from qa.encoding import open_span_reader
from qa.ranking.features import AT, candidates
from qa.ranking.selecting import Selector
from tests.qa.ranking.conftest import retrieved

TEXT = "The ferry was sold to a museum. Engineers opened the bridge at Halden in 1931. Cyclists cross it for free."
SHORT = "When was the bridge at Halden opened?"
LONG = (
    "In which year did engineers who had worked on harbours, canals, tunnels, railways and airports open the bridge "
    "at Halden that cyclists cross for free?"
)


def measured(question: str, *articles: str) -> dict[str, float]:
    asked = retrieved(question, [Article(f"{n}", text) for n, text in enumerate(articles)])
    found = candidates(asked, open_span_reader())
    scores = found.features[:, AT["read_span"]].astype(np.float64)
    features = measure(asked, found, scores, Selector(asked, found, scores).select(3))
    return dict(zip(NAMES, features.tolist(), strict=True))


def test_how_a_window_reads_counts_once_more_where_the_question_is_short() -> None:
    short, long = measured(SHORT, TEXT), measured(LONG, TEXT)

    assert short["window_top"] > 0
    assert short["window_short_top"] == pytest.approx(short["window_top"] + 0.78)
    assert long["window_top"] != -4
    assert long["window_short_top"] == 0


def test_nothing_is_measured_where_nothing_was_chosen() -> None:
    assert set(measured(SHORT).values()) == {0.0}
