"""Refuse what no page should see, before any route, and put the headers on every reply that keep a browser safe.

A program that listens on this machine can be reached by every web site that its user visits: by a name that the site
lets point here (the Host tells), or by requests that the site's own page makes (Origin and Sec-Fetch-Site tell).
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from bots.web.refusals import header_values, refuse
from qa.errors import UsageError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Methods = Mapping[str, tuple[str, ...]]
"""The methods that paths take."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
LONGEST_ADDRESS = 16_000
"""Bytes of path and query together."""
LONGEST_BODY = 1_000_000
LONGEST_SENDING = 30.0
"""Seconds in which a body must have come."""
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With "no-referrer", a browser hides the origin of the own form too, and the guard would refuse it.
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "private, no-store",
}
_NAME = r"(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)"
_HOST = re.compile(rf"({_NAME})(?::\d{{1,5}})?")
_READING = ("GET", "HEAD")
_NUMBER = re.compile(r"[0-9]{1,18}")
_FOREIGN = "Another site's page may not ask this archive. Open the address yourself."
_TOO_MUCH = (
    f"This is too long: at most {LONGEST_BODY:,} bytes. Send a part; `qa check FILE` reads long drafts."
)


def allowed_names(host: str, given: Collection[str]) -> frozenset[str]:
    """Return the names by which the server may be asked.

    Args:
        host: The address that it listens on.
        given: The names of `--allowed-host`.

    Raises:
        UsageError: If one is no name, or none is given though others than this machine can reach the server.
    """
    names = [each.strip().casefold() for each in given]
    for name in names:
        if not re.fullmatch(_NAME, name):
            raise UsageError(f"--allowed-host {name!r} is not the name of a host. Write it as news.example.")
    if not is_loopback(host) and not names:
        raise UsageError(
            f"Other machines could reach {host}, and everybody there could read the archive. Name the hosts by which "
            "the page may be asked for with --allowed-host NAME, or leave out --host. docs/web.md says more."
        )
    own = {f"[{host}]" if ":" in host else host.casefold()} if is_loopback(host) else set()
    return LOOPBACK | own | frozenset(names)


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


class Guard:
    """Stands before every application of a server: it refuses requests, and adds `HEADERS` to every reply.

    It is plain ASGI, so that what it stands before may be anything: pages, or a server of tools for programs.
    """

    def __init__(self, app: ASGIApp, allowed: Collection[str], *, posts: Methods | None = None) -> None:
        """Stand before an application.

        Args:
            allowed: The names under which it may be asked.
            posts: The methods of the paths that take a POST, and with it a body. All others can only be read.
        """
        self._app = app
        self._allowed = frozenset(allowed)
        self._posts = dict(posts or {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        if scope["type"] != "http":
            # There are no web sockets here; a server closes one that nobody accepts.
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name.encode() for name in HEADERS}
                kept = [(name, value) for name, value in message["headers"] if name.lower() not in names]
                message["headers"] = [*kept, *((k.encode(), v.encode()) for k, v in HEADERS.items())]
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            status, said = refused
            allow = [("allow", ", ".join(self._methods(scope)))] if status == 405 else []
            await refuse(scope, with_headers, status, said, allow)
        elif scope["method"] == "POST":
            await self._with_body(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)

    def _methods(self, scope: Scope) -> tuple[str, ...]:
        return self._posts.get(scope["path"], _READING)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return the status and the message with which a request is refused; None for one that may pass."""
        hosts = [value.casefold() for value in header_values(scope, b"host")]
        asked = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        if asked is None or asked[1] not in self._allowed:
            return 421, (
                "This server does not answer under this name. Use the address that `qa serve` printed, or start it "
                "with --allowed-host and the name."
            )
        if _is_foreign(scope, hosts[0]):
            return 403, _FOREIGN
        if scope["method"] not in self._methods(scope):
            use = " or ".join(self._methods(scope))
            return 405, f"This cannot be done here: use {use}."
        if refused := _refused_body(scope):
            return refused
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, "This address is too long. Ask in a sentence or two."
        return None

    async def _with_body(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read a body to its end, so that no application has to limit one, and pass it on."""
        body = bytearray()
        more = True
        try:
            async with asyncio.timeout(LONGEST_SENDING):
                while more:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return
                    body += message.get("body", b"")
                    more = message.get("more_body", False)
                    if len(body) > LONGEST_BODY:
                        await refuse(scope, send, 413, _TOO_MUCH, [("connection", "close")])
                        return
        except TimeoutError:
            said = "What was sent took too long to come. Send it again."
            await refuse(scope, send, 408, said, [("connection", "close")])
            return
        waiting: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def received() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, received, send)


def _is_foreign(scope: Scope, host: str) -> bool:
    """Return whether another site's page makes a request, but for one that leads here by a link."""
    origins = header_values(scope, b"origin")
    if any(origin.casefold() not in (f"http://{host}", f"https://{host}") for origin in origins):
        return True
    sites = [value.casefold() for value in header_values(scope, b"sec-fetch-site")]
    if not any(site in ("cross-site", "same-site") for site in sites):
        return False
    modes = header_values(scope, b"sec-fetch-mode")
    # A frame would be hidden only after it was answered.
    places = header_values(scope, b"sec-fetch-dest") or ["document"]
    return (modes, places, scope["method"] != "POST") != (["navigate"], ["document"], True)


def _refused_body(scope: Scope) -> tuple[int, str] | None:
    lengths, coded = header_values(scope, b"content-length"), header_values(scope, b"transfer-encoding")
    if scope["method"] != "POST":
        if coded or lengths not in ([], ["0"]):
            return 400, "Send no body: what is asked stands in the address."
        return None
    if len(lengths) > 1 or not all(map(_NUMBER.fullmatch, lengths)):
        return 400, "The length of what was sent is no number."
    if lengths and int(lengths[0]) > LONGEST_BODY:
        return 413, _TOO_MUCH
    return None
