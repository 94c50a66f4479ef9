from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind
from qa.reading.parsing.reflow import PrintedLine, reflowed
from tests.qa.reading.only_result import the_article, the_problem

ReadAs = Callable[..., list[Article | Problem]]
PdfOf = Callable[..., bytes]

FIRST = (
    "The new airport will open two years late, the ministry admitted on Monday. Engineers found cracks in the second "
    "runway, and the fire alarms of the terminal have never worked as they should have done from the first day on."
)
SECOND = (
    "“Nobody told us how bad the concrete was,” transport minister Karin Dahl told the committee. She added that the "
    "deadline of next summer could still be met if the contractors agreed to work at night and at weekends."
)


def wrapped(paragraph: str) -> list[str]:
    return textwrap.wrap(paragraph, 70)


def test_lines_become_paragraphs_again(read_as: ReadAs, pdf_of: PdfOf) -> None:
    data = pdf_of([["Airport late", "", *wrapped(FIRST), "", *wrapped(SECOND)]])

    article = the_article(read_as("a.pdf", data))

    assert article.text == f"Airport late\n{FIRST}\n{SECOND}"
    assert article.pages == (0,)
    assert article.reader.startswith("pdf/1 pypdfium2/")


def test_a_sentence_goes_on_over_the_page_and_the_page_is_known(read_as: ReadAs, pdf_of: PdfOf) -> None:
    lines = wrapped(SECOND)

    article = the_article(read_as("a.pdf", pdf_of([[*wrapped(FIRST), "", *lines[:2]], [], lines[2:]])))

    assert article.text == f"{FIRST}\n{SECOND}"
    third = article.text.index(lines[2])
    assert article.pages == (0, third, third)
    assert article.page(third - 1) == 1
    assert article.page(third) == 3


def test_what_runs_along_the_edges_of_the_pages_is_left_out(read_as: ReadAs, pdf_of: PdfOf) -> None:
    stories = [
        f"Story number {word} has a sentence that ends on its page." for word in ("one", "two", "three")
    ]
    pages = [
        ["Airport report", "", *[""] * 2, story, *["", "", "And more."], *[""] * 20, f"Page {number} of 3"]
        for number, story in enumerate(stories, start=1)
    ]

    article = the_article(read_as("a.pdf", pdf_of(pages)))

    assert article.text == "\n".join(f"{story}\nAnd more." for story in stories)


def test_title_and_author_are_taken_where_they_look_like_that(read_as: ReadAs, pdf_of: PdfOf) -> None:
    page = wrapped(FIRST)

    told = the_article(read_as("a.pdf", pdf_of([page], title="Airport report", author="Jane Doe")))
    made = the_article(read_as("a.pdf", pdf_of([page], title="Microsoft Word - x.doc", author="jdoe")))

    assert (told.title, told.author) == ("Airport report", "Jane Doe")
    assert (made.title, made.author) == (
        "The new airport will open two years late, the ministry admitted on Monday.",
        "",
    )


def test_when_the_file_was_made_is_not_its_date_and_a_dated_name_is(
    read_as: ReadAs, pdf_objects: Callable[..., bytes], pdf_of: PdfOf
) -> None:
    data = pdf_of([wrapped(FIRST)]).replace(b"/Author ()", b"/CreationDate (D:20240102030405Z)")

    assert the_article(read_as("report.pdf", data)).date is None
    assert the_article(read_as("2025-01-31 report.pdf", data)).date == "2025-01-31"


def test_a_file_without_text_is_named(read_as: ReadAs, pdf_of: PdfOf) -> None:
    problem = the_problem(read_as("a.pdf", pdf_of([[], []])))

    assert (problem.kind, problem.reason) == (
        ProblemKind.EMPTY,
        "it has no text; perhaps it is a scan, with only pictures of pages",
    )


def test_a_locked_file_is_named(read_as: ReadAs, pdf_objects: Callable[..., bytes]) -> None:
    # The check value answers to no known password.
    keys = b"/V 1 /R 2 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> /P -4"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    data = pdf_objects(objects, b"/Encrypt << /Filter /Standard " + keys + b" >> /ID [<41> <41>]")

    problem = the_problem(read_as("a.pdf", data))

    assert (problem.kind, problem.reason) == (ProblemKind.UNREADABLE, "it is locked with a password")


