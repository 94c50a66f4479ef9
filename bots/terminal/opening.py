"""Open what a command works with: the library, its answerer, a file of questions."""

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
from bots.unknown_outlets import unknown_outlets
from qa.errors import InputProblem

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import Archive, View
    from qa.datatypes import Scope


LOADING = "load-ahead"


def opened_answerer(session: Session, scope: Scope | None = None) -> Answerer:
    """Open the answerer and start to load the model; warn about outlets in the scope that have no article."""
    library, answerer = open_library(session, ahead=True)
    if scope is not None:
        tell_unknown_outlets(session, library, scope)
    return answerer


def tell_unknown_outlets(session: Session, library: Archive, scope: Scope) -> list[str]:
    """Warn about outlets in the scope that have no article; return what was said."""
    if not scope.sources:
        return []
    with library.snapshot() as snapshot:
        return tell_unknown(session, snapshot, scope)


def tell_unknown(session: Session, snapshot: View, scope: Scope) -> list[str]:
    """Warn about outlets that have no article; return what was said."""
    said = unknown_outlets(snapshot, scope, instead="`qa articles` shows the outlets.")
    for sentence in said:
        session.note(sentence)
    return said


def open_library(session: Session, *, ahead: bool = False) -> tuple[Archive, Answerer]:
    """Open the library and the answerer for it.

    Args:
        ahead: Whether to load the encoder at once, on a thread of its own; else it is loaded when it is needed.
    """
    from qa.encoding import open_encoder, open_span_reader
    from qa.open_archive import open_archive

    settings = session.settings
    library = open_archive(session.library)
    load_encoder = partial(open_encoder, settings.model, allow_download=settings.allow_download)
    if not ahead:
        from qa.answering.answerer import Answerer

        return library, Answerer(library, load_encoder, open_span_reader, today=session.today)
    pool = ThreadPoolExecutor(1, thread_name_prefix=LOADING)
    encoder = pool.submit(load_encoder)
    pool.shutdown(wait=False)
    # These imports take as long as loading the model, so both run at the same time.
    from qa.answering.answerer import Answerer

    return library, Answerer(library, encoder.result, open_span_reader, today=session.today)


def wait_for_loading() -> None:
    """Wait for threads that still load the model.

    An interpreter that is ending accepts no more work, so a model that is being exported for the first time would
    fail with a traceback.
    """
    for thread in threading.enumerate():
        if thread.name.startswith(LOADING):
            thread.join()


@contextmanager
def opened(file: str, holding: str = "questions") -> Iterator[BinaryIO]:
    """Open a file of lines, or standard input for `-`. Raises InputProblem if it cannot be read."""
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as lines:
            yield lines
    except OSError as error:
        if error.filename is None:
            raise
        raise InputProblem(f"The {holding} in {file} cannot be read: {error.strerror}.") from error
