"""Parse a mail: its plain text, else its HTML; a newsletter's headers say who publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import getaddresses

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.markup import BROKEN, SHOWN_BROKEN, decoded, plain_text, tree_of
from qa.reading.parsing.wrapped import unwrapped
from qa.reading.stories import Remark, Story

MAX_DEPTH = 20
"""Most levels of parts within parts: a mail of ten thousand levels takes Python's parser minutes."""

_HEADER = re.compile(rb"(?:From |[!-9;-~]+[ \t]*:)")
_LIST_NAME = re.compile(r"\s*\"?([^\"<]*?)\"?\s*<[^>]*>\s*", re.DOTALL)


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the article of a mail, and what is wrong with it."""
    if not _HEADER.match(data.lstrip(b"\r\n\xef\xbb\xbf")):
        raise Unusable("it does not begin like a mail", ProblemKind.BROKEN)
    message = message_of(data)
    text, remark = _text(message)
    if not text.strip():
        raise Unusable("it has no text", ProblemKind.EMPTY)
    if remark:
        yield Remark(remark)
    yield Story(
        text,
        title=header(message, "Subject"),
        date=header(message, "Date"),
        source=_source(message),
        author=_author(message),
        # A mail in a mailbox is named by its own id; a mail in a file of its own, by the file.
        part=header(message, "Message-ID").strip("<> ") if "part" in hints else "",
    )


def message_of(data: bytes) -> EmailMessage:
    """Parse a message. Python's parser never fails: it notes defects.

    Raises:
        Unusable: If parts are nested too deeply.
    """
    message = BytesParser(policy=policy.default).parsebytes(data.lstrip(b"\r\n\xef\xbb\xbf"))
    depth = 0
    part = message
    while part.is_multipart() and isinstance(payload := part.get_payload(), list) and payload:
        depth += 1
        if depth > MAX_DEPTH:
            raise Unusable("its parts are nested too deeply", ProblemKind.BROKEN)
        part = payload[0]  # type: ignore[assignment]
    return message


def header(message: EmailMessage, name: str) -> str:
    """Return a header's words; those of a broken header, which Python's parser may fail on, undecoded."""
    try:
        value = message.get(name)
        return " ".join(str(value).split()) if value is not None else ""
    except Exception:  # defects in headers raise all kinds of errors
        raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
        return " ".join(str(raw).split())


def _text(message: EmailMessage) -> tuple[str, str]:
    """Return a message's text, and a remark on it ("" if there is none)."""
    plain = message.get_body(preferencelist=("plain",))
    if plain is not None:
        text, remark = _content(plain)
        if text.strip():
            return unwrapped(text, flowed=plain.get_param("format") == "flowed"), remark
    page = message.get_body(preferencelist=("html",))
    if page is None:
        return "", ""
    payload = _payload(page)
    return plain_text(tree_of(decoded(payload, str(page.get_content_charset() or "")))), ""


def _content(part: MIMEPart) -> tuple[str, str]:
    payload = _payload(part)
    charset = str(part.get_content_charset() or "")
    text = decoded(payload, charset)
    return text, SHOWN_BROKEN if BROKEN in text else ""


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _author(message: EmailMessage) -> str:
    named = [name.strip() or address for name, address in _senders(message)]
    return ", ".join(filter(None, named))


def _source(message: EmailMessage) -> str:
    """Return the mailing list's name, else the domain of its sender; a mail between people has no source."""
    listed = header(message, "List-Id")
    if (match := _LIST_NAME.fullmatch(listed)) and match[1].strip():
        return match[1].strip()
    if not listed and not header(message, "List-Unsubscribe"):
        return ""
    domains = {address.rpartition("@")[2].lower() for _, address in _senders(message)}
    return domains.pop() if len(domains) == 1 else ""


def _senders(message: EmailMessage) -> list[tuple[str, str]]:
    return getaddresses([header(message, "From")])
