"""Encode texts by any sentence-transformers model, on torch."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

import numpy as np

from embeddings.encoder import Encoded, EncodedText, ModelIdentity, Span, Vectors
from embeddings.errors import EncoderError
from embeddings.memory import ran_out_of_memory
from embeddings.model_files import ModelFolder
from embeddings.pooling import pool_spans, unit
from embeddings.quiet import quiet_transformers
from embeddings.text import well_formed

# Texts whose token states are held at once.
_WINDOW = 64
_BATCH = 16


class SentenceTransformerEncoder:
    """Encodes texts by a model that sentence-transformers can load from a folder. Safe to call from several threads.

    Where the model pools a text by the mean of its token states, spans are pooled from the same states. Otherwise each
    span is encoded as a text of its own.
    """

    def __init__(self, model: ModelFolder) -> None:
        """Load the model.

        Raises:
            EncoderError: If sentence-transformers cannot load it.
        """
        with quiet_transformers():
            from sentence_transformers import SentenceTransformer

            try:
                self._model = SentenceTransformer(
                    str(model.path), device="cpu", local_files_only=True, trust_remote_code=False
                )
            # A broken model may raise errors of any of the libraries underneath.
            except Exception as error:
                if ran_out_of_memory(error):
                    raise
                raise EncoderError(f"The model in {model.path} cannot be loaded: {error}") from error
        # Truncation is a setting of the shared tokenizer: two threads at once end in "Already borrowed".
        self._lock = Lock()
        self._pools_mean = model.is_mean_pooled and self._model.tokenizer.is_fast
        prompts = self._model.prompts
        self._prompt = next(
            (prompts[name] for name in ("document", "passage", "corpus") if name in prompts), None
        )
        self._identity = replace(
            model.identity,
            dim=len(self.encode_query("")),
            max_tokens=_limit(self._model.max_seq_length) or model.identity.max_tokens,
        )

    @property
    def identity(self) -> ModelIdentity:
        return self._identity

    def encode_query(self, text: str) -> Vectors:
        with self._lock:
            vector = self._model.encode_query(well_formed(text), show_progress_bar=False)
        return unit(np.asarray(vector, dtype=np.float32))

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Encoded:
        if len(texts) != len(spans):
            raise ValueError(f"{len(texts)} texts, but spans for {len(spans)}.")
        return self._encode(texts, spans)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        tokenizer = self._model.tokenizer
        with self._lock:
            if not callable(tokenizer):  # static embeddings have a bare tokenizer
                encodings = tokenizer.encode_batch(
                    [well_formed(text) for text in texts], add_special_tokens=False
                )
                return [len(encoding) for encoding in encodings]
            tokens = tokenizer(
                [well_formed(text) for text in texts],
                add_special_tokens=False,
                truncation=False,
                # Otherwise it warns of texts beyond the limit, which are counted here on purpose.
                verbose=False,
            )
        return [len(ids) for ids in tokens["input_ids"]]

    def _encode(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Encoded:
        for first in range(0, len(texts), _WINDOW):
            numbers = range(first, min(first + _WINDOW, len(texts)))
            window = [well_formed(texts[number]) for number in numbers]
            wanted = [spans[number] for number in numbers]
            yield from self._pooled(window, wanted) if self._pools_mean else self._each(window, wanted)

    def _pooled(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Iterator[EncodedText]:
        with self._lock:
            outputs = self._documents(texts, output_value=None)
            starts = self._token_starts(texts)
        for output, token_starts, wanted in zip(outputs, starts, spans, strict=True):
            real = output["attention_mask"].bool()
            states = output["token_embeddings"][real].numpy()
            vector = unit(output["sentence_embedding"].numpy())
            yield EncodedText(vector, pool_spans(states, token_starts, wanted, vector))

    def _each(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Iterator[EncodedText]:
        for text, wanted in zip(texts, spans, strict=True):
            pieces = [text, *(text[start:end] for start, end in wanted)]
            with self._lock:
                vectors = unit(np.asarray(self._documents(pieces), dtype=np.float32))
            yield EncodedText(vectors[0], vectors[1:])

    def _documents(self, texts: Sequence[str], **options: Any) -> Any:
        return self._model.encode_document(list(texts), batch_size=_BATCH, show_progress_bar=False, **options)

    def _token_starts(self, texts: Sequence[str]) -> list[Any]:
        """Return where each token starts in its text; -1 for special tokens and for those of the prompt."""
        prompt = self._prompt or ""
        tokens = self._model.tokenizer(
            [prompt + text for text in texts],
            truncation="longest_first",
            max_length=self._model.max_seq_length,
            return_offsets_mapping=True,
            return_special_tokens_mask=True,
        )
        return [
            np.where(np.asarray(special) == 1, -1, np.asarray(offsets)[:, 0] - len(prompt))
            for offsets, special in zip(tokens["offset_mapping"], tokens["special_tokens_mask"], strict=True)
        ]


def _limit(tokens: float | None) -> int:
    """Return the number of tokens that a model reads; 0 if it has no limit."""
    return int(tokens) if tokens is not None and math.isfinite(tokens) else 0
