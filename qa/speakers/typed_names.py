"""Check a speaker's name that a person typed to be kept: it is shown and linked as if an article had it."""

from __future__ import annotations

from qa.errors import UsageError
from qa.speakers.names import group_key, parse_person

LONGEST = 200
"""The most characters of a name."""


def typed_name(typed: str) -> str:
    """Return a typed name with single spaces.

    Raises:
        UsageError: If it has no word, is too long, or holds characters that cannot be seen.
    """
    name = " ".join(typed.split())
    # Names too long to be shown in a message are not.
    if len(name) > LONGEST:
        raise UsageError(f"A name has at most {LONGEST} characters, and this one has {len(name):,}.")
    if not name.isprintable():
        raise UsageError(f"{name!r} holds characters that cannot be seen, so it is no name.")
    if not group_key(name) or not parse_person(name).surname:
        raise UsageError(f"{name!r} is no name: it has no word.")
    return name
