"""Make text fit for a tokenizer."""

from __future__ import annotations

import re

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def well_formed(text: str) -> str:
    """Replace characters that have no UTF-8 form, one for one, so that offsets stay right."""
    return _LONE_SURROGATE.sub("\ufffd", text)
