from __future__ import annotations

from typing import Any

import pytest
import typer.main

from bots import amounts
from bots.discord import cards
from bots.terminal.app import app
from qa.settings import MAX_QUOTES, Settings


def help_of(command: str, option: str) -> str:
    program: Any = typer.main.get_command(app)
    found = [each for each in program.commands[command].params if option in each.opts]
    return str(found[0].help)


@pytest.mark.parametrize("command", ["ask", "chat", "compare"])
def test_the_help_names_how_many_quotes_are_shown(command: str) -> None:
    assert f"at most {MAX_QUOTES}" in help_of(command, "--quotes")
    assert f"Default: {Settings().quotes}." in help_of(command, "--quotes")


def test_the_help_names_the_largest_file_that_is_read() -> None:
    assert f"Default: {Settings().max_file_mb}." in help_of("index", "--max-file-mb")


def test_a_message_on_discord_shows_as_many_quotes_as_the_terminal() -> None:
    assert cards.QUOTES == amounts.QUOTES == Settings().quotes


def test_the_number_of_quotes_in_a_message_tells_what_was_asked_for() -> None:
    assert len({amounts.QUOTES, amounts.QUOTES_OF_SIDES, amounts.QUOTES_OF_TIMELINE}) == 3
