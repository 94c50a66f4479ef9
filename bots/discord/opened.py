"""Hold the libraries and the model of the bot open, each opened when it is first needed. Any thread may use it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from qa.errors import NoIndexError
from qa.settings import LibraryPlace

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import Archive


class Opened:
    """The libraries of the bot by their names, and the one model that they share."""

    def __init__(
        self,
        libraries: Mapping[str, LibraryPlace],
        encoder_factory: Callable[[], Any] | None,
        today: date | None,
        open_reader: Callable[[], Any] | None = None,
    ) -> None:
        self.places = dict(libraries)
        self._today = today
        self._opening = threading.Lock()
        self._opened: dict[str, tuple[LibraryPlace, Archive]] = {}
        self._answerers: dict[str, tuple[Archive, Answerer]] = {}
        self._load_encoder = encoder_factory or _packaged_encoder
        self._encoder: Any = None
        self._open_reader = open_reader

    def answerer(self, name: str) -> Answerer:
        """Return what answers from a library; only the answering thread calls this."""
        # Here, because these imports take a second, and so that they run on that thread.
        from qa.answering.answerer import Answerer
        from qa.encoding import open_span_reader

        library = self.library(name)
        if name not in self._answerers or self._answerers[name][0] is not library:
            self._answerers[name] = (
                library,
                Answerer(library, self.encoder, self._open_reader or open_span_reader, today=self._today),
            )
        return self._answerers[name][1]

    def library(self, name: str) -> Archive:
        """Return a library by its name. Raises NoIndexError if there is none."""
        from qa.open_archive import open_archive

        if name not in self.places:
            raise NoIndexError("There is no such library.")
        with self._opening:
            # A name may be given to another library. If a folder itself is replaced, the library notices that.
            place = self.places[name]
            if name not in self._opened or self._opened[name][0] != place:
                archive = open_archive(place, late_blame=True)
                if name in self._opened:
                    self._opened[name][1].close()
                self._opened[name] = place, archive
            return self._opened[name][1]

    def encoder(self) -> Any:
        """Return the model, loaded at the first call; only the answering thread calls this."""
        if self._encoder is None:
            self._encoder = self._load_encoder()
        return self._encoder

    def close(self) -> None:
        for _, library in self._opened.values():
            library.close()


def _packaged_encoder() -> Any:
    from qa.encoding import open_encoder

    return open_encoder()
