"""Take articles in: collect them in batches that fill the encoder, derive what is stored with them, and commit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from typing import Literal

from qa.attribution.choice import Extractor
from qa.datatypes import PASSAGE_CHARACTERS, Article, Extraction
from qa.ingest.article_vectors import BATCH_PASSAGES, LazyEncoder, encode
from qa.ingest.extraction import MOST_ATTRIBUTED, Extractions, extraction_of
from qa.ingest.growing_index import GrowingIndex
from qa.ingest.not_indexed import Reasons
from qa.ingest.report import Change, Progress, UpdateCounts, Watcher
from qa.tables.writing.forgotten_texts import ForgottenTexts, text_hash
from qa.tables.writing.given_values import all_given, put_given, texts_given
from qa.tables.writing.places import Place, as_note
from qa.tables.writing.speaker_table import link_now
from qa.tables.writing.writer import Derived, Writer, article_uid


class Intake:
    """Takes articles, and steps to do after them, in order. What was reported to `progress` is committed."""

    def __init__(
        self,
        writer: Writer,
        encoder: LazyEncoder,
        extractor: Extractor,
        counts: UpdateCounts,
        progress: Watcher,
        *,
        read_again: bool = False,
        newly_named: Collection[str] = (),
        queue: bool = False,
    ) -> None:
        """
        Args:
            queue: Whether what is new or changed is filed for workers.
            read_again: Whether files are read that were read before, perhaps by another reader.
            newly_named: Places that a person named and that were not remembered: all that is there is wanted, forgotten
                texts too.
        """
        self._writer = writer
        self._encoder = encoder
        self._extractor = extractor
        self._counts = counts
        self._progress = progress
        self._growing = GrowingIndex(writer, progress)
        self._articles: list[tuple[Place, Article]] = []
        self._steps: list[Callable[[], None]] = []
        self._given = all_given(writer.connection)
        self._stood = texts_given(writer.connection) if self._given else {}
        self._arrived: dict[bytes, str] = {}
        self._forgotten = ForgottenTexts(writer.connection)
        self._read_again = read_again
        self._newly_named = newly_named
        self._jobs = writer.jobs
        self._waiting = writer.jobs.waiting() if writer.jobs else set[str]()
        """The uids of articles that waited for workers when this began: only those can have to be withdrawn, and only
        those can a worker store between their being read here and the transaction that stores them."""
        self._overtaken = set[int]()
        """Which of the articles that were taken since the last time may have been stored by a worker meanwhile."""
        self._queue = queue
        self._limits_met: defaultdict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
        self._weight = 0
        self._done = 0
        self.share: float | None = None
        """How much of what is to be read was read when the last article was offered, 0..1."""

    def keeps_out(self, place: Place, article: Article, formerly: tuple[Place, str] | None = None) -> bool:
        """Whether an article is to stay out because its text was forgotten.

        Args:
            formerly: Where its file was before it was moved.
        """
        if article.text not in self._forgotten:
            return False
        if place.name in self._newly_named:
            self.then(partial(self._forgotten.lift, article.text))
            return False
        before = [(place, article.path), *([formerly] if formerly else [])]
        return not any(self._forgotten.stands(article.text, where.id, path) for where, path in before)

    def offer(self, place: Place, article: Article, sha256: str | None, *, at_once: bool = False) -> None:
        """Take an article that was read, unless it is the version that the library already has.

        Args:
            sha256: The content hash of its current version; None if there is none.
            at_once: Whether it is not to wait for a worker: what was moved is not to be missing meanwhile.
        """
        read = article
        if self._given:
            at_once |= self._note_arrival(place, article)
            article = self._as_given(place, article)
        if len(article.text) > MOST_ATTRIBUTED:
            reason = f"its text is longer than {MOST_ATTRIBUTED:,} characters"
            self._limited(place, article, f"it is indexed without attributions: {reason}")
        uid = article_uid(place.name, article.path, article.id)
        is_new, waits = sha256 != article.sha256(), uid in self._waiting
        if self._queue and not at_once and (is_new or waits):
            if is_new:
                self._file(place, read)
            else:
                self.then(partial(self._withdraw_or_file, place, read, sha256))
        elif is_new or waits:
            # What stands there and waits in another form is derived, too: a worker may store that form any moment.
            self.put(place, article, overtaken=waits)
        elif self._read_again:
            from qa.tables.writing.amendments import note_reader  # here: most updates read nothing again

            self.then(partial(note_reader, self._writer, uid, article))

    def withdraw(self, place: Place, path: str, keep: Collection[str] = ()) -> None:
        """Let no worker take in what waits of a file, but for the articles with these ids; inside a transaction."""
        if self._jobs and self._waiting:
            self._jobs.withdraw_file(place.id, path, keep)

    def _file(self, place: Place, article: Article) -> None:
        self._steps.append(partial(self._put_job, place, article))
        self._weigh(article)

    def _put_job(self, place: Place, article: Article) -> None:
        if self._jobs and self._jobs.put(place, article):
            self._counts.filed += 1

    def _withdraw_or_file(self, place: Place, article: Article, sha256: str | None) -> None:
        """Withdraw what waits in the place of an article that stands as it was read, or file the article if it is late.

        Args:
            sha256: The content hash of its current version when it was read.
        """
        if self._jobs and self._current(place, article) == sha256:
            self._jobs.withdraw(article_uid(place.name, article.path, article.id))
        else:
            self._put_job(place, article)

    def _current(self, place: Place, article: Article) -> str | None:
        """Return the content hash of an article's current version as it is now; None if there is none."""
        known = self._writer.known(place.id, article.path).get(article.id)
        return None if known is None else known.sha256

    def _weigh(self, article: Article) -> None:
        self._weight += 1 + len(article.text) // PASSAGE_CHARACTERS
        if self._weight >= BATCH_PASSAGES:
            self.flush()

    def inherit(self, place: Place, article: Article, formerly: str) -> None:
        """Copy the date or source that a person gave a moved article from its former uid to its new one."""
        uid = article_uid(place.name, article.path, article.id)
        if formerly in self._given and uid not in self._given:
            self._given[uid] = self._given[formerly]
            self.then(partial(put_given, self._writer.connection, uid, self._given[uid]))

    def let_given_follow(self) -> None:
        """Move what a person gave to the articles that have its texts now, where names were exchanged or moved."""
        if self._arrived:
            from qa.ingest.give import (
                let_follow,  # here: a text that was given something is hardly ever moved
            )

            self.then(partial(let_follow, self._writer, self._stood, self._arrived))

    def _note_arrival(self, place: Place, article: Article) -> bool:
        """Note that a text with a given date or source stands under another uid now; return whether it does."""
        text = text_hash(article.text)
        uid = article_uid(place.name, article.path, article.id)
        if self._stood.get(uid) != text and text in self._stood.values():
            self._arrived[text] = uid
            return True
        return False

    def _as_given(self, place: Place, article: Article) -> Article:
        uid = article_uid(place.name, article.path, article.id)
        given = self._given.get(uid)
        if given is None:
            return article
        if (given.own_date, given.own_source) != (article.date, article.source):
            given = replace(given, own_date=article.date, own_source=article.source)
            self.then(partial(put_given, self._writer.connection, uid, given))
        return given.applied(article)

    def put(self, place: Place, article: Article, *, overtaken: bool = False) -> None:
        """Take an article that is new or changed; the batch is stored when it is full.

        Args:
            overtaken: Whether a worker may store another form of it, or this one, before that.
        """
        if len(article.text) // PASSAGE_CHARACTERS >= BATCH_PASSAGES - 1:
            # What was taken before is committed first, and does not wait for a long text.
            self.flush()
        slot = len(self._articles)
        if overtaken:
            self._overtaken.add(slot)
        self._articles.append((place, article))
        self._steps.append(lambda: self._store(slot))
        self._weigh(article)

    def then(self, step: Callable[[], None]) -> None:
        """Do this step after what was put before it is stored, in the same transaction."""
        self._steps.append(step)

    def flush(self) -> None:
        """Derive and store all that was taken since the last time, and do the steps, in one transaction."""
        if not self._steps:
            return
        articles = [article for _, article in self._articles]
        extractions = Extractions(articles, self._extracted)
        batch = []
        if articles:
            batch = encode(self._writer, self._encoder, articles, self._counts, meanwhile=extractions.make)
        self._derived = [
            Derived(passages, extraction, self._extractor.version)
            for passages, extraction in zip(batch, extractions.all(), strict=True)
        ]
        with self._writer.transaction():
            for step in self._steps:
                step()
            # Words that nobody's name leads to yet would be denied until the run ends.
            link_now(self._writer)
        self._done += len(articles)
        if articles:
            self._progress(Progress("encoding", self._done, None, articles[-1].path, self.share))
        self._articles, self._steps, self._weight, self._overtaken = [], [], 0, set()
        if articles:
            self._growing.publish_if_grown()

    def _extracted(self, slot: int, article: Article) -> Extraction:
        place, _ = self._articles[slot]
        return extraction_of(article, self._extractor, partial(self._limited, place, article))

    def note_wrong(self, place: Place, path: str, reasons: Reasons) -> None:
        """Record what was wrong with a file in the place of what was recorded before, after its articles are stored."""
        wrong = reasons.stored()

        def note() -> None:
            # Which limits its articles met is known only now.
            met = self._limits_met.pop((place.id, path), [])
            self._writer.places.replace_skipped(place.id, path, [*wrong, *met])

        self.then(note)

    def _limited(self, place: Place, article: Article, reason: str) -> None:
        self._limits_met[place.id, article.path].append((article.id, as_note(reason)))

    def _store(self, slot: int) -> None:
        place, article = self._articles[slot]
        if slot in self._overtaken and self._stands(place, article):
            return
        if self._writer.put_article(place, article, self._derived[slot]):
            self._counts.changed += 1
            kind: Literal["added", "changed"] = "changed"
        else:
            self._counts.added += 1
            kind = "added"
        self._counts.changes.append(Change(kind, place.name, article.path, article.id))

    def _stands(self, place: Place, article: Article) -> bool:
        """Withdraw what waits in an article's place, and return whether the article as it was read is stored now."""
        uid = article_uid(place.name, article.path, article.id)
        if self._jobs:
            self._jobs.withdraw(uid)
        if self._current(place, article) != article.sha256():
            return False
        if self._read_again:
            from qa.tables.writing.amendments import note_reader  # here: as above

            note_reader(self._writer, uid, article)
        return True
