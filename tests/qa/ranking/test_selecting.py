from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.datatypes import Article, VersionHandle
from qa.ranking.features import Candidates, candidates
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Chosen, Selector
from tests.budgets import examples

Retrieve = Callable[..., Retrieved]
TEXT = "Lichen grows. Stone is cold. Rain falls. Wind blows.\n\nSnow melts. Ice stays. Fog lifts."


def where(retrieved: Retrieved, found: Candidates, chosen: Sequence[Chosen]) -> list[tuple[str, str]]:
    """Return article and words of each."""
    result = []
    for each in chosen:
        version = retrieved.versions[retrieved.passages[int(found.passage[each.row])].version_key]
        result.append(
            (version.uid, version.article.text[int(found.starts[each.row]) : int(found.ends[each.row])])
        )
    return result


def test_ties_go_by_article_and_then_by_offset(retrieve: Retrieve) -> None:
    articles = [Article(uid, f"Moss {uid}. Fern {uid}.") for uid in "dbeac"]
    retrieved = retrieve("lichen", articles)
    found = candidates(retrieved)
    singles = np.where(found.begin == found.stop, 1.0, 0.0)

    chosen = where(retrieved, found, Selector(retrieved, found, singles).select(10))

    assert chosen == [(uid, f"{plant} {uid}.") for uid in "abcde" for plant in ("Moss", "Fern")]


def test_the_same_words_are_quoted_once_and_name_the_other_articles(retrieve: Retrieve) -> None:
    retrieved = retrieve(
        "moss", [Article("c", "Moss grows."), Article("a", "Moss grows."), Article("b", "Moss grows!")]
    )
    found = candidates(retrieved)

    chosen = Selector(retrieved, found, np.zeros(len(found.passage))).select(10)

    assert where(retrieved, found, chosen) == [("a", "Moss grows."), ("b", "Moss grows!")]
    assert [each.also_in for each in chosen] == [("c",), ()]


def test_an_article_that_repeats_its_words_in_other_lines_quotes_them_once_and_is_no_other_one(
    retrieve: Retrieve,
) -> None:
    moss = "The moss on the old wall of the harbour at Dene grows slowly in the shade of tall trees and needs no care."
    broken = moss.replace("slowly in", "slowly\nin")
    retrieved = retrieve("moss", [Article("a", f"{moss}\n\nRain falls.\n\n{broken}\n\nRain falls.")])
    found = candidates(retrieved)

    chosen = Selector(retrieved, found, np.where(found.begin == found.stop, 1.0, 0.0)).select(2)

    assert where(retrieved, found, chosen) == [("a", moss), ("a", "Rain falls.")]
    assert [each.also_in for each in chosen] == [(), ()]


def test_the_line_that_dates_an_article_is_no_quote(retrieve: Retrieve) -> None:
    text = "Tuesday, 22 September 2015\n\nUpdated 3 May 2016, 10:15 GMT\n\nMoss grew in May."
    retrieved = retrieve("When did the moss grow?", [Article("a", text)])
    found = candidates(retrieved)

    chosen = Selector(retrieved, found, np.where(found.begin == found.stop, 1.0, 0.0)).select(10)

    assert where(retrieved, found, chosen) == [("a", "Moss grew in May.")]


def test_links_below_an_article_are_no_quote(retrieve: Retrieve) -> None:
    links = '[1]: https://post.example/moss.gif\n\n[Source](https://post.example/moss "Permalink to moss")'
    text = f"Moss grew in May.\n\n{links}\n\nSee [what the Harwick Post wrote on moss](https://post.example/moss)."
    retrieved = retrieve("When did the moss grow?", [Article("a", text)])
    found = candidates(retrieved)

    chosen = Selector(retrieved, found, np.where(found.begin == found.stop, 1.0, 0.0)).select(10)

    shown = [text for _, text in where(retrieved, found, chosen)]
    assert "Moss grew in May." in shown
    assert not any(each.startswith("[") for each in shown)
    assert any("what the Harwick Post wrote" in each for each in shown)


def test_what_nearly_the_same_article_repeats_is_shown_once(retrieve: Retrieve) -> None:
    moss = "Moss grows on the old stone wall by the river in Dene"
    retrieved = retrieve(
        "moss", [Article("a", f"{moss}."), Article("b", f"{moss}!"), Article("c", "Ferns like the shade.")]
    )
    found = candidates(retrieved)
    compared: list[set[str]] = []

    def is_near(one: VersionHandle, other: VersionHandle) -> bool:
        compared.append({retrieved.versions[key].uid for key in (one, other)})
        return True

    chosen = Selector(retrieved, found, np.zeros(len(found.passage)), is_near).select(10)

    assert where(retrieved, found, chosen) == [("a", f"{moss}."), ("c", "Ferns like the shade.")]
    assert compared == [{"a", "b"}]  # what has other words is not looked up
    apart = Selector(retrieved, found, np.zeros(len(found.passage)), lambda one, other: False).select(10)
    assert [uid for uid, _ in where(retrieved, found, apart)] == ["a", "b", "c"]


def test_a_better_span_keeps_those_that_overlap_it_out(retrieve: Retrieve) -> None:
    retrieved = retrieve("lichen", [Article("a", "Lichen grows. Stone is cold. Rain falls.")])
    found = candidates(retrieved)
    both = [
        text for _, text in where(retrieved, found, [Chosen(row, ()) for row in range(len(found.passage))])
    ]
    scores = np.zeros(len(both))
    scores[both.index("Lichen grows. Stone is cold.")] = 1.0

    chosen = where(retrieved, found, Selector(retrieved, found, scores).select(10))

    assert chosen == [("a", "Lichen grows. Stone is cold."), ("a", "Rain falls.")]


@settings(max_examples=examples(80))
@given(data=st.data(), limit=st.integers(1, 10))
def test_whatever_the_scores_quotes_come_best_first_and_never_overlap(
    retrieve: Retrieve, data: st.DataObject, limit: int
) -> None:
    retrieved = retrieve("lichen", [Article("a", TEXT), Article("b", TEXT[::-1]), Article("c", TEXT)])
    found = candidates(retrieved)
    count = len(found.passage)
    scores = np.asarray(data.draw(st.lists(st.sampled_from([0.0, 1.0, 2.5]), min_size=count, max_size=count)))

    chosen = Selector(retrieved, found, scores).select(limit)

    assert 1 <= len(chosen) <= limit
    values = [scores[each.row] for each in chosen]
    assert values == sorted(values, reverse=True)
    assert max(scores) == values[0]
    spans = [(int(found.passage[c.row]), int(found.starts[c.row]), int(found.ends[c.row])) for c in chosen]
    for at, (passage, start, end) in enumerate(spans):
        assert all(p != passage or end <= s or e <= start for p, s, e in spans[at + 1 :])
    words = [text for _, text in where(retrieved, found, chosen)]
    assert len(set(words)) == len(words)


def test_nothing_gives_nothing(retrieve: Retrieve) -> None:
    retrieved = retrieve("lichen", [])
    found = candidates(retrieved)

    assert Selector(retrieved, found, np.zeros(0)).select(10) == []
