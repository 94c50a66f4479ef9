"""Play Discord's gateway: the socket over which it sends a bot events and receives its heartbeats."""

from __future__ import annotations

import asyncio
import json
import time
import zlib
from collections.abc import Callable
from typing import Any, TypeVar

from aiohttp import WSMsgType, web

from tests.bots.discord.wire import shapes
from tests.bots.discord.wire.shapes import BOT, GUILD, Json

HELLO, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, ACK, DISPATCH = 10, 1, 2, 6, 7, 9, 11, 0
PATIENCE = 30.0
"""Seconds after which waiting for something fails."""


Found = TypeVar("Found")


class Gateway:
    """One bot's connection. `received` holds its operations, `greeted` the sessions that it was given."""

    port: int

    def __init__(self, heartbeat: float) -> None:
        self.heartbeat = heartbeat
        self.received: list[tuple[int, Any]] = []
        self.heartbeats: list[float] = []
        self.greeted: list[str] = []
        self.refuse_gateway = 0
        self.close_on_identify: int | None = None
        self.guild = shapes.guild()
        self.keep = True
        """Whether everything is kept to be looked at; a soak keeps nothing."""
        self.context: Callable[[], str] = lambda: ""
        self._socket: web.WebSocketResponse | None = None
        self._sent: list[Json] = []
        self._sequence = 0
        self._changed = asyncio.Condition()

    async def until(self, there: Callable[[], Found], what: str, seconds: float = PATIENCE) -> Found:
        """Wait until `there` gives something true, looking whenever the bot did anything."""
        try:
            async with asyncio.timeout(seconds), self._changed:
                while not (found := there()):
                    await self._changed.wait()
                return found
        except TimeoutError:
            raise AssertionError(f"{what}: not within {seconds} s\n{self.context()}") from None

    async def changed(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def operations(self, code: int) -> list[Any]:
        return [data for each, data in self.received if each == code]

    async def ask_to_reconnect(self) -> None:
        await self._operation(RECONNECT, None)

    async def drop(self) -> None:
        assert self._socket is not None
        await self._socket.close(code=1012)

    async def hang_up(self) -> None:
        if self._socket is not None:
            await self._socket.close()

    async def connected(self, request: web.Request) -> web.StreamResponse:
        if self.refuse_gateway:
            self.refuse_gateway -= 1
            await self.changed()
            return web.Response(status=503)
        self._deflate = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        self._socket = socket = web.WebSocketResponse()
        await socket.prepare(request)
        await self._operation(HELLO, {"heartbeat_interval": int(self.heartbeat * 1000)})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                packet = json.loads(frame.data)
                await self._operated(socket, packet["op"], packet["d"])
                await self.changed()
        return socket

    async def _operated(self, socket: web.WebSocketResponse, code: int, data: Any) -> None:
        if code == HEARTBEAT:
            self.heartbeats.append(time.monotonic())
            await self._operation(ACK, None)
            return
        self.received.append((code, data))
        if code == IDENTIFY and self.close_on_identify:
            await socket.close(code=self.close_on_identify)
        elif code == IDENTIFY:
            await self._greet()
        elif code == RESUME:
            for missed in [packet for packet in self._sent if packet["s"] > (data["seq"] or 0)]:
                await self._write(missed)
            await self.dispatch("RESUMED", {})

    async def _greet(self) -> None:
        self._sent.clear()
        session = f"session-{shapes.snowflake()}"
        ready = {
            "v": 10,
            "user": shapes.user(BOT, bot=True),
            "guilds": [{"id": str(GUILD), "unavailable": True}],
            "session_id": session,
            "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway",
            "application": {"id": str(BOT), "flags": 0},
        }
        await self.dispatch("READY", ready)
        await self.dispatch("GUILD_CREATE", self.guild)
        self.greeted.append(session)
        await self.changed()

    async def dispatch(self, event: str, data: Json) -> None:
        self._sequence += 1
        packet = {"op": DISPATCH, "t": event, "s": self._sequence, "d": data}
        if self.keep:
            self._sent.append(packet)
        await self._write(packet)

    async def _operation(self, code: int, data: Any) -> None:
        await self._write({"op": code, "d": data, "s": None, "t": None})

    async def _write(self, packet: Json) -> None:
        if self._socket is None or self._socket.closed:
            return
        text = json.dumps(packet)
        if self._deflate is None:
            await self._socket.send_str(text)
        else:
            packed = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            await self._socket.send_bytes(packed)
