"""Estimate how likely the first quote is to answer, with one logistic model for each kind of question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.answering.spans.by_speaker import label_of
from qa.answering.spans.thresholds import SHIPPED, Thresholds
from qa.ranking.beside import beside, said_by_others
from qa.ranking.features import AT, Candidates
from qa.ranking.model import Linear, load_confidence
from qa.ranking.question import AnswerType
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Chosen

NAMES: tuple[str, ...] = (
    "margin", "doubt", "dense_passage_max", "dense_top", "cover_top", "cover_near_top", "names_top",
    "names_close_top", "rare_top", "rare_near_top", "rare_close_top", "rarity", "new_names_top",
    "new_digits_top", "asks_time", "asks_number", "asks_other",
    "own_share_top", "own_confidence_top", "about_in_own_max", "other_share_top",
    "beside_own_top", "named_inside_top", "window_top", "window_named_top",
    "window_short_top", "terms",
)  # fmt: skip
"""The features of confidence; each of the two models says by name which of these it uses."""


MOSTLY = 0.5
"""The least share of a typed quotation that a span must hold: long quotations do not fit into one span."""


WORD_FOR_WORD = 0.95
"""The least confidence in a quote that holds the words typed in quotation marks; see docs/results.md."""


NO_ANSWER = -4.0
"""The logit of a window's answering below which it tells nothing more, nor where it was not read."""

_MEAN_WINDOW = -0.78
"""The mean logit of the first quotes' windows over the questions that confidence is fitted on."""
_SHORT = 12
"""The most terms of a question that asks for one thing: longer ones join what several articles tell."""

MISSING = 0.01
"""The highest confidence in an answer about somebody whose name occurs nowhere."""


def measure(
    retrieved: Retrieved, found: Candidates, scores: NDArray[np.float64], chosen: Sequence[Chosen]
) -> NDArray[np.float32]:
    """Return the features of confidence, shape (len(NAMES),); zeros where nothing was chosen.

    "top" is of the first quote, "max" the highest of any candidate. `doubt` is the entropy over all candidates:
    0 where the first is far ahead of all others. `rarity` is how rare the question's words are, whatever the size of
    the archive. `window_top` is how surely the window around it answers; `window_named_top` is the same where the names
    of the question stand close, and counts less the fewer of them do; `window_short_top` is how far it lies above the
    mean where the question is short, and 0 elsewhere.
    """
    if not chosen:
        return np.zeros(len(NAMES), np.float32)
    question, features = retrieved.question, found.features
    top = features[chosen[0].row]
    best = scores[[each.row for each in chosen]]
    key = retrieved.passages[int(found.passage[chosen[0].row])].version_key
    rivals = [
        scores[c.row] for c in chosen[1:] if retrieved.passages[int(found.passage[c.row])].version_key != key
    ]
    odds = np.exp(scores - scores.max())
    odds /= odds.sum()
    named = any(question.named)

    def at(name: str) -> float:
        return float(top[AT[name]])

    def most(name: str) -> float:
        return float(features[:, AT[name]].max())

    names_close = at("names_close") if named else at("alike_near")
    window = max(at("read_window"), NO_ANSWER)
    values = {
        "margin": best[0] - (rivals[0] if rivals else best[-1]),
        "doubt": float(-(odds * np.log(odds + 1e-12)).sum()),
        "dense_passage_max": most("dense_passage"),
        "dense_top": at("dense_span"),
        "cover_top": at("cover_span"),
        "cover_near_top": at("cover_near"),
        "names_top": at("names_span") if named else at("cover_span"),
        "names_close_top": names_close,
        "rare_top": at("rare_span"),
        "rare_near_top": at("rare_near"),
        "rare_close_top": at("rare_close"),
        "rarity": float(np.mean(question.weights)) / max(question.most, 1e-6),
        "new_names_top": at("new_names"),
        "new_digits_top": at("new_digits"),
        "asks_time": question.answer_type is AnswerType.TIME,
        "asks_number": question.answer_type is AnswerType.NUMBER,
        "asks_other": question.answer_type is AnswerType.OTHER,
        "own_share_top": at("own_share"),
        "own_confidence_top": at("own_confidence"),
        "about_in_own_max": most("about_in_own"),
        "other_share_top": at("other_share"),
        "beside_own_top": beside_own(retrieved, found, chosen[0].row),
        "named_inside_top": at("named_inside") or _names_who_is_described(retrieved, found, chosen[0].row),
        "window_top": window,
        # The reader takes one name for another: it knows most where the names that are asked for stand there.
        "window_named_top": (window - NO_ANSWER) * names_close,
        "window_short_top": (window - _MEAN_WINDOW) * (len(question.terms) <= _SHORT),
        "terms": at("terms"),
    }
    return np.asarray([values[name] for name in NAMES], np.float32)


def _names_who_is_described(retrieved: Retrieved, found: Candidates, row: int) -> bool:
    """Return whether a span says by their role or kind whose words it holds: "Church groups welcomed the limit"."""
    label = label_of(retrieved, found, row)
    if retrieved.asked is None or not retrieved.asked.role or label is None or label[0].mention is None:
        return False
    key = retrieved.passages[int(found.passage[row])].version_key
    start, end = label[0].mention
    inside = int(found.starts[row]) <= start and end <= int(found.ends[row])
    return inside and retrieved.asked.owns(*label, retrieved.versions[key].article.text)


def beside_own(retrieved: Retrieved, found: Candidates, row: int) -> float:
    """Return how far the paragraph or article around the asked speaker's words is about the topic; 0 without any."""
    if retrieved.asked is None or not found.features[row, AT["own_share"]] > 0:
        return 0.0
    sentences, passage = found.sentences, int(found.passage[row])
    key = retrieved.passages[passage].version_key
    of_article = np.asarray([stored.version_key == key for stored in retrieved.passages])
    places = sentences.places[of_article[sentences.passage[sentences.places[:, 0]]]]
    text = retrieved.versions[key].article.text
    said, asked = retrieved.attributions[key], retrieved.asked
    places = places[~said_by_others(places[:, 1], text, said, asked)]
    return beside(
        text,
        int(found.starts[row]),
        int(found.ends[row]),
        places[:, 1],
        places[:, 2],
        sentences.title[passage],
        np.asarray(retrieved.question.weights, np.float32),
        said_by_others(places[:, 1], text, said, asked, by_name=False),
    )


def confidence(retrieved: Retrieved, features: NDArray[np.float32]) -> float:
    """Return the probability that the first quote answers, by the model for this kind of question."""
    model = _model(retrieved)
    used = features[[NAMES.index(name) for name in model.names]]
    score = float(model.score(used[None, :])[0])
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))


def _model(retrieved: Retrieved) -> Linear:
    return load_confidence(retrieved.kind)


def threshold(retrieved: Retrieved, fitted: Thresholds = SHIPPED) -> float:
    """Return the lowest confidence that counts as an answer."""
    own = fitted.said if retrieved.asked is not None else fitted.content
    return _model(retrieved).threshold if own is None else own


def unsure_threshold(retrieved: Retrieved, fitted: Thresholds = SHIPPED) -> float:
    """Return the lowest confidence at which a quote may answer; never above that of an answer."""
    return min(_model(retrieved).unsure, threshold(retrieved, fitted))
