from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.language.broken_lines import holds_paragraphs, in_one_line, own_lines, own_paragraph, unbroken

LINES = "It was late.\nNobody had said a word about the levee, which Dene had built in nine years, or asked for it.\n"
BROKEN = (
    "The levee of Dene is finished after nine years, and nobody\n"
    "was glad of it, the mayor said on Monday. It leaks at three\n"
    "places.\n"
    "    Ada Quill denied that it leaks, and said that the water\n"
    "came from the river.\n"
    "\n"
    "The ferry sails again on Monday.\n"
)


def own(text: str, words: str) -> str:
    start = text.index(words)
    first, last = own_paragraph(text, start, start + len(words), 1_500)
    return text[first:last]


def test_a_line_of_a_text_whose_lines_are_paragraphs_is_one() -> None:
    assert own(LINES, "Nobody") == LINES.splitlines()[1]


def test_lines_that_are_broken_to_a_width_belong_together() -> None:
    assert own(BROKEN, "was glad") == BROKEN[: BROKEN.index("    Ada")].rstrip()
    assert own(BROKEN, "came from").startswith("Ada Quill denied")


def test_no_line_goes_on_over_an_empty_one() -> None:
    start = BROKEN.index("came from")

    first, last = own_lines(BROKEN, start, start + 4, 1_500)

    assert (first, BROKEN[last:]) == (0, "\n\nThe ferry sails again on Monday.\n")


@given(st.text(alphabet="ab .\n\r", max_size=300), st.data())
def test_the_lines_and_the_paragraph_of_a_span_hold_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    for first, last in (own_lines(text, start, end, 40), own_paragraph(text, start, end, 40)):
        assert 0 <= first <= start <= end <= last <= len(text)


def test_no_more_than_so_much_of_a_megabyte_of_short_lines_is_taken() -> None:
    text = "the levee leaks at\n" * 50_000

    first, last = own_lines(text, 500_000, 500_004, 1_000)

    assert last - first < 2_100


def test_a_broken_paragraph_gets_one_line_and_every_word_stays_in_its_place() -> None:
    whole = unbroken(BROKEN)

    assert len(whole) == len(BROKEN)
    assert whole.split() == BROKEN.split()
    assert [line.strip() for line in whole.splitlines() if line.strip()] == [
        " ".join(BROKEN[: BROKEN.index("    Ada")].split()),
        "Ada Quill denied that it leaks, and said that the water came from the river.",
        "The ferry sails again on Monday.",
    ]


def test_lines_that_are_paragraphs_stay_as_they_are() -> None:
    assert unbroken(LINES) == LINES


@given(st.text(alphabet="ab .\n\r", max_size=300))
def test_a_text_keeps_its_length_and_its_words(text: str) -> None:
    whole = unbroken(text)

    assert len(whole) == len(text)
    assert whole.split() == text.split()


def test_two_sentences_of_a_broken_paragraph_are_in_one_and_those_of_two_are_not() -> None:
    first, second = BROKEN.index("It leaks"), BROKEN.index("Ada Quill")

    assert not holds_paragraphs(BROKEN, 0, first + 20, 1_500)
    assert not holds_paragraphs(BROKEN, first, BROKEN.index("places.") + 8, 1_500)
    assert holds_paragraphs(BROKEN, first, second + 9, 1_500)
    assert holds_paragraphs(LINES, 0, LINES.index("Nobody") + 6, 1_500)


def test_a_sentence_is_held_in_one_line_and_two_stay_apart() -> None:
    end = BROKEN.index("\n    Ada")
    leaks = BROKEN.index("It leaks")

    assert in_one_line(BROKEN, leaks, end, [(0, leaks - 1), (leaks, end)]) == "It leaks at three places."
    assert in_one_line(LINES, 0, 19, [(0, 12), (13, 102)]) == "It was late.\nNobody"
