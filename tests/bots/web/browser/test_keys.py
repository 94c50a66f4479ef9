"""The keys and the buttons that the pages' one script adds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bots.web.browser.test_journeys import heading
from tests.bots.web.test_pages import ANSWER, ASKED

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.bots.web.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOLDED = "/ask?q=Who talked about the bus stop?"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def focused(tab: Page) -> int:
    """Return which quote of the page has the focus; -1 for none."""
    return int(tab.evaluate("[...document.querySelectorAll('figure.quote')].indexOf(document.activeElement)"))


def press(tab: Page, keys: str) -> None:
    for key in keys:
        tab.keyboard.press(key)


def test_letters_go_from_quote_to_quote_and_open_one(tab: Page) -> None:
    tab.goto(FOLDED)
    quotes = tab.locator("figure.quote").count()
    assert tab.locator("details figure.quote").count() > 0

    places = []
    for keys in ("j", "j", "k", "k", "j" * quotes):
        press(tab, keys)
        places.append(focused(tab))

    assert places == [0, 1, 0, 0, quotes - 1]
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    # It was folded away, and is unfolded by coming there.
    in_view = "(({ top }) => top >= 0 && top < innerHeight)(document.activeElement.getBoundingClientRect())"
    assert tab.evaluate(in_view)
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("/quote/"))


def test_a_slash_goes_to_the_question_and_letters_in_a_field_are_letters(tab: Page) -> None:
    tab.goto(FOLDED)

    press(tab, "j/")
    tab.keyboard.press("Control+a")
    tab.keyboard.type("jack/c")

    assert tab.get_by_role("searchbox", name="Ask the articles").input_value() == "jack/c"
    assert focused(tab) == -1


def test_a_letter_copies_the_citation_of_a_quote(open_tab: Open) -> None:
    tab = open_tab(permissions=CLIPBOARD)
    tab.goto(f"/ask?q={ASKED}")

    press(tab, "jc")
    tab.get_by_text("Copied", exact=True).wait_for()

    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(ANSWER[:40])
    assert "Anna Lindqvist" in copied
    assert "https://coast.example/harbour" in copied


def test_each_way_to_cite_a_quote_has_a_button_that_copies_it(open_tab: Open) -> None:
    tab = open_tab(permissions=CLIPBOARD)
    tab.goto(f"/ask?q={ASKED}")
    press(tab, "j")
    tab.keyboard.press("Enter")
    heading(tab, "Council argues about the harbour")

    fields = tab.locator(".copy")
    copied = []
    for number in range(fields.count()):
        tab.evaluate("document.querySelector('.told').textContent = ''")
        tab.get_by_role("button", name="Copy").nth(number).click()
        tab.get_by_text("Copied", exact=True).wait_for()
        copied.append(tab.evaluate("navigator.clipboard.readText()"))

    assert copied == fields.evaluate_all("all => all.map(each => each.value)")
    assert len(copied) == 4
    tab.goto(copied[2])
    heading(tab, "Council argues about the harbour")


def test_a_browser_that_lets_nothing_be_copied_says_how_to(tab: Page) -> None:
    tab.add_init_script("delete Navigator.prototype.clipboard")
    tab.goto(f"/ask?q={ASKED}")

    press(tab, "jc")

    tab.get_by_text("Select the text and copy it with your browser").wait_for()


def test_the_keys_can_be_turned_off_and_on_again(tab: Page) -> None:
    tab.goto(FOLDED)
    tab.get_by_role("button", name="Turn these keys off").click()
    press(tab, "j/")
    assert focused(tab) == -1

    tab.reload()
    press(tab, "j/")
    assert focused(tab) == -1
    tab.get_by_role("button", name="Turn these keys on").click()
    press(tab, "j")
    assert focused(tab) == 0


def test_without_scripts_no_key_is_promised(open_tab: Open) -> None:
    tab = open_tab(java_script_enabled=False)
    tab.goto("/")

    assert not tab.locator("#keys").is_visible()
    assert "Keys:" not in tab.locator("footer").inner_text()
