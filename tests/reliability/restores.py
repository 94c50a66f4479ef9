"""A backup put in the place of a library, and the process killed at each call that changes a file or a name.

Under the library's name there must always be one whole library, the old or the new; where it is the new one, the old
is kept beside it. Tried where two names can be exchanged at once, and where the disk refuses that.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from workload import ROOT, environment

from embeddings.loading import load_encoder
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.restore import restore

RESTORE = """
import sys
from pathlib import Path
from qa.upkeep.restore import restore

restore(Path(sys.argv[1]), Path(sys.argv[2]), force=True)
"""
NAMES = ("rename", "renameat2", "fsync", "fdatasync", "mkdir", "rmdir", "unlinkat")
REFUSED = ("-e", "inject=renameat2:error=EINVAL")
OLD, NEW = "It rained in the valley.", "The pier is shut."


def prove(scratch: Path) -> Iterator[tuple[str, str]]:
    """Yield (what was done, what is wrong) for a kill at each call, with and without an exchange of names."""
    file, library = scratch / "backup.zip", scratch / "to-replace"
    _index(scratch / "new", NEW, scratch / "backed-up")
    backup(scratch / "backed-up", file)
    _index(scratch / "old", OLD, library)

    def once(plan: tuple[str, tuple[str, ...], str, int]) -> tuple[str, str]:
        how, refused, name, number = plan
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            target = Path(folder) / "library"
            shutil.copytree(library, target)
            kill = f"inject={name}:signal=SIGKILL:when={number}"
            # Of a call that is refused, its being killed takes the place of its refusal.
            given = () if name == "renameat2" else refused
            _strace([*given, "-e", kill], file, target, Path(folder) / "log")
            return f"restore, {how}: killed at {name} {number}", _wrong(file, target)

    plans = [
        (how, refused, name, number)
        for how, refused in (("exchanged", ()), ("renamed", REFUSED))
        for name, count in _counts(file, library, scratch, refused).items()
        for number in range(1, count + 1)
    ]
    exchanges = [plan for plan in plans if plan[2] == "renameat2"]
    yield "an exchange of names is asked for", "" if len(exchanges) == 2 else f"{len(exchanges)} times"
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(once, plans)


def _index(folder: Path, text: str, library: Path) -> None:
    folder.mkdir()
    (folder / "a.txt").write_text(text)
    encoder = load_encoder()
    update(library, IndexRequest((folder,)), encoder_factory=lambda: encoder)


def _counts(file: Path, library: Path, scratch: Path, refused: Sequence[str]) -> dict[str, int]:
    """Return how often an undisturbed restoring makes each call."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        target, log = Path(folder) / "library", Path(folder) / "log"
        shutil.copytree(library, target)
        _strace(refused, file, target, log)
        lines = log.read_text(errors="replace").splitlines()
    return {name: sum(bool(re.match(rf"\d+ +{name}\(", line)) for line in lines) for name in NAMES}


def _strace(options: Sequence[str], file: Path, target: Path, log: Path) -> None:
    trace = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={','.join(NAMES)}", *options]
    command = [*trace, sys.executable, "-c", RESTORE, str(file), str(target)]
    subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False)


def _wrong(file: Path, target: Path) -> str:
    try:
        here = _texts(target)
        if here not in ([OLD], [NEW]):
            return f"a library of {here}"
        beside = [_texts(path) for path in target.parent.glob("library.replaced-*")]
        if here == [NEW] and [OLD] not in beside:
            return "the library that was there is gone"
        if troubles := check(target).problems:
            return "; ".join(troubles)
        # The next try is not hindered by what was left.
        restore(file, target, force=True)
        return "" if _texts(target) == [NEW] else "the next restoring did not do it"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _texts(folder: Path) -> list[str]:
    with Library.open(folder) as library, library.snapshot() as snapshot:
        keys = [version.key for line in snapshot.articles() for version in snapshot.find_articles(line.uid)]
        return [version.article.text.strip() for version in snapshot.versions(keys).values()]
