"""Bring a library up to date with the places that it remembers."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from embeddings.encoder import Encoder
from qa.attribution.choice import choose
from qa.changes import Stamp, find_changes
from qa.datatypes import Article
from qa.deriving import attribute_again, derive_again, rebuild
from qa.errors import UsageError
from qa.intake import Counts, Intake, LazyEncoder
from qa.places import Place
from qa.publishing import is_due, publish
from qa.reading.discovery import discover
from qa.reading.files import Found, Problem, ProblemKind, reason_of
from qa.reading.readers import read
from qa.reports import IndexRequest, Progress, Report, Skipped, Watcher
from qa.roster import link_speakers
from qa.writing import Writer, open_writer

# What is wrong with the bytes stays wrong until they change; everything else is worth another try each time.
_IN_THE_BYTES = frozenset(
    {ProblemKind.EMPTY, ProblemKind.BINARY, ProblemKind.ENCODING, ProblemKind.BROKEN, ProblemKind.OVERSIZED}
)


def update(
    folder: Path,
    request: IndexRequest,
    *,
    encoder_factory: Callable[[], Encoder],
    progress: Watcher | None = None,
) -> Report:
    """Index what is new or changed, remove what is gone; interrupted at any moment, the next run goes on.

    Args:
        folder: The library, created if there is none.
        encoder_factory: Loads the encoder, when there is something to encode.

    Raises:
        UsageError: If there is nothing to index: no place given and none remembered, or no such file.
        LibraryBusyError: While another process writes to the library.
        IndexMismatchError: If the library was built with another model and `rebuild` is not asked for.
        DamagedIndexError: If the library is not whole.
    """
    given = [place.expanduser().resolve() for place in request.places]
    for place in given:
        if not place.exists():
            raise UsageError(f"There is no file or folder {place}.")
    if not given and not (folder / "library.db").exists():
        raise UsageError(
            "Nothing to index: no place was given and none is remembered. Run `qa index PATH...`."
        )
    with open_writer(folder) as writer:
        return _Update(writer, request, LazyEncoder(encoder_factory), progress or _ignore).run(given)


def _ignore(_: Progress) -> None:
    return None


class _Update:
    def __init__(
        self, writer: Writer, request: IndexRequest, encoder: LazyEncoder, progress: Watcher
    ) -> None:
        self._writer = writer
        self._request = request
        self._encoder = encoder
        self._extractor = choose(parse=request.parse)
        self._progress = progress
        self._counts = Counts()
        self._intake = Intake(writer, encoder, self._extractor, self._counts, progress)
        self._excluded = 0

    def run(self, given: Sequence[Path]) -> Report:
        with self._writer.transaction():
            for path in given:
                self._writer.places.remember(path, self._request.exclude)
        remembered = [place for place in self._writer.places.all() if place.remembered]
        places = [place for place in remembered if place.path in given] if given else remembered
        if not places and not self._request.rebuild:
            raise UsageError("No place is remembered. Run `qa index PATH...`.")
        if self._request.rebuild:
            rebuild(self._writer, self._encoder, self._extractor, self._counts, self._progress)
        else:
            derive_again(self._writer, self._encoder, self._counts, self._progress)
            attribute_again(self._writer, self._extractor, self._progress)
        missing = [str(place.path) for place in places if not self._bring_up(place, remembered)]
        self._intake.flush()
        link_speakers(self._writer)
        if is_due(self._writer.connection, self._writer.folder):
            self._progress(Progress("publishing", 0, None))
            publish(self._writer.connection, self._writer.folder)
        return self._report(places, missing)

    def _bring_up(self, place: Place, remembered: Sequence[Place]) -> bool:
        """Return whether the place is there at all; if it is not, nothing of it is touched."""
        self._progress(Progress("looking", 0, None, str(place.path)))
        # Files of a place inside this one belong to that one.
        inner = [o.path for o in remembered if o.path != place.path and o.path.is_relative_to(place.path)]
        found: dict[str, Found] = {}
        problems: list[Problem] = []
        forgotten = self._writer.places.forgotten(place.id)
        for each in discover(
            place.path,
            exclude=place.exclude,
            skip=[self._writer.folder, *inner],
            max_bytes=self._request.max_bytes,
        ):
            if isinstance(each, Problem):
                problems.append(each)
            elif not _is_forgotten(each.relative, forgotten):
                found[each.relative] = each
        if any(problem.kind is ProblemKind.MISSING and problem.relative == "" for problem in problems):
            return False
        self._excluded += sum(
            problem.skipped and problem.kind is not ProblemKind.LIBRARY for problem in problems
        )
        self._note_unseen(place, [problem for problem in problems if not problem.skipped])

        changes = find_changes(
            self._writer.places.files(place.id), found, problems, check=self._request.check
        )
        for path in changes.gone:
            self._intake.then(partial(self._remove, place, path))
        to_read = [*changes.new, *changes.suspects]
        known = self._writer.places.files(place.id)
        for number, file in enumerate(to_read, start=1):
            self._read(place, file, known.get(file.relative), forgotten)
            self._progress(Progress("reading", number, len(to_read), file.relative))
        return True

    def _note_unseen(self, place: Place, problems: Sequence[Problem]) -> None:
        """Replace what is recorded of files and folders that could not be looked at."""
        known = self._writer.places.files(place.id)
        with self._writer.transaction():
            for path in {skipped.path for skipped in self._writer.places.skipped(place)} - set(known):
                self._writer.places.replace_skipped(place.id, path, [])
            for problem in problems:
                self._writer.places.replace_skipped(place.id, problem.relative, [("", problem.reason)])

    def _remove(self, place: Place, path: str) -> None:
        for known in self._writer.known(place.id, path).values():
            self._counts.removed += self._writer.retire(known.key)
        self._writer.places.drop_file(place.id, path)
        self._writer.places.replace_skipped(place.id, path, [])

    def _read(
        self, place: Place, file: Found, stamp: Stamp | None, forgotten: Sequence[tuple[str, str]]
    ) -> None:
        seen_ns = time.time_ns()
        try:
            with file.path.open("rb") as opened:
                sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError as error:
            reason, _ = reason_of(error)
            self._intake.then(
                partial(self._writer.places.replace_skipped, place.id, file.relative, [("", reason)])
            )
            return
        now = Stamp(file.size, file.mtime_ns, file.inode, seen_ns, sha256)
        if stamp is not None and stamp.sha256 == sha256:
            self._intake.then(partial(self._writer.places.put_file, place.id, file.relative, now))
            return

        known = self._writer.known(place.id, file.relative)
        seen: set[str] = set()
        skipped: list[tuple[str, str]] = []
        ended: ProblemKind | None = None
        for each in read(file, max_bytes=self._request.max_bytes):
            if isinstance(each, Problem):
                line = "" if each.line is None else f"line {each.line}"
                skipped.append((line, each.reason))
                if each.fatal and each.line is None:
                    ended = each.kind
            elif each.id in seen:
                skipped.append((each.id, "its id was given before in this file: a duplicate"))
            elif (file.relative, each.id) not in forgotten:
                seen.add(each.id)
                self._take(
                    place,
                    replace(each, path=file.relative),
                    known[each.id].sha256 if each.id in known else None,
                )

        # Where reading ended early, what stands behind that point is not known to be gone.
        if ended is None or ended is ProblemKind.EMPTY:
            gone = [article.key for article in known.values() if article.id not in seen and article.sha256]
            self._intake.then(partial(self._retire, gone))
        self._intake.then(partial(self._writer.places.replace_skipped, place.id, file.relative, skipped))
        if (ended is None or ended in _IN_THE_BYTES) and _is_still(file):
            self._intake.then(partial(self._writer.places.put_file, place.id, file.relative, now))

    def _take(self, place: Place, article: Article, sha256: str | None) -> None:
        if sha256 != article.sha256():
            self._intake.put(place, article)

    def _retire(self, keys: Sequence[int]) -> None:
        for key in keys:
            self._counts.removed += self._writer.retire(key)

    def _report(self, places: Sequence[Place], missing: Sequence[str]) -> Report:
        connection = self._writer.connection
        articles = connection.execute("SELECT count(*) FROM versions WHERE current = 1").fetchone()[0]
        passages = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        generation = connection.execute("SELECT coalesce(max(n), 0) FROM generations").fetchone()[0]
        skipped: list[Skipped] = [each for place in places for each in self._writer.places.skipped(place)]
        counts = self._counts
        return Report(
            added=counts.added,
            changed=counts.changed,
            removed=counts.removed,
            unchanged=articles - counts.added - counts.changed,
            encoded=counts.encoded,
            reused=counts.reused,
            articles=articles,
            passages=passages,
            generation=generation,
            skipped=tuple(skipped),
            missing_places=tuple(missing),
            excluded=self._excluded,
            rebuilt=self._request.rebuild,
            old_copy=None if self._writer.copy is None else str(self._writer.copy),
        )


def _is_forgotten(path: str, forgotten: Sequence[tuple[str, str]]) -> bool:
    return any(
        article == "" and (path == hidden or (hidden.endswith("/") and path.startswith(hidden)))
        for hidden, article in forgotten
    )


def _is_still(file: Found) -> bool:
    """Whether a file is what it was when it was found; else what was read may be half of two."""
    try:
        status = file.path.stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns, status.st_ino) == (file.size, file.mtime_ns, file.inode)
