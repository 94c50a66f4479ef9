"""What a tokenizer can take."""

from __future__ import annotations

import re

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def well_formed(text: str) -> str:
    """Replace what has no UTF-8 form, one character for one, so that offsets stay true."""
    return _LONE_SURROGATE.sub("\ufffd", text)
