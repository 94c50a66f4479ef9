"""Fuzz what Discord sends: nothing in a command, a button, a form or a message ends unexpectedly or comes back live.

The real bot runs over a library of articles that are hostile too, with Discord simulated under discord.py's own code.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import simcord
from discord import Permissions
from simcord import interactions as wire
from simcord.backend import serializers

from bots.discord.bot import ArchiveBot, create_bot
from bots.discord.configuration import Configuration
from bots.discord.limits import CONTENT, EMBED_DESCRIPTION, EMBED_TITLE, QUESTION, size
from bots.discord.rates import Rates
from bots.discord.service import AnswerService
from bots.discord.views import Action
from bots.rates import Rate
from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.fuzz.target import BREAK, PLACE, Target, text_of, values

_COMMAND, _COMPONENT, _COMPLETION, _FORM = 2, 3, 4, 5
_TEXT_OPTION = 3
_ARTICLE = """---
title: "# @here **Harbour** [x](https://evil.example)"
date: 2025-01-0{day}
source: "<@&2> ||Tide||"
url: https://a.example/{day}
---
“The pier is `shut` @everyone <@1> [free](https://evil.example/{day}),” said Ada Quill, who *runs* ~~it~~.

> "We will ||not|| sell </ask:4> it," said Ivo_Brandt_ <t:5:R>.

```
1. Rents fell, Una Strand of the <#3> Ports Authority said.
"""
_COMMANDS = {
    b"a": ("ask", ("question", "speaker", "source", "since", "until")),
    b"s": ("speakers", ("name",)),
    b"l": ("latest", ("source",)),
    b"c": ("compare", ("first", "second", "topic", "third")),
    b"t": ("timeline", ("speaker", "topic")),
    b"f": ("follow", ("speaker", "topic")),
    b"u": ("unfollow", ("followed",)),
    b"o": ("sources", ()),
    b"w": ("follows", ()),
}
_OWN = re.compile(r"<#\d+>|<t:\d+:[A-Za-z]>|`[0-9a-z /\-]+`|https://discord\.com/\S+")
"""Markup that the bot itself writes: channels, times, commands, links to threads."""


class _Noticed(logging.Handler):
    """Keeps what is logged as an error: what a person is told hides it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # discord.py itself reads the fields of a form that it has shown; Discord sends it whole ones.
        if record.name != "discord.ui.modal":
            self.found.append(record.getMessage())


class _Town:
    """A server with a channel, one person and the bot, which has answered one question."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.noticed = _Noticed()
        logging.getLogger().addHandler(self.noticed)
        self.env = simcord.Env(_bot(), check_errors=False, settle_timeout=60)
        self.loop.run_until_complete(self._open())
        # Its greeting names the bot, and comes of no payload.
        self.env.http_requests.clear()

    async def _open(self) -> None:
        await self.env.start()
        await self.env.bot.tree.sync()
        self.guild = self.env.create_guild()
        managers = self.guild.create_role("Managers", permissions=Permissions(administrator=True))
        self.channel = self.guild.create_text_channel("news")
        self.person = self.guild.add_member(self.env.create_user("ada"), roles=[managers])
        self.commands = {
            each["name"]: each
            for each in (command.to_dict(self.env.bot.tree) for command in self.env.bot.tree.get_commands())
        }
        await self.person.slash(self.channel, "ask", question="What did Ada Quill say about the pier?")
        self.answer = self.channel.last_message
        self.shown = next(
            item.custom_id.split(":")[2] for row in self.answer.components for item in row.children
        )

    def interact(self, kind: int, data: dict[str, Any], *, message: bool = False) -> None:
        backend = self.env.backend
        record, payload = wire.base_payload(
            backend,
            type=kind,
            channel_id=self.channel.id,
            guild_id=self.guild.id,
            user_id=self.person.id,
            data=data,
        )
        if message:
            payload["message"] = dict(
                serializers.message_payload(backend, backend.get_message(self.channel.id, self.answer.id))
            )
            record.source_message_id = self.answer.id
        self.loop.run_until_complete(self._emitted(payload))

    async def _emitted(self, payload: dict[str, Any]) -> None:
        self.env.backend.emit("INTERACTION_CREATE", payload)
        await self.env._settle_internal()

    def say(self, text: str) -> None:
        self.loop.run_until_complete(self.person.send(self.channel, text))

    def sent(self) -> Iterator[dict[str, Any]]:
        """Yield the messages that the bot has sent since the last call."""
        for request in self.env.http_requests:
            body = request.json
            if not isinstance(body, dict):
                continue
            if request.path.endswith("/callback"):
                if body.get("type") in (4, 7):
                    yield body["data"]
            elif "content" in body or "embeds" in body:
                yield body
        self.env.http_requests.clear()


def discord(data: bytes) -> None:
    kind, rest = data[:1], data[1:]
    _TOWN.noticed.found.clear()
    _KINDS.get(kind, _press)(rest)
    for message in _TOWN.sent():
        _check(message)
    assert not _TOWN.noticed.found, _TOWN.noticed.found


def _check(message: dict[str, Any]) -> None:
    allowed = message.get("allowed_mentions")
    assert allowed is not None
    assert allowed["parse"] == []
    assert not allowed.get("users")
    assert not allowed.get("roles")
    assert not allowed.get("replied_user")
    content = message.get("content") or ""
    assert size(content) <= CONTENT
    texts = [content]
    for embed in message.get("embeds") or ():
        title, description = embed.get("title") or "", embed.get("description") or ""
        assert size(title) <= EMBED_TITLE
        assert size(description) <= EMBED_DESCRIPTION
        texts += [title, description]
    for text in texts:
        # What is escaped is a letter to Discord.
        live = re.sub(r"\\[^0-9A-Za-z\s]", "x", _OWN.sub("x", text))
        assert not set(live) & set("@<|~`"), text
        assert "](" not in live, text
    json.dumps(message)


def _ask(data: bytes) -> None:
    name, options = _COMMANDS.get(data[:1], _COMMANDS[b"a"])
    given = values(data[1:], max(1, len(options)))
    _TOWN.interact(_COMMAND, _command(name, options, given))


def _complete(data: bytes) -> None:
    name, options = _COMMANDS.get(data[:1], _COMMANDS[b"a"])
    command = _command(name, options, values(data[1:], max(1, len(options))))
    completed = {each["name"] for each in _TOWN.commands[name].get("options", ()) if each.get("autocomplete")}
    for option in command["options"]:
        # Discord asks about no other.
        if option["name"] in completed:
            option["focused"] = True
            _TOWN.interact(_COMPLETION, command)
            return


def _command(name: str, options: tuple[str, ...], given: list[bytes]) -> dict[str, Any]:
    """Fill in a command within the limits that Discord itself keeps: what is required, and how long a text is."""
    limits = {each["name"]: each for each in _TOWN.commands[name].get("options", ())}
    filled = []
    for option, value in zip(options, given, strict=False):
        text = text_of(value)[: limits[option].get("max_length") or QUESTION]
        if text or limits[option].get("required"):
            filled.append({"name": option, "type": _TEXT_OPTION, "value": text or "a"})
    return {"id": "1", "name": name, "type": 1, "options": filled}


def _press(data: bytes) -> None:
    _TOWN.interact(_COMPONENT, {"custom_id": _named(data), "component_type": 2}, message=True)


def _submit(data: bytes) -> None:
    """Send a form: its id, and fields as JSON or as the text of its only field."""
    identifier, fields = values(data, 2)
    try:
        components = json.loads(fields)
    except (ValueError, RecursionError):
        field = {"type": 4, "custom_id": "question", "value": text_of(fields)}
        components = [{"type": 18, "component": field}]
    _TOWN.interact(_FORM, {"custom_id": _named(identifier), "components": components})


def _named(data: bytes) -> str:
    """Return an id of a button or a form; "$" stands for the answer that is there."""
    return text_of(data).replace("$", _TOWN.shown)


def _write(data: bytes) -> None:
    if text := text_of(data).strip():
        _TOWN.say(f"{_TOWN.env.bot.user.mention} {text}"[:CONTENT])


_KINDS = {b"c": _ask, b"o": _complete, b"b": _press, b"f": _submit, b"m": _write}


def _bot() -> ArchiveBot:
    (PLACE / "news").mkdir()
    for day in (1, 2, 3, 4):
        (PLACE / "news" / f"{day}.md").write_text(_ARTICLE.format(day=day), encoding="utf-8")
    encoder = open_encoder()
    update(PLACE / "library", IndexRequest((PLACE / "news",)), encoder_factory=lambda: encoder)
    plenty = Rate(per_minute=1_000_000, burst=1_000_000)
    configuration = Configuration(
        token="not-a-token",
        libraries={"archive": PLACE / "library"},
        default_library="archive",
        state=PLACE / "state",
        rates=Rates(person=plenty, guild=plenty, everyone=plenty),
        today=date(2025, 1, 21),
    )
    service = AnswerService(
        configuration.libraries,
        rates=configuration.rates,
        encoder_factory=lambda: encoder,
        today=configuration.today,
    )
    return create_bot(configuration, service=service)


_TOWN = _Town()

TARGETS = {
    "discord": Target(
        discord,
        [
            b"ca" + BREAK.join((b"What did Ada Quill say?", b"Ada Quill", b"Tide", b"2025-01-01", b"2025")),
            b"caWho said @everyone?",
            b"csAda Quill",
            b"cl<@&2> ||Tide||",
            b"cc" + BREAK.join((b"Ada Quill", b"Una Strand", b"pier")),
            b"ct" + BREAK.join((b"Ada Quill", b"<@1>")),
            b"cf" + BREAK.join((b"Ada Quill", b"**pier**")),
            b"cu1",
            b"co",
            b"cw",
            b"oaWhat" + BREAK + b"Ad",
            *(f"bqa:{action}:$:0".encode() for action in Action),
            b"bqa:page:aaaaaaaaaaaaaaaa:99",
            b"fqa:form:follow:$:0" + BREAK + b"and about ||rents||?",
            b"fqa:form:wrong:$:0" + BREAK + b'[{"type": 18, "component": {"custom_id": "wrong", "values": ["0"]}}]',
            b"mWhat did Ada Quill say about the pier? <@1>",
            b"mmore",
        ],
        (
            b"@everyone", b"<@1>", b"<@&2>", b"<#3>", b"</ask:4>", b"<t:5:R>", b"<:a:6>", b"](https://e.example)",
            b"||", b"```",
            b"\n> ", b"\n# ", b"\n-# ", b"\n1. ", b"\\", b"\xe2\x80\xae", b"\xed\xa0\x80", b"qa:", b":$:", b"Ada Quill",
            b"what did ", b" say about ", b"compare ", b"more", b'"values": [',
        ),
    )
}  # fmt: skip
