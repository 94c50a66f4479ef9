"""Build the candidate spans and compute their features: one row of numbers for each span.

Every feature comes from the candidate's own text, its stored vectors and document frequencies, none from the
engine that proposed it. Shares are weighted by inverse document frequency.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.ranking.answer_spans import HOPELESS, UNREAD, ReadSentences, WindowReader, read
from qa.ranking.measured_spans import MeasuredSpans
from qa.ranking.model import load
from qa.ranking.retrieved import Retrieved
from qa.ranking.sentence_features import Sentences, measure
from qa.ranking.span_features import NAMES, general_features
from qa.ranking.spans import max_of, windows
from qa.ranking.speaking_features import NAMES as SPEAKING
from qa.ranking.speaking_features import Spans, measure_speaking
from qa.ranking.typed_words import held


class Candidates(NamedTuple):
    """Spans of one to three neighbouring sentences, with their features, shape (n, len(ALL_NAMES)).

    `passage` indexes the passages that were given; `begin` and `stop` the sentence rows, both inclusive. `reading` is
    what was read in the sentences; None where nothing was.
    """

    passage: NDArray[np.int64]
    begin: NDArray[np.int64]
    stop: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    features: NDArray[np.float32]
    sentences: Sentences
    reading: ReadSentences | None = None


def candidates(retrieved: Retrieved, reader: WindowReader | None = None) -> Candidates:
    """Return every candidate span of the passages with its features.

    Args:
        reader: Reads the most promising windows together with the question; None where the question asks for
            somebody's words, of which a reader for content knows nothing.
    """
    question, passages = retrieved.question, retrieved.passages
    s = measure(question, passages, retrieved.versions)
    begin, stop = windows(s)
    starts, ends = s.starts[begin], s.ends[stop]
    general = general_features(MeasuredSpans(question, s, passages, begin, stop))
    if retrieved.typed:
        said = None if retrieved.asked is None else retrieved.attributions
        general[:, NAMES.index("typed")] = held(
            retrieved.typed, passages, retrieved.versions, s.passage[begin], starts, ends, said
        )
    speaking = _speaking(retrieved, s, begin, starts, ends, general[:, NAMES.index("cover_all")])
    features = np.concatenate([general, speaking], axis=1)
    reading = None if reader is None else _add_reading(features, retrieved, s, begin, stop, reader)
    return Candidates(
        passage=s.passage[begin],
        begin=begin,
        stop=stop,
        starts=starts,
        ends=ends,
        features=features,
        sentences=s,
        reading=reading,
    )


def _speaking(
    retrieved: Retrieved,
    s: Sentences,
    begin: NDArray[np.int64],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    near: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return the features of whose words each span holds; zeros where nobody's are asked for."""
    if retrieved.asked is None:
        return np.zeros((len(begin), len(SPEAKING)), np.float32)
    passages = retrieved.passages
    number = {key: at for at, key in enumerate(dict.fromkeys(p.version_key for p in passages))}
    articles = np.asarray([number[p.version_key] for p in passages], np.int64)[s.passage]
    row, places, words = s.places.T
    spans = Spans(articles[begin], starts, ends, near, articles[row], places, words)
    texts = [retrieved.versions[key].article.text for key in number]
    said = [retrieved.said_near(key) for key in number]
    weights = np.asarray(retrieved.question.weights, np.float32)
    return measure_speaking(texts, said, retrieved.asked, spans, weights)


def _add_reading(
    features: NDArray[np.float32],
    retrieved: Retrieved,
    s: Sentences,
    begin: NDArray[np.int64],
    stop: NDArray[np.int64],
    reader: WindowReader,
) -> ReadSentences:
    """Read the windows around the sentences that the ranker without reading puts first, and fill in what was read."""
    single = begin == stop
    promise = np.full(len(s.words), -np.inf)
    promise[begin[single]] = load("said").score(features[single])
    # Beside the words of earlier turns, a sentence promises less or more than it would for the question alone.
    hopeless = inf if retrieved.in_talk else HOPELESS
    found = read(
        retrieved.question.text, s, retrieved.passages, retrieved.versions, promise, reader, hopeless
    )
    read_span = max_of(found.best, begin, stop)
    features[:, NAMES.index("read_span")] = read_span
    features[:, NAMES.index("read_gap")] = read_span - found.best.max(initial=UNREAD)
    features[:, NAMES.index("read_window")] = max_of(found.window, begin, stop)
    return found


ALL_NAMES = NAMES + SPEAKING
AT = {name: column for column, name in enumerate(ALL_NAMES)}
"""The column of each feature, by name."""
