"""Obey what a site's robots.txt allows (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.fetching.outcomes import NotFetched, Response

if TYPE_CHECKING:
    from protego import Protego

NAME = "Onrecord"
"""The name of this program in the rules of a robots.txt."""

LONGEST_DELAY = 30.0
"""Seconds between two requests. A site that asks for more gets this."""


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego | None = None
    refusal: NotFetched | None = None


class Robots:
    """Reads each site's rules once and checks addresses against them.

    The rules come by `fetch`, which follows redirects and itself checks no rules. `anywhere` is as in
    `connecting.request`, and is passed on to `fetch`.
    """

    def __init__(self, fetch: Callable[[str, bool], Response]) -> None:
        self._fetch = fetch
        self._rules: dict[tuple[str, bool], _Rules] = {}

    def check(self, address: str, anywhere: bool) -> None:
        """Raise NotFetched if the site does not allow the address to be fetched, or its rules cannot be read."""
        rules = self._of(_root(address), anywhere)
        if rules.refusal is not None:
            raise rules.refusal
        if rules.parsed is not None and not rules.parsed.can_fetch(address, NAME):
            raise NotFetched("its site's robots.txt does not allow it")

    def delay(self, address: str, anywhere: bool) -> float:
        """Return how many seconds the site wants between two requests."""
        rules = self._rules.get((_root(address), anywhere))
        wanted = rules.parsed.crawl_delay(NAME) if rules is not None and rules.parsed is not None else None
        return min(max(wanted or 0.0, 0.0), LONGEST_DELAY)

    def _of(self, root: str, anywhere: bool) -> _Rules:
        if (root, anywhere) not in self._rules:
            self._rules[root, anywhere] = self._read(root, anywhere)
        return self._rules[root, anywhere]

    def _read(self, root: str, anywhere: bool) -> _Rules:
        from protego import Protego

        try:
            answer = self._fetch(root, anywhere)
        except NotFetched as error:
            # A site without robots.txt allows everything; one that does not answer must be taken to forbid it.
            if 400 <= error.status < 500 and error.status != 429:
                return _Rules()
            reason = f"its site's robots.txt cannot be read: {error.reason}"
            return _Rules(
                refusal=NotFetched(reason, passing=error.passing, status=error.status, wait=error.wait)
            )
        return _Rules(parsed=Protego.parse(answer.body.decode("utf-8", "replace")))


def _root(address: str) -> str:
    from yarl import URL

    return str(URL(address).with_path("/robots.txt").with_query(None))
