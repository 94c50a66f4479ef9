"""What a command works with, opened: the library, what answers from it, a file of lines."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bots.terminal.session import Session
from qa.errors import InputProblem

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.datatypes import Scope
    from qa.embedded.snapshot import Library, Snapshot


LOADING = "load-ahead"


def opened_answerer(session: Session, scope: Scope | None = None) -> Answerer:
    """Open what answers, a question being at hand; say which outlets of the scope nobody here knows."""
    library, answerer = open_library(session, ahead=True)
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


def open_library(session: Session, *, ahead: bool = False) -> tuple[Library, Answerer]:
    """Open the library, and what answers from it.

    Args:
        ahead: Whether the encoder is loaded at once, beside all else that is; else when it is needed.
    """
    from qa.embedded.snapshot import Library
    from qa.encoding import open_encoder, open_span_reader

    settings = session.settings
    library = Library.open(session.library)
    load_encoder = partial(open_encoder, settings.model, allow_download=settings.allow_download)
    if not ahead:
        from qa.answering.answerer import Answerer

        return library, Answerer(library, load_encoder, open_span_reader, today=session.today)
    pool = ThreadPoolExecutor(1, thread_name_prefix=LOADING)
    encoder = pool.submit(load_encoder)
    pool.shutdown(wait=False)
    # Imports take as long as the model: each waits for the other only where it has to.
    from qa.answering.answerer import Answerer

    return library, Answerer(library, encoder.result, open_span_reader, today=session.today)


def wait_for_loading() -> None:
    """Wait for what was begun ahead and not needed: an interpreter that ends takes no more work, and a model that is
    prepared for the first time would fail loudly in the middle of it."""
    for thread in threading.enumerate():
        if thread.name.startswith(LOADING):
            thread.join()


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
