"""Find out what kind of content an answer holds, mostly from its bytes: the type that a sender names is often wrong."""

from __future__ import annotations

import re
from email.message import Message
from typing import Literal

ContentKind = Literal["feed", "html", "pdf", "text", "other"]

_HEAD = 4096
_PROLOGUE = re.compile(
    rb"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>)*", re.DOTALL | re.IGNORECASE
)
_FEED = re.compile(rb"<(?:rss|feed|(?:\w{1,10}:)?RDF)[\s>]")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|h1|article)\b", re.IGNORECASE)
_MARKS = b"\xef\xbb\xbf\xff\xfe"


def kind_of(body: bytes, content_type: str) -> ContentKind:
    """Return the kind of an answer's content, by its first bytes and then by its Content-Type."""
    named = _named(content_type)
    # In UTF-16 every second byte of a tag is zero.
    head = body[:_HEAD].lstrip(_MARKS).replace(b"\x00", b"")
    if head.lstrip().startswith(b"%PDF-"):
        return "pdf"
    start = _PROLOGUE.match(head)
    root = head[start.end() :] if start else head
    if _FEED.match(root) or (("rss" in named or "atom" in named) and root.startswith(b"<")):
        return "feed"
    if _HTML.match(root) or _HTML.match(head.lstrip()):
        return "html"
    if named in {"text/html", "application/xhtml+xml"}:
        return "html"
    # Last, since a server that does not know a file's type calls it one of these.
    return "text" if named in {"text/plain", "text/markdown", "text/x-markdown"} else "other"


def charset_of(content_type: str) -> str:
    """Return the encoding that a Content-Type names, "" if none."""
    message = Message()
    message["Content-Type"] = " ".join(content_type[:200].split())
    return message.get_content_charset("")


def _named(content_type: str) -> str:
    return content_type.split(";", 1)[0].strip().lower()
