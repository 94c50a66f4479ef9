"""Readers who may not write ask all the time, while a writer indexes, purges, rebuilds and restores.

From the moment when a purge is acknowledged, no answer may have the purged words; every new article is seen at the
next question. A reader may be told, in an error of ours with what to do, that it cannot read, but not twice once the
writer has ended, and never that anything is damaged. Readers are another user, a process in a folder of mode 0555,
and one on a read-only mount. The library is once small and once larger than SQLite's page cache.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from workload import LEFT_OUT, ROOT, environment

from embeddings.loading import load_encoder
from qa.embedded.writer import open_writer
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.backup import backup
from qa.upkeep.forget import forget
from qa.upkeep.restore import restore
from tests.qa.embedded import other_user

SMALL, LARGE = 0, 1500
"""Rows of four kilobytes beside the articles: SQLite keeps two megabytes of pages."""

NOBODY = "another user"

READER = """
import json, logging, sys
from datetime import date
from pathlib import Path
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.errors import QAError

class Told(logging.Handler):
    def emit(self, record):
        warned.append(record.getMessage())

encoder = load_encoder()
warned = []
logging.getLogger().addHandler(Told(logging.WARNING))
with Library.open(Path(sys.argv[1])) as library:
    answerer = Answerer(library, lambda: encoder, open_span_reader, today=date(2025, 1, 21))
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        warned.clear()
        try:
            answer = answerer.ask(asked)
            said = [quote.version.article.text for quote in (*answer.quotes, *answer.related)]
            with library.snapshot() as snapshot:
                held = [v.article.text for each in snapshot.articles() for v in snapshot.find_articles(each.uid)]
                for n in range(int(sys.argv[2])):
                    snapshot.meta(f"row {n}")
            print(json.dumps({"said": said, "held": held, "warned": warned}), flush=True)
        except QAError as error:
            print(json.dumps({"error": type(error).__name__, "words": str(error)}), flush=True)
        except Exception as error:
            print(json.dumps({"crash": f"{type(error).__name__}: {error}"}), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Reader:
    kind: str
    process: subprocess.Popen[str]

    def ask(self, question: str) -> dict[str, list[str]]:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return self.told()

    def told(self) -> dict[str, list[str]]:
        stdout: IO[str] | None = self.process.stdout
        assert stdout is not None
        told = json.loads(stdout.readline() or '{"crash": "it has ended"}')
        return told if isinstance(told, dict) else {}


def prove(scratch: Path, *, rounds: int) -> Iterator[tuple[str, str]]:
    for name, rows in (("small", SMALL), ("larger than the page cache", LARGE)):
        yield from _Trial(scratch / f"purges-{rows}", rows, name).run(rounds)


class _Trial:
    def __init__(self, scratch: Path, rows: int, name: str) -> None:
        self._folder, self._library, self._rows, self._name = scratch / "a", scratch / "library", rows, name
        self._backup = scratch / "kept.zip"
        self._encoder = load_encoder()
        self._purged: list[str] = []
        self._folder.mkdir(parents=True)

    def run(self, rounds: int) -> Iterator[tuple[str, str]]:
        self._write("stays", "stays")
        self._index()
        with open_writer(self._library) as writer, writer.transaction():
            for row in range(self._rows):
                writer.set_meta(f"row {row}", "x" * 4000)
        other_user.forbid_writing(self._library)
        _open_for_others(self._library.parent)
        kinds = _kinds(self._library, self._rows)
        for kind, why_not in kinds.items():
            if isinstance(why_not, str):
                yield f"{LEFT_OUT}{kind}: {why_not}", ""
        # Another user has no other folder for what is prepared of the models; both trials use this one.
        cache = self._library.parent.parent / "cache"
        _give_prepared_models(cache)
        surroundings = environment()
        others = surroundings | {"XDG_CACHE_HOME": str(cache)}
        readers = [
            Reader(
                kind,
                subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    cwd=ROOT,
                    env=others if kind == NOBODY else surroundings,
                ),
            )
            for kind, command in kinds.items()
            if not isinstance(command, str)
        ]
        try:
            for reader in readers:
                reader.told()
            for number in range(rounds):
                yield from self._round(number, readers)
        finally:
            for reader in readers:
                reader.process.kill()
                reader.process.communicate()

    def _round(self, number: int, readers: Sequence[Reader]) -> Iterator[tuple[str, str]]:
        """Index an article, purge it, and rebuild or restore; after each the readers are asked."""
        word = f"zq{_letters(number)}"
        self._write(word, word)
        work = {"indexed": self._index, "purged": lambda: self._purge(word)}
        if number % 2:
            work["rebuilt"] = lambda: self._index(rebuild=True)
        else:
            work["restored"] = self._restore
        for what, do in work.items():
            where = f"purges, {self._name}, round {number}"
            with ThreadPoolExecutor(1) as pool:
                doing = pool.submit(do)
                while not doing.done():
                    for reader in readers:
                        told = reader.ask(_question(word))
                        yield f"{where}, before it is {what}: {reader.kind}", self._wrong(told, "")
                doing.result()
            if what == "purged":
                self._purged.append(word)
            for reader in readers:
                told = reader.ask(_question(word))
                if "error" in told:
                    told = reader.ask(_question(word))
                wrong = f"told twice: {told}" if "error" in told else ""
                wrong = wrong or "; ".join(told.get("warned", ()))
                wrong = wrong or self._wrong(told, word if what == "indexed" else "")
                yield f"{where}, {what}: {reader.kind}", wrong

    def _purge(self, word: str) -> None:
        with other_user.writing_allowed(self._library):
            assert forget(self._library, str(self._folder / f"{word}.txt"), purge=True).articles == 1

    def _restore(self) -> None:
        with other_user.writing_allowed(self._library):
            backup(self._library, self._backup, force=True)
            restore(self._backup, self._library, force=True)
        other_user.forbid_writing(self._library)

    def _wrong(self, told: dict[str, list[str]], new: str) -> str:
        if "error" in told and told["error"] != "DamagedIndexError":
            # What was written while it was read; it says to try again.
            return ""
        if "held" not in told:
            return str(told)
        texts = " ".join([*told["said"], *told["held"]])
        if shown := [purged for purged in self._purged if purged in texts]:
            return f"purged and still there: {shown}"
        if new and not all(any(new in text for text in told[where]) for where in ("said", "held")):
            return f"{new} is not seen: {told}"
        if not any("stays" in text for text in told["held"]):
            return "an article that stays is gone"
        return ""

    def _write(self, name: str, word: str) -> None:
        text = f'"The pier of {word} is shut until spring," said Ada Quill, the mayor of Harwick.\n'
        (self._folder / f"{name}.txt").write_text(text)

    def _index(self, *, rebuild: bool = False) -> None:
        request = IndexRequest(() if self._library.exists() else (self._folder,), rebuild=rebuild)
        if not self._library.exists():
            update(self._library, request, encoder_factory=lambda: self._encoder)
            return
        with other_user.writing_allowed(self._library):
            update(self._library, request, encoder_factory=lambda: self._encoder)


