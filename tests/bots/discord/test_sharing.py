"""A private answer is shown to the channel by who asked it, and by nobody else; answers are found good or bad."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bots.discord.desk import TOO_OLD
from bots.discord.sharing import fitting
from tests.bots.discord.conftest import entries
from tests.bots.discord.test_pressing import pressed
from tests.bots.discord.unescaping import unescaped

RUBIO = "What did Rubio say about China?"


def test_the_line_that_says_who_shares_is_never_left_out() -> None:
    assert fitting("*" * 2_500 + "\nend") == "end"
    assert fitting("first\n-# shared by alice") == "first\n-# shared by alice"


@pytest.mark.slow
async def test_who_asked_shares_a_private_answer_and_its_buttons_work_for_all(town: Any) -> None:
    private = await town.alice.slash(town.channel, "ask", question=RUBIO, private=True)

    shared = await town.press(town.alice, private.response, "Share with channel")
    message = town.channel.last_message
    around = await town.press(town.bob, message, "Around 1")

    assert not shared.ephemeral
    assert unescaped(message.content).startswith(f"**{RUBIO}**")
    assert message.content.endswith("-# shared by alice")
    # With the same words in bold, though they are looked up again.
    assert [each.description for each in message.embeds] == [
        each.description for each in private.response.embeds
    ]
    assert "“**biggest threat**”" in message.embeds[2].description
    assert "Share with channel" not in dict(entries(message))
    assert "Thread" in dict(entries(message))
    assert around.response.embeds


@pytest.mark.slow
async def test_nobody_else_shares_it_and_no_public_answer_is_shared(town: Any) -> None:
    private = await town.alice.slash(town.channel, "ask", question=RUBIO, private=True)
    hidden = entries(private.response)[0][1].split(":")[2]
    await town.alice.slash(town.channel, "ask", question=RUBIO)
    public = town.channel.last_message
    own = entries(public)[0][1].split(":")[2]

    by_bob = await pressed(town, town.bob, public, f"qa:share:{hidden}:0")
    again = await pressed(town, town.alice, public, f"qa:share:{own}:0")

    assert by_bob.response.content == TOO_OLD
    assert again.response.content.startswith("Only who asked can share an answer")


@pytest.mark.slow
async def test_the_rules_of_the_channel_hold(town: Any) -> None:
    mute = town.guild.create_text_channel(
        "mute", overwrites={town.alice: discord.PermissionOverwrite(send_messages=False)}
    )
    silent = await town.alice.slash(mute, "ask", question=RUBIO, private=True)
    private = await town.alice.slash(town.channel, "ask", question=RUBIO, private=True)

    there = await town.press(town.alice, silent.response, "Share with channel")
    await town.manager.slash(town.channel, "settings privacy", private=True)
    here = await town.press(town.alice, private.response, "Share with channel")
    await town.manager.slash(town.channel, "settings channel", channel=town.channel, answer=False)
    closed = await town.press(town.alice, private.response, "Share with channel")

    assert there.response.content.startswith("You may not post")
    assert here.response.content == "Answers are private here, so none is shared."
    assert closed.response.content == "I do not answer questions in this channel."
    assert town.channel.history(viewer=town.bob) == mute.history(viewer=town.bob) == []


@pytest.mark.slow
async def test_thumbs_are_counted_once_for_each_person(town: Any) -> None:
    await town.alice.slash(town.channel, "ask", question=RUBIO)
    message = town.channel.last_message

    await town.press(town.alice, message, "👍")
    await town.press(town.alice, message, "👍")
    await town.press(town.bob, message, "👍")
    changed = await town.press(town.bob, message, "👎")
    status = await town.alice.slash(town.channel, "status")

    assert "“Wrong?” tells which quote" in changed.response.content
    assert "👍 1 · 👎 1" in status.response.content
