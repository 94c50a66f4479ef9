"""Take in the articles that wait in the jobs of a library on a server, as one of any number of workers on any machines.

A worker takes some jobs, makes passages, vectors and attributions of their articles, and then stores all of that and
deletes the jobs in one transaction. Killed before, it leaves nothing but vectors that nobody has to make again.
"""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from qa.attribution.choice import Extractor, choose
from qa.errors import NewerLibraryError, QAError, UnreachableError, UsageError, out_of_memory
from qa.ingest.article_vectors import LazyEncoder, encode
from qa.ingest.extraction import extraction_of
from qa.ingest.packed_passages import PackedPassages
from qa.ingest.report import Change, Progress, UpdateCounts, Watcher
from qa.ingest.watch import Event
from qa.rule_versions import RULES, made_by
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.writing.encoded import ModelGoneError
from qa.tables.writing.given_values import all_given
from qa.tables.writing.places import as_note
from qa.tables.writing.speaker_table import link_now
from qa.tables.writing.writer import Derived, Writer, article_uid

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from qa.server.jobs import Job, Jobs

logger = logging.getLogger(__name__)

LEASE = 300.0
"""Seconds for which a worker has a job for itself: longer than nearly all articles take. If one takes longer, another
worker may begin it too, and the one that is done first stores it."""
AT_ONCE, BYTES_AT_ONCE = 32, 64 * 1024
"""How many articles are taken together, and how long they may be, as they are filed: eight or so of several pages. An
encoder is to have enough to do at once, and a commit is dear for few; a worker that dies is not to lose much."""
_TICK = 1.0
"""Seconds until a worker that has nothing to do looks again."""
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
"""Seconds until another try after an error; doubled each time."""


