"""Open the encoder and the span reader: the only module above `embeddings` that does.

Front ends know only names of models.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import ModelError, OutOfMemoryError, out_of_memory

if TYPE_CHECKING:
    from embeddings.encoder import Encoded, Encoder, ModelIdentity
    from embeddings.loading import DamagedModel
    from embeddings.span_reader import ReadText, SpanReader
    from qa.datatypes import Span, Vectors


_KEPT = 16
"""How many questions' vectors are kept."""


def open_encoder(model: str | None = None, *, allow_download: bool = False) -> Encoder:
    """Load the packaged model, or the one that a person names; never one that a library names.

    Args:
        model: A folder or name of a sentence-transformers model; None is the packaged one.
        allow_download: Whether a model that is not on this machine may be fetched.

    Raises:
        ModelError: If it cannot be loaded, or would have to be downloaded.
    """
    from embeddings.loading import load_encoder

    with _errors_told():
        encoder = load_encoder(model, fallback_cache=fallback_cache_folder(), allow_download=allow_download)
    return _ToldEncoder(encoder, lru_cache(_KEPT)(encoder.encode_query))


def is_packaged(encoder: Encoder) -> bool:
    """Return whether an encoder is the packaged model."""
    from embeddings.model_files import DEFAULT_IDENTITY

    return encoder.identity.sha256 == DEFAULT_IDENTITY.sha256


def open_span_reader() -> _ToldSpanReader:
    """Load the model that reads a question and a passage together; it is always the packaged one.

    Raises:
        ModelError: If it cannot be loaded.
    """
    from embeddings.loading import load_span_reader

    with _errors_told():
        return _ToldSpanReader(load_span_reader(fallback_cache=fallback_cache_folder()))


def damaged_models() -> list[DamagedModel]:
    """Find damage in the models on this machine, by reading every file of them."""
    from embeddings.loading import damaged_models as damaged

    return damaged(fallback_cache=fallback_cache_folder())


def remove_damaged_exports() -> None:
    """Remove what was made of a model and is damaged; it is made again when it is next needed."""
    from embeddings.loading import remove_damaged_exports as remove

    remove(fallback_cache=fallback_cache_folder())


@contextmanager
def _errors_told() -> Iterator[None]:
    """Raise errors of a model as this project's."""
    from embeddings.errors import EncoderError

    try:
        yield
    # A tokenizer that cannot start its threads panics, which is no Exception.
    except BaseException as error:
        if isinstance(error, OutOfMemoryError):
            raise
        if (shortage := out_of_memory(error)) is not None:
            raise shortage from error
        if isinstance(error, EncoderError):
            raise ModelError(str(error)) from error
        raise


@dataclass(frozen=True, slots=True)
class _ToldEncoder:
    """An encoder whose errors are this project's: a model may turn out to be damaged with any text."""

    encoder: Encoder
    known: Callable[[str], Vectors]
    """`encode_query` of the encoder, which keeps its last results: a question may be searched for more than once."""

    @property
    def identity(self) -> ModelIdentity:
        return self.encoder.identity

    def encode_query(self, text: str) -> Vectors:
        with _errors_told():
            return self.known(text)

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Encoded:
        with _errors_told():
            yield from self.encoder.encode_passages(texts, spans)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self.encoder.count_tokens(texts)


@dataclass(frozen=True, slots=True)
class _ToldSpanReader:
    """A span reader whose errors are this project's."""

    reader: SpanReader

    def read(self, question: str, texts: Sequence[str]) -> list[ReadText]:
        with _errors_told():
            return self.reader.read(question, texts)


def fallback_cache_folder() -> Path | None:
    """Return a folder among the temporary files that only this user can open; None if there can be none.

    It holds a faster form of the model where the user's cache folder cannot be written to. A library's folder does not:
    a library may come from somebody else, and a model in it would be run.
    """
    if not hasattr(os, "getuid"):
        return None
    try:
        # Raises FileNotFoundError where no folder for temporary files can be written to.
        folder = Path(tempfile.gettempdir()) / f"onrecord-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    whose = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077
    return folder if whose else None
