"""Update a library from its web addresses. Articles that are gone from there stay in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from qa.datatypes import Article
from qa.fetching.addresses import Exceptions
from qa.fetching.poll import Poll
from qa.fetching.visiting import BUSY, Visitor
from qa.ingest.intake import Intake
from qa.ingest.not_indexed import Reasons
from qa.ingest.report import Progress, Watcher
from qa.reading.sandbox import Sandbox
from qa.tables.writing.fetched import Fetched, Memory
from qa.tables.writing.forgotten_texts import REASON
from qa.tables.writing.places import Place
from qa.tables.writing.writer import Writer

_PAGES_AT_ONCE = 10
"""Fetched pages that are stored together: an interruption loses at most so many, which are fetched again."""


def visitor_for(fetch_allow: Sequence[str]) -> Visitor:
    """Return a visitor that may also fetch from these hosts. Raises UsageError if one is not a host."""
    return Visitor(exceptions=Exceptions.of(fetch_allow))


@dataclass(frozen=True, slots=True)
class WebPlaces:
    """Polls web addresses for one update. `take` gets each article that may be new, with its known version's hash."""

    writer: Writer
    intake: Intake
    visitor: Visitor
    sandbox: Sandbox
    max_bytes: int
    take: Callable[[Place, Article, str | None], None]
    progress: Watcher
    failed: list[str] = field(default_factory=list)
    """Addresses that could not be reached or read."""

    def update(self, place: Place, *, named: bool) -> float | None:
        """Poll a place, unless it is too early; then return the time from which it may be asked again.

        Args:
            named: A person named this very place: then it only has to wait if the site wants to be left alone.
        """
        memory = Memory(self.writer.connection, place.id)
        before = memory.of(place.name)
        if (
            before is not None
            and before.waits(self.visitor.clock())
            and not (named and before.status not in BUSY)
        ):
            return before.not_before
        self.progress(Progress("looking", 0, None, place.name))
        # What waits for a worker is known too: the same article when its link changes, and a sign that this is a feed.
        # Asked for first: what a worker stores meanwhile is then found in one of both.
        paths = self.writer.jobs.paths(place.id) if self.writer.jobs else {}
        known = self.writer.places.articles(place)
        paths |= {identity: path for identity, (path, _) in known.items()}
        hidden = set(self.writer.places.forgotten(place.id))
        poll = Poll(
            place.name,
            memory=memory.of,
            paths=paths,
            is_forgotten=lambda path, identity: (path, identity) in hidden or (path, "") in hidden,
            visitor=self.visitor,
            sandbox=self.sandbox,
            max_bytes=self.max_bytes,
        )
        wrong: dict[str, Reasons] = {}
        pages = 0
        for each in poll:
            if isinstance(each, Fetched):
                self.intake.then(partial(memory.put, each))
                pages += 1
                if pages % _PAGES_AT_ONCE == 0:
                    self.intake.flush()
            elif isinstance(each, Article):
                reasons = wrong.setdefault(each.path, Reasons())
                if self.intake.keeps_out(place, each):
                    reasons.skipped(each.id, REASON)
                    continue
                reasons.indexed()
                self.take(place, each, known[each.id][1] if each.id in known else None)
                self.progress(Progress("reading", pages, None, each.path))
            else:
                reasons = wrong.setdefault(each.relative, Reasons())
                (reasons.skipped if each.fatal else reasons.remarked)("", each.reason)
                if each.fatal and each.relative in ("", place.name) and place.name not in self.failed:
                    self.failed.append(place.name)
        if poll.whole:
            # What is remarked of a feed ("two entries lead to one page") keeps nothing of it out.
            wrong.setdefault("", Reasons()).indexed()
        elif poll.answered and before is not None and before.status not in {200, 304}:
            wrong.setdefault("", Reasons())
        if poll.whole:
            for path in {skipped.path for skipped in self.writer.places.skipped(place)} - poll.kept:
                wrong.setdefault(path, Reasons())
        for path, reasons in wrong.items():
            self.intake.note_wrong(place, path, reasons)
        return None
