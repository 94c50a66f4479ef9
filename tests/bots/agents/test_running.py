"""The processes themselves: what they print, refuse, log, and survive."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from bots.terminal.app import run
from qa.errors import ConfigurationError, NoIndexError
from tests.bots.agents.conftest import ENVIRONMENT, Talking, command, index, refused, served, told
from tests.bots.agents.test_tools import ASKED, TEXT
from tests.bots.web.conftest import HARBOUR, HOSTILE

pytestmark = pytest.mark.slow

MEGABYTE = 1_000_000
SECRET = "zanzibarquill"
"""A word that is asked for and must be in no log."""
HELLO = {
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


def message(number: int | None, method: str, params: dict[str, Any] | None = None) -> str:
    told: dict[str, Any] = {"jsonrpc": "2.0", "method": method, "params": params or {}}
    return json.dumps(told if number is None else told | {"id": number}) + "\n"


def calling(number: int, tool: str, **arguments: object) -> str:
    return message(number, "tools/call", {"name": tool, "arguments": arguments})


@contextmanager
def started(library: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command("mcp", "--library", str(library), *more),
        env=os.environ | ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def test_standard_output_holds_the_protocol_alone_and_no_log_holds_a_question(town: Path) -> None:
    with started(town / "library", "-v") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(message(1, HELLO["method"], HELLO["params"]))
        process.stdin.write(message(None, "notifications/initialized"))
        process.stdin.write("this is no JSON\n" + '{"jsonrpc": "2.0"}\n' + "[" * 5_000 + "\n")
        process.stdin.write(
            '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"ask","arguments":'
        )
        process.stdin.write('{"question":"\\ud800 ' + SECRET + '"}}}\n')
        process.stdin.write(calling(3, "ask", question=f"What did Okafor say about the {SECRET}?"))
        process.stdin.write(calling(4, "find_quotes", speaker=SECRET))
        process.stdin.write(calling(5, "ask", question=SECRET, since="never"))
        process.stdin.write(calling(6, SECRET))
        process.stdin.write(message(7, "resources/read", {"uri": f"onrecord://quote/{SECRET}"}))
        process.stdin.write(calling(8, "ask", question=ASKED))
        process.stdin.flush()
        lines: dict[object, Any] = {}
        while not {1, 3, 4, 5, 6, 7, 8} <= set(lines):
            line = json.loads(process.stdout.readline())
            assert line["jsonrpc"] == "2.0"
            lines[line.get("id")] = line
        out, errors = process.communicate(timeout=120)

    assert process.returncode == 0, errors
    assert all(json.loads(line)["jsonrpc"] == "2.0" for line in out.splitlines())
    assert lines[8]["result"]["structuredContent"]["quotes"][0]["text"] == TEXT
    assert lines[4]["result"]["isError"] is True
    assert SECRET not in errors
    assert "Traceback" not in errors


def test_over_http_no_log_holds_a_question(town: Path) -> None:
    with served(town / "library", "-v") as (address, end):
        for number, arguments in enumerate(({"question": f"about {SECRET}"}, {"since": SECRET}, {SECRET: 1})):
            body = calling(number, "ask", **arguments)
            reply = httpx2.post(address, content=body, headers=_headers(), timeout=120)
            assert reply.status_code == 200
            assert reply.json()["result"]
        printed = end()

    assert SECRET not in printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_a_signal_ends_it(town: Path, number: signal.Signals) -> None:
    with started(town / "library") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(message(1, HELLO["method"], HELLO["params"]))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        process.send_signal(number)
        process.wait(timeout=120)
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_without_an_index_it_says_what_to_do_and_speaks_no_protocol(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["mcp", "--library", str(tmp_path / "none")]) == NoIndexError.exit_code
    out, errors = capfd.readouterr()

    assert out == ""
    assert "qa index" in errors


async def test_an_index_that_is_gone_is_told_and_found_again(talking: Talking, own_town: Path) -> None:
    library = own_town / "library"
    async with talking("stdio", library) as client:
        await told(client, "find_speakers")
        shutil.move(library, own_town / "aside")
        missing = await refused(client, "ask", question=ASKED)
        shutil.copytree(own_town / "aside", library)
        again = await told(client, "ask", question=ASKED)

    assert "There are no articles" in missing
    assert str(own_town) not in missing
    assert again["outcome"] == "answered"


async def test_a_hundred_calls_over_two_connections_while_the_index_is_swapped(
    own_town: Path, encoder: Any
) -> None:
    from mcp import Client

    library, news = own_town / "library", own_town / "news"
    texts = ("sell it", "sell it now")
    done = asyncio.Event()
    answered: list[str] = []

    def swap(round_: int) -> None:
        (news / "harbour.md").write_text(HARBOUR.replace(texts[0], texts[round_ % 2]), encoding="utf-8")
        index(library, news, encoder)

    async def swapping() -> int:
        rounds = 0
        while not done.is_set():
            rounds += 1
            await asyncio.to_thread(swap, rounds)
        return rounds

    async def call(client: Any, number: int) -> None:
        match number % 4:
            case 0:
                found = await told(client, "ask", question=ASKED)
            case 1:
                found = await told(client, "find_quotes", speaker="Lindqvist", until="2024-04-01")
            case 2:
                checked = await told(
                    client, "check_quotation", words="The harbour must stay open to fishing boats"
                )
                assert checked["outcome"] == "all_pass"
                return
            case _:
                speakers = await told(client, "find_speakers", query="Okafor")
                assert speakers["speakers"][0]["name"] == "Peter Okafor"
                return
        # Between two writes of an update the newest words may not yet be known as somebody's.
        for quote in (*found["quotes"], *found.get("may_answer", ()), *found.get("related", ())):
            if quote["article"] == harbour:
                assert any(quote["text"] in HARBOUR.replace(texts[0], each) for each in texts)
            shown = await told(client, "show_quote", id=quote["id"])
            assert shown["quote"]["text"] == quote["text"]
        answered.append(found["outcome"])

    with served(library) as (address, _):
        async with Client(address) as first, Client(address) as second:
            at_once = asyncio.Semaphore(8)
            harbour = (await told(first, "ask", question=ASKED))["quotes"][0]["article"]

            async def one(number: int) -> None:
                async with at_once:
                    await call((first, second)[number % 2], number // 2)

            swapper = asyncio.create_task(swapping())
            await asyncio.gather(*map(one, range(100)))
            done.set()
            assert await swapper > 1
    assert "answered" in answered


async def test_hostile_arguments_are_refused_and_do_no_harm(talking: Talking, town: Path) -> None:
    controls = "\x00\x1b[31m\u202eharbour\u2028\x07"
    for transport in ("stdio", "http"):
        async with talking(transport, town / "library") as client:
            for tool, name in (("ask", "question"), ("check_text", "text"), ("find_words", "words")):
                said = await refused(client, tool, **{name: "x" * (MEGABYTE - 10_000)})
                assert len(said) < 1_000
                assert "at most" in said
            assert "at most" in await refused(client, "ask", question=ASKED, history=["x"] * 100)
            for name in (
                "../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "https://evil.example/",
                controls,
            ):
                assert len(await refused(client, "show_quote", id=name)) < 1_000
                assert len(await refused(client, "get_article", id=name)) < 1_000
            found = await told(client, "ask", question=f"What did Anna Lindqvist say about the {controls}?")
            assert not set(found["understood"]) & set(controls) - set("[31mharbour")
            await told(client, "check_quotation", words=f"{controls} words that nobody ever said")
            await told(client, "find_speakers", query=controls)
            assert (await told(client, "ask", question=ASKED))["quotes"][0]["text"] == TEXT


async def test_what_a_hostile_article_holds_is_exact_in_the_text_and_harmless_around_it(
    talking: Talking, town: Path
) -> None:
    async with talking("http", town / "library") as client:
        quote = (await told(client, "find_quotes", speaker="Olga Brandt"))["quotes"][0]
        part = await told(client, "get_article", id=quote["article"])

    assert part["text"] == HOSTILE["text"]
    assert quote["text"] in HOSTILE["text"]
    assert quote["link"] is None
    assert part["link"] is None
    for shown in (quote["title"], quote["source"], quote["citation"], part["author"]):
        assert shown.isprintable()


def _headers(**more: str) -> dict[str, str]:
    return {"content-type": "application/json", "accept": "application/json, text/event-stream"} | more


def test_another_site_and_another_name_are_refused_before_the_protocol(town_address: str) -> None:
    body = message(1, HELLO["method"], HELLO["params"])
    host = urlsplit(town_address).netloc

    def posted(**more: str) -> Any:
        return httpx2.post(town_address, content=body, headers=_headers(**more), timeout=60)

    assert posted().status_code == 200
    assert posted(origin=f"http://{host}").status_code == 200
    assert posted(host="evil.example").status_code == 421
    assert posted(origin="https://evil.example").status_code == 403
    assert posted(**{"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}).status_code == 403
    for method in ("GET", "DELETE", "PUT", "OPTIONS"):
        reply = httpx2.request(method, town_address, headers=_headers())
        assert (reply.status_code, reply.headers["allow"]) == (405, "POST")
    assert httpx2.post(f"{town_address}/", content=body, headers=_headers()).status_code in (404, 405)
    assert httpx2.post(town_address.removesuffix("mcp"), content=body).status_code == 405
    large = httpx2.post(town_address, content="x" * (2 * MEGABYTE), headers=_headers(), timeout=60)
    assert large.status_code == 413
    page = httpx2.get(town_address.removesuffix("mcp"))
    assert (page.status_code, page.headers["cross-origin-resource-policy"]) == (200, "same-origin")


def test_json_names_both_addresses(town: Path) -> None:
    process = subprocess.Popen(
        command("serve", "--mcp", "--json", "--port", "0", "--library", str(town / "library")),
        env=os.environ | ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = json.loads(process.stdout.readline())
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=120)

    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", line["url"])
    assert line["mcp"] == f"{line['url']}mcp"


def test_a_missing_package_is_named_with_what_to_install(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)

    for arguments in (["mcp"], ["serve", "--mcp"]):
        assert run([*arguments, "--library", str(town / "library")]) == ConfigurationError.exit_code
        assert "needs mcp" in (said := capsys.readouterr().err)
        assert "pip install '.[serve]'" in said


async def test_an_unexpected_error_is_told_by_an_id_that_the_log_has(
    town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from mcp import Client

    from bots.agents.server import create_server
    from bots.archive_service import ArchiveService

    def broken() -> Any:
        raise RuntimeError(f"while asked about the {SECRET}")

    service = ArchiveService(town / "library", broken)
    async with Client(create_server(service)) as client:
        said = await refused(client, "ask", question=f"What did Okafor say about the {SECRET}?")
    service.close()

    mark = re.search(r"\b[0-9a-f]{8}\b", said)
    assert mark is not None
    assert f"{mark[0]} ask: RuntimeError at" in caplog.text
    assert SECRET not in said + caplog.text


async def test_with_a_token_file_an_assistant_needs_a_token(town: Path, tmp_path: Path) -> None:
    from mcp import Client
    from mcp.client.streamable_http import streamable_http_client

    token = "a-token-of-this-test-alone"
    (tmp_path / "tokens").write_text(f"{token}\n", encoding="ascii")
    (tmp_path / "tokens").chmod(0o600)
    body = message(1, HELLO["method"], HELLO["params"])
    known = httpx2.AsyncClient(headers={"authorization": f"Bearer {token}"}, timeout=60)
    with served(town / "library", "--token-file", str(tmp_path / "tokens")) as (address, _):
        assert httpx2.post(address, content=body, headers=_headers(), timeout=60).status_code == 401
        async with known, Client(streamable_http_client(address, http_client=known)) as client:
            assert (await told(client, "find_speakers"))["total"] == 4


def test_behind_a_proxy_an_assistant_is_answered_and_held_to_the_rate(town: Path) -> None:
    body = message(1, HELLO["method"], HELLO["params"])
    headers = _headers(**{"x-forwarded-for": "192.0.2.7"})
    with served(town / "library", "--behind-proxy", "--rate", "4") as (address, _):
        replies = [httpx2.post(address, content=body, headers=headers, timeout=60) for _ in range(3)]

    assert [reply.status_code for reply in replies] == [200, 200, 429]
