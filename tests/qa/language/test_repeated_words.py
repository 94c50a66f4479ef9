from __future__ import annotations

import time

import pytest

from qa.language.repeated_words import RepeatedWords

SAID = "The ferries lose money on every crossing, and the council knows it."


@pytest.mark.parametrize(
    "other",
    [
        SAID.upper(),
        "“The ferries lose money on every crossing and the council knows it”",
        "The ferries lose money on every crossing",
        f"{SAID} We cannot run them on hope.",
        "The ferries lose money at every crossing, and the council knows it.",
    ],
    ids=["capitals", "marks", "a part", "more", "one word"],
)
def test_nearly_the_same_words_are_found_again(other: str) -> None:
    seen = RepeatedWords()
    seen.add("The market opens at six on every day but Sunday.")
    number = seen.add(SAID)

    assert list(seen.like(other)) == [number]


@pytest.mark.parametrize(
    "other",
    [
        "The ferries make money on some crossings, and nobody knows why.",
        "Crossing on the council ferries, every gull loses its money",
        "On every crossing, the captain counts the gulls and writes them down.",
        "No comment",
        "",
    ],
    ids=["another claim", "another order", "the same beginning", "short", "empty"],
)
def test_other_words_are_not(other: str) -> None:
    seen = RepeatedWords()
    seen.add(SAID)

    assert list(seen.like(other)) == []


def test_a_few_words_repeat_only_all_of_themselves() -> None:
    seen = RepeatedWords()
    seen.add("No comment")

    assert list(seen.like("no comment!")) == [0]
    assert list(seen.like("No comment at all")) == []


def test_three_thousand_texts_are_compared_in_seconds() -> None:
    seen = RepeatedWords()
    before = time.perf_counter()
    for number in range(3_000):
        text = (
            f"We will not pay toll number {number} for the bridge, not today and not in {number + 1} years."
        )
        assert not list(seen.like(text)) or number
        seen.add(text)

    assert time.perf_counter() - before < 20
