"""A library may be read by its owner only, and may come from anybody: nothing in it is run, fetched or unpickled."""

from __future__ import annotations

import ast
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.embedded.connections import one_state
from qa.embedded.writer import open_writer
from qa.evaluation.complaints import remember
from qa.settings import load_settings
from qa.upkeep.backup import backup
from qa.upkeep.restore import restore

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

ROOT = Path(__file__).parents[3]
MODULES = [
    path for package in ("qa", "bots", "embeddings") for path in sorted((ROOT / package).rglob("*.py"))
]
UNSAFE = {"pickle", "cPickle", "dill", "cloudpickle", "shelve", "marshal", "joblib"}


@pytest.mark.slow
def test_nothing_is_unpickled_or_evaluated() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert not {alias.name.split(".")[0] for alias in node.names} & UNSAFE, path
            elif isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] not in UNSAFE, path
            elif isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {
                    "eval",
                    "exec",
                    "torch.load",
                    "yaml.unsafe_load",
                    "os.system",
                    "os.popen",
                }, path
                named = {word.arg: ast.unparse(word.value) for word in node.keywords if word.arg}
                assert named.get("allow_pickle", "False") == "False", path
                assert named.get("shell", "False") == "False", path
                assert named.get("trust_remote_code", "False") == "False", path


def test_every_file_that_a_library_comes_to_hold_is_its_owners(archive: Archive, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        archive.write("a.txt", "The pier is shut.")
        archive.index()
        archive.found("Which pier is shut?")
        archive.write("b.txt", "Rents fell.")
        archive.index(rebuild=True)
        remember(archive.library, "Which pier?", [])
        backup(archive.library, tmp_path / "kept.zip")
        restore(tmp_path / "kept.zip", tmp_path / "carried")
    finally:
        os.umask(before)

    for path in (archive.library, tmp_path / "carried"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.rglob("*")}
        assert modes == dict.fromkeys(modes, 0o600)
    assert stat.S_IMODE((tmp_path / "kept.zip").stat().st_mode) == 0o600


def test_settings_inside_a_library_are_not_read(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    for name in ("config.toml", ".env", "settings.json"):
        (archive.library / name).write_text('model = "somebody/evil"\nallow_download = true\n')

    settings = load_settings(file=None, environment={}, flags={"library": archive.library})

    assert settings.model is None
    assert not settings.allow_download


def test_a_schema_may_call_nothing(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()

    with one_state(archive.library) as connection:
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        assert connection.execute("PRAGMA query_only").fetchone()[0] == 1


def test_a_file_named_by_a_library_is_not_looked_for_outside_it(
    archive: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    (file,) = archive.library.glob("vectors-*.faiss")
    file.rename(tmp_path / "outside.faiss")
    with open_writer(archive.library) as writer:
        writer.connection.execute("UPDATE generations SET file = '../outside.faiss'")

    assert archive.found("Which pier is shut?") == ["The pier is shut."]
    assert "is no file of this library" in caplog.text
