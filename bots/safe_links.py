"""Tell which addresses of articles may become links: an article may hold any text in their place."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LINK = re.compile(r"https?://[!-~]+")


def safe_link(address: str) -> str | None:
    """Return an article's address if it may be linked: http or https, ASCII, without a user name or password."""
    if not _LINK.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or parts.username is not None or parts.password is not None or set('<>"`\\') & set(address):
        return None
    return address
