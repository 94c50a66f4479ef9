"""Poll one remembered web address: find what is new there, and what to remember of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from qa.datatypes import Article
from qa.fetching import freshness
from qa.fetching.entries import entries, from_feed, from_page, is_cut, is_whole, state
from qa.fetching.outcomes import NotFetched, Response
from qa.fetching.pages import Address, read
from qa.fetching.sniffing import kind_of
from qa.fetching.visiting import Visitor
from qa.reading.files import Problem, ProblemKind, Unusable
from qa.reading.sandbox import Sandbox
from qa.reading.stories import Remark, Story
from qa.tables.writing.fetched import Fetched

MAX_PAGES = 100
"""Pages that one poll of a feed fetches at most; the rest follow with the next polls."""

PollItem = Article | Problem | Fetched
"""What a poll yields. A `Fetched` comes after what was made from it, to be remembered once that is stored."""

# Statuses of an answer whose body was read: the next body is compared with it.
_ANSWERED = frozenset({200, 304})


class Poll:
    """Polls an address while it is iterated over, which may be done once; nothing raises.

    Afterwards `whole` says that the whole place was read again: problems recorded earlier for paths that are neither in
    a new problem nor in `kept` are then over. `answered` says that the address itself can be reached.
    """

    def __init__(
        self,
        address: str,
        *,
        memory: Callable[[str], Fetched | None],
        paths: Mapping[str, str],
        is_forgotten: Callable[[str, str], bool],
        visitor: Visitor,
        sandbox: Sandbox,
        max_bytes: int,
    ) -> None:
        """
        Args:
            memory: Returns what is remembered of an address.
            paths: The path under which each article of the place is known, by id, so that an article stays the same
                one when its link changes.
            is_forgotten: Whether the article with this path and id is to be left out.
        """
        self._address = address
        self._memory = memory
        self._paths = paths
        self._is_forgotten = is_forgotten
        self._visitor = visitor
        self._sandbox = sandbox
        self._max_bytes = max_bytes
        self._postponed = False
        self.whole = self.answered = False
        self.kept: set[str] = set()

    def __iter__(self) -> Iterator[PollItem]:
        before = self._memory(self._address)
        try:
            answer = self._visitor.get(self._address, headers=_conditions(before), max_bytes=self._max_bytes)
        except NotFetched as error:
            yield self._problem(error.reason, ProblemKind.UNREADABLE)
            yield self._failed(self._address, before, error)
            return
        self.answered = True
        fetched = self._fetched(self._address, answer)
        if before is not None and (
            answer.status == 304 or (before.sha256 == fetched.sha256 and before.status in _ANSWERED)
        ):
            yield self._unchanged(before, fetched, answer)
            return
        self.whole = True
        if kind_of(answer.body, answer.headers.get("content-type", "")) == "feed":
            yield from self._feed(answer, fetched)
        elif any(identity != self._address for identity in self._paths):
            # An error page or a login page is no article of the feed.
            self.whole = False
            yield self._problem("it was a feed before, but now answers with a page", ProblemKind.BROKEN)
            yield replace(fetched, etag="", last_modified="", sha256="")
        else:
            yield from read(
                answer, self._address, self._address, sandbox=self._sandbox, max_bytes=self._max_bytes
            )
            yield fetched

    def _feed(self, answer: Response, fetched: Fetched) -> Iterator[PollItem]:
        try:
            found = entries(answer, sandbox=self._sandbox, max_bytes=self._max_bytes)
        except Unusable as error:
            yield self._problem(error.reason, error.kind)
            yield replace(fetched, etag="", last_modified="", sha256="")
            return
        ids: set[str] = set()
        pages: set[str] = set()
        fetches = waiting = 0
        for entry in found:
            if isinstance(entry, Remark):
                yield self._problem(entry.reason, ProblemKind.DETAIL)
                continue
            if entry.part in ids:
                reason = f"an entry has the id of another one, so it is left out: {entry.title or entry.part}"
                yield self._problem(reason[:300], ProblemKind.DETAIL)
                continue
            ids.add(entry.part)
            path = self._paths.get(entry.part) or entry.url or self._address
            if self._is_forgotten(path, entry.part):
                continue
            if is_whole(entry) or not entry.url:
                yield from _at(path, from_feed(entry, path))
            elif entry.url in pages:
                reason = f"two entries lead to one page, which is read once: {entry.url}"
                yield self._problem(reason, ProblemKind.DETAIL)
            elif self._is_settled(entry):
                pages.add(entry.url)
                self.kept.add(path)
            elif fetches >= MAX_PAGES:
                waiting += 1
            else:
                fetches += 1
                pages.add(entry.url)
                yield from self._page(entry, path, via=answer.url)
        if waiting:
            reason = f"{waiting:,} more to fetch at the next run: one run fetches {MAX_PAGES} pages of a feed"
            yield self._problem(reason, ProblemKind.DETAIL)
        if waiting or self._postponed:
            # Remembered as if it were unknown, so that the next poll gets the whole feed and goes on.
            fetched = replace(fetched, etag="", last_modified="", sha256="")
        yield replace(fetched, not_before=0.0) if waiting else fetched

    def _is_settled(self, entry: Story) -> bool:
        """Whether the entry is unchanged since its page was read or found to be unreadable, or its page has to wait."""
        row = self._memory(entry.url)
        if row is None:
            return False
        if row.waits(self._visitor.clock()):
            self._postponed = True
            return True
        return row.sha256 == state(entry)

    def _page(self, entry: Story, path: str, *, via: str) -> Iterator[PollItem]:
        try:
            answer = self._visitor.get(entry.url, via=via, max_bytes=self._max_bytes)
        except NotFetched as error:
            failed = replace(
                self._failed(entry.url, None, error), sha256="" if error.passing else state(entry)
            )
            self._postponed = self._postponed or error.passing
            if error.passing:
                yield _about(path, f"its page cannot be fetched now: {error.reason}")
            else:
                yield from self._instead(entry, path, f"its page cannot be fetched: {error.reason}")
            yield failed
            return
        reasons = []
        for each in read(answer, entry.url, entry.part, sandbox=self._sandbox, max_bytes=self._max_bytes):
            if isinstance(each, Article):
                yield from _at(path, from_page(entry, each))
            elif each.fatal:
                reasons.append(each.reason)
            else:
                yield replace(each, relative=path)
        if reasons:
            yield from self._instead(entry, path, f"its page cannot be read: {reasons[0]}")
        yield Fetched(entry.url, answer.status, self._visitor.clock(), sha256=state(entry))

    def _instead(self, entry: Story, path: str, reason: str) -> Iterator[Article | Problem]:
        """Use the feed's short text instead of the page, unless that is only the beginning of the article."""
        if entry.text and not is_cut(entry):
            yield from _at(path, from_feed(entry, path))
        else:
            yield _about(path, reason)

    def _problem(self, reason: str, kind: ProblemKind) -> Problem:
        return replace(
            Address(self._address).problem(reason, kind, fatal=kind is not ProblemKind.DETAIL), relative=""
        )

    def _fetched(self, url: str, answer: Response) -> Fetched:
        now = self._visitor.clock()
        return Fetched(
            url,
            answer.status,
            now,
            now + freshness.rest(answer.headers, answer.body),
            answer.headers.get("etag", "")[:1000],
            answer.headers.get("last-modified", "")[:100],
            hashlib.sha256(answer.body).hexdigest(),
        )

    def _unchanged(self, before: Fetched, fetched: Fetched, answer: Response) -> Fetched:
        if answer.status != 304:
            return fetched
        # How often a feed is updated is said in its body, which was not sent again.
        pace = before.not_before - before.fetched_at if before.status in _ANSWERED else 0.0
        return replace(
            before,
            status=304,
            fetched_at=fetched.fetched_at,
            not_before=max(fetched.not_before, fetched.fetched_at + max(pace, 0.0)),
            etag=fetched.etag or before.etag,
            last_modified=fetched.last_modified or before.last_modified,
        )

    def _failed(self, url: str, before: Fetched | None, error: NotFetched) -> Fetched:
        now = self._visitor.clock()
        kept = before or Fetched(url, 0, now)
        return replace(
            kept,
            status=error.status,
            fetched_at=now,
            not_before=0.0 if error.wait is None else now + error.wait,
        )


def _conditions(before: Fetched | None) -> dict[str, str]:
    if before is None:
        return {}
    conditions = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _at(path: str, found: Iterator[Article | Problem]) -> Iterator[Article | Problem]:
    for each in found:
        yield replace(each, path=path) if isinstance(each, Article) else replace(each, relative=path)


def _about(path: str, reason: str) -> Problem:
    return Problem(path, reason, ProblemKind.UNREADABLE, path)
