"""Parse web pages saved as one file (.mht, .mhtml): the page itself; pictures and styles are ignored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.html import story
from qa.reading.parsing.mail import header, message_of
from qa.reading.parsing.markup import decoded
from qa.reading.stories import Remark, Story


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the article of the first page in the file."""
    message = message_of(data)
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(payload, bytes):
            address = header(message, "Snapshot-Content-Location") or str(part.get("Content-Location", ""))
            # A saved page may name a place on the disk it was saved from.
            url = address if address.startswith(("http://", "https://")) else ""
            yield story(decoded(payload, str(part.get_content_charset() or "")), url)
            return
    raise Unusable("there is no web page in it", ProblemKind.BROKEN)
