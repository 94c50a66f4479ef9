"""Look after the server that keeps a library: `qa server`."""

from __future__ import annotations

from typing import Annotated

import typer

from bots.terminal.options import with_shared_options
from bots.terminal.program import Command, Group
from bots.terminal.session import Session

app = typer.Typer(
    name="server",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    cls=Group,
    help="""Look after the PostgreSQL server that keeps a library.

    docs/server.md leads from nothing to a library that many machines ask.

    Example:

    \b
      qa server grant --reader bot --library postgresql://db.example/news
    """,
)


@app.callback()
def server() -> None:
    """Keep `grant` a command of its own: an application of one command is that command."""


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

    A role that there is not is made, without a password: give it one with psql's
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


for command in (grant,):
    app.command(cls=Command)(with_shared_options(command))
