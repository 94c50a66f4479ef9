"""Serve the archive as web pages: `qa serve`."""

from __future__ import annotations

import sys
from functools import partial
from importlib.util import find_spec
from typing import Annotated

import typer

from bots.terminal.parameters import AllowDownload, Model, QuotesShown
from bots.terminal.session import Session
from bots.terminal.values import whole
from qa.errors import ConfigurationError

NEEDED = ("starlette", "jinja2", "uvicorn")
"""The packages of the extra `serve`."""
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
    open_browser: Annotated[
        bool, typer.Option("--open", metavar="", help="Open the first page in a browser.")
    ] = False,
    max_quotes: QuotesShown = None,
    model: Model = None,
    allow_download: AllowDownload = False,
) -> None:
    """Serve the archive as web pages, and the same as JSON, until Ctrl-C.

    The pages are for this machine alone, unless --host and --allowed-host say
    otherwise; docs/web.md explains what to put before it then.

    [bold]Examples[/bold]

    \b
      qa serve
      qa serve --port 8080 --open
    """
    from bots.terminal.asking import index_seeds_if_none

    _require_packages()
    session = session.with_settings(quotes=max_quotes, model=model, allow_download=allow_download or None)
    index_seeds_if_none(session)
    from bots.web.running import Place, run
    from bots.web.service import WebService
    from qa.encoding import open_encoder

    corpus = _corpus(session)
    settings = session.settings
    service = WebService(
        session.library,
        partial(open_encoder, settings.model, allow_download=settings.allow_download),
        today=session.today if session.day_given else None,
    )
    run(
        service,
        Place(host, port, tuple(allowed_host or ())),
        quotes=settings.quotes,
        ready=partial(_tell, session, corpus),
        open_browser=open_browser,
        verbose=session.verbose,
    )


def _require_packages() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"`qa serve` needs {', '.join(missing)}, not installed here. In the clone of this project, run "
            "`pip install '.[serve]'`."
        )


def _corpus(session: Session) -> str:
    """Return what is served, in words. Raises NoIndexError or DamagedIndexError before anything is promised."""
    from bots.wording import corpus_in_words
    from qa.answering.pipeline import summary
    from qa.open_archive import open_archive

    with open_archive(session.library) as library, library.snapshot() as snapshot:
        return corpus_in_words(summary(snapshot))


def _tell(session: Session, corpus: str, address: str) -> None:
    if session.json:
        from bots.contract import SCHEMA, as_json

        session.write(as_json({"schema": SCHEMA, "url": address}))
    else:
        session.write(f"{address} serves {corpus}. Ctrl-C ends it.")
    # A program that started this reads the address through a pipe.
    sys.stdout.flush()
