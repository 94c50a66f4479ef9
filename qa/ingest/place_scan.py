"""Compare the files of a remembered place with what the library knows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from qa.ingest.changes import Changes, find_changes
from qa.ingest.report import IndexRequest, Progress, Watcher
from qa.reading.discovery import discover
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.tables.writing.places import Place, Stamp
from qa.tables.writing.writer import Writer


@dataclass(frozen=True, slots=True)
class PlaceScan:
    """What a scan of a place found, beside what is known of it. `forgotten` are (path, article's id) to leave out.

    `unseen` are the paths of what could not be looked at, of which the reason is noted.
    """

    place: Place
    known: dict[str, Stamp]
    changes: Changes
    forgotten: Sequence[tuple[str, str]]
    unseen: frozenset[str]


@dataclass(slots=True)
class PlaceScanner:
    """Scans places of files for one update. `excluded` counts the files left out on purpose.

    `unread` are the paths of those that no reader reads.
    """

    writer: Writer
    request: IndexRequest
    progress: Watcher
    excluded: int = 0
    unread: list[str] = field(default_factory=list)

    def scan(self, place: Place, remembered: Sequence[Place]) -> PlaceScan | None:
        """Find what has changed at a place; None if the place is not there: then nothing of it may be touched."""
        self.progress(Progress("looking", 0, None, place.name))
        # Files of a place inside this one belong to that one.
        inner = [
            other.path
            for other in remembered
            if other.kind == "files" and other.path != place.path and other.path.is_relative_to(place.path)
        ]
        found: dict[str, FoundFile] = {}
        problems: list[Problem] = []
        forgotten = self.writer.places.forgotten(place.id)
        for each in discover(
            place.path,
            exclude=place.exclude,
            skip=[*([self.writer.folder] if self.writer.folder else []), *inner],
            max_bytes=self.request.max_bytes,
            follow_links=self.request.follow_links,
        ):
            if isinstance(each, Problem):
                problems.append(each)
            elif not _is_forgotten(each.relative, forgotten):
                found[each.relative] = each
        if any(problem.kind is ProblemKind.MISSING and problem.relative == "" for problem in problems):
            return None
        self.excluded += sum(
            problem.skipped and problem.kind is not ProblemKind.LIBRARY for problem in problems
        )
        self.unread += [
            each.relative for each in problems if each.skipped and each.kind is ProblemKind.FORMAT
        ]
        known = self.writer.places.files(place.id)
        empty = not found and not problems
        if empty and known and self._is_on_another_disk(place):
            return None
        if not empty:
            self._note_disk(place)
        unseen = [problem for problem in problems if not problem.skipped]
        self._note_unseen(place, known, unseen)
        changes = find_changes(known, found, problems, check=self.request.check or self.request.rebuild)
        return PlaceScan(place, known, changes, forgotten, frozenset(each.relative for each in unseen))

    def _is_on_another_disk(self, place: Place) -> bool:
        """Whether a folder is on another device than when it had files: an unmounted disk leaves an empty folder."""
        before = self.writer.meta(_disk_of(place))
        return before is not None and before != _device(place)

    def _note_disk(self, place: Place) -> None:
        device = _device(place)
        if device != self.writer.meta(_disk_of(place)):
            with self.writer.transaction():
                self.writer.set_meta(_disk_of(place), device)

    def _note_unseen(self, place: Place, known: dict[str, Stamp], problems: Sequence[Problem]) -> None:
        """Record the files and folders that could not be looked at, in place of what was recorded before."""
        before = {(each.path, each.reason) for each in self.writer.places.skipped(place) if not each.id}
        now = {(problem.relative, problem.reason) for problem in problems}
        if {each for each in before if each[0] not in known} == now:
            return
        with self.writer.transaction():
            for path in {path for path, _ in before} - set(known):
                self.writer.places.replace_skipped(place.id, path, [])
            for problem in problems:
                self.writer.places.replace_skipped(place.id, problem.relative, [("", problem.reason)])


def _disk_of(place: Place) -> str:
    return f"device of place {place.id}"


def _device(place: Place) -> str:
    try:
        return str(place.path.stat().st_dev)
    except OSError:
        return ""


def _is_forgotten(path: str, forgotten: Sequence[tuple[str, str]]) -> bool:
    return any(
        article == "" and (path == hidden or (hidden.endswith("/") and path.startswith(hidden)))
        for hidden, article in forgotten
    )
