from __future__ import annotations

import asyncio
import re
import shutil
import signal
from itertools import count
from pathlib import Path

import pytest

from bots.discord.failures import GONE
from tests.bots.discord.wire import shapes
from tests.bots.discord.wire.conftest import ROOT, Place
from tests.bots.discord.wire.fake import Wire
from tests.bots.discord.wire.gateway import RESUME
from tests.bots.discord.wire.shapes import Json

pytestmark = pytest.mark.slow

QUESTION = "What did Rubio say about China?"
MANY = 50


def quotes(message: Json) -> list[str]:
    """Return the quoted words of an answer, as a person reads them; what is related has a card without a title."""
    return [
        "\n".join(
            re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*\*", "", line.removeprefix("> ")))
            for line in embed["description"].splitlines()
            if line.startswith("> ")
        )
        for embed in message["embeds"]
        if embed.get("title")
    ]


def around_first(message: Json) -> tuple[str, str]:
    """Return the menu under an answer, and what it has for the text around the first quote."""
    menus = [item for row in message["components"] for item in row["components"] if "options" in item]
    return next(
        (menu["custom_id"], option["value"])
        for menu in menus
        for option in menu["options"]
        if option["label"] == "Around 1"
    )


def in_the_seeds(words: str) -> bool:
    return any(words.strip() in path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.md"))


async def test_a_mention_is_answered_in_the_articles_words(place: Place, wire: Wire) -> None:
    async with place.run(wire):
        said = await wire.mention(QUESTION)
        answer = await wire.answer_to(said)

    assert "Marco Rubio" in answer["content"]
    assert "biggest threat" in quotes(answer)[0]
    assert all(in_the_seeds(words) for words in quotes(answer))


async def test_a_command_is_answered_after_it_was_acknowledged(place: Place, wire: Wire) -> None:
    async with place.run(wire):
        used = await wire.slash("ask", question=QUESTION)
        answer = await wire.response_to(used)

    acknowledged = next(r for r in wire.requests if r.path.endswith("/callback"))
    assert acknowledged.body["type"] == 5
    assert "biggest threat" in quotes(answer)[0]


async def test_a_limit_of_discords_is_waited_out(place: Place, wire: Wire) -> None:
    wire.rate_limit_once("POST", r"/channels/\d+/messages$", 0.2)

    async with place.run(wire):
        said = await wire.mention(QUESTION)
        await wire.answer_to(said)

    posts = [r for r in wire.requests if r.method == "POST" and r.path.endswith("/messages")]
    assert len(posts) == 2
    assert posts[1].at - posts[0].at >= 0.2


@pytest.mark.parametrize("how", ["mention", "command"])
async def test_what_is_purged_while_discord_lets_the_answer_wait_is_taken_back(
    place: Place, wire: Wire, how: str
) -> None:
    before: list[str] = []

    async def purge(message: Json) -> None:
        before.extend(quotes(message))
        code, _, errors = await place.call("forget", "--purge", str(ROOT / "seeds"))
        assert code == 0, errors

    # Discord has the message, and tells the bot so when the purge is over.
    wire.be_slow_once("POST", r"/channels/\d+/messages$|/webhooks/", purge)
    async with place.run(wire):
        if how == "mention":
            message = await wire.answer_to(await wire.mention(QUESTION))
        else:
            message = await wire.response_to(await wire.slash("ask", question=QUESTION))
        await wire.until(lambda: not message["embeds"], "an answer that was taken back")

    assert "biggest threat" in before[0]
    assert message["content"] == GONE
    assert message["components"] == []


async def test_surroundings_that_are_purged_on_their_way_are_taken_back(place: Place, wire: Wire) -> None:
    before: list[str] = []

    async def purge(given: Json) -> None:
        before.append(given["resource"]["message"]["embeds"][0]["description"])
        await place.call("forget", "--purge", str(ROOT / "seeds"))

    async with place.run(wire):
        answer = await wire.answer_to(await wire.mention(QUESTION))
        wire.be_slow_once("POST", "/callback$", purge)
        shown = await wire.response_to(await wire.choose(answer, *around_first(answer)))
        await wire.until(lambda: not shown["embeds"], "surroundings that were taken back")

    assert "biggest threat" in before[0]
    assert shown["content"] == GONE


async def test_a_message_missed_while_away_is_answered_once(place: Place, wire: Wire) -> None:
    async with place.run(wire):
        await wire.drop()
        missed = await wire.mention(QUESTION)
        await wire.answer_to(missed)
        await wire.ask_to_reconnect()
        await wire.until(lambda: len(wire.operations(RESUME)) == 2, "coming back a second time")
        # Another question's answer shows that the first one had its time to be answered again.
        last = await wire.mention(QUESTION, person=shapes.OWNER)
        await wire.answer_to(last)

        assert len(wire.answers_to(missed)) == 1
        assert len(wire.greeted) == 1


async def test_a_signal_lets_the_answer_in_hand_be_sent(place: Place, wire: Wire) -> None:
    async with place.run(wire) as bot:
        said = await wire.mention(QUESTION)
        await wire.until(lambda: [r for r in wire.requests if r.path.endswith("/typing")], "being taken up")
        assert not wire.answers_to(said)

        bot.signal(signal.SIGTERM)

        assert await bot.ended() == 0
        assert "biggest threat" in quotes(wire.answers_to(said)[0])[0]
        assert "Traceback" not in bot.log


async def test_a_second_signal_ends_it_at_once(place: Place, wire: Wire) -> None:
    async with place.run(wire) as bot:
        for person in range(8):
            await wire.mention(QUESTION, person=1000 + person)
        await wire.until(lambda: [r for r in wire.requests if r.path.endswith("/typing")], "being taken up")

        bot.signal(signal.SIGTERM)
        await bot.logged("Stopping")
        bot.signal(signal.SIGTERM)

        assert await bot.ended() in {0, 130}


async def test_fifty_mentions_at_once_are_each_answered_or_asked_to_wait(place: Place, wire: Wire) -> None:
    wire.heartbeat = 0.25
    async with place.run(wire) as bot:
        asked = [await wire.mention(QUESTION, person=1000 + number) for number in range(MANY)]
        before = len(wire.heartbeats)
        replies = [await wire.answer_to(each) for each in asked]
        await wire.until(lambda: len(wire.heartbeats) > before, "a heartbeat")

        assert all(len(wire.answers_to(each)) == 1 for each in asked)
        answered = [reply for reply in replies if reply["embeds"]]
        assert len(answered) >= 10
        assert all("biggest threat" in quotes(reply)[0] for reply in answered)
        assert all(reply["content"] for reply in replies if not reply["embeds"])
        assert "Traceback" not in bot.log
        assert len(wire.greeted) == 1


async def test_a_library_rebuilt_while_questions_run_is_used_at_the_next_question(
    place: Place, wire: Wire
) -> None:
    articles = place.folder / "articles"
    shutil.copytree(ROOT / "seeds", articles)
    await place.call("index", str(articles))
    place.configure("limits = { per_guild = 10000, in_all = 10000 }")
    _add_an_article(articles)
    people = count(1000)
    replies = []

    async with place.run(wire) as bot:
        for arguments in (("index",), ("index", "--rebuild")):
            indexing = asyncio.create_task(place.call(*arguments))
            while not indexing.done():
                replies.append(await wire.answer_to(await wire.mention(QUESTION, person=next(people))))
            assert (await indexing)[0] == 0
        new = await wire.answer_to(await wire.mention("What did Anna Lindqvist say about the harbour?"))

    assert replies
    assert all("biggest threat" in quotes(reply)[0] for reply in replies)
    assert "must stay open to fishing boats" in quotes(new)[0]
    assert "Traceback" not in bot.log


async def test_the_menu_of_an_answer_works_after_a_restart(place: Place, wire: Wire) -> None:
    async with place.run(wire) as bot:
        answer = await wire.answer_to(await wire.mention(QUESTION))
        bot.signal(signal.SIGTERM)
        await bot.ended()

    async with place.run(wire):
        shown = await wire.response_to(await wire.choose(answer, *around_first(answer)))

    words = quotes(shown)[0]
    assert "biggest threat" in words
    assert len(words) > len(quotes(answer)[0])


def _add_an_article(folder: Path) -> None:
    (folder / "harbour.md").write_text(
        "---\ntitle: The old harbour\ndate: 2025-01-21\nsource: Coast Gazette\n---\n"
        "“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said on Monday.\n",
        encoding="utf-8",
    )
