from __future__ import annotations

import asyncio
import os
import re
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bots.discord.failures import NO_INDEX
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.bots.discord.unescaping import unescaped

pytestmark = pytest.mark.slow

RUBIO = "What did Rubio say about China?"
HARBOUR = "What did Anna Lindqvist say about the harbour?"


@pytest.fixture
def libraries(seeds: Path, coast: Path) -> dict[str, Path]:
    return {"archive": seeds, "coast": coast}


async def content(result: Any) -> str:
    assert result.ephemeral
    return unescaped(result.response.content)


async def test_the_status_counts_only_the_archive_asked_here(town: Any) -> None:
    told = await content(await town.alice.slash(town.channel, "status"))

    assert "7 articles, 17 January 2025 to 20 January 2025" in told
    assert re.search("[0-9]+ speakers · 1 source", told)
    assert "coast" not in told


async def test_a_library_must_be_given_before_it_can_be_chosen(town: Any) -> None:
    refused = await content(await town.manager.slash(town.channel, "settings library", name="coast"))
    unknown = await content(await town.manager.slash(town.channel, "settings library", name="nothing"))

    # Who guesses a name does not learn whether it exists.
    assert refused == unknown == "There is no archive of that name for this place."


async def test_a_given_library_can_be_asked_and_taken_back(town: Any) -> None:
    town.make_owner(town.admin)

    await town.admin.slash(town.channel, "settings give", name="coast")
    await town.manager.slash(town.channel, "settings library", name="coast")
    answer = await town.alice.slash(town.channel, "ask", question=HARBOUR)
    await town.admin.slash(town.channel, "settings give", name="coast", allowed=False)
    after = await town.alice.slash(town.channel, "ask", question=HARBOUR)
    button = await town.press(town.alice, town.channel.history()[0], "Around it")

    assert "fishing boats" in answer.response.embeds[0].description
    assert answer.response.embeds[0].url == "https://coast.example/harbour"
    assert after.response.content == button.response.content
    assert after.response.content.startswith("No archive is set for this place.")


async def test_a_channel_can_ask_another_library(town: Any) -> None:
    town.make_owner(town.admin)
    port = town.guild.create_text_channel("port")

    await town.admin.slash(town.channel, "settings give", name="coast")
    await town.manager.slash(town.channel, "settings library", name="coast", channel=port)
    here = await town.alice.autocomplete(town.channel, "ask", "speaker", "", question="x")
    there = await town.alice.autocomplete(port, "ask", "speaker", "", question="x")

    assert {"Donald Trump", "Marco Rubio"} <= {each["value"] for each in here}
    assert [each["value"] for each in there] == ["Anna Lindqvist"]


async def test_an_answer_of_one_library_is_not_opened_where_another_is_asked(town: Any) -> None:
    town.make_owner(town.admin)
    await town.alice.slash(town.channel, "ask", question=RUBIO)
    message = town.channel.last_message

    await town.admin.slash(town.channel, "settings give", name="coast")
    await town.manager.slash(town.channel, "settings library", name="coast")
    result = await town.press(town.alice, message, "Around 1")

    assert await content(result) == "The archive of this answer can no longer be asked here."


async def test_a_thread_asks_what_its_channel_asks(town: Any) -> None:
    town.make_owner(town.admin)
    await town.admin.slash(town.channel, "settings give", name="coast")
    await town.manager.slash(town.channel, "settings library", name="coast", channel=town.channel)
    await town.alice.slash(town.channel, "ask", question=HARBOUR)
    await town.press(town.alice, town.channel.last_message, "Thread")
    thread = town.channel.threads[0]

    await town.bob.send(thread, f"{town.mention} {HARBOUR}")

    assert "fishing boats" in thread.last_message.embeds[0].description


