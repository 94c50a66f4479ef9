"""Debian's Chromium, and `qa serve` as a program over a real library."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.bots.web.browser.articles import write_more_articles
from tests.bots.web.browser.serving import served
from tests.bots.web.browser.watching import Watched
from tests.bots.web.conftest import index, write_articles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

MISSING = (
    "These tests need Chromium, and `chromium` is not on the PATH. Run `apt-get install chromium` as root."
)
# Names of other machines lead nowhere, so that what a page may try ends on this one.
ARGUMENTS = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]
# A page is waited for at most as long as the server lets a question wait.
LONGEST_WAIT = 60_000

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import expect, sync_playwright

    program = shutil.which("chromium")
    if program is None:
        pytest.fail(MISSING)
    expect.set_options(timeout=LONGEST_WAIT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    """A library with the articles of the other web tests, a long one, and many speakers. Read only."""
    folder = tmp_path_factory.mktemp("archive")
    write_articles(folder / "news")
    write_more_articles(folder / "news")
    index(folder / "library", folder / "news", encoder)
    return folder / "library"


@pytest.fixture(scope="session")
def site(archive: Path) -> Iterator[str]:
    """The address of the server."""
    with served(archive) as address:
        yield address


@pytest.fixture
def open_tab(chromium: Browser, site: str) -> Iterator[Open]:
    """Opens an empty tab of a browser of its own. Afterwards nothing may have happened but pages of the server."""
    watched = Watched(site)
    with ExitStack() as opened:

        def opening(**settings: Any) -> Page:
            context = opened.enter_context(_context(chromium, site, **settings))
            watched.watch(context)
            return context.new_page()

        yield opening
    watched.assert_nothing_happened()


@pytest.fixture
def tab(open_tab: Open) -> Page:
    return open_tab()


def _context(chromium: Browser, site: str, **settings: Any) -> BrowserContext:
    context = chromium.new_context(
        **({"base_url": site, "viewport": {"width": 1280, "height": 800}} | settings)
    )
    context.set_default_timeout(LONGEST_WAIT)
    return context
