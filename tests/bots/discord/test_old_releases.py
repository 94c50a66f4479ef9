"""The bot goes on from the state that earlier releases left behind: buttons, settings, what is followed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio
import simcord

from bots.discord.desk import TOO_OLD
from bots.discord.policy import Place
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.restore import restore
from tests.bots.discord.unescaping import unescaped
from tests.releases.release import FILES, NAMES, Release, unpacked

pytestmark = pytest.mark.slow


@pytest.fixture(params=FILES, ids=NAMES)
def old(request: pytest.FixtureRequest, tmp_path: Path, encoder: Any) -> Release:
    """Left by an earlier release, its library brought up to date; nothing of the bot's own was touched."""
    release = unpacked(request.param, tmp_path / "old")
    restore(release.backup, release.home / "spare")
    for library in (release.library, release.home / "spare"):
        update(library, IndexRequest(web=False), encoder_factory=lambda: encoder)
    return release


@pytest.fixture
def libraries(old: Release) -> dict[str, Path]:
    return {"archive": old.library, "spare": old.home / "spare"}


@pytest.fixture
def changes(old: Release) -> dict[str, Any]:
    return {"state": old.state}


@dataclass
class Server:
    """The same server as when the state was made, with the same ids."""

    env: simcord.Env
    guild: Any
    channel: Any
    alice: Any
    admin: Any

    @property
    def bot(self) -> Any:
        return self.env.bot

    async def pressed(self, person: Any, custom_id: str) -> Any:
        """Press a button of an old message: of a new one that has it."""
        await self.alice.slash(self.channel, "ask", question="What did Biden say?")
        message = self.channel.last_message
        button = {"type": 2, "style": 2, "label": "x", "custom_id": custom_id}
        self.env.backend.get_message(self.channel.id, message.id).components = [
            {"type": 1, "components": [button]}
        ]
        return await person.click(message, custom_id=custom_id)


@pytest_asyncio.fixture
async def server(simcord_env: simcord.Env, old: Release) -> Server:
    recorded = old.recorded["discord"]
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("news")
    admins = guild.create_role("Admins", permissions=discord.Permissions(administrator=True))
    alice = guild.add_member(simcord_env.create_user("alice"))
    admin = guild.add_member(simcord_env.create_user("ada"), roles=[admins])
    await simcord_env.bot.tree.sync()
    # Simcord numbers what is created in its order; where it does not any more, make the releases' files again with it.
    assert [guild.id, channel.id, alice.id, admin.id] == [
        recorded[name] for name in ("guild", "channel", "alice", "admin")
    ]
    return Server(simcord_env, guild, channel, alice, admin)


def cards(message: Any) -> list[str]:
    """Return what stands on each card, without the marks of bold words."""
    return [unescaped(embed.description).replace("**", "") for embed in message.embeds]


async def test_old_buttons_show_what_they_showed(server: Server, old: Release) -> None:
    recorded = old.recorded["discord"]
    more, around = (
        next(each for each in recorded["buttons"] if each.startswith(f"qa:{action}:"))
        for action in ("page", "around")
    )

    await server.pressed(server.alice, more.removesuffix("1") + "0")
    first = cards(server.channel.last_message)
    surroundings = await server.pressed(server.alice, around)

    assert len(first) == len(recorded["cards"])
    for quote, card in zip(old.recorded["answers"][0]["quotes"], first, strict=True):
        assert quote["text"] in card
        assert quote["speaker"] in card
    assert "biggest threat" in unescaped(surroundings.response.embeds[0].description)


async def test_every_old_button_still_does_something(server: Server, old: Release) -> None:
    for custom_id in old.recorded["discord"]["buttons"]:
        result = await server.pressed(server.alice, custom_id)

        assert result.acknowledged, custom_id
        told = "" if result.modal else result.response.content or ""
        assert told != TOO_OLD, custom_id
        assert "Something went wrong" not in told, custom_id


async def test_a_follow_up_goes_on_from_an_old_answer(server: Server, old: Release) -> None:
    (custom_id,) = (each for each in old.recorded["discord"]["buttons"] if each.startswith("qa:follow:"))

    dialog = await server.pressed(server.alice, custom_id)
    result = await server.alice.submit_modal(dialog, {"question": "and about Beijing?"})

    assert "speaker: Marco Rubio · topic: Beijing" in unescaped(result.response.content)


async def test_an_old_private_answer_still_opens_to_one_person_only(server: Server, old: Release) -> None:
    around = old.recorded["discord"]["private"].split(":")[2]

    own = await server.pressed(server.alice, f"qa:around:{around}:0")
    others = await server.pressed(server.admin, f"qa:around:{around}:0")

    assert own.response.embeds
    assert not others.response.embeds


async def test_what_was_set_on_a_server_still_holds(server: Server, old: Release) -> None:
    state = server.bot.state

    settings = dict(state.settings_of(server.guild.id))
    settings.pop((0, "greeted"), None)  # noted by this release, when it sees the server for the first time
    assert settings == {(0, "per_person"): 7}
    assert state.given_to("guild", server.guild.id) == {"spare"}
    assert state.is_thread(old.recorded["discord"]["thread"])
    await server.admin.slash(server.channel, "settings library", name="spare")
    assert server.bot.policy.library(Place(server.alice.id, server.guild.id, server.channel.id)) == "spare"


async def test_what_was_posted_never_comes_again_and_what_was_not_comes_once(
    server: Server, old: Release
) -> None:
    news = server.bot.get_cog("Following").news
    (follow,) = await news.here(Place(server.admin.id, server.guild.id, server.channel.id))

    await news.look()
    await news.look()

    assert follow.question == "What did Marco Rubio say about China?"
    posted = [text for message in server.channel.history() for text in cards(message)]
    assert [old.recorded["not_shown"] in text for text in posted] == [True]
    assert not any(old.recorded["shown"] in text for text in posted)
