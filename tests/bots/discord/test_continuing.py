"""A conversation goes on only where the library that it is about is still the one that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.bots.discord.unescaping import unescaped

pytestmark = pytest.mark.slow

RUBIO = "What did Rubio say about China?"
FURTHER = "and about Beijing?"


@pytest.fixture
def libraries(seeds: Path, coast: Path) -> dict[str, Path]:
    return {"archive": seeds, "coast": coast}


async def choose_coast(town: Any) -> None:
    town.make_owner(town.admin)
    await town.admin.slash(town.channel, "settings give", name="coast")
    await town.manager.slash(town.channel, "settings library", name="coast")


def shown(message: Any) -> str:
    return unescaped(" ".join([message.content, *(embed.description or "" for embed in message.embeds)]))


async def test_a_reply_to_an_answer_of_another_library_begins_anew(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} {RUBIO}")
    answer = town.channel.last_message
    await town.bob.send(town.channel, f"{town.mention} {FURTHER}", reply_to=answer)
    before = town.channel.last_message

    await choose_coast(town)
    await town.bob.send(town.channel, f"{town.mention} {FURTHER}", reply_to=answer)

    assert "Rubio" in shown(before)
    assert "Rubio" not in shown(town.channel.last_message)


async def test_a_thread_does_not_go_on_from_another_library(town: Any) -> None:
    await town.alice.slash(town.channel, "ask", question=RUBIO)
    await town.press(town.alice, town.channel.last_message, "Thread")
    thread = town.channel.threads[0]

    await choose_coast(town)
    await town.bob.send(thread, f"{town.mention} {FURTHER}")

    assert "Rubio" not in shown(thread.last_message)


async def test_direct_messages_do_not_go_on_from_another_library(town: Any) -> None:
    town.make_owner(town.admin)
    await town.alice.send_dm(RUBIO)
    await town.admin.slash(town.channel, "settings give", name="coast", person=town.alice)
    await town.alice.user.slash("settings library", name="coast")

    await town.alice.send_dm(FURTHER)

    assert "Rubio" not in shown(town.alice.user.dm_channel.last_message)


async def test_a_library_that_was_taken_back_continues_nothing(town: Any) -> None:
    await choose_coast(town)
    await town.alice.send(town.channel, f"{town.mention} What did Anna Lindqvist say about the harbour?")
    answer = town.channel.last_message

    await town.admin.slash(town.channel, "settings give", name="coast", allowed=False)
    await town.alice.send(town.channel, f"{town.mention} and about boats?", reply_to=answer)

    assert "Lindqvist" in shown(answer)
    told = shown(town.channel.last_message)
    assert told == "No archive is set for this place. The person who runs this bot can give it one."
