"""A running watch polls each web address when it is due, by a clock that only a test moves."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from embeddings.encoder import Encoder
from qa.fetching.visiting import Visitor
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.ingest.watch import Event, Watch
from qa.upkeep.backup import backup
from qa.upkeep.restore import restore

pytestmark = pytest.mark.slow

DEADLINE = 60
DUE = 901.0
"""Seconds after which an address is polled again that does not say when."""


def feed(*stories: str) -> str:
    items = (
        f"<item><guid isPermaLink='false'>{each}</guid><title>{each}</title><link>https://gazette.example/{each}</link>"
        f"<content:encoded><![CDATA[<p>{each} came. {'It rained. ' * 300}</p>]]></content:encoded></item>"
        for each in stories
    )
    content = "http://purl.org/rss/1.0/modules/content/"
    head = f'<rss version="2.0" xmlns:content="{content}"><channel><title>Gazette</title>'
    return f"{head}{''.join(items)}</channel></rss>"


class Running:
    """Runs a watch in a thread, and keeps the events that it reports."""

    def __init__(self, library: Path, encoder: Encoder, visitors: Callable[[], Visitor], clock: Any) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.looks_at_clock = 0

        def told() -> float:
            self.looks_at_clock += 1
            return float(clock())

        self.stop = threading.Event()
        watch = Watch(
            library,
            IndexRequest(),
            lambda: encoder,
            self.stop,
            self.events.put,
            visitors=visitors,
            clock=told,
        )
        self.thread = threading.Thread(target=watch.run)

    def until(self, kind: str) -> list[Event]:
        """Return the events up to one of this kind."""
        seen: list[Event] = []
        deadline = time.monotonic() + DEADLINE
        while True:
            try:
                seen.append(self.events.get(timeout=max(0.0, deadline - time.monotonic())))
            except queue.Empty:
                pytest.fail(f"no {kind} within {DEADLINE} s, but {seen}")
            if seen[-1].kind == kind:
                return seen


@pytest.fixture
def library(tmp_path: Path, encoder: Encoder, site: Any, visitor_to: Callable[..., Visitor]) -> Path:
    """Make a library over one feed with one story."""
    address = site.put("/feed", feed("Storm"))
    request = IndexRequest(addresses=(address,))
    update(tmp_path / "library", request, encoder_factory=lambda: encoder, visitor=visitor_to(site))
    return tmp_path / "library"


@pytest.fixture
def watch(
    library: Path, encoder: Encoder, site: Any, visitor_to: Callable[..., Visitor], clock: Any
) -> Iterator[Running]:
    running = Running(library, encoder, lambda: visitor_to(site), clock)
    running.thread.start()
    try:
        running.until("watching")
        yield running
    finally:
        running.stop.set()
        running.thread.join(DEADLINE)


def titles(events: list[Event]) -> list[str]:
    return [event.change.id for event in events if event.change is not None]


def test_an_address_is_asked_again_when_its_time_has_come(watch: Running, site: Any, clock: Any) -> None:
    site.put("/feed", feed("Storm", "Flood"))
    asked = site.fetched.count("/feed")

    clock.now += DUE
    assert titles(watch.until("updated")) == ["Flood"]

    # Once for each time that it was due, however often the clock is looked at.
    looked, deadline = watch.looks_at_clock, time.monotonic() + DEADLINE
    while watch.looks_at_clock < looked + 4 and time.monotonic() < deadline:
        watch.stop.wait(0.05)
    assert site.fetched.count("/feed") == asked + 1
    site.put("/feed", feed("Storm", "Flood", "Frost"))
    clock.now += DUE
    assert titles(watch.until("updated")) == ["Frost"]
    assert site.fetched.count("/feed") == asked + 2


def test_an_address_that_fails_is_asked_again_the_next_time(watch: Running, site: Any, clock: Any) -> None:
    site.put("/feed", "broken", status=500)
    clock.now += DUE
    failed = watch.until("skipped")[-1].skipped
    deadline = time.monotonic() + DEADLINE

    site.put("/feed", feed("Storm", "Flood"))
    while watch.events.empty() and time.monotonic() < deadline:
        # More than once: the look that failed may not have come to its end yet.
        clock.now += DUE
        watch.stop.wait(0.2)

    assert failed is not None and "500" in failed.reason
    assert titles(watch.until("updated")) == ["Flood"]


def test_damage_is_reported_once_and_missed_updates_are_made_up_for(
    watch: Running, library: Path, site: Any, clock: Any, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.zip"
    backup(library, kept)
    for name in ("library.db", "library.db-wal", "library.db-shm"):
        (library / name).unlink(missing_ok=True)
    (library / "library.db").write_bytes(b"no database at all " * 300)
    site.put("/feed", feed("Storm", "Flood"))

    clock.now += DUE
    (told,) = watch.until("error")
    restore(kept, library, force=True)

    events = watch.until("updated")
    assert "damaged" in told.text
    assert titles(events) == ["Flood"]
    assert [event.kind for event in events] == ["change", "updated"]
