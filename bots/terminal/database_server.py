"""Look after the server that keeps a library: `qa server`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.exit_codes import NO_ANSWER
from bots.terminal.options import with_shared_options
from bots.terminal.program import Command, Group
from bots.terminal.session import Session
from bots.terminal.values import whole

if TYPE_CHECKING:
    from qa.upkeep.local_server import LocalServer

PORT = 54320

Folder = Annotated[
    Path | None,
    typer.Option(
        "--folder", metavar="DIR", help="Where its data lies. Default: a folder of the user's data."
    ),
]

app = typer.Typer(
    name="server",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    cls=Group,
    help="""Look after the PostgreSQL server that keeps a library.

    docs/server.md leads from nothing to a library that many machines ask.

    Examples:

    \b
      qa server start
      qa server grant --reader bot --library postgresql://reporter@db.example/news?schema=gazette
    """,
)


def start(
    session: Session,
    folder: Folder = None,
    port: Annotated[
        int, typer.Option(parser=whole(1024, 65_535), metavar="PORT", help="Where it listens.")
    ] = PORT,
) -> None:
    """Start a local PostgreSQL server, to try a library on a server.

    It is for this machine alone, keeps running until `qa server stop`, and its
    password is in a file of its folder. The first line is the address to use.

    Examples:

    \b
      qa server start
      qa move --from .qa --to "$(qa server start -q)"
    """
    from qa.upkeep.local_server import start as start_server

    done = start_server(_folder(folder), port)
    _tell(session, done)
    session.note(f"Its data is in {done.folder}. `qa server stop` stops it.")


def stop(session: Session, folder: Folder = None) -> None:
    """Stop the server that `qa server start` started; its data stays.

    Example:

    \b
      qa server stop
    """
    from qa.upkeep.local_server import stop as stop_server

    _tell(session, stop_server(_folder(folder)))


def status(session: Session, folder: Folder = None) -> None:
    """Show whether the server of `qa server start` runs, and its address; ends with 1 if it does not.

    Example:

    \b
      qa server status
    """
    from qa.upkeep.local_server import status as status_of

    found = status_of(_folder(folder))
    _tell(session, found)
    raise typer.Exit(0 if found.running else NO_ANSWER)


def _folder(given: Path | None) -> Path:
    from platformdirs import user_data_path

    return (given or user_data_path("onrecord") / "server").expanduser().absolute()


def _tell(session: Session, server: LocalServer) -> None:
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.visible import visible_line

    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(server)}))
    else:
        session.write(visible_line(server.address or f"The server in {server.folder} does not run."))


def grant(
    session: Session,
    reader: Annotated[
        str | None, typer.Option("--reader", metavar="NAME", help="A role that is to ask the library.")
    ] = None,
    writer: Annotated[
        str | None, typer.Option("--writer", metavar="NAME", help="A role that is to write to it too.")
    ] = None,
) -> None:
    """Let a role of the server ask one library, or write to it, and nothing else.

    A role that does not exist is created without a password: set one with psql's
    \\password. A writing role that is named as --reader only reads from then on.

    Example:

    \b
      qa server grant --reader bot --library postgresql://reporter@db.example/news?schema=gazette
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.visible import visible_line
    from qa.errors import UsageError
    from qa.upkeep.grant import grant as grant_rights

    if (name := reader or writer) is None or (reader and writer):
        raise UsageError("Name the role: --reader NAME, or --writer NAME.")
    done = grant_rights(session.library, name, writes=reader is None)
    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(done)}))
        return
    may = "ask and write to" if done.writes else "ask"
    session.write(visible_line(f"{done.role} may {may} {done.library}."))
    if done.made:
        session.note(f"The role is new and has no password: set one with psql's \\password {done.role}.")


for command in (start, stop, status, grant):
    app.command(cls=Command)(with_shared_options(command))
