"""Put an archive, its encoder and its reader together for a front end.

The one place above `qa.embedded` that chooses an engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qa.conversation.followups import follow
from qa.conversation.turns import Conversation
from qa.datatypes import Understanding
from qa.speakers.known import KnownSpeakers, ListedSpeakers
from qa.understanding.understand import Mentions, understand

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer

Understands = Callable[[str, Conversation | None], Understanding]


def open_answerer(
    library: Path, *, model: str | None = None, allow_download: bool = False, today: date | None = None
) -> Answerer:
    """Open a library for asking. The encoder and the reader of passages are loaded when they are first needed.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If it is not whole.
    """
    from qa.answering.answerer import Answerer  # here, because understanding alone needs none of it
    from qa.embedded.snapshot import Library
    from qa.encoding import open_encoder, open_span_reader

    return Answerer(
        Library.open(library),
        lambda: open_encoder(model, allow_download=allow_download),
        open_span_reader,
        today=today,
    )


@contextmanager
def open_understanding(library: Path | None, *, today: date) -> Iterator[Understands]:
    """Open what understands a question in its conversation, without answering it.

    Args:
        library: Whose speakers and outlets are meant; None for nobody's: then a name is as it was typed.

    Raises:
        NoIndexError: If there is no library where one is said to be.
    """
    if library is None:
        yield _with(ListedSpeakers(), (), today, lambda name: False)
        return
    from qa.archive.name_lookup import is_mentioned  # here, because without a library none of it is needed
    from qa.embedded.snapshot import Library

    with Library.open(library) as opened, opened.snapshot() as snapshot:
        yield _with(snapshot, snapshot.sources(), today, lambda name: is_mentioned(snapshot, name))


def _with(speakers: KnownSpeakers, sources: tuple[str, ...], today: date, mentions: Mentions) -> Understands:
    def alone(text: str) -> Understanding:
        return understand(text, today=today, speakers=speakers, sources=sources, mentions=mentions)

    return lambda question, conversation: follow(question, conversation, alone, speakers).understood
