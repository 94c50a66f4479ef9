"""A library on a primary and two standbys: the primary is killed at random moments, under readers and writers.

One writer moves a library there, again and again, each time into another schema; it acknowledges each that is there.
Two workers take in what a scout files in a library beside it (`workers.py`); they say what they have stored. After the
kill the standby that has received most is promoted, as a cluster's manager does, and the lost server is rebuilt. Then
a standby is killed, paused and rebuilt, each time while they all go on. Nothing acknowledged is lost or half, no
question fails, and no answer is another one than before.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from workers import WORKERS, Workers, workers
from workload import ROOT, environment

from embeddings.encoder import Encoder
from embeddings.loading import load_encoder
from qa.datatypes import Scope
from qa.errors import NoIndexError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.server.connections import connect
from qa.server.snapshot import ServerArchive
from qa.settings import ServerLibrary, server_library
from qa.upkeep.move import move
from tests.qa.server.node import Cluster, Node, address, cluster

READERS, ARTICLES = 2, 5
OPTIONS = "&connect_timeout=2"
WRITING = f"{OPTIONS}&target_session_attrs=read-write"
STANDBY_LOST = ("killed", "paused", "rebuilt")
LONGEST = 5.0
"""Seconds from the start of the writer's first move to the kill."""

READER = """
import json, sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.encoding import open_span_reader
from qa.errors import NodeLostError
from qa.server.snapshot import ServerArchive
from qa.settings import server_library

repeated = 0

class Archive(ServerArchive):
    @contextmanager
    def snapshot(self):
        global repeated
        try:
            with super().snapshot() as view:
                yield view
        except NodeLostError:
            repeated += 1
            raise

stop, encoder = Path(sys.argv[2]), load_encoder()
wrong, asked = [], 0
with Archive.open(server_library(sys.argv[1])) as archive:
    answerer = Answerer(archive, lambda: encoder, open_span_reader, today=date(2025, 1, 21))
    ask = lambda: [(quote.text, quote.version.uid) for quote in answerer.ask("What did Marta Ruiz say?").quotes]
    expected = ask()
    print("ready", flush=True)
    while not stop.exists():
        asked += 1
        try:
            found = ask()
        except Exception as error:
            wrong.append(f"{type(error).__name__}: {error}")
        else:
            if not found or found != expected:
                wrong.append(f"another answer: {found}")
print(json.dumps({"wrong": wrong[:3], "asked": asked, "repeated": repeated}))
"""

WRITER = """
import sys
from pathlib import Path
from qa.settings import server_library
from qa.upkeep.move import move

folder, address, name = sys.argv[1:]
print("ready", flush=True)
sys.stdin.readline()
number = 0
while True:
    move(Path(folder), server_library(f"{address}&schema={name}_{number}"))
    print(number, flush=True)
    number += 1
"""


def prove(scratch: Path, *, kills: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    choose, encoder, stop = random.Random(seed), load_encoder(), scratch / "stop"
    library = _library(scratch, encoder)
    acknowledged: list[str] = []
    with ExitStack() as stack:
        nodes = stack.enter_context(cluster())
        place = address(nodes.nodes, "pier", options=f"{OPTIONS}&load_balance_hosts=random")
        subprocess.run(
            [sys.executable, "-m", "bots.terminal", "move", "--from", str(library),
             "--to", address(nodes.nodes, "pier", options=WRITING)],
            check=True, cwd=ROOT, env=environment(), capture_output=True,
        )  # fmt: skip
        primary = nodes.nodes[0]
        for node in nodes.nodes[1:]:
            _wait(primary, node)
        readers = [_started(READER, place, str(stop)) for _ in range(READERS)]
        work = stack.enter_context(workers(scratch, address(nodes.nodes, "worked", options=WRITING), encoder))
        for number in range(kills):
            name = f"kill_{number}"
            seconds = choose.uniform(0, LONGEST)
            told = _killed(nodes, primary, library, name, seconds, work)
            lost, primary = primary, _promoted(nodes, primary)
            acknowledged += [f"{name}_{each}" for each in range(told)]
            trouble = _examined(primary, acknowledged[-told:] if told else [], encoder)
            trouble = trouble or _whole_or_absent(primary, f"{name}_{told}", encoder)
            trouble = trouble or work.ended() or work.trouble(primary.library("worked"))
            nodes.rejoin(lost)
            said = f"{told} acknowledged, {work.stored().total()} of {work.filed} articles said to be stored"
            yield f"the primary killed after {seconds:.3f} s, {said}", trouble
        for how in STANDBY_LOST:
            schema, standby = f"standby_{how}", next(node for node in nodes.nodes if node is not primary)
            acknowledged.append(schema)
            yield f"a standby {how}", _without(nodes, standby, primary, how, library, work, encoder)
        yield f"{WORKERS} workers after {kills} kills", work.finish()
        stop.touch()
        for node in nodes.nodes:
            if node is not primary:
                _wait(primary, node)
            yield f"{len(acknowledged)} acknowledged on each server", _examined(node, acknowledged, encoder)
        for node in nodes.nodes:
            said = f"{work.stored().total()} of {work.filed} articles said to be stored"
            yield said, work.trouble(node.library("worked"), all_of_it=True)
        for number, reader in enumerate(readers):
            output, _ = reader.communicate()
            said: dict[str, Any] = json.loads(output) if reader.returncode == 0 else {"wrong": ["it ended"]}
            yield f"reader {number}: {said}", "; ".join(said["wrong"])


def _library(scratch: Path, encoder: Encoder) -> Path:
    folder = scratch / "on a server"
    folder.mkdir()
    for article in range(ARTICLES):
        text = (
            f'"The pier of district {article} stays shut," said Marta Ruiz. Zqgull number {article} came.\n'
        )
        (folder / f"{article}.txt").write_text(text)
    update(scratch / "library", IndexRequest((folder,)), encoder_factory=lambda: encoder)
    return scratch / "library"


def _started(program: str, *arguments: str) -> subprocess.Popen[str]:
    started = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, cwd=ROOT, env=environment(),
    )  # fmt: skip
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


