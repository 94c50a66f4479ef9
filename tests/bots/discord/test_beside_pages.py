"""A bot and web pages over one library, answered from one loaded model on one thread."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bots.archive_service import ArchiveService
from bots.discord.bot import ArchiveBot, create_bot
from bots.once import Once
from bots.queues import Queues
from bots.terminal.served import SharedModels, answers_of, assistants_of
from bots.web.app import create_app
from bots.web.guard import LOOPBACK
from qa.encoding import open_span_reader
from tests.bots.discord.cogs.test_asking import RUBIO, shown
from tests.bots.discord.conftest import Making

pytestmark = pytest.mark.slow

WITHOUT_A_NAME = "Why is China a threat?"
"""A question for which the reader of passages is needed."""


class Counted:
    """Says how often something was opened, and on which threads it was used."""

    def __init__(self, opened: Any) -> None:
        self.opened = opened
        self.times = 0
        self.threads: set[int] = set()

    def open(self) -> Counted:
        self.times += 1
        return self

    def __getattr__(self, name: str) -> Any:
        self.threads.add(threading.get_ident())
        return getattr(self.opened, name)


@pytest.fixture
def encoder_used(encoder: Any) -> Counted:
    return Counted(encoder)


@pytest.fixture
def reader_used() -> Counted:
    return Counted(open_span_reader())


@pytest.fixture
def shared(encoder_used: Counted, reader_used: Counted) -> SharedModels:
    return SharedModels(Once(encoder_used.open), Once(reader_used.open), Queues())


@pytest.fixture
def simcord_bot(making: Making, shared: SharedModels) -> ArchiveBot:
    making.made.append(create_bot(making.configuration, service=answers_of(making.configuration, shared)))
    return making.made[-1]


async def test_the_page_and_the_bot_answer_from_one_loaded_model(
    town: Any, seeds: Path, shared: SharedModels, encoder_used: Counted, reader_used: Counted
) -> None:
    service = ArchiveService(seeds, shared.open_encoder, queues=shared.queues, open_reader=shared.open_reader)
    app = create_app(service, allowed=LOOPBACK, beside=assistants_of(service))

    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        result, page = await asyncio.gather(
            town.alice.slash(town.channel, "ask", question=RUBIO),
            asyncio.to_thread(client.get, f"/ask?q={RUBIO}"),
        )
        await town.alice.slash(town.channel, "ask", question=WITHOUT_A_NAME)
        await town.bot.close()
        after = await asyncio.to_thread(client.get, f"/ask?q={WITHOUT_A_NAME}")

    assert service.close()
    assert "biggest threat" in shown(result.response)
    assert "biggest threat" in page.text
    assert after.status_code == 200, "the bot's end must not end what the pages still need"
    assert (encoder_used.times, reader_used.times) == (1, 1)
    assert len(encoder_used.threads | reader_used.threads) == 1
