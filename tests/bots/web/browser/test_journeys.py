"""What people do with the pages, by keyboard and by mouse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.bots.web.browser.articles import DEEP, LONG_TEXT, LONG_TITLE, PLENTY
from tests.bots.web.test_pages import ASKED, OWN

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.bots.web.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

with_and_without_scripts = pytest.mark.parametrize(
    "scripts", [True, False], ids=["with scripts", "without scripts"]
)


def heading(tab: Page, text: str | re.Pattern[str]) -> None:
    """Wait for a page with this heading, its style and its script: the heading is there before they are."""
    from playwright.sync_api import expect

    expect(tab.locator("h1")).to_have_text(text)
    tab.wait_for_load_state()


def ask(tab: Page, question: str) -> None:
    field = tab.get_by_role("searchbox", name="Ask the articles")
    field.fill(question)
    field.press("Enter")
    heading(tab, question)


def press_tab_until(tab: Page, selector: str) -> None:
    """Go on with the Tab key to the first thing that a selector means; a hundred presses at most."""
    for _ in range(100):
        tab.keyboard.press("Tab")
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def shown(tab: Page) -> str:
    return tab.locator("main").inner_text()


@with_and_without_scripts
def test_a_question_is_asked_and_its_quote_opened_by_keyboard_alone(open_tab: Open, scripts: bool) -> None:
    from playwright.sync_api import expect

    tab = open_tab(java_script_enabled=scripts)
    tab.goto("/")

    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    press_tab_until(tab, "#q")
    tab.keyboard.type(ASKED)
    tab.keyboard.press("Enter")
    heading(tab, ASKED)
    expect(tab.get_by_role("status")).to_have_text(re.compile("Answered"))
    expect(tab.locator("blockquote strong").first).to_contain_text(OWN)
    press_tab_until(tab, "figcaption a[href^='/quote/']")
    tab.keyboard.press("Enter")
    heading(tab, "Council argues about the harbour")

    expect(tab.locator("mark")).to_contain_text(OWN)


def test_the_link_past_the_menu_leads_to_the_content(tab: Page) -> None:
    tab.goto(f"/ask?q={ASKED}")

    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")

    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


@with_and_without_scripts
def test_an_answer_leads_to_its_quote_which_is_marked_and_in_view(open_tab: Open, scripts: bool) -> None:
    from playwright.sync_api import expect

    tab = open_tab(java_script_enabled=scripts, viewport={"width": 700, "height": 300})
    tab.goto("/")

    ask(tab, "What did Ingrid Solberg say about the ferry timetable?")
    tab.get_by_role("link", name="In its article").first.click()
    heading(tab, LONG_TITLE)

    mark = tab.locator("mark#quote")
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text(DEEP)
    assert tab.evaluate("scrollY") > 0


@with_and_without_scripts
def test_a_speaker_has_all_quotes_newest_first_over_pages(open_tab: Open, scripts: bool) -> None:
    tab = open_tab(java_script_enabled=scripts)
    tab.goto("/speakers")

    tab.get_by_role("link", name="Tove Hallberg").first.click()
    heading(tab, "Tove Hallberg")
    quotes = tab.locator("blockquote").all_inner_texts()
    tab.get_by_role("link", name="Older quotes").click()
    tab.wait_for_url(re.compile("from=20"))
    quotes += tab.locator("blockquote").all_inner_texts()

    numbers = [int(found[1]) for each in quotes if (found := re.search(r"number (\d+)", each))]
    assert numbers == list(range(PLENTY, 0, -1))
    assert tab.get_by_role("link", name="Older quotes").count() == 0


def test_the_list_of_speakers_goes_on_over_pages(tab: Page) -> None:
    tab.goto("/speakers")

    names = tab.locator("main h2").all_inner_texts()
    while (more := tab.get_by_role("link", name="More speakers")).count():
        before = tab.url
        more.click()
        tab.wait_for_url(lambda url, before=before: url != before)
        names += tab.locator("main h2").all_inner_texts()

    assert len(names) == len(set(names)) > 28
    assert {"Tove Hallberg", "Ada Nyman", "Greta Rask", "Ingrid Solberg"} <= set(names)


@with_and_without_scripts
def test_exact_words_are_found_within_dates_typed_by_keyboard(open_tab: Open, scripts: bool) -> None:
    tab = open_tab(java_script_enabled=scripts)
    tab.goto("/")

    tab.get_by_role("link", name="Find words").click()
    field = tab.get_by_role("searchbox", name="These words, in this order")
    field.fill("painted before winter")
    field.press("Tab")
    tab.keyboard.type("10202023")
    tab.get_by_role("button", name="Find").click()
    tab.wait_for_url(re.compile("since=2023-10-20"))

    assert tab.locator("main h2").first.inner_text() == "6 places in 6 articles"
    assert tab.locator("mark").all_inner_texts() == ["painted before winter"] * 6
    assert tab.get_by_label("from this day on").input_value() == "2023-10-20"


def test_what_is_not_found_is_told_and_what_is_near_stands_apart(tab: Page) -> None:
    tab.goto("/")

    ask(tab, "What did Anna Lindqvist say about volcanoes?")

    assert tab.get_by_role("status").inner_text().startswith("Not found")
    assert "Answered" not in shown(tab)
    assert tab.locator("main h2").first.inner_text() == "Nearest, no answer"
    assert tab.locator("section.nearest blockquote").first.evaluate(
        "each => getComputedStyle(each).borderLeftStyle"
    ) == "dashed"  # fmt: skip


def test_an_answer_is_narrowed_down_to_a_day_and_asked_again(tab: Page) -> None:
    tab.goto(f"/ask?q={ASKED}")

    tab.get_by_label("from this day on").fill("2024-05-01")
    tab.get_by_role("button", name="Ask again").click()
    tab.wait_for_url(re.compile("since=2024-05-01"))

    heading(tab, ASKED)
    assert "Answered" not in shown(tab)


def test_a_long_article_is_read_page_by_page_without_a_gap(tab: Page) -> None:
    tab.goto("/find?q=day 1 of the trial")
    tab.get_by_role("link", name="In its article").first.click()
    heading(tab, LONG_TITLE)
    tab.get_by_role("link", name="The whole article").click()

    heading(tab, LONG_TITLE)
    text = tab.locator("article").text_content() or ""
    pages = 1
    while (more := tab.get_by_role("link", name="The next part")).count():
        before = tab.url
        more.click()
        tab.wait_for_url(lambda url, before=before: url != before)
        text += tab.locator("article").text_content() or ""
        pages += 1

    assert "".join(text.split()) == "".join(LONG_TEXT.split())
    assert pages > 1


def test_the_back_button_shows_the_answer_and_then_the_first_page_again(tab: Page) -> None:
    tab.goto("/")
    ask(tab, ASKED)
    answer = shown(tab)
    tab.get_by_role("link", name="In its article").first.click()
    heading(tab, "Council argues about the harbour")

    tab.go_back()
    heading(tab, ASKED)
    assert shown(tab) == answer
    assert tab.get_by_role("searchbox").input_value() == ASKED
    tab.go_back()
    heading(tab, re.compile("Who said what"))
    tab.go_forward()
    heading(tab, ASKED)


def test_an_address_shows_somebody_else_the_same(open_tab: Open) -> None:
    tab, other = open_tab(), open_tab(color_scheme="dark")
    tab.goto("/")
    ask(tab, "Lindqvist & Okafor on the harbour: 100% “sure”?")
    answer = tab.url
    tab.get_by_role("link", name="In its article").first.click()
    tab.wait_for_url(re.compile("/quote/"))

    for address in (answer, tab.url):
        tab.goto(address)
        other.goto(address)
        assert shown(other) == shown(tab)
        assert other.title() == tab.title()


def test_a_printed_answer_holds_all_quotes_and_nothing_to_click(tab: Page) -> None:
    from pypdfium2 import PdfDocument

    tab.goto("/ask?q=Who talked about the bus stop?")
    folded = tab.locator("details blockquote").all_text_contents()
    assert folded

    with PdfDocument(tab.pdf()) as paper:
        text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in paper)

    told = " ".join(text.split())
    assert "Ada Nyman" in told
    assert all(" ".join(each.split()) in told for each in folded)
    for none in ("Find words", "Ask the articles", "Narrow it down", "Skip to the content"):
        assert none not in told


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/nothing-here", "There is no such page"),
        ("/quote/7", "This cannot be asked"),
        ("/article/aaaaaaaaaa", "This is not in the archive"),
        ("/speaker/Zebulon Crake", "This is not in the archive"),
        ("/ask", "This cannot be asked"),
        (f"/ask?q={'a' * 1_001}", "This cannot be asked"),
        ("/find?q=%3F", "This cannot be asked"),
    ],
    ids=["page", "quote", "article", "speaker", "empty", "long", "no word"],
)
def test_an_error_says_so_and_leads_on(tab: Page, address: str, title: str) -> None:
    tab.goto(address)

    heading(tab, title)
    ask(tab, ASKED)
    tab.go_back()
    tab.locator("main").get_by_role("link", name="What is in the archive").click()
    heading(tab, re.compile("Who said what"))


def test_an_empty_question_is_not_sent(tab: Page) -> None:
    tab.goto("/")

    tab.get_by_role("button", name="Ask").click()

    assert tab.locator("#q:invalid").count() == 1
    assert tab.url.endswith("/")
