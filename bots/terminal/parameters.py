"""Define the options that several commands take; `options.py` has those of every command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from bots.amounts import QUOTES
from bots.terminal.values import a_day, whole
from qa.errors import UsageError
from qa.settings import MAX_QUOTES

if TYPE_CHECKING:
    from qa.datatypes import Scope

Since = Annotated[
    date | None,
    typer.Option("--since", parser=a_day, metavar="DATE", help="Only articles from this day on."),
]
Until = Annotated[
    date | None,
    typer.Option("--until", parser=a_day, metavar="DATE", help="Only articles up to this day."),
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only articles from this outlet; can be repeated."),
]
QuotesShown = Annotated[
    int | None,
    typer.Option(
        "--quotes",
        "-n",
        parser=whole(1, MAX_QUOTES),
        metavar="N",
        help=f"How many quotes to show, at most {MAX_QUOTES}. Default: {QUOTES}.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="MODEL", help="The model that the library was built with, if not the packaged one."
    ),
]
Queue = Annotated[
    bool,
    typer.Option("--queue", metavar="", help="On a server: file what is new or changed for `qa work`."),
]
AllowDownload = Annotated[
    bool,
    typer.Option("--allow-download", metavar="", help="Download the model if it is not on this machine."),
]

EMPTY_QUESTION = "The question is empty."


def require_one(question: str | None, questions: str | None, *, command: str) -> None:
    """Raise UsageError unless either a question or a file of questions was given."""
    if (question is None) == (questions is None):
        raise UsageError(f"Give either a question or --questions FILE. See `qa {command} --help`.")


def chosen_scope(since: date | None, until: date | None, sources: list[str] | None) -> Scope:
    """Return the scope that these options set.

    Raises:
        UsageError: If it begins after it ends.
    """
    from qa.datatypes import Scope

    if since and until and since > until:
        raise UsageError(f"--since {since} is later than --until {until}. Swap them.")
    return Scope(since, until, tuple(sources or ()))
