"""Recognise short follow-ups in a conversation, "more", "when?", "and about Taiwan?", and what each asks for.

"And about Taiwan?", "more", "when?", "the latest?", "compare with Trump".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from qa.answers import QuestionKind, Understanding
from qa.language.lexicon.question_verbs import OFTEN_FINITE
from qa.language.lexicon.question_words import AUXILIARIES, PRONOUNS, QUESTION_WORDS
from qa.understanding.words import bare


class Act(StrEnum):
    """What a fragment asks for."""

    MORE = "more"
    ARTICLE = "article"
    ORDER = "order"
    DATES = "dates"
    LATER = "later"
    """Asks for what is newer than what was shown."""
    EARLIER = "earlier"
    """Asks for what is older than what was shown."""
    WHO_ELSE = "who else"
    COMPARE = "compare"
    WHEN = "when"
    """Asks when, where, why or how the words that were shown were said."""
    TOPIC = "topic"
    """ "And about X": X is what it is about."""
    ABOUT = "about"
    """ "What about X", "and X": a speaker or a topic."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A fragment: what it asks for, and the name, topic, order, dates or number in it."""

    act: Act
    text: str = ""
    order: Literal["relevance", "newest", "oldest"] = "relevance"
    since: date | None = None
    until: date | None = None
    number: int = 1
    continues: bool = False
    """Its words show that something came before: "and about X", "what about X"."""

    @property
    def lacks_all(self) -> bool:
        """Whether nothing of it can be understood without the turns before it."""
        return self.act is not Act.ABOUT and self.act is not Act.TOPIC


