"""Update a library from places of files: read what has changed into it, and take out what is gone."""

from __future__ import annotations

import hashlib
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from qa.ingest.file_days import FileDays
from qa.ingest.intake import Intake
from qa.ingest.not_indexed import Reasons
from qa.ingest.place_scan import PlaceScan
from qa.ingest.report import Change, IndexRequest, Progress, UpdateCounts, Watcher
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable, reason_of
from qa.reading.opening import opened
from qa.tables.writing.forgotten_texts import REASON
from qa.tables.writing.places import Place, Stamp
from qa.tables.writing.writer import Known, Writer, article_uid

if TYPE_CHECKING:
    from qa.reading.sandbox import Sandbox

# Problems with the bytes last until the bytes change; every other problem is worth another try each time.
_IN_THE_BYTES = frozenset(
    {ProblemKind.EMPTY, ProblemKind.BINARY, ProblemKind.ENCODING, ProblemKind.BROKEN, ProblemKind.OVERSIZED}
)

_LARGE = 1_000_000
"""Bytes from which a file is read after the smaller ones of all places."""


@dataclass(slots=True)
class _Leaving:
    """A file that is gone, perhaps to another path: then `arrived` counts the articles that were read there."""

    place: Place
    path: str
    to_place: str = ""
    to_path: str = ""
    arrived: int = 0