def test_a_cut_file_is_read_as_far_as_it_goes_or_named(read_as: ReadAs, pdf_of: PdfOf) -> None:
    whole = pdf_of([wrapped(FIRST)] * 3)
    for size in (10, len(whole) // 2, len(whole) - 20):
        result = read_as("a.pdf", whole[:size])[-1]

        assert isinstance(result, Article) or (
            result.fatal and result.reason == "it is damaged, or is not a PDF"
        )


def line(
    text: str, bottom: float, *, left: float = 0, width: float | None = None, height: float = 10
) -> PrintedLine:
    # Five points for a letter, as in ten point type.
    return PrintedLine(text, left, left + (5 * len(text) if width is None else width), bottom, height)


def test_an_indent_begins_a_paragraph() -> None:
    page = [
        line("It rained all day long in the north, and in the south", 88, width=200),
        line("it snowed until the evening of the second day in a row.", 76, width=200),
        line("Nobody had seen such weather, and nobody will again", 64, left=12, width=188),
        line("before the spring.", 52),
    ]

    assert reflowed([page])[0] == (
        "It rained all day long in the north, and in the south "
        "it snowed until the evening of the second day in a row.\n"
        "Nobody had seen such weather, and nobody will again before the spring."
    )


def test_columns_are_read_one_after_the_other_and_joined() -> None:
    left = [line("the first column goes", 100 - 12 * n, width=100) for n in range(3)]
    right = [line("on in the second one", 100 - 12 * n, left=120, width=100) for n in range(2)]

    assert reflowed([[*left, *right]])[0] == " ".join(
        [*(each.text for each in left), *(each.text for each in right)]
    )


def test_a_short_last_line_of_a_page_goes_on_in_small_letters() -> None:
    first = [line("It rained all day long in the north,", 20), line("and in the", 8)]
    second = [line("south it snowed until the evening.", 100)]

    text, starts = reflowed([first, second])

    assert text == "It rained all day long in the north, and in the south it snowed until the evening."
    assert starts == (0, text.index("south"))


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        (PrintedLine("it was con", 0, 100, 88, 10, hyphen=True), "cerned with", "it was concerned with"),
        (
            PrintedLine("talks with U.S.", 0, 100, 88, 10, hyphen=True),
            "China experts",
            "talks with U.S.-China experts",
        ),
        (PrintedLine("a well-", 0, 100, 88, 10), "known case", "a well-known case"),
        (PrintedLine("from 1990 –", 0, 100, 88, 10), "until now", "from 1990 – until now"),
    ],
    ids=["divided word", "compound", "plain hyphen", "dash"],
)
def test_a_hyphen_at_the_end_of_a_line(end: PrintedLine, begin: str, joined: str) -> None:
    assert reflowed([[end, line(begin, 76, width=100)]])[0] == joined


def test_a_superscript_stays_in_its_line() -> None:
    page = [
        line("about 12 km", 88, width=55),
        PrintedLine("2", 55.5, 58, 92, 5),
        PrintedLine("of land", 61, 95, 88, 10),
    ]

    assert reflowed([page])[0] == "about 12 km2 of land"


lines = st.builds(
    PrintedLine,
    text=st.text(),
    left=st.floats(-1000, 1000),
    right=st.floats(-1000, 1000),
    bottom=st.floats(-1000, 1000),
    height=st.floats(0, 100),
    hyphen=st.booleans(),
)


@given(st.lists(st.lists(lines, max_size=8), max_size=5))
def test_pages_begin_inside_the_text_in_their_order(pages: list[list[PrintedLine]]) -> None:
    text, starts = reflowed(pages)

    assert len(starts) == len(pages)
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)


@given(st.lists(st.lists(lines, max_size=2), max_size=3))
def test_no_letter_of_a_short_page_is_lost(pages: list[list[PrintedLine]]) -> None:
    text, _ = reflowed(pages)

    expected = "".join(each.text for page in pages for each in page)
    assert "".join(expected.split()) == "".join(text.split()) or "-" in text
