"""Define the chat's slash commands, and tell a command from a question."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command. `takes` names its argument for the help, in brackets if it is optional."""

    name: str
    takes: str
    help: str


COMMANDS = (
    Command("/show", "[N]", "show quote N of the last answer in its article; an id works too"),
    Command("/more", "", "show more quotes for the last question, or more of the article"),
    Command("/why", "", "show the last answer again, with why each quote was chosen"),
    Command("/article", "[N]", "show the article of quote N; “more” goes on in it"),
    Command("/find", "WORDS", "find every place with exactly these words, newest first"),
    Command("/speakers", "[NAME]", "list who speaks most, or show one speaker"),
    Command("/sources", "", "list the outlets"),
    Command("/since", "[DATE]", "only articles from then on: 2025-01-31, last week, March; alone: any"),
    Command("/until", "[DATE]", "only articles up to then; alone: any"),
    Command("/source", "[NAME]", "only articles from this outlet; alone: from any"),
    Command("/save", "FILE", "write this conversation to a new file, as Markdown with the ids of quotes"),
    Command("/new", "", "forget what was asked before; /since, /until and /source stay"),
    Command("/help", "", "show this list"),
    Command("/quit", "", "end; so does Ctrl-D"),
)
_OTHER_NAMES = {"/exit": "/quit", "/q": "/quit", "/?": "/help", "/speaker": "/speakers"}


@dataclass(frozen=True, slots=True)
class Call:
    """A command as it was typed. `name` may be none of `COMMANDS`."""

    name: str
    argument: str

    @property
    def known(self) -> bool:
        return any(command.name == self.name for command in COMMANDS)


def call_in(line: str) -> Call | None:
    """Parse a line as a command; return None if it is a question."""
    name, _, argument = line.strip().partition(" ")
    if not name.startswith("/"):
        return None
    name = name.lower()
    return Call(_OTHER_NAMES.get(name, name), argument.strip())


def suggestion(typed: str, names: Sequence[str]) -> str:
    """Return the name closest to what was typed; "" if none is close."""
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(typed.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


LEAST_BESIDE = 30
"""Columns that the help of a command needs to stand beside its name."""


def help_text(width: int | None = None) -> str:
    """Write the text that /help shows, wrapped at a width."""
    calls = [f"{command.name} {command.takes}".rstrip() for command in COMMANDS]
    column = max(map(len, calls)) + 2
    room = width or 100
    lines: list[str] = []
    for call, command in zip(calls, COMMANDS, strict=True):
        if room - column >= LEAST_BESIDE:
            lines += textwrap.wrap(
                command.help, room, initial_indent=f"{call:<{column}}", subsequent_indent=" " * column
            )
        else:
            lines += [call, *textwrap.wrap(command.help, room, initial_indent="  ", subsequent_indent="  ")]
    return "\n".join(
        [
            *textwrap.wrap(
                "Ask in plain words, then follow up: “and about Taiwan?”, “what about Biden?”, “more”.", room
            ),
            "",
            *lines,
            "",
            *textwrap.wrap(
                "Tab completes names and commands, Ctrl-C stops an answer, ↑ brings back what was typed.",
                room,
            ),
        ]
    )
