"""Find where in a text the answer to a question may be, by a model that reads both together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import DamagedModelError
from embeddings.onnx import usable_cores
from embeddings.text import well_formed
from embeddings.tokenizer import tokenizer_of

MAX_TOKENS = 256
"""Most tokens of question and text together; the rest is not read. Windows are about 80 tokens long."""
Scores = Callable[[Mapping[str, NDArray[np.int64]]], NDArray[np.float32]]

LONGEST = 30
"""Tokens in an answer, at most."""


class ReadText(NamedTuple):
    """The scores, in logits, of each token of a text that was read; the arrays have shape (tokens,).

    `starts` are character offsets into the text. `none` is the score for there being no answer, `answers` the logit of
    the text answering at all, which looks at the whole of it.
    """

    starts: NDArray[np.int64]
    opening: NDArray[np.float32]
    closing: NDArray[np.float32]
    none: float
    answers: float

    def best(self, start: int, end: int) -> float | None:
        """Return the best answer's score between two offsets, minus that of no answer; None if no token is there."""
        _, scores = self._between(start, end)
        return float(scores.max()) - self.none if scores.size else None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where the best answer between two offsets begins and ends; empty if no token is there."""
        starts, scores = self._between(start, end)
        if not scores.size:
            return start, start
        first, last = np.unravel_index(int(scores.argmax()), scores.shape)
        # A token ends before the next one begins.
        return int(starts[first]), int(starts[last + 1]) if last + 1 < len(starts) else end

    def _between(self, start: int, end: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the tokens between two offsets, and the score of an answer from each to each."""
        inside = (self.starts >= start) & (self.starts < end)
        together = self.opening[inside][:, None] + self.closing[inside][None, :]
        allowed = np.triu(np.ones(together.shape, bool)) & ~np.triu(np.ones(together.shape, bool), LONGEST)
        return self.starts[inside], np.where(allowed, together, np.float32(-np.inf))


class SpanReader:
    """Reads texts for the answer to a question. Safe to call from several threads."""

    def __init__(self, tokenizer: Path, scores: Scores) -> None:
        """Load the reader.

        Args:
            tokenizer: The tokenizer's file.
            scores: Leads from `input_ids`, `attention_mask` and `token_type_ids`, shape (1, tokens), to a score for
                opening an answer, one for closing it and, of the first token, one for the text answering, shape
                (1, tokens, 3). Called from several threads.
        """
        self._scores = scores
        self._tokenizer = tokenizer_of(tokenizer)
        self._tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")

    def read(self, question: str, texts: Sequence[str]) -> list[ReadText]:
        """Read each text for an answer to the question. Raises DamagedModelError if a score is no number."""
        pairs = [(well_formed(question), well_formed(text)) for text in texts]
        # One text in each run: in a batch, padding would change the last digits of the scores.
        if usable_cores() == 1:
            return [self._read(*pair) for pair in pairs]
        with ThreadPoolExecutor(usable_cores(), thread_name_prefix="read") as pool:
            return list(pool.map(lambda pair: self._read(*pair), pairs))

    def _read(self, question: str, text: str) -> ReadText:
        encoding = self._tokenizer.encode(question, text)
        inputs = {
            "input_ids": encoding.ids,
            "attention_mask": encoding.attention_mask,
            "token_type_ids": encoding.type_ids,
        }
        arrays = {name: np.asarray([values], dtype=np.int64) for name, values in inputs.items()}
        (scores,) = self._scores(arrays)
        if not np.isfinite(scores).all():
            raise DamagedModelError("The span reader gives numbers that are none. Run `qa doctor --repair`.")
        of_text = np.asarray([place == 1 for place in encoding.sequence_ids])
        starts = np.asarray([start for start, _ in encoding.offsets], dtype=np.int64)
        return ReadText(
            starts=starts[of_text],
            opening=scores[of_text, 0],
            closing=scores[of_text, 1],
            none=float(scores[0, :2].sum()),
            answers=float(scores[0, 2]),
        )
