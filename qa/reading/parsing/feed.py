"""Parse RSS and Atom feeds: a story for each entry, with an empty text where only the linked page has the text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from qa.reading.dates import normalised
from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.markup import plain_text, tree_of
from qa.reading.stories import Remark, Story

LONG = 1500
"""Characters that a summary needs to be taken for the whole text: blogs put it there."""

MAX_ENTRIES = 10_000
"""Entries of a feed that are read. Parsing takes a millisecond for each or more, and feeds begin with the newest."""

_LONGEST_ID = 1000
_ENTRY_ENDS = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_MARKUP = re.compile(r"[<&]")
_MAIL_AND_NAME = re.compile(r"\S{1,200}@\S{1,200}\s+\((.{1,200})\)")
_MONTH = re.compile(r"[A-Za-z]{3}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the entries in the feed's order. `part` is the entry's own id, else its link, else a hash."""
    import feedparser

    data, left_out = _shortened(data)
    charset = hints.get("charset", "")
    # Bytes in a stream, since feedparser would open a text as a file or an address. It does not resolve addresses
    # against the feed's own, because it takes guids for addresses too, and those must stay as they are.
    feed = feedparser.parse(
        BytesIO(data),
        response_headers={
            "content-type": f"application/xml; charset={charset}" if charset else "application/xml"
        },
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not feed.version and not feed.entries:
        raise Unusable("it is not a feed that can be read", ProblemKind.BROKEN)
    if isinstance(feed.get("bozo_exception"), SyntaxError | _sax_error()):
        yield Remark("it is not well-formed XML: what can be recovered is read")
    if left_out:
        yield Remark(f"it has more than {MAX_ENTRIES:,} entries: {left_out:,} after these are not read")
    source = _line(feed.feed.get("title_detail"))
    for number, entry in enumerate(feed.entries, start=1):
        story = _story(entry, source, hints.get("url", ""))
        if story is None:
            yield Remark(f"its entry {number} has neither a link nor a text")
        else:
            yield story


def _shortened(data: bytes) -> tuple[bytes, int]:
    """Take the entries beyond the limit out of a feed; return the rest, and how many they were."""
    ends = [match.end() for match in _ENTRY_ENDS.finditer(data)]
    if len(ends) <= MAX_ENTRIES:
        return data, 0
    # What follows the last entry closes the feed.
    return data[: ends[MAX_ENTRIES - 1]] + data[ends[-1] :], len(ends) - MAX_ENTRIES


def _sax_error() -> type[Exception]:
    from xml.sax import SAXException

    return SAXException


def _story(entry: Any, source: str, base: str) -> Story | None:
    link = _link(entry, base)
    text = _text(entry, alone=not link)
    if not link and not text:
        return None
    title = _line(entry.get("title_detail"))
    identity = str(entry.get("id") or "").strip() or link or _hash(title, text)
    published, updated = _date(entry, "published"), _date(entry, "updated")
    return Story(
        text,
        title=title,
        date=published or updated,
        source=source,
        url=link,
        author=_author(entry),
        part=identity if len(identity) <= _LONGEST_ID else _hash(identity),
        updated=updated,
    )


def _link(entry: Any, base: str) -> str:
    link = str(entry.get("link") or "").strip()
    try:
        whole = urljoin(base, link) if link else ""
    except ValueError:
        return ""
    # "javascript:" leads nowhere.
    return whole if whole.lower().startswith(("http://", "https://")) else ""


def _text(entry: Any, *, alone: bool) -> str:
    contents = entry.get("content") or []
    texts = [_plain(content) for content in contents]
    if any(texts):
        return max(texts, key=len)
    summary = _plain(entry.get("summary_detail"))
    return summary if alone or len(summary) >= LONG else ""


def _plain(detail: Any) -> str:
    """Return the plain text of what feedparser calls a detail: a value and its type."""
    value = str((detail or {}).get("value") or "")
    if not value.strip():
        return ""
    if detail.get("type") == "text/plain" or not _MARKUP.search(value):
        return value.strip()
    try:
        return plain_text(tree_of(value))
    except Unusable:
        # One entry without use is no reason to lose the others.
        return ""


def _line(detail: Any) -> str:
    return " ".join(_plain(detail).split())


def _author(entry: Any) -> str:
    """Return the author's name alone: RSS has "ann@paper.example (Ann Reporter)", which feedparser divides badly."""
    given = str(entry.get("author") or "").strip()
    if match := _MAIL_AND_NAME.fullmatch(given):
        return match[1].strip()
    detail = entry.get("author_detail") or {}
    return given if "@" not in given else str(detail.get("name") or given)


def _date(entry: Any, name: str) -> str:
    """Return a date as the entry gives it, or as feedparser reads it where that can only mean one day."""
    given = str(entry.get(name) or "").strip()
    parsed = entry.get(f"{name}_parsed")
    if normalised(given) or not parsed or not (_MONTH.search(given) and _YEAR.search(given)):
        return given
    year, month, day, hour, minute, second = parsed[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}+00:00"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
