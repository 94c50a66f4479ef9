"""Keep the models that answering needs: each is loaded when it is first needed, by whichever thread that is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from qa.archive.protocol import Archive
from qa.conversation.learned.turn_reader import TurnReader
from qa.encoding import is_packaged
from qa.ranking.answer_spans import WindowReader
from qa.understanding.learned.ask_reader import AskReader

if TYPE_CHECKING:
    from embeddings.encoder import Encoder


class LoadedModels:
    """The encoder and the readers of passages, turns and questions of one archive. Safe to use from several threads."""

    def __init__(
        self,
        archive: Archive,
        encoder_factory: Callable[[], Encoder],
        reader_factory: Callable[[], WindowReader],
    ) -> None:
        self._archive = archive
        self._encoder_factory = encoder_factory
        self._reader_factory = reader_factory
        self._encoder: Encoder | None = None
        self._reader: WindowReader | None = None
        self._loading_encoder = threading.Lock()
        self._loading_reader = threading.Lock()
        self._beginning = threading.Lock()
        self._begun: Future[WindowReader] | None = None

    def encoder(self) -> Encoder:
        """Return the encoder.

        Raises:
            IndexMismatchError: If the archive was indexed with another model.
        """
        with self._loading_encoder:
            if self._encoder is None:
                encoder = self._encoder_factory()
                self._archive.expect(encoder.identity)
                self._encoder = encoder
            return self._encoder

    def reader(self) -> WindowReader:
        with self._loading_reader:
            if self._reader is None:
                self._reader = self._reader_factory()
            return self._reader

    def turn_reader(self) -> TurnReader | None:
        """Return what reads turns of a talk; None where the encoder is another than the one it was fitted with."""
        encoder = self.encoder()
        return TurnReader(encoder) if is_packaged(encoder) else None

    def ask_reader(self) -> AskReader | None:
        """Return what reads first questions; None where the encoder is another than the one it was fitted with."""
        self.begin_reader()  # a question without a form needs it next
        encoder = self.encoder()
        return AskReader(encoder) if is_packaged(encoder) else None

    def begin_reader(self) -> None:
        """Load the reader beside the encoder and the search: a cold question does not wait for one after the other."""
        with self._beginning:
            if self._reader is None and (self._begun is None or self._begun.done()):
                pool = ThreadPoolExecutor(1, thread_name_prefix="load-reader")
                self._begun = pool.submit(self.reader)  # where it fails, who asks for it next is told
                pool.shutdown(wait=False)
