"""Encode texts fast: with onnxruntime and tokenizers, without torch."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoded, EncodedText, ModelIdentity, Span, Vectors
from embeddings.model_files import ModelFolder
from embeddings.pooling import pool_spans, pool_text
from embeddings.text import well_formed
from embeddings.tokenizer import tokenizer_of

# Texts that are tokenized together. While those of one window are taken, the next is encoded: in larger ones more would
# be lost where a writer is killed, and in smaller ones cores wait for each other.
_WINDOW = 16


class _Tokens(NamedTuple):
    ids: list[int]
    starts: NDArray[np.int64]


class OnnxEncoder:
    """Encodes texts by a BERT model with mean pooling, from its ONNX file. Safe to call from several threads."""

    def __init__(self, model: ModelFolder, onnx_file: Path, *, threads: int | None = None) -> None:
        """Load the model.

        Args:
            model: Where the tokenizer is.
            onnx_file: The graph, with token states as output.
            threads: Texts that are encoded at the same time; by default as many as the cores this process may use.
        """
        self._session = session(onnx_file)
        self._threads = threads or usable_cores()
        self._identity = model.identity
        self._tokenizer = tokenizer_of(model.path / "tokenizer.json")
        self._lock = Lock()

    @property
    def identity(self) -> ModelIdentity:
        return self._identity

    def encode_query(self, text: str) -> Vectors:
        (tokens,) = self._tokenize([text])
        return self._run(tokens, ()).vector

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Encoded:
        if len(texts) != len(spans):
            raise ValueError(f"{len(texts)} texts, but spans for {len(spans)}.")
        return self._encode(texts, spans)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        with self._lock:
            encodings = self._tokenizer.encode_batch_fast(
                [well_formed(text) for text in texts], add_special_tokens=False
            )
        return [len(encoding) for encoding in encodings]

    def _encode(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Encoded:
        pool = ThreadPoolExecutor(self._threads, thread_name_prefix="encode")
        try:
            begun: deque[list[Future[EncodedText]]] = deque()
            for first in range(0, len(texts), _WINDOW):
                numbers = range(first, min(first + _WINDOW, len(texts)))
                tokens = self._tokenize([texts[number] for number in numbers])
                wanted = [spans[number] for number in numbers]
                begun.append([pool.submit(self._run, *each) for each in zip(tokens, wanted, strict=True)])
                if len(begun) > 1:
                    yield from [each.result() for each in begun.popleft()]
            while begun:
                yield from [each.result() for each in begun.popleft()]
        finally:
            # Where nobody takes the rest, what has not begun is not computed.
            pool.shutdown(cancel_futures=True)

    def _tokenize(self, texts: Sequence[str]) -> list[_Tokens]:
        known = [well_formed(text) for text in texts]
        with self._lock:
            # For a batch, be it of one, the tokenizer starts a thread for each core: a question can do without them,
            # and where memory is short they end with a message of their own.
            one = len(known) == 1
            encodings = [self._tokenizer.encode(known[0])] if one else self._tokenizer.encode_batch(known)
        return [self._cut(encoding) for encoding in encodings]

    def _cut(self, encoding: Any) -> _Tokens:
        ids: list[int] = encoding.ids
        starts = [start for start, _ in encoding.offsets]
        if len(ids) > self._identity.max_tokens:
            # The closing special token stays.
            ids = ids[: self._identity.max_tokens - 1] + ids[-1:]
            starts = starts[: len(ids)]
        # Special tokens have no place in the text.
        starts[0] = starts[-1] = -1
        return _Tokens(ids, np.asarray(starts, dtype=np.int64))

    def _run(self, tokens: _Tokens, spans: Sequence[Span]) -> EncodedText:
        # One text in each run: how numbers are cut to whole ones depends on all that is in it.
        ids = np.asarray([tokens.ids], dtype=np.int64)
        ((states,),) = self._session.run(
            ["token_states"], {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        )
        vector = pool_text(states)
        return EncodedText(vector, pool_spans(states, tokens.starts, spans, vector))


def session(onnx_file: Path) -> Any:
    """Open a graph that `write_optimised` wrote, which several threads can run at once, each on one core."""
    onnxruntime = _onnxruntime()
    options = onnxruntime.SessionOptions()
    # One core for each text and several texts at once: no thread waits for another within a layer.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3  # errors
    return onnxruntime.InferenceSession(str(onnx_file), options, providers=["CPUExecutionProvider"])


def write_optimised(onnx_file: Path, target: Path, weights: str) -> None:
    """Write a graph as onnxruntime would run it: rewriting it took half of the time that opening one takes.

    Args:
        weights: The name of the file for the weights, beside `target`.
    """
    onnxruntime = _onnxruntime()
    options = onnxruntime.SessionOptions()
    # What all processors run; the level above it may write what only one like this one does.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    options.add_session_config_entry("session.optimized_model_external_initializers_file_name", weights)
    options.log_severity_level = 3  # errors
    onnxruntime.InferenceSession(str(onnx_file), options, providers=["CPUExecutionProvider"])


def _onnxruntime() -> Any:
    # From 1.29 on, onnxruntime reports its use to its maker and keeps an identifier of the machine. Only a setting made
    # before it is imported stops both.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    return onnxruntime


def span_scores(onnx_file: Path) -> Callable[[Mapping[str, NDArray[np.int64]]], NDArray[np.float32]]:
    """Return the scoring function of `SpanReader`, from its exported graph."""
    opened = session(onnx_file)

    def scores(inputs: Mapping[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        (found,) = opened.run(["scores"], dict(inputs))
        return np.asarray(found, dtype=np.float32)

    return scores


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
