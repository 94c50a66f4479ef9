"""Known edits of known quotations are called what they are: nothing altered is verbatim, nothing verbatim altered."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from qa.datatypes import Article
from tests.qa.drafts.conftest import checker
from tests.qa.drafts.known_edits import edited, made_articles, quoted_in

SEEDS = Path(__file__).parents[3] / "seeds"
PASSING = {"verbatim", "marked_changes", "typography_only"}
ARTICLES = 6

Counts = Counter[tuple[str, str, str]]
"""How often an edit that is to be found as the second was found as the third."""


@pytest.fixture(scope="module")
def counts() -> Counts:
    made = made_articles(ARTICLES)
    check = checker([Article(f"article {n}", each.text) for n, each in enumerate(made)])
    found: Counts = Counter()
    for number, article in enumerate(made):
        stranger = made[number - 1].statements[0].speaker
        edits = list(edited(article, stranger))
        results = check("\n\n".join(each.sentence for each in edits))
        assert len(results) == len(edits)
        found.update(
            (each.edit, each.expected, result.verdict.value)
            for each, result in zip(edits, results, strict=True)
        )
    return found


def test_nothing_altered_passes(counts: Counts) -> None:
    altered = {key: n for key, n in counts.items() if key[1] == "altered"}

    assert sum(altered.values()) >= 200
    assert not {key: n for key, n in altered.items() if key[2] in PASSING}


def test_hardly_anything_verbatim_is_called_altered(counts: Counts) -> None:
    right = {key: n for key, n in counts.items() if key[1] in PASSING}
    called_altered = sum(n for key, n in right.items() if key[2] == "altered")

    assert sum(right.values()) >= 250
    assert called_altered < 0.005 * sum(right.values())


def test_nearly_every_edit_is_called_what_it_is(counts: Counts) -> None:
    wrong = {key: n for key, n in counts.items() if key[1] != key[2]}

    assert sum(wrong.values()) <= 0.01 * counts.total(), wrong


def test_a_wrong_speaker_is_found_and_no_right_one_is_called_wrong(counts: Counts) -> None:
    exchanged = sum(n for key, n in counts.items() if key[1] == "other_speaker")
    called = sum(n for key, n in counts.items() if key[2] == "other_speaker")
    right = sum(n for key, n in counts.items() if key[1] == key[2] == "other_speaker")

    assert right >= 0.9 * exchanged
    assert right >= 0.95 * called


def test_the_quotations_of_the_seeds_are_found_and_their_changes_too() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.md"))}
    check = checker([Article(name, text) for name, text in texts.items()])
    quoted = list(dict.fromkeys(words for text in texts.values() for words in quoted_in(text)))

    as_they_are = check("\n\n".join(f"“{words}”" for words in quoted))
    changed = check("\n\n".join(f"“{_changed(words)}”" for words in quoted))

    assert quoted
    assert {found.verdict.value for found in as_they_are} == {"verbatim"}
    assert {found.verdict.value for found in changed} == {"altered"}


def _changed(words: str) -> str:
    first, second, *others = words.split()
    return " ".join([first, second, "surely", *others])
