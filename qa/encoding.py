"""The one place above `embeddings` that opens an encoder; front ends know only names of models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import ModelError

if TYPE_CHECKING:
    from embeddings.encoder import Encoder


def open_encoder(
    model: str | None = None, *, library: Path | None = None, allow_download: bool = False
) -> Encoder:
    """Load the packaged model, or the one named by a person; never one that a library names.

    Args:
        model: A folder or name of a sentence-transformers model; None is the packaged one.
        library: Where a faster form of the model is kept if the user's cache folder cannot be written.
        allow_download: Whether a model that is not on this machine may be fetched.

    Raises:
        ModelError: If it cannot be loaded, or would have to be downloaded.
    """
    from embeddings.errors import EncoderError
    from embeddings.loading import load_encoder

    try:
        return load_encoder(model, fallback_cache=library, allow_download=allow_download)
    except EncoderError as error:
        raise ModelError(str(error)) from error
