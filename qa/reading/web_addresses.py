"""Recognise a web address in a piece of text."""

from __future__ import annotations

import re

_WEB = re.compile(r"\s*[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text that a person typed is a web address and not a path. "https:/" is a path."""
    return _WEB.match(text) is not None
