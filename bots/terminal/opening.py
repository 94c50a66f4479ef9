"""What a command works with, opened: the library, what answers from it, a file of lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bots.terminal.session import Session
from qa.errors import InputProblem

if TYPE_CHECKING:
    from qa.answering import Answerer
    from qa.datatypes import Scope
    from qa.store import Library, Snapshot


def opened_answerer(session: Session, scope: Scope | None = None) -> Answerer:
    """Open what answers; say which outlets of the scope nobody here knows."""
    library, answerer = open_library(session)
    if scope is not None and scope.sources:
        with library.snapshot() as snapshot:
            tell_unknown(session, snapshot, scope)
    return answerer


def tell_unknown(session: Session, snapshot: Snapshot, scope: Scope) -> None:
    """Say which outlets no article is of: a misspelled one would look like an archive that is silent."""
    known = {source.casefold() for source in snapshot.sources()} if scope.sources else set()
    for source in scope.sources:
        if source.strip().casefold() not in known:
            session.note(f"No article here is of “{source}”: `qa articles` shows the outlets.")


def open_library(session: Session) -> tuple[Library, Answerer]:
    """Open the library, and what answers from it. The encoder is loaded with the first question."""
    from qa.answering import Answerer
    from qa.encoding import open_encoder
    from qa.store import Library

    settings = session.settings
    library = Library.open(session.library)
    return library, Answerer(
        library,
        lambda: open_encoder(settings.model, allow_download=settings.allow_download),
        today=session.today,
    )


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as lines:
            yield lines
    except OSError as error:
        if error.filename is None:
            raise
        raise InputProblem(f"The questions in {file} cannot be read: {error.strerror}.") from error
