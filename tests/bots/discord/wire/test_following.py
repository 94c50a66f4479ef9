from __future__ import annotations

from pathlib import Path

import pytest

from tests.bots.discord.wire import shapes
from tests.bots.discord.wire.conftest import Place
from tests.bots.discord.wire.fake import Wire
from tests.bots.discord.wire.shapes import Json

pytestmark = pytest.mark.slow

FIRST = "China will have to open its harbours to our ships"
SECOND = "China must answer for the tariffs that it has raised"


@pytest.mark.parametrize("known_by", ["nonce", "history"])
async def test_a_bot_that_is_killed_after_it_posted_does_not_post_again(
    place: Place, wire: Wire, known_by: str
) -> None:
    place.configure("follow_seconds = 1")
    articles = place.folder / "articles"
    async with place.run(wire) as bot:
        await wire.response_to(
            await wire.slash("follow", person=shapes.OWNER, speaker="Marco Rubio", topic="China")
        )
        # Before the bot hears that its message was taken, it is gone.
        wire.on_message = lambda message: bot.process.kill() if is_news(message) else None
        await index(place, articles, FIRST, day=21)
        await bot.ended()
        wire.on_message = None

    if known_by == "history":
        wire.forget_nonces()
    else:
        wire.answer_once("GET", r"/channels/\d+/messages$", 403, {"code": 50001, "message": "Missing Access"})
    async with place.run(wire) as bot:
        # A later day, because what is new is posted in order: then the first has had its turn.
        await index(place, articles, SECOND, day=22)
        await wire.until(lambda: [m for m in news(wire) if SECOND in m], "what is new")
        assert "Traceback" not in bot.log

    assert len(news(wire)) == 2
    assert len([words for words in news(wire) if FIRST in words]) == 1


def is_news(message: Json) -> bool:
    return message["content"].startswith("-# New on")


def news(wire: Wire) -> list[str]:
    return [message["embeds"][0]["description"] for message in wire.messages.values() if is_news(message)]


async def index(place: Place, folder: Path, words: str, *, day: int) -> None:
    folder.mkdir(exist_ok=True)
    text = f"---\ntitle: Later\ndate: 2025-01-{day}\nsource: Gazette\n---\n“{words},” Marco Rubio said on Monday.\n"
    (folder / f"{len(list(folder.iterdir()))}.md").write_text(text, encoding="utf-8")
    assert (await place.call("index", str(folder)))[0] == 0
