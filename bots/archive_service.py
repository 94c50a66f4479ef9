"""Open the archive once, work with it on threads of its own, so that the server is free, and limit how many wait."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bots.queues import LONGEST_WAIT, MOST_QUESTIONS, Queues
from qa.archive.asked_again import asked_again
from qa.clock import today as current_day
from qa.errors import DamagedIndexError, NotFoundError, UsageError
from qa.settings import LibraryPlace

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answering.overview.describing import ArchiveOverview
    from qa.answers import Quote
    from qa.archive.protocol import Archive, View
    from qa.upkeep.findings import QuoteCheck


class Shows(Protocol):
    """A result that shows quotes of the archive."""

    @property
    def quotes(self) -> Iterable[Quote]: ...


Result = TypeVar("Result")
Shown = TypeVar("Shown", bound=Shows)
Work = Callable[["Answerer", "View"], Result]


class ArchiveService:
    """Answers questions one after the other, and look-ups beside them, from one library. Use it from one event loop."""

    def __init__(
        self,
        library: LibraryPlace,
        open_encoder: Callable[[], Any],
        *,
        today: date | None = None,
        questions: int = MOST_QUESTIONS,
        seconds: float = LONGEST_WAIT,
        queues: Queues | None = None,
        open_reader: Callable[[], Any] | None = None,
    ) -> None:
        """Prepare the threads; the library and the model are opened when they are first needed.

        Args:
            questions: How many questions may be answered or waiting at once.
            seconds: The longest that one of them may take, with its wait.
            queues: Those of another library of the same server, instead of its own.
            open_reader: Opens the reader of passages, if another library of the same server has it too.
        """
        self._library = library
        self._today = today
        self._queues = queues or Queues(questions, seconds)
        self._lock = threading.Lock()
        self._open_encoder = open_encoder
        self._open_reader = open_reader
        self._opened: tuple[Archive, Answerer] | None = None
        self._described: tuple[object, ArchiveOverview] | None = None

    async def answer(self, work: Work[Shown]) -> Shown:
        """Run work that may need the model.

        Raises:
            BusyError: At once if too many are waiting, or after it took too long.
            NotFoundError: If what it shows was purged meanwhile.
            QAError: If the library cannot be read, or as `work` raises.
        """
        return await self._queues.answering.run(lambda: self._still_kept(work))

    async def look(self, work: Work[Shown]) -> Shown:
        """Run a look-up that needs no model. Raises as `answer`."""
        return await self._queues.looking.run(lambda: self._still_kept(work))

    async def find(self, work: Work[Shown]) -> Shown:
        """Look through texts, which may take long: beside the look-ups. Raises as `answer`."""
        return await self._queues.finding.run(lambda: self._still_kept(work))

    def warm(self) -> None:
        """Start to load the model, and to find the questions of the first page, before somebody asks."""
        self._queues.answering.begin(lambda: self._work(lambda answerer, view: self.overview(view, answerer)))

    def overview(self, view: View, answerer: Answerer) -> ArchiveOverview:
        """Describe the archive; once for each state of it, because the questions are asked to try them.

        Raises:
            NoIndexError: If it holds no articles.
        """
        from qa.answering.overview.describing import main_speakers, overview
        from qa.archive.corpus_summary import summary

        summary(view)
        state = (view.version_ids(), view.outlets(), view.speaker_count(), main_speakers(view))
        if self._described is None or self._described[0] != state:
            self._described = state, overview(view, answers=answerer.answers)
        return self._described[1]

    @property
    def today(self) -> date:
        """The day to count from."""
        return self._today or current_day()

    def standing(self, quote_id: str) -> QuoteCheck:
        """Compare a quote with its source, which is read again. Raises as `qa.upkeep.verify_quotes` does."""
        from qa.upkeep.verify_quotes import verify_quotes

        return verify_quotes(self._library, [quote_id])[0]

    def close(self, seconds: float | None = None) -> bool:
        """Drop what waits, and let what is being answered end; nothing can be asked afterwards.

        Args:
            seconds: The longest to wait for it; None waits until it has ended.

        Returns:
            Whether it has ended. If not, its thread goes on, and the process has to end without it.
        """
        if not self._queues.close(seconds):
            return False
        if self._opened is not None:
            self._opened[0].close()
        return True

    @asked_again
    def _work(self, work: Work[Result]) -> Result:
        begun = False
        try:
            archive, answerer = self._open()
            with archive.snapshot() as view:
                begun = True
                return work(answerer, view)
        except UsageError as error:
            if begun:
                raise
            # The request is not wrong, and the message names the library's folder.
            raise DamagedIndexError("The library cannot be opened.") from error

    def _still_kept(self, work: Work[Shown]) -> Shown:
        result = self._work(work)
        # An answer takes seconds: what was purged in them must not be shown after it.
        versions = {(quote.version.uid, quote.version.sha256[:12]) for quote in result.quotes}
        if not self._work(lambda _, view: all(view.version_by_quote(*each) for each in versions)):
            raise NotFoundError("What this was about was removed from the archive meanwhile. Ask again.")
        return result

    def _open(self) -> tuple[Archive, Answerer]:
        # Here, because these imports take a second, and so that they run on this thread.
        from qa.answering.answerer import Answerer
        from qa.encoding import open_span_reader
        from qa.open_archive import open_archive

        with self._lock:
            if self._opened is None:
                # To look for damage takes minutes, in which nobody would be answered.
                archive = open_archive(self._library, late_blame=True)
                self._opened = (
                    archive,
                    Answerer(
                        archive, self._open_encoder, self._open_reader or open_span_reader, today=self._today
                    ),
                )
            # Where another library was put in its place, the archive notices that.
            return self._opened
