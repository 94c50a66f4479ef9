"""Part chosen spans by whose words they are: only the asked speaker's own may answer a question for their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from qa.answers import QuestionKind
from qa.archive.protocol import Said
from qa.datatypes import Attribution, AttributionKind
from qa.language.patterns import regex
from qa.language.terms import terms
from qa.ranking.features import AT, Candidates
from qa.ranking.labelling import attribution_of
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Chosen, asks_for_silence
from qa.ranking.speaking import told_of
from qa.understanding.verb_forms import asks_yes_or_no

ON_TOPIC = 0.5
"""The share of the topic's words, by weight, from which somebody's words are on the topic."""

_SPEAKS_OF = frozenset(
    """
    speak speaks spoke spoken speaking talk talks talked talking discuss discusses discussed discussing address
    addresses addressed addressing touched elaborated
    """.split()
)
"""Verbs of which the object is only what the talk is about: "spoke about the bill", "discussed it"."""
_VOICES = frozenset("voice voices voiced express expresses expressed gave shared outlined".split())
_VIEW = regex(
    r"\s*(?:his|her|their|its|the)\s+(?:\w+\s+)?(?:positions?|views?|opinions?|stance|thoughts|feelings)\b",
    re.IGNORECASE,
)
_QUOTED = regex(r"[“”\"]")


class Whose(Enum):
    """Whose words a span is."""

    OWN = "own"
    """The asked speaker's; where anybody is asked for, somebody's who has a name or is named by a role."""
    PERHAPS = "perhaps"
    """Nobody's by the records, though it says by name that the asked speaker spoke: "The Bakers welcomed the news".

    Or somebody's who may be the asked speaker: "the analyst", after a sentence that begins with their name.
    """
    OTHERS = "others"
    """Under another's name, or the article's own and not on the asked speaker."""


@dataclass(frozen=True, slots=True)
class Parted:
    """Chosen spans in three lists, each best first."""

    own: tuple[Chosen, ...] = ()
    perhaps: tuple[Chosen, ...] = ()
    others: tuple[Chosen, ...] = ()


def asks_for_somebody(retrieved: Retrieved) -> bool:
    """Return whether a question asks for the words of somebody in particular: of a person, a body or a role."""
    return (
        retrieved.understood.kind is QuestionKind.SAID
        and retrieved.asked is not None
        and retrieved.asked.names is not None
    )


def parted(retrieved: Retrieved, found: Candidates, chosen: Sequence[Chosen]) -> Parted:
    """Part spans by whose words they are; where nobody's in particular are asked for, all are `own`."""
    if not asks_for_somebody(retrieved):
        return Parted(own=tuple(chosen))
    lists: dict[Whose, list[Chosen]] = {each: [] for each in Whose}
    for each in chosen:
        lists[whose(retrieved, found, each.row)].append(each)
    return Parted(*(tuple(lists[each]) for each in Whose))


def whose(retrieved: Retrieved, found: Candidates, row: int) -> Whose:
    """Return whose words a span is, for a question that asks for somebody's."""
    asked = retrieved.asked
    if asked is None:
        return Whose.OTHERS
    label = label_of(retrieved, found, row)
    text = retrieved.versions[retrieved.passages[int(found.passage[row])].version_key].article.text
    if label is not None:
        if asked.owns(*label, text):
            return Whose.OWN
        if label[1] is not None:
            return Whose.OTHERS
        if asked.may_own(*label, text) or asked.may_mean(*label, text):
            return Whose.PERHAPS
        if label[0].mention and any(w[:1].isupper() for w in text[slice(*label[0].mention)].split()[1:]):
            return Whose.OTHERS  # "a spokesman of the Herring Board"
    start, end = int(found.starts[row]), int(found.ends[row])
    if asked.word and told_of(text[start:end], asked.word):
        return Whose.PERHAPS
    here = frozenset(terms(text[start:end])) if asked.noun or asked.introduced else frozenset()
    if asked.introduced and not asked.word and {word.term for word in asked.introduced} <= here:
        return Whose.PERHAPS
    features = found.features[row]
    on_topic = features[AT["cover_span"]] >= ON_TOPIC or features[AT["cover_near"]] >= ON_TOPIC
    # What is told of Quill is not told of Quill's wife.
    return Whose.PERHAPS if asked.noun in here and on_topic else Whose.OTHERS


def words_first(retrieved: Retrieved, found: Candidates, own: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Put somebody's words on a topic before what says only that they spoke of it, or that they did not.

    "Quill did not answer calls on the bill" and "Quill spoke about the bill" are no answers to "What did Quill say of
    the bill?" where she has words on it. "Did Quill comment on the bill?", "How did she respond to it?" and "What did
    she refuse to say of it?" they may answer.
    """
    understood = retrieved.understood
    if understood.cue is not None or asks_yes_or_no(understood.question) or asks_for_silence(understood):
        return own

    def says_nothing(each: Chosen) -> bool:
        label = label_of(retrieved, found, each.row)
        if label is None:
            return False
        key = retrieved.passages[int(found.passage[each.row])].version_key
        end = int(found.ends[each.row])
        return label[0].polarity == "declined" or tells_no_more(
            retrieved.versions[key].article.text, label[0], end
        )

    if not own or not says_nothing(own[0]):
        return own
    on_topic = found.features[:, AT["cover_span"]] > 0
    said = next((each for each in own[1:] if on_topic[each.row] and not says_nothing(each)), own[0])
    return (said, *(each for each in own if each is not said))


def tells_no_more(text: str, record: Attribution, end: int) -> bool:
    """Return whether a record says on what somebody spoke and not what they said, up to where a quote of it ends.

    "Quill spoke about the bill", "Quill voiced her position on the bill". What is quoted of it says what they said.
    """
    if record.cue is None or record.kind is not AttributionKind.INDIRECT:
        return False
    said = text[record.cue[1] : min(record.content[-1][1], end)]
    if _QUOTED.search(text, record.cue[1], end) is not None:
        return False
    cue = text[slice(*record.cue)].casefold()
    return cue in _SPEAKS_OF or (cue in _VOICES and _VIEW.match(said) is not None)


def label_of(retrieved: Retrieved, found: Candidates, row: int) -> Said | None:
    """Return the attribution under which a span is shown, with the archive's name; None for the article's own words."""
    key = retrieved.passages[int(found.passage[row])].version_key
    start, end = int(found.starts[row]), int(found.ends[row])
    return attribution_of(
        retrieved.versions[key].article.text,
        retrieved.said_at(key, start, end),
        start,
        end,
        retrieved.asked,
        frozenset(retrieved.question.terms),
    )


def is_worth_showing(found: Candidates, row: int) -> bool:
    """Return whether a span is worth showing beside an answer: it is about who was asked for, or about the topic."""
    features = found.features[row]
    return bool(features[AT["named_inside"]] > 0 or features[AT["cover_span"]] >= ON_TOPIC)
