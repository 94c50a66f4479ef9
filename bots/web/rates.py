"""Limit how often a client sends requests: a bucket of tokens for each, that a given clock fills."""

from __future__ import annotations

import ipaddress
import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from bots.rates import Rate
from bots.web.access import SHOWN
from bots.web.refusals import TOO_OFTEN, header_values, refuse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

PER_MINUTE = 120
"""Requests of one client: a page is one, and its style another."""
MOST_KEPT = 10_000
"""Clients that are remembered; beyond that, the one that asked longest ago is forgotten."""
IPV6_NETWORK = 64
"""Bits that somebody's addresses have in common: who has one IPv6 address has as many as they like."""


class Buckets:
    """Holds a bucket for each client, full at first, and for no more clients than `most`."""

    def __init__(self, rate: Rate, clock: Callable[[], float], most: int = MOST_KEPT) -> None:
        self._rate = rate
        self._clock = clock
        self._most = most
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()
        """Client to the level of its bucket and the time of that level, the one that asked longest ago first."""

    def __len__(self) -> int:
        return len(self._levels)

    def take(self, client: Hashable) -> float:
        """Take a token and return 0; where there is none, return the seconds until there is."""
        now = self._clock()
        level, since = self._levels.pop(client, (float(self._rate.burst), now))
        level = self._rate.level(level, now - since)
        missing = max(0.0, 1.0 - level)
        self._levels[client] = (level if missing else level - 1.0, now)
        if len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return self._rate.seconds_for(missing)


class RateLimit:
    """Stands before an application and refuses who asks too often: before `Access` by address, after it by token."""

    def __init__(self, app: ASGIApp, buckets: Buckets, client: Callable[[Scope], Hashable]) -> None:
        self._app = app
        self._buckets = buckets
        self._client = client

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wait = 0.0 if scope["type"] == "lifespan" else self._buckets.take(self._client(scope))
        if not wait:
            await self._app(scope, receive, send)
            return
        seconds = math.ceil(wait)
        message = f"You ask too often. Ask again in {seconds} s."
        await refuse(scope, send, TOO_OFTEN, message, [("retry-after", str(seconds))])


def token_of(scope: Scope) -> Hashable:
    """Return which token a request has shown; None if it needed none."""
    return scope.get(SHOWN)


def address_of(scope: Scope) -> Hashable:
    """Return the address from which a request comes."""
    client = scope.get("client")
    return _network(client[0] if client else "")


def forwarded_address_of(scope: Scope) -> Hashable:
    """Return the address from which a request came to the proxy before this server.

    A proxy puts it last; what stands before that, the client may have made up. Not to be used without a proxy.
    """
    said = ",".join(header_values(scope, b"x-forwarded-for")).rpartition(",")[2].strip()
    return _network(said) if said else address_of(scope)


def _network(address: str) -> str:
    try:
        found = ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        # One bucket for all that cannot be told apart, so that nobody gets a new one with every request.
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, IPV6_NETWORK), strict=False))
    return str(found)
