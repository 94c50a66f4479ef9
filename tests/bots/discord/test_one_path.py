"""What Discord's commands say of a speaker and a topic is what the archive's answerer says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bots.discord.service import AnswerService
from qa.answers import Outcome
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.bots.discord.unescaping import unescaped
from tests.one_path.archives import HARWICK, write

PAIRS = [
    ("Ada Quill", "the ferries"),
    ("Ada Quill", "helicopters"),
    ("Ivo Brandt", "school meals"),
    ("Una Strand", "the ferries"),
    ("Lord Vane", "the library"),
    ("Robin Vane", "the library"),
]


@pytest.fixture(scope="module")
def harwick(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    folder = tmp_path_factory.mktemp("harwick")
    articles = write(folder / "articles", HARWICK)
    update(folder / "library", IndexRequest((articles,)), encoder_factory=lambda: encoder)
    return folder / "library"


@pytest.fixture
def libraries(harwick: Path) -> dict[str, Path]:
    return {"archive": harwick}


def words(message: Any) -> str:
    return " ".join(unescaped(embed.description or "") for embed in message.embeds).replace("**", "")


@pytest.mark.parametrize(("speaker", "topic"), PAIRS)
async def test_commands_and_questions_show_the_same_words(
    town: Any, harwick: Path, encoder: Any, speaker: str, topic: str
) -> None:
    service = AnswerService({"archive": harwick}, encoder_factory=lambda: encoder)
    question = f"What did {speaker} say about {topic}?"
    answer = await service.ask(question, library="archive", person=7)
    listed = await service.answer(
        lambda answerer, _: answerer.quotes(speaker, about=topic), library="archive", person=7
    )
    await service.close(1)

    asked = (await town.alice.slash(town.channel, "ask", question=question)).response
    timeline = (await town.alice.slash(town.channel, "timeline", speaker=speaker, topic=topic)).response

    answers = answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert bool(listed) == answers == bool(timeline.embeds)
    for quote in answer.quotes[:1] if answers else ():
        start = " ".join(quote.text.split()[:4])
        assert start in words(asked)
        assert start in words(timeline)
