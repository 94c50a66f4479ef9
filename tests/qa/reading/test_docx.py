from __future__ import annotations

import io
import socket
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind
from tests.qa.reading.only_result import the_article, the_problem

ReadAs = Callable[..., list[Article | Problem]]
DocxOf = Callable[..., bytes]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def test_a_document_is_its_paragraphs_and_rows(read_as: ReadAs) -> None:
    document = docx.Document()
    document.core_properties.author = "Ann Lee"
    document.add_heading("Council rejects toll", 0)
    story = document.add_paragraph("“A toll would punish the poor,” said ")
    story.add_run("Maria Okafor").bold = True
    story.add_run(", who leads the opposition.")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = ("For", "six", "Against", "nine")[number]
    document.add_paragraph("First line.\nSecond line.\tWith a tab.")
    data = io.BytesIO()
    document.save(data)

    article = the_article(read_as("toll.docx", data.getvalue()))

    assert article.text == (
        "Council rejects toll\n“A toll would punish the poor,” said Maria Okafor, who leads the opposition.\n"
        "For six\nAgainst nine\nFirst line.\nSecond line.\tWith a tab."
    )
    assert (article.title, article.author, article.date) == ("Council rejects toll", "Ann Lee", None)
    assert article.reader == "docx/1"


def test_it_reads_as_with_all_changes_accepted(read_as: ReadAs, docx_of: DocxOf) -> None:
    body = paragraph(
        run("We will "),
        f"<w:ins>{run('not ')}</w:ins>",
        "<w:del><w:r><w:delText>ever </w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('gone ')}</w:moveFrom>",
        f"<w:hyperlink>{run('sign')}</w:hyperlink>",
        f"<w:smartTag>{run(' it')}</w:smartTag>",
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE 7</w:instrText></w:r>',
        f"<w:sdt><w:sdtContent>{run(' today.')}</w:sdtContent></w:sdt>",
    )

    assert the_article(read_as("a.docx", docx_of(body))).text == "We will not sign it today."


def test_a_text_box_is_read_once(read_as: ReadAs, docx_of: DocxOf) -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = paragraph(run("In the box."))
    body = paragraph(
        run("Outside."),
        f"<w:r><mc:AlternateContent {mc}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )

    assert the_article(read_as("a.docx", docx_of(body))).text.count("In the box.") == 1


def test_a_dated_name_is_its_date(read_as: ReadAs, docx_of: DocxOf) -> None:
    assert the_article(read_as("2025-01-31 a.docx", docx_of(paragraph(run("Rain."))))).date == "2025-01-31"


@pytest.mark.parametrize("begin", ["", "% "], ids=["entity", "parameter entity"])
def test_no_file_outside_is_read(read_as: ReadAs, docx_of: DocxOf, tmp_path: Path, begin: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    address = (tmp_path / "secret.txt").as_uri()
    ask, text = ("%e;", "") if begin else ("", "&e;")
    data = docx_of(
        paragraph(run(f"Before{text}after")),
        before=f'<!DOCTYPE w:document [<!ENTITY {begin}e SYSTEM "{address}">{ask}]>',
    )

    (result,) = read_as("a.docx", data)

    assert "secret" not in repr(result).replace("secret.txt", "")
    assert isinstance(result, Article) or result.kind is ProblemKind.BROKEN


def test_nothing_is_asked_of_the_network(read_as: ReadAs, docx_of: DocxOf) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.dtd"
        data = docx_of(paragraph(run("Rain fell.")), before=f'<!DOCTYPE w:document SYSTEM "{address}">')

        text = the_article(read_as("a.docx", data)).text
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()

    assert text == "Rain fell."


def test_entities_that_unfold_without_end_are_refused(read_as: ReadAs, docx_of: DocxOf) -> None:
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names))
    data = docx_of(paragraph(run("&j;")), before=f'<!DOCTYPE w:document [<!ENTITY a "rain">{entities}]>')

    assert the_problem(read_as("a.docx", data)).kind in {ProblemKind.BROKEN, ProblemKind.EMPTY}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda data: data[: len(data) - 30], "it is damaged, cut off, or not what its name says"),
        (lambda data: b"{\\rtf1 Rain fell.}", "it is damaged, cut off, or not what its name says"),
        (
            lambda data: data.replace(b"word/document.xml", b"word/document.xmx"),
            "its part 'word/document.xml' is",
        ),
    ],
    ids=["cut off", "another format", "without its main part"],
)
def test_what_is_no_document_is_named(
    read_as: ReadAs, docx_of: DocxOf, change: Callable[[bytes], bytes], reason: str
) -> None:
    problem = the_problem(read_as("a.docx", change(docx_of(paragraph(run("Rain fell."))))))

    assert problem.kind is ProblemKind.BROKEN
    assert problem.reason.startswith(reason)


def test_a_document_with_a_broken_checksum_is_named(read_as: ReadAs, docx_of: DocxOf) -> None:
    data = bytearray(docx_of(paragraph(run("Rain fell in the north."))))
    local = data.index(b"word/document.xml") + len("word/document.xml") + 10
    data[local] ^= 0xFF

    assert the_problem(read_as("a.docx", bytes(data))).kind is ProblemKind.BROKEN


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [paragraph(run("a" * 100)) * 400_000, paragraph(run("a" * 60_000_000))],
    ids=["many paragraphs", "one word"],
)
def test_a_bomb_is_not_unfolded(read_as: ReadAs, docx_of: DocxOf, body: str) -> None:
    problem = the_problem(read_as("a.docx", docx_of(body)))

    assert (problem.kind, problem.reason) == (
        ProblemKind.OVERSIZED,
        "it unpacks to more than 200 times its size: the rest is not read",
    )


def test_elements_nested_without_end_are_refused(read_as: ReadAs, docx_of: DocxOf) -> None:
    assert (
        the_problem(read_as("a.docx", docx_of("<w:p>" * 100_000 + "</w:p>" * 100_000))).kind
        is ProblemKind.BROKEN
    )