def _killed(nodes: Cluster, primary: Node, library: Path, name: str, seconds: float, work: Workers) -> int:
    """Kill the primary some time after a writer has begun; return how many libraries the writer acknowledged."""
    place = address(nodes.nodes, "none", options=WRITING)
    writer = _started(WRITER, str(library), place.replace("&schema=none", ""), name)
    assert writer.stdin is not None
    work.file_more()
    writer.stdin.write("go\n")
    writer.stdin.flush()
    try:
        writer.wait(seconds)
    except subprocess.TimeoutExpired:
        primary.kill()
    output, _ = writer.communicate()
    return len(output.split())


def _without(
    nodes: Cluster, standby: Node, primary: Node, how: str, library: Path, work: Workers, encoder: Encoder
) -> str:
    """Let a standby be gone while others write, and come back; return what is wrong then."""
    schema = f"standby_{how}"
    standby.pause() if how == "paused" else standby.kill()
    work.file_more()
    move(library, server_library(address(nodes.nodes, schema, options=WRITING)))
    if how == "rebuilt":
        nodes.rejoin(standby)
    else:
        standby.resume() if how == "paused" else standby.start()
    _wait(primary, standby)
    return _examined(standby, [schema], encoder) or work.ended() or work.trouble(primary.library("worked"))


def _promoted(nodes: Cluster, lost: Node) -> Node:
    """Promote the standby that has received most; return it."""

    def received(node: Node) -> int:
        # One that was made anew a moment ago has replayed what it was made from, and received nothing yet.
        last = "COALESCE(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())"
        return int(_ask(node, f"SELECT {last} - '0/0'::pg_lsn"))

    heir = max((node for node in nodes.nodes if node is not lost), key=received)
    heir.promote()
    return heir


def _wait(primary: Node, standby: Node) -> None:
    written = _ask(primary, "SELECT pg_current_wal_lsn()::text")
    while not _ask(standby, f"SELECT pg_last_wal_replay_lsn() >= '{written}'::pg_lsn"):
        pass


def _ask(node: Node, statement: str) -> Any:
    connection = connect(node.library("any"))
    try:
        row = connection.execute(statement).fetchone()
        return None if row is None else row[0]
    finally:
        connection.close()


def _examined(node: Node, schemas: list[str], encoder: Encoder) -> str:
    """Return what is wrong with libraries that were acknowledged; nothing if each is whole."""
    for schema in schemas:
        try:
            if trouble := _looked_into(node.library(schema), encoder):
                return f"{schema}: {trouble}"
        except Exception as error:
            return f"{schema}: {type(error).__name__}: {error}"
    return ""


def _whole_or_absent(node: Node, schema: str, encoder: Encoder) -> str:
    try:
        return _looked_into(node.library(schema), encoder)
    except NoIndexError:
        return ""


def _looked_into(place: ServerLibrary, encoder: Encoder) -> str:
    with ServerArchive.open(place) as archive, archive.snapshot() as view:
        by_word = {passage for passage, _ in view.lexical(["zqgull"], Scope(), 50)}
        by_vector = {passage for passage, _ in view.nearest(encoder.encode_query("gulls"), Scope(), 50)}
        texts = [view.find_articles(line.uid)[0].article.text for line in view.articles()]
        if len(by_word) != ARTICLES or by_word != by_vector:
            return f"{len(by_word)} found by their word, {len(by_vector)} by vector"
        if sorted(text.partition("Zqgull number ")[2][:1] for text in texts) != list(
            map(str, range(ARTICLES))
        ):
            return f"other texts: {texts}"
    return ""
