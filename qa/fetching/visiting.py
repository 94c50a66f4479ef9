"""Fetch addresses politely: one request at a time, with pauses, obeying robots.txt, following safe redirects only."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from qa.fetching import freshness
from qa.fetching.addresses import Exceptions, host_of, normalised
from qa.fetching.connecting import RequestLimits, request
from qa.fetching.outcomes import NotFetched, Response
from qa.fetching.robots import Robots

PAUSE = 1.0
"""Seconds between an answer of a host and the next request to it."""

MAX_REDIRECTS = 5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
_STRANGER = "http://stranger.invalid/"
_ROBOTS_BYTES = 1_000_000
# After this many requests in a row without an answer, a host is left alone until the next run.
_PATIENCE = 2
_MEANINGS = {
    400: "it does not understand the request",
    401: "a password is needed",
    402: "it has to be paid for",
    403: "access is denied",
    404: "there is no such page",
    410: "it is gone for good",
    429: "it has had too many requests",
    451: "it is blocked for legal reasons",
    500: "an error of the site",
    503: "the site is not available now",
}


class Visitor:
    """Fetches addresses for one run, one after the other. Not to be used by two threads at once."""

    def __init__(
        self,
        *,
        exceptions: Exceptions | None = None,
        limits: RequestLimits | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.clock = clock
        self._exceptions = exceptions or Exceptions()
        self._limits = limits or RequestLimits()
        self._sleep = sleep
        self._robots = Robots(self._rules)
        self._pauses: dict[str, tuple[float, float]] = {}
        """Host to when it was asked last, and for how many seconds it is left alone since then."""
        self._closed: dict[str, tuple[float, float]] = {}
        self._failures: dict[str, int] = {}

    def get(
        self,
        address: str,
        *,
        via: str = "",
        headers: Mapping[str, str] | None = None,
        max_bytes: int | None = None,
    ) -> Response:
        """Fetch an address: return its answer, of status 200, or 304 where `headers` make the request conditional.

        Args:
            via: The address that led here; "" where a person gave it.
            max_bytes: A smaller limit than the visitor's own.

        Raises:
            NotFetched: If there is no such answer; says why.
        """
        limits = self._limits
        if max_bytes is not None:
            limits = replace(limits, bytes=min(limits.bytes, max_bytes))
        return self._follow(normalised(address), via, headers or {}, limits, check=self._robots.check)

    def _rules(self, address: str, anywhere: bool) -> Response:
        limits = replace(self._limits, bytes=min(self._limits.bytes, _ROBOTS_BYTES))
        # If pages may be fetched from there, the rules may be fetched too.
        via = address if anywhere else _STRANGER
        return self._follow(address, via, {}, limits, check=lambda *_: None)

    def _follow(
        self,
        address: str,
        via: str,
        headers: Mapping[str, str],
        limits: RequestLimits,
        *,
        check: Callable[[str, bool], None],
    ) -> Response:
        seen = {address}
        while True:
            # A link on a stranger's page must not reach hosts that are allowed only for the user.
            anywhere = self._exceptions.names(address) and (not via or self._exceptions.names(via))
            check(address, anywhere)
            answer = self._ask(address, anywhere, headers, limits)
            if answer.status not in _REDIRECTS:
                break
            via, address = address, self._target(answer)
            if address in seen:
                raise NotFetched("it is redirected in a circle")
            if len(seen) > MAX_REDIRECTS:
                raise NotFetched(f"it is redirected more than {MAX_REDIRECTS} times")
            seen.add(address)
        if answer.status == 200 or (answer.status == 304 and headers):
            return answer
        raise self._refusal(answer)

    def _ask(
        self, address: str, anywhere: bool, headers: Mapping[str, str], limits: RequestLimits
    ) -> Response:
        host = host_of(address)
        left = self._left(self._closed, host)
        if left > 0:
            raise NotFetched("its site asked to be left alone for a while", passing=True, wait=left)
        if self._failures.get(host, 0) >= _PATIENCE:
            raise NotFetched("its site did not answer before, so it is not asked again now", passing=True)
        pause = self._left(self._pauses, host)
        if pause > 0:
            self._sleep(pause)
        try:
            answer = request(address, headers, anywhere=anywhere, limits=limits)
        except NotFetched as error:
            self._failures[host] = self._failures.get(host, 0) + error.passing
            raise
        else:
            self._failures[host] = 0
        finally:
            self._pauses[host] = self.clock(), max(PAUSE, self._robots.delay(address, anywhere))
        if answer.status in BUSY:
            self._closed[host] = self.clock(), freshness.wait(answer.headers, self.clock())
        return answer

    def _left(self, waits: dict[str, tuple[float, float]], host: str) -> float:
        """Return the seconds that a host is still to be left alone."""
        since, seconds = waits.get(host, (0.0, 0.0))
        now = self.clock()
        if now < since:
            # The clock was set back, perhaps by a day: the wait begins again, and does not become a day.
            since = now
            waits[host] = since, seconds
        return since + seconds - now

    def _target(self, answer: Response) -> str:
        location = answer.headers.get("location", "")
        if not location:
            raise NotFetched("it is redirected to nowhere")
        try:
            return normalised(location, relative_to=answer.url)
        except NotFetched as error:
            raise NotFetched(f"it is redirected to an address that is not fetched: {error.reason}") from error

    def _refusal(self, answer: Response) -> NotFetched:
        status = answer.status
        meaning = _MEANINGS.get(status, "an error of the site" if status >= 500 else "not what was asked for")
        return NotFetched(
            f"it answered {status}: {meaning}",
            passing=status >= 500 or status in {408, 425, 429},
            status=status,
            wait=freshness.wait(answer.headers, self.clock()) if status in BUSY else None,
        )
