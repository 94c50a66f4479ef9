"""Show the chat on a terminal: a prompt with completion and history, and the answers above it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import History
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style

from bots.terminal.chat.completing import ChatCompleter, Names
from bots.terminal.chat.stopping import Stopped
from bots.terminal.chat.talk import Talk
from bots.terminal.rendering import Look
from bots.wording import counted

PROMPT = "> "
_CLEAR_LINE = "\r\x1b[K"
_MENU = 6
"""Rows that are kept free for what is completed."""
_BELOW = _MENU + 4
"""Rows of the screen below a page: the line that says how to go on, an empty one, the prompt, the menu, the toolbar."""
_LEAST = 5
"""Lines that are shown at once on any screen."""
_SOON = 0.3
"""Seconds after which a waiting person sees that an answer is being looked for."""


class Screen:
    """Runs the chat on a terminal.

    `write` prints text that is safe already. `input` and `output` belong to a terminal, or to a test.
    """

    def __init__(
        self,
        talk: Talk,
        names: Names,
        history: History,
        *,
        write: Callable[[str], None],
        colour: bool = True,
        input: Input | None = None,  # noqa: A002 - prompt_toolkit's own name
        output: Output | None = None,
    ) -> None:
        self._talk = talk
        self._names = names
        self._write = write
        self._dim = Look(colour).dim
        self._rest: list[str] = []
        """The lines of the last reply that did not fit on the screen."""
        self._prompt: PromptSession[str] = PromptSession(
            history=history,
            completer=ChatCompleter(names),
            complete_while_typing=True,
            complete_in_thread=True,
            auto_suggest=AutoSuggestFromHistory(),
            bottom_toolbar=self._toolbar,
            reserve_space_for_menu=_MENU,
            style=Style.from_dict({"bottom-toolbar": "noreverse #888888" if colour else "noreverse"}),
            input=input,
            output=output,
        )

    def run(self) -> None:
        """Talk until /quit or Ctrl-D."""
        while True:
            # Ctrl-C clears what was typed at the prompt. It never ends the chat.
            with suppress(KeyboardInterrupt):
                try:
                    line = self._prompt.prompt(PROMPT)
                except EOFError:
                    return
                # Pasted text may have several lines.
                line = " ".join(line.split())
                if not line:
                    self._write_page(self._rest)
                elif not self._say(line):
                    return
                self._names.refresh_soon()

    def _say(self, line: str) -> bool:
        """Answer a line; return whether the conversation goes on."""
        try:
            with _Waiting():
                reply = self._talk.reply(line)
        except Stopped:
            self._rest = []
            self._write("Stopped.\n")
            return True
        if not reply.end:
            self._write_page(["", *reply.text.rstrip("\n").split("\n"), ""])
        return not reply.end

    def _write_page(self, lines: list[str]) -> None:
        """Write as many lines as the screen has room for; an empty line at the prompt asks for the others."""
        if not lines:
            return
        here = page_end(lines, self._prompt.output.get_size().rows - _BELOW)
        self._write("".join(f"{line}\n" for line in lines[:here]))
        self._rest = lines[here:]
        if self._rest:
            left = counted(sum(1 for line in self._rest if line.strip()), "more line")
            gap = "\n" if lines[here - 1].strip() else ""
            self._write(f"{gap}{self._dim(f'{left}: Enter shows them.')}\n\n")

    def _toolbar(self) -> FormattedText:
        bounds = self._talk.bounds()
        known = f"only {bounds} · " if bounds else ""
        return FormattedText([("class:bottom-toolbar", f"{known}/help · Tab completes · Ctrl-D ends")])


def page_end(lines: Sequence[str], room: int) -> int:
    """Return how many lines are shown at once: all if they fit, else up to an empty line if the second half has one."""
    room = max(room, _LEAST)
    if len(lines) <= room + 1:
        return len(lines)
    return next((at + 1 for at in range(room - 1, room // 2, -1) if not lines[at].strip()), room)


class _Waiting:
    """Shows that an answer is being looked for, if it takes a moment, and removes that line when it is there."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._over = self._told = False
        self._timer = threading.Timer(_SOON, self._tell)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._told:
                sys.stdout.write(_CLEAR_LINE)
                sys.stdout.flush()

    def _tell(self) -> None:
        with self._lock:
            if not self._over:
                self._told = True
                sys.stdout.write("looking ...")
                sys.stdout.flush()
