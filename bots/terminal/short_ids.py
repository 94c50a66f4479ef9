"""Give quotes on the screen short ids, and remember beside the library which quotes these are: "qa show q7k2m4a".

A quote's id says where its words stand, in up to forty characters. A short id is made of the whole one, so that the
same quote always has the same; which id it is made of is known for the quotes that were shown last.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from base64 import b32encode
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from qa.errors import NotFoundError

FILE = "shown_quotes.json"
KEPT = 2_000
"""How many quotes are remembered, the last ones."""
_SHORT = re.compile(r"q[a-z2-7]{6}")
_PRIVATE = 0o600


def short_id(quote_id: str) -> str:
    """Return the short id of a quote."""
    digest = hashlib.sha256(quote_id.encode("utf-8", "surrogatepass")).digest()
    return "q" + b32encode(digest).decode("ascii").lower()[:6]


def remember(own: Path, quote_ids: Iterable[str]) -> bool:
    """Store which quotes were shown; return whether their short ids are known from now on.

    Args:
        own: The folder of what is kept beside the library.
    """
    ids = dict.fromkeys(quote_ids)
    if len(ids) > KEPT:
        return False
    path = own / FILE
    kept = [each for each in _remembered(own) if each not in ids]
    # The library's writer deletes files of this form, should the process end in between.
    beside = own / f".{FILE}.{os.getpid()}.tmp"
    with suppress(OSError):
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE), "w") as file:
            json.dump([*kept, *ids][-KEPT:], file)
        beside.replace(path)
        return True
    return False


def quote_id(own: Path, named: str) -> str:
    """Return the whole id for a short one; anything else as it is.

    Raises:
        NotFoundError: If no quote with this short id was shown lately, or more than one.
    """
    if not _SHORT.fullmatch(named):
        return named
    found = [each for each in _remembered(own) if short_id(each) == named]
    if len(found) != 1:
        raise NotFoundError(
            f"No quote {named} was shown here lately. Ask again, or give the whole id: `qa ask -v` prints it."
        )
    return found[0]


def _remembered(own: Path) -> list[str]:
    try:
        rows = json.loads((own / FILE).read_text(encoding="ascii"))
    except (OSError, ValueError, RecursionError):
        # It is a convenience: where it cannot be read, the whole id works.
        return []
    return [each for each in rows if isinstance(each, str)] if isinstance(rows, list) else []
