"""Make `103094a.zip`: what the program as it was at commit 103094a leaves behind after some days of use.

It holds a library of the seeds and of a few more files, a web page and old versions; a backup of it from the first
day; quote ids as they were printed; a followed question with one quote that was shown and one that was not yet; the
state of the bot on Discord; the settings file; and the files themselves. `recorded.json` says what is where.

It is run once, in a checkout of that commit, by an interpreter with its dependencies. A library knows its places by
their absolute paths, so all is made in /srv/onrecord, which must not be there and is taken away again:

    git worktree add ../old 103094a && cd ../old
    python3 -m venv .venv && .venv/bin/pip install -e '.[test]'
    .venv/bin/python ../onrecord/tests/releases/make_103094a.py ../onrecord/tests/releases/103094a.zip

A later release gets a script and a file of its own beside these; the tests run over every file that is there.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from typing import Any

OLD = Path.cwd()
HOME = Path("/srv/onrecord")
PORT = 8765
PAGE = f"http://127.0.0.1:{PORT}/ferry.html"
TODAY = "2025-01-21"

RUBIO = "What did Rubio say about China?"
QUESTIONS = (
    RUBIO,
    "What did Trump say about TikTok?",
    "What did Biden say about China?",
    "What did Anna Lindqvist say about the harbour?",
    "What did Peter Okafor say about the ferry?",
)

DRAFT = "A draft\n\nNobody has read this draft, Ada Quill said.\n"
HARBOUR = """---
title: Council argues about the harbour
date: 2024-03-04
source: Coast Gazette
---
“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it.”

Peter Okafor, who leads the opposition, called the repair plan “a hole in the budget”.
"""
HARBOUR_LATER = HARBOUR.replace("“We will not sell it.”", "“We will sell none of it before the autumn.”")
FERRY = "Ferry to the islands stops\n\nThe ferry will not sail in winter, Peter Okafor said on Friday.\n"
GOSSIP = "Talk of the town\n\nThe mayor sleeps badly, Bert Marsh said.\n"
WIRE = (
    {"id": "w1", "title": "Coach speaks", "date": "2024-05-01", "source": "Wire",
     "text": "Rovers coach Jonas Reed said that the season was long. Reed praised the crowd."},
    {"id": "w2", "title": "Minister speaks", "date": "2024-05-02", "source": "Wire",
     "text": "Transport Minister Jonas Reed said that the bridge would open in May."},
    {"id": "w3", "title": "The harbour", "date": "2024-03-05", "source": "Wire",
     "text": "“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it.”"},
)  # fmt: skip
FERRY_PAGE = """<html><head><title>Ferry line to be sold</title><meta name="date" content="2024-06-03"></head><body>
<article><h1>Ferry line to be sold</h1><p>The ferry line will be sold to its crew, its director Carla Brandt said on
Monday. “We have waited for this day for eleven years,” she told the Coast Gazette after the council had met.</p><p>The
council voted for the sale by a large majority. Nobody spoke against it, and the crew will take over in the spring of
next year, when the old boats have been mended and painted.</p></article></body></html>"""
NEWS = """---
title: Rubio on the harbours of China
date: 2025-01-{day:02}
source: Coast Gazette
---
“{words},” Marco Rubio said on Monday.
"""
SHOWN_ALREADY = "China will have to open its harbours to our ships"
NOT_SHOWN_YET = "China must answer for its trade in fentanyl before spring"

SETTINGS = """\
# Where "qa" looks for a library, and how it answers.
library = "../../library"
quotes = 2
exclude = ["*.draft.md", "old/"]
max_file_mb = 20
fetch_allow = ["127.0.0.1:8765"]

[discord]
default = "archive"
owners = [1]
message_content = true
state = "../../discord"
follow_seconds = 90

[discord.libraries]
archive = "../../library"
spare = "../../spare"

