from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.language.broken_lines import own_lines, own_paragraph

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
