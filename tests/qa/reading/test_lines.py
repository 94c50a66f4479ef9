from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from qa.reading.lines import lines_of


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_who_stops_early_leaves_nothing_to_be_complained_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    path = tmp_path / "a.csv"
    path.write_bytes("one\ntwo\n".encode(encoding))

    with path.open("rb") as stream:
        reading = lines_of(stream, 1000)
        assert next(reading) == b"one\n"
    # Thrown away after its stream was closed, as by a reader that has seen enough.
    del reading
    gc.collect()

    assert complaints == []
