"""The real bot over a real library, with Discord simulated under discord.py's own code."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bots.discord.bot import ArchiveBot, create_bot
from bots.discord.configuration import Configuration
from bots.discord.rates import Rate, Rates
from bots.discord.service import AnswerService
from qa.encoding import open_encoder
from qa.indexing import update
from qa.reports import IndexRequest

ROOT = Path(__file__).parents[3]
OWNER = 4242
TOKEN = "not-a-token"
PLENTY = Rate(per_minute=1_000, burst=1_000)


@pytest.fixture(scope="session")
def encoder() -> Any:
    return open_encoder()


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    """A library of the seeds. Read only: tests that write make a copy."""
    library = tmp_path_factory.mktemp("seeds") / "library"
    update(library, IndexRequest((ROOT / "seeds",)), encoder_factory=lambda: encoder)
    return library


@dataclass
class Time:
    """Both of the bot's clocks, moved by hand."""

    seconds: float = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Making:
    """Makes bots that share a state folder, as after a restart."""

    configuration: Configuration
    encoder: Any
    time: Time = field(default_factory=Time)

    def bot(self, **changes: Any) -> ArchiveBot:
        from dataclasses import replace

        self.configuration = replace(self.configuration, **changes)
        service = AnswerService(
            self.configuration.libraries,
            clock=self.time,
            rates=self.configuration.rates,
            encoder_factory=lambda: self.encoder,
            today=self.configuration.today,
        )
        return create_bot(self.configuration, clock=self.time, now=self.time, service=service)


@pytest.fixture
def making(seeds: Path, encoder: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Making:
    """A test may change the configuration by `@pytest.mark.configured(...)`."""
    configuration = Configuration(
        token=TOKEN,
        libraries={"archive": seeds},
        default_library="archive",
        state=tmp_path / "state",
        owners=frozenset({OWNER}),
        rates=Rates(person=PLENTY, guild=PLENTY, everyone=PLENTY),
        today=date(2025, 1, 21),
    )
    making = Making(configuration, encoder)
    marker = request.node.get_closest_marker("configured")
    if marker:
        from dataclasses import replace

        making.configuration = replace(configuration, **marker.kwargs)
    return making


@pytest.fixture
def simcord_bot(making: Making) -> ArchiveBot:
    return making.bot()
