"""What a line of the chat is: a question, or a command that begins with a slash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Command:
    """`takes` names its argument for the help; in brackets where it may be left out."""

    name: str
    takes: str
    help: str


COMMANDS = (
    Command("/show", "[N]", "quote N of the last answer in its surroundings; an id of a quote does as well"),
    Command("/more", "", "further quotes for the last question"),
    Command("/speakers", "[NAME]", "who speaks most, or one speaker"),
    Command("/sources", "", "which outlets there are"),
    Command("/since", "[DATE]", "only articles from then on: 2025-01-31, last week, March; alone: any"),
    Command("/until", "[DATE]", "only articles up to then; alone: any"),
    Command("/source", "[NAME]", "only this outlet; alone: all of them"),
    Command("/save", "FILE", "write this conversation to a new file, as Markdown with the ids of quotes"),
    Command("/new", "", "forget what was asked before; bounds stay"),
    Command("/help", "", "this list"),
    Command("/quit", "", "end; so does Ctrl-D"),
)
_OTHER_NAMES = {"/exit": "/quit", "/q": "/quit", "/?": "/help", "/speaker": "/speakers"}


@dataclass(frozen=True, slots=True)
class Call:
    """A command as it was typed; `name` is one of `COMMANDS`, or unknown."""

    name: str
    argument: str

    @property
    def known(self) -> bool:
        return any(command.name == self.name for command in COMMANDS)


def call_in(line: str) -> Call | None:
    """Return the command in a line; None if it is a question."""
    name, _, argument = line.strip().partition(" ")
    if not name.startswith("/"):
        return None
    name = name.lower()
    return Call(_OTHER_NAMES.get(name, name), argument.strip())


def suggestion(typed: str, names: Sequence[str]) -> str:
    """Return the name that somebody may have meant; "" if none is close."""
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(typed.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""


def help_text() -> str:
    width = max(len(f"{command.name} {command.takes}") for command in COMMANDS)
    lines = [f"{f'{command.name} {command.takes}':<{width}}  {command.help}" for command in COMMANDS]
    return "\n".join(
        [
            "Ask in plain words, and go on from there: “and about Taiwan?”, “what about Biden?”, “more”.",
            "",
            *lines,
            "",
            "Tab completes names and commands, Ctrl-C stops an answer, ↑ brings back what was typed.",
        ]
    )
