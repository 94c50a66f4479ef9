from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.bots.discord.unescaping import unescaped


async def test_speakers_are_listed_with_how_often_they_speak(town: Any) -> None:
    result = await town.alice.slash(town.channel, "speakers")

    assert result.ephemeral
    first, second, *_ = unescaped(result.response.content).split("\n")
    assert re.fullmatch("-# 7 articles, 17 January 2025 to 20 January 2025 · [0-9]+ speakers", first)
    assert second == "**Donald Trump** · 12"


async def test_a_speaker_is_shown_with_topics_and_a_quote(town: Any) -> None:
    result = await town.alice.slash(town.channel, "speakers", name="rubio")

    assert unescaped(result.response.content).startswith("**Marco Rubio** · 3 attributions")
    assert "about China 3" in result.response.content
    assert "biggest threat" in result.response.embeds[0].description


async def test_an_unknown_speaker_is_named(town: Any) -> None:
    result = await town.alice.slash(town.channel, "speakers", name="Zebulon *")

    assert unescaped(result.response.content).startswith("There is no speaker called “Zebulon *”.")


async def test_sources_are_listed_with_their_dates(town: Any) -> None:
    result = await town.alice.slash(town.channel, "sources")

    assert result.response.content.split("\n")[1:] == [
        "**Onrecord seeds** · 7, 17 January 2025 to 20 January 2025"
    ]


async def test_the_newest_articles_come_first(town: Any) -> None:
    result = await town.alice.slash(town.channel, "latest", count=2)

    assert [embed.footer.text for embed in result.response.embeds] == [
        "Onrecord seeds · 20 January 2025", "Onrecord seeds · 20 January 2025",
    ]  # fmt: skip


async def test_a_source_without_articles_has_no_newest(town: Any) -> None:
    result = await town.alice.slash(town.channel, "latest", source="Nowhere")

    assert result.response.content == "No article with a date matches that."


class TestOfHostileArticles:
    @pytest.fixture
    def libraries(self, tmp_path: Path, encoder: Any) -> dict[str, Path]:
        (tmp_path / "a.jsonl").write_text(
            '{"id": "1", "title": "[Free](https://evil.example) @everyone", "date": "2024-01-02",'
            ' "source": "*Bold* <@1> Times", "url": "javascript:alert(1)",'
            ' "text": "“Buy **now** at https://evil.example/x, @everyone, and nothing else,” [Mark](x) Down said."}\n',
            encoding="utf-8",
        )
        update(tmp_path / "lib", IndexRequest((tmp_path / "a.jsonl",)), encoder_factory=lambda: encoder)
        return {"archive": tmp_path / "lib"}

    async def test_nothing_of_them_is_markup_or_a_link(self, town: Any) -> None:
        for name, options in (
            ("latest", {}), ("sources", {}), ("speakers", {}), ("ask", {"question": "What shall I buy now?"}),
        ):  # fmt: skip
            await town.alice.slash(town.channel, name, **options)

        shown = ""
        for message in town.sent():
            shown += message.get("content") or ""
            for embed in message.get("embeds", ()):
                assert "url" not in embed
                shown += embed.get("description", "") + embed["title"]
        assert "evil" in shown
        for live in ("https://", "[Free]", "**now**", "*Bold*", "<@1>"):
            assert live not in shown
        assert "@everyone" not in shown.replace(r"\@everyone", "")
