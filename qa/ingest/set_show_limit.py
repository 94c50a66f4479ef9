"""Say how much of a library's articles may be shown."""

from __future__ import annotations

from pathlib import Path

from qa.archive import show_limit
from qa.embedded.database import is_library
from qa.embedded.writer import open_writer
from qa.errors import NoIndexError
from qa.ingest.give import NO_LIBRARY


def set_show_limit(folder: Path, typed: str) -> int | None:
    """Let a library show as much of its articles as typed, and return how many sentences around a quote that is.

    Args:
        typed: "whole", "quotes", or a number of sentences around a quote.

    Raises:
        NoIndexError: If there is no library.
        UsageError: If nothing like that can be set.
        LibraryBusyError: While another process writes to the library.
    """
    rule = show_limit.rule_from(typed)
    if not is_library(folder):
        raise NoIndexError(NO_LIBRARY.format(folder))
    with open_writer(folder) as writer:
        if rule == show_limit.WHOLE:
            writer.drop_meta(show_limit.KEY)
        else:
            writer.set_meta(show_limit.KEY, rule)
    return show_limit.sentences_from(rule)
