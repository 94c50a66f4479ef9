"""Write the quotes that answer a question as an Atom feed (RFC 4287), for programs that look in from time to time."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from bots.visible import visible, visible_line
from bots.web.addresses import ask_address, asked, feed_address
from bots.web.pages.page import Asked
from bots.wording import NO_SOURCE, begin_of, in_words, who
from qa.answering.topics.everything_on_topic import newest_first

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answers import Quote
    from qa.archive.protocol import View

MOST_ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"
_ROOM_FOR_TITLE = 100
# What `visible` leaves and XML cannot hold, even escaped.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")


def feed(request: Asked, answerer: Answerer, view: View) -> tuple[bytes, list[Quote]]:
    """Return the newest quotes that answer a question as a feed, and these quotes; what has no date is in none."""
    question = asked(request.parameters)
    found, _ = answerer.standing(question)
    shown = [quote for quote in newest_first(found) if quote.version.article.day][:MOST_ENTRIES]
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "title", visible_line(question))
    _add(root, "subtitle", "Quotes that answer this question, newest first; each is a slice of an article.")
    _add(root, "id", _name("question", question))
    _add(root, "updated", max(map(_moment, shown), default=_NEVER))
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", "Onrecord")
    _link(root, "self", request.site + feed_address(question))
    _link(root, "alternate", request.site + ask_address(question))
    for quote in shown:
        root.append(_entry(quote, request.site))
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True), shown


def _entry(quote: Quote, site: str) -> ElementTree.Element:
    article = quote.version.article
    entry = ElementTree.Element("entry")
    name = visible_line(who(quote))
    begin = visible_line(begin_of(quote, _ROOM_FOR_TITLE))
    _add(entry, "title", f"{name}: {begin}" if name else begin)
    _add(entry, "id", _name("quote", quote.id))
    _add(entry, "updated", _moment(quote))
    _add(entry, "published", _moment(quote))
    if name:
        _add(ElementTree.SubElement(entry, "author"), "name", name)
    _link(entry, "alternate", f"{site}/quote/{quote.id}")
    where = (
        article.source or NO_SOURCE,
        in_words(article.date),
        f"“{article.title}”" if article.title else "",
    )
    origin = visible_line(", ".join(part for part in where if part))
    _add(entry, "content", f"{visible(quote.text)}\n\n— {origin}", type="text")
    return entry


def _add(parent: ElementTree.Element, tag: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, tag, attributes).text = _NO_CHARACTER.sub("\ufffd", text)


def _link(parent: ElementTree.Element, rel: str, address: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": address})


def _name(kind: str, text: str) -> str:
    """Return a name that is always the same for a quote or a question, whatever the server is called."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"onrecord {kind} {text.encode('utf-8', 'replace').decode()}").urn


def _moment(quote: Quote) -> str:
    day = quote.version.article.day
    return _NEVER if day is None else f"{day.isoformat()}T00:00:00Z"