[discord.limits]
per_person = 30
"""


class Ferry(BaseHTTPRequestHandler):
    """A web site with one article."""

    def do_GET(self) -> None:
        found = self.path == "/ferry.html"
        body = FERRY_PAGE.encode() if found else b"nothing here"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"ferry-1"')
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def qa(*arguments: str, may_fail: bool = False) -> str:
    """Run the old program's command line, with settings and state of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QA_")}
    environment |= {
        "XDG_CONFIG_HOME": str(HOME / "config"),
        "XDG_STATE_HOME": str(HOME / "state"),
        "PYTHONPATH": str(OLD),
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-m", "bots.terminal", *arguments, "--library", str(HOME / "library")]
    done = subprocess.run(command, cwd=HOME, env=environment, capture_output=True, text=True, check=False)
    if done.returncode and not may_fail:
        raise SystemExit(f"qa {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def write(name: str, text: str) -> None:
    path = HOME / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def asked(question: str) -> dict[str, Any]:
    answer = json.loads(qa("ask", question, "--json", "--today", TODAY, may_fail=True))
    quotes = [{key: quote[key] for key in ("id", "text", "speaker")} for quote in answer["quotes"][:3]]
    return {"question": question, "outcome": answer["outcome"], "quotes": quotes}


def make_library() -> dict[str, Any]:
    """Index, ask, change, forget and give, as somebody does in some days."""
    shutil.copytree(OLD / "seeds", HOME / "seeds")
    write("seeds/notice.draft.md", DRAFT)
    write("config/onrecord/config.toml", SETTINGS)
    qa("index", "seeds")
    qa("backup", str(HOME / "backup.zip"))
    write("coast/harbour.md", HARBOUR)
    write("coast/ferry.txt", FERRY)
    write("coast/gossip.txt", GOSSIP)
    write("coast/wire.jsonl", "".join(json.dumps(row) + "\n" for row in WIRE))
    qa("index", "coast", PAGE)
    before = asked("What did Anna Lindqvist say about selling the harbour?")
    qa("set", "ferry.txt", "--date", "2024-12-06", "--source", "Island Post")
    qa("forget", "coast/gossip.txt")
    write("coast/harbour.md", HARBOUR_LATER)
    qa("index")
    answers = [asked(question) for question in QUESTIONS]
    qa("report", answers[0]["quotes"][1]["id"], "--wrong", "--question", RUBIO)
    qa("follow", "What does Rubio say about China?")
    return {"answers": answers, "quotes_of_an_old_version": before["quotes"]}


async def use_discord(*, later: bool) -> dict[str, Any]:
    """Let the bot answer on a simulated Discord: a first time, or `later`, after new articles were indexed."""
    import discord  # here, as below: all of the old program's environment
    import simcord

    from bots.discord.configuration import Configuration
    from bots.discord.rates import Rates
    from qa.encoding import open_encoder
    from tests.bots.discord.conftest import PLENTY, TOKEN, Making

    configuration = Configuration(
        token=TOKEN,
        libraries={"archive": HOME / "library", "spare": HOME / "spare"},
        default_library="archive",
        state=HOME / "discord",
        rates=Rates(person=PLENTY, guild=PLENTY, everyone=PLENTY),
        today=date.fromisoformat(TODAY),
    )
    making = Making(configuration, open_encoder())
    async with simcord.run(making.bot()) as env:
        # Ids are given in this order, and the test that reads all this makes the same server.
        guild = env.create_guild()
        channel = guild.create_text_channel("news")
        admins = guild.create_role("Admins", permissions=discord.Permissions(administrator=True))
        alice = guild.add_member(env.create_user("alice"))
        admin = guild.add_member(env.create_user("ada"), roles=[admins])
        bot: Any = env.bot
        await bot.tree.sync()
        if later:
            await bot.get_cog("Following").news.look()
            return {"posted": [message.embeds[0].description for message in channel.history()]}
        bot.configuration = bot.policy._configuration = replace(configuration, owners=frozenset({admin.id}))
        await alice.slash(channel, "ask", question=RUBIO)
        public = channel.last_message
        await alice.click(public, label="Thread")
        private = await alice.slash(channel, "ask", question="What did Trump say?", private=True)
        await admin.slash(channel, "follow", speaker="Marco Rubio", topic="China")
        await admin.slash(channel, "settings limit", per_person=7)
        await admin.slash(channel, "settings give", name="spare")
        return {
            "guild": guild.id,
            "channel": channel.id,
            "alice": alice.id,
            "admin": admin.id,
            "thread": channel.threads[0].id,
            "seconds": making.time.seconds,
            "buttons": [item.custom_id for row in public.components for item in row.children],
            "cards": [embed.description for embed in public.embeds],
            "private": private.response.components[0]["components"][0]["custom_id"],
        }


def discord_session(later: bool) -> dict[str, Any]:
    sys.path.insert(0, str(OLD))
    return asyncio.run(use_discord(later=later))


def rule_numbers() -> dict[str, int]:
    """Return the numbers of the rules by which all of it was made."""
    from qa import rules as numbers

    return {name: value for name, value in vars(numbers).items() if isinstance(value, int) and name.isupper()}


def pack(target: Path) -> None:
    """Write all of it into one file, the same bytes for the same contents."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        for path in sorted(HOME.rglob("*")):
            name = path.relative_to(HOME).as_posix()
            # A reader leaves an empty log and its shared memory.
            if (
                path.is_file()
                and not name.startswith(("state/", "spare/"))
                and path.suffix not in (".db-shm", ".db-wal")
            ):
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_LZMA
                archive.writestr(info, path.read_bytes())


def main() -> None:
    target = Path(sys.argv[1]).resolve()
    sys.path.insert(0, str(OLD))
    HOME.mkdir(parents=True)
    site = ThreadingHTTPServer(("127.0.0.1", PORT), Ferry)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        recorded = make_library()
        recorded["discord"] = in_process_of_its_own(discord_session, False)
        write("news/first.md", NEWS.format(day=20, words=SHOWN_ALREADY))
        qa("index", "news")
        recorded["shown_by_follow"] = json.loads(qa("follow", "--run", "--json"))["quote"]["id"]
        recorded["discord"] |= in_process_of_its_own(discord_session, True)
        write("news/second.md", NEWS.format(day=21, words=NOT_SHOWN_YET))
        qa("index", "news")
        ids = [quote["id"] for answer in recorded["answers"] for quote in answer["quotes"]]
        ids += [quote["id"] for quote in recorded["quotes_of_an_old_version"]]
        checks = json.loads(qa("verify", *dict.fromkeys(ids), "--json", may_fail=True))["quotes"]
        recorded |= {
            "verified": {check["id"]: check["state"] for check in checks},
            "shown": SHOWN_ALREADY,
            "not_shown": NOT_SHOWN_YET,
            "home": str(HOME),
            "web_place": PAGE,
            "rules": rule_numbers(),
        }
        write("recorded.json", json.dumps(recorded, indent=1, ensure_ascii=False) + "\n")
        pack(target)
    finally:
        site.shutdown()
        shutil.rmtree(HOME)
    sys.stdout.write(f"{target}: {target.stat().st_size:,} bytes\n")


def in_process_of_its_own(work: Callable[[bool], dict[str, Any]], later: bool) -> dict[str, Any]:
    """Run what opens libraries where it ends, so that it leaves no log of SQLite's beside them."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, later).result()


if __name__ == "__main__":
    main()
