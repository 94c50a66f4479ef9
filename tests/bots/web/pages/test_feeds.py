from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from tests.bots.web.conftest import HOSTILE, HOSTILE_QUESTION, Browse, index
from tests.bots.web.test_pages import ASKED, data, page

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
EVERYTHING = "What did Anna Lindqvist say?"


def feed(client: TestClient, question: str) -> ElementTree.Element:
    reply = client.get("/feed.atom", params={"q": question})
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"] == "application/atom+xml"
    return ElementTree.fromstring(reply.content)


def texts(root: ElementTree.Element, tag: str) -> list[str]:
    return [each.text or "" for each in root.findall(f"{ATOM}{tag}")]


def links(root: ElementTree.Element) -> dict[str, str]:
    return {each.attrib["rel"]: each.attrib["href"] for each in root.findall(f"{ATOM}link")}


def test_the_quotes_that_answer_are_entries_newest_first(client: TestClient) -> None:
    root = feed(client, EVERYTHING)
    entries = root.findall(f"{ATOM}entry")

    assert root.tag == f"{ATOM}feed"
    assert texts(root, "title") == [EVERYTHING]
    updated = [texts(each, "updated")[0] for each in entries]
    assert updated == sorted(updated, reverse=True)
    assert updated[0] == "2024-05-20T00:00:00Z" == texts(root, "updated")[0]
    content = [texts(each, "content")[0] for each in entries]
    assert "the living room of the town" in content[0]
    assert "\n\n— Inland Post, 20 May 2024" in content[0]
    assert "The harbour must stay open" in content[-1]
    assert entries[0].find(f"{ATOM}author/{ATOM}name").text == "Anna Lindqvist (partly in their own words)"  # type: ignore[union-attr]
    for each in entries:
        assert page(client, links(each)["alternate"]).one("mark").text
    assert page(client, links(root)["alternate"]).one("h1").text == EVERYTHING
    assert (
        client.get(links(root)["self"]).content == client.get("/feed.atom", params={"q": EVERYTHING}).content
    )


def test_an_entry_has_the_same_id_for_ever(client: TestClient, town: Path, browse: Browse) -> None:
    ids = [texts(each, "id")[0] for each in feed(client, EVERYTHING).findall(f"{ATOM}entry")]
    other = [texts(each, "id")[0] for each in feed(browse(town / "library"), ASKED).findall(f"{ATOM}entry")]

    assert len(set(ids)) == len(ids)
    assert set(other) <= set(ids)
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_a_hostile_article_is_text_in_a_feed(client: TestClient) -> None:
    root = feed(client, HOSTILE_QUESTION)
    (entry,) = root.findall(f"{ATOM}entry")

    assert {each.tag for each in root.iter()} == {
        f"{ATOM}{name}"
        for name in (
            "feed", "title", "subtitle", "id", "updated", "author", "name", "link", "entry", "published", "content",
        )
    }  # fmt: skip
    (content,) = entry.findall(f"{ATOM}content")
    assert content.attrib == {"type": "text"}
    assert "“<script>alert('quote')</script> the lighthouse is painted" in (content.text or "")
    assert HOSTILE["source"] in (content.text or "")


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path, browse: Browse, encoder: Any) -> None:
    (tmp_path / "news").mkdir()
    text = "“The pier \ufffe\uffff\x0c\x00]]> stays shut until the inspector comes,” Ada Quill said.\n"
    head = "---\ntitle: Pier\ndate: 2024-01-10\n---\n"
    (tmp_path / "news" / "a.md").write_text(head + text, encoding="utf-8")
    (tmp_path / "news" / "undated.txt").write_text(text.replace("pier", "quay"), encoding="utf-8")
    index(tmp_path / "library", tmp_path / "news", encoder)

    root = feed(browse(tmp_path / "library"), "What did Ada Quill say? \x0c\ufffe")

    contents = [texts(each, "content")[0] for each in root.findall(f"{ATOM}entry")]
    assert len(contents) == 1
    assert "]]> stays shut" in contents[0]
    assert "quay" not in contents[0]


def test_a_question_without_an_answer_has_an_empty_feed(client: TestClient) -> None:
    assert not feed(client, "What did Zebulon Crake say about volcanoes?").findall(f"{ATOM}entry")


def test_a_feed_needs_a_question(client: TestClient, quote_of: Callable[[str], str]) -> None:
    assert "The question is empty" in page(client, "/feed.atom", 400).text
    assert data(client, "/feed.atom.json", 404)["error"]["code"] == "not_found"
