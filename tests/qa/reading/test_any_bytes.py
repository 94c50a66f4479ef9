"""Reading any bytes gives articles and problems, and nothing else."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.discovery import discover
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.reading.readers import FORMATS, read
from qa.reading.sandbox import Sandbox
from tests.budgets import examples
from tests.qa.reading.made_sheets import old_excel, open_sheet, workbook
from tests.qa.reading.made_sheets import rows as sheet_rows

ReadAs = Callable[..., list[Article | Problem]]
ENDINGS = sorted(FORMATS)


@pytest.fixture(scope="session")
def whole(
    docx_of: Callable[..., bytes],
    epub_of: Callable[..., bytes],
    pdf_of: Callable[..., bytes],
    zip_of: Callable[..., bytes],
) -> dict[str, bytes]:
    """A good file for each ending."""
    page = b"<html><head><title>Rain</title></head><body><p>It rained in the north.</p><p>It snowed.</p></body></html>"
    mail = b"From: Ann <ann@x.example>\nSubject: Rain\nContent-Type: text/plain\n\nIt rained in the north.\n"
    rows = b'id,title,text\n1,Rain,"It rained, ""they"" said."\n2,Snow,It snowed.\n'
    lines = b'{"id": 1, "text": "It rained."}\n{"id": 2, "text": "It snowed."}\n'
    made = {
        ".txt": b"It rained in the north.",
        ".json": b'[{"id": 1, "text": "It rained."}, {"id": 2, "text": "It snowed."}]',
        ".jsonl": lines,
        ".csv": rows,
        ".tsv": rows.replace(b",", b"\t"),
        ".mht": b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + page,
        ".pdf": pdf_of([["It rained in the north.", "It snowed."], ["Page two has a sentence."]]),
        ".docx": docx_of("<w:p><w:r><w:t>It rained in the north.</w:t></w:r></w:p>"),
        ".xlsx": workbook(zip_of, {"Sheet1": sheet_rows(["title", "text"], ["Rain", "It rained."])}),
        ".xls": old_excel(),
        ".ods": open_sheet(zip_of, ["title", "text"], ["Rain", "It rained."]),
        ".rtf": rb"{\rtf1\ansi\ansicpg1252 It rained in the \'93north\'94.\par It snowed.}",
        ".epub": epub_of({"a.xhtml": page, "b.xhtml": page}, metadata="<dc:title>Rivers</dc:title>"),
        ".eml": mail,
        ".mbox": (b"From ann@x.example Fri Jan 17 18:05:00 2025\n" + mail + b"\n") * 2,
    }
    made[".srt"] = b"1\n00:00:01,000 --> 00:00:04,000\nIt rained in the north.\n"
    made[".vtt"] = b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann>It rained in the north.</v>\n"
    packed = zlib.compressobj(wbits=31)
    made[".jsonl.gz"] = packed.compress(lines) + packed.flush()
    entry = b"<item><guid>1</guid><description>It rained.</description></item>"
    content = (
        b"<content:encoded>It rained.\n\n[a b='1']It snowed.</content:encoded><wp:status>publish</wp:status>"
    )
    made[".rss"] = made[".atom"] = b"<rss version='2.0'><channel>" + entry + b"</channel></rss>"
    made[".xml"] = (
        b"<rss xmlns:wp='http://wordpress.org/export/1.2/' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        b"<channel><title>Rain</title><item><link>https://a.example/1</link>"
        + content
        + b"</item></channel></rss>"
    )
    made[".md"] = made[".markdown"] = b"---\ntitle: Rain\n---\nIt rained in the north."
    made[".html"] = made[".htm"] = made[".xhtml"] = page
    made[".mhtml"] = made[".mht"]
    return made


def check(results: list[Article | Problem]) -> None:
    assert results
    for result in results:
        if isinstance(result, Problem):
            assert result.reason
            continue
        assert result.text.strip()
        assert result.text.isprintable() or result.text.encode()
        assert list(result.pages) == sorted(result.pages)
        assert all(0 <= start <= len(result.text) for start in result.pages)
        assert result.id
        assert result.reader


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_good_file_of_every_ending_is_read(read_as: ReadAs, whole: dict[str, bytes], ending: str) -> None:
    results = read_as(f"good{ending}", whole[ending])

    check(results)
    assert any(isinstance(each, Article) and "It rained" in each.text for each in results)


@pytest.mark.parametrize("ending", ENDINGS)
@given(data=st.binary(max_size=200))
@settings(max_examples=examples(50))
def test_arbitrary_bytes_are_read_or_named(read_as: ReadAs, ending: str, data: bytes) -> None:
    check(read_as(f"any{ending}", data))


# Drawn whole before anything is read, and not with `st.data()`: what is drawn must not hang on what is read.
DAMAGES = st.lists(
    st.tuples(
        st.sampled_from(["cut", "flip", "insert", "repeat"]),
        st.floats(0, 1),
        st.integers(1, 200),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=4,
)
"""What is done, where (a share of the file's length), how often or to how many bytes, and with which bytes."""


def damage(file: bytes, damages: list[tuple[str, float, int, bytes]]) -> bytes:
    damaged = bytearray(file)
    for kind, share, count, new in damages:
        at = round(share * len(damaged))
        match kind:
            case "cut":
                del damaged[at : at + count]
            case "flip":
                damaged[at : at + 1] = new[:1]
            case "insert":
                damaged[at:at] = new * (count // 10)
            case _:
                damaged[at:at] = damaged[at : at + 50] * (count // 10)
    return bytes(damaged)


@pytest.mark.parametrize("ending", ENDINGS)
@given(damages=DAMAGES)
@settings(max_examples=examples(80))
def test_a_damaged_file_is_read_or_named(
    read_as: ReadAs, whole: dict[str, bytes], ending: str, damages: list[tuple[str, float, int, bytes]]
) -> None:
    check(read_as(f"damaged{ending}", damage(whole[ending], damages)))


def the_file(path: Path, max_bytes: int = 1_000_000) -> FoundFile:
    (found,) = discover(path, max_bytes=max_bytes)
    assert isinstance(found, FoundFile)
    return found


def the_problem(results: Iterator[Article | Problem]) -> Problem:
    (problem,) = results
    assert isinstance(problem, Problem)
    assert problem.fatal
    return problem


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_gone_or_something_else_by_now_is_named(
    tmp_path: Path, whole: dict[str, bytes], sandbox: Sandbox, ending: str
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(whole[ending])
    found = the_file(path)

    path.unlink()
    gone = the_problem(read(found, max_bytes=1_000_000, sandbox=sandbox))
    os.mkfifo(path)
    pipe = the_problem(read(found, max_bytes=1_000_000, sandbox=sandbox))
    path.unlink()
    path.symlink_to("/dev/zero")
    device = the_problem(read(found, max_bytes=1_000_000, sandbox=sandbox))
    path.unlink()
    path.symlink_to(path)
    loop = the_problem(read(found, max_bytes=1_000_000, sandbox=sandbox))

    assert [gone.kind, pipe.kind, device.kind] == [
        ProblemKind.MISSING,
        ProblemKind.SPECIAL,
        ProblemKind.SPECIAL,
    ]
    assert loop.reason == "a link that leads back to itself"


@pytest.mark.parametrize("ending", [each for each in ENDINGS if not FORMATS[each].many])
def test_a_file_that_grew_is_named(
    tmp_path: Path, whole: dict[str, bytes], sandbox: Sandbox, ending: str
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(whole[ending])
    found = the_file(path)
    path.write_bytes(whole[ending] * 100)

    assert (
        the_problem(read(found, max_bytes=len(whole[ending]) * 50, sandbox=sandbox)).kind
        is ProblemKind.OVERSIZED
    )


@pytest.mark.parametrize("ending", [".csv", ".mbox", ".jsonl"])
def test_a_file_that_is_written_to_while_it_is_read_ends_with_a_warning(
    tmp_path: Path, whole: dict[str, bytes], sandbox: Sandbox, ending: str
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(whole[ending])
    results = read(the_file(path), max_bytes=1_000_000, sandbox=sandbox)
    first = next(results)
    with path.open("ab") as stream:
        stream.write(whole[ending])

    *_, last = results

    assert isinstance(first, Article)
    assert isinstance(last, Problem)
    assert (last.kind, last.fatal) == (ProblemKind.CHANGED, True)


@pytest.mark.parametrize(
    ("ending", "size"), [(".csv", 2_000_000_000), (".mbox", 2_000_000_000), (".jsonl", 100_000_000)]
)
def test_gigabytes_of_nothing_are_not_held(tmp_path: Path, sandbox: Sandbox, ending: str, size: int) -> None:
    path = tmp_path / f"a{ending}"
    with path.open("wb") as stream:
        stream.truncate(size)

    *_, problem = read(the_file(path), max_bytes=1_000_000, sandbox=sandbox)

    assert isinstance(problem, Problem)
    assert problem.fatal


def test_a_format_needs_no_sandbox_of_the_callers(tmp_path: Path, whole: dict[str, bytes]) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(whole[".pdf"])

    (article,) = read(the_file(path), max_bytes=1_000_000)

    assert isinstance(article, Article)
    assert article.pages
