"""What a feed brings is filed for workers on a server, and taken in once, as one process would have taken it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any

import pytest

from embeddings.encoder import Encoder
from qa.datatypes import Article
from qa.fetching.visiting import Visitor
from qa.ingest.report import IndexRequest, Report
from qa.ingest.update import update
from qa.ingest.work import Work
from qa.open_archive import open_archive
from qa.settings import LibraryPlace, ServerLibrary
from qa.upkeep.forget import forget
from qa.upkeep.status import status
from tests.qa.fetching.test_feeds import LONG, STORY, item, rss
from tests.qa.server.both_libraries import as_somebody_with_all_rights
from tests.qa.server.node import Node

pytestmark = pytest.mark.slow
DUE = 100_000.0
"""Seconds after which each address may be asked again."""


@dataclass(frozen=True, slots=True)
class Scouted:
    """A library on a server whose feeds are polled by a scout, by a clock that only a test moves."""

    place: ServerLibrary
    site: Any
    clock: Any
    encoder: Encoder
    visitor_to: Callable[..., Visitor]

    def scout(self, *addresses: str, queue: bool = True, into: LibraryPlace | None = None) -> Report:
        self.clock.now += DUE
        request = IndexRequest(addresses=addresses, queue=queue)
        return update(
            into or self.place,
            request,
            encoder_factory=lambda: self.encoder,
            visitor=self.visitor_to(self.site),
        )

    def work(self) -> list[str]:
        """Run a worker until nothing waits; return the ids of what it stored."""
        told: list[str] = []
        tell = lambda event: told.extend([event.change.id] if event.change else [])  # noqa: E731
        Work(self.place, lambda: self.encoder, Event(), tell, until_done=True).run()
        return told

    def articles(self, library: LibraryPlace | None = None) -> dict[str, Article]:
        with open_archive(library or self.place) as archive, archive.snapshot() as view:
            found = [each for line in view.articles() for each in view.find_articles(line.uid)]
        return {version.article.id: version.article for version in found}


@pytest.fixture
def scouted(
    node: Node,
    site: Any,
    clock: Any,
    encoder: Encoder,
    visitor_to: Callable[..., Visitor],
    request: pytest.FixtureRequest,
) -> Scouted:
    place = node.library(f"feeds_{abs(hash(request.node.nodeid)) % 10_000_000_000}")
    return Scouted(place, site, clock, encoder, visitor_to)


def test_a_feed_is_filed_and_taken_in_as_one_process_does(scouted: Scouted, tmp_path: Any) -> None:
    scouted.site.put("/one", STORY)
    url = scouted.site.put("/feed", rss(item("g1", "/one"), item("g2", "/two", LONG), item("g3", "/gone")))

    filed = scouted.scout(url)
    assert (filed.filed, filed.waiting, filed.articles) == (2, 2, 0)
    assert [skipped.path for skipped in filed.skipped] == [scouted.site.url("/gone")]
    asked = list(scouted.site.fetched)
    assert sorted(scouted.work()) == ["g1", "g2"]

    # Nothing is fetched for a worker: it has the articles whole.
    assert scouted.site.fetched == asked
    scouted.scout(url, queue=False, into=tmp_path / "library")
    assert scouted.articles() == scouted.articles(tmp_path / "library")
    [place] = status(scouted.place).places
    assert (place.kind, place.path, place.articles) == ("web", url, 2)


def test_what_waits_is_not_filed_or_fetched_again(scouted: Scouted) -> None:
    scouted.site.put("/one", STORY)
    url = scouted.site.put("/feed", rss(item("g1", "/one"), item("g2", "/two", LONG)))
    scouted.scout(url)
    scouted.site.put("/feed", rss(item("g1", "/one"), item("g2", "/two", LONG), item("g3", "/three", LONG)))

    again = scouted.scout()

    assert (again.filed, again.waiting) == (1, 3)
    assert scouted.site.fetched.count("/one") == 1
    assert sorted(scouted.work()) == ["g1", "g2", "g3"]
    assert (scouted.scout().filed, status(scouted.place).waiting) == (0, 0)


def test_an_entry_that_waits_stays_one_article_when_its_text_or_its_link_changes(scouted: Scouted) -> None:
    url = scouted.site.put("/feed", rss(item("g1", "/one", LONG), item("g2", "/two", LONG)))
    scouted.scout(url)
    scouted.site.put("/feed", rss(item("g1", "/moved", LONG), item("g2", "/two", f"{LONG} It rained.")))

    assert scouted.scout().waiting == 2
    assert sorted(scouted.work()) == ["g1", "g2"]

    found = scouted.articles()
    assert (found["g1"].path, found["g1"].url) == (scouted.site.url("/one"), scouted.site.url("/moved"))
    assert found["g2"].text.endswith("It rained.")


def test_a_page_in_the_place_of_a_feed_whose_entries_wait_is_no_article(scouted: Scouted) -> None:
    url = scouted.site.put("/feed", rss(item("g1", "/one", LONG)))
    scouted.scout(url)
    scouted.site.put("/feed", STORY)

    report = scouted.scout()

    assert "it was a feed before" in report.skipped[0].reason
    assert scouted.work() == ["g1"]


def test_a_feed_that_is_forgotten_takes_what_waits_with_it(scouted: Scouted) -> None:
    url = scouted.site.put("/feed", rss(item("g1", "/one", LONG)))
    scouted.scout(url)

    forget(scouted.place, url)

    assert (scouted.work(), status(scouted.place).waiting, scouted.articles()) == ([], 0, {})


def test_an_entry_that_was_put_aside_is_fetched_again(scouted: Scouted) -> None:
    scouted.site.put("/one", STORY)
    url = scouted.site.put("/feed", rss(item("g1", "/one")))
    scouted.scout(url)
    # As after three workers that ended while they had it.
    as_somebody_with_all_rights(scouted.place, "UPDATE jobs SET tries = 3")
    assert scouted.work() == []
    assert "3 workers ended" in status(scouted.place).skipped[0].reason

    assert scouted.scout().filed == 1
    assert scouted.site.fetched.count("/one") == 2
    assert scouted.work() == ["g1"]
    assert status(scouted.place).skipped == ()
