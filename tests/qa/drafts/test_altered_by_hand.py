"""Quotations over `seeds/` that a person altered, and honest ones, get the finding that the person expects."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from qa.datatypes import Article
from qa.drafts.verdicts import PASSING
from qa.reading.discovery import discover
from qa.reading.files import FoundFile
from qa.reading.readers import read
from tests.qa.drafts.conftest import Check, checker

SEEDS = Path(__file__).parents[3] / "seeds"
MAX_BYTES = 1_000_000


def rows(name: str) -> list[tuple[str, str, str]]:
    """Return what is expected, how the words were altered, and the draft."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    escapes = {"\\n": "\n", "\\u00a0": "\u00a0", "\\u00ad": "\u00ad"}
    result = []
    for expected, how, draft in found:
        text = draft
        for written, meant in escapes.items():
            text = text.replace(written, meant)
        result.append((expected, how, text))
    return result


ALTERED, HONEST = rows("altered_by_hand.tsv"), rows("honest_by_hand.tsv")


@pytest.fixture(scope="module")
def check_seeds() -> Check:
    return checker(
        [
            article
            for found in discover(SEEDS, max_bytes=MAX_BYTES)
            if isinstance(found, FoundFile)
            for article in read(found, max_bytes=MAX_BYTES)
            if isinstance(article, Article)
        ]
    )


def told(check: Check, draft: str) -> list[str]:
    """Return the findings of a draft, without those of a few words and of paraphrases if there are others."""
    found = [each.verdict.value for each in check(draft)]
    return [each for each in found if each not in ("too_short", "not_compared")] or found


def test_there_are_enough_of_both() -> None:
    assert len(ALTERED) >= 60
    assert len(HONEST) >= 25


@pytest.mark.parametrize(
    ("expected", "how", "draft"), ALTERED, ids=[f"{how} {n}" for n, (_, how, _) in enumerate(ALTERED)]
)
def test_what_was_altered_is_called_so(check_seeds: Check, expected: str, how: str, draft: str) -> None:
    found = told(check_seeds, draft)

    assert expected in found, how
    assert not PASSING & set(found)


@pytest.mark.parametrize(
    ("expected", "how", "draft"), HONEST, ids=[f"{how} {n}" for n, (_, how, _) in enumerate(HONEST)]
)
def test_what_is_honest_passes(check_seeds: Check, expected: str, how: str, draft: str) -> None:
    assert told(check_seeds, draft) == [expected], how
