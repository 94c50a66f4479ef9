"""Read a model's tokenizer once for all that tokenize with it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from embeddings.cache import file_state


def tokenizer_of(file: Path) -> Tokenizer:
    """Return a tokenizer of the caller's own, with neither padding nor truncation.

    Padding and truncation are settings of a tokenizer, so two models cannot share one; they share its vocabulary, which
    is what takes long to read.
    """
    read = _read(file, tuple(file_state(file)))
    own = Tokenizer(read.model)
    own.normalizer = read.normalizer
    own.pre_tokenizer = read.pre_tokenizer
    own.post_processor = read.post_processor
    own.add_tokens(list(read.get_added_tokens_decoder().values()))
    return own


def forget_tokenizers() -> None:
    """Read each tokenizer again when it is next needed: a disk may have returned other bytes than there are."""
    _read.cache_clear()


@lru_cache(maxsize=1)
def _read(file: Path, state: tuple[int, ...]) -> Tokenizer:
    """Read a tokenizer's file; `state` is that of the file, which may be replaced while the program runs."""
    return Tokenizer.from_file(str(file))
