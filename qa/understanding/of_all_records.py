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
from qa.language.patterns import regex
from qa.understanding.asked_in_parts import in_parts
from qa.understanding.dates import may_hold_date
from qa.understanding.scan import clean, skip_courtesy

_LONGEST = 300
_SPEAKERS = r"(?:speakers?|voices?|people|persons?|sources?|names?)"
_HOW_MANY = regex(
    rf"how\s+many\s+(?:(?:different|other|more)\s+)?{_SPEAKERS}(?:\s+(?:have|had|has|are|were|who))*(?:\s+(?:in\s+)?here)?\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="how",
)
_SAID_THAT = regex(
    r"(?:say|says|said|claim|claimed|think|thought|believe|believed)\s+that\s+(?=\S)", re.IGNORECASE
)
_FIRST_TO = regex(
    r"who\s+(?:(?P<to>(?:was|is|were)\s+(?:the\s+)?)(?:(?P<first>first)|(?P<latest>last))(?:\s+(?:one|person|speaker))?\s+to"
    r"|(?P<did_first>first)|(?P<did_last>last))\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="who",
)
_IN_ARTICLES = regex(
    r"^\s+in\s+(?:(?:the|any|all)\s+)*(?:articles?|stories)\s+(?:from|in|of|by)\s+", re.IGNORECASE
)
_WORD_FOR_WORD = regex(
    r"how\s+(?:often|frequently|many\s+times)\s+(?:did|does|do|has|have|had)\s+(?P<speaker>[^,;:?]{1,80}?)"
    r"(?:\s+(?:ever|actually|publicly|really|already))*\s+(?:say|says|said|used?|uses)"
    r"(?:\s+(?:the|that|this)\s+(?:exact\s+)?(?:words?|phrase|term))?\s+(?P<topic>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="how",
)
"""What asks for words themselves: "how often did she say no comment?"."""


class AskedOfAll(NamedTuple):
    """A plain question, and what is asked of all words that answer it; None where it asks who spoke."""

    plain: str
    of_all: OfAll | None
    within: bool = False
    """Whether it asks whom an outlet quotes; the plain question does so only where it names one."""
    of_kind: bool = False
    """Whether it asks which people of a kind spoke: "which doctors?"."""


def asked_of_all(question: str) -> AskedOfAll | None:
    """Return what a question asks of all words on something; None for any other question."""
    if len(question) > _LONGEST:
        return None
    text = clean(skip_courtesy(question))
    return _by_parts(text) or _who_did_first(text) or _how_many(text) or _word_for_word(text)


def _by_parts(text: str) -> AskedOfAll | None:
    parts = in_parts(text)
    if parts is None:
        return None
    when = f" {parts.when}" if parts.when else ""
    if parts.speaker:
        about = f" about {parts.topic}" if parts.topic else ""
        return AskedOfAll(f"What did {parts.speaker} say{about}{when}?", parts.of_all, of_kind=parts.of_kind)
    there = f" in the {parts.within.removeprefix('the ')}" if parts.within else ""
    if not parts.topic:
        when = _IN_ARTICLES.sub(" in ", when)
        return AskedOfAll(f"Who spoke{when}{there}?", parts.of_all, bool(there) or not may_hold_date(when))
    if parts.of_kind:
        return AskedOfAll(f"Who talked about {parts.topic}{when}?", parts.of_all, of_kind=True)
    return AskedOfAll(f"Who talked about {parts.topic}{when}{there}?", parts.of_all, bool(parts.within))


def _how_many(text: str) -> AskedOfAll | None:
    """Read "how many people criticised the toll?" as "who criticised the toll?"."""
    match = _HOW_MANY.fullmatch(text)
    if match is None:
        return None
    if (rest := _SAID_THAT.match(match["rest"])) is not None:
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
    match = _FIRST_TO.fullmatch(text)
    if match is None:
        return None
    rank: OfAll = "first" if match["first"] or match["did_first"] else "latest"
    if (rest := _SAID_THAT.match(match["rest"])) is not None:
        return AskedOfAll(f"Who said that {match['rest'][rest.end() :]}?", rank)
    done = _done(match["rest"], infinitive=bool(match["to"]))
    return AskedOfAll(f"Who {done}?", rank) if done else None


def _word_for_word(text: str) -> AskedOfAll | None:
    match = _WORD_FOR_WORD.fullmatch(text)
    return AskedOfAll(f"What did {match['speaker']} say about {match['topic']}?", "count") if match else None
