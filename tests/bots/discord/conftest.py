"""Run the real bot over a real library, with Discord simulated under discord.py's own code."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import simcord

from bots.discord.bot import ArchiveBot, create_bot
from bots.discord.configuration import Configuration
from bots.discord.greeting import GREETED
from bots.discord.rates import Rates
from bots.discord.service import AnswerService
from bots.rates import Rate
from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update

ROOT = Path(__file__).parents[3]
TOKEN = "not-a-token"
OWNER = 1
"""An id that no person of a test has by chance."""
PLENTY = Rate(per_minute=1_000, burst=1_000)

COAST = """---
title: Council argues about the harbour
date: 2024-03-04
source: Coast Gazette
url: https://coast.example/harbour
---
“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it.”
"""


def index(library: Path, articles: Path, encoder: Any) -> None:
    update(library, IndexRequest((articles,)), encoder_factory=lambda: encoder)


@pytest.fixture(scope="session")
def encoder() -> Any:
    return open_encoder()


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    """A library of the seeds. Read only: tests that write take `own_seeds`."""
    library = tmp_path_factory.mktemp("seeds") / "library"
    index(library, ROOT / "seeds", encoder)
    return library


@pytest.fixture(scope="session")
def coast(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    """Another library, of one article that has an address."""
    folder = tmp_path_factory.mktemp("coast")
    (folder / "news").mkdir()
    (folder / "news" / "harbour.md").write_text(COAST, encoding="utf-8")
    index(folder / "library", folder / "news", encoder)
    return folder / "library"


@pytest.fixture
def own_seeds(seeds: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(seeds, tmp_path / "own"))


@dataclass
class Time:
    """Both of the bot's clocks, moved by hand."""

    seconds: float = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Making:
    """Makes bots that share a state folder, as before and after a restart."""

    configuration: Configuration
    encoder: Any
    time: Time = field(default_factory=Time)
    made: list[ArchiveBot] = field(default_factory=list)

    def bot(self, **changes: Any) -> ArchiveBot:
        self.configuration = replace(self.configuration, **changes)
        service = AnswerService(
            self.configuration.libraries,
            clock=self.time,
            rates=self.configuration.rates,
            encoder_factory=lambda: self.encoder,
            today=self.configuration.today,
        )
        self.made.append(create_bot(self.configuration, clock=self.time, now=self.time, service=service))
        return self.made[-1]


@pytest.fixture
def libraries(seeds: Path) -> dict[str, Path]:
    return {"archive": seeds}


@pytest.fixture
def changes() -> dict[str, Any]:
    """The settings in which the bot of a file or a test differs from the others."""
    return {}


@pytest_asyncio.fixture
async def making(
    libraries: dict[str, Path], changes: dict[str, Any], encoder: Any, tmp_path: Path
) -> AsyncIterator[Making]:
    configuration = Configuration(
        token=TOKEN,
        libraries=libraries,
        default_library=next(iter(libraries)),
        state=tmp_path / "state",
        owners=frozenset({OWNER}),
        rates=Rates(person=PLENTY, guild=PLENTY, everyone=PLENTY),
        today=date(2025, 1, 21),
    )
    making = Making(replace(configuration, **changes), encoder)
    yield making
    for bot in making.made:
        await bot.service.close(0)
        bot.state.close()


@pytest.fixture
def simcord_bot(making: Making) -> ArchiveBot:
    return making.bot()


@pytest_asyncio.fixture
async def town(simcord_env: simcord.Env) -> AsyncIterator[Town]:
    """A server with a channel, three people and the bot, its commands registered."""
    await simcord_env.bot.tree.sync()
    yield Town(simcord_env)
    assert_no_mentions(simcord_env)


class Town:
    def __init__(self, env: simcord.Env) -> None:
        import discord

        self.env = env
        self.guild = env.create_guild()
        # It has known the bot for a while: a restart is no reason to greet.
        self.bot.state.change(self.guild.id, GREETED, True)
        self.channel = self.guild.create_text_channel("news")
        managers = self.guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
        admins = self.guild.create_role("Admins", permissions=discord.Permissions(administrator=True))
        self.alice = self.guild.add_member(env.create_user("alice"))
        self.bob = self.guild.add_member(env.create_user("bob"))
        self.manager = self.guild.add_member(env.create_user("mia"), roles=[managers])
        self.admin = self.guild.add_member(env.create_user("ada"), roles=[admins])

    @property
    def bot(self) -> ArchiveBot:
        bot = self.env.bot
        assert isinstance(bot, ArchiveBot)
        return bot

    @property
    def mention(self) -> str:
        assert self.bot.user is not None
        return self.bot.user.mention

    def make_owner(self, member: simcord.MemberActor) -> None:
        self.bot.configuration = replace(self.bot.configuration, owners=frozenset({member.id}))
        self.bot.policy._configuration = self.bot.configuration

    async def press(self, person: Any, message: Any, label: str) -> Any:
        """Press the button of this label, or choose it in the menu under an answer."""
        ids = dict(entries(message))
        if label not in ids or ids[label].startswith("qa:"):
            return await person.click(message, label=label)
        return await person.select(message, [ids[label]], custom_id=menu_of(message))

    def sent(self) -> list[dict[str, Any]]:
        return list(sent_messages(self.env))


def entries(message: Any) -> list[tuple[str, str]]:
    """Return what can be done with a message: the labels of its buttons and menu, each with the id to press it by."""
    found: list[tuple[str, str]] = []
    for row in message.components:
        for item in row["components"] if isinstance(row, dict) else row.children:
            kept = item if isinstance(item, dict) else item.to_dict()
            found += [(each["label"], each["value"]) for each in kept.get("options", ())]
            if "label" in kept:
                found.append((kept["label"], kept["custom_id"]))
    return found


def menu_of(message: Any) -> str:
    """Return the id of a message's menu."""
    rows = [row["components"] if isinstance(row, dict) else row.children for row in message.components]
    items = [item if isinstance(item, dict) else item.to_dict() for row in rows for item in row]
    return str(next(item["custom_id"] for item in items if "options" in item))


def small_print(embed: Any) -> str:
    """Return the last line of a card: how sure it is, outlet, day and title."""
    return str((embed.description or "").split("\n")[-1].removeprefix("-# "))


def sent_messages(env: simcord.Env) -> Iterator[dict[str, Any]]:
    """Yield every message that the bot sent or changed, as it left for Discord."""
    for request in env.http_requests:
        body = request.json
        if not isinstance(body, dict):
            continue
        if request.path.endswith("/callback"):
            # 4 sends a message, 7 changes one; the others hold none.
            if body.get("type") in (4, 7):
                yield body["data"]
        elif request.method in ("POST", "PATCH") and (
            "/messages" in request.path or request.path.startswith("/webhooks/")
        ) and not request.path.endswith("/threads"):  # fmt: skip
            yield body


def assert_no_mentions(env: simcord.Env) -> None:
    """Hold for everything that any test has sent: it can mention nobody."""
    for message in sent_messages(env):
        allowed = message.get("allowed_mentions")
        assert allowed is not None, message
        assert allowed["parse"] == []
        assert not allowed.get("users")
        assert not allowed.get("roles")
        assert not allowed.get("replied_user")
