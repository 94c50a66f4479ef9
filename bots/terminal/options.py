"""Add the options that every command takes, before or after its name."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import typer

from bots.terminal.session import open_session
from bots.terminal.values import a_day
from qa.errors import DamagedIndexError, require_memory

PANEL = "Options of every command"

SHARED: dict[str, Any] = {
    "library": Annotated[
        str | None,
        typer.Option(
            "--library",
            metavar="DIR",
            help="The library's folder, or its address on a server (postgresql://...). "
            "Default: $QA_LIBRARY, else .qa here or in the nearest folder above.",
            rich_help_panel=PANEL,
        ),
    ],
    "json": Annotated[
        bool,
        typer.Option(
            "--json", metavar="", help="Print JSON (schema 2), also for errors.", rich_help_panel=PANEL
        ),
    ],
    "format": Annotated[
        str | None,
        typer.Option("--format", metavar="text|md|csv", help="How to print results.", rich_help_panel=PANEL),
    ],
    "today": Annotated[
        date | None,
        typer.Option(
            "--today", parser=a_day, metavar="DATE", help="The day to use as today.", rich_help_panel=PANEL
        ),
    ],
    "quiet": Annotated[
        bool,
        typer.Option("--quiet", "-q", metavar="", help="Hide progress and notes.", rich_help_panel=PANEL),
    ],
    "verbose": Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", metavar="", help="Show more detail, also on errors.", rich_help_panel=PANEL
        ),
    ],
}
"""Name and annotation of each shared option. All are None or False when not given."""


def with_shared_options(command: Callable[..., None]) -> Callable[..., None]:
    """Turn `command(session, ...)` into a command that also takes the shared options.

    Typer reads a command's options from its signature. So the wrapper has the command's signature, with the shared
    options in place of `session`. Options after the command's name override those before it. A command that has an
    option of the same name takes it itself.
    """

    def run(context: typer.Context, **arguments: Any) -> None:
        shared = dict(context.obj or {})
        for name in SHARED.keys() - arguments_of_its_own:
            value = arguments.pop(name)
            if value not in (None, False):
                shared[name] = value
        require_memory()
        session = open_session(shared)
        try:
            command(session, **arguments)
            # Flushed here, where an output that was closed early (`| head`) can still be handled.
            sys.stdout.flush()
        except BrokenPipeError:
            _silence_output()
            raise typer.Exit from None
        except DamagedIndexError as error:
            from qa.upkeep.last_backup import pointing_at_backup  # here, because --help never needs it

            hint = pointing_at_backup(session.own)
            if not hint or hint in str(error):
                raise
            raise DamagedIndexError(f"{error} {hint}") from error

    own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "session"]
    arguments_of_its_own = {p.name for p in own}
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    _declare(run, [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own])
    return run


def take_shared_options(callback: Callable[[typer.Context], None]) -> Callable[..., None]:
    """Turn the program's callback into one that takes the shared options and stores them for the command."""

    def run(context: typer.Context, **arguments: Any) -> None:
        context.obj = {name: arguments.pop(name) for name in SHARED}
        callback(context, **arguments)

    own = list(inspect.signature(callback, eval_str=True).parameters.values())[1:]
    run.__doc__ = callback.__doc__
    _declare(run, [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own])
    return run


def _declare(run: Callable[..., None], own: list[inspect.Parameter]) -> None:
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    shared = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False if name in {"json", "quiet", "verbose"} else None,
            annotation=annotation,
        )
        for name, annotation in SHARED.items()
        if name not in {p.name for p in own}
    ]
    signature = inspect.Signature([context, *own, *shared])
    run.__signature__ = signature  # type: ignore[attr-defined]
    run.__annotations__ = {name: p.annotation for name, p in signature.parameters.items()}


def _silence_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