def _kinds(library: Path, rows: int) -> dict[str, list[str] | str]:
    """Return the command of each kind of reader, or why there can be none here."""
    arguments = (str(library), str(rows))
    return {
        "a folder of mode 0555": other_user.command(READER, *arguments),
        NOBODY: other_user.as_nobody(READER, *arguments)
        if other_user.can_be_nobody()
        else "only root can become another user, who must be able to read this program",
        # Of the folder around it: restoring exchanges the library's own folder.
        "a read-only mount": other_user.on_a_read_only_mount(
            library.parent, other_user.command(READER, *arguments)
        )
        if other_user.can_mount()
        else "this user can mount nothing",
    }


def _give_prepared_models(cache: Path) -> None:
    """Copy what is prepared of the models to where another user may read it, which takes less than preparing it."""
    ours = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onrecord"
    if ours.is_dir() and not cache.exists():
        shutil.copytree(ours, cache / "onrecord")
    cache.mkdir(exist_ok=True)
    if os.getuid() == 0:
        for path in (cache, *cache.rglob("*")):
            os.chown(path, other_user.NOBODY, other_user.NOBODY)


def _open_for_others(folder: Path) -> None:
    """Let another user come to a folder and make files beside the library; those around it are our own."""
    folder.chmod(0o777)
    for around in folder.parents:
        if around.stat().st_uid == os.getuid() and not around.stat().st_mode & 0o001:
            around.chmod(0o711)


def _question(word: str) -> str:
    return f"What did Ada Quill say about the pier of {word}?"


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
