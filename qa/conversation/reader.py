"""Understanding without answering, with the speakers of a library or without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from qa.conversation.followups import follow
from qa.conversation.turns import Conversation
from qa.datatypes import Speaker, Understanding
from qa.understanding.understand import understand

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
        yield _with((), (), today)
        return
    from qa.store import Library  # here, because without a library none of it is needed

    with Library.open(library) as opened, opened.snapshot() as snapshot:
        yield _with(tuple(snapshot.speakers()), tuple(snapshot.sources()), today)


def _with(speakers: Sequence[Speaker], sources: Sequence[str], today: date) -> Understands:
    def alone(text: str) -> Understanding:
        return understand(text, today=today, speakers=speakers, sources=sources)

    return lambda question, conversation: follow(question, conversation, alone, speakers).understood
