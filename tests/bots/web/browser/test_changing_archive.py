"""Fifty people and a browser ask while the archive is indexed again, and an article purged, by other programs."""

from __future__ import annotations

import asyncio
import re
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from tests.bots.web.browser.serving import qa, served
from tests.bots.web.conftest import index

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PEOPLE = 50
PIERS = range(1, 9)
ROUNDS = ("first", "second", "third")
SECRET = "a crate of amber"
PAGES = (
    "/ask?q=What did Tove Hallberg say about the ferry?",
    "/speaker/Tove Hallberg",
    "/find?q=ferry leaves",
    "/timeline?who=Tove Hallberg",
    "/ask?q=Who spoke about the ferry?",
    "/speakers",
)
"""Pages that show words of several articles."""


def write_round(folder: Path, which: str) -> None:
    """Write all articles as they are in one round: each says which it is."""
    folder.mkdir(exist_ok=True)
    cargo = {pier: f"number {pier}" for pier in PIERS} | {0: SECRET}
    for pier, words in cargo.items():
        said = f"“In the {which} round the ferry leaves pier {pier} with {words},” Tove Hallberg said on Monday.\n"
        head = f"---\ntitle: Pier {pier}\ndate: 2024-03-{pier + 1:02}\nsource: Coast Gazette\n---\n"
        (folder / f"pier-{pier}.md").write_text(head + said, encoding="utf-8")


@dataclass
class Crowd:
    """People who ask for one page after the other until they are told to stop, and what they saw."""

    address: str
    stop: threading.Event = field(default_factory=threading.Event)
    purged: threading.Event = field(default_factory=threading.Event)
    seen: Counter[tuple[str, frozenset[str]]] = field(default_factory=Counter)
    """How often each page was seen with words of which rounds."""
    wrong: list[str] = field(default_factory=list)
    thread: threading.Thread = field(init=False)

    def __enter__(self) -> Crowd:
        # Playwright has an event loop of its own on this thread.
        self.thread = threading.Thread(target=lambda: asyncio.run(self._ask()))
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self.thread.join()

    async def _ask(self) -> None:
        limits = httpx2.Limits(max_connections=PEOPLE)
        async with httpx2.AsyncClient(base_url=self.address, timeout=120, limits=limits) as client:
            await asyncio.gather(*(self._one(client, number) for number in range(PEOPLE)))

    async def _one(self, client: httpx2.AsyncClient, number: int) -> None:
        while not self.stop.is_set():
            page = PAGES[number % len(PAGES)]
            number += 1
            after_purge = self.purged.is_set()
            reply = await client.get(page)
            if reply.status_code == 200:
                self.seen[page, rounds_in(reply.text)] += 1
                if after_purge and SECRET in reply.text:
                    self.wrong.append(f"{page} shows what was purged")
            elif not may_happen(reply):
                self.wrong.append(f"{page}: {reply.status_code} {reply.text}")


def rounds_in(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"In the (\w+) round", text))


def may_happen(reply: httpx2.Response) -> bool:
    """Return whether a page that is none is told to be one that can be asked for again."""
    busy = reply.status_code == 503 and "retry-after" in reply.headers and "are waiting" in reply.text
    return busy or (reply.status_code == 404 and "removed from the archive meanwhile" in reply.text)


@pytest.fixture
def harbour(tmp_path: Path, encoder: Any) -> Path:
    write_round(tmp_path / "news", ROUNDS[0])
    index(tmp_path / "library", tmp_path / "news", encoder)
    return tmp_path


@pytest.fixture
def site(harbour: Path) -> Iterator[str]:
    with served(harbour / "library") as address:
        yield address


def test_every_page_is_of_one_state_of_the_archive_and_shows_nothing_purged(
    tab: Page, site: str, harbour: Path
) -> None:
    library, news = harbour / "library", harbour / "news"

    def browse() -> dict[str, str]:
        """Return the pages that were shown; the others were told to be asked for again."""
        found = {}
        for page in PAGES:
            reply = tab.goto(page)
            # Read at once: a browser forgets the reply with the next page.
            if reply is not None and reply.status == 200:
                found[page] = reply.text()
        return found

    with Crowd(site) as crowd:
        assert SECRET in "".join(browse().values())
        secret = tab.context.request.get(f"/find.json?q={SECRET}").json()["places"][0]["id"]
        for which in ROUNDS[1:]:
            write_round(news, which)
            qa("index", str(news), library=library)
            shown = browse()
            assert shown
            assert {page: rounds_in(text) for page, text in shown.items()} == {
                page: {which} for page in shown
            }
        (news / "pier-0.md").unlink()
        qa("forget", str(news / "pier-0.md"), "--purge", library=library)
        crowd.purged.set()
        assert SECRET not in "".join(browse().values())

    assert crowd.wrong == []
    assert {page for page, _ in crowd.seen} == set(PAGES)
    mixed = {each for each in crowd.seen if len(each[1]) != 1}
    assert mixed == set()
    # They did ask in every state.
    assert {which for _, seen in crowd.seen for which in seen} == set(ROUNDS)
    tab.goto(f"/quote/{secret}")
    assert "This is not in the archive" in tab.locator("h1").inner_text()
    tab.goto("/find?q=a crate of amber")
    assert tab.locator("main h2").first.inner_text() == "Not found"
