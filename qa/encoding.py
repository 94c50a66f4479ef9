"""Open the encoder and the span reader: the only module above `embeddings` that does.

Front ends know only names of models.
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import ModelError

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from embeddings.span_reader import SpanReader


def open_encoder(model: str | None = None, *, allow_download: bool = False) -> Encoder:
    """Load the packaged model, or the one that a person names; never one that a library names.

    Args:
        model: A folder or name of a sentence-transformers model; None is the packaged one.
        allow_download: Whether a model that is not on this machine may be fetched.

    Raises:
        ModelError: If it cannot be loaded, or would have to be downloaded.
    """
    from embeddings.errors import EncoderError
    from embeddings.loading import load_encoder

    try:
        return load_encoder(model, fallback_cache=_private_folder(), allow_download=allow_download)
    except EncoderError as error:
        raise ModelError(str(error)) from error


def open_span_reader() -> SpanReader:
    """Load the model that reads a question and a passage together; it is always the packaged one.

    Raises:
        ModelError: If it cannot be loaded.
    """
    from embeddings.errors import EncoderError
    from embeddings.loading import load_span_reader

    try:
        return load_span_reader(fallback_cache=_private_folder())
    except EncoderError as error:
        raise ModelError(str(error)) from error


def _private_folder() -> Path | None:
    """Return a folder among the temporary files that only this user can open; None if there can be none.

    It holds a faster form of the model where the user's cache folder cannot be written to. A library's folder does not:
    a library may come from somebody else, and a model in it would be run.
    """
    if not hasattr(os, "getuid"):
        return None
    folder = Path(tempfile.gettempdir()) / f"onrecord-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    whose = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o077
    return folder if whose else None