LONGEST = 120
_LEAD = re.compile(r"\s*(?:(?:and|but|or|ok|okay|so|now|then|also|please|well)\b[\s,]*)+", re.IGNORECASE)
_END = re.compile(r"[\s?!.,…]+$|(?:,?\s+please)[\s?!.]*$", re.IGNORECASE)
_ME = (
    r"(?:(?:show|give|tell|send|get)\s+(?:me\s+|us\s+)?|(?:can|could)\s+(?:i|you)\s+(?:see|show|give)\s+(?:me\s+)?"
    r"|see\s+|any\s+|some\s+|are\s+there\s+(?:any\s+)?)"
)
_QUOTES = r"(?:\s+(?:quotes?|ones?|statements?|comments?|results?|answers?|articles?))?"
_MORE = re.compile(
    rf"(?:{_ME})*(?:(?:some|any|a\s+few|even)\s+)?(?:more|others?|another(?:\s+one)?|further){_QUOTES}"
    r"(?:\s+(?:of\s+(?:that|those|these|them|it)|like\s+(?:that|this)|on\s+(?:that|this|it)|about\s+(?:that|this|it)))?"
    rf"|(?:any|some)thing\s+(?:else|more)|what\s+else|next{_QUOTES}|go\s+on|continue|keep\s+going|and\s+then"
    r"|is\s+(?:that|there)\s+(?:all|more|anything\s+else)|that['’]?s\s+all",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("first 1 1st", "second 2 2nd", "third 3 3rd", "fourth 4 4th", "fifth 5 5th"), 1
    )
    for word in words.split()
}
_ORDINAL = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ARTICLE = re.compile(
    rf"(?:(?:{_ME}|open|read|view|link\s+to|what(?:['’]?s|\s+is)|which\s+is|where(?:['’]?s|\s+is))\s*)*"
    rf"(?:the|that|this|its|their)?\s*(?:(?:whole|full|entire|original)\s+)?(?P<first>(?:{_ORDINAL})\s+)?"
    rf"(?:article|story|source|context|surroundings|link|url)s?(?:\s+(?:number\s+)?(?P<last>{_ORDINAL}))?"
    r"(?:\s+(?:of|for|behind|around|to)\s+(?:that|this|it|them|the\s+(?:quote|first\s+one)))?"
    r"|where\s+(?:is|was|does|did)\s+(?:that|this|it)\s+(?:quote\s+)?(?:come\s+)?from|which\s+article(?:\s+(?:is|was)\s+(?:that|this|it)(?:\s+(?:in|from))?)?",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:what(?:['’]?s|\s+is|\s+was)\s+|show\s+(?:me\s+)?)?(?:the\s+|his\s+|her\s+|their\s+|any\s+)?"
    r"(?P<order>latest|newest|most\s+recent(?:ly)?|recently|lately|earliest|oldest|first|last)"
    r"(?:\s+(?:one|ones|quotes?|statements?|comments?|words?|news|time))?",
    re.IGNORECASE,
)
_ANY = (
    r"(?:(?:is|are|was|were)\s+there\s+|do\s+you\s+have\s+|have\s+you\s+(?:got\s+)?|show\s+(?:me\s+)?)?"
    r"(?:any|some)(?:thing)?\s*"
)
_ONES = r"(?:\s+(?:ones?|quotes?|statements?|comments?|articles?|news|words?))?"
_THEN = r"(?:that|then|this)(?:\s+(?:day|date))?"
_LATER = re.compile(
    rf"(?:{_ANY})?(?:newer|more\s+recent|later){_ONES}|(?:{_ANY})?(?:since|after){_ONES}\s+{_THEN}|(?:{_ANY})?(?:afterwards|thereafter|since)"
    rf"|what\s+(?:happened|came)\s+(?:after|since)\s+{_THEN}",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    rf"(?:{_ANY})?(?:older|earlier|previous){_ONES}|(?:{_ANY})?(?:before|until)\s+{_THEN}|(?:{_ANY})?(?:before|beforehand|previously)",
    re.IGNORECASE,
)
_WHO_ELSE = re.compile(
    r"(?:who|anyone|anybody|someone|somebody)\s+else(?:\s+(?:said|says|has\s+said|spoke|commented|talked|did|does|agrees?|thinks?))?"
    r"(?:\s+(?:that|this|so|it|something|anything))?(?:\s+(?:about|on|like)\s+(?:that|this|it))?"
    r"|(?:and\s+)?(?:the\s+)?others",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"(?:(?:can|could)\s+you\s+)?(?:compare[ds]?|contrast|in\s+comparison|as\s+opposed|versus|vs\.?|set)\s*(?:(?:it|that|this|him|her|them|those)\s+)?"
    r"(?:with|to|against|and|beside)?\s*(?:what\s+)?(?P<other>[^?]{2,80}?)(?:\s+(?:said|says|thinks|did|does))?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?P<ask>when|where|why|how\s+come|how\s+so|how|really|is\s+that\s+so|what\s+for|since\s+when|to\s+whom)"
    r"(?:\s+(?:was|is)\s+(?:that|this|it)(?:\s+(?:said|from))?"
    r"|\s+(?:did|does|has|was)\s+(?:he|she|they|it)(?:\s+(?:say|saying|said)(?:\s+(?:that|this|so|it))?)?|\s+not|\s+exactly)?"
    r"|(?P<whether>(?:did|does|has|was|is|would|will)\s+(?:he|she|they|it)(?:\s+really)?)",
    re.IGNORECASE,
)
_HOW = {
    "when": "when",
    "since when": "when",
    "where": "where",
    "to whom": "whether",
    "why": "why",
    "what for": "why",
    "how come": "why",
}
_ABOUT = re.compile(r"(?:(?:what|how)\s+about|what\s+of)\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_TOPIC = re.compile(
    r"(?:(?:anything|something|what|more)\s+)?(?:about|on|regarding|concerning|over)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_FILLER = frozenset(
    """anything something what about how only just more news and since then in say said says the else of new is
    there any from during has have he she they did does was that it""".split()
)
_MOST_WORDS = 8


def fragment_of(question: str, read: Callable[[str], Understanding]) -> Fragment | None:
    """Return what a fragment asks for, or None for a question that has a form of its own.

    Args:
        read: Understands a question by itself; it finds the dates.
    """
    if len(question) > LONGEST:
        return None
    lead = _LEAD.match(question)
    text = _END.sub("", question[lead.end() if lead else 0 :]).strip()
    text = _END.sub("", text).strip(" ,;:–—-")
    if not text:
        return None
    found = _plain(text)
    return found or _dated(text, read) or _named(text, read, led=lead is not None)


def _plain(text: str) -> Fragment | None:
    if _MORE.fullmatch(text):
        return Fragment(Act.MORE)
    if _WHO_ELSE.fullmatch(text):
        return Fragment(Act.WHO_ELSE)
    if _LATER.fullmatch(text):
        return Fragment(Act.LATER)
    if _EARLIER.fullmatch(text):
        return Fragment(Act.EARLIER)
    if match := _ARTICLE.fullmatch(text):
        number = (match["first"] or match["last"] or "first").strip().lower()
        return Fragment(Act.ARTICLE, number=_NUMBERS[number])
    if match := _ORDER.fullmatch(text):
        early = match["order"].lower() in {"earliest", "oldest", "first"}
        return Fragment(Act.ORDER, order="oldest" if early else "newest")
    if match := _COMPARE.fullmatch(text):
        other = match["other"].strip()
        # "Compare Rubio and Trump on China" has both: it stands alone.
        if len(other.split()) <= 4 and not re.search(r"\b(?:and|on|about|with|to)\b", other, re.IGNORECASE):
            return Fragment(Act.COMPARE, other)
    if match := _WHEN.fullmatch(text):
        asked = " ".join((match["ask"] or "whether").lower().split())
        return Fragment(Act.WHEN, _HOW.get(asked, "how" if asked.startswith("how") else "whether"))
    return None


def _dated(text: str, read: Callable[[str], Understanding]) -> Fragment | None:
    """Read a fragment that holds a date and nothing else that means anything."""
    dates = _dates(text, read)
    if dates is None:
        return None
    since, until, rest = dates
    if {word.lower().strip("'’?,.") for word in rest.split()} <= _FILLER and not re.search(
        r"\b(?:he|she|they|it)\b", rest, re.I
    ):
        spoken = re.sub(
            r"^(?:what|how)\s+about\s+|^(?:anything|something)\s+(?:new\s+)?", "", text, flags=re.IGNORECASE
        )
        return Fragment(Act.DATES, spoken, since=since, until=until)
    return None


def _dates(text: str, read: Callable[[str], Understanding]) -> tuple[date | None, date | None, str] | None:
    """Return the bounds that a fragment names, and the rest of its words."""
    text = re.sub(
        r"^(?:what|how)\s+about\s+(?=(?:in|since|after|before|last|this|on|until|during|from|\d))",
        "",
        text,
        flags=re.I,
    )
    for probe in (text, f"in {text}", f"on {text}"):
        # In a question about somebody's words every date with its preposition counts.
        understood = read(f"What did Aaron Abel say about it {probe}?")
        if understood.kind is QuestionKind.SAID and (understood.since or understood.until):
            rest = (understood.topic or "").removeprefix("it").strip()
            return understood.since, understood.until, rest
    return None


def _named(text: str, read: Callable[[str], Understanding], *, led: bool) -> Fragment | None:
    """Read a fragment that holds a name or a thing, to be put in the place of another."""
    act, rest = Act.ABOUT, text
    if match := _ABOUT.fullmatch(text):
        rest = match["rest"]
        if inner := _TOPIC.fullmatch(rest):
            act, rest = Act.TOPIC, inner["rest"]
    elif match := _TOPIC.fullmatch(text):
        act, rest = Act.TOPIC, match["rest"]
    words = [bare(word) for word in rest.split()]
    if not words or len(words) > _MOST_WORDS:
        return None
    plain = rest is text
    if plain and (
        words[0] in QUESTION_WORDS
        or words[0] in PRONOUNS
        or any(w in AUXILIARIES or w in OFTEN_FINITE for w in words)
    ):
        return None
    if plain and not led and len(words) > 3:
        return None
    if words[0] in PRONOUNS or words[0] in {"what", "who", "when", "how", "why", "where", "if"}:
        return None
    if act is Act.ABOUT and read(text).kind is not QuestionKind.CONTENT:
        return None
    dates = _dates(rest, read) if len(words) > 1 else None
    if dates is not None and dates[2]:
        return Fragment(act, dates[2], since=dates[0], until=dates[1], continues=led or not plain)
    return Fragment(act, _without_marks(rest), continues=led or not plain)


def _without_marks(text: str) -> str:
    return text.strip(" \"“”'‘’,;:")