@dataclass(slots=True)
class Folders:
    """Updates the library from scanned places of files, for one update."""

    writer: Writer
    intake: Intake
    counts: UpdateCounts
    request: IndexRequest
    progress: Watcher
    _leaving: dict[str, list[_Leaving]] = field(default_factory=lambda: defaultdict(list))
    _unseen: set[tuple[int, str]] = field(default_factory=set)
    """Places and paths of what is still there and is not looked at any more, such as a link."""
    _days: FileDays = field(init=False)
    _to_read: int = 0
    _read_whole: int = 0
    """Bytes of all files that are to be read, and of those that are done with."""

    def __post_init__(self) -> None:
        self._days = FileDays(self.writer)

    def update(self, scans: Sequence[PlaceScan]) -> None:
        """Take out what is gone, and read what is new or may have changed.

        A file that was moved is met twice, as gone and as new, in one place or in two. So a file that may have been
        moved is taken out only after everything was read.
        """
        sizes = {file.size for scan in scans for file in scan.changes.new}
        for scan in scans:
            self._unseen.update((scan.place.id, path) for path in scan.unseen)
            for path in scan.changes.gone:
                if scan.known[path].size in sizes:
                    self._leaving[scan.known[path].sha256].append(_Leaving(scan.place, path))
                else:
                    self.intake.then(partial(self._remove, scan.place, path))
        moved = (
            self._read_all(scans) if any(scan.changes.new or scan.changes.suspects for scan in scans) else []
        )
        for leaving in (each for stayed in self._leaving.values() for each in stayed):
            self.intake.then(partial(self._remove, leaving.place, leaving.path))
        for leaving in moved:
            self.intake.then(partial(self._remove_moved, leaving))
        if moved:
            self.intake.then(partial(self._report_as_moved, moved))

    def _read_all(self, scans: Sequence[PlaceScan]) -> list[_Leaving]:
        from qa.reading.sandbox import Sandbox  # here: where nothing has changed, nothing is read

        moved: list[_Leaving] = []
        to_read = [(scan, file) for scan in scans for file in (*scan.changes.new, *scan.changes.suspects)]
        # What is small need not wait for a book that takes an hour.
        to_read.sort(key=lambda each: each[1].size > _LARGE)
        self._to_read = sum(file.size for _, file in to_read)
        with Sandbox(self.request.limits) as sandbox:
            for number, (scan, file) in enumerate(to_read, start=1):
                if (leaving := self._read(scan, file, sandbox)) is not None:
                    moved.append(leaving)
                self._read_whole += file.size
                self._note_position(0)
                self.progress(Progress("reading", number, len(to_read), file.relative, self.intake.share))
        return moved

    def _note_position(self, offset: int) -> None:
        """Tell how much is read, at an offset into the current file."""
        self.intake.share = min(1.0, (self._read_whole + offset) / max(self._to_read, 1))

    def _remove(self, place: Place, path: str) -> None:
        self._retire(place, path, self.writer.known(place.id, path).values())
        self._drop(place, path)

    def _remove_moved(self, leaving: _Leaving) -> None:
        place, path = leaving.place, leaving.path
        gone = [
            known for known in self.writer.known(place.id, path).values() if self.writer.retire(known.key)
        ]
        self._drop(place, path)
        # An article that is left out in one of the two places has not been moved.
        moved = min(len(gone), leaving.arrived)
        self.counts.removed += len(gone) - moved
        self.counts.added -= moved
        self.counts.moved += moved
        if moved:
            self.counts.changes.append(Change("moved", leaving.to_place, leaving.to_path, before=path))

    def _report_as_moved(self, moved: Sequence[_Leaving]) -> None:
        """Remove the articles of moved files from the changes reported as added."""
        to = {(leaving.to_place, leaving.to_path) for leaving in moved}
        self.counts.changes = [
            each for each in self.counts.changes if each.kind != "added" or (each.place, each.path) not in to
        ]

    def _retire_others(self, place: Place, path: str, seen: Collection[str]) -> None:
        """Take out the articles that a file no longer holds, also one that a worker stored after it was read."""
        known = self.writer.known(place.id, path)
        self._retire(place, path, [each for each in known.values() if each.id not in seen])

    def _retire(self, place: Place, path: str, gone: Iterable[Known]) -> None:
        for article in gone:
            if self.writer.retire(article.key):
                self.counts.removed += 1
                self.counts.changes.append(Change("removed", place.name, path, article.id))

    def _drop(self, place: Place, path: str) -> None:
        self.intake.withdraw(place, path)
        self.writer.places.drop_file(place.id, path)
        if (place.id, path) not in self._unseen:
            self.writer.places.replace_skipped(place.id, path, [])

    def _read(self, scan: PlaceScan, file: FoundFile, sandbox: Sandbox) -> _Leaving | None:
        """Read a file that is new or may have changed; if it was moved, return the file that it was before."""
        place, stamp = scan.place, scan.known.get(file.relative)
        seen_ns = time.time_ns()
        try:
            # Not opened directly: what was a file when it was found may be a pipe by now, without an end.
            with opened(file) as found:
                sha256 = hashlib.file_digest(found.stream, "sha256").hexdigest()
        except (OSError, Unusable) as error:
            reason = error.reason if isinstance(error, Unusable) else reason_of(error)[0]
            self.intake.then(
                partial(self.writer.places.replace_skipped, place.id, file.relative, [("", reason)])
            )
            return None
        now = Stamp(file.size, file.mtime_ns, file.inode, seen_ns, sha256)
        if stamp is not None and stamp.sha256 == sha256 and not self.request.rebuild:
            self.intake.then(partial(self.writer.places.put_file, place.id, file.relative, now))
            return None
        leaving = self._leaving[sha256].pop(0) if stamp is None and self._leaving.get(sha256) else None
        if leaving is not None:
            leaving.to_place, leaving.to_path = place.name, file.relative
        self._take_in(scan, file, now, leaving, sandbox)
        return leaving

    def _take_in(
        self, scan: PlaceScan, file: FoundFile, now: Stamp, leaving: _Leaving | None, sandbox: Sandbox
    ) -> None:
        """Read a file's articles into the library, and take out those that it no longer holds."""
        from qa.reading.readers import read  # here: where nothing has changed, no reader is loaded

        place = scan.place
        known = self.writer.known(place.id, file.relative)
        seen: set[str] = set()
        wrong = Reasons()
        ended: ProblemKind | None = None
        whole = 0  # characters of articles: what is read in one go shows by them how far it is taken in

        def note(offset: int) -> None:
            self._note_position(offset if offset < file.size else min(whole, file.size))

        for each in read(file, max_bytes=self.request.max_bytes, sandbox=sandbox, position=note):
            if isinstance(each, Problem):
                line = "" if each.line is None else f"line {each.line}"
                (wrong.skipped if each.fatal else wrong.remarked)(line, each.reason)
                if each.fatal and each.line is None:
                    ended = each.kind
            elif each.id in seen:
                wrong.skipped(each.id, "its id was given before in this file: a duplicate")
            elif (file.relative, each.id) not in scan.forgotten:
                whole += len(each.text)
                article = self._days.dated(place, replace(each, path=file.relative), file.mtime_ns)
                if self.intake.keeps_out(place, article, (leaving.place, leaving.path) if leaving else None):
                    wrong.skipped(each.id, REASON)
                    continue
                seen.add(each.id)
                wrong.indexed()
                before = known[each.id].sha256 if each.id in known else None
                if leaving is not None:
                    own_id = leaving.path if each.id == file.relative else each.id
                    self.intake.inherit(place, article, article_uid(leaving.place.name, leaving.path, own_id))
                    leaving.arrived += 1
                self.intake.offer(place, article, before, at_once=leaving is not None)

        if seen and ended is None:
            wrong.indexed()  # a remark about the file may come last
        # Where reading ended early, the articles after that point are not known to be gone.
        if ended is None or ended is ProblemKind.EMPTY:
            self.intake.then(partial(self._retire_others, place, file.relative, seen))
            self.intake.then(partial(self.intake.withdraw, place, file.relative, seen))
        self.intake.note_wrong(place, file.relative, wrong)
        if ended is ProblemKind.LIMIT:
            # Stored without a hash: the file is read again when it is touched and with --check, not every time.
            now = replace(now, sha256="")
        if (ended is None or ended is ProblemKind.LIMIT or ended in _IN_THE_BYTES) and _is_still(file):
            self.intake.then(partial(self.writer.places.put_file, place.id, file.relative, now))


def _is_still(file: FoundFile) -> bool:
    """Whether a file is as it was found. One that changed while it was read may be half old and half new."""
    try:
        status = file.path.stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns, status.st_ino) == (file.size, file.mtime_ns, file.inode)
