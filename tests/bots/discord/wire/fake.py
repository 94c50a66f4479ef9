"""Play a small Discord on loopback, for what a simulation in memory cannot show: sockets, waiting, dying, coming back.

discord.py's own HTTP client and gateway run unchanged against it, in a process of their own. Every payload that
is sent is held against Discord's limits, and must switch mentions off.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.bots.discord.wire import shapes
from tests.bots.discord.wire.faults import faults
from tests.bots.discord.wire.gateway import PATIENCE, Gateway
from tests.bots.discord.wire.shapes import BOT, CHANNEL, HUMAN, Json


@dataclass
class Request:
    method: str
    path: str
    body: Any
    at: float


@dataclass
class Plan:
    """Answer the next request that fits in this way instead."""

    method: str
    path: str
    status: int
    body: Json
    headers: dict[str, str] = field(default_factory=dict)


class Wire(Gateway):
    """The whole of it. `requests`, `received` and `messages` tell what the bot did."""

    def __init__(self, token: str, *, heartbeat: float = 45.0) -> None:
        super().__init__(heartbeat)
        self.token = token
        self.requests: list[Request] = []
        self.messages: dict[int, Json] = {}
        self.plans: list[Plan] = []
        self.broken: list[str] = []
        self.application = shapes.application()
        self.commands: list[Json] = []
        self.on_message: Callable[[Json], None] | None = None
        self._by_nonce: dict[str, Json] = {}
        self._slow: tuple[str, str, Callable[[Json], Awaitable[None]]] | None = None

    # -- its life

    async def start(self) -> None:
        server = web.Application()
        server.router.add_get("/gateway", self.connected)
        server.router.add_route("*", "/api/v10/{tail:.*}", self._rest)
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        await self.hang_up()
        await self._runner.cleanup()
        # Closed connections are let go of in the loop's next round, which must come before its last.
        await asyncio.sleep(0)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # -- what a person does

    async def say(self, text: str, *, person: int = HUMAN, channel: int = CHANNEL, **more: Any) -> Json:
        said = shapes.message(text, author=person, channel=channel, **more)
        await self.dispatch("MESSAGE_CREATE", said)
        return said

    async def mention(self, text: str, *, person: int = HUMAN, **more: Any) -> Json:
        return await self.say(f"<@{BOT}> {text}", person=person, **more)

    async def press(self, message: Json, custom_id: str, *, person: int = HUMAN) -> Json:
        data = {"custom_id": custom_id, "component_type": 2, "id": 1}
        pressed = shapes.interaction(3, data, person=person, message=message)
        await self.dispatch("INTERACTION_CREATE", pressed)
        return pressed

    async def choose(self, message: Json, menu: str, value: str, *, person: int = HUMAN) -> Json:
        data = {"custom_id": menu, "component_type": 3, "id": 1, "values": [value]}
        chosen = shapes.interaction(3, data, person=person, message=message)
        await self.dispatch("INTERACTION_CREATE", chosen)
        return chosen

    async def slash(self, name: str, *, person: int = HUMAN, **options: str | bool) -> Json:
        given = [
            {"name": key, "type": 5 if isinstance(value, bool) else 3, "value": value}
            for key, value in options.items()
        ]
        data = {"id": "1", "name": name, "type": 1, "options": given}
        used = shapes.interaction(2, data, person=person)
        await self.dispatch("INTERACTION_CREATE", used)
        return used

    # -- what the bot did

    def answers_to(self, said: Json) -> list[Json]:
        """Return the messages that reply to this one."""
        wanted = int(said["id"])
        return [m for m in self.messages.values() if m.get("_answers") == wanted]

    async def answer_to(self, said: Json, seconds: float = PATIENCE) -> Json:
        return (
            await self.until(lambda: self.answers_to(said), f"an answer to {said['content']!r}", seconds)
        )[0]

    async def response_to(self, used: Json, seconds: float = PATIENCE) -> Json:
        """Return the message that an interaction was answered with, after the bot thought about it."""

        def there() -> Json | None:
            return next((m for m in self.messages.values() if m.get("_token") == used["token"]), None)

        return await self.until(there, f"a response to {used['data']}", seconds)

    # -- what goes wrong

    def answer_once(self, method: str, path: str, status: int, body: Json, **headers: str) -> None:
        self.plans.append(Plan(method, path, status, body, headers))

    def rate_limit_once(self, method: str, path: str, seconds: float) -> None:
        # Without "Via" a 429 is taken for a ban by a proxy in front of Discord.
        headers = {"Via": "1.1 wire", "X-RateLimit-Remaining": "0", "Retry-After": str(seconds)}
        body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
        self.plans.append(Plan(method, path, 429, body, headers))

    def be_slow_once(self, method: str, path: str, wait: Callable[[Json], Awaitable[None]]) -> None:
        """Do what the next request that fits asks for, then wait before answering it."""
        self._slow = method, path, wait

    def forget_nonces(self) -> None:
        """Let time pass: after some minutes Discord no longer knows that a message was sent before."""
        self._by_nonce.clear()

    # -- REST

    async def _rest(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["tail"]
        body = (
            await request.json()
            if request.content_type == "application/json" and request.can_read_body
            else None
        )
        if self.keep:
            self.requests.append(Request(request.method, path, body, time.monotonic()))
        try:
            return await self._answer(request, path, body)
        finally:
            await self.changed()

    async def _answer(self, request: web.Request, path: str, body: Any) -> web.Response:
        interacting = path.startswith(("/webhooks/", "/interactions/"))
        if not interacting and request.headers.get("Authorization") != f"Bot {self.token}":
            return answer({"message": "401: Unauthorized", "code": 0}, 401)
        for plan in self.plans:
            if plan.method == request.method and re.search(plan.path, path):
                self.plans.remove(plan)
                return answer(plan.body, plan.status, plan.headers)
        for method, pattern, handle in ROUTES:
            match = re.fullmatch(pattern, path)
            if method == request.method and match:
                given = handle(self, body, *match.groups())
                if self._slow and self._slow[0] == method and re.search(self._slow[1], path):
                    wait, self._slow = self._slow[2], None
                    await wait(given)
                return web.Response(status=204) if given is None else answer(given)
        self.broken.append(f"no such route: {request.method} {path}")
        return answer({"message": f"no {request.method} {path}", "code": 0}, 404)

    def _post(self, body: Json, channel: str) -> Json:
        nonce = body.get("nonce")
        if nonce is not None and body.get("enforce_nonce") and str(nonce) in self._by_nonce:
            return self._by_nonce[str(nonce)]
        made = self._stored(body, int(channel))
        if nonce is not None and self.keep:
            self._by_nonce[str(nonce)] = made
        return made

    def _stored(self, body: Json, channel: int = CHANNEL, **more: Any) -> Json:
        self.broken += faults(body)
        made = shapes.message(
            body.get("content") or "",
            author=BOT,
            channel=channel,
            embeds=body.get("embeds") or [],
            components=body.get("components") or [],
            flags=body.get("flags") or 0,
            **more,
        )
        if body.get("message_reference"):
            # discord.py sends the id as a number.
            made["_answers"] = int(body["message_reference"]["message_id"])
        if self.keep:
            self.messages[int(made["id"])] = made
        if self.on_message is not None:
            self.on_message(made)
        return made

    def _edit(self, body: Json, channel: str, ident: str) -> Json:
        made = self.messages.get(int(ident)) or shapes.message("", author=BOT, channel=int(channel))
        self.broken += faults(body, editing=True)
        made.update({name: body[name] for name in ("content", "embeds", "components") if name in body})
        return made

    def _history(self, _: None, channel: str) -> list[Json]:
        return [made for made in reversed(self.messages.values()) if made["channel_id"] == channel]

    def _callback(self, body: Json, ident: str, token: str) -> Json:
        kind, data = body["type"], body.get("data") or {}
        resource: Json = {"type": kind}
        if kind in {4, 7}:
            resource["message"] = self._stored(data, _token=token)
        return {"interaction": {"id": ident, "type": 2}, "resource": resource}

    def _follow_up(self, body: Json, token: str) -> Json:
        return self._stored(body, _token=token)

    def _edit_original(self, body: Json, token: str) -> Json:
        for made in self.messages.values():
            if made.get("_token") == token:
                return self._edit(body, str(CHANNEL), made["id"])
        return self._stored(body, _token=token)

    def _register(self, body: list[Json], *_: str) -> list[Json]:
        unsaid = {
            "description": "",
            "default_member_permissions": None,
            "application_id": str(BOT),
            "version": "1",
        }
        self.commands = [{**unsaid, **each, "id": str(shapes.snowflake())} for each in body]
        return self.commands  # type: ignore[return-value]

    def _start_thread(self, body: Json, channel: str, ident: str) -> Json:
        return shapes.thread(int(ident), int(channel)) | {"name": body["name"]}


def answer(data: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py takes a body for JSON only if the header is exactly this, without a charset.
    own = {**(headers or {}), "Content-Type": "application/json"}
    return web.Response(body=json.dumps(data).encode(), status=status, headers=own)


Handler = Callable[..., Any]
ROUTES: list[tuple[str, str, Handler]] = [
    ("GET", "/users/@me", lambda wire, _: shapes.user(BOT, bot=True)),
    ("GET", "/oauth2/applications/@me", lambda wire, _: wire.application),
    ("GET", "/users/@me/guilds", lambda wire, _: [{**wire.guild, "owner": False, "permissions": "0"}]),
    ("GET", r"/guilds/\d+", lambda wire, _: wire.guild),
    ("GET", r"/guilds/\d+/channels", lambda wire, _: wire.guild["channels"]),
    ("GET", r"/guilds/\d+/members/(\d+)", lambda wire, _, ident: shapes.member(int(ident))),
    ("GET", r"/channels/(\d+)", lambda wire, _, ident: shapes.channel(int(ident))),
    ("GET", r"/channels/(\d+)/messages", Wire._history),
    ("GET", r"/channels/\d+/messages/(\d+)", lambda wire, _, ident: wire.messages[int(ident)]),
    ("GET", r"/applications/\d+/(?:guilds/\d+/)?commands", lambda wire, _: wire.commands),
    ("PUT", r"/applications/\d+/(?:guilds/\d+/)?commands", Wire._register),
    ("POST", r"/channels/\d+/typing", lambda wire, _: None),
    ("POST", r"/channels/(\d+)/messages", Wire._post),
    ("PATCH", r"/channels/(\d+)/messages/(\d+)", Wire._edit),
    ("POST", r"/channels/(\d+)/messages/(\d+)/threads", Wire._start_thread),
    ("POST", r"/interactions/(\d+)/([^/]+)/callback", Wire._callback),
    ("POST", r"/webhooks/\d+/([^/]+)", Wire._follow_up),
    ("PATCH", r"/webhooks/\d+/([^/]+)/messages/@original", Wire._edit_original),
    (
        "PATCH",
        r"/webhooks/\d+/[^/]+/messages/(\d+)",
        lambda wire, body, id_: wire._edit(body, str(CHANNEL), id_),
    ),
]