@dataclass(slots=True)
class Work:
    """Works until `stop` is set, or, with `until_done`, until no article waits; each change is told once it is stored.

    A server that goes away is waited for, once it was there.
    """

    library: LibraryPlace
    encoder_factory: Callable[[], Encoder]
    stop: threading.Event
    tell: Callable[[Event], None]
    parse: bool = False
    until_done: bool = False
    lease: float = LEASE
    progress: Watcher = field(default=lambda _: None)
    """Called after each step with the articles in hand: "reading", "encoding", "attributing", and "publishing" when all
    is written and about to be committed."""
    _name: str = field(default_factory=lambda: uuid.uuid4().hex)
    _failed: bool = False
    """Whether this worker could not go on with what it has."""

    def run(self) -> None:
        """Work. Raises UsageError, NoIndexError or UnreachableError if it cannot begin."""
        if not isinstance(self.library, ServerLibrary):
            raise UsageError(
                "Workers take in what was filed in a library on a server: name one, with --library postgresql://..."
            )
        from qa.server.writer import open_server_worker  # here: it needs a package of an extra

        encoder = LazyEncoder(self.encoder_factory)
        extractor = choose(parse=self.parse)
        begun, pause, done = False, _FIRST_PAUSE, False
        while not (done or self.stop.is_set()):
            try:
                with open_server_worker(self.library) as (writer, jobs):
                    jobs.give_back(self._name, tried=self._failed)
                    if not begun:
                        self.tell(Event("working"))
                    begun, pause, self._failed = True, _FIRST_PAUSE, False
                    done = _Session(self, writer, jobs, encoder, extractor).run()
            except UnreachableError as error:
                if not begun:
                    raise
                self.tell(Event("error", str(error)))
            except QAError:
                raise
            except Exception as error:
                if out_of_memory(error) is not None:
                    raise
                # One unusual article must not keep the others out of the library.
                logger.exception("A worker could not take in what it had")
                self._failed = True
            if not done:
                self.stop.wait(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
        self.tell(Event("stopped"))

    @property
    def name(self) -> str:
        """What the jobs that it has are marked with."""
        return self._name


@dataclass(slots=True)
class _Session:
    """The work over one connection."""

    work: Work
    writer: Writer
    jobs: Jobs
    encoder: LazyEncoder
    extractor: Extractor

    def run(self) -> bool:
        """Work until there is nothing more to do; return True then."""
        from qa.server.write_failures import lacks_room  # here: it needs a package of an extra

        work = self.work
        try:
            while not work.stop.is_set():
                if some := self.jobs.take(work.name, AT_ONCE, BYTES_AT_ONCE, work.lease):
                    self._take_in(some)
                    # The others go on meanwhile, and do not do the same.
                    if self.writer.index.is_due():
                        self.writer.index.publish()
                elif not self._put_aside() and work.until_done and not self.jobs.waiting():
                    return True
                else:
                    work.stop.wait(_TICK)
        except Exception as error:
            if isinstance(error, QAError) or lacks_room(error):
                # It is not the articles that are wrong: somebody else may take them at once.
                self.jobs.give_back(work.name, tried=False)
            raise
        return True

    def _take_in(self, some: Sequence[Job]) -> None:
        """Derive what is stored with these articles, then store it and delete their jobs in one transaction."""
        progress, writer = self.work.progress, self.writer
        self._require_same_rules()
        progress(Progress("reading", 0, len(some), some[0].article.path))
        model = writer.models.current(self.encoder().identity)
        try:
            batch = encode(writer, self.encoder, [job.article for job in some], UpdateCounts(), model)
        except ModelGoneError:
            # They are taken again, and encoded with the model that the library has now.
            self.jobs.give_back(self.work.name, tried=False)
            return
        progress(Progress("encoding", 0, len(some), some[0].article.path))
        limits: dict[int, str] = {}
        extractions = [
            extraction_of(job.article, self.extractor, partial(limits.__setitem__, job.number))
            for job in some
        ]
        progress(Progress("attributing", 0, len(some), some[0].article.path))
        derived = [
            Derived(passages, extraction, self.extractor.version)
            for passages, extraction in zip(batch, extractions, strict=True)
        ]
        changes: list[Change] = []
        with writer.transaction():
            self._require_same_rules()
            if writer.models.is_current(model, _vector_rows(batch)):
                changes = self._store(some, derived, limits)
                # Words that nobody's name leads to yet would be denied. Nobody else commits now, so nobody else links.
                link_now(writer)
            progress(Progress("publishing", len(changes), len(some), some[-1].article.path))
        if not changes:
            # Somebody else was first, or the vectors were purged meanwhile: what still waits is taken again.
            self.jobs.give_back(self.work.name, tried=False)
        for change in changes:
            self.work.tell(Event("change", change=change))

    def _store(
        self, some: Sequence[Job], derived: Sequence[Derived], limits: Mapping[int, str]
    ) -> list[Change]:
        places = {place.id: place for place in self.writer.places.all()}
        given = all_given(self.writer.connection)
        there = self.jobs.finish(some)
        changes = []
        for job, each in zip(some, derived, strict=True):
            if job.number not in there:
                continue
            place, article = places[job.place], job.article
            # A person may have given it a date since it was read. Nothing is derived from that.
            if (said := given.get(article_uid(place.name, article.path, article.id))) is not None:
                article = said.applied(article)
            had = self.writer.put_article(place, article, each)
            if job.number in limits:
                self.writer.places.note(place.id, article.path, article.id, as_note(limits[job.number]))
            changes.append(Change("changed" if had else "added", place.name, article.path, article.id))
        return changes

    def _put_aside(self) -> bool:
        """Note that some articles cannot be taken in, and let their files be read again; return whether there are any.

        Each time that their files are read they are tried again.
        """
        if not (self.jobs.nobody_decides() and self.jobs.hopeless()):
            return False
        with self.writer.transaction():
            places = self.writer.places
            named = {place.id: place.name for place in places.all()}
            # Who decides may have read their files a moment ago, and would note them as read after this.
            hopeless = self.jobs.hopeless() if self.jobs.nobody_decides() else []
            for job, tries in hopeless:
                reason = f"{tries} workers ended while they took it in; the next `qa index` tries it again"
                path = job.article.path
                places.note(job.place, path, job.article.id, reason)
                places.drop_file(job.place, path)
                for address in (path, named[job.place]):
                    places.forget_answer(job.place, address)
            self.jobs.finish([job for job, _ in hopeless])
        return bool(hopeless)

    def _require_same_rules(self) -> None:
        if any(made_by(rule, self.writer.meta(rule)) != number for rule, number in RULES.items()):
            raise NewerLibraryError(
                "The rules of this program are not those that the library was made by. Use the same version of the "
                "program for `qa index --queue` and for every `qa work`."
            )


def _vector_rows(batch: Sequence[PackedPassages]) -> list[int]:
    return [row for passages in batch for _, row in passages]
