from __future__ import annotations

import pytest

from bots.terminal.chat.commands import COMMANDS, call_in, help_text, suggestion


@pytest.mark.parametrize(
    ("line", "name", "argument"),
    [
        ("/show 2", "/show", "2"),
        ("  /SINCE   last week ", "/since", "last week"),
        ("/exit", "/quit", ""),
        ("/shwo", "/shwo", ""),
        ("/", "/", ""),
    ],
    ids=["show", "since", "other name", "unknown", "slash"],
)
def test_a_slash_begins_a_command(line: str, name: str, argument: str) -> None:
    call = call_in(line)

    assert call is not None
    assert (call.name, call.argument) == (name, argument)
    assert call.known == (name in {command.name for command in COMMANDS})


def test_what_does_not_begin_with_a_slash_is_a_question() -> None:
    assert call_in("What did Rubio say about and/or?") is None


def test_a_misspelt_name_finds_the_one_that_was_meant() -> None:
    assert suggestion("/spaekers", [command.name for command in COMMANDS]) == "/speakers"
    assert suggestion("reuter", ["Reuters", "Coast Gazette"]) == "Reuters"
    assert suggestion("/xyz", ["/show"]) == ""


def test_the_help_names_every_command() -> None:
    assert all(command.name in help_text() for command in COMMANDS)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_the_help_fits_into_the_width(width: int) -> None:
    assert max(map(len, help_text(width).splitlines())) <= width
    assert all(command.name in help_text(width) for command in COMMANDS)
