"""Stop working for a client that has left: who closes a page waits for no answer, and others wait for their turn."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

GONE: Message = {"type": "http.disconnect"}


class UntilTheyLeave:
    """Runs an application for each request, and cancels it when its client has left."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # Of a body, the guard passes on one message.
        messages: asyncio.Queue[Message] = asyncio.Queue()
        gone = asyncio.Event()

        async def listen() -> None:
            while (message := await receive())["type"] != "http.disconnect":
                await messages.put(message)
            gone.set()
            await messages.put(GONE)

        async def received() -> Message:
            return GONE if gone.is_set() and messages.empty() else await messages.get()

        listening = asyncio.create_task(listen())
        answering = asyncio.ensure_future(self._app(scope, received, send))
        try:
            await asyncio.wait((listening, answering), return_when=asyncio.FIRST_COMPLETED)
            if not answering.done():
                answering.cancel()
            await asyncio.wait((answering,))
        except asyncio.CancelledError:
            # The server ends: it may still reply that there is no answer.
            answering.cancel()
            await asyncio.wait((answering,))
            raise
        finally:
            listening.cancel()
        if not answering.cancelled():
            answering.result()
