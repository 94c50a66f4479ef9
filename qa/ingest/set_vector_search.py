"""Say how a library on a server compares vectors: each with a question, or by an approximate index."""

from __future__ import annotations

from dataclasses import dataclass

from qa.errors import UsageError
from qa.ingest.libraries import open_writer, require_library
from qa.settings import LibraryPlace, ServerLibrary


@dataclass(frozen=True, slots=True)
class VectorSearchSet:
    """What was set, whether the index is used now, and why it is or is not."""

    vector_search: str
    uses_index: bool
    why: str


def set_vector_search(library: LibraryPlace, typed: str) -> VectorSearchSet:
    """Let a library compare vectors as typed, and make or delete the index at once, if this role may.

    Args:
        typed: "exact", "hnsw" or "auto".

    Raises:
        NoIndexError: If there is no library.
        UsageError: If nothing like that can be set, or the library is in a folder.
        LibraryBusyError: While another process writes to the library.
    """
    if not isinstance(library, ServerLibrary):
        raise UsageError(
            "A library in a folder chooses by its size how vectors are compared: --vectors is for one on a server, "
            "with --library postgresql://..."
        )
    from qa.server.connections import reading  # here, as below: it needs a package of an extra
    from qa.server.vector_index import KEY, rule_from, vector_search

    rule = rule_from(typed)
    require_library(library)
    with open_writer(library) as writer:
        with writer.transaction():
            writer.set_meta(KEY, rule)
        if writer.index.is_due():
            writer.index.publish()
    with reading(library) as connection:
        search = vector_search(connection)
    return VectorSearchSet(search.rule, search.uses_index, search.why)
