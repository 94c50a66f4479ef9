"""`holding` finds every place with exactly these words, whoever says them, and no place without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from qa.archive.exact_words import holding, passages_holding
from qa.archive.protocol import Archive, View
from qa.datatypes import Scope
from qa.embedded.search.phrases_across import versions_holding
from qa.embedded.search.scratch import Scratch
from qa.embedded.snapshot import Library
from qa.errors import UsageError
from qa.language.exact_words import in_words, places
from qa.language.terms import phrases_of
from qa.tables.tokens import token
from tests.qa.archive.test_contract import copied

QUAY = """---
title: A row about the quay
date: 2024-03-04
source: Coast Gazette
---
The council met on Monday. “We all pay the same fee, and fair is fair,” said Una Strand, the mayor.

Ivo Brandt, who leads the opposition, said that there was more to come. “Fair’s fair,” he said.
"""
FEES = """---
title: Fair is fair
date: 2024-05-04
source: Inland Post
---
The fee rises in June. “There is more to come,” said Ada Quill, the harbour master.

The baker shrugged. FAIR IS  FAIR, he said, and unfair is fairly common. It is what it is.
"""
STATES = "The people of the United States of Harwick, a club of four, met. They came from the U.S. by boat."
# Sentences of some seventy words each, so that every passage holds few of them.
_FILLER = "The clerk read out " + ", ".join(f"entry {number} of the ledger" for number in range(40))
LONG = f"{_FILLER}, and then it was\n\nnoon. {_FILLER}, and it is. \n\nAs it is. {_FILLER}, or so\n\nit is."
CONTENTS = {"quay.md": QUAY, "fees.md": FEES, "states.txt": STATES, "long.txt": LONG}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, library_of: Callable[[Path], Library]) -> Library:
    folder = tmp_path_factory.mktemp("exact")
    for name, text in CONTENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return library_of(folder)


@pytest.fixture(scope="module", params=["SQLite and FAISS", "memory"])
def archive(request: pytest.FixtureRequest, library: Library) -> Archive:
    return library if request.param == "SQLite and FAISS" else copied(library)


@pytest.fixture
def view(archive: Archive) -> Iterator[View]:
    with archive.snapshot() as opened:
        yield opened


def found(view: View, typed: str, scope: Scope = Scope()) -> list[tuple[str, str, str | None]]:  # noqa: B008
    return [
        (quote.version.article.path, quote.text, quote.speaker)
        for each in holding(view, typed, scope)
        for quote in each.places
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "fair is fair",
            [("fees.md", "FAIR IS  FAIR", None), ("quay.md", "fair is fair", "Una Strand")],
            id="newest first, with the speaker",
        ),
        pytest.param("Fair's fair", [("quay.md", "Fair’s fair", "Ivo Brandt")], id="another apostrophe"),
        pytest.param(
            "“more to come”",
            [("fees.md", "more to come", "Ada Quill"), ("quay.md", "more to come", "Ivo Brandt")],
            id="typed with marks",
        ),
        pytest.param(
            "It is what it is", [("fees.md", "It is what it is", None)], id="very common words alone"
        ),
        pytest.param("states of Harwick", [("states.txt", "States of Harwick", None)], id="half of a name"),
        pytest.param(
            "the people of the united",
            [("states.txt", "The people of the United", None)],
            id="the first half",
        ),
        pytest.param("from the US", [("states.txt", "from the U.S.", None)], id="letters with dots"),
        pytest.param("then it was noon", [("long.txt", "then it was\n\nnoon", None)], id="over a border"),
    ],
)
def test_every_place_is_found(view: View, typed: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(view, typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "unfair is fair",
        "fair was fair",
        "is fair fair",
        "more to coming",
        "fair is fairly odd",
        "noon was it",
    ],
)
def test_other_words_are_found_nowhere(view: View, typed: str) -> None:
    assert found(view, typed) == []


def test_a_title_that_has_the_words_is_told_apart(view: View) -> None:
    assert [
        (each.version.article.path, each.in_title) for each in holding(view, "fair is fair", Scope())
    ] == [
        ("fees.md", True),
        ("quay.md", False),
    ]
    (row,) = holding(view, "a row about", Scope())
    assert (list(row.places), row.in_title) == ([], True)


@pytest.mark.parametrize(
    ("scope", "paths"),
    [
        pytest.param(Scope(since=date(2024, 4, 1)), ["fees.md"], id="since"),
        pytest.param(Scope(until=date(2024, 4, 1)), ["quay.md"], id="until"),
        pytest.param(Scope(sources=("coast gazette",)), ["quay.md"], id="outlet"),
        pytest.param(Scope(sources=("Nowhere",)), [], id="no such outlet"),
    ],
)
def test_only_articles_of_the_scope_count(view: View, scope: Scope, paths: list[str]) -> None:
    assert [path for path, _, _ in found(view, "fair is fair", scope)] == paths


@pytest.mark.parametrize(
    "typed", ["", "  ", "?!", "fair " * 501], ids=["empty", "spaces", "marks", "too long"]
)
def test_no_words_and_too_many_are_refused(view: View, typed: str) -> None:
    with pytest.raises(UsageError):
        list(holding(view, typed, Scope()))


@pytest.mark.parametrize(
    "typed", ["it is", "then it was noon", "it was noon", "it is as it is", "so it is", "fair is fair"]
)
def test_what_is_proposed_is_all_that_the_plain_way_finds(library: Library, typed: str) -> None:
    words, tokens = in_words(typed), [list(map(token, phrase)) for phrase in phrases_of(typed)]
    with library.snapshot() as view:
        everything = [each for path in CONTENTS for each in view.find_articles(path)]
        plain = {
            each.key
            for each in everything
            if any(places(words, each.article.text)) or any(places(words, each.article.title))
        }
        proposed = versions_holding(view._connection, Scratch(), tokens, Scope())

    assert plain
    assert plain <= set(proposed)


def test_words_over_a_border_are_found_where_the_first_is_very_common(
    tmp_path: Path, library_of: Callable[[Path], Library]
) -> None:
    # Then what the passages before end with is read, instead of listing all that hold the first word.
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(f"Sand and gravel came in lot {number}.", encoding="utf-8")
    (tmp_path / "long.txt").write_text(f"{_FILLER}, and\n\nzephyrs. {_FILLER}", encoding="utf-8")

    with library_of(tmp_path).snapshot() as view:
        (row,) = holding(view, "and zephyrs", Scope())
        (quote,) = row.places
        passages = view.passages_at(quote.version.key, (quote.start, quote.end))

    assert quote.version.article.path == "long.txt"
    assert len(passages) == 2


def test_the_long_text_has_borders_within_the_phrases(library: Library) -> None:
    # Else the test above would only show what stands within passages.
    with library.snapshot() as view:
        across = [
            len(view.passages_at(quote.version.key, (quote.start, quote.end)))
            for typed in ("then it was noon", "it is as it is", "or so it is")
            for each in holding(view, typed, Scope())
            for quote in each.places
        ]

    assert min(across) >= 2
    assert max(across) == 2


def test_passages_with_the_words_are_those_of_all_whoever_says_them(view: View) -> None:
    found = view.passages(passages_holding(view, "fair is fair", Scope(), 10))

    articles = {view.versions([each.version_key])[each.version_key].article.id for each in found}
    assert articles == {"quay.md", "fees.md"}
