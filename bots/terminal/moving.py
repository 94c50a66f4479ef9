"""The command that moves a library between a folder and a server."""

from __future__ import annotations

from typing import Annotated

import typer

from bots.terminal.session import Session
from qa.settings import library_from


def move(
    session: Session,
    source: Annotated[
        str,
        typer.Option("--from", metavar="LIBRARY", help="The library: a folder, or an address on a server."),
    ],
    target: Annotated[
        str,
        typer.Option(
            "--to", metavar="LIBRARY", help="Where it is to be: the other of the two, not there yet."
        ),
    ],
) -> None:
    """Move a library whole from a folder to a PostgreSQL server, or back.

    All of it arrives, or nothing; nothing is encoded again, and its quotes keep
    their ids. What it was moved from stays as it is. docs/server.md says more.

    Examples:

    \b
      qa move --from .qa --to postgresql://reporter@db.example/news?schema=gazette
      qa move --from postgresql://reporter@db.example/news?schema=gazette --to copy/.qa
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.terminal.progress import watching
    from bots.visible import visible_line
    from bots.wording import counted
    from qa.errors import UsageError
    from qa.ingest.report import Progress
    from qa.upkeep.move import move as move_library

    try:
        one, other = library_from(source), library_from(target)
    except ValueError as error:
        raise UsageError(f"--from and --to name a library each: {error}.") from error
    with watching(session, "Moving") as watcher:

        def tell(rows: int, total: int) -> None:
            if watcher is not None:
                watcher(Progress("moving", rows, total))

        done = move_library(one, other, tell)
    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(done)}))
        return
    held = f"{counted(done.articles, 'article')}, {counted(done.passages, 'passage')}"
    session.write(visible_line(f"{held}: {done.source} is at {done.target} too."))
    session.note("What it was moved from is as it was. Delete it once nobody asks it any more.")
