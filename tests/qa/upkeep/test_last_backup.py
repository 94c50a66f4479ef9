from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from qa.upkeep.findings import Backup
from qa.upkeep.last_backup import RECORD, last_backup, pointing_at_backup, remember_backup

MADE = Backup("/backups/a.zip", "2025-01-02T00:00:00+00:00", 7, 1, 1, "0" * 64)


def test_a_report_of_damage_points_at_the_last_backup(tmp_path: Path) -> None:
    remember_backup(tmp_path, MADE)

    assert pointing_at_backup(tmp_path) == (
        "The last backup was made on 2025-01-02: /backups/a.zip, which is not there now."
    )


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1]", '[{"file": "a"}]', "[" * 100_000],
    ids=["empty", "cut", "number", "half", "nested too deeply"],
)
def test_a_note_that_cannot_be_read_is_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / RECORD).write_text(text)

    assert last_backup(tmp_path) is None
    assert pointing_at_backup(tmp_path) == ""


@pytest.mark.parametrize(
    "file", ["a" * 5_000, "a\0b", "\ud800"], ids=["too long", "with a zero", "half a character"]
)
def test_a_note_with_a_path_that_no_system_has_points_at_nothing_that_is_there(
    tmp_path: Path, file: str
) -> None:
    (tmp_path / RECORD).write_text(json.dumps([{**asdict(MADE), "file": file}]))

    assert "which is not there now" in pointing_at_backup(tmp_path)
