"""Find the user's settings file."""

from __future__ import annotations

from pathlib import Path


def settings_file() -> Path:
    from platformdirs import user_config_path  # here, because --help needs no settings

    return user_config_path("onrecord") / "config.toml"
