"""Listen, serve until a signal ends it, and end without losing an answer."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from types import FrameType
from typing import NoReturn

import uvicorn

from bots.archive_service import ArchiveService
from bots.exit_codes import INTERRUPTED
from bots.web.app import Mounted, create_app
from bots.web.guard import allowed_names, is_loopback
from bots.web.libraries import create_libraries_app
from bots.web.visitors import Visitors
from qa.errors import UsageError

logger = logging.getLogger(__name__)

LONGEST_END = 10
"""Seconds in which the server ends, whatever is being answered."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Companion = Callable[[asyncio.Event], Awaitable[None]]
"""Runs beside the pages in their event loop until the event is set. Where it ends before that, the pages end too."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to listen, and under which names to answer. Port 0 takes any that is free."""

    host: str
    port: int
    allowed: Collection[str] = ()


def require_protection(endpoint: Endpoint, visitors: Visitors) -> None:
    """Refuse to let others in than this machine, unless somebody asks them who they are.

    Raises:
        UsageError: If nobody does.
    """
    if is_loopback(endpoint.host) or visitors.tokens or visitors.behind_proxy:
        return
    raise UsageError(
        f"Whoever can reach {endpoint.host} could read the archive. Give --token-file FILE, so that they need a "
        "token, or --behind-proxy if a proxy before this server asks for a password. docs/web.md says more."
    )


def run(
    services: Mapping[str, ArchiveService],
    endpoint: Endpoint,
    *,
    quotes: int,
    visitors: Visitors,
    ready: Callable[[str], None],
    open_browser: bool = False,
    verbose: bool = False,
    beside: Callable[[ArchiveService], Mounted] | None = None,
    companion: Companion | None = None,
) -> None:
    """Serve pages until SIGINT or SIGTERM.

    Args:
        services: The libraries by the names below which they are; one alone may have the name "", and is at the root.
        quotes: How many quotes an answer shows at first.
        beside: Makes what else is to be served of each library; called when the log is set up.
        companion: What else is to run while pages are served.
        visitors: Who may ask, and how often.
        ready: Called with the address of the first page, as soon as it can be asked for.

    Raises:
        UsageError: If the endpoint cannot be listened on, or the names do not fit it.
        Exception: As the companion raises, after the pages have ended.
    """
    logging.basicConfig(
        format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO if verbose else logging.WARNING
    )
    if not verbose:
        # A companion's log says more than what is wrong, and uvicorn would say the same as `ready`.
        logging.getLogger("uvicorn").setLevel(logging.WARNING)
    allowed = allowed_names(endpoint.host, endpoint.allowed)
    require_protection(endpoint, visitors)
    if "" in services:
        own = beside(services[""]) if beside else None
        app = create_app(services[""], allowed=allowed, quotes=quotes, visitors=visitors, beside=own)
    else:
        app = create_libraries_app(services, allowed=allowed, quotes=quotes, visitors=visitors, beside=beside)
    with _listening(endpoint) as listener:
        config = uvicorn.Config(
            app,
            # Its log of requests would hold the questions.
            access_log=False,
            log_config=None,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="on" if beside else "off",
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=LONGEST_END,
        )
        server = _Server(config)
        # Whoever has read the address may end the server, before it has begun.
        with server.capture_signals():
            address = _address(endpoint, listener.getsockname()[1])
            ready(address)
            if open_browser:
                # Some browsers are opened in the foreground.
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            # It loads the model, which they share.
            next(iter(services.values())).warm()
            try:
                asyncio.run(_serve(server, listener, companion))
            finally:
                ended = all(each.close(server.seconds_left()) for each in services.values())
    if not ended:
        _leave()


async def _serve(server: _Server, listener: socket.socket, companion: Companion | None) -> None:
    if companion is None:
        await server.serve(sockets=[listener])
        return
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    # A signal interrupts the loop anywhere.
    server.told_to_end = lambda: loop.call_soon_threadsafe(stop.set)
    beside = asyncio.ensure_future(companion(stop))
    beside.add_done_callback(lambda _: server.end())
    try:
        await server.serve(sockets=[listener])
    finally:
        stop.set()
        await beside


def _leave(code: int = 0) -> NoReturn:
    """End the process without a thread that does not end: the interpreter would wait for it."""
    logger.warning("Something was still being answered, and is given up.")
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(code)


class _Server(uvicorn.Server):
    """A server that ends with exit code 0 after a signal, where uvicorn's raises the signal again."""

    _asked_to_end: float | None = None
    told_to_end: Callable[[], object] | None = None
    """Called at the first signal, where something else has to end too; a second one then ends all at once."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self.told_to_end is not None:
            if self._asked_to_end is not None:
                _leave(INTERRUPTED)
            self.told_to_end()
        self._note_the_time()
        super().handle_exit(sig, frame)

    def end(self) -> None:
        """Take no more requests, and end after those that have come."""
        self._note_the_time()
        self.should_exit = True

    def _note_the_time(self) -> None:
        if self._asked_to_end is None:
            self._asked_to_end = time.monotonic()

    def seconds_left(self) -> float:
        """Return how long what is being answered may still take."""
        since = 0.0 if self._asked_to_end is None else time.monotonic() - self._asked_to_end
        return max(0.0, LONGEST_END - since)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        before = {each: signal.signal(each, self.handle_exit) for each in _SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)


def _listening(endpoint: Endpoint) -> socket.socket:
    family = socket.AF_INET6 if ":" in endpoint.host else socket.AF_INET
    try:
        return socket.create_server((endpoint.host, endpoint.port), family=family)
    except OSError as error:
        raise UsageError(
            f"{endpoint.host} cannot be listened on at port {endpoint.port}: {error.strerror or error}. Choose another "
            "port with --port (0: any that is free)."
        ) from error


def _address(endpoint: Endpoint, port: int) -> str:
    """Return an address that the guard lets pass: 0.0.0.0 and its like are nobody's name."""
    if not is_loopback(endpoint.host):
        return f"http://{next(iter(endpoint.allowed)).strip()}:{port}/"
    return f"http://{f'[{endpoint.host}]' if ':' in endpoint.host else endpoint.host}:{port}/"
