"""Recognise what is asked of all words on something, and not of the best of them: "how often?", "when first?".

Each is read as the plain question whose words it counts or puts in order: "How often did Quill mention the tunnel?" is
"What did Quill say about the tunnel?", and all of these words are the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from qa.answers import OfAll
from qa.language.lexicon.speech_acts import (
    ACTS_OF_FINITE,
    LEMMA_OF,
    LONGEST_FORM,
    MORE_THAN_WORDS,
    PAST_OF,
)
from qa.language.patterns import has_any_word, in_small_letters, regex
from qa.understanding.scan import clean, skip_courtesy

_LONGEST = 300
_MORE = r"(?:\s+(?:ever|actually|publicly|really|already|all))*"
_X = r"(?P<speaker>[^,;:?]{1,80}?)"
_Y = r"(?P<topic>\S.*?)"
_DID = r"(?:did|does|do|has|have|had)"
_THE_WORD = r"\s+(?:the|that|this)\s+(?:exact\s+)?(?:words?|phrase|term)"
_SPEAKS = (
    r"(?:mention(?:s|ed)?|(?:speaks?|spoke|spoken|talks?|talked)\s+(?:of|about|on)|discuss(?:e[sd])?|(?:bring|brings|brought)\s+up"
    rf"|refer(?:s|red)?\s+to|comment(?:s|ed)?\s+on|used?{_THE_WORD}|uses{_THE_WORD}"
    r"|(?:say|says|said)\s+(?:(?:some|any)thing\s+)?(?:about|on|of))"
)
_SAYS = rf"(?:{_SPEAKS}|(?:say|says|said)(?:{_THE_WORD})?)"
_UTTERED = r"(?:said|says?|quoted(?:\s+(?:saying|as\s+saying))?)(?:\s+publicly)?"
_QUOTES = r"(?:quotes?|quotations?|statements?|comments?|remarks?|words)"
_BY = r"(?:from|by|of)"
_ON = (
    rf"(?:\s+(?:on|about|regarding|concerning)\s+{_Y})?"
    r"(?P<when>\s+(?:(?:in|since|before|after|during|between|until|from)\s+\S.*|(?:last|this)\s+(?:week|month|year)))?"
)
_HAVE = (
    r"(?:(?:\s+(?:do|did|have|can)\s+(?:you|we|i)(?:\s+(?:have|got|find|know|show))?|\s+are\s+there)"
    r"(?:\s+(?:in\s+)?here)?)?"
)
_EARLY, _LATE = r"(?:first|oldest|earliest)", r"(?:latest|last|newest|most\s+recent)"
_RANKED = (
    rf"(?:(?:very|single)\s+)?(?:(?P<first>{_EARLY})|(?P<latest>{_LATE})"
    r"|(?P<longest>longest)|(?P<shortest>shortest))"
)
_SHOW = r"(?:(?:what|which)(?:['’]?s|\s+(?:is|are|was|were))\s+)?(?:the\s+)?"
_ONLY = r"(?:(?:only|just|show|give|find|list)\s+(?:me\s+)?)*(?:only\s+|all\s+|any\s+)?(?:the\s+)?"
_DIRECT = r"(?:(?:direct|verbatim|literal|word-for-word)\s+)+"
_MOST = r"(?:the\s+)?most(?:\s+(?:often|frequently))?"
_WHERE = (
    r"(?P<where>(?:(?:in|from|by|during|since|before|after|between|until)\s+|(?:last|this)\s+(?:week|month|year))"
    r"\S?.*)"
)
_SPEAKERS = r"(?:speakers?|voices?|people|persons?|sources?|names?)"
_ANYBODY = frozenset("anyone anybody someone somebody everyone everybody people they".split())
"""Of whom "when did anyone first mention the toll?" asks: of all who speak."""
_NEEDS = frozenset(
    """often frequently many first last oldest earliest latest newest recent longest shortest most top main
    leading direct verbatim literal word""".split()
)
"""Words of which each form has one: for a question without them, none of the forms is compiled."""


class AskedOfAll(NamedTuple):
    """A plain question, and what is asked of all words that answer it."""

    plain: str
    of_all: OfAll


def asked_of_all(question: str) -> AskedOfAll | None:
    """Return what a question asks of all words on something; None for any other question."""
    if len(question) > _LONGEST or not has_any_word(in_small_letters(question), _NEEDS):
        return None
    text = clean(skip_courtesy(question))
    for pattern, of_all, asks in _FORMS:
        if match := pattern.fullmatch(text):
            return AskedOfAll(asks(match), of_all or _rank(match))
    return _who_did_first(text) or _how_many(text)


def _how_many(text: str) -> AskedOfAll | None:
    """Read "how many people criticised the toll?" as "who criticised the toll?"."""
    match = _HOW_MANY.fullmatch(text)
    if match is None:
        return None
    if spoken := _SPOKEN.fullmatch(match["rest"]):
        return AskedOfAll(_who(spoken), "voices")
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
    done = _done(match["rest"], infinitive=bool(match["to"])) if match else None
    return AskedOfAll(f"Who {done}?", _rank(match)) if match and done else None


def _said(match: re.Match[str]) -> str:
    if match["topic"] and clean(match["speaker"]).casefold() in _ANYBODY:
        return _who(match)
    about = f" about {clean(match['topic'])}" if match["topic"] else ""
    when = f" {clean(match.groupdict().get('when') or '')}".rstrip()
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


def _form(source: str) -> re.Pattern[str]:
    return regex(source, re.IGNORECASE | re.DOTALL)


_HOW_MANY = _form(
    rf"how\s+many\s+(?:(?:different|other|more)\s+)?{_SPEAKERS}(?:\s+(?:have|had|has|are|were|who))*(?:\s+(?:in\s+)?here)?\s+(?P<rest>\S.*)"
)
_SPOKEN = _form(rf"(?:{_SPEAKS}|quoted\s+(?:about|on)|speaking\s+(?:about|of|on))\s+{_Y}")
_SAID_THAT = _form(r"(?:say|says|said|claim|claimed|think|thought|believe|believed)\s+that\s+(?=\S)")
_FIRST_TO = _form(
    r"who\s+(?:(?P<to>(?:was|is|were)\s+the\s+)(?:(?P<first>first)|(?P<latest>last))(?:\s+(?:one|person|speaker))?\s+to"
    r"|(?P<did_first>first)|(?P<did_last>last))\s+(?P<rest>\S.*)"
)
_FORMS: tuple[tuple[re.Pattern[str], OfAll | None, Callable[[re.Match[str]], str]], ...] = (
    (
        _form(rf"how\s+(?:often|frequently|many\s+times)\s+{_DID}\s+{_X}{_MORE}\s+{_SAYS}\s+{_Y}"),
        "count",
        _said,
    ),
    (
        _form(
            rf"how\s+(?:often|frequently|many\s+times)\s+(?:is|was|has|are|were|have)\s+{_X}\s+(?:been\s+)?(?:quoted|cited){_ON}"
        ),
        "count",
        _said,
    ),
    (_form(rf"how\s+many\s+{_QUOTES}{_HAVE}\s+{_BY}\s+{_X}{_HAVE}{_ON}"), "count", _said),
    (
        _form(
            rf"how\s+many\s+{_QUOTES}\s+{_DID}\s+{_X}\s+(?:make|made|give|given)(?:\s+(?:on|about)\s+{_Y})?"
        ),
        "count",
        _said,
    ),
    (
        _form(
            rf"(?:when|(?:on\s+)?(?:what|which)\s+(?:day|date))\s+(?:did|has|was)\s+{_X}\s+(?:(?P<first>first)|(?P<latest>last))"
            rf"{_MORE}\s+{_SPEAKS}\s+{_Y}"
        ),
        None,
        _said,
    ),
    (
        _form(
            rf"when\s+(?:did|has)\s+{_X}\s+{_SPEAKS}\s+{_Y}\s+(?:for\s+the\s+)?(?:(?P<first>first)|(?P<latest>last))(?:\s+time)?"
        ),
        None,
        _said,
    ),
    (
        _form(
            rf"when\s+(?:was|is)\s+the\s+(?:(?P<first>first)|(?P<latest>last))\s+time\s+(?:that\s+)?{_X}\s+{_SPEAKS}\s+{_Y}"
        ),
        None,
        _said,
    ),
    (_form(rf"{_SHOW}{_RANKED}\s+{_QUOTES}{_HAVE}\s+{_BY}\s+{_X}{_HAVE}{_ON}"), None, _said),
    (_form(rf"{_SHOW}{_X}['’]s?\s+{_RANKED}\s+{_QUOTES}{_ON}"), None, _said),
    (
        _form(
            rf"{_SHOW}{_RANKED}\s+(?:thing|words?)\s+(?:that\s+)?{_X}(?:\s+(?:has|have|had|is|was))?{_MORE}\s+{_UTTERED}{_ON}"
        ),
        None,
        _said,
    ),
    (_form(rf"{_ONLY}{_DIRECT}{_QUOTES}{_HAVE}\s+{_BY}\s+{_X}{_HAVE}{_ON}"), "quoted", _said),
    (_form(rf"{_ONLY}{_X}['’]s?\s+{_DIRECT}{_QUOTES}{_ON}"), "quoted", _said),
    (
        _form(
            rf"who\s+(?:was|is|were)\s+the\s+(?:(?P<first>first)|(?P<latest>last))(?:\s+(?:one|person|speaker))?\s+to\s+{_SAYS}\s+{_Y}"
        ),
        None,
        _who,
    ),
    (_form(rf"who\s+(?:(?P<first>first)|(?P<latest>last))\s+{_SPEAKS}\s+{_Y}"), None, _who),
    (_form(rf"who\s+{_SPEAKS}\s+{_Y}\s+(?:(?P<first>first)|(?P<latest>last))"), None, _who),
    (
        _form(
            rf"who\s+(?:spoke|talked|commented)\s+(?:(?P<first>first)|(?P<latest>last))\s+(?:about|of|on)\s+{_Y}"
        ),
        None,
        _who,
    ),
    (
        _form(
            r"who\s+(?:(?:has|have|had)\s+)?(?:talks?|talked|speaks?|spoke|spoken|(?:is|are|was|were|been|gets?)\s+(?:being\s+)?quoted)"
            rf"\s+{_MOST}\s+(?:about|on|of)\s+{_Y}"
        ),
        "most",
        _who,
    ),
    (
        _form(
            rf"who\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:the\s+)?most\s+(?:often\s+)?quoted(?:\s+{_SPEAKERS})?\s+(?:about|on)\s+{_Y}"
        ),
        "most",
        _who,
    ),
    (_form(rf"who\s+(?:(?:has|have)\s+)?{_SPEAKS}\s+{_Y}\s+{_MOST}"), "most", _who),
    (
        _form(
            r"who\s+(?:(?:has|have|had)\s+)?(?:(?:talks?|talked|speaks?|spoke|spoken|(?:is|are|was|were|been)\s+quoted)"
            rf"\s+{_MOST}|(?:is|are|was|were|been)\s+(?:the\s+)?most\s+(?:often\s+)?quoted(?:\s+{_SPEAKERS})?)\s+{_WHERE}"
        ),
        "most",
        _quoted_then,
    ),
    (
        _form(
            rf"(?:who\s+(?:is|are|was|were)\s+)?(?:the\s+)?(?:top|main|leading|most\s+(?:quoted|frequent|cited))\s+(?:\d+\s+)?{_SPEAKERS}"
            rf"\s+{_WHERE}"
        ),
        "most",
        _quoted_then,
    ),
    (
        _form(
            rf"(?:who\s+(?:is|are)\s+)?(?:the\s+)?(?:top|main|leading|most\s+(?:quoted|frequent|cited))\s+(?:\d+\s+)?{_SPEAKERS}\s+(?:on|about)\s+{_Y}"
        ),
        "most",
        _who,
    ),
)
