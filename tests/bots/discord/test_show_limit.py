"""A library that shows quotes only, asked on Discord."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qa.ingest.set_show_limit import set_show_limit
from tests.bots.discord.test_pressing import RUBIO, asked
from tests.bots.discord.unescaping import unescaped

pytestmark = pytest.mark.slow

BESIDE = "A senator on whom China has imposed sanctions is to have a place"
LIMIT = "This archive shows quotes only."


@pytest.fixture
def libraries(own_seeds: Path) -> dict[str, Path]:
    set_show_limit(own_seeds, "quotes")
    return {"archive": own_seeds}


async def test_a_quote_is_shown_without_its_neighbours(town: Any) -> None:
    message = await asked(town)

    result = await town.press(town.bob, message, "Around 2")

    text = unescaped(result.response.embeds[0].description)
    assert "> **Marco Rubio has called China the “biggest threat” to the prosperity" in text
    assert BESIDE not in text
    assert f"\n-# {LIMIT}\n" in text


async def test_the_article_is_shown_as_its_quote(town: Any) -> None:
    await town.alice.send(town.channel, f"{town.mention} {RUBIO}")
    answer = town.channel.last_message

    await town.alice.send(town.channel, f"{town.mention} show me the article", reply_to=answer)

    message = town.channel.last_message
    shown = unescaped(message.content + "".join(each.description or "" for each in message.embeds))
    assert LIMIT in shown
    assert BESIDE not in shown


async def test_no_sentence_before_a_quote_is_shown(town: Any) -> None:
    message = await asked(town, "What did Trump say?")

    assert not any("before it:" in (embed.description or "") for embed in message.embeds)
