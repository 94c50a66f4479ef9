"""Open an archive, for reading, for asking, or for understanding alone.

The one place above `qa.embedded` and `qa.server` that chooses an engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from qa.settings import LibraryPlace, ServerLibrary

if TYPE_CHECKING:
    # Each of them takes longer to import than most commands need it for.
    from qa.answering.answerer import Answerer
    from qa.answers import Understanding
    from qa.archive.protocol import Archive
    from qa.conversation.earlier.turns import Conversation
    from qa.speakers.known import KnownSpeakers

Understands = Callable[[str, "Conversation | None"], "Understanding"]
"""A function that understands a question in its conversation."""


def open_archive(library: LibraryPlace, *, late_blame: bool = False) -> Archive:
    """Open a library for reading.

    Args:
        late_blame: After an unexpected error, look for damage in a folder on a thread of its own, once: for what
            goes on running.

    Raises:
        NoIndexError: If there is none.
        DamagedIndexError: If it is not whole, or newer than this program.
        UnreachableError: If the server that keeps it does not answer.
    """
    if isinstance(library, ServerLibrary):
        from qa.server.snapshot import ServerArchive

        return ServerArchive.open(library)
    from qa.embedded.snapshot import Library

    return Library.open(library, late_blame=late_blame)


def open_answerer(
    library: LibraryPlace,
    *,
    model: str | None = None,
    allow_download: bool = False,
    today: date | None = None,
) -> Answerer:
    """Open a library for asking. The encoder and the reader of passages are loaded when they are first needed.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If it is not whole.
    """
    from qa.answering.answerer import Answerer
    from qa.encoding import open_encoder, open_span_reader

    return Answerer(
        open_archive(library),
        lambda: open_encoder(model, allow_download=allow_download),
        open_span_reader,
        today=today,
    )


@contextmanager
def open_understanding(library: LibraryPlace | None, *, today: date) -> Iterator[Understands]:
    """Open a function that understands a question in its conversation, without answering it.

    Args:
        library: The library whose speakers and outlets count; with None, a name stays as it was typed.

    Raises:
        NoIndexError: If a folder is given that holds no library.
    """
    if library is None:
        from qa.speakers.known import ListedSpeakers
        from qa.understanding.understand import understand

        nobody = ListedSpeakers()
        yield _with(nobody, lambda text: understand(text, today=today, speakers=nobody, sources=()))
        return
    from qa.answering.understood_in_archive import understood_in

    with open_archive(library) as opened, opened.snapshot() as snapshot:
        yield _with(snapshot, lambda text: understood_in(snapshot, text, today))


def _with(speakers: KnownSpeakers, alone: Callable[[str], Understanding]) -> Understands:
    from qa.conversation.followups import follow

    return lambda question, conversation: follow(question, conversation, alone, speakers).understood
