"""Take the processor time of each stage of an answer, from inside the process, without what it calls of others."""

from __future__ import annotations

import functools
import time
from collections import defaultdict
from importlib import import_module
from typing import Any

REST = "everything else"

STAGES = {
    "understanding": "qa.answering.answerer:Answerer.understand",
    "encoding": "embeddings.onnx:OnnxEncoder.encode_query",
    "full text": "qa.embedded.snapshot:Snapshot.lexical",
    "vectors": "qa.embedded.snapshot:Snapshot.nearest",
    "a speaker's passages": "qa.embedded.snapshot:Snapshot.spoken_in",
    "passages": "qa.embedded.snapshot:Snapshot.passages",
    "versions": "qa.embedded.snapshot:Snapshot.versions",
    "records": "qa.embedded.snapshot:Snapshot.attributions",
    "records near candidates": "qa.embedded.snapshot:Snapshot.attributions_near",
    "descriptions": "qa.embedded.snapshot:Snapshot.descriptions",
    "near duplicates among": "qa.embedded.snapshot:Snapshot.near_duplicates_among",
    "near duplicates of quotes": "qa.embedded.snapshot:Snapshot.near_duplicates",
    "sentences": "qa.ranking.features:measure",
    "features of spans": "qa.ranking.features:general_features",
    "features of speaking": "qa.ranking.features:measure_speaking",
    "reading": "qa.ranking.features:read",
    "ranking": "qa.ranking.model:Trees.score",
    "selecting": "qa.ranking.selecting:Selector.select",
    "concluding": "qa.answering.pipeline:conclude",
    "namesakes": "qa.answering.pipeline:of_one",
    "proof of a denial": "qa.answering.pipeline:proved",
    "who said it": "qa.answering.pipeline:hear",
    "quotes": "qa.answering.ending.draft:quotes_of",
}
"""Where each stage is called from, or the method that it is."""


class Stages:
    """Measures the stages of all that is answered while it is entered. For one thread."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []
        self._replaced: list[tuple[Any, str, Any]] = []

    def __enter__(self) -> Stages:
        for stage, path in STAGES.items():
            module, _, names = path.partition(":")
            *owners, name = names.split(".")
            owner = functools.reduce(getattr, owners, import_module(module))
            self._replaced.append((owner, name, getattr(owner, name)))
            setattr(owner, name, self._timed(stage, getattr(owner, name)))
        return self

    def __exit__(self, *_: object) -> None:
        for owner, name, before in self._replaced:
            setattr(owner, name, before)

    def clear(self) -> None:
        """Begin the next question."""
        self._spent.clear()

    def of(self, whole: float) -> dict[str, float]:
        """Return the seconds of each stage since the last question began, and of everything else of the whole."""
        return {**self._spent, REST: whole - sum(self._spent.values())}

    def _timed(self, stage: str, function: Any) -> Any:
        @functools.wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            self._inside.append(0.0)
            started = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                seconds = time.process_time() - started
                self._spent[stage] += seconds - self._inside.pop()
                if self._inside:
                    self._inside[-1] += seconds

        return timed
