"""Every page in both colour schemes and at both ends of width: axe-core, sideways scrolling, and the Tab key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.bots.web.browser.articles import WIDE
from tests.bots.web.browser.test_more_journeys import DRAFT
from tests.bots.web.conftest import HOSTILE_QUESTION
from tests.bots.web.test_pages import ASKED

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.bots.web.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PHONE, SCREEN = 320, 1280
"""Widths in CSS pixels. 320 is also a screen of 1280 at 400 %, as WCAG 1.4.10 has it."""
ADDRESSES = [
    "/",
    f"/ask?q={ASKED}",
    f"/ask?q={HOSTILE_QUESTION}",
    "/ask?q=What did Anna Lindqvist say about volcanoes?",
    "/ask?q=Lindqvist and Okafor on the harbour",
    "/ask?q=What is in here?",
    "/ask?q=What did Viggo Wide say about the sign?",
    "/ask?q=x&source=Nobody&since=2024-01-01",
    "/speakers",
    "/speaker/Tove Hallberg",
    "/speaker/Viggo Wide",
    "/latest",
    "/timeline",
    "/timeline?who=Tove Hallberg",
    "/compare",
    "/compare?who=Lindqvist&who=Okafor&about=the harbour",
    "/brief",
    "/brief?about=the harbour",
    "/check",
    "/find",
    "/find?q=painted before winter",
    "/find?q=hole in the boat",
    "/nothing-here",
]


def pages(tab: Page) -> Iterator[str]:
    """Show a page of every kind, one after the other."""
    for address in ADDRESSES:
        tab.goto(address)
        yield address
    for question in (HOSTILE_QUESTION, "What did Viggo Wide say about the sign?"):
        tab.goto(f"/ask?q={question}")
        quote = tab.locator("figcaption a[href^='/quote/']").first.get_attribute("href") or ""
        name = quote.split("/")[2].partition("#")[0]
        for address in (quote, f"/verify/{name}", f"/article/{name[:10]}"):
            tab.goto(address)
            yield address
    tab.goto("/check")
    tab.get_by_label("The draft").fill(f"{DRAFT}\n“{WIDE} is not here,” Viggo Wide said.\n")
    tab.get_by_role("button", name="Check").click()
    tab.get_by_role("heading", name="The draft, with what was found").wait_for()
    # The heading is there before the style is.
    tab.wait_for_load_state()
    yield "a checked draft"


@pytest.mark.parametrize(("scheme", "width"), [("light", PHONE), ("dark", SCREEN)], ids=["light", "dark"])
def test_axe_finds_nothing(open_tab: Open, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tab = open_tab(color_scheme=scheme, viewport={"width": width, "height": 800})
    axe = Axe()
    found: dict[str, object] = {}
    passed: set[str] = set()
    for address in pages(tab):
        done = axe.run(tab, options={"runOnly": {"type": "tag", "values": WCAG}}).response
        passed |= {each["id"] for each in done["passes"]}
        # What axe cannot tell would have to be judged by eye.
        if wrong := [
            (each["id"], [node["target"] for node in each["nodes"]])
            for kind in ("violations", "incomplete")
            for each in done[kind]
        ]:
            found[address] = wrong

    assert found == {}
    assert {"color-contrast", "target-size", "label", "landmark-one-main", "heading-order"} <= passed


@pytest.mark.parametrize("width", [PHONE, SCREEN])
def test_no_page_scrolls_sideways(open_tab: Open, width: int) -> None:
    tab = open_tab(viewport={"width": width, "height": 800})
    wide = []
    for address in pages(tab):
        tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)

    assert wide == []


def test_everything_that_can_be_used_is_reached_by_tab_in_the_order_of_the_page_and_is_seen(
    tab: Page,
) -> None:
    for address in ("/", f"/ask?q={ASKED}", "/find?q=painted before winter", "/check"):
        tab.goto(address)
        usable = tab.evaluate(f"{USABLE}.length")
        reached: list[int] = []
        # A field for a day takes a press for each part of it.
        for _ in range(3 * usable):
            tab.keyboard.press("Tab")
            state = tab.evaluate(FOCUSED)
            if state is None:
                break
            number, outlined, in_view = state
            here = tab.evaluate("document.activeElement.outerHTML")
            assert (outlined, in_view) == (True, True), (address, here)
            if number not in reached:
                reached.append(number)

        assert reached == list(range(usable)), address


USABLE = """[...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, textarea")]
    .filter(each => each.checkVisibility())"""
FOCUSED = f"""() => {{
    const number = {USABLE}.indexOf(document.activeElement)
    if (number < 0) return null
    const {{ top, bottom, left }} = document.activeElement.getBoundingClientRect()
    const style = getComputedStyle(document.activeElement)
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    return [number, outlined, top < innerHeight && bottom > 0 && left >= 0]
}}"""
"""The number of what has the focus; whether it has a frame; whether it is in view. None once the page is left."""


def test_a_dark_screen_gets_a_dark_page_and_a_light_one_a_light_page(open_tab: Open) -> None:
    brightness = {}
    for scheme in ("light", "dark"):
        tab = open_tab(color_scheme=scheme)
        tab.goto("/")
        colour = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        brightness[scheme] = sum(int(part) for part in colour.strip("rgb()").split(","))

    assert brightness["dark"] < 150
    assert brightness["light"] > 600
