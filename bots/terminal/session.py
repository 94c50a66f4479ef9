"""Give every command its settings, its library, and where to print."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import typer

from bots.user_settings import read_settings
from bots.visible import visible
from qa.errors import QAError
from qa.settings import LibraryPlace, ServerLibrary, Settings, find_library


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program: its settings and library, and how it prints (`json`, `quiet`, `verbose`)."""

    settings: Settings
    library: LibraryPlace
    today: date
    json: bool = False
    quiet: bool = False
    verbose: bool = False
    day_given: bool = False
    """Whether `today` was given by --today; otherwise a program that keeps running must look again each day."""

    @property
    def own(self) -> Path:
        """The folder of what one person keeps beside a library: reports, followed questions, which quotes were shown.

        That is the library's folder, or one of this user's where the library is on a server.
        """
        if not isinstance(self.library, ServerLibrary):
            return self.library
        from qa.embedded.database import make_private_folder  # here: few commands need it

        state = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
        # The address is shown without a password, so another password leads to the same folder.
        own = state / "onrecord" / hashlib.sha256(str(self.library).encode()).hexdigest()[:16]
        with suppress(QAError):
            # Where it cannot be made, what reads it finds nothing, and what writes to it says so.
            make_private_folder(own)
        return own

    def write(self, text: str) -> None:
        """Print text on standard output; it must be safe for a terminal already. "" prints no empty line."""
        if text:
            typer.echo(text, nl=not text.endswith("\n"), color=True)

    def note(self, message: str) -> None:
        """Print a note on standard error, unless --quiet was given."""
        if not self.quiet:
            typer.echo(visible(message), err=True)

    @property
    def colour(self) -> bool:
        return wants_colour(sys.stdout.isatty(), os.environ)

    @property
    def width(self) -> int | None:
        """The columns to wrap at; None if the output is not a terminal."""
        if not sys.stdout.isatty():
            return None
        # A pseudo-terminal whose size was never set reports 0 columns.
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80

    @property
    def on_screen(self) -> bool:
        """Whether a person reads the lines on a terminal, so that long lists are cut."""
        return self.width is not None and self.settings.format == "text" and not self.json

    @property
    def default_library(self) -> bool:
        """Whether nobody named the library."""
        return self.settings.library is None

    def with_settings(self, **given: object) -> Session:
        """Return a session with a command's own options on top of the settings; None means not given."""
        chosen: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
        return replace(self, settings=replace(self.settings, **chosen))


def wants_colour(terminal: bool, environment: Mapping[str, str]) -> bool:
    """Return whether to use colour: on a terminal, unless NO_COLOR is set (https://no-color.org) or TERM is dumb."""
    return terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def open_session(flags: Mapping[str, object | None]) -> Session:
    """Read the settings file and the environment once, and put the given flags on top."""
    own = {"json", "quiet", "verbose", "today"}
    settings = read_settings({key: value for key, value in flags.items() if key not in own})
    given = flags.get("today")
    return Session(
        settings=settings,
        library=settings.library or find_library(Path.cwd()),
        today=given if isinstance(given, date) else _today(),
        json=bool(flags.get("json")),
        quiet=bool(flags.get("quiet")),
        verbose=bool(flags.get("verbose")),
        day_given=isinstance(given, date),
    )


def _today() -> date:
    from qa.clock import today

    return today()
