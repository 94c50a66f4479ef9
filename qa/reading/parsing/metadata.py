"""Read the details that a web page gives of itself: JSON-LD first, then meta elements; nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, TypedDict
from urllib.parse import urljoin, urlsplit

from lxml import html

from qa.reading.dated_names import day_in_url
from qa.reading.dates import normalised


class Details(TypedDict):
    """What a page says of its article; "" where it says nothing."""

    title: str
    date: str
    source: str
    url: str
    author: str


_DATES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article.published",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date",
    "date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "title")
_SOURCES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_AUTHORS = ("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
            "dcterms.creator", "byl")  # fmt: skip
_LONGEST = 1000
# Pages that may be read as XML hide what is no markup: "//<![CDATA[" ... "//]]>".
_CDATA = re.compile(
    r"\A\s*(?:(?://|/\*)\s*)?<!\[CDATA\[(?:\s*\*/)?|(?:(?://|/\*)\s{0,9})?\]\]>(?:\s*\*/)?\s*\Z"
)
_WHOLE_TITLE = 4
"""Words of four letters or more that a window's title has at least if it is that of an article."""
_SITE_AT_END = re.compile(r"(.*\S)\s+[-–—|·•:]\s+([^|]+)", re.DOTALL)


def details(tree: html.HtmlElement, url: str = "") -> Details:
    """Return title, date, source, address and author as the page gives them. `url` is where it came from."""
    meta = _meta(tree)
    canonical = _address(tree, meta, url)
    linked = _linked_data(tree, canonical)
    dates = [str(linked.get("datePublished") or ""), *_named(meta, _DATES), *_times(tree)]
    source = _first(*_named(meta, _SOURCES[:1]), _name(linked.get("publisher")), *_named(meta, _SOURCES[1:]))
    if _is_address(source):
        source = _host(source if "://" in source else f"//{source}")
    source = source or _host(canonical)
    day = _local(next((each for each in dates if normalised(each)), ""), day_in_url(canonical))
    return Details(
        title=_without_site(
            _first(
                _text(linked.get("headline")), *_named(meta, _TITLES), _heading(tree), _window_title(tree)
            ),
            source,
        ),
        # A date that is given but not clear is passed on, so that the report can say so.
        date=day or next(filter(None, dates), ""),
        source=source,
        url=canonical,
        author=_first(_name(linked.get("author")), *(a for a in _named(meta, _AUTHORS) if "://" not in a)),
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """Return the contents of meta elements by name, in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content[:_LONGEST])
    return found


def _named(meta: dict[str, str], names: tuple[str, ...]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _times(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter():
        if element.get("itemprop") == "datePublished" or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            yield (element.get("datetime") or element.get("content") or "").strip()


def _local(given: str, in_address: str) -> str:
    """Prefer the day in the address to a moment in universal time that is one day before or after it.

    The address has the paper's own day: an evening in New York is the next day in universal time.
    """
    found = normalised(given) if given else None
    if found is None or not in_address:
        return given or in_address
    apart = date.fromisoformat(found[:10]) - date.fromisoformat(in_address)
    return in_address if found.endswith("+00:00") and abs(apart.days) == 1 else given


def _heading(tree: html.HtmlElement) -> str:
    """Return the only h1 of a page, unless it shares no word with the window's title: it then names a section."""
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    if len(headings) != 1:
        return ""
    window = _words(_window_title(tree))
    return "" if len(window) >= _WHOLE_TITLE and not window & _words(headings[0]) else headings[0]


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w{4,}", title.casefold()))


def _without_site(title: str, source: str) -> str:
    """Cut the name of the site from a title's end: "Mayor resigns | The Dene Courier"."""
    match = _SITE_AT_END.fullmatch(title) if source and len(title) <= _LONGEST else None
    return match[1] if match and match[2].casefold() == source.casefold() else title


def _window_title(tree: html.HtmlElement) -> str:
    return next((" ".join(element.text_content().split()) for element in tree.iter("title")), "")


def _address(tree: html.HtmlElement, meta: dict[str, str], url: str) -> str:
    """Return the address that the page gives as its own, if it is a web address; else the one it came from."""
    links = [
        element.get("href") or ""
        for element in tree.iter("link")
        if (element.get("rel") or "").lower() == "canonical"
    ]
    for link in [*links, meta.get("og:url", "")]:
        try:
            address = urljoin(url, link.strip()) if link else ""
            if urlsplit(address).scheme in {"http", "https"} and urlsplit(address).hostname:
                return address
        except ValueError:
            continue
    return url


def _is_address(name: str) -> bool:
    return "://" in name or name.casefold().startswith("www.")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _linked_data(tree: html.HtmlElement, url: str) -> dict[str, Any]:
    """Return the JSON-LD of the page's article; an empty dict where several articles could be meant."""
    articles = []
    for element in tree.iter("script"):
        if (element.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            articles += [
                each
                for each in _objects(json.loads(_CDATA.sub("", element.text or ""), strict=False))
                if _is_article(each)
            ]
        except (ValueError, RecursionError):
            continue
    if len(articles) > 1:
        articles = [
            each for each in articles if url and url in (each.get("url"), _id(each.get("mainEntityOfPage")))
        ]
    return articles[0] if len({str(each.get("datePublished")) for each in articles}) == 1 else {}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            if isinstance(each, dict):
                yield from _objects(each)
    elif isinstance(value, dict):
        yield value
        if isinstance(value.get("@graph"), list):
            yield from (each for each in value["@graph"] if isinstance(each, dict))


def _is_article(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in kinds
    )


def _id(value: Any) -> Any:
    return value.get("@id") if isinstance(value, dict) else value


def _name(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    names = [_text(each.get("name") if isinstance(each, dict) else each) for each in values]
    return ", ".join(name for name in names if name and "://" not in name)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _first(*values: str) -> str:
    return next((value for value in values if value), "")
