from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]


def test_files_of_kinds_that_are_not_read_are_named_at_the_end(qa: Run, desk: Path) -> None:
    for name in ("march.zip", "pier.jpg", ".hidden"):
        (desk / "news" / name).write_text("no article")

    told = qa("index", "news", cwd=desk).stderr

    assert "3 files left out: 1 hidden or excluded; no reader for 1 .zip, 1 .jpg (docs/formats.md" in told
    assert "no reader for .zip files: unpack it" in qa("index", "news/march.zip", cwd=desk).stderr
