"""The greeting of a new server, help, what the archive is about, what is kept, and a server's own texts."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
from simcord.backend.serializers import guild_create_payload

from bots.discord.desk import TOO_OLD
from bots.discord.help_texts import greeting, help_text, privacy_text
from bots.discord.limits import CONTENT, OWN_TEXT, size
from qa.answers import CorpusSummary
from tests.bots.discord.unescaping import unescaped

RUBIO = "What did Rubio say about China?"
HOSTILE = "@everyone **look** [here](https://evil.example) <@1>"


async def invited(town: Any) -> Any:
    """Invite the bot to a second server, and return that, with two of its members."""
    guild = town.env.create_guild("Second")
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    guild.mia = guild.add_member(town.env.create_user("mia2"), roles=[managers])
    guild.eve = guild.add_member(town.env.create_user("eve"))
    guild.closed = guild.create_text_channel(
        "closed", overwrites={guild.default_role: discord.PermissionOverwrite(send_messages=False)}
    )
    guild.open = guild.create_text_channel("open")
    await joins(town, guild)
    return guild


async def joins(town: Any, guild: Any) -> None:
    """Let the bot leave a server and come again, as to a server with channels that invites it."""
    backend = town.env.backend
    backend.emit("GUILD_DELETE", {"id": str(guild.id)})
    created = dict(guild_create_payload(backend, backend.get_guild(guild.id)))
    # Discord says so of a server that the bot was in already.
    created.pop("unavailable", None)
    backend.emit("GUILD_CREATE", created)
    town.env._mark_mutation()
    await town.env.settle()


def test_the_longest_texts_fit_into_a_message() -> None:
    own = "*" * OWN_TEXT
    corpus = CorpusSummary(10_000_000, 40, "2025-01-17", "2025-01-20", 1)

    assert size(greeting("*" * 40, corpus, own)) <= CONTENT
    assert size(help_text(own)) <= CONTENT
    assert size(privacy_text()) <= CONTENT


def test_a_text_of_a_server_is_shown_as_text() -> None:
    line = help_text(HOSTILE).split("\n")[-1]

    assert line.startswith(r"-# \@everyone \*\*look\*\* \[here\]\(")
    assert r"\<\@1\>" in line


@pytest.mark.slow
async def test_a_new_server_is_greeted_once_where_the_bot_may_speak(town: Any, making: Any) -> None:
    guild = await invited(town)
    await joins(town, guild)
    await town.env.restart_bot(making.bot())
    await joins(town, guild)

    assert guild.closed.history() == []
    (message,) = guild.open.history()
    assert "7 articles, 17 January 2025 to 20 January 2025" in unescaped(message.content)
    assert "in every channel that I can see. Is that right?" in message.content


@pytest.mark.slow
@pytest.mark.parametrize(("days", "greetings"), [(1, 1), (15, 0)], ids=["yesterday", "long ago"])
async def test_a_server_that_invited_the_bot_while_it_was_away_is_greeted_when_it_comes_back(
    town: Any, making: Any, days: int, greetings: int
) -> None:
    guild = town.env.create_guild("Third")
    await town.env.settle()  # it has no channel yet in which anybody could be greeted
    channel = guild.create_text_channel("open")
    bot = town.env.backend.get_guild(guild.id).members[town.bot.user.id]
    bot.joined_at = (discord.utils.utcnow() - timedelta(days=days)).isoformat()

    for _ in range(2):
        await town.env.restart_bot(making.bot())
        await town.env.settle()

    assert len(channel.history()) == greetings
    assert town.channel.history() == []


@pytest.mark.slow
async def test_who_manages_the_server_chooses_below_the_greeting_where_it_answers(town: Any) -> None:
    guild = await invited(town)
    message = guild.open.history()[0]

    refused = await guild.eve.click(message, label="Only in this channel")
    chosen = await guild.mia.click(message, label="Only in this channel")
    elsewhere = await guild.mia.slash(guild.closed, "ask", question=RUBIO)
    opened = await guild.mia.click(message, label="In all channels")

    assert refused.response.content == "Only people who may manage this server can change its settings."
    assert chosen.response.content.startswith(f"I answer in <#{guild.open.id}>.")
    assert elsewhere.response.content == "I do not answer questions in this channel."
    assert opened.response.content.startswith("I answer in all channels. ")


@pytest.mark.slow
async def test_help_has_the_servers_own_text_below_it(town: Any) -> None:
    await town.manager.slash(town.channel, "settings text", where="help", text=HOSTILE)

    result = await town.alice.slash(town.channel, "help")

    assert result.ephemeral
    last = result.response.content.split("\n")[-1]
    # The mention was taken out when it was stored, since nobody of that number is known.
    assert unescaped(last) == "-# @everyone **look** [here](https://evil.example)"
    assert "**" not in last.replace(r"\*\*", "")


@pytest.mark.slow
async def test_what_is_not_found_has_the_servers_own_text_and_what_is_found_has_not(town: Any) -> None:
    await town.manager.slash(town.channel, "settings text", where="not found", text="Ask in #help instead.")
    await town.manager.slash(town.channel, "settings text", where="greeting", text="Welcome to our archive.")

    nothing = await town.alice.slash(town.channel, "ask", question="What did Rubio say about cheese?")
    found = await town.alice.slash(town.channel, "ask", question=RUBIO)
    hello = await town.alice.slash(town.channel, "ask", question="hello")
    await town.manager.slash(town.channel, "settings text", where="not found")
    after = await town.alice.slash(town.channel, "ask", question="What did Rubio say about cheese?")

    assert unescaped(nothing.response.content).endswith("-# Ask in #help instead.")
    assert "instead" not in found.response.content
    assert unescaped(hello.response.content).endswith("-# Welcome to our archive.")
    assert "instead" not in after.response.content


@pytest.mark.slow
async def test_about_shows_what_is_in_the_archive(town: Any) -> None:
    result = await town.alice.slash(town.channel, "about")

    text = unescaped(result.response.content)
    assert result.ephemeral
    assert text.startswith("**7 articles, 17 January 2025 to 20 January 2025**")
    assert "**Quoted most** Donald Trump" in text


@pytest.mark.slow
async def test_a_person_can_have_deleted_what_is_kept_of_them(town: Any, own_seeds: Path) -> None:
    town.bot.service.libraries["archive"] = own_seeds
    await town.alice.slash(town.channel, "ask", question=RUBIO)
    mine = town.channel.last_message
    await town.press(town.alice, mine, "👍")
    dialog = await town.press(town.alice, mine, "Wrong?")
    await town.alice.submit_modal(dialog, {"wrong": ["0"]})
    await town.bob.slash(town.channel, "ask", question=RUBIO)
    others = town.channel.last_message
    dialog = await town.press(town.bob, others, "Wrong?")
    await town.bob.submit_modal(dialog, {"wrong": ["1"]})
    await town.admin.slash(town.channel, "follow", speaker="Marco Rubio")

    privacy = await town.alice.slash(town.channel, "privacy")
    deleted = await town.alice.click(privacy.response, label="Delete mine")
    admins = await town.admin.click(
        (await town.admin.slash(town.channel, "privacy")).response, label="Delete mine"
    )
    gone = await town.press(town.alice, mine, "Around 1")
    kept = await town.press(town.bob, others, "Around 1")

    assert "90 days" in privacy.response.content
    assert deleted.ephemeral
    assert deleted.response.content == "Deleted: 1 answer with the questions, 0 follows, 1 vote and 1 report."
    assert "1 follow," in admins.response.content
    assert gone.response.content == TOO_OLD
    assert kept.response.embeds
    rows = [json.loads(line) for line in (own_seeds / "reports.jsonl").read_text().splitlines()]
    assert len(rows) == 1
    assert (await town.bob.slash(town.channel, "follows")).response.content.startswith("Nothing is followed")


@pytest.mark.slow
async def test_delete_mine_works_after_a_restart_and_for_who_has_nothing(town: Any, making: Any) -> None:
    privacy = await town.bob.slash(town.channel, "privacy")

    await town.env.restart_bot(making.bot())
    result = await town.bob.click(privacy.response, label="Delete mine")

    assert result.response.content.startswith("Deleted: 0 answers")
