"""A bot whose library is on a server: it answers, follows and keeps reports; it updates nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bots.discord.news import state_of
from qa.settings import ServerLibrary
from qa.upkeep.move import move
from tests.qa.server.node import Node

pytestmark = pytest.mark.slow
RUBIO = "What did Rubio say about China?"


@pytest.fixture(scope="module")
def place(node: Node, seeds: Path) -> ServerLibrary:
    place = node.library("bot")
    move(seeds, place)
    return place


@pytest.fixture
def libraries(place: ServerLibrary) -> dict[str, ServerLibrary]:
    return {"archive": place}


async def test_it_answers_and_keeps_a_report_among_what_the_bot_keeps(town: Any) -> None:
    asked = await town.alice.slash(town.channel, "ask", question=RUBIO)
    reports = town.bot.configuration.state / "archive-reports.jsonl"

    dialog = await town.press(town.bob, asked.response, "Wrong?")
    await town.bob.submit_modal(dialog, {"wrong": ["1"]})

    assert "biggest threat" in asked.response.embeds[0].description
    assert len(reports.read_text().splitlines()) == 1


async def test_an_update_is_refused_in_words(town: Any) -> None:
    town.make_owner(town.admin)

    result = await town.admin.slash(town.channel, "reindex")

    assert "qa move" in result.response.content


def test_its_state_is_what_the_server_counts(place: ServerLibrary, seeds: Path) -> None:
    nobody = ServerLibrary("postgresql://onrecord@127.0.0.1:1/postgres", "bot")

    assert state_of(place) == state_of(place) == 1
    assert state_of(nobody) is None
