"""Take in the articles that were filed for workers in a library on a server: `qa work`."""

from __future__ import annotations

import signal
import threading
from typing import Annotated

import typer

from bots.terminal.parameters import AllowDownload, Model
from bots.terminal.session import Session
from bots.terminal.values import whole


def work(
    session: Session,
    until_done: Annotated[
        bool, typer.Option("--until-done", metavar="", help="End when no article waits any more.")
    ] = False,
    lease: Annotated[
        int | None,
        typer.Option(
            "--lease",
            parser=whole(1),
            metavar="SECONDS",
            help="How long nobody else takes what this worker has. Default: 300.",
        ),
    ] = None,
    model: Model = None,
    allow_download: AllowDownload = False,
) -> None:
    """Take in the articles that `qa index --queue` filed in a library on a server.

    Any number of workers can run at once, on any machines: all that they need is
    the server. Prints one line for each article that is stored; with --json one
    object a line. A worker that dies leaves nothing half, and another one takes
    its articles after the lease. Ctrl-C or SIGTERM stop it with 0, after what is
    in hand is stored.

    Examples:

    \b
      qa work --library postgresql://reporter@db.example/news
      qa work --until-done
    """
    from bots.terminal.events import tell_event
    from qa.encoding import open_encoder
    from qa.ingest.work import LEASE, Work

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    session = session.with_settings(model=model, allow_download=allow_download or None)
    settings = session.settings
    Work(
        session.library,
        lambda: open_encoder(settings.model, allow_download=settings.allow_download),
        stop,
        lambda event: tell_event(session, event),
        parse=settings.parse,
        until_done=until_done,
        lease=LEASE if lease is None else lease,
    ).run()
