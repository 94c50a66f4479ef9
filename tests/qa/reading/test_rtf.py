from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind
from tests.qa.reading.only_result import the_article, the_problem

ReadAs = Callable[..., list[Article | Problem]]


def rtf(body: str, *, head: str = "") -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}" + head + body + "}").encode("cp1252")


def test_its_paragraphs_are_lines_and_its_title_and_author_are_known(read_as: ReadAs) -> None:
    head = r"{\info{\title Dockers vote}{\author Guy Fenn}{\creatim\yr2020\mo1\dy2}}"
    body = (
        r"\pard\b Dockers vote\b0\par\par "
        r"\'93We will strike,\'94 said Ada\~Quill \u8212? at \'a35.\line Rain fell.\par"
    )

    article = the_article(read_as("2026-03-10-dockers.rtf", rtf(body, head=head)))

    assert (article.title, article.author, article.date) == ("Dockers vote", "Guy Fenn", "2026-03-10")
    assert article.text == "Dockers vote\n“We will strike,” said Ada\xa0Quill — at £5.\nRain fell."
    assert article.reader.startswith("rtf/1 striprtf/")


def test_without_a_title_its_first_line_is_one(read_as: ReadAs) -> None:
    assert (
        the_article(read_as("a.rtf", rtf(r"Dockers vote\par They will strike.\par"))).title == "Dockers vote"
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r'{\field{\*\fldinst{HYPERLINK "https://x.example/a"}}{\fldrslt Ada Quill}} spoke.', "Ada Quill spoke."),
        (r'{\field{\*\fldinst HYPERLINK "https://x.example/a"}{\fldrslt Ada Quill}} spoke.', "Ada Quill spoke."),
        (r"Rain {\deleted\revauthdel1 never }fell.", "Rain fell."),
        (r"\trowd Harwick\cell 12\cell\row Rain fell.", "Harwick\t12\nRain fell."),
        (r"Rain{\*\comment no}{\footnote no}{\pict\pngblip 89504e47} fell.", "Rain fell."),
        (r"Rain \u-10179?\u-8704? fell.", "Rain 😀 fell."),
        ("Rain fell.\\\nSnow fell.", "Rain fell.\nSnow fell."),
        (r"A back\\cell \{here\}", "A back\\cell {here}"),
        ("Caf\xe9", "Café"),
    ],
    ids=[
        "link in braces", "link", "deleted", "table", "notes and pictures", "halves", "of a Mac", "escaped",
        "bare byte",
    ],
)  # fmt: skip
def test_only_the_words_of_the_article_are_its_text(read_as: ReadAs, body: str, text: str) -> None:
    assert the_article(read_as("a.rtf", rtf(body))).text == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Rain fell.", ProblemKind.BROKEN),
        (b"PK\x03\x04", ProblemKind.BROKEN),
        (rtf(r"\par\par"), ProblemKind.EMPTY),
        (b"{\\rtf1\\ansi\\uc Rain}", ProblemKind.BROKEN),
    ],
    ids=["text", "zip", "blank", "a number is missing"],
)
def test_what_is_no_rich_text_is_named(read_as: ReadAs, data: bytes, kind: ProblemKind) -> None:
    assert the_problem(read_as("a.rtf", data)).kind is kind


def test_broken_characters_are_shown_and_named(read_as: ReadAs) -> None:
    problem, article = read_as("a.rtf", rtf(r"\'81 Rain fell."))

    assert isinstance(problem, Problem)
    assert problem.reason == "some of its characters are broken, shown as \ufffd"
    assert isinstance(article, Article)
    assert article.text == "\ufffd Rain fell."


@pytest.mark.parametrize(
    "body",
    ["{" * 200_000, "}" * 200_000, r"\b" * 200_000, r"\fldinst " * 100_000],
    ids=["opened", "closed", "words", "links"],
)
def test_nesting_without_end_is_no_harm(read_as: ReadAs, body: str) -> None:
    # The sandbox would end a reader that takes more than a minute.
    results = read_as("a.rtf", rtf(body + " Rain fell."))

    assert not [each for each in results if isinstance(each, Problem) and each.kind is ProblemKind.LIMIT]


def test_one_that_names_a_character_that_there_is_not_is_damaged(read_as: ReadAs) -> None:
    assert the_problem(read_as("a.rtf", rtf(r"Rain \u99999999? fell."))).reason == "it is damaged"


def test_one_that_is_cut_off_is_read_and_says_so(read_as: ReadAs) -> None:
    problem, article = read_as("a.rtf", rtf(r"Rain fell.\par Snow f")[:-1])

    assert isinstance(problem, Problem)
    assert (problem.reason, problem.fatal) == ("it is cut off: its end may be missing", False)
    assert isinstance(article, Article)
    assert article.text == "Rain fell.\nSnow f"
