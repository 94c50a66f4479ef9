"""Power cuts: a writer's recorded calls, replayed with every loss that a disk may leave behind.

Until a file is synced, any part of what was written to it may be missing: all, a tail, or the bytes but not the length
(zeros). Until a folder is synced, the last of its changes (new, renamed and removed names) may be missing. What is
left must open, be whole, and hold all that the writer told of before that moment.

The method is that of ALICE (Pillai et al., OSDI 2014), for one trace and the losses named here.
"""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workload import ROOT, Workload, environment

_CALLS = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,ftruncate,lseek"
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)", re.DOTALL)
_FILE = re.compile(r"(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_IGNORED = ("-shm", ".lock")
"""Rebuilt by whoever opens the library; never relied on."""


@dataclass(frozen=True, slots=True)
class Write:
    name: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Names:
    """A change of the folder: `old` becomes `new`; None for what was not there, or is not any more."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Sync:
    """Of a file, or of the folder if `name` is empty."""

    name: str


@dataclass(frozen=True, slots=True)
class Told:
    articles: int


Event = Write | Truncate | Names | Sync | Told


@dataclass(slots=True)
class Disk:
    """Contents by number, so that a file keeps its content when its name changes."""

    names: dict[str, int]
    durable: dict[int, bytes]
    pending: dict[int, list[Write | Truncate]] = field(default_factory=dict)
    changes: list[tuple[dict[str, int], Names]] = field(default_factory=list)
    """The folder's names before each change that is not synced, and the change."""


def record(work: Workload, scratch: Path, mode: str) -> list[Event]:
    """Let a writer run undisturbed, and return what it did to its library, in order."""
    library = work.copy(scratch / "recorded")
    log = scratch / "recorded.txt"
    trace = ["strace", "-f", "-y", "-xx", "-s", "100000000", "-o", str(log), "-e", f"trace={_CALLS}"]
    command = [*trace, *work.command(library, mode)]
    subprocess.run(command, check=True, cwd=ROOT, env=environment(), capture_output=True)
    shutil.rmtree(library)
    return list(_events(log.read_text().splitlines(), str(library)))


def _events(lines: Sequence[str], library: str) -> Iterator[Event]:
    offsets: dict[str, int] = {}
    known = set(_visible(library))
    for line in lines:
        match = _LINE.match(line)
        if match is None or int(match[4]) < 0:
            continue
        call, arguments, result = match[2], match[3], int(match[4])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
        file = _FILE.search(arguments)
        path = "" if file is None else _plain(file[2])
        name = path.removeprefix(library + "/") if path.startswith(library + "/") else ""
        if call == "openat":
            opened = texts[0].decode()
            if not opened.startswith(library + "/") or opened.endswith(_IGNORED):
                continue
            name = opened.removeprefix(library + "/")
            offsets[name] = 0
            if "O_CREAT" in arguments and name not in known:
                known.add(name)
                yield Names(None, name)
            elif "O_TRUNC" in arguments:
                yield Truncate(name, 0)
        elif call == "write" and arguments.startswith("1<"):
            said = texts[0].decode().strip()
            if said.isdigit():
                yield Told(int(said))
        elif call in ("rename", "renameat", "renameat2"):
            old, new = (text.decode().removeprefix(library + "/") for text in texts)
            if "/" not in old and "/" not in new and not old.endswith(_IGNORED):
                known.discard(old)
                known.add(new)
                yield Names(old, new)
        elif call in ("unlink", "unlinkat"):
            gone = texts[0].decode().removeprefix(library + "/")
            if "/" not in gone and gone in known:
                known.discard(gone)
                yield Names(gone, None)
        elif call in ("fsync", "fdatasync"):
            if name and not name.endswith(_IGNORED):
                yield Sync(name)
            elif path == library:
                yield Sync("")
        elif not name or name.endswith(_IGNORED):
            continue
        elif call == "pwrite64":
            yield Write(name, int(arguments.rsplit(",", 1)[1]), texts[0][:result])
        elif call == "write":
            yield Write(name, offsets.get(name, 0), texts[0][:result])
            offsets[name] = offsets.get(name, 0) + result
        elif call == "lseek":
            offsets[name] = result
        elif call == "ftruncate":
            yield Truncate(name, int(arguments.rsplit(",", 1)[1]))


def _visible(_library: str) -> Iterator[str]:
    yield from ("library.db", "vectors-00000001.faiss", "vectors-00000001.faiss.verified", "library.lock")


def _plain(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode() if text.startswith("\\x") else text


State = dict[str, bytes]


def states(before: Mapping[str, bytes], events: Sequence[Event]) -> Iterator[tuple[int, State]]:
    """Yield (articles told of, the folder's files) for each thing that a power cut may leave."""
    disk = Disk(
        {name: number for number, name in enumerate(before)},
        {number: before[name] for number, name in enumerate(before)},
    )
    told = 0
    yield told, dict(before)
    for event in events:
        if isinstance(event, Sync):
            # What is not synced yet is the most that can be lost here; earlier cuts lose a part of it.
            yield from ((told, state) for state in _left(disk))
        told = event.articles if isinstance(event, Told) else told
        _apply(disk, event)
    yield from ((told, state) for state in _left(disk))


def _apply(disk: Disk, event: Event) -> None:
    if isinstance(event, Write | Truncate):
        disk.pending.setdefault(disk.names[event.name], []).append(event)
    elif isinstance(event, Names):
        disk.changes.append((dict(disk.names), event))
        _rename(disk, event)
    elif isinstance(event, Sync) and event.name:
        number = disk.names[event.name]
        disk.durable[number] = _with(disk.durable.get(number, b""), disk.pending.pop(number, []))
    elif isinstance(event, Sync):
        disk.changes.clear()


def _rename(disk: Disk, change: Names) -> None:
    number = disk.names.pop(change.old) if change.old is not None else len(disk.durable)
    if change.new is not None:
        if change.old is None:
            disk.durable[number] = b""
        disk.names[change.new] = number


def _left(disk: Disk) -> Iterator[State]:
    """Yield what may be on the disk now: names and contents, each with a part of what is not synced."""
    namings = [names for names, _ in disk.changes] + [disk.names]
    everything = {
        number: _with(content, disk.pending.get(number, [])) for number, content in disk.durable.items()
    }
    for names in namings:
        for others in (disk.durable, everything):
            yield {name: others[number] for name, number in names.items()}
            for number in disk.pending:
                for content in _partly(disk.durable[number], disk.pending[number]):
                    contents = {**others, number: content}
                    yield {name: contents[at] for name, at in names.items()}


def _partly(durable: bytes, pending: Sequence[Write | Truncate]) -> Iterator[bytes]:
    step = max(1, len(pending) // 12)
    for count in range(0, len(pending) + 1, step):
        yield _with(durable, pending[:count])
    for count in range(step, len(pending) + 1, step):
        # Written out of order: the last ones only; torn in the middle; the length without the bytes.
        yield _with(durable, pending[count:])
        last = pending[count - 1]
        if isinstance(last, Write):
            torn = Write(last.name, last.offset, last.data[: len(last.data) // 2])
            yield _with(durable, [*pending[: count - 1], torn])
            yield _with(
                durable, [*pending[: count - 1], Write(last.name, last.offset, bytes(len(last.data)))]
            )


def _with(content: bytes, events: Sequence[Write | Truncate]) -> bytes:
    data = bytearray(content)
    for event in events:
        if isinstance(event, Truncate):
            data = data[: event.size] + bytes(max(0, event.size - len(data)))
        else:
            data += bytes(max(0, event.offset - len(data)))
            data[event.offset : event.offset + len(event.data)] = event.data
    return bytes(data)


def prove(
    work: Workload, scratch: Path, *, states_to_try: int | None, seed: int = 0
) -> Iterator[tuple[str, str]]:
    """Yield (which state, what is wrong) for every distinct state, or for some of them chosen by a seed."""
    events = record(work, scratch, "update")
    before = {
        path.name: path.read_bytes() for path in work.base.iterdir() if not path.name.endswith(_IGNORED)
    }
    found = _distinct(before, events)
    chosen = found
    if states_to_try is not None and len(found) > states_to_try:
        chosen = random.Random(seed).sample(found, states_to_try)
    for number, (told, state) in enumerate(chosen):
        wrong = _after(work, scratch, told, state)
        yield f"power lost, state {number} of {len(chosen)}, {len(found)} distinct", wrong

    # Had the writer not synced its log, this would have to notice.
    careless = [event for event in events if event != Sync("library.db-wal")]
    lossy = _distinct(before, careless)
    noticed = any(
        _after(work, scratch, *state) for state in random.Random(seed).sample(lossy, min(60, len(lossy)))
    )
    yield (
        "power lost by a writer that does not sync",
        "" if noticed else "nothing was noticed: no proof at all",
    )


def _distinct(before: Mapping[str, bytes], events: Sequence[Event]) -> list[tuple[int, State]]:
    distinct: dict[bytes, tuple[int, State]] = {}
    for told, state in states(before, events):
        digest = hashlib.sha256()
        for name in sorted(state):
            digest.update(f"{name} {len(state[name])} ".encode() + state[name])
        # The same files may be left later, when more was told of: then more must be in them.
        distinct[digest.digest()] = (told, state)
    return list(distinct.values())


def _after(work: Workload, scratch: Path, told: int, state: State) -> str:
    library = scratch / "after"
    shutil.rmtree(library, ignore_errors=True)
    library.mkdir(mode=0o700)
    for name, content in state.items():
        (library / name).write_bytes(content)
    return work.examine(library, told, go_on=True)
