"""Refuse what no page should see, before any route, and put the headers on every reply that keep a browser safe.

A program that listens on this machine can be reached by every web site that its user visits: by a name that the site
lets point here (the Host tells), or by requests that the site's own page makes (Origin and Sec-Fetch-Site tell).
"""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from bots.error_objects import error_object
from bots.exit_codes import USAGE
from qa.errors import UsageError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
LONGEST_ADDRESS = 16_000
"""Bytes of path and query together."""
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "private, no-store",
}
_NAME = r"(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)"
_HOST = re.compile(rf"({_NAME})(?::\d{{1,5}})?")


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
    """Stands before an application: it refuses requests, and adds `HEADERS` to every reply."""

    def __init__(self, app: ASGIApp, allowed: Collection[str], *, posted: Collection[str] = ()) -> None:
        """Guard an application.

        Args:
            posted: The paths that take POST requests with a body, and nothing else.
        """
        self._app = app
        self._allowed = frozenset(allowed)
        self._posted = frozenset(posted)

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
        if refused is None:
            await self._app(scope, receive, with_headers)
        else:
            allow = b"POST" if scope["path"] in self._posted else b"GET, HEAD"
            await _reply(scope, *refused, allow, with_headers)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return the status and the message with which a request is refused; None for one that may pass."""
        headers: dict[bytes, list[str]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value.decode("latin-1").casefold())
        hosts = headers.get(b"host", [])
        asked = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        if asked is None or asked[1] not in self._allowed:
            return 421, (
                "This server does not answer under this name. Use the address that `qa serve` printed, or start it "
                "with --allowed-host and the name."
            )
        if any(
            origin not in (f"http://{hosts[0]}", f"https://{hosts[0]}")
            for origin in headers.get(b"origin", [])
        ):
            return 403, "Another site's page may not ask this archive. Open the address yourself."
        foreign = any(site in ("cross-site", "same-site") for site in headers.get(b"sec-fetch-site", []))
        how = (headers.get(b"sec-fetch-mode"), headers.get(b"sec-fetch-dest", ["document"]))
        # A frame would be hidden only after it was answered.
        if foreign and how != (["navigate"], ["document"]):
            return 403, "Another site's page may not ask this archive. Open the address yourself."
        if scope["path"] in self._posted:
            return None if scope["method"] == "POST" else (405, "Programs ask here: use POST.")
        if scope["method"] not in ("GET", "HEAD"):
            return 405, "Pages here can only be read: use GET or HEAD."
        if headers.get(b"content-length", ["0"]) != ["0"] or b"transfer-encoding" in headers:
            return 400, "Send no body: what is asked stands in the address."
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, "This address is too long. Ask in a sentence or two."
        return None


async def _reply(scope: Scope, status: int, message: str, allow: bytes, send: Send) -> None:
    as_json = scope["path"].endswith(".json")
    body = json.dumps(error_object(USAGE, message)) if as_json else f"{message}\n"
    kind = b"application/json" if as_json else b"text/plain; charset=utf-8"
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    headers += [(b"allow", allow)] if status == 405 else []
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body.encode()})
