"""Several libraries on one server: assistants ask each below its own name, and reach no other from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.bots.agents.conftest import ENVIRONMENT, command, index, refused, told
from tests.bots.agents.test_tools import ASKED, TEXT

pytestmark = pytest.mark.slow

LAMP = """---
title: The lighthouse keeper retires
date: 2024-02-02
source: Coast Gazette
---
“The lamp has never gone out,” Tove Hallberg said in the lighthouse.
"""


@pytest.fixture(scope="module")
def served(town: Path, tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Iterator[Any]:
    """What `qa serve --json` printed, with the process as it serves."""
    coast = tmp_path_factory.mktemp("coast")
    (coast / "news").mkdir()
    (coast / "news" / "lamp.md").write_text(LAMP, encoding="utf-8")
    index(coast / "library", coast / "news", encoder)
    process = subprocess.Popen(
        command("serve", "--mcp", "--json", "--port", "0",
                "--mount", f"town={town / 'library'}", "--mount", f"coast={coast / 'library'}"),
        env=os.environ | ENVIRONMENT,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=120)
    assert process.returncode == 0


def test_it_says_where_each_library_can_be_asked(served: Any) -> None:
    url = served["url"]

    assert served["mcp"] is None
    assert served["libraries"] == [
        {"name": name, "url": f"{url}{name}/", "mcp": f"{url}{name}/mcp"} for name in ("town", "coast")
    ]


async def test_each_answers_from_its_own_library(served: Any) -> None:
    from mcp import Client

    town, coast = (each["mcp"] for each in served["libraries"])
    async with Client(town) as client:
        asked = await told(client, "ask", question=ASKED)
        quote = asked["quotes"][0]["id"]
        assert "Hallberg" in await refused(client, "find_quotes", speaker="Tove Hallberg")
    async with Client(coast) as client:
        found = await told(client, "find_quotes", speaker="Tove Hallberg")
        foreign = await client.call_tool("show_quote", {"id": quote})

    assert asked["quotes"][0]["text"] == TEXT
    assert found["quotes"][0]["text"].startswith("“The lamp has never gone out")
    assert foreign.is_error


def test_where_no_library_is_named_there_is_nothing_to_ask(served: Any) -> None:
    headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}

    for path in ("mcp", "nowhere/mcp", "town/coast/mcp"):
        reply = httpx2.post(f"{served['url']}{path}", content="{}", headers=headers, timeout=60)
        assert reply.status_code == 405


def test_another_site_may_ask_none_of_them(served: Any) -> None:
    for each in served["libraries"]:
        reply = httpx2.post(each["mcp"], content="{}", headers={"origin": "https://evil.example"}, timeout=60)
        assert reply.status_code == 403
