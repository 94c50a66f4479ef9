"""Assistants that talk to the real process: over standard input and output, and over HTTP on this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.bots.web.conftest import encoder, index, own_town, town

__all__ = ["encoder", "index", "own_town", "town"]

ROOT = Path(__file__).parents[3]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
TRANSPORTS = ("stdio", "http")

Talking = Callable[[str, Path], AbstractAsyncContextManager[Any]]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bots.terminal", *arguments]


@contextmanager
def served(library: Path, *more: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the address of `qa serve --mcp` and a function that ends it and returns all that it printed."""
    process = subprocess.Popen(
        command("serve", "--mcp", "--port", "0", "--library", str(library), *more),
        env=os.environ | ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    printed: list[str] = []

    def end() -> str:
        if not printed:
            process.send_signal(signal.SIGTERM)
            printed.append("".join(process.communicate(timeout=120)))
        return printed[0]

    try:
        assert process.stdout is not None
        told = re.search(r"Assistants ask at (http://\S+/mcp)\.", process.stdout.readline())
        assert told is not None
        yield told[1], end
    finally:
        end()
        assert process.returncode == 0, printed


@pytest.fixture(scope="session")
def town_address(town: Path) -> Iterator[str]:
    with served(town / "library") as (address, _):
        yield address


@pytest.fixture
def talking(request: pytest.FixtureRequest, town: Path) -> Talking:
    """Connects the SDK's client by a transport to a library of its own process; the town's HTTP server is shared."""

    @asynccontextmanager
    async def connected(transport: str, library: Path) -> AsyncIterator[Any]:
        from mcp import Client, StdioServerParameters

        if transport == "stdio":
            first, *rest = command("mcp", "--library", str(library))
            # The client's default would not have the folders of this run.
            started = StdioServerParameters(command=first, args=rest, env=os.environ | ENVIRONMENT)
            async with Client(started) as client:
                yield client
        elif library == town / "library":
            async with Client(request.getfixturevalue("town_address")) as client:
                yield client
        else:
            with served(library) as (address, _):
                async with Client(address) as client:
                    yield client

    return connected


async def told(client: Any, tool: str, **arguments: object) -> Any:
    """Call a tool and return its structured result, whose text block says the same."""
    import json

    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


async def refused(client: Any, tool: str, **arguments: object) -> str:
    """Call a tool that fails, and return what it says."""
    result = await client.call_tool(tool, arguments)
    assert result.is_error, result.structured_content
    return str(result.content[0].text)
