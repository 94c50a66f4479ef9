"""Understanding without answering, with the speakers of a library or without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qa.archive.name_lookup import is_mentioned
from qa.conversation.followups import follow
from qa.conversation.turns import Conversation
from qa.datatypes import (
    Speaker,
    Understanding,
)
from qa.embedded.snapshot import Library
from qa.encoding import open_encoder
from qa.understanding.understand import Mentions, understand

if TYPE_CHECKING:
    pass
from qa.answering.answerer import Answerer

Understands = Callable[[str, Conversation | None], Understanding]


@contextmanager
def open_reader(library: Path | None, *, today: date) -> Iterator[Understands]:
    """Give what understands a question in its conversation.

    Args:
        library: Whose speakers and outlets are meant; None for nobody's: then a name is as it was typed.

    Raises:
        NoIndexError: If there is no library where one is said to be.
    """
    if library is None:
        yield _with((), (), today, lambda name: False)
        return
    from qa.embedded.snapshot import Library

    with Library.open(library) as opened, opened.snapshot() as snapshot:
        speakers, sources = tuple(snapshot.speakers()), tuple(snapshot.sources())
        yield _with(speakers, sources, today, lambda name: is_mentioned(snapshot, name))


def _with(
    speakers: Sequence[Speaker], sources: Sequence[str], today: date, mentions: Mentions
) -> Understands:
    def alone(text: str) -> Understanding:
        return understand(text, today=today, speakers=speakers, sources=sources, mentions=mentions)

    return lambda question, conversation: follow(question, conversation, alone, speakers).understood


def open_answerer(
    library: Path, *, model: str | None = None, allow_download: bool = False, today: date | None = None
) -> Answerer:
    """Open a library for asking. The encoder is loaded with the first question.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If it is not whole.
    """
    return Answerer(
        Library.open(library),
        lambda: open_encoder(model, allow_download=allow_download),
        today=today,
    )
