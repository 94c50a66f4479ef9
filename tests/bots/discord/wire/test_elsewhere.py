"""People bring the bot along to servers that did not invite it, only where its owner switched that on."""

from __future__ import annotations

import pytest

from bots.discord.policy import NOT_HERE
from tests.bots.discord.wire import shapes
from tests.bots.discord.wire.conftest import Place
from tests.bots.discord.wire.fake import Wire
from tests.bots.discord.wire.shapes import HUMAN, Json

pytestmark = pytest.mark.slow

ELSEWHERE = "999"


async def ask(wire: Wire) -> Json:
    """Ask on a server that the bot is not in, as somebody who installed it for themselves."""
    data = {
        "id": "1",
        "name": "ask",
        "type": 1,
        "options": [{"name": "question", "type": 3, "value": "What did Rubio say about China?"}],
    }
    used = shapes.interaction(
        2, data, person=HUMAN, guild_id=ELSEWHERE, authorizing_integration_owners={"1": str(HUMAN)}
    )
    await wire.dispatch("INTERACTION_CREATE", used)
    return used


async def test_an_owner_can_let_people_bring_it_along_for_their_eyes_only(place: Place, wire: Wire) -> None:
    # A list of servers is no hindrance: the bot is on none of them there.
    place.configure(f"user_install = true\nguilds = [{shapes.GUILD}]")

    async with place.run(wire):
        answer = await wire.response_to(await ask(wire))

    acknowledged = next(r for r in wire.requests if r.path.endswith("/callback"))
    assert acknowledged.body["data"]["flags"] & 64
    assert "biggest threat" in answer["embeds"][0]["description"]
    labels = [each.get("label") for row in answer["components"] for each in row["components"]]
    assert "Share with channel" not in labels


async def test_it_is_off_by_default(place: Place, wire: Wire) -> None:
    async with place.run(wire):
        used = await ask(wire)
        sent = await wire.until(
            lambda: [r for r in wire.requests if used["token"] in r.path], "a reply to the question"
        )

    assert sent[0].body["data"]["content"] == NOT_HERE


async def test_only_then_are_commands_registered_for_it(place: Place, wire: Wire) -> None:
    await place.call("discord", "sync", wire=wire)
    before = [r.body for r in wire.requests if r.method == "PUT"][-1]
    place.configure("user_install = true")
    await place.call("discord", "sync", wire=wire)
    after = [r.body for r in wire.requests if r.method == "PUT"][-1]

    assert not any(1 in each["integration_types"] for each in before)
    assert {each["name"] for each in after if 1 in each["integration_types"]} == {
        "ask", "compare", "timeline", "speakers", "sources", "latest", "check", "help", "about", "privacy",
    }  # fmt: skip