async def test_a_library_can_be_given_to_a_person(town: Any) -> None:
    town.make_owner(town.admin)
    await town.alice.send_dm("hello")
    await town.bob.send_dm("hello")

    await town.admin.slash(town.channel, "settings give", name="coast", person=town.alice.user)

    chosen = await content(await town.alice.user.slash("settings library", name="coast"))
    other = await content(await town.bob.user.slash("settings library", name="coast"))
    await town.alice.send_dm(HARBOUR)
    await town.bob.send_dm(HARBOUR)

    assert chosen == "“coast” is asked here."
    assert other == "There is no archive of that name for this place."
    assert "fishing boats" in town.alice.user.dm_channel.last_message.embeds[0].description
    assert "Not found" in town.bob.user.dm_channel.last_message.content
    assert await town.alice.autocomplete(town.channel, "ask", "speaker", "Lind", question="x") == []


async def test_only_the_owner_gives(town: Any) -> None:
    told = await content(await town.admin.slash(town.channel, "settings give", name="coast"))

    assert told == "Only the person who runs this bot may do that."


async def test_names_of_libraries_are_offered_to_whom_they_belong(town: Any) -> None:
    before = await town.manager.autocomplete(town.channel, "settings library", "name", "")
    town.make_owner(town.admin)
    owner = await town.admin.autocomplete(town.channel, "settings give", "name", "")

    assert [each["value"] for each in before] == ["archive"]
    assert [each["value"] for each in owner] == ["archive", "coast"]


async def test_who_does_not_manage_the_server_changes_nothing(town: Any) -> None:
    # A server can open a command to all its members; the right is checked again.
    (settings,) = [each for each in await town.bot.tree.fetch_commands() if each.name == "settings"]
    town.guild.set_command_permissions(settings, {town.guild.default_role: True})
    before = town.bot.state.settings_of(town.guild.id)

    for name, options in (
        ("show", {}), ("privacy", {"private": True}), ("limit", {"per_person": 1}),
        ("channel", {"channel": town.channel, "answer": True}), ("library", {"name": "archive"}),
    ):  # fmt: skip
        told = await content(await town.alice.slash(town.channel, f"settings {name}", **options))

        assert told == "Only people who may manage this server can change its settings."
    assert town.bot.state.settings_of(town.guild.id) == before


async def test_the_bot_answers_in_chosen_channels_only(town: Any) -> None:
    quiet = town.guild.create_text_channel("quiet")

    told = await content(
        await town.manager.slash(town.channel, "settings channel", channel=town.channel, answer=True)
    )
    here = await town.alice.slash(town.channel, "ask", question=RUBIO)
    there = await town.alice.slash(quiet, "ask", question=RUBIO)
    offered = await town.alice.autocomplete(quiet, "ask", "speaker", "", question="x")

    assert told == f"I answer in <#{town.channel.id}>."
    assert here.response.embeds
    assert await content(there) == "I do not answer questions in this channel."
    assert offered == []


async def test_answers_can_be_private_for_all(town: Any) -> None:
    await town.manager.slash(town.channel, "settings privacy", private=True)

    command = await town.alice.slash(town.channel, "ask", question=RUBIO)
    await town.alice.send(town.channel, f"{town.mention} {RUBIO}")

    assert command.ephemeral
    assert town.channel.last_message.content == "Answers are private on this server: use /ask."


async def test_a_server_can_lower_the_limit(town: Any) -> None:
    told = await content(await town.manager.slash(town.channel, "settings limit", per_person=1))

    first = await town.alice.slash(town.channel, "ask", question=RUBIO)
    second = await town.alice.slash(town.channel, "ask", question=RUBIO)
    other = await town.bob.slash(town.channel, "ask", question=RUBIO)

    assert told == "One person may ask 1 question a minute."
    assert first.response.embeds
    assert await content(second) == "That is a lot of questions. You can ask again in 60 s."
    assert other.response.embeds


async def test_settings_are_shown_and_outlive_a_restart(town: Any, making: Any) -> None:
    await town.manager.slash(town.channel, "settings channel", channel=town.channel, answer=True)
    await town.manager.slash(town.channel, "settings privacy", private=True)
    await town.manager.slash(town.channel, "settings limit", per_person=3)
    await town.manager.slash(town.channel, "settings library", name="archive")

    await town.env.restart_bot(making.bot())
    told = await content(await town.manager.slash(town.channel, "settings show"))

    assert told.splitlines() == [
        f"I answer in <#{town.channel.id}>.",
        "Answers are seen by: the person who asked",
        "Questions a minute for each person: 3",
        "Archives: archive",
        "Asked in this server: archive",
    ]


