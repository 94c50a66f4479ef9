from __future__ import annotations

import inspect
import os
import stat
from pathlib import Path

import pytest

from qa.encoding import fallback_cache_folder, open_encoder
from qa.errors import ModelError


def test_a_model_that_is_not_on_this_machine_is_refused_with_the_way_out() -> None:
    with pytest.raises(ModelError, match="--allow-download"):
        open_encoder("nobody/no-such-model")


def a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path / f"onrecord-{os.getuid()}"


def test_a_private_folder_among_the_temporary_files_stands_in_for_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path, monkeypatch)

    assert fallback_cache_folder() == folder
    assert fallback_cache_folder() == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("kind", ["open", "link", "file"])
def test_a_folder_that_others_may_have_filled_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folder = a_folder(tmp_path, monkeypatch)
    if kind == "open":
        folder.mkdir()
        folder.chmod(0o777)
    elif kind == "link":
        (tmp_path / "other").mkdir(mode=0o700)
        folder.symlink_to(tmp_path / "other")
    else:
        folder.touch(mode=0o600)

    assert fallback_cache_folder() is None


def test_no_model_is_looked_for_in_a_library() -> None:
    assert "library" not in inspect.signature(open_encoder).parameters
