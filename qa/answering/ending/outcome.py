"""Decide how an answer ends: choose one of the outcomes, by the evidence for what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from qa.answering.ending.evidence import weigh
from qa.answering.ending.first_quote import amounts_first, read_first, with_cause, with_name
from qa.answering.ending.said_of_headline import is_said_of_headline
from qa.answering.objections.counts import counts_of_nothing
from qa.answering.objections.off_topic import is_on_something_else
from qa.answering.objections.premises import CONTRADICTED, CONTRADICTING
from qa.answering.spans.by_speaker import ON_TOPIC, asks_for_somebody, is_worth_showing, label_of
from qa.answering.spans.candidates import Considered
from qa.answering.spans.confidence import MISSING, MOSTLY, threshold, unsure_threshold
from qa.answering.spans.thresholds import SHIPPED, Thresholds
from qa.answering.spans.typed_words import asks_for_words, holds_typed, is_all_that_is_asked
from qa.answers import Nearest, Outcome, Understanding
from qa.datatypes import VersionHandle
from qa.ranking.features import AT
from qa.ranking.selecting import Chosen, asks_any_words
from qa.settings import MAX_QUOTES
from qa.speakers.titled_names import are_alike
from qa.understanding.words import says_what_somebody_is

_HALF = 0.5
MOST_RELATED = 3
"""How many quotes stand beside an answer at most that are none."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How an answer ends, with the confidence in its first quote, and what is shown: in `quotes`, and beside them."""

    outcome: Outcome
    nearest: Nearest | None
    confidence: float
    quotes: tuple[Chosen, ...]
    related: tuple[Chosen, ...] = ()
    meant: str | None = None
    """Of several people with the typed name, the one whose words answer."""
    note: str = ""
    """What is to be said of the first quote."""


def conclude(
    considered: Considered,
    understood: Understanding,
    fitted: Thresholds = SHIPPED,
    *,
    name_missing: bool,
) -> Conclusion:
    """Decide how an answer ends, and which of the chosen spans it shows.

    Args:
        name_missing: A name that the question asks for occurs nowhere in the archive.
    """
    if asks_for_somebody(considered.retrieved):
        return _of_somebody(considered, understood, fitted, name_missing=name_missing)
    return _of_anybody(considered, fitted)


def _of_anybody(considered: Considered, fitted: Thresholds) -> Conclusion:
    """Conclude where nobody's words in particular are asked for."""
    chosen = read_first(considered, amounts_first(considered, considered.parted.own))
    seen = weigh(considered, chosen)
    chosen = with_cause(considered, with_name(considered, chosen))
    outcome, nearest = Outcome.NOT_FOUND, None
    missing = asks_for_words(considered.retrieved) and not holds_typed(considered)
    vague = counts_of_nothing(considered.retrieved.understood.standalone)
    sure = seen.confidence >= threshold(considered.retrieved, fitted) and not (seen.doubts or vague)
    if chosen and seen.fits and sure:
        outcome, nearest = (Outcome.NEAREST, Nearest.OTHER_WORDS) if missing else (Outcome.ANSWERED, None)
    elif chosen and seen.confidence >= unsure_threshold(considered.retrieved, fitted):
        outcome = Outcome.UNSURE if seen.fits and not missing else Outcome.NEAREST
        nearest = Nearest.OTHER_WORDS if missing else None
    if seen.typed and outcome is Outcome.ANSWERED and is_all_that_is_asked(considered.retrieved):
        # Who said "fair is fair" is answered by these words alone.
        typed = considered.found.features[:, AT["typed"]]
        chosen = tuple(each for each in chosen if typed[each.row] >= MOSTLY)
    contradicted = not seen.doubts.isdisjoint(CONTRADICTING)
    note = CONTRADICTED if contradicted and outcome is not Outcome.ANSWERED else ""
    return Conclusion(outcome, nearest, seen.confidence, chosen[:MAX_QUOTES], note=note)


