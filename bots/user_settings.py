"""Find and read the user's settings file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from qa.settings import Settings, load_settings


def settings_file() -> Path:
    """Return where the settings file is, or would be."""
    from platformdirs import user_config_path  # here, because --help needs no settings

    return user_config_path("onrecord") / "config.toml"


def read_settings(flags: Mapping[str, object | None]) -> Settings:
    """Merge the settings file, the environment and what a command was given, lowest first.

    Raises:
        UsageError: If a key is unknown or a value has the wrong form; says where it stands.
    """
    return load_settings(file=settings_file(), environment=os.environ, flags=flags)