async def test_settings_are_of_servers(town: Any) -> None:
    await town.alice.send_dm("hello")

    told = await content(await town.alice.user.slash("settings show"))

    assert told == "Settings belong to a server; use this command in one."


class TestInChosenServers:
    @pytest.fixture
    def changes(self) -> dict[str, Any]:
        return {"guilds": frozenset({7})}

    async def test_others_are_not_answered(self, town: Any) -> None:
        command = await town.alice.slash(town.channel, "ask", question=RUBIO)
        await town.alice.send(town.channel, f"{town.mention} {RUBIO}")

        assert await content(command) == "I do not answer questions here."
        assert town.channel.last_message.content == "I do not answer questions here."


async def test_only_the_owner_reindexes(town: Any) -> None:
    told = await content(await town.admin.slash(town.channel, "reindex"))

    assert told == "Only the person who runs this bot may do that."


# Less than the bot's own minute between two looks for news: the simulator waits for every timer that falls due before.
@pytest.mark.simcord(settle_timeout=40)
async def test_reindexing_shows_how_it_ends_and_new_articles_answer(
    town: Any, encoder: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news, library = tmp_path / "news", tmp_path / "library"
    news.mkdir()
    (news / "old.md").write_text("---\ndate: 2024-05-01\n---\nThe lighthouse is dark.\n", encoding="utf-8")
    update(library, IndexRequest((news,)), encoder_factory=lambda: encoder)
    town.bot.configuration.libraries["archive"] = library
    town.bot.service.libraries["archive"] = library
    town.make_owner(town.admin)
    monkeypatch.setitem(os.environ, "XDG_CONFIG_HOME", str(tmp_path))
    (news / "new.md").write_text(
        "---\ndate: 2024-06-01\n---\n“The lighthouse will be lit again,” Anna Lindqvist said.\n",
        encoding="utf-8",
    )

    told = await content(await town.admin.slash(town.channel, "reindex"))
    answer = await town.alice.slash(
        town.channel, "ask", question="What did Lindqvist say about the lighthouse?"
    )

    assert told == "Up to date: 2 articles (1 added, 0 changed, 0 removed)."
    assert "lighthouse will be lit" in answer.response.embeds[0].description


async def test_a_library_that_is_not_there_yet_says_so(town: Any, tmp_path: Path) -> None:
    town.bot.service.libraries["archive"] = tmp_path / "nothing"

    for name, options in (("ask", {"question": RUBIO}), ("status", {}), ("speakers", {}), ("latest", {})):
        result = await town.alice.slash(town.channel, name, **options)

        assert result.response.content == NO_INDEX
    assert await town.alice.autocomplete(town.channel, "ask", "speaker", "", question="x") == []


async def test_a_damaged_library_gets_an_id_and_no_path(town: Any, own_seeds: Path, caplog: Any) -> None:
    (own_seeds / "library.db").write_bytes(b"nothing that is a database" * 100)
    town.bot.service.libraries["archive"] = own_seeds

    result = await town.alice.slash(town.channel, "ask", question=RUBIO)

    told, mark = result.response.content.split("`")[0], result.response.content.split("`")[1]
    assert told.startswith("The archive cannot be read at the moment.")
    assert str(own_seeds) not in result.response.content
    assert mark in caplog.text
    assert "Rubio" not in caplog.text


async def test_when_busy_it_says_so_at_once_and_to_the_asker_only(town: Any) -> None:
    open_gate = threading.Event()
    town.bot.service._rates = replace(town.bot.service._rates, waiting=0)
    waiting = asyncio.ensure_future(
        town.bot.service.answer(lambda *_: open_gate.wait(30), library="archive", person=77)
    )

    command = await town.alice.slash(town.channel, "ask", question=RUBIO)
    await town.bob.send(town.channel, f"{town.mention} {RUBIO}")
    open_gate.set()
    await waiting

    assert (await content(command)).startswith("I am busy")
    assert town.channel.last_message.content.startswith("I am busy")
