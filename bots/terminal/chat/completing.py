"""Complete what is typed in the chat: commands, their arguments, and names of speakers and outlets in questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bots.terminal.chat.commands import COMMANDS
from bots.terminal.chat.stopping import in_background
from bots.visible import visible_line
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.archive.protocol import Archive

_DATES = ("yesterday", "last week", "last month", "this year", "last year")
_SHORTEST = 3
"""Letters after which names are offered without Tab."""
_MOST = 12
_KEPT = 10_000
"""The most speakers whose names are offered: those who are quoted most."""
_WORDS = re.compile(r"[\w'’.-]+(?: [\w'’.-]+){0,2}$")


class Names:
    """Holds the names in a library that are quoted most, and reads them again on request.

    Names with control characters are left out.
    """

    def __init__(self, library: Archive) -> None:
        self._library = library
        self.speakers: tuple[str, ...] = ()
        self.sources: tuple[str, ...] = ()

    def refresh(self) -> None:
        try:
            with self._library.snapshot() as snapshot:
                speakers = [speaker.name for speaker in snapshot.most_quoted(_KEPT)]
                sources = snapshot.sources()
        except QAError:
            # The next question will report the same error.
            return
        self.speakers = tuple(_showable(speakers))
        self.sources = tuple(_showable(sources))

    def refresh_soon(self) -> None:
        in_background(self.refresh)


def _showable(names: Iterable[str]) -> list[str]:
    return [name for name in names if name and visible_line(name) == name and len(name) <= 200]


class ChatCompleter(Completer):
    """Offers completions to the prompt."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        text = document.text_before_cursor.lstrip()
        command, space, argument = text.partition(" ")
        if not text.startswith("/"):
            asked = complete_event.completion_requested
            yield from self._in_question(text, 1 if asked else _SHORTEST)
        elif not space:
            for each in COMMANDS:
                if each.name.startswith(command.lower()):
                    more = " " if each.takes else ""
                    yield Completion(
                        each.name + more, -len(command), display=each.name, display_meta=each.help
                    )
        else:
            yield from self._for(command.lower(), argument.lstrip())

    def _for(self, command: str, typed: str) -> Iterator[Completion]:
        offered: Iterable[str] = {
            "/source": self._names.sources,
            "/speakers": self._names.speakers,
            "/since": _DATES,
            "/until": _DATES,
        }.get(command, ())
        yield from _completions(offered, typed)

    def _in_question(self, text: str, shortest: int) -> Iterator[Completion]:
        """Offer names that begin with the last words of a question, with as many of these words as match a name."""
        match = _WORDS.search(text)
        tail = match[0] if match else ""
        while tail:
            if len(tail) >= shortest:
                found = list(_completions([*self._names.speakers, *self._names.sources], tail))
                if found:
                    yield from found
                    return
            _, _, tail = tail.partition(" ")


def _completions(names: Iterable[str], typed: str) -> Iterator[Completion]:
    folded = typed.casefold()
    found = 0
    for name in names:
        whole = name.casefold()
        if whole != folded and (whole.startswith(folded) or f" {folded}" in whole):
            yield Completion(name, -len(typed))
            found += 1
            if found == _MOST:
                return
