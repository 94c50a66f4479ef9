"""Read the few most promising passages together with the question: score how well each sentence answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import StoredPassage, Version, VersionHandle
from qa.ranking.sentence_features import Sentences

READ = 4
"""How many passages are read. On squad, clapnq and multihop_rag, 99 % of the questions that a retrieved passage
answers have such a passage among the first four."""
UNREAD = -20.0
"""The score of sentences that were not read: about the lowest of those that were."""


class Read(Protocol):
    """What was read in one passage: scores the best answer between two offsets into it, if there is one."""

    def best(self, start: int, end: int) -> float | None: ...


class PassageReader(Protocol):
    """Reads passages together with a question, and says where in each an answer may be."""

    def read(self, question: str, texts: Sequence[str]) -> Sequence[Read]: ...


def read(
    question: str,
    s: Sentences,
    passages: Sequence[StoredPassage],
    versions: Mapping[VersionHandle, Version],
    promise: NDArray[np.floating[Any]],
    reader: PassageReader,
) -> NDArray[np.float32]:
    """Return, for each sentence, the score of the best answer in it, in logits; shape (S,), `UNREAD` where not read.

    Args:
        promise: How promising each passage is, shape (N,). The highest are read, ties in the order given.
    """
    scores = np.full(len(s.words), UNREAD, np.float32)
    chosen = np.argsort(-promise, kind="stable")[:READ].tolist()
    texts = [_text(passages[place], versions) for place in chosen]
    for place, found in zip(chosen, reader.read(question, texts), strict=True):
        begins = passages[place].passage.start
        for row in np.flatnonzero(s.passage == place).tolist():
            best = found.best(int(s.starts[row]) - begins, int(s.ends[row]) - begins)
            if best is not None:
                scores[row] = max(best, UNREAD)
    return scores


def _text(stored: StoredPassage, versions: Mapping[VersionHandle, Version]) -> str:
    return versions[stored.version_key].article.text[stored.passage.start : stored.passage.end]
