from __future__ import annotations

import json
import signal
import time

import pytest

from bots.discord.modes import MODE, Mode
from bots.discord.state import State
from tests.bots.discord.wire import shapes
from tests.bots.discord.wire.conftest import TOKEN, Place
from tests.bots.discord.wire.fake import Wire
from tests.bots.discord.wire.gateway import IDENTIFY

pytestmark = pytest.mark.slow

PRIVILEGED = 1 << 15


async def test_without_a_token_it_says_so_and_ends_with_78(place: Place) -> None:
    del place.environment["QA_DISCORD_TOKEN"]

    code, _, told = await place.call("discord", "run")

    assert code == 78
    assert "QA_DISCORD_TOKEN_FILE" in told


async def test_a_token_in_a_file_with_a_line_break_is_taken(place: Place, wire: Wire) -> None:
    del place.environment["QA_DISCORD_TOKEN"]
    (place.folder / "token").write_text(f"{TOKEN}\n")
    place.environment["QA_DISCORD_TOKEN_FILE"] = str(place.folder / "token")

    async with place.run(wire):
        assert wire.operations(IDENTIFY)[0]["token"] == TOKEN


async def test_only_unprivileged_intents_are_asked_for(place: Place, wire: Wire) -> None:
    async with place.run(wire):
        assert not wire.operations(IDENTIFY)[0]["intents"] & (PRIVILEGED | 1 << 1 | 1 << 8)


async def test_a_refused_token_ends_with_78_and_one_line(place: Place, wire: Wire) -> None:
    wire.token = "another"

    bot = await place.start(wire, "--quiet")

    assert await bot.ended() == 78
    assert [line for line in bot.log.splitlines() if "stand-in" not in line] == [
        "qa: Discord refused the token. Reset it under Bot > Reset Token of your application, and store the new one."
    ]


@pytest.mark.parametrize(
    ("close", "says"),
    [(4004, "refused the token"), (4014, "message_content = false")],
    ids=["token", "intent"],
)
async def test_a_close_that_is_for_good_ends_with_78_and_says_what_to_do(
    place: Place, wire: Wire, close: int, says: str
) -> None:
    wire.close_on_identify = close

    bot = await place.start(wire)

    assert await bot.ended() == 78
    assert says in bot.log
    assert "Traceback" not in bot.log


async def test_a_first_connection_that_is_refused_is_tried_again(place: Place, wire: Wire) -> None:
    wire.refuse_gateway = 1

    async with place.run(wire) as bot:
        assert "Next try in 1 s" in bot.log


async def test_a_discord_that_is_down_at_login_is_waited_for(place: Place, wire: Wire) -> None:
    wire.answer_once("GET", "/users/@me", 503, {"message": "down"})

    async with place.run(wire) as bot:
        assert "Discord cannot be reached (DiscordServerError)" in bot.log


async def test_a_signal_ends_it_with_0(place: Place, wire: Wire) -> None:
    async with place.run(wire) as bot:
        bot.signal(signal.SIGTERM)

        assert await bot.ended() == 0


async def test_a_second_bot_with_the_same_state_is_refused(place: Place, wire: Wire) -> None:
    async with place.run(wire):
        second = await place.start(wire)

        assert await second.ended() == 78
        assert "Another bot is running with the state folder" in second.log
        assert len(wire.greeted) == 1


async def test_a_state_folder_that_cannot_be_made_is_named(place: Place, wire: Wire) -> None:
    (place.folder / "file").touch()

    bot = await place.start(wire, "--state", str(place.folder / "file" / "state"))

    assert await bot.ended() == 78
    assert "cannot be created" in bot.log


async def test_a_signal_while_it_waits_to_connect_ends_it_with_0(place: Place, wire: Wire) -> None:
    wire.refuse_gateway = 100
    bot = await place.start(wire)
    await wire.until(lambda: wire.refuse_gateway < 100, "a first try")

    bot.signal(signal.SIGINT)

    assert await bot.ended() == 0


