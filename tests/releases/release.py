"""What earlier releases left behind, unpacked for a test."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILES = sorted(Path(__file__).parent.glob("*.zip"))
"""One for each release; `make_*.py` beside it made it."""
NAMES = [file.stem for file in FILES]


@dataclass(frozen=True, slots=True)
class Release:
    """`home` holds everything, `recorded` says what is where. The places of its libraries are not there.

    It is as on another machine to which all was carried: a library's places are absolute paths of where it was made.
    """

    home: Path
    recorded: dict[str, Any]

    @property
    def library(self) -> Path:
        return self.home / "library"

    @property
    def backup(self) -> Path:
        return self.home / "backup.zip"

    @property
    def settings(self) -> Path:
        return self.home / "config" / "onrecord" / "config.toml"

    @property
    def state(self) -> Path:
        """Of the bot on Discord."""
        return self.home / "discord"


def unpacked(file: Path, folder: Path) -> Release:
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder)
    # A zip file keeps no permissions, and a library is its owner's only.
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return Release(folder, json.loads((folder / "recorded.json").read_text("utf-8")))
