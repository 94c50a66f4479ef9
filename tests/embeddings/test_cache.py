from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from embeddings.cache import remembered_digests


@pytest.mark.parametrize(
    "note",
    [
        '{"weights": 5}', '{"weights": null}', '{"weights": []}', '{"weights": ["x"]}', '{"weights": "0123"}',
        '{"weights": [5, [1, 2, 3]]}', '{"weights": {"0": "x", "1": [1]}}', '{"other": 5}', "[]", "5", "{", "\\xff",
        "[" * 100_000,
    ],
    ids=lambda note: note[:40],
)  # fmt: skip
def test_a_note_of_another_shape_is_taken_for_none(tmp_path: Path, note: str) -> None:
    (tmp_path / "weights").write_bytes(b"numbers")
    memory = tmp_path / "memory"
    expected = {"weights": sha256(b"numbers").hexdigest()}
    assert remembered_digests(tmp_path, ["weights"], (memory,)) == expected
    (kept,) = (memory / "checked").iterdir()
    kept.write_text(note)

    assert remembered_digests(tmp_path, ["weights"], (memory,)) == expected

    assert json.loads(kept.read_text())["weights"][0] == expected["weights"]


def test_a_file_is_hashed_again_only_when_it_has_changed(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"numbers")
    memory = tmp_path / "memory"
    remembered_digests(tmp_path, ["weights"], (memory,))
    (kept,) = (memory / "checked").iterdir()
    note = json.loads(kept.read_text())
    kept.write_text(json.dumps({"weights": ["0123", note["weights"][1]]}))

    assert remembered_digests(tmp_path, ["weights"], (memory,)) == {"weights": "0123"}
