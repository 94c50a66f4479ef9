"""What waits, and what changes under a server that goes on."""

from __future__ import annotations

import asyncio
import gc
import logging
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.testclient import TestClient

from bots.archive_service import ArchiveService
from bots.queues import BusyError
from bots.web.app import create_app
from bots.web.guard import LOOPBACK
from qa.answers import Quote
from qa.embedded import late_blame
from qa.embedded.database import Connection, damage_of
from qa.embedded.writer import open_writer
from qa.errors import NotFoundError
from qa.upkeep.forget import forget
from tests.bots.web.conftest import index
from tests.bots.web.test_pages import ASKED, data, page

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Nothing:
    quotes: tuple[Quote, ...] = ()


def held(gate: threading.Event, begun: threading.Event) -> Callable[..., Nothing]:
    def work(answerer: Any, view: Any) -> Nothing:
        begun.set()
        gate.wait(60)
        return Nothing()

    return work


async def test_a_full_queue_says_when_to_ask_again_and_hinders_no_look_up(town: Path, encoder: Any) -> None:
    service = ArchiveService(town / "library", lambda: encoder, questions=1)
    gate, begun = threading.Event(), threading.Event()
    transport = httpx2.ASGITransport(app=create_app(service, allowed=LOOPBACK))
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        waiting = asyncio.ensure_future(service.answer(held(gate, begun)))
        await asyncio.to_thread(begun.wait, 60)

        full = await client.get(f"/ask?q={ASKED}")
        full_data = await client.get(f"/ask.json?q={ASKED}")
        looked = await client.get("/speakers")
        gate.set()
        await waiting
        after = await client.get(f"/ask?q={ASKED}")
    service.close()

    assert (full.status_code, full.headers["retry-after"]) == (503, "1")
    assert "Ask again in 1 s." in full.text
    assert (full_data.status_code, full_data.json()["error"]["code"]) == (503, "busy")
    assert looked.status_code == 200
    assert after.status_code == 200


async def test_what_takes_too_long_keeps_its_place_until_it_ends(town: Path, encoder: Any) -> None:
    service = ArchiveService(town / "library", lambda: encoder, questions=1, seconds=0.01)
    gate = threading.Event()

    with pytest.raises(BusyError):
        await service.answer(held(gate, threading.Event()))
    with pytest.raises(BusyError):
        await service.answer(lambda answerer, view: Nothing())
    gate.set()
    service.close()


async def test_an_error_that_nobody_waits_for_any_more_is_not_logged(
    town: Path, encoder: Any, caplog: pytest.LogCaptureFixture
) -> None:
    service = ArchiveService(town / "library", lambda: encoder, seconds=0.01)
    gate, begun = threading.Event(), threading.Event()

    def work(answerer: Any, view: Any) -> Nothing:
        held(gate, begun)(answerer, view)
        raise NotFoundError("Nobody called “Ada Quill” speaks.")

    with pytest.raises(BusyError):
        await service.answer(work)
    gate.set()
    service.close()
    for _ in range(3):  # the loop hears of the error, and the future that holds it goes
        await asyncio.sleep(0)
    gc.collect()

    assert "Ada Quill" not in caplog.text


async def test_what_is_purged_while_it_is_answered_is_not_shown(own_town: Path, encoder: Any) -> None:
    service = ArchiveService(own_town / "library", lambda: encoder)

    def answered(answerer: Any, view: Any) -> Nothing:
        answer = answerer.ask(ASKED)
        forget(own_town / "library", str(own_town / "news"), purge=True)
        return Nothing(answer.quotes)

    with pytest.raises(NotFoundError, match="Ask again"):
        await service.answer(answered)
    service.close()


