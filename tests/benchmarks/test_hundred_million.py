"""What docs/server.md says that a large archive needs is what the script works out from the results."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import hundred_million

GUIDE = (Path(__file__).parents[2] / "docs" / "server.md").read_text(encoding="utf-8")


def test_the_table_in_the_guide_is_what_the_script_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["hundred_million.py"])

    hundred_million.main()

    printed = capsys.readouterr().out
    assert printed.count("\n") > 10
    assert printed in GUIDE


def test_what_breaks_first_does_so_at_less_than_was_asked_for_and_not_in_a_small_archive() -> None:
    large, small = (list(hundred_million.rows(passages, 20))[-2:] for passages in (10**10, 10**4))

    assert all(row[1:] == ("yes", "yes") for row in large)
    assert all(row[1:] == ("no", "no") for row in small)