async def test_neither_the_token_nor_what_was_written_is_in_the_log(place: Place, wire: Wire) -> None:
    async with place.run(wire, "--verbose") as bot:
        said = await wire.mention("What did Rubio say about China, sentinelquestion?")
        await wire.answer_to(said)
        bot.signal(signal.SIGTERM)
        await bot.ended()

        assert "discord" in bot.log
        assert TOKEN not in bot.log
        assert TOKEN.split(".")[2] not in bot.log
        assert "sentinelquestion" not in bot.log


async def test_a_stand_in_on_another_host_is_refused(place: Place) -> None:
    place.environment["QA_DISCORD_API"] = "http://192.0.2.1:80"

    code, _, told = await place.call("discord", "run")

    assert code == 2
    assert "loopback" in told


async def test_commands_are_registered_once_until_they_change(place: Place, wire: Wire) -> None:
    first = await place.call("discord", "sync", wire=wire)
    again = await place.call("discord", "sync", wire=wire)
    forced = await place.call("discord", "sync", "--force", "--guild", str(shapes.GUILD), wire=wire)

    assert (first[0], again[0], forced[0]) == (0, 0, 0), first[2]
    assert "Registered" in first[1]
    assert "Nothing changed" in again[1]
    assert [r.path for r in wire.requests if r.method == "PUT"] == [
        f"/applications/{shapes.BOT}/commands",
        f"/applications/{shapes.BOT}/guilds/{shapes.GUILD}/commands",
    ]


async def test_check_finds_nothing_where_all_is_well(place: Place, wire: Wire) -> None:
    await place.call("discord", "sync", wire=wire)

    code, told, _ = await place.call("discord", "check", "--json", wire=wire)

    findings = json.loads(told)["findings"]
    assert code == 0
    assert {f["about"]: f["grade"] for f in findings} == {
        "token": "ok",
        "intents": "ok",
        "commands": "ok",
        f"guild Newsroom ({shapes.GUILD})": "ok",
        "library archive": "ok",
        "state": "ok",
        "owners": "note",
    }


async def test_check_says_what_is_wrong_and_what_to_do(place: Place, wire: Wire) -> None:
    place.configure(
        f'message_content = true\nlibraries = {{ here = ".qa", gone = "elsewhere" }}\nguilds = [{shapes.GUILD}, 5]'
    )
    wire.application |= {"interactions_endpoint_url": "https://a.example", "bot_require_code_grant": True}
    wire.guild = shapes.guild(permissions=str(1 << 10 | 1 << 11))
    wire.guild["owner_id"] = "1"

    code, told, _ = await place.call("discord", "check", wire=wire)

    assert code == 78
    assert "problem intents: The message content intent is not switched on" in told
    assert "lacks Embed Links, Read Message History, Create Public Threads, Send Messages In Threads" in told
    assert "note    commands: Not registered everywhere: " in told
    assert "problem commands: Discord sends commands to a web address instead" in told
    assert "problem invitation: The invitation cannot work." in told
    assert "note    guilds: The setting `guilds` names guilds that the bot is not in: 5." in told
    assert "problem library gone: There is no library" in told


async def test_check_says_whether_a_server_chose_what_needs_to_read_messages(
    place: Place, wire: Wire
) -> None:
    state = place.folder / "state"
    opened = State.open(state, now=time.time)
    opened.change(shapes.GUILD, MODE, Mode.MESSAGES.value, channel=shapes.CHANNEL)
    opened.change(shapes.GUILD, MODE, Mode.POSTS.value, channel=shapes.CHANNEL + 1)
    opened.close()
    wire.application |= {"flags": 1 << 18}

    chosen = f'state = "{state}"'
    told = []
    for table in (chosen, f"message_content = true\n{chosen}", "message_content = true"):
        place.configure(table)
        told.append((await place.call("discord", "check", wire=wire))[1])

    assert "note    intents: Every message of a channel can be a question only with" in told[0]
    assert "chosen for 1 channel." in told[0]
    assert (
        "ok      intents: The message content intent is switched on, for every message of 1 channel"
        in told[1]
    )
    assert (
        "note    intents: The message content intent is switched on, and only the bot's own threads"
        in told[2]
    )


async def test_check_says_when_discord_refuses_the_token(place: Place, wire: Wire) -> None:
    wire.token = "another"

    code, told, _ = await place.call("discord", "check", wire=wire)

    assert code == 78
    assert told.startswith("problem token: Discord refused the token.")
