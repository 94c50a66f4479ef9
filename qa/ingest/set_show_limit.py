"""Say how much of a library's articles may be shown."""

from __future__ import annotations

from qa.archive import show_limit
from qa.ingest.libraries import open_writer, require_library
from qa.settings import LibraryPlace


def set_show_limit(library: LibraryPlace, typed: str) -> int | None:
    """Let a library show as much of its articles as typed, and return how many sentences around a quote that is.

    Args:
        typed: "whole", "quotes", or a number of sentences around a quote.

    Raises:
        NoIndexError: If there is no library.
        UsageError: If nothing like that can be set.
        LibraryBusyError: While another process writes to the library.
    """
    rule = show_limit.rule_from(typed)
    require_library(library)
    with open_writer(library) as writer, writer.transaction():
        if rule == show_limit.WHOLE:
            writer.drop_meta(show_limit.KEY)
        else:
            writer.set_meta(show_limit.KEY, rule)
    return show_limit.sentences_from(rule)
