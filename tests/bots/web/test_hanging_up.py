"""A client that has left is not worked for."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bots.web.hanging_up import UntilTheyLeave

SCOPE = {"type": "http"}


class Client:
    """Sends a request, then waits until it is to leave."""

    def __init__(self) -> None:
        self.messages: list[Any] = [{"type": "http.request", "body": b"x", "more_body": False}]
        self.leaves = asyncio.Event()
        self.replies: list[Any] = []

    async def receive(self) -> Any:
        if self.messages:
            return self.messages.pop(0)
        await self.leaves.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.replies.append(message)


async def test_work_for_who_left_is_cancelled() -> None:
    client, begun, cancelled = Client(), asyncio.Event(), asyncio.Event()

    async def slow(scope: Any, receive: Any, send: Any) -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    asking = asyncio.ensure_future(UntilTheyLeave(slow)(SCOPE, client.receive, client.send))
    await begun.wait()
    assert not asking.done()
    client.leaves.set()
    await asking

    assert cancelled.is_set()
    assert client.replies == []


async def test_who_stays_is_answered_and_what_is_sent_arrives() -> None:
    client = Client()

    async def echo(scope: Any, receive: Any, send: Any) -> None:
        await send(await receive())

    await UntilTheyLeave(echo)(SCOPE, client.receive, client.send)

    assert client.replies == [{"type": "http.request", "body": b"x", "more_body": False}]


async def test_an_application_may_wait_itself_for_its_client_to_leave() -> None:
    client, heard = Client(), []

    async def listening(scope: Any, receive: Any, send: Any) -> None:
        heard.extend([(await receive())["type"], (await receive())["type"], (await receive())["type"]])

    asking = asyncio.ensure_future(UntilTheyLeave(listening)(SCOPE, client.receive, client.send))
    await asyncio.sleep(0)
    client.leaves.set()
    await asking

    assert heard[:1] == ["http.request"]
    assert set(heard[1:]) <= {"http.disconnect"}


async def test_an_error_is_not_lost() -> None:
    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError("told")

    client = Client()
    with pytest.raises(RuntimeError, match="told"):
        await UntilTheyLeave(broken)(SCOPE, client.receive, client.send)


async def test_a_server_that_ends_still_replies() -> None:
    client, begun = Client(), asyncio.Event()

    async def slow(scope: Any, receive: Any, send: Any) -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await send({"type": "http.response.start", "status": 503})

    asking = asyncio.ensure_future(UntilTheyLeave(slow)(SCOPE, client.receive, client.send))
    await begun.wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    assert [each["status"] for each in client.replies] == [503]
