"""Speakers are offered by any of their names, by initials, and by what the articles say that they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qa.ingest.report import IndexRequest
from qa.ingest.update import update

pytestmark = pytest.mark.slow

ARTICLE = """---
title: Port
date: 2024-03-04
---
“The harbour must stay open,” the mayor, Anna Lindqvist, said. “It costs too much,” said Peter Okafor.

“We will see,” the Harbour Council Authority said. José Márquez, the director of the port, said: “No.”
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    folder = tmp_path_factory.mktemp("port")
    (folder / "news").mkdir()
    (folder / "news" / "port.md").write_text(ARTICLE, encoding="utf-8")
    update(folder / "library", IndexRequest((folder / "news",)), encoder_factory=lambda: encoder)
    return folder / "library"


@pytest.fixture
def libraries(port: Path) -> dict[str, Path]:
    return {"archive": port}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("mayor", "Anna Lindqvist"),
        ("the mayor", "Anna Lindqvist"),
        ("marq", "José Márquez"),
        ("hca", "Harbour Council Authority"),
        ("okaf", "Peter Okafor"),
    ],
    ids=["role", "role-with-the", "without-accents", "initials", "surname"],
)
async def test_a_speaker_is_offered_by(town: Any, typed: str, name: str) -> None:
    offered = await town.alice.autocomplete(town.channel, "ask", "speaker", typed, question="x")

    assert name in [each["value"] for each in offered]
    assert len(offered) == 1


async def test_what_nobody_is_offers_nobody(town: Any) -> None:
    assert await town.alice.autocomplete(town.channel, "ask", "speaker", "astronaut", question="x") == []
