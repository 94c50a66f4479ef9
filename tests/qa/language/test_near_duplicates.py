from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answering.answerer import Answerer
from qa.answers import Answer
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.language.near_duplicates import BANDS, bands, holds, repeats

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

LEAD = "Storms broke the eastern pier on Sunday night, the harbour office of Kestrel Bay said. "
QUOTED = '"The pier will stay shut until the spring," said Marta Ruiz, who runs the harbour office. '
MORE = (
    "Fishing boats were moved to the inner basin before dark. Nobody was hurt. Divers will look at the "
    "foundations next week, and the council has set aside two million for repairs. The ferry to Gull Island "
    "leaves from the western quay until further notice, and tickets stay valid. "
)
OTHERS = (
    {
        "id": "wheat",
        "source": "The Ledger",
        "text": "Wheat prices rose again in March, traders said on Monday.",
    },
    {"id": "rents", "source": "The Ledger", "text": "Rents fell in the capital for the first time in years."},
)


def ask(archive: Archive, question: str) -> Answer:
    with Library.open(archive.library) as library:
        return Answerer(library, lambda: archive.encoder, open_span_reader, today=date(2025, 1, 21)).ask(
            question
        )


@pytest.mark.slow
def test_a_story_in_several_outlets_is_shown_once_with_the_others_named(archive: Archive) -> None:
    archive.write_lines(
        "news.jsonl",
        {"id": "a", "source": "The Gazette", "text": LEAD + QUOTED + MORE},
        {
            "id": "b",
            "source": "The Herald",
            "text": "KESTREL BAY - " + LEAD + QUOTED.replace(", said", ",\nsaid") + MORE,
        },
        {"id": "c", "source": "The Courier", "text": QUOTED + MORE + "It is the third storm this winter."},
        *OTHERS,
    )  # fmt: skip
    archive.index()

    answer = ask(archive, "What did Marta Ruiz say about the pier?")

    first = answer.quotes[0]
    assert "stay shut until the spring" in first.text
    assert sorted([first.version.article.id, *first.also_in]) == ["a", "b", "c"]
    assert set(first.also_in_sources) | {first.version.article.source} == {
        "The Gazette",
        "The Herald",
        "The Courier",
    }
    assert sum("stay shut until the spring" in quote.text for quote in answer.quotes) == 1


@pytest.mark.slow
def test_an_outlet_that_changed_the_words_is_not_said_to_have_them(archive: Archive) -> None:
    archive.write_lines(
        "news.jsonl",
        {"id": "a", "source": "The Gazette", "text": LEAD + QUOTED + MORE},
        {"id": "b", "source": "The Herald", "text": LEAD + QUOTED.replace("the spring", "the summer") + MORE},
        *OTHERS,
    )
    archive.index()

    answer = ask(archive, "What did Marta Ruiz say about the pier in the spring?")

    (quote,) = [quote for quote in answer.quotes if "stay shut until" in quote.text]
    assert quote.also_in == ()


def test_a_near_duplicate_that_is_gone_is_named_no_more(archive: Archive) -> None:
    archive.write("a.txt", LEAD + QUOTED + MORE)
    copy = archive.write("b.txt", LEAD + QUOTED + MORE + "The end.")
    archive.index()
    assert len(ask(archive, "What did Marta Ruiz say about the pier?").quotes[0].also_in) == 1
    copy.unlink()
    archive.index()

    assert ask(archive, "What did Marta Ruiz say about the pier?").quotes[0].also_in == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The pier is shut, she said.", "The pier is shut she said", True),
        ("The pier is shut.", "On Sunday the pier is shut. Storms broke it.", True),
        ("The pier is shut.", "The council will pay for it.", False),
        ("The pier is shut until the spring.", "The market is shut until the spring.", False),
        ("Yes.", "yes", True),
        ("Yes.", "No.", False),
        ("Yes.", "Yes, it is.", False),
    ],
    ids=["marks", "within", "other", "half", "word", "other word", "more"],
)
def test_repeating(one: str, other: str, same: bool) -> None:
    assert repeats(one, other) is same
    assert repeats(other, one) is same


def test_words_are_held_wherever_lines_break() -> None:
    assert holds("He said:\n\n  all is\nwell. Then he left.", "all is well.")
    assert not holds("He said all was well.", "all is well.")


@given(st.text(), st.text())
def test_any_text_has_bands_and_equal_texts_have_equal_ones(text: str, other: str) -> None:
    assert len(bands(text)) in (0, BANDS)
    assert bands(text) == bands(text)
    assert repeats(text, text)
    assert repeats(text, other) == repeats(other, text)


@given(st.text(st.characters(categories=["Cs", "L"]), min_size=30))
def test_lone_surrogates_are_no_trouble(text: str) -> None:
    assert len(bands(" ".join(text))) == BANDS


def test_few_changed_words_leave_a_band_in_common_and_other_texts_have_none() -> None:
    story = LEAD + QUOTED + MORE
    edited = story.replace("Nobody was hurt.", "No one was hurt.").replace("two million", "2 million")
    other = "The council met on Tuesday to talk about the school, the library and a new road to the airport."

    assert set(bands(story)) & set(bands(edited))
    assert not set(bands(story)) & set(bands(other))
