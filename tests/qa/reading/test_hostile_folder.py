"""Index a folder with everything that can be wrong with files, by the real command line."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.reading.limits import SandboxLimits

ROOT = Path(__file__).parents[3]
Make = Callable[..., bytes]


def form(content: bytes) -> bytes:
    """Return a picture that draws itself, twice."""
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
    return head + b" /Length %d >>\nstream\n%b\nendstream" % (len(content), content)


@pytest.fixture
def hostile(
    docx_of: Make, epub_of: Make, pdf_objects: Make, pdf_of: Make, zip_of: Make
) -> Mapping[str, bytes]:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> >> >>"
    )
    one_page = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    unfolds = zlib.compress(b"q " * 50_000_000)
    entities = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    word = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
    return {
        "binary.txt": bytes(range(256)) * 20,
        "nuls.md": b"\x00" * 5000,
        "half.jsonl": b'{"text": "Half \\ud800 a character"}\n{"text": ',
        "bomb.jsonl.gz": gzip.compress(b" " * 50_000_000),
        "deep.html": b"<div>" * 100_000 + b"words",
        "deep-b.html": b"<b>" * 100_000 + b"words</b>" * 100_000,
        "menus.html": b"<nav>Home</nav>",
        "heavy.html": b"<p>" + b"word " * 8_000_000,
        "nothing.mht": b"MIME-Version: 1.0\nContent-Type: text/css\n\np {}",
        "garbage.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 100,
        "cut.pdf": pdf_of([["Rain fell."]])[:300],
        "scan.pdf": pdf_of([[]]),
        "tree.pdf": pdf_objects([catalogue, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"]),
        "objects.pdf": pdf_objects([catalogue, b"<< /Type /Pages /Kids [] /Count 0 >>", *[b"<< >>"] * 200_000]),
        "draws-itself.pdf": pdf_objects([catalogue, one_page, page, form(b"/X Do"), form(b"/X Do /X Do")]),
        "unfolds.pdf": pdf_objects(
            [
                catalogue, one_page, page,
                b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(unfolds), unfolds), form(b""),
            ]
        ),
        "bomb.docx": docx_of(word % ("a" * 100) * 400_000),
        "entities.docx": docx_of(word % "&i;", before=f'<!DOCTYPE x [<!ENTITY a "rain">{entities}]>'),
        "outside.docx": docx_of(word % "&e;", before='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        "deep.docx": docx_of("<w:p>" * 50_000),
        "cut.docx": docx_of(word % "Rain")[:200],
        "other.docx": zip_of({"a.txt": "Rain"}),
        "bomb.epub": epub_of({"a.xhtml": b"<p>" + b"a" * 40_000_000}),
        "points-outside.epub": zip_of(
            {"META-INF/container.xml": '<c><rootfile full-path="../../../etc/passwd"/></c>'}
        ),
        "no-mail.eml": b"\x89PNG\r\n\x1a\n",
        "mails-in-mails.eml": b"Content-Type: message/rfc822\n\n" * 5_000,
        "comments.eml": b"From: " + b"(" * 100_000 + b"\n\nRain.",
        "no-box.mbox": b"Rain fell.\n",
        "parts.mbox": b"From a Fri Jan 17 18:05:00 2025\n" + b"Content-Type: message/rfc822\n\n" * 5_000,
        "cell.csv": b'text\n"' + b"x" * 60_000_000,
        "no-text.csv": b"a,b\n1,2\n",
    }  # fmt: skip


GOOD = "It rained for three days, said Mayor Anna Lindqvist."


@pytest.mark.slow
def test_each_gets_its_reason_and_the_rest_are_indexed(
    tmp_path: Path, hostile: Mapping[str, bytes], pdf_of: Make, docx_of: Make
) -> None:
    archive = tmp_path / "archive"
    (archive / "in").mkdir(parents=True)
    for name, data in hostile.items():
        (archive / name).write_bytes(data)
    with (archive / "two-gigabytes.txt").open("wb") as stream:
        stream.truncate(2_000_000_000)
    os.mkfifo(archive / "pipe.pdf")
    (archive / "device.html").symlink_to("/dev/zero")
    (archive / "itself.docx").symlink_to(archive / "itself.docx")
    (archive / "in" / "again").symlink_to(archive)
    others = {"two-gigabytes.txt", "pipe.pdf", "device.html", "itself.docx"}
    # Read before and after the hostile ones.
    good = {
        "a-good.html": f"<p>{GOOD}</p>".encode(),
        "h-good.pdf": pdf_of([[GOOD]]),
        "z-good.docx": docx_of(f"<w:p><w:r><w:t>{GOOD}</w:t></w:r></w:p>"),
        "z-good.eml": f"Subject: Rain\n\n{GOOD}\n".encode(),
    }
    for name, data in good.items():
        (archive / name).write_bytes(data)

    def qa(*arguments: str, code: int = 0) -> str:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "bots.terminal",
                *arguments,
                "--library",
                str(tmp_path / "library"),
                "--json",
            ],
            env=os.environ | {"PYTHONPATH": str(ROOT), "QA_READ_MEMORY_MB": "300", "QA_FOLLOW_LINKS": "1"},
            cwd=tmp_path,
            capture_output=True,
            check=False,
            text=True,
        )
        assert done.returncode == code, done.stderr
        return done.stdout

    report = json.loads(qa("index", str(archive), code=3))
    indexed = {json.loads(line)["path"] for line in qa("articles", "--list").splitlines()}
    again = json.loads(qa("index", code=3))

    reasons = {each["path"]: each["reason"] for each in report["skipped"]}
    assert {*hostile, *others} - set(reasons) == set()
    assert all(reasons.values())
    assert indexed == {*good, "half.jsonl"}
    assert "limit" in reasons["heavy.html"]
    assert "limit" in reasons["draws-itself.pdf"]
    assert reasons["two-gigabytes.txt"] == "2.0 GB, more than the limit of 50 MB"
    assert reasons["pipe.pdf"] == "a named pipe, not a file"
    assert reasons["device.html"] == "a device, not a file"
    # What is wrong with them is remembered: nothing is read again.
    assert (again["added"], again["changed"], again["removed"]) == (0, 0, 0)
    assert {each["path"]: each["reason"] for each in again["skipped"]} == reasons


@pytest.mark.parametrize("instead", ["pipe", "device", "nothing"])
def test_what_became_something_else_after_it_was_found_is_not_waited_for(
    tmp_path: Path, encoder: Encoder, instead: str
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    for name in ("a.txt", "b.txt"):
        (archive / name).write_text(f"{GOOD} {name}")

    def change(progress: Progress) -> None:
        if progress.stage == "reading" and progress.name == "a.txt":
            (archive / "b.txt").unlink()
            if instead == "pipe":
                os.mkfifo(archive / "b.txt")
            elif instead == "device":
                (archive / "b.txt").symlink_to("/dev/zero")

    report = update(
        tmp_path / "library", IndexRequest((archive,)), encoder_factory=lambda: encoder, progress=change
    )

    assert report.added == 1
    assert [each.path for each in report.skipped] == ["b.txt"]


@pytest.mark.slow
def test_what_a_limit_ended_is_tried_again_on_request_only(tmp_path: Path, encoder: Encoder) -> None:
    (tmp_path / "page.html").write_text(f"<p>{GOOD}</p>")
    # Old enough that its time tells whether it has changed.
    os.utime(tmp_path / "page.html", (1_000_000_000, 1_000_000_000))
    library = tmp_path / "library"
    # So little memory that the process for foreign formats cannot even begin.
    narrow = IndexRequest((tmp_path,), limits=SandboxLimits(memory_mb=10))

    first = update(library, narrow, encoder_factory=lambda: encoder)
    second = update(library, IndexRequest(), encoder_factory=lambda: encoder)
    third = update(library, IndexRequest(check=True), encoder_factory=lambda: encoder)

    assert "limit of 10 MB" in first.skipped[0].reason
    assert second.skipped == first.skipped
    assert (third.added, third.skipped) == (1, ())
