"""Read the few most promising stretches of text together with the question: score how well each sentence answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import StoredPassage, Version, VersionHandle
from qa.ranking.sentence_features import Sentences

READ = 8
"""How many windows are read, at most."""
AT_ONCE = 2
"""How many are read before it is decided whether to read on."""
ANSWERS = 0.5
"""The logit of a window's answering at which it counts as one that answers."""
SETTLED = 1.5
"""The logit of a window's answering at which no further windows are read.

Those between the two are often worded like the question and answer another one, while a later one answers.
"""
HOPELESS = 2.5
"""By how much a window's best sentence may score below the first window's: lower ones are not read."""
SAME_ARTICLE = 2.0
"""By how much the other sentences of the most promising sentence's article promise more, up to what that one does.

What answers often shares no word with the question, in an article that is plainly about it: "Preliminary findings
point to the salt in the new water." for "What killed the rhinos in Harwick?".
"""
WINDOW_WORDS = 60
"""Words in a window, at most, unless a single sentence has more."""
UNREAD = -20.0
"""The score of sentences that were not read: about the lowest of those that were."""


class Read(Protocol):
    """What was read in one text: the logit of its answering at all, and the best answer between two offsets."""

    @property
    def answers(self) -> float: ...

    def best(self, start: int, end: int) -> float | None: ...

    def place(self, start: int, end: int) -> tuple[int, int]: ...


class WindowReader(Protocol):
    """Reads texts together with a question, and says where in each an answer may be."""

    def read(self, question: str, texts: Sequence[str]) -> Sequence[Read]: ...


class ReadSentences(NamedTuple):
    """What was read, for each sentence, in logits; the arrays have shape (S,), with `UNREAD` where nothing was read.

    `best` is of the best answer in the sentence, `window` of its window's answering. `places`, of shape (S, 2), has
    where that answer stands in its article; it is empty where nothing was read.
    """

    best: NDArray[np.float32]
    window: NDArray[np.float32]
    places: NDArray[np.int64]


def read(
    question: str,
    s: Sentences,
    passages: Sequence[StoredPassage],
    versions: Mapping[VersionHandle, Version],
    promise: NDArray[np.floating[Any]],
    reader: WindowReader,
    hopeless: float = HOPELESS,
) -> ReadSentences:
    """Read the most promising windows, two at a time, until one surely answers or the next is much less promising.

    Args:
        promise: How promising each sentence is, shape (S,). Ties are read in the order given.
        hopeless: By how much the next window may promise less than the first and still be read.
    """
    best, answering = (np.full(len(s.words), UNREAD, np.float32) for _ in range(2))
    found = ReadSentences(best, answering, np.zeros((len(s.words), 2), np.int64))
    promise = _raised(promise, s, passages)
    chosen = windows_to_read(s, promise)
    hopes = [float(promise[first : last + 1].max()) for first, last in chosen]
    # What several articles print is read once: a text by itself has the same scores wherever it stands.
    known: dict[str, Read] = {}
    for at in range(0, len(chosen), AT_ONCE):
        if found.window.max() >= SETTLED or hopes[at] < hopes[0] - hopeless:
            break
        some = chosen[at : at + AT_ONCE]
        texts = _texts(some, s, passages, versions)
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known |= zip(new, reader.read(question, new), strict=True)
        for (first, last), window in zip(some, map(known.__getitem__, texts), strict=True):
            begin = int(s.starts[first])
            for row in range(first, last + 1):
                start, end = int(s.starts[row]) - begin, int(s.ends[row]) - begin
                score = window.best(start, end)
                if score is not None:
                    found.best[row] = max(score, UNREAD)
                    found.window[row] = max(window.answers, UNREAD)
                    found.places[row] = [begin + at for at in window.place(start, end)]
    return found


def _raised(
    promise: NDArray[np.floating[Any]], s: Sentences, passages: Sequence[StoredPassage]
) -> NDArray[np.floating[Any]]:
    """Return how promising each sentence is, those of the best one's article raised by `SAME_ARTICLE`."""
    if not len(promise):
        return promise
    best = int(promise.argmax())
    article = passages[int(s.passage[best])].version_key
    beside = np.asarray([passage.version_key == article for passage in passages])[s.passage]
    return np.where(beside, np.minimum(promise + SAME_ARTICLE, promise[best]), promise)


def _texts(
    windows: Sequence[tuple[int, int]],
    s: Sentences,
    passages: Sequence[StoredPassage],
    versions: Mapping[VersionHandle, Version],
) -> list[str]:
    return [
        versions[passages[s.passage[first]].version_key].article.text[s.starts[first] : s.ends[last]]
        for first, last in windows
    ]


def windows_to_read(s: Sentences, promise: NDArray[np.floating[Any]]) -> list[tuple[int, int]]:
    """Return the first and last sentence of each window that is worth reading, the most promising first.

    Each is the most promising sentence that no window has yet, with its neighbours in the passage.
    """
    taken = np.zeros(len(s.words), bool)
    chosen: list[tuple[int, int]] = []
    for core in np.argsort(-promise, kind="stable").tolist():
        if len(chosen) == READ:
            break
        if not taken[core]:
            chosen.append(_grown(s, core, taken))
            taken[chosen[-1][0] : chosen[-1][1] + 1] = True
    return chosen


def _grown(s: Sentences, core: int, taken: NDArray[np.bool_]) -> tuple[int, int]:
    """Return a sentence's window: one sentence more on each side in turn, as long as there is room."""
    low = high = core
    words = float(s.words[core])
    # First the sentence before: `he` and `the company` are explained there.
    for _ in range(len(s.words)):
        grown = False
        for row in (low - 1, high + 1):
            inside = s.first[core] <= row <= s.last[core] and not taken[row]
            if inside and words + s.words[row] <= WINDOW_WORDS:
                low, high, words, grown = min(low, row), max(high, row), words + float(s.words[row]), True
        if not grown:
            break
    return low, high
