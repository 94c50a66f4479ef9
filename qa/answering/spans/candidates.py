"""Retrieve, score and choose the spans that may answer an understood question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder
from qa.answering.spans.by_speaker import Parted, asks_for_somebody, label_of, parted, words_first
from qa.answering.spans.retrieval import retrieve
from qa.answers import QuestionKind, Understanding
from qa.archive.protocol import View
from qa.archive.shown_quotes import Shown
from qa.conversation.earlier.followed import Followed
from qa.datatypes import Scope, VersionHandle
from qa.ranking.answer_spans import WindowReader
from qa.ranking.features import ALL_NAMES, Candidates, candidates
from qa.ranking.model import load
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Chosen, Selector
from qa.settings import MAX_QUOTES
from qa.understanding.introduced import by_office

_FOR_ALL_SPEAKERS = 40
"""How many spans are searched for each speaker's best one, where the question is who said it."""
_OWN = ALL_NAMES.index("own_share")


class Considered(NamedTuple):
    """What was retrieved for a question, its candidate spans with their scores, and those to show, in two lists."""

    retrieved: Retrieved
    found: Candidates
    scores: NDArray[np.float64]
    parted: Parted


def consider(
    snapshot: View,
    encoder: Encoder,
    reader: Callable[[], WindowReader],
    understood: Understanding,
    scope: Scope,
    followed: Followed | None = None,
) -> Considered:
    """Retrieve, score and choose spans, without deciding how the answer ends.

    Args:
        reader: Loads the model that reads the best passages; called only where it is needed.
    """
    context = followed.context if followed else None
    if understood.kind is QuestionKind.CONTENT:
        understood = replace(understood, standalone=by_office(understood.standalone))
    retrieved = retrieve(snapshot, encoder, understood, scope, context)
    found = candidates(retrieved, reader() if retrieved.asked is None else None)
    scores = load(retrieved.kind).score(found.features)

    def is_near(one: VersionHandle, other: VersionHandle) -> bool:
        return other in snapshot.near_duplicates_among((one, other)).get(one, ())

    selector = Selector(retrieved, found, scores, is_near)
    lists = parted(retrieved, found, _chosen(snapshot, retrieved, found, selector, followed))
    own = found.features[:, _OWN] > 0
    if asks_for_somebody(retrieved) and own.any():
        # However well another's words fit the topic: the asked speaker's are looked for among all.
        first = _chosen(snapshot, retrieved, found, selector, followed, own)
        lists = replace(lists, own=words_first(retrieved, found, parted(retrieved, found, first).own))
    return Considered(retrieved, found, scores, lists)


def _chosen(
    snapshot: View,
    retrieved: Retrieved,
    found: Candidates,
    selector: Selector,
    followed: Followed | None,
    first: NDArray[np.bool_] | None = None,
) -> list[Chosen]:
    """Choose spans: none that were shown before, and one a speaker where the question is who said it."""
    who = retrieved.understood.kind is QuestionKind.WHO_SAID
    again = followed is not None and bool(followed.exclude or followed.silent)
    limit = _FOR_ALL_SPEAKERS if who or again else MAX_QUOTES
    chosen = selector.select(limit, first)
    if followed is not None and followed.exclude:
        chosen = _unseen(Shown(snapshot, followed.exclude), retrieved, found, chosen)
    if who:
        chosen = _one_a_speaker(retrieved, found, chosen, followed.silent if followed else frozenset())
    return chosen[:MAX_QUOTES]


def _unseen(shown: Shown, retrieved: Retrieved, found: Candidates, chosen: list[Chosen]) -> list[Chosen]:
    """Keep the spans that a conversation has not shown yet."""
    kept = []
    for each in chosen:
        version = retrieved.versions[retrieved.passages[int(found.passage[each.row])].version_key]
        if not shown.holds(version, int(found.starts[each.row]), int(found.ends[each.row])):
            kept.append(each)
    return kept


def _one_a_speaker(
    retrieved: Retrieved, found: Candidates, chosen: list[Chosen], silent: frozenset[str]
) -> list[Chosen]:
    """Keep each speaker's best quote, none of those in `silent`, and every quote without a speaker, in order."""
    seen: set[str] = set(silent)
    kept = []
    for each in chosen:
        record = label_of(retrieved, found, each.row)
        speaker = record[1] if record else None
        if speaker is None or speaker not in seen:
            kept.append(each)
        if speaker is not None:
            seen.add(speaker)
    return kept