def _of_somebody(
    considered: Considered, understood: Understanding, fitted: Thresholds, *, name_missing: bool
) -> Conclusion:
    """Conclude where somebody's words are asked for: only what is theirs by the records answers."""
    retrieved, lists = considered.retrieved, considered.parted
    own, perhaps = weigh(considered, lists.own), weigh(considered, lists.perhaps)
    sure, unsure = threshold(retrieved, fitted), unsure_threshold(retrieved, fitted)
    related = [each for each in lists.others if is_worth_showing(considered.found, each.row)]

    def ended(
        outcome: Outcome, nearest: Nearest | None, confidence: float, quotes: Sequence[Chosen]
    ) -> Conclusion:
        beside = [each for each in related if each not in quotes]
        return Conclusion(
            outcome, nearest, confidence, tuple(quotes[:MAX_QUOTES]), tuple(beside[:MOST_RELATED])
        )

    if name_missing:
        return ended(Outcome.NOT_FOUND, None, min(perhaps.confidence, MISSING), _nameless(considered))
    typed_elsewhere = asks_for_words(retrieved) and not own.typed
    if understood.ambiguous:
        if own.confidence >= unsure and own.on_topic and (meant := _meant(considered, own.confidence)):
            theirs = [each for each in lists.own if are_alike(_name_of(considered, each), meant)]
            outcome = Outcome.ANSWERED if own.confidence >= sure else Outcome.UNSURE
            return replace(ended(outcome, None, own.confidence, theirs), meant=meant)
        return ended(Outcome.NEAREST, None, own.confidence, lists.own)
    if lists.own and own.confidence >= sure and own.on_topic:
        if not typed_elsewhere and not _only_surname(considered, understood):
            strange = is_on_something_else(considered, lists.own[0], understood.topic)
            outcome = Outcome.UNSURE if strange else Outcome.ANSWERED
            return ended(outcome, None, own.confidence, _that_answer(considered))
        if typed_elsewhere and not holds_typed(considered):
            return ended(Outcome.NEAREST, Nearest.OTHER_WORDS, own.confidence, lists.own)
    if not typed_elsewhere:
        if lists.perhaps and not lists.own and asks_any_words(understood):
            # "What did Quill testify?": whatever is told of their words may be it.
            return ended(Outcome.UNSURE, None, perhaps.confidence, lists.perhaps)
        if perhaps.confidence > own.confidence and perhaps.confidence >= unsure:
            either = (*lists.perhaps, *lists.own)
            return ended(Outcome.UNSURE, None, perhaps.confidence, _with_told(considered, either))
        if lists.own and own.confidence >= unsure and own.on_topic:
            if is_said_of_headline(considered, lists.own[0], understood.topic):
                return ended(Outcome.ANSWERED, None, sure, _that_answer(considered))
            either = (*lists.own, *lists.perhaps)
            return ended(Outcome.UNSURE, None, own.confidence, _with_told(considered, either))
    first = _with_told(considered, (*lists.own, *lists.perhaps)) or _nameless(considered)
    best = own.confidence if lists.own else perhaps.confidence
    nearest = _why_not(considered, typed_elsewhere=typed_elsewhere)
    if nearest is not None or _is_quoted(considered):
        return ended(Outcome.NEAREST, nearest, best, first)
    return ended(Outcome.NOT_FOUND, None, best, first)


def _meant(considered: Considered, confidence: float) -> str | None:
    """Return who of several people with one name is meant: whose words fit, where nobody else's fit half as well.

    "President Quill" is no rival of Ada Quill: under either name stands what was asked for.
    """
    own = considered.parted.own
    first = _name_of(considered, own[0])
    rivals = [each for each in own if not are_alike(_name_of(considered, each), first)]
    rival = weigh(considered, rivals)
    return first if not rivals or not rival.on_topic or rival.confidence < _HALF * confidence else None


