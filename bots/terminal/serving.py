"""Serve the archive as web pages and to assistants: `qa serve`, `qa mcp`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bots.terminal.discord_bot import bot_configuration
from bots.terminal.parameters import AllowDownload, Model, QuotesShown
from bots.terminal.served import (
    Served,
    assistants_of,
    bot_beside,
    corpus_of,
    named_libraries,
    services_of,
    shared_models,
    tell,
)
from bots.terminal.session import Session
from bots.terminal.values import whole
from qa.errors import ConfigurationError

if TYPE_CHECKING:
    from bots.web.visitors import Visitors

NEEDED = ("starlette", "jinja2", "uvicorn")
NEEDED_FOR_ASSISTANTS = ("mcp", "pydantic", "starlette", "uvicorn")
"""Packages of the extra `serve`: those of the pages, and those of the tools."""
HIGHEST_PORT = 65_535


def serve(
    session: Session,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(
            "--port", parser=whole(0, HIGHEST_PORT), metavar="N", help="The port; 0 takes any that is free."
        ),
    ] = 8000,
    allowed_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allowed-host",
            metavar="NAME",
            help="A name under which others ask for the pages; can be repeated.",
        ),
    ] = None,
    mount: Annotated[
        list[str] | None,
        typer.Option(
            "--mount",
            metavar="NAME=FOLDER",
            help="Serve the library in FOLDER below /NAME/; can be repeated. Without it, --library is at /.",
        ),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(
            "--token-file",
            metavar="FILE",
            help="Ask everybody for one of the tokens in this file, one a line.",
        ),
    ] = None,
    behind_proxy: Annotated[
        bool,
        typer.Option(
            "--behind-proxy", metavar="", help="A proxy before this server asks everybody who they are."
        ),
    ] = False,
    rate: Annotated[
        int | None,
        typer.Option(
            "--rate",
            parser=whole(0),
            metavar="N",
            help="Requests a minute of one client; 0: any number. "
            "Default: 120 where others can ask, else any number.",
        ),
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open", metavar="", help="Open the first page in a browser.")
    ] = False,
    assistants: Annotated[
        bool,
        typer.Option(
            "--mcp",
            metavar="",
            help="Also answer assistants, at /mcp (Model Context Protocol, streamable HTTP).",
        ),
    ] = False,
    discord: Annotated[
        bool,
        typer.Option(
            "--discord",
            metavar="",
            help="Also run the Discord bot, with the settings and the token of `qa discord run`.",
        ),
    ] = False,
    max_quotes: QuotesShown = None,
    model: Model = None,
    allow_download: AllowDownload = False,
) -> None:
    """Serve the archive as web pages, and the same as JSON, until Ctrl-C.

    The pages are for this machine alone, unless --host and --allowed-host say
    otherwise; then others need a token of --token-file, or a proxy that asks them
    who they are. docs/web.md explains both. With --mcp and --discord, assistants
    and a Discord bot are answered by the same process, from one loaded model.

    Examples:

    \b
      qa serve
      qa serve --port 8080 --open
      qa serve --mcp --discord
      qa serve --mount town=~/town --mount coast=~/coast
      qa serve --host 0.0.0.0 --allowed-host news.example --token-file tokens
    """
    from bots.terminal.asking import index_seeds_if_none

    _require_packages("serve", (*NEEDED, *NEEDED_FOR_ASSISTANTS) if assistants else NEEDED)
    visitors = _visitors(host, token_file, behind_proxy=behind_proxy, rate=rate)
    session = session.with_settings(quotes=max_quotes, model=model, allow_download=allow_download or None)
    libraries = named_libraries(mount) if mount else {"": session.library}
    # Before anything is opened: a missing token is told at once.
    configuration = bot_configuration(session, mounted=libraries if mount else None) if discord else None
    if not mount:
        index_seeds_if_none(session)
    from bots.web.running import Endpoint, run

    told = Served({name: corpus_of(library) for name, library in libraries.items()}, assistants, discord)
    shared = shared_models(session)
    with bot_beside(session, configuration, shared) as bot:
        run(
            services_of(session, libraries, shared),
            Endpoint(host, port, tuple(allowed_host or ())),
            quotes=session.settings.quotes,
            visitors=visitors,
            ready=lambda address: tell(session, told, address),
            open_browser=open_browser,
            verbose=session.verbose,
            beside=assistants_of if assistants else None,
            companion=bot,
        )


def mcp(session: Session, model: Model = None, allow_download: AllowDownload = False) -> None:
    """Give an assistant quotes of the archive, over standard input and output.

    The assistant starts this command itself (Model Context Protocol, stdio);
    docs/agents.md says what to write into which configuration. To serve several
    from one process, use `qa serve --mcp`.

    Examples:

    \b
      qa mcp
      qa mcp --library ~/news/.qa
    """
    _require_packages("mcp", NEEDED_FOR_ASSISTANTS)
    session = session.with_settings(model=model, allow_download=allow_download or None)
    # Before the protocol begins: an assistant shows what a server says on standard error as it ends.
    corpus = corpus_of(session.library)
    if sys.stdin.isatty():
        session.note(f"Serving {corpus} to an assistant on standard input and output. Ctrl-D ends it.")
    from bots.agents.running import run_stdio

    only = {"": session.library}
    run_stdio(services_of(session, only, shared_models(session))[""], verbose=session.verbose)


def _visitors(host: str, token_file: Path | None, *, behind_proxy: bool, rate: int | None) -> Visitors:
    """Return who may ask, and how often. Raises UsageError or ConfigurationError before anything is opened."""
    from bots.rates import Rate
    from bots.web.access import TokenFile
    from bots.web.guard import is_loopback
    from bots.web.rates import PER_MINUTE
    from bots.web.visitors import Visitors

    shared = behind_proxy or token_file is not None or not is_loopback(host)
    per_minute = (PER_MINUTE if shared else 0) if rate is None else rate
    return Visitors(
        TokenFile(token_file) if token_file is not None else (),
        # A page and its style are two requests, and people look at several pages at once.
        Rate(per_minute, max(1, per_minute // 2)) if per_minute else None,
        behind_proxy,
    )


def _require_packages(command: str, needed: Sequence[str]) -> None:
    missing = [name for name in dict.fromkeys(needed) if find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"`qa {command}` needs {', '.join(missing)}, not installed here. In the clone of this project, run "
            "`pip install '.[serve]'`."
        )
