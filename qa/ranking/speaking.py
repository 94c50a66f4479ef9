"""Whose words a span holds, as far as the article's attributions say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import Attribution, AttributionKind
from qa.language.lexicon.first_names import FEMALE, MALE
from qa.language.lexicon.function_words import DETERMINERS, POSSESSIVES
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import OFFICES
from qa.language.lexicon.titles import TITLES
from qa.language.spelling import Word, introduces
from qa.language.terms import terms
from qa.speakers.names import fold, folded_words

Said = Sequence[tuple[Attribution, str | None]]
"""An article's attributions in their order, each with the archive's name of the speaker."""

NAMES: tuple[str, ...] = (
    "own_share", "own_confidence", "own_quoted", "own_whole", "own_declined", "own_second_hand",
    "about_in_own", "about_near_own", "maybe_share", "other_share", "nameless_share",
    "named_inside", "named_first", "named_before",
)  # fmt: skip

_BEFORE = 200
"""How far before a span its speaker may be named, in characters: about two sentences."""
_FIRST = 60
_OFTEN = 3
"""How often a word stands in what was retrieved of an article that is about it."""
_CUE_WITHIN = 8
"""How many words after a name the word may stand that says they spoke."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEFORE_A_PERSON = FEMALE | MALE | (TITLES - OFFICES)
_BODIES_OF = frozenset(
    "administration camp campaign team family office government cabinet aide aides lawyers".split()
)
_BEFORE_A_NAME = DETERMINERS | TITLES
_BEFORE_A_NOUN = DETERMINERS | POSSESSIVES
_AT_SOMEBODY = frozenset(
    """accuse advise attack blame call condemn criticize defend describe endorse mock oppose praise support thank
    threaten urge warn""".split()
)
"""Cues whose object may be a person or a body."""
_REFUTING = frozenset("deny dismiss refuse reject".split())
_REFUTES = re.compile(r"den(?:y|ie)|dismiss|refus|reject|rebut|refut|disput", re.I)
_DENIES = re.compile(r"\b(?:nobody|no|none|never|not|neither|nor|without|\w+n['’]t)\b", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words a question asks for: those of one speaker, or anybody's whose name is known.

    `names` are the archive's names for the speaker: the full one, and the bare surname under which articles
    that never give the full name have them. None stands for everybody.
    `word` is the word by which an article refers to them; `role` the terms of a role ("critics"); `introduced` the
    words of a name under which no words stand, by which somebody may be introduced.
    Where anybody is asked for, `cue` is how they have to have spoken ("accuse"), and `target` what stands after it.
    """

    names: frozenset[str] | None
    word: str = ""
    role: frozenset[str] = frozenset()
    introduced: tuple[Word, ...] = ()
    cue: str | None = None
    target: str = ""

    def owns(self, record: Attribution, name: str | None, text: str) -> bool:
        if self.names is None:
            return name is not None and not self.rules_out(record, name, text)
        if (self.role or self.introduced) and record.mention is not None:
            mention = text[slice(*record.mention)]
            has_all = (
                introduces(mention, self.introduced) if self.introduced else self.role <= set(terms(mention))
            )
            return has_all and not _is_of(mention, self.word)
        return name in self.names

    def rules_out(self, record: Attribution, name: str | None, text: str) -> bool:
        """Whether a record cannot be what anybody is asked for: who is silent said nothing, who is accused is not who
        accused, and "who denied it" is not whoever told of it."""
        if self.names is not None:
            return False
        if record.polarity == "declined":
            return True
        if self.cue in _REFUTING and record.polarity != "denied":
            return record.cue is None or not _REFUTES.match(text[slice(*record.cue)])
        return name is not None and self.cue in _AT_SOMEBODY and _opens_with(self.target, name)

    def may_own(self, record: Attribution, name: str | None, text: str) -> bool:
        """Whether the speaker is not known, and could be the asked one by the words that name them."""
        if name is not None or not self.word or record.mention is None:
            return False
        mention = text[slice(*record.mention)]
        return bool(_whole(self.word).search(mention)) and not _is_of(mention, self.word)


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _opens_with(target: str, name: str) -> bool:
    """Whether what follows a cue begins with a name, or with how an article refers to it: "Senator Rubio a threat"."""
    wanted, said = _bare(folded_words(name)), _bare(folded_words(target))
    if not wanted or not said:
        return False
    if said[: len(wanted)] == wanted:
        return True
    capitals = [word[:1].isupper() for word in _WORD.findall(target) if fold(word) not in _BEFORE_A_NAME]
    run = max(1, next((at for at, upper in enumerate(capitals) if not upper), len(capitals)))
    # "Rubio" is Marco Rubio, and "Marco Rubio" who is only ever called Rubio; "House Democrats" not the White House.
    return said[run - 1 : run] == wanted[-1:] and (run == 1 or len(wanted) == 1)


def _bare(words: list[str]) -> list[str]:
    return words[next((at for at, word in enumerate(words) if word not in _BEFORE_A_NAME), len(words)) :]


def _is_of(mention: str, word: str) -> bool:
    """Whether a mention names somebody else by a person: "an aide to Senator Holm", "Holm's lawyer", "the Holm camp".

    "A spokesman for Boeing" is Boeing as far as anybody can be.
    """
    at = _whole(word).search(mention) if word else None
    if at is None:
        return False
    behind = _WORD.match(mention, at.end() + 1)
    if mention[at.end() :].startswith(("'s", "’s")) or (behind and behind[0].casefold() in _BODIES_OF):
        return True
    before = [found[0] for found in _WORD.finditer(mention, 0, at.start())]
    person = bool(before) and fold(before[-1]) in _BEFORE_A_PERSON
    return person and any(each in {"of", "to", "for", "with", "by"} for each in before)


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    record: Attribution
    own: bool
    maybe: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Spans:
    """The candidate spans of one article.

    `near`, shape (n,), is the share of the topic's words that a span's passage holds. `places` and `words`, shape (H,),
    are the offsets of the topic's words and which of them stands there.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    near: NDArray[np.float32]
    places: NDArray[np.int64]
    words: NDArray[np.int64]


def measure_speaking(
    text: str, said: Said, asked: Asked, spans: Spans, weights: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return one row of `NAMES` for each span of one article; `weights` are those of the topic's words."""
    rows = np.zeros((len(spans.starts), len(NAMES)), np.float32)
    if asked.word:
        rows[:, -3:] = _named(text, asked.word, spans)
    found = [
        _Piece(
            start,
            end,
            record,
            asked.owns(record, name, text),
            asked.may_own(record, name, text),
            name is not None,
        )
        for record, name in said
        for start, end in record.content
    ]
    if not found:
        return rows
    begins = np.asarray([piece.start for piece in found])
    stops = np.asarray([piece.end for piece in found])
    overlap = np.minimum(stops[None, :], spans.ends[:, None]) - np.maximum(
        begins[None, :], spans.starts[:, None]
    )
    overlap = np.maximum(overlap, 0).astype(np.float32)
    touches = overlap > 0
    lengths = np.maximum(spans.ends - spans.starts, 1).astype(np.float32)
    whole = overlap >= (stops - begins)[None, :] * 0.95
    own = np.asarray([piece.own for piece in found])
    maybe = np.asarray([piece.maybe for piece in found])
    other = np.asarray([piece.named and not piece.own for piece in found])
    confidence = np.asarray([piece.record.confidence for piece in found], np.float32)
    kinds = (AttributionKind.DIRECT, AttributionKind.MIXED)
    quoted = np.asarray([piece.record.kind in kinds for piece in found])
    declined = np.asarray([piece.record.polarity != "said" for piece in found])
    second = np.asarray([piece.record.second_hand for piece in found])
    about = np.asarray([_cover(piece, spans, weights) for piece in found], np.float32)

    def share(which: NDArray[np.bool_]) -> NDArray[np.float32]:
        return np.asarray(np.minimum(overlap[:, which].sum(1) / lengths, 1.0), np.float32)

    def some(which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.asarray(touches[:, which].any(1))

    has_own = some(own)
    rows[:, 0] = share(own)
    rows[:, 1] = (touches * confidence * own).max(1)
    rows[:, 2] = some(own & quoted)
    rows[:, 3] = (whole & own).any(1)
    rows[:, 4] = some(own & declined)
    rows[:, 5] = some(own & second)
    rows[:, 6] = (touches * about * own).max(1)
    rows[:, 7] = spans.near * has_own
    rows[:, 8] = share(maybe)
    rows[:, 9] = share(other)
    rows[:, 10] = share(~own & ~other)
    return rows


def _cover(piece: _Piece, spans: Spans, weights: NDArray[np.float32]) -> float:
    """Return the share of the topic's words, by weight, that a piece of content holds."""
    inside = (spans.places >= piece.start) & (spans.places < piece.end)
    return float(weights[np.unique(spans.words[inside])].sum() / max(float(weights.sum()), 1e-6))


def said_by_others(places: NDArray[np.int64], text: str, said: Said, asked: Asked) -> NDArray[np.bool_]:
    """Return which places of an article, shape (H,), stand in the words of somebody else, known by name.

    What a neighbour talks of is not what the asked speaker's words are on.
    """
    others = [r.content for r, name in said if name is not None and not asked.owns(r, name, text)]
    inside = np.zeros(len(places), bool)
    for start, end in (part for content in others for part in content):
        inside |= (places >= start) & (places < end)
    return inside


def beside(
    text: str,
    start: int,
    end: int,
    places: NDArray[np.int64],
    words: NDArray[np.int64],
    title: NDArray[np.bool_],
    weights: NDArray[np.float32],
) -> float:
    """Return the share of the topic's words, by weight, that a span's paragraph holds or its article is about.

    An article is about the words of its title, and about what it comes back to again and again.

    Args:
        places: Offsets of the topic's words in the article, shape (H,).
        words: Which of them stands there, shape (H,).
        title: Which of them stand in the title, shape (T,).
        weights: How much each counts, shape (T,).
    """
    last = text.find("\n", end)
    first, last = text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last
    here = title | (np.bincount(words, minlength=len(weights)) >= _OFTEN)
    here[words[(places >= first) & (places < last)]] = True
    return float(weights[here].sum()) / max(float(weights.sum()), 1e-6)


def _named(text: str, word: str, spans: Spans) -> NDArray[np.float32]:
    """Return whether the speaker is named inside each span, at its beginning, and shortly before it."""
    at = np.asarray([match.start() for match in _whole(word).finditer(text)], np.int64)[None, :]
    starts, ends = spans.starts[:, None], spans.ends[:, None]
    inside = ((at >= starts) & (at < ends)).any(1)
    first = ((at >= starts) & (at < np.minimum(ends, starts + _FIRST))).any(1)
    before = ((at >= starts - _BEFORE) & (at < starts)).any(1)
    return np.stack([inside, first, before], axis=1).astype(np.float32)


def told_of(text: str, word: str) -> bool:
    """Whether a text tells by name what somebody said, as far as can be seen without an attribution.

    "Nobody heard Thiel say that" does not, nor does what a person did and did not say.
    """
    named = _whole(word).search(text) if word else None
    if named is None or _DENIES.search(text[: named.start()]):
        return False
    told = [m[0].casefold() for m in _WORD.finditer(text, named.end())][:_CUE_WITHIN]
    # "The opening" and "his call" are no verbs.
    cues = [found for before, found in pairwise(["", *told]) if before not in _BEFORE_A_NOUN]
    return any(found in VERBS for found in cues) and not any(_DENIES.fullmatch(found) for found in told)
