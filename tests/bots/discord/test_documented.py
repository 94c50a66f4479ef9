"""Every command of the bot stands in its guide, and is either one that people may bring along or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from discord import app_commands
from discord.ext import commands

from bots.discord.bot import COGS, FOR_ONESELF
from bots.discord.help_texts import DELETE_MINE
from bots.discord.views import BAD, FOLLOW_UP, GOOD, MORE, WRONG

GUIDE = (Path(__file__).parents[3] / "docs" / "discord.md").read_text(encoding="utf-8")


def commands_of(cog: type[commands.Cog]) -> Iterator[app_commands.Command | app_commands.Group]:
    for each in cog.__cog_app_commands__:
        yield each
        if isinstance(each, app_commands.Group):
            yield from each.walk_commands()


def names() -> list[str]:
    cogs = [
        found
        for name in COGS
        for found in vars(import_module(f"bots.discord.cogs.{name}")).values()
        if isinstance(found, type) and issubclass(found, commands.Cog) and found.__module__.endswith(name)
    ]
    return [command.qualified_name for cog in cogs for command in commands_of(cog)]


def test_every_command_stands_in_the_guide() -> None:
    assert [name for name in names() if not re.search(rf"`/{name}\b", GUIDE)] == []


@pytest.mark.parametrize("label", [MORE, FOLLOW_UP, GOOD, BAD, WRONG, DELETE_MINE])
def test_a_button_that_messages_name_stands_in_the_guide(label: str) -> None:
    assert re.search(rf"^\|.*(?<!\w){re.escape(label)}(?!\w).*\|", GUIDE, re.MULTILINE)


def test_only_commands_that_there_are_may_be_brought_along() -> None:
    assert set(names()) >= FOR_ONESELF


def test_the_guide_lists_the_commands_that_may_be_brought_along() -> None:
    section = GUIDE.partition("## On servers that did not invite it\n")[2].partition("\n## ")[0]

    assert set(re.findall(r"`/(\w+)`", section)) == FOR_ONESELF
