"""Serve an assistant over standard input and output, or as an application to be mounted beside web pages."""

from __future__ import annotations

import logging
import os
import signal
from typing import TYPE_CHECKING

import anyio
from mcp.server.transport_security import TransportSecuritySettings

from bots.agents.server import create_server
from bots.exit_codes import INTERRUPTED

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bots.archive_service import ArchiveService

PATH = "/mcp"
LONGEST_BODY = 1_000_000
"""Bytes of a request: a text that is checked has 50,000 characters, of up to twelve bytes each when escaped."""


def run_stdio(service: ArchiveService, *, verbose: bool) -> None:
    """Serve until standard input ends. Standard output gets the protocol and nothing else."""
    logging.basicConfig(
        format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO if verbose else logging.WARNING
    )
    # The thread that reads standard input cannot be interrupted, and would be waited for. Nothing is written here.
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    service.warm()
    try:
        anyio.run(create_server(service).run_stdio_async)
    finally:
        service.close()


def over_http(service: ArchiveService) -> Starlette:
    """Return an application that answers POST requests at `PATH`; its lifespan must be run.

    It looks at no Host and no Origin: whatever it is mounted in does that before every route.
    """
    return create_server(service).streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        max_request_body_size=LONGEST_BODY,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
