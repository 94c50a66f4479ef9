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
    from qa.store import Library


def opened_answerer(session: Session) -> Answerer:
    return open_library(session)[1]


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
