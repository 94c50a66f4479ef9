"""Bring a library up to date with the places that it remembers."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING

from qa.attribution.choice import choose
from qa.errors import UsageError
from qa.ingest.article_vectors import LazyEncoder
from qa.ingest.file_days import MTIME, FileDays
from qa.ingest.folders import Folders
from qa.ingest.intake import Intake
from qa.ingest.libraries import is_library, open_writer
from qa.ingest.place_scan import PlaceScanner
from qa.ingest.report import Change, IndexRequest, NotDue, Progress, Report, UnreadKind, UpdateCounts, Watcher
from qa.reading.files import is_there
from qa.reading.other_kinds import count_endings
from qa.rule_versions import RULES, TO_SHRINK, made_by
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.purging import is_purge_unfinished
from qa.tables.writing.derived_rows import totals
from qa.tables.writing.places import Place, Skipped
from qa.tables.writing.speaker_table import link_speakers, make_due_words
from qa.tables.writing.stored_versions import extractors
from qa.tables.writing.writer import Writer

_NEWLY_NAMED = "named_anew"
"""The key under which libraries remember it: an older program may have been interrupted."""

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from qa.fetching.visiting import Visitor


def update(
    library: LibraryPlace,
    request: IndexRequest,
    *,
    encoder_factory: Callable[[], Encoder],
    progress: Watcher | None = None,
    visitor: Visitor | None = None,
    changed: Callable[[Change], None] | None = None,
) -> Report:
    """Index what is new or changed, and remove what is gone. After an interruption, the next run goes on.

    Args:
        library: Created if there is none.
        encoder_factory: Loads the encoder when there is something to encode.
        changed: Called with each change when all is done.
        visitor: Fetches from web addresses; by default one with the real clock and real pauses.

    Raises:
        UsageError: If there is nothing to index: no place given and none remembered, or no such file.
        LibraryBusyError: While another process writes to the library.
        IndexMismatchError: If the library was built with another model and `rebuild` is not asked for.
        DamagedIndexError: If the library is not whole.
    """
    given = [place.expanduser().resolve() for place in request.places]
    for typed, place in zip(request.places, given, strict=True):
        if not is_there(place):
            web = f" For a web address, type https://{typed}" if str(typed).startswith("www.") else ""
            raise UsageError(f"There is no file or folder {place}.{web}")
    addresses: list[str] = []
    if request.addresses:
        from qa.fetching.addresses import normalised_all  # here: most libraries have no web addresses

        addresses = normalised_all(request.addresses)
    if not given and not addresses and not is_library(library):
        raise UsageError(
            "Nothing to index: no place was given and none is remembered. Run `qa index PATH...`."
        )
    if request.queue and not isinstance(library, ServerLibrary):
        raise UsageError(
            "Articles are filed for workers in a library on a server: name one, with --library postgresql://..."
        )
    if request.queue and request.rebuild:
        raise UsageError("What is stored is rebuilt by one process: give --rebuild without --queue.")
    watch = progress or _ignore

    def upgraded(done: int, total: int) -> None:
        watch(Progress("upgrading", done, total))

    with open_writer(library, upgraded, beside_workers=True) as writer:
        newly_named = _note_newly_named(writer, {*map(str, given), *addresses})
        work = _Update(writer, request, LazyEncoder(encoder_factory), watch, visitor, newly_named)
        report = work.run(given, addresses)
    if changed is not None:
        for change in work.changes:
            changed(change)
    return report


def _note_newly_named(writer: Writer, names: set[str]) -> set[str]:
    """Note and return the places that are named for the first time, by this run or by one that was interrupted."""
    remembered = {place.name for place in writer.places.all() if place.remembered}
    before = writer.meta(_NEWLY_NAMED)
    newly_named = set(json.loads(before) if before else ()) | (names - remembered)
    if newly_named:
        writer.set_meta(_NEWLY_NAMED, json.dumps(sorted(newly_named)))
    return newly_named


def _ignore(_: Progress) -> None:
    return None


class _Update:
    """One run of an update, with what its steps share."""

    def __init__(
        self,
        writer: Writer,
        request: IndexRequest,
        encoder: LazyEncoder,
        progress: Watcher,
        visitor: Visitor | None,
        newly_named: Collection[str],
    ) -> None:
        self._writer = writer
        self._request = request
        self._encoder = encoder
        self._extractor = choose(parse=request.parse)
        self._progress = progress
        self._visitor = visitor
        self._newly_named = newly_named
        self._counts = UpdateCounts()
        self._failed: list[str] = []
        self._intake = Intake(
            writer,
            encoder,
            self._extractor,
            self._counts,
            progress,
            read_again=request.rebuild,
            newly_named=newly_named,
            queue=request.queue,
        )
        self._scanner = PlaceScanner(writer, request, progress)
        self._folders = Folders(writer, self._intake, self._counts, request, progress)

    def run(self, given: Sequence[Path], addresses: Sequence[str]) -> Report:
        with self._writer.transaction():
            for path in given:
                self._writer.places.remember(path, self._request.exclude)
            for address in addresses:
                self._writer.places.remember_address(address)
            self._writer.index.note_size()
        remembered = [place for place in self._writer.places.all() if place.remembered]
        names = {*map(str, given), *addresses}
        places = [place for place in remembered if place.name in names] if names else remembered
        places += [place for place in remembered if place not in places and self._has_files_of(place, places)]
        if not places and not self._request.rebuild:
            raise UsageError("No place is remembered. Run `qa index PATH...`.")
        self._note_dating([place for place in places if place.kind == "files"])
        make_due_words(self._writer, lambda done, total: self._progress(Progress("naming", done, total)))
        self._derive()
        missing = self._update_files([place for place in places if place.kind == "files"], remembered)
        addressed = [place for place in places if place.kind == "web" and self._request.web]
        not_due = self._update_web(addressed, named=bool(names))
        self._intake.let_given_follow()
        if self._newly_named:
            self._intake.then(lambda: self._writer.drop_meta(_NEWLY_NAMED))
        self._intake.flush()
        link_speakers(self._writer)
        if self._writer.index.is_due():
            self._progress(Progress("publishing", 0, None))
            self._writer.index.publish()
        if self._writer.index.is_loose():
            self._progress(Progress("packing", 0, None))
            self._writer.index.shrink()
        return self._report(places, missing, not_due)

    def _has_files_of(self, outer: Place, places: Sequence[Place]) -> bool:
        """Whether a place still has files that now belong to a place inside it, named on its own: they are moved."""
        inside = [
            place.path.relative_to(outer.path).as_posix()
            for place in places
            if outer.kind == place.kind == "files" and place.path.is_relative_to(outer.path)
        ]
        return any(
            file == relative or file.startswith(f"{relative}/")
            for file in (self._writer.places.files(outer.id) if inside else ())
            for relative in inside
        )

    def _note_dating(self, places: Sequence[Place]) -> None:
        """Note whether files date their articles from now on, and date those that were read before."""
        wanted = self._request.date_from
        if wanted is None:
            return
        days = FileDays(self._writer)
        with self._writer.transaction():
            for place in places:
                days.note(place, wanted)
                if wanted == MTIME:
                    days.date_undated(place)

    def _derive(self) -> None:
        """Derive again what other rules than this program's made; everything, if a rebuild is asked for."""
        old = self._request.rebuild or any(
            made_by(rule, self._writer.meta(rule)) != number for rule, number in RULES.items()
        )
        old = old or self._writer.meta(TO_SHRINK) is not None
        if not old and all(map(self._extractor.keeps, extractors(self._writer.connection))):
            return
        if self._request.queue and extractors(self._writer.connection):
            raise UsageError(
                "Rules of this program have changed since the library was made, and one process has to apply them to "
                "what is stored: run `qa index` once without --queue."
            )
        from qa.ingest.rederive import (  # here: mostly there is nothing to derive again
            attribute_again,
            derive_again,
            pack_again,
            rebuild,
        )

        # What is derived again is chosen before its transactions begin, and must not be replaced before they do.
        with self._writer.alone():
            if self._request.rebuild:
                rebuild(self._writer, self._encoder, self._extractor, self._counts, self._progress)
            else:
                derive_again(self._writer, self._encoder, self._counts, self._progress)
                attribute_again(self._writer, self._extractor, self._progress)
            pack_again(self._writer, self._progress)

    @property
    def changes(self) -> Sequence[Change]:
        return self._counts.changes

    def _update_web(self, places: Sequence[Place], *, named: bool) -> list[NotDue]:
        """Update from web addresses; return those that are not due yet."""
        if not places:
            return []
        from qa.ingest.web_places import WebPlaces, visitor_for  # here: as above
        from qa.reading.sandbox import Sandbox

        with Sandbox(self._request.limits) as sandbox:
            web = WebPlaces(
                self._writer,
                self._intake,
                self._visitor or visitor_for(self._request.fetch_allow),
                sandbox,
                self._request.max_bytes,
                self._intake.offer,
                self._progress,
            )
            self._failed = web.failed if named else []
            due = [(place.name, web.update(place, named=named)) for place in places]
            return [NotDue(name, not_before) for name, not_before in due if not_before is not None]

    def _update_files(self, places: Sequence[Place], remembered: Sequence[Place]) -> list[str]:
        """Update from places of files; return those that are not there, of which nothing is touched."""
        scans = {place.name: self._scanner.scan(place, remembered) for place in places}
        self._folders.update([scan for scan in scans.values() if scan is not None])
        return [name for name, scan in scans.items() if scan is None]

    def _report(self, places: Sequence[Place], missing: Sequence[str], not_due: Sequence[NotDue]) -> Report:
        total = totals(self._writer)
        skipped: list[Skipped] = [each for place in places for each in self._writer.places.skipped(place)]
        counts = self._counts
        return Report(
            added=counts.added,
            changed=counts.changed,
            removed=counts.removed,
            unchanged=total.articles - counts.added - counts.changed - counts.moved,
            moved=counts.moved,
            encoded=counts.encoded,
            reused=counts.reused,
            articles=total.articles,
            passages=total.passages,
            generation=total.generation,
            skipped=tuple(skipped),
            missing_places=tuple(missing),
            not_due=tuple(not_due),
            undated=total.undated,
            failed_addresses=tuple(self._failed),
            filed=counts.filed,
            waiting=len(self._writer.jobs.waiting()) if self._writer.jobs else 0,
            excluded=self._scanner.excluded,
            unread=tuple(starmap(UnreadKind, count_endings(self._scanner.unread))),
            rebuilt=self._request.rebuild,
            unfinished_purge=is_purge_unfinished(self._writer.connection),
            old_copy=None if self._writer.copy is None else str(self._writer.copy),
        )