def _name_of(considered: Considered, chosen: Chosen) -> str | None:
    label = label_of(considered.retrieved, considered.found, chosen.row)
    return label[1] if label else None


def _only_surname(considered: Considered, understood: Understanding) -> bool:
    """Return whether the first quote stands under the bare surname of who was typed in full: it may be another's."""
    if understood.speaker_known or understood.bearers or understood.speaker_is_role:
        return False
    asked = considered.retrieved.asked
    name = _name_of(considered, considered.parted.own[0])
    return asked is not None and name is not None and name in (asked.names or ())


def _that_answer(considered: Considered) -> Sequence[Chosen]:
    """Keep of the asked speaker's words those that are on the topic as the first is: a list is never filled up."""
    own, features = considered.parted.own, considered.found.features
    if asks_any_words(considered.retrieved.understood):
        return own
    article = _article(considered, own[0])
    return [
        own[0],
        *(e for e in own[1:] if features[e.row, AT["cover_near"]] > 0 or _article(considered, e) == article),
    ]


def _article(considered: Considered, chosen: Chosen) -> VersionHandle:
    return considered.retrieved.passages[int(considered.found.passage[chosen.row])].version_key


def _with_told(considered: Considered, chosen: Sequence[Chosen]) -> Sequence[Chosen]:
    """Add what names the asked speaker and is nobody's words, where nothing answers; the first stays, then by score."""
    features, scores = considered.found.features, considered.scores
    told = [e for e in _nameless(considered) if features[e.row, AT["named_inside"]] > 0 and e not in chosen]
    rest = sorted([*chosen[1:], *told], key=lambda each: (-scores[each.row], each.row))
    return [*chosen[:1], *rest]


def _nameless(considered: Considered) -> Sequence[Chosen]:
    """Return the spans that are nobody's words: the nearest that there is where the asked speaker has none."""
    return [
        each
        for each in considered.parted.others
        if (label := label_of(considered.retrieved, considered.found, each.row)) is None or label[1] is None
    ]


def _why_not(considered: Considered, *, typed_elsewhere: bool) -> Nearest | None:
    """Return what can be said of the archive where the asked speaker's words were not found on the topic.

    That they are quoted, though not on it, only where no passage with words of theirs holds half of the topic. That
    others are, though not they, only where nothing that names them on the topic could be their words.
    """
    retrieved, features = considered.retrieved, considered.found.features
    spoken = features[:, AT["other_share"]] + features[:, AT["own_share"]] > 0
    others = bool((spoken & (features[:, AT["cover_span"]] >= ON_TOPIC)).any())
    if others and typed_elsewhere and holds_typed(considered):
        return Nearest.OTHERS_ON_THIS
    own = features[:, AT["own_share"]] > 0
    asked = retrieved.understood
    # "The rail regulator" may be what an article calls the Bureau of Rails, and "the landlord" whom it names.
    kind = not asked.speaker_known and says_what_somebody_is(asked.speaker or "")
    role = asked.speaker_is_role or kind
    if bool(own.any()):
        if role:
            return None  # "scientists" may be whom an article calls geologists: nothing proves that they said none
        if not (retrieved.understood.speaker_known or retrieved.understood.bearers):
            return None  # "Brandt and Quill discussed trade" counts as Quill's words, and is no quotation of hers
        near = features[own][:, [AT["cover_title"], AT["about_near_own"]]]
        return None if bool((near >= ON_TOPIC).any()) else Nearest.SPEAKER_NOT_ON_THIS
    # Words on the topic that name them may be theirs, however little the records know of it.
    named = (features[:, AT["named_inside"]] > 0) & (features[:, AT["cover_span"]] >= ON_TOPIC)
    if others and not considered.parted.perhaps and not bool(named.any()) and not role:
        return Nearest.OTHERS_ON_THIS
    return None


def _is_quoted(considered: Considered) -> bool:
    own: NDArray[np.bool_] = considered.found.features[:, AT["own_share"]] > 0
    return bool(own.any())
