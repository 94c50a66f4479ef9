"""Run the Discord bot, register its commands, or check its setup: `qa discord`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.terminal.options import with_shared_options
from bots.terminal.program import Command, Group
from bots.terminal.session import Session
from bots.terminal.values import whole
from bots.user_settings import settings_file

if TYPE_CHECKING:
    from bots.discord.configuration import Configuration
    from qa.settings import LibraryPlace

app = typer.Typer(
    name="discord",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    cls=Group,
    help="""Answer questions on Discord, with the same answers as `qa ask`.

    The bot's token is read from $QA_DISCORD_TOKEN, or from the file named by
    $QA_DISCORD_TOKEN_FILE. It is never an argument, because other users of the
    machine could see that. docs/discord.md explains the setup.

    Examples:

    \b
      qa discord check
      qa discord sync
      qa discord run
    """,
)


def run(
    session: Session,
    state: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Where to keep what must outlive a restart. Default: $QA_DISCORD_STATE, else the user's state folder.",
        ),
    ] = None,
) -> None:
    """Run the bot until it is stopped.

    After Ctrl-C or SIGTERM the bot answers the questions that it has accepted and
    exits with 0; a second one stops it at once. It exits with 78 when trying
    again cannot help: no token, a wrong one, or an intent that is not switched
    on.

    Examples:

    \b
      qa discord run
      qa discord run --library /srv/news/.qa --state /var/lib/onrecord
    """
    configuration = bot_configuration(session, state=state)
    from bots.discord.running import run as run_bot  # after the settings, whose errors come at once

    raise typer.Exit(run_bot(configuration, verbose=session.verbose, quiet=session.quiet))


def sync(
    session: Session,
    guild: Annotated[
        int | None,
        typer.Option(
            parser=whole(1),
            metavar="ID",
            help="Only in this server (guild), where they appear at once. Default: everywhere.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", metavar="", help="Register them even if nothing changed.")
    ] = False,
) -> None:
    """Register the bot's commands with Discord, if they changed since the last time.

    Examples:

    \b
      qa discord sync
      qa discord sync --guild 1234567890
    """
    from bots.contract import SCHEMA, as_json, plain_object

    configuration = bot_configuration(session)
    from bots.discord.registering import sync as register

    done = register(configuration, guild=guild, force=force)
    if session.json:
        session.write(as_json({"schema": SCHEMA, **plain_object(done)}))
    elif done.changed:
        session.write(f"Registered {len(done.commands)} commands: {', '.join(done.commands)}.")
    else:
        session.write(
            "Nothing changed since the commands were last registered; --force registers them again."
        )


def check(session: Session) -> None:
    """Check the token, the intents, the permissions and the libraries, and say what to do about problems.

    Exits with 0 if the bot can run, else with the code of the first problem.

    Examples:

    \b
      qa discord check
      qa discord check --json
    """
    from bots.contract import SCHEMA, as_json, plain_object
    from bots.visible import visible_line

    configuration = bot_configuration(session, with_token=False)
    from bots.discord.setup_check import check as find

    findings = find(configuration, os.environ)
    if session.json:
        session.write(as_json({"schema": SCHEMA, "findings": [plain_object(each) for each in findings]}))
    else:
        for each in findings:
            session.write(visible_line(f"{each.grade:7} {each.about}: {each.message}"))
    raise typer.Exit(next((each.exit_code for each in findings if each.exit_code), 0))


def bot_configuration(
    session: Session,
    *,
    with_token: bool = True,
    mounted: Mapping[str, LibraryPlace] | None = None,
    **options: object,
) -> Configuration:
    """Return the bot's settings, from the command line, the environment and the settings file.

    Args:
        mounted: The libraries of a server with several; see `read_configuration`.

    Raises:
        UsageError: If a setting is not valid.
        ConfigurationError: If there is no token, or it cannot be read.
    """
    from bots.discord.configuration import TABLE, read_configuration, read_token
    from qa.settings import load_table

    file = settings_file()
    return read_configuration(
        table=load_table(file, TABLE),
        environment=os.environ,
        options=options,
        token=read_token(os.environ) if with_token else "",
        library=session.library,
        base=file.parent,
        mounted=mounted,
        model=session.settings.model,
        allow_download=session.settings.allow_download,
        today=session.today if session.day_given else None,
    )


for command in (run, sync, check):
    app.command(cls=Command)(with_shared_options(command))
