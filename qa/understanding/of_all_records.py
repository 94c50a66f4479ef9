"""Recognise what is asked of all words on something, and not of the best of them: "how often?", "when first?".

Each is read as the plain question whose words it counts or puts in order: "How often did Quill mention the tunnel?" is
"What did Quill say about the tunnel?", and all of these words are the answer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.answers import OfAll
from qa.language.lexicon.speech_acts import (
    ACTS_OF_FINITE,
    LEMMA_OF,
    LONGEST_FORM,
    MORE_THAN_WORDS,
    PAST_OF,
)
from qa.language.patterns import has_any_word, in_small_letters
from qa.understanding.of_all_forms import FIRST_TO, FORMS, HOW_MANY, NEEDS, SAID_THAT, SPOKEN
from qa.understanding.scan import clean, skip_courtesy

_LONGEST = 300
_ANYBODY = frozenset("anyone anybody someone somebody everyone everybody people they".split())
"""Of whom "when did anyone first mention the toll?" asks: of all who speak."""


class AskedOfAll(NamedTuple):
    """A plain question, and what is asked of all words that answer it."""

    plain: str
    of_all: OfAll


def asked_of_all(question: str) -> AskedOfAll | None:
    """Return what a question asks of all words on something; None for any other question."""
    if len(question) > _LONGEST or not has_any_word(in_small_letters(question), NEEDS):
        return None
    text = clean(skip_courtesy(question))
    for pattern, of_all, plain in FORMS:
        if match := pattern.fullmatch(text):
            asks = {"said": _said, "who": _who, "then": _quoted_then}[plain]
            return AskedOfAll(asks(match), of_all or _rank(match))
    return _who_did_first(text) or _how_many(text)


def _how_many(text: str) -> AskedOfAll | None:
    """Read "how many people criticised the toll?" as "who criticised the toll?"."""
    match = HOW_MANY.fullmatch(text)
    if match is None:
        return None
    if spoken := SPOKEN.fullmatch(match["rest"]):
        return AskedOfAll(_who(spoken), "voices")
    if (rest := SAID_THAT.match(match["rest"])) is not None:
        return AskedOfAll(f"Who said that {match['rest'][rest.end() :]}?", "voices")
    done = _done(match["rest"])
    # How many voted against it, the count of the votes tells.
    return AskedOfAll(f"Who {done}?", "voices") if done and not done.startswith("voted ") else None


def _done(rest: str, *, infinitive: bool = False) -> str | None:
    """Return words that begin with an act in its past tense: "backed the toll" of "back the toll"; None for others."""
    words = rest.split()
    for count in range(min(LONGEST_FORM, len(words) - 1), 0, -1):
        act, topic = " ".join(words[:count]).lower(), " ".join(words[count:])
        lemma = LEMMA_OF.get(act, act)
        done = PAST_OF.get(lemma) if infinitive else act if act in ACTS_OF_FINITE else None
        if done is not None and lemma not in MORE_THAN_WORDS:
            return f"{done} {topic}"
    return None


def _who_did_first(text: str) -> AskedOfAll | None:
    """Read "who was the first to back the toll?", and "who first backed it?", as "who backed it?"."""
    match = FIRST_TO.fullmatch(text)
    done = _done(match["rest"], infinitive=bool(match["to"])) if match else None
    return AskedOfAll(f"Who {done}?", _rank(match)) if match and done else None


def _said(match: re.Match[str]) -> str:
    found = match.groupdict()
    if found.get("topic") and clean(match["speaker"]).casefold() in _ANYBODY:
        return _who(match)
    about = f" about {clean(found['topic'])}" if found.get("topic") else ""
    when = f" {clean(found.get('when') or '')}".rstrip()
    return f"What did {clean(match['speaker'])} say{about}{when}?"


def _who(match: re.Match[str]) -> str:
    return f"Who talked about {clean(match['topic'])}?"


def _quoted_then(match: re.Match[str]) -> str:
    return f"Who spoke {clean(match['where'])}?"


def _rank(match: re.Match[str]) -> OfAll:
    found = match.groupdict()
    ranks: tuple[OfAll, ...] = ("first", "latest", "longest", "shortest")
    if found.get("did_first") or found.get("did_last"):
        return "first" if found["did_first"] else "latest"
    return next(rank for rank in ranks if found.get(rank))