def test_the_next_request_sees_what_was_indexed_changed_purged_and_broken(
    own_town: Path, browse: Callable[[Path], TestClient], encoder: Any, caplog: pytest.LogCaptureFixture
) -> None:
    library, news = own_town / "library", own_town / "news"
    client = browse(library)
    quote = data(client, f"/ask.json?q={ASKED}")["quotes"][0]["id"]
    assert "3 articles" in page(client, "/").one("main").text

    (news / "bridge.txt").write_text("“The bridge is closed,” Tove Hallberg said.\n", encoding="utf-8")
    index(library, news, encoder)
    assert "4 articles" in page(client, "/").one("main").text
    assert "The bridge is closed" in page(client, "/speaker/Tove Hallberg").one("main").text

    (news / "harbour.md").write_text("---\ntitle: New\n---\nThe harbour is quiet.\n", encoding="utf-8")
    index(library, news, encoder)
    assert "has changed since" in page(client, f"/quote/{quote}").one("main").text

    forget(library, str(news), purge=True)
    page(client, f"/quote/{quote}", 404)
    assert "There are no articles" in page(client, f"/ask?q={ASKED}", 503).one("main").text

    index(library, news, encoder)
    page(client, "/speaker/Tove Hallberg")

    shutil.move(library, own_town / "aside")
    gone = client.get("/speakers")
    assert (gone.status_code, gone.headers["retry-after"]) == (503, "60")
    assert str(own_town) not in gone.text

    shutil.copytree(own_town / "aside", library)
    page(client, "/speaker/Tove Hallberg")

    shutil.rmtree(library)
    library.mkdir()
    (library / "library.db").write_bytes(b"no database" * 1_000)
    with caplog.at_level(logging.ERROR):
        broken = data(client, f"/ask.json?q={ASKED}", 503)
    assert broken["error"]["code"] == "damaged"
    assert "qa doctor" in page(client, "/", 503).one("main").text
    assert "harbour" not in caplog.text
    assert broken["error"]["message"].rsplit(maxsplit=1)[1].rstrip(".") in caplog.text


def test_an_unexpected_error_is_logged_without_the_question(
    town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Any:
        raise RuntimeError("while asked about the harbour")

    service = ArchiveService(town / "library", broken)
    with TestClient(create_app(service, allowed=LOOPBACK), base_url="http://127.0.0.1:8000") as client:
        failed = page(client, f"/ask?q={ASKED}", 500)
    service.close()

    assert "Something went wrong here" in failed.one("h1").text
    assert "RuntimeError at" in caplog.text
    assert "harbour" not in caplog.text


async def test_what_waits_for_a_client_that_has_left_is_never_done(town: Path, encoder: Any) -> None:
    service = ArchiveService(town / "library", lambda: encoder, questions=2)
    gate, begun = threading.Event(), threading.Event()
    done: list[str] = []
    app = create_app(service, allowed=LOOPBACK)
    first = asyncio.ensure_future(service.answer(held(gate, begun)))
    await asyncio.to_thread(begun.wait, 60)
    leaves, replies = asyncio.Event(), []

    async def receive() -> Any:
        if not replies and not leaves.is_set():
            await leaves.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        replies.append(message)

    scope = {
        "type": "http", "method": "GET", "path": "/ask", "raw_path": b"/ask", "root_path": "",
        "query_string": b"q=x", "headers": [(b"host", b"127.0.0.1")],
    }  # fmt: skip
    waiting = asyncio.ensure_future(app(scope, receive, send))
    for _ in range(20):  # until it stands in the queue
        await asyncio.sleep(0)
    with pytest.raises(BusyError):
        await service.answer(lambda answerer, view: Nothing())
    leaves.set()
    await waiting

    # Its place is free before the first has ended.
    after = asyncio.ensure_future(service.answer(lambda answerer, view: done.append("after") or Nothing()))
    await asyncio.sleep(0)
    assert not after.done()
    gate.set()
    await asyncio.gather(first, after)
    service.close()
    assert done == ["after"]


def test_an_unexpected_error_makes_nobody_wait_for_a_check_of_the_library(
    own_town: Path, encoder: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def broken() -> Any:
        raise RuntimeError("unexpected")

    def damage_when_let(connection: Connection) -> str:
        assert gate.wait(60)
        return damage_of(connection)

    monkeypatch.setattr(late_blame, "damage_of", damage_when_let)
    with open_writer(own_town / "library") as writer:
        writer.connection.execute("UPDATE places SET kind = 'elsewhere'")
    service = ArchiveService(own_town / "library", broken)
    with TestClient(create_app(service, allowed=LOOPBACK), base_url="http://127.0.0.1:8000") as client:
        # While the check is held back; a short one may end before an outer view of the same question is left.
        assert data(client, f"/ask.json?q={ASKED}", 500)["error"]["code"] == "unexpected"
        gate.set()
        assert service._opened is not None
        service._opened[0]._late_blame.wait()  # type: ignore[attr-defined]
        assert data(client, f"/ask.json?q={ASKED}", 503)["error"]["code"] == "damaged"
    service.close()


async def test_closing_does_not_wait_longer_than_it_may(town: Path, encoder: Any) -> None:
    service = ArchiveService(town / "library", lambda: encoder)
    gate, begun = threading.Event(), threading.Event()
    asked = asyncio.ensure_future(service.answer(held(gate, begun)))
    await asyncio.to_thread(begun.wait, 60)

    assert not service.close(0)
    gate.set()
    await asked
    assert service.close()
