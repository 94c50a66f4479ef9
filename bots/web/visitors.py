"""Put everything before an application that decides who may ask it, and how often."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bots.rates import Rate
from bots.web.access import Access, TokenFile
from bots.web.guard import Guard, Methods
from bots.web.hanging_up import UntilTheyLeave
from bots.web.rates import Buckets, RateLimit, address_of, forwarded_address_of, token_of

if TYPE_CHECKING:
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp


@dataclass(frozen=True, slots=True)
class Visitors:
    """Who may ask a server, and how often.

    Without `tokens` everybody may, without a `rate` as often as they like. Where a proxy stands before the server
    (`behind_proxy`), it says from which address a request comes.
    """

    tokens: tuple[str, ...] | TokenFile = ()
    rate: Rate | None = None
    behind_proxy: bool = False
    clock: Callable[[], float] = time.monotonic


def guarded(
    app: ASGIApp, allowed: Collection[str], visitors: Visitors, *, posts: Methods | None = None
) -> Guard:
    """Return an application that only who may ask it reaches, whatever it is made of.

    Args:
        allowed: The names under which it may be asked.
        posts: The methods of the paths that take a POST; see `posts_of`.
    """
    app = UntilTheyLeave(app)
    if visitors.rate is not None and visitors.tokens:
        app = RateLimit(app, Buckets(visitors.rate, visitors.clock), token_of)
    app = Access(app, visitors.tokens)
    if visitors.rate is not None:
        # Before the tokens are looked at, so that nobody can try many.
        client = forwarded_address_of if visitors.behind_proxy else address_of
        app = RateLimit(app, Buckets(visitors.rate, visitors.clock), client)
    return Guard(app, allowed, posts=posts)


def posts_of(routes: Iterable[BaseRoute], root: str = "") -> Methods:
    """Return the methods of the paths whose routes declare POST: no other takes a body.

    Args:
        root: Where the routes are mounted.
    """
    found: dict[str, set[str]] = {}
    for route in routes:
        declared = getattr(route, "methods", None) or ()
        found.setdefault(f"{root}{getattr(route, 'path', '')}", set()).update(declared)
    return {path: tuple(sorted(methods)) for path, methods in found.items() if "POST" in methods}
