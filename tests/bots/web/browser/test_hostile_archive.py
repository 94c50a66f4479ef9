"""An archive and questions full of markup, addresses and control characters: nothing of it is alive in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode

import pytest

from bots.visible import visible
from tests.bots.web.browser.hostile_texts import texts, write_hostile_articles
from tests.bots.web.browser.serving import served
from tests.bots.web.conftest import index
from tests.bots.web.test_every_page import ALLOWED

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.bots.web.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ARTICLES, PARAGRAPHS = 40, 120
ADDRESSES, IN_ADDRESS = 100, 40
ATTRIBUTES = {
    "action", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete", "charset", "cite", "class", "content",
    "data-citation", "datetime", "defer", "for", "height", "hidden", "href", "id", "lang", "max", "maxlength", "method",
    "min", "name", "open", "preserveaspectratio", "readonly", "rel", "required", "role", "rows", "src", "start",
    "tabindex", "title", "type", "value", "viewbox", "width", "x", "y",
}  # fmt: skip
"""All attributes that a template or the page's script writes."""
LIVE = r"""([tags, attributes]) => {
    const wrong = []
    const walk = document.createTreeWalker(document, NodeFilter.SHOW_ALL)
    while (walk.nextNode()) {
        const node = walk.currentNode
        if (node.nodeType === Node.ELEMENT_NODE) {
            if (!tags.includes(node.localName)) wrong.push(node.outerHTML)
            for (const each of node.attributes)
                if (!attributes.includes(each.name.toLowerCase())) wrong.push(`${node.localName} ${each.name}`)
            for (const name of ["href", "action", "cite", "src"])
                if (node.hasAttribute(name)) {
                    const { origin, protocol } = new URL(node.getAttribute(name), document.baseURI)
                    const own = origin === location.origin
                    const source = ["a", "blockquote"].includes(node.localName) && /^https?:$/.test(protocol)
                    if (!own && !source) wrong.push(node.outerHTML)
                    if (!own && node.localName === "a" && node.rel !== "noreferrer") wrong.push(node.outerHTML)
                }
        } else if (![Node.TEXT_NODE, Node.DOCUMENT_TYPE_NODE].includes(node.nodeType)) wrong.push(node.nodeName)
    }
    const hidden = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\u{e0041}/u
    const html = document.documentElement.outerHTML, found = hidden.exec(html)
    if (found) wrong.push(`a hidden character: ${JSON.stringify(html.slice(found.index - 40, found.index + 40))}`)
    if (window.ran !== undefined) wrong.push("a script ran")
    return wrong
}"""
"""What of a page no template wrote."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile_articles(folder / "news", articles=ARTICLES, paragraphs=PARAGRAPHS)
    index(folder / "library", folder / "news", encoder)
    with served(folder / "library") as address:
        yield address


def assert_nothing_lives(tab: Page) -> None:
    assert tab.evaluate(LIVE, [sorted(ALLOWED), sorted(ATTRIBUTES)]) == [], tab.url
    assert tab.locator("main").count() == tab.locator("footer").count() == 1


def without_space(text: str) -> str:
    return "".join(text.split())


def pages_from(tab: Page, address: str, link: str) -> Iterator[None]:
    """Go to an address, and from there on by a link as long as there is one."""
    tab.goto(address)
    yield
    while (more := tab.get_by_role("link", name=link)).count():
        tab.goto(more.get_attribute("href") or "")
        yield


def test_thousands_of_hostile_texts_in_articles_are_shown_as_they_are(tab: Page, site: str) -> None:
    records = tab.context.request.get("/speaker/Olga Brandt.json").json()["quotes"]
    uids = {each["id"][:10] for each in records}
    for start in range(20, ARTICLES * PARAGRAPHS, 20):
        records = tab.context.request.get(f"/speaker/Olga Brandt.json?from={start}").json()["quotes"]
        uids |= {each["id"][:10] for each in records}
        if not records:
            break
    read = 0
    for uid in sorted(uids):
        article = tab.context.request.get(f"/article/{uid}.json").json()
        tab.goto(f"/article/{uid}")
        assert_nothing_lives(tab)
        shown = tab.locator("article").text_content() or ""
        assert without_space(shown) == without_space(visible(article["text"]))
        title, heading = article["article"]["title"], tab.locator("h1").text_content() or ""
        assert not title or without_space(heading) == without_space(visible(title))
        read += PARAGRAPHS

    assert read == ARTICLES * PARAGRAPHS


def test_thousands_of_hostile_texts_in_addresses_stay_in_their_fields(tab: Page) -> None:
    made = texts(ADDRESSES * IN_ADDRESS, seed=2)
    for number in range(ADDRESSES):
        some = [each.strip() for each in made[number * IN_ADDRESS : (number + 1) * IN_ADDRESS]]
        some = [each for each in some if each]
        tab.goto(f"/find?{urlencode([('q', some[0] + ' lantern'), *(('source', each) for each in some)])}")
        assert_nothing_lives(tab)
        fields = tab.locator("input[name=source]").evaluate_all("all => all.map(each => each.value)")
        # A field holds one line.
        assert [without_space(each) for each in fields] == [without_space(visible(each)) for each in some]


@pytest.mark.parametrize(
    "address",
    [
        "/ask?q=",
        "/compare?who=Olga Brandt&who=",
        "/timeline?who=",
        "/brief?about=",
        "/speaker/",
        "/quote/",
        "/",
    ],
)
def test_hostile_words_are_echoed_as_text(tab: Page, address: str) -> None:
    for text in texts(12, seed=3):
        tab.goto(address + percent_encoded(text, safe=""))
        assert_nothing_lives(tab)


def test_hostile_quotes_are_listed_and_marked_as_text(tab: Page) -> None:
    for address, link in (
        ("/speaker/Olga Brandt", "Older quotes"),
        ("/timeline?who=Olga Brandt", "Later quotes"),
    ):
        for _ in pages_from(tab, address, link):
            assert_nothing_lives(tab)
    for address in (
        "/",
        "/latest",
        "/speakers",
        "/find?q=the lantern",
        "/ask?q=What did Olga Brandt say about the lantern?",
    ):
        tab.goto(address)
        assert_nothing_lives(tab)
    quotes = tab.locator("figcaption a[href^='/quote/']").evaluate_all("all => all.map(each => each.href)")
    for address in quotes:
        tab.goto(address)
        assert_nothing_lives(tab)
        assert tab.locator("mark#quote").count() == 1
        tab.goto(address.replace("/quote/", "/verify/"))
        assert_nothing_lives(tab)


def test_a_hostile_draft_comes_back_as_text(open_tab: Open) -> None:
    tab = open_tab()
    draft = "\n\n".join(
        f"“{text} and the lantern,” Olga Brandt said." if place % 5 == 0 else text
        for place, text in enumerate(texts(600, seed=4))
    )
    # A field for text keeps neither.
    draft = draft.replace("\x00", "").replace("\r", "")
    tab.goto("/check")

    tab.get_by_label("The draft").fill(draft)
    tab.get_by_role("button", name="Check").click()
    tab.get_by_role("heading", name="The draft, with what was found").wait_for()

    assert_nothing_lives(tab)
    back = tab.get_by_label("The draft").input_value()
    assert without_space(back) == without_space(visible(draft))
