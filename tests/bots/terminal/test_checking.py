"""`qa check` says of each quotation in a draft whether it is real."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any

GOOD = "---\ntitle: A draft\n---\n“The harbour must stay open to fishing boats,” Anna Lindqvist said.\n"
BAD = "“The harbour must stay open to all boats,” Lindqvist said.\n\n<script>alert(1)</script> It was “a hole”.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_findings_come_in_the_order_of_the_drafts(qa: Run, archive: Path, drafts: Path) -> None:
    done = qa(
        "check", str(drafts / "good.md"), str(drafts / "bad.txt"), "-", "--json", cwd=archive, stdin=GOOD
    )
    found = json.loads(done.stdout)

    assert done.returncode == 1
    assert (found["schema"], found["passed"]) == (2, False)
    assert [each["finding"] for each in found["findings"]] == ["verbatim", "altered", "too_short", "verbatim"]
    first, second = found["findings"][:2]
    assert (first["line"], first["column"], first["speaker"]) == (4, 1, "Anna Lindqvist")
    assert first["place"]["article"]["source"] == "Coast Gazette"
    assert first["place"]["around"]["text"].startswith("The council of Westerhaven met")
    assert second["changes"] == [{"kind": "word", "draft": "all", "article": "fishing"}]


def test_receipts_are_proved_by_verify(qa: Run, archive: Path, drafts: Path) -> None:
    done = qa("check", "good.md", "--library", str(archive / ".qa"), "--receipts", "ids.txt", cwd=drafts)
    ids = (drafts / "ids.txt").read_text(encoding="utf-8").split()

    assert done.returncode == 0
    assert len(ids) == 1
    assert qa("verify", *ids, cwd=archive).stdout.startswith("identical")


def test_the_page_is_whole_and_nothing_in_it_is_live(qa: Run, archive: Path, drafts: Path) -> None:
    page = drafts / "page.html"

    done = qa("check", str(drafts / "bad.txt"), "--html", str(page), "--markdown", cwd=archive)
    html = page.read_text(encoding="utf-8")

    assert done.returncode == 1
    assert "**1:1 altered**" in done.stdout
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert '<mark class="wrong" title="altered">The harbour must stay open to all boats,' in html
    assert qa("check", str(drafts / "bad.txt"), "--html", str(page), cwd=archive).returncode == 2


def test_a_draft_that_cannot_be_read_says_why(qa: Run, archive: Path, drafts: Path) -> None:
    (drafts / "draft.xyz").write_text("x", encoding="utf-8")

    missing = qa("check", "nowhere.md", cwd=archive)
    unknown = qa("check", str(drafts / "draft.xyz"), cwd=archive)

    assert missing.returncode == unknown.returncode == 3
    assert "nowhere.md cannot be checked: there is no such file" in missing.stderr
    assert "draft.xyz cannot be checked" in unknown.stderr
    assert qa("check", str(drafts), cwd=archive).returncode == 3
    assert qa("check", "-", cwd=archive).returncode == 3


def test_words_that_only_an_older_version_has_are_superseded(qa: Run, desk: Path) -> None:
    assert qa("index", "news", cwd=desk).returncode == 0
    article = desk / "news" / "harbour.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace("to fishing boats", "to all boats"), encoding="utf-8"
    )
    assert qa("index", cwd=desk).returncode == 0

    found = json.loads(qa("check", "-", "--json", cwd=desk, stdin=GOOD).stdout)["findings"]

    assert [each["finding"] for each in found] == ["superseded"]
    assert found[0]["place"]["current"] is False
    assert found[0]["changes"] == [{"kind": "word", "draft": "fishing", "article": "all"}]
