"""What people do with several articles: compare, follow over time, check a draft, ask on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bots.web.browser.articles import PLENTY
from tests.bots.web.browser.test_journeys import (
    ask,
    heading,
    press_tab_until,
    shown,
    with_and_without_scripts,
)
from tests.bots.web.test_pages import ASKED, OWN

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.bots.web.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAFT = f"""“{OWN},” Anna Lindqvist said.

“The harbour must close to fishing boats,” Anna Lindqvist said.

Peter Okafor called the plan “<b>a hole</b> in the budget”.
"""


@pytest.mark.parametrize(("width", "side_by_side"), [(1280, True), (320, False)], ids=["screen", "phone"])
def test_speakers_are_compared_side_by_side_and_stacked_on_a_phone(
    open_tab: Open, width: int, side_by_side: bool
) -> None:
    tab = open_tab(viewport={"width": width, "height": 800})
    tab.goto("/")

    tab.get_by_role("link", name="Compare").click()
    heading(tab, "Compare what speakers say")
    tab.get_by_label("and this one").fill("Okafor")
    tab.get_by_label("on this topic").fill("the harbour")
    tab.get_by_label("this speaker").fill("Lindqvist")
    tab.get_by_role("button", name="Compare").click()
    heading(tab, "Anna Lindqvist and Peter Okafor on the harbour")

    one, other = (each.bounding_box() or {} for each in tab.locator(".sides > section").all())
    assert (one["y"] == other["y"]) is side_by_side
    assert (one["x"] == other["x"]) is not side_by_side


def test_a_speaker_is_followed_over_time_oldest_first(tab: Page) -> None:
    tab.goto("/speaker/Anna Lindqvist")
    assert tab.get_by_role("img").count() == 1  # she speaks in two months
    tab.goto("/speaker/Tove Hallberg")

    tab.get_by_role("link", name="In order of date, oldest first").click()
    heading(tab, "Tove Hallberg, over time")
    quotes = tab.locator("blockquote").all_inner_texts()
    tab.get_by_role("link", name="Later quotes").click()
    tab.wait_for_url(re.compile("from=20"))
    quotes += tab.locator("blockquote").all_inner_texts()

    numbers = [int(found[1]) for each in quotes if (found := re.search(r"number (\d+)", each))]
    assert numbers == list(range(1, PLENTY + 1))


def test_all_that_is_said_on_a_topic_is_put_together(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("link", name="Brief").click()
    heading(tab, "All that is said on a topic")

    tab.get_by_label("The topic, in a word or a few").fill("bus stop")
    tab.get_by_role("button", name="Put it together").click()

    tab.wait_for_url(re.compile("about=bus"))
    assert tab.locator("blockquote").count() >= 20


def test_the_newest_articles_lead_to_their_texts(tab: Page) -> None:
    tab.goto("/")
    tab.get_by_role("link", name="Latest").click()
    heading(tab, "The newest articles")

    tab.get_by_role("link", name="New opening hours for the town library").click()

    heading(tab, "New opening hours for the town library")


@with_and_without_scripts
def test_a_draft_is_checked_by_keyboard_and_each_finding_leads_to_its_place(
    open_tab: Open, scripts: bool
) -> None:
    tab = open_tab(java_script_enabled=scripts)
    tab.goto("/")
    tab.get_by_role("link", name="Check a draft").click()
    heading(tab, "Check the quotations of a draft")

    press_tab_until(tab, "#text")
    tab.keyboard.insert_text(DRAFT)
    press_tab_until(tab, "main button")
    tab.keyboard.press("Enter")
    tab.get_by_role("heading", name="The draft, with what was found").wait_for()

    assert tab.get_by_role("status").first.inner_text().startswith("3 quotations: ")
    marks = tab.locator("section.draft mark")
    assert marks.count() == 3
    assert "right" in (marks.first.get_attribute("class") or "")
    assert OWN in marks.first.inner_text()
    assert "wrong" in (marks.nth(1).get_attribute("class") or "")
    assert "<b>a hole</b>" in tab.locator("section.draft").inner_text()
    tab.locator("section.draft a.note").first.click()
    tab.locator("#f1").get_by_role("link", name="In its article").click()
    heading(tab, "Council argues about the harbour")
    assert OWN in tab.locator("mark#quote").inner_text()


@with_and_without_scripts
def test_a_question_goes_on_from_the_one_before(open_tab: Open, scripts: bool) -> None:
    tab = open_tab(java_script_enabled=scripts)
    tab.goto("/")
    ask(tab, ASKED)

    field = tab.get_by_label("A question that goes on from this one")
    field.fill("and about the library?")
    field.press("Enter")
    heading(tab, "and about the library?")

    assert "Anna Lindqvist" in tab.locator(".understood").inner_text()
    assert "living room of the town" in shown(tab)
    tab.go_back()
    heading(tab, ASKED)


def test_a_question_can_be_followed_as_a_feed(tab: Page) -> None:
    tab.goto(f"/ask?q={ASKED}")

    feed = tab.get_by_role("link", name="Follow this question as a feed").get_attribute("href") or ""
    reply = tab.context.request.get(feed)

    assert reply.headers["content-type"].startswith("application/atom+xml")
    assert OWN in reply.text()


def test_a_quote_is_compared_with_its_source(tab: Page) -> None:
    tab.goto(f"/ask?q={ASKED}")
    tab.get_by_role("link", name="In its article").first.click()

    tab.get_by_role("link", name="Compare it with its source now").click()

    heading(tab, "Does this quote stand in its source?")
    assert tab.get_by_role("status").first.inner_text()
    assert OWN in tab.locator("blockquote").inner_text()
