"""Compute answers on threads of their own, so that Discord's heartbeat never waits, and limit how many."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bots.discord.completions import COMPLETION_COST, Completions
from bots.discord.opened import Opened
from bots.discord.rates import Buckets, Clock, Rates
from bots.discord.refusals import Reason, Refused
from qa.archive.asked_again import asked_again
from qa.settings import LibraryPlace

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answers import Answer
    from qa.archive.protocol import View
    from qa.conversation.earlier.turns import Conversation
    from qa.datatypes import Scope

Result = TypeVar("Result")


class Submits(Protocol):
    """A thread that does one thing after the other: an executor's, or a queue's of `bots.queues`."""

    def submit(self, work: Callable[[], Result], /) -> Future[Result]: ...


LOOK_COST = 0.2
"""The cost of a look-up (a quote's surroundings, a list of speakers), in questions."""
MAX_LOOKS = 50
"""The most look-ups that may wait at once."""


class AnswerService:
    """Answers questions one after the other, and look-ups in parallel to them. Use it from one event loop only."""

    def __init__(
        self,
        libraries: Mapping[str, LibraryPlace],
        *,
        clock: Clock = time.monotonic,
        rates: Rates = Rates(),  # noqa: B008 - frozen
        encoder_factory: Callable[[], Any] | None = None,
        today: date | None = None,
        open_reader: Callable[[], Any] | None = None,
        answering: Submits | None = None,
    ) -> None:
        """Prepare the threads; libraries and the model are opened when they are first needed.

        Args:
            encoder_factory: Loads the model, which all libraries share. Default: the packaged model.
            open_reader: Opens the reader of passages, where something else in this process has it too.
            answering: The thread on which that answers too, instead of one of its own.
        """
        self._rates = rates
        self._buckets = Buckets(clock)
        self._looking = ThreadPoolExecutor(1, thread_name_prefix="look")
        self._keeping = ThreadPoolExecutor(1, thread_name_prefix="keep")
        self._own = [self._looking, self._keeping]
        if answering is None:
            # One thread for questions, because the model uses all processors for a single one.
            answering = ThreadPoolExecutor(1, thread_name_prefix="answer")
            self._own.append(answering)
        self._answering: Submits = answering
        self._completions = Completions()
        self._opened = Opened(libraries, encoder_factory, today, open_reader)
        self._in_flight: set[int] = set()
        self._jobs: set[Future[object]] = set()
        self._looks = 0
        self._closing = False
        self.answered = 0
        self.refused = 0

    @property
    def libraries(self) -> dict[str, LibraryPlace]:
        """Where each library is, by its name."""
        return self._opened.places

    @property
    def waiting(self) -> int:
        """The number of questions that are being answered or waiting."""
        return len(self._jobs)

    def ask(
        self,
        question: str,
        *,
        library: str,
        person: int,
        guild: int | None = None,
        per_person: int | None = None,
        conversation: Conversation | None = None,
        scope: Scope | None = None,
        newest: bool = False,
    ) -> Coroutine[Any, Any, Answer]:
        """Accept a question, and return a coroutine that gives its answer.

        Args:
            per_person: How many questions a minute one person may ask here, if fewer than everywhere.

        Raises:
            Refused: At once, if the question is not accepted; or, when awaited, because the answer took too long.
            QAError: When awaited, as `Answerer.ask`.
        """

        def work(answerer: Answerer, _: View) -> Answer:
            return answerer.ask(question, conversation=conversation, scope=scope, newest=newest)

        return self.answer(work, library=library, person=person, guild=guild, per_person=per_person)

    def answer(
        self,
        work: Callable[[Answerer, View], Result],
        *,
        library: str,
        person: int,
        guild: int | None = None,
        per_person: int | None = None,
    ) -> Coroutine[Any, Any, Result]:
        """Accept any work that takes as long as a question, and return a coroutine that gives its result.

        Args:
            work: Gets the library's answerer and a snapshot of the library.

        Raises:
            As `ask`.
        """
        self._admit(person, guild, per_person)
        loop = asyncio.get_running_loop()

        @asked_again
        def answer() -> Result:
            with self._opened.library(library).snapshot() as snapshot:
                return work(self._opened.answerer(library), snapshot)

        job: Future[Result] = self._answering.submit(answer)
        self._jobs.add(job)  # type: ignore[arg-type]
        self._in_flight.add(person)

        def release() -> None:
            self._jobs.discard(job)
            self._in_flight.discard(person)

        # A job that timed out keeps its place in the queue until its thread is free.
        job.add_done_callback(lambda _: loop.is_closed() or loop.call_soon_threadsafe(release))
        return self._result(job)

    async def _result(self, job: Future[Result]) -> Result:
        try:
            async with asyncio.timeout(self._rates.seconds):
                result = await asyncio.shield(asyncio.wrap_future(job))
        except TimeoutError:
            job.cancel()
            self.refused += 1
            raise Refused(Reason.TOO_LONG) from None
        self.answered += 1
        return result

    async def background(self, work: Callable[[Answerer], Result], *, library: str) -> Result:
        """Run work that no person waits for, in the same queue as questions but without limits.

        Raises:
            Refused: If the service is closing.
            QAError: If the library cannot be read, or as `work` raises.
        """
        if self._closing:
            raise Refused(Reason.CLOSING)
        job = self._answering.submit(lambda: work(self._opened.answerer(library)))
        return await asyncio.wrap_future(job)

    async def look(
        self,
        work: Callable[[View], Result],
        *,
        library: str,
        person: int | None = None,
        guild: int | None = None,
    ) -> Result:
        """Run a short look-up with a snapshot of a library.

        Args:
            person: Whose rate limit this counts against, if anybody's.

        Raises:
            Refused: If the look-up is not accepted.
            QAError: If the library cannot be read, or as `work` raises.
        """
        if self._closing:
            raise Refused(Reason.CLOSING)
        if self._looks >= MAX_LOOKS:
            self.refused += 1
            raise Refused(Reason.BUSY)
        if person is not None:
            self._charge(person, guild, None, LOOK_COST)

        self._looks += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._looking, self._view, library, work)
        finally:
            self._looks -= 1

    async def look_again(self, work: Callable[[View], Result], *, library: str) -> Result:
        """Run a look-up that belongs to an accepted question: it is neither counted nor refused."""
        return await asyncio.get_running_loop().run_in_executor(self._looking, self._view, library, work)

    async def complete(
        self, work: Callable[[View], Result], *, library: str, person: int, guild: int | None
    ) -> Result:
        """Find what to offer while a person types. It counts against their rate limit and waits for no look-up.

        Raises:
            As `look`; Refused also if the person typed on, or it took too long.
        """
        self.charge_typing(person, guild)
        return await self._completions.run(lambda: self._view(library, work), person)

    def charge_typing(self, person: int, guild: int | None) -> None:
        """Count one more letter that a person typed; raise Refused if these were too many."""
        if self._closing:
            raise Refused(Reason.CLOSING)
        self._charge(person, guild, None, COMPLETION_COST)

    async def aside(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Run a short piece of disk work off the event loop, such as reading the bot's own state."""
        return await asyncio.get_running_loop().run_in_executor(self._keeping, work, *arguments)

    def warm(self) -> None:
        """Start to load the model, so that the first question need not wait for it."""
        self._answering.submit(self._opened.encoder)

    async def finish(self, timeout: float) -> None:
        """Refuse new questions, and wait for the accepted ones, at most `timeout` seconds."""
        self._closing = True
        waiting = [asyncio.wrap_future(job) for job in self._jobs if not job.done()]
        if waiting:
            await asyncio.wait(waiting, timeout=timeout)

    async def close(self, timeout: float) -> None:
        """Finish, then end the threads and close the libraries. Nothing can be asked afterwards."""
        await self.finish(timeout)
        for pool in self._own:
            pool.shutdown(wait=False, cancel_futures=True)
        self._completions.close()
        self._opened.close()

    def _admit(self, person: int, guild: int | None, per_person: int | None) -> None:
        try:
            if self._closing:
                raise Refused(Reason.CLOSING)
            if person in self._in_flight:
                raise Refused(Reason.IN_FLIGHT)
            # One question is being answered, the others wait.
            if len(self._jobs) > self._rates.waiting:
                raise Refused(Reason.BUSY)
            self._charge(person, guild, per_person, 1.0)
        except Refused:
            self.refused += 1
            raise

    def _charge(self, person: int, guild: int | None, per_person: int | None, cost: float) -> None:
        """Take the cost out of every bucket that applies, or raise Refused and take it out of none."""
        wait = self._buckets.charge(self._rates.applying(person, guild, per_person), cost)
        if wait > 0:
            raise Refused(Reason.TOO_OFTEN, wait)

    @asked_again
    def _view(self, library: str, work: Callable[[View], Result]) -> Result:
        with self._opened.library(library).snapshot() as snapshot:
            return work(snapshot)
