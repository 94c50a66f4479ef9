from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.answers import Quote
from qa.archive.quote_lookup import LONGEST_SURROUNDINGS, surroundings, whole_sentences
from qa.datatypes import Article, Version

TEXT = "First line.\n\nIt was late. Nobody had said a word about it. They left.\n\nThe last line.\n\nMore.\n"


def quote_at(text: str, start: int, end: int) -> Quote:
    return Quote(Version(1, "a" * 10, "b" * 64, Article("a", text)), start, end, 0.5)


def test_a_part_of_a_sentence_grows_to_the_whole_of_it() -> None:
    start = TEXT.index("said a word")

    begin, end = whole_sentences(TEXT, start, start + len("said a word"))

    assert TEXT[begin:end] == "Nobody had said a word about it."


def test_a_part_of_two_sentences_grows_to_both() -> None:
    start, stop = TEXT.index("late"), TEXT.index("Nobody") + 6

    begin, end = whole_sentences(TEXT, start, stop)

    assert TEXT[begin:end] == "It was late. Nobody had said a word about it."


def test_a_sentence_goes_on_in_the_next_line_where_lines_are_broken_to_a_width() -> None:
    text = (
        "The levee of Dene is finished. After nine years of work and\n"
        "two floods nobody was glad of it, the mayor of Dene said in\n"
        "a statement.\n"
        "    Ada Quill denied that.\n"
    )
    start = text.index("the mayor")

    begin, end = whole_sentences(text, start, start + len("the mayor"))

    assert text[begin:end] == text[text.index("After") : text.index("\n    Ada")]


def test_the_paragraph_before_and_after_are_shown() -> None:
    start = TEXT.index("Nobody")

    begin, end = surroundings(quote_at(TEXT, start, start + 6))

    assert (begin, TEXT[begin:end].splitlines()[-1]) == (0, "The last line.")
    assert "More." not in TEXT[begin:end]


@given(st.text(), st.data())
def test_surroundings_hold_the_quote_and_are_bounded(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    begin, stop = surroundings(quote_at(text, start, end))
    first, last = whole_sentences(text, start, end)

    assert 0 <= begin <= start <= end <= stop <= len(text)
    assert 0 <= first <= start <= end <= last <= len(text)


def test_a_paragraph_of_a_megabyte_is_not_shown_whole() -> None:
    text = "word " * 200_000

    begin, end = surroundings(quote_at(text, 500_000, 500_004))

    assert end - begin <= 2 * LONGEST_SURROUNDINGS + 4
