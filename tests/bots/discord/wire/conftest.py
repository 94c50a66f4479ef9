"""Run the real `qa discord run` in a process of its own, against a Discord on loopback, with a library of the seeds."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.bots.discord.wire.fake import Wire
from tests.bots.discord.wire.gateway import PATIENCE

ROOT = Path(__file__).parents[4]
TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAwMA.GsEntI.nEl-0123456789_sentinel-of-the-tests"


@dataclass
class Bot:
    """One process. `log` is all that it has written."""

    process: asyncio.subprocess.Process
    file: Path

    @property
    def log(self) -> str:
        return self.file.read_text(encoding="utf-8")

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    async def logged(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while words not in self.log:
                await asyncio.sleep(0.01)

    async def ended(self) -> int:
        try:
            return await asyncio.wait_for(self.process.wait(), PATIENCE)
        except TimeoutError:
            raise AssertionError(f"the bot did not end\n{self.log}") from None


@dataclass
class Place:
    """Where a bot runs: its environment, library and state. `run` starts it."""

    folder: Path
    library: Path
    environment: dict[str, str]
    running: list[Bot] = field(default_factory=list)

    def configure(self, table: str) -> None:
        file = self.folder / "config" / "onrecord" / "config.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"[discord]\n{table}\n", encoding="utf-8")

    def qa(self, *arguments: str, wire: Wire | None = None) -> list[str]:
        if wire is not None:
            self.environment["QA_DISCORD_API"] = wire.address
        return [sys.executable, "-m", "bots.terminal", *arguments, "--library", str(self.library)]

    async def call(self, *arguments: str, wire: Wire | None = None) -> tuple[int, str, str]:
        """Run a command to its end; return its exit code, output and errors."""
        process = await asyncio.create_subprocess_exec(
            *self.qa(*arguments, wire=wire),
            env=self.environment,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
        assert process.returncode is not None
        return process.returncode, out.decode(), err.decode()

    async def start(self, wire: Wire, *arguments: str, by: tuple[str, ...] = ("discord", "run")) -> Bot:
        """Start a bot, by the command that runs it."""
        file = self.folder / f"log-{len(self.running)}.txt"
        with file.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                *self.qa(*by, *arguments, wire=wire),
                env=self.environment,
                cwd=self.folder,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        bot = Bot(process, file)
        self.running.append(bot)
        wire.context = lambda: bot.log
        return bot

    @asynccontextmanager
    async def run(self, wire: Wire, *arguments: str) -> AsyncIterator[Bot]:
        """Start a bot and wait until it is connected; end it afterwards."""
        before = len(wire.greeted)
        bot = await self.start(wire, *arguments)
        await wire.until(lambda: len(wire.greeted) > before, "a bot that is ready")
        yield bot

    async def end(self) -> None:
        for bot in self.running:
            if bot.process.returncode is None:
                bot.process.kill()
            await bot.process.wait()


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library made from the seeds. Read only: `place` gives each test a copy."""
    folder = tmp_path_factory.mktemp("seeds")
    command = [
        sys.executable,
        "-m",
        "bots.terminal",
        "index",
        "--library",
        str(folder / ".qa"),
        str(ROOT / "seeds"),
    ]
    subprocess.run(command, env=environment(folder), check=True, capture_output=True)
    return folder / ".qa"


def environment(folder: Path) -> dict[str, str]:
    """Each bot has settings and a state of its own."""
    return os.environ | {
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }


@pytest.fixture
async def place(tmp_path: Path, seeds: Path, wire: Wire) -> AsyncIterator[Place]:
    # After `wire`, so that the bots are gone before their Discord is.
    shutil.copytree(seeds, tmp_path / ".qa")
    made = Place(tmp_path, tmp_path / ".qa", {**environment(tmp_path), "QA_DISCORD_TOKEN": TOKEN})
    yield made
    await made.end()


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    """A Discord to talk to. At the end nothing may have been sent that it would refuse, or that mentions anybody."""
    made = Wire(TOKEN)
    await made.start()
    yield made
    await made.stop()
    assert made.broken == []
