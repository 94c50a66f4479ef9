from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.bots.discord.conftest import small_print
from tests.bots.discord.unescaping import unescaped

SAID = [
    ("Anna Lindqvist", "2024-03-04", "The harbour must stay open to fishing boats"),
    ("Peter Okafor", "2024-03-05", "The harbour costs more than it will ever bring in"),
    ("Anna Lindqvist", "2024-05-20", "The harbour may close for one winter"),
    ("Anna Lindqvist", "2024-07-01", "The harbour will be sold after all"),
]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "news").mkdir()
    for number, (name, day, words) in enumerate(SAID):
        (folder / "news" / f"{number}.md").write_text(
            f"---\ntitle: Harbour {number}\ndate: {day}\nsource: Gazette\n---\n“{words},” {name} said.\n",
            encoding="utf-8",
        )
    update(folder / "library", IndexRequest((folder / "news",)), encoder_factory=lambda: encoder)
    return folder / "library"


@pytest.fixture
def libraries(harbour: Path) -> dict[str, Path]:
    return {"archive": harbour}


def speakers(message: Any) -> list[str]:
    """Return the speakers of a comparison, row by row."""
    names = [unescaped(field.name) for embed in message.embeds for field in embed.fields]
    return [name.partition(" · ")[2] for name in names]


async def test_speakers_stand_side_by_side(town: Any) -> None:
    result = await town.alice.slash(
        town.channel, "compare", first="lindqvist", second="Okafor", topic="the harbour"
    )

    message = result.response
    assert set(speakers(message)) == {"Anna Lindqvist", "Peter Okafor"}
    assert speakers(message)[:2] == ["Anna Lindqvist", "Peter Okafor"]
    assert len(message.embeds[0].fields) == 2
    assert all(field.inline for embed in message.embeds for field in embed.fields)
    assert message.content.startswith("**lindqvist and Okafor on the harbour**")


async def test_a_speaker_who_says_nothing_on_it_is_named(town: Any) -> None:
    result = await town.alice.slash(
        town.channel, "compare", first="Lindqvist", second="Okafor", topic="the winter"
    )

    assert "Peter Okafor is quoted in these articles, though not on the winter." in unescaped(
        result.response.content
    )
    assert "Peter Okafor" not in speakers(result.response)


async def test_one_speaker_is_no_comparison(town: Any) -> None:
    result = await town.alice.slash(town.channel, "compare", first="Lindqvist", second="Anna Lindqvist")

    assert result.response.content == "Give two different speakers to compare."


async def test_a_timeline_goes_from_the_first_to_the_latest(town: Any) -> None:
    result = await town.alice.slash(
        town.channel, "timeline", speaker="lindqvist", topic="harbour", private=True
    )

    assert result.ephemeral
    assert [small_print(embed) for embed in result.response.embeds] == [
        "first · Gazette · 4 March 2024 · Harbour 0", "Gazette · 20 May 2024 · Harbour 2",
        "latest · Gazette · 1 July 2024 · Harbour 3",
    ]  # fmt: skip


async def test_a_timeline_of_nothing_says_so(town: Any) -> None:
    result = await town.alice.slash(town.channel, "timeline", speaker="Okafor", topic="cheese")

    assert "Not found" in result.response.content


async def test_a_comparison_in_plain_words_is_one(town: Any) -> None:
    result = await town.alice.slash(town.channel, "ask", question="Lindqvist and Okafor on the harbour")

    assert set(speakers(result.response)) == {"Anna Lindqvist", "Peter Okafor"}


async def test_each_quote_of_a_comparison_can_be_opened(town: Any) -> None:
    await town.alice.slash(town.channel, "compare", first="Lindqvist", second="Okafor", topic="the harbour")

    around = await town.press(town.alice, town.channel.last_message, "Around 1")

    assert "harbour" in around.response.embeds[0].description
