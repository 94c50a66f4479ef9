"""Understanding without answering, with the speakers of a library or without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from qa.conversation.followups import follow
from qa.conversation.turns import Conversation
from qa.datatypes import Speaker, Understanding
from qa.understanding.understand import Mentions, understand

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
    from qa.archive.name_lookup import is_mentioned  # here, because without a library none of it is needed
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
