"""Feeds on the command line, from a server on loopback that a setting names."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import CompletedProcess

import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., CompletedProcess[str]]

STORY = "“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. " * 25
FEED = f"""<rss version="2.0"><channel><title>Coast Gazette</title>
<item><guid isPermaLink="false">g1</guid><title>Harbour</title><link>/one</link>
<description>{STORY}</description></item>
<item><guid isPermaLink="false">g2</guid><title>Gone</title><link>/gone&#x202e;</link></item>
</channel></rss>"""


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = FEED.encode() if self.path == "/feed" else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_feed_is_indexed_asked_shown_and_forgotten(qa: Run, tmp_path: Path, host: str) -> None:
    url, allowed = f"http://{host}/feed", {"QA_FETCH_ALLOW": host}

    indexed = qa("index", url, cwd=tmp_path, env=allowed)
    assert indexed.returncode == 0, indexed.stderr  # an entry that leads to nothing is its publisher's
    assert "1 added" in indexed.stdout
    assert f"skipped: http://{host}/gone" in indexed.stderr
    assert "\u202e" not in indexed.stderr

    answer = json.loads(qa("ask", "What did Lindqvist say about the harbour?", "--json", cwd=tmp_path).stdout)
    assert answer["quotes"][0]["speaker"] == "Anna Lindqvist"
    assert answer["quotes"][0]["article"]["url"] == f"http://{host}/one"
    assert answer["quotes"][0]["article"]["source"] == "Coast Gazette"

    assert qa("ask", "What did Lindqvist say?", "-n", "1", "-v", cwd=tmp_path).stdout.count("/one") == 1

    again = qa("index", cwd=tmp_path, env=allowed)
    assert "0 added" in again.stdout
    shown = qa("status", cwd=tmp_path).stdout
    assert f"{url} (1 article, asked on " in shown
    [place] = json.loads(qa("status", "--json", cwd=tmp_path).stdout)["places"]
    assert (place["kind"], place["path"]) == ("web", url)

    assert "1 place" in qa("forget", url, cwd=tmp_path).stdout
    assert url not in qa("status", cwd=tmp_path).stdout.split("skipped")[0]


def test_loopback_is_refused_where_no_setting_names_it(qa: Run, tmp_path: Path, host: str) -> None:
    done = qa("index", f"http://{host}/feed", cwd=tmp_path)

    assert done.returncode == 3
    assert "this computer itself" in done.stderr
    assert "fetch_allow" in done.stderr


def test_an_address_that_fails_ends_with_3_until_it_is_forgotten(qa: Run, tmp_path: Path, host: str) -> None:
    (tmp_path / "a.txt").write_text("The pier is shut.")
    url, allowed = f"http://{host}/missing", {"QA_FETCH_ALLOW": host}

    failed = qa("index", "a.txt", url, f"http://{host}/feed", "--json", cwd=tmp_path, env=allowed)
    again = qa("index", cwd=tmp_path, env=allowed)
    qa("forget", url, cwd=tmp_path, env=allowed)
    forgotten = qa("index", cwd=tmp_path, env=allowed)

    report = json.loads(failed.stdout)
    assert (report["added"], report["failed_addresses"]) == (2, [url])
    assert (failed.returncode, again.returncode, forgotten.returncode) == (3, 3, 0)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/feed", "only http and https"),
        ("https://anna:secret@news.example/", "user name or password"),
        ("http://2130706433/", "unusual form"),
    ],
    ids=["scheme", "password", "number"],
)
def test_an_address_that_is_never_asked_is_wrong_usage(
    qa: Run, tmp_path: Path, url: str, reason: str
) -> None:
    done = qa("index", url, cwd=tmp_path)

    assert done.returncode == 2
    assert reason in done.stderr
    assert not (tmp_path / ".qa").exists()
