"""What is timed by the wall clock goes on when that clock is set back by a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from embeddings.encoder import Encoder
from qa.fetching.connecting import NotFetched
from qa.fetching.visiting import PAUSE, Visitor
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.qa.fetching.test_watching_addresses import DUE, Running, feed, titles

DAY = 86_400


def test_a_pause_between_two_requests_does_not_become_a_day(
    site: Any, visitor_to: Callable[..., Visitor], clock: Any
) -> None:
    visitor = visitor_to(site)
    visitor.get(site.put("/a", "words"))

    clock.now -= DAY
    visitor.get(site.put("/b", "words"))

    assert clock.slept == [PAUSE, PAUSE]


def test_a_busy_site_is_left_alone_for_as_long_as_it_asked_and_no_day_longer(
    site: Any, visitor_to: Callable[..., Visitor], clock: Any
) -> None:
    visitor = visitor_to(site)
    url = site.put("/", status=503, headers={"Retry-After": "600"})
    with pytest.raises(NotFetched):
        visitor.get(url)

    clock.now -= DAY
    with pytest.raises(NotFetched) as early:
        visitor.get(site.put("/", "words"))
    clock.now += 601

    assert early.value.wait == 600
    assert visitor.get(url).status == 200


@pytest.mark.slow
def test_a_watch_asks_again_and_once(
    tmp_path: Path, encoder: Encoder, site: Any, visitor_to: Callable[..., Visitor], clock: Any
) -> None:
    library, request = tmp_path / "library", IndexRequest(addresses=(site.put("/feed", feed("Storm")),))
    update(library, request, encoder_factory=lambda: encoder, visitor=visitor_to(site))
    running = Running(library, encoder, lambda: visitor_to(site), clock)
    running.thread.start()
    try:
        running.until("watching")
        site.put("/feed", feed("Storm", "Flood"))
        asked = site.fetched.count("/feed")

        clock.now -= DAY
        assert titles(running.until("updated")) == ["Flood"]
        assert site.fetched.count("/feed") == asked + 1

        site.put("/feed", feed("Storm", "Flood", "Frost"))
        clock.now += DUE
        assert titles(running.until("updated")) == ["Frost"]
        assert site.fetched.count("/feed") == asked + 2
    finally:
        running.stop.set()
        running.thread.join(60)
