"""Recognise short follow-ups in a conversation, "more", "when?", "and about Taiwan?", and what each asks for.

"And about Taiwan?", "more", "when?", "the latest?", "compare with Trump".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from qa.answers import QuestionKind, Understanding
from qa.conversation.fragments.fixed_fragments import fixed_fragment
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.language.lexicon.calendar import MONTHS
from qa.language.lexicon.follow_up_words import FRAGMENT_FILLER, ORDINALS, OWNERS, THE_BODY
from qa.language.lexicon.groups import NEWSPAPERS
from qa.language.lexicon.question_verbs import OFTEN_FINITE
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES, QUESTION_WORDS
from qa.language.patterns import regex
from qa.understanding.chat_spelling import as_written
from qa.understanding.dates import may_hold_date
from qa.understanding.described import asked_for
from qa.understanding.told_apart import is_told_by_deed
from qa.understanding.topic_first import topic_first
from qa.understanding.words import bare, is_role

LONGEST = 120
_LEAD = regex(
    r"\s*(?:(?:and|but|or|ok|okay|alright|cool|so|now|then|also|please|well|maybe|perhaps|(?:let['’]?s\s+)?try(?!\s+again\b)(?:\s+with)?)\b[\s,]*)+",
    re.IGNORECASE,
)
_IN_MARKS = regex(r"[\"“”'‘’](?P<words>[^\"“”]+)[\"“”'‘’]")
"""Words that are given as words, "try 'tariffs'": what to look for, and nobody who speaks."""
_END = regex(
    r"[\s?!.,…]+$|(?:,?\s+(?:please|maybe|perhaps)|,?\s+(?:on\s+)?(?:the\s+)?same\s+(?:topic|subject|question|thing|issue)|,\s+(?:the\s+)?same(?:\s+(?:thing|view|opinion))?|,?(?<!back)(?<!since)(?<!until)(?<!by)\s+(?:then|though)"
    r"|(?<=\w),?\s+(?:too|as\s+well|also|either|in\s+(?:there|here|the\s+archive|(?:the|your)\s+articles))|(?<=\w)(?<!\bno)\s+at\s+all)[\s?!.]*$",
    re.IGNORECASE,
)
# "Before that, in May": May says when.
_THEN = regex(
    r"^(?:before|after|since)\s+(?:that|this|then)[\s,]+(?=(?:in|on|during|back\s+in)\s)", re.IGNORECASE
)
_ABOUT = regex(
    r"(?:(?:what|how)\s+about|what\s+of|(?:the\s+)?same(?:\s+(?:thing|question))?\s+(?:for|with|of|to)|ditto(?:\s+for)?)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TOPIC = regex(
    r"(?:(?:anything|something|what|more)\s+)?(?:about|on|regarding|concerning|over)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_FROM = regex(
    r"(?:(?:is|are|was|were)\s+there\s+|(?:do\s+you\s+|you\s+)?have\s+(?:got\s+)?)?(?:(?:any|some)(?:thing|one|body)|any\s+(?:quotes?|words?|comments?|statements?|repl(?:y|ies)|responses?|answers?|remarks?))(?:\s+at\s+all)?\s+"
    r"(?:from|by)\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="from by",
)
"""Words of somebody, whoever was asked before: "anything from Brandt?"."""
_ON_IT = regex(r"\s+(?:on|about|regarding)\s+(?:it|that|this|them|these)$", re.IGNORECASE)
_OUTLET = regex(
    r"(?:(?:what|how)\s+about\s+)?(?P<only>(?:only|just)\s+)?(?P<by>(?:(?:what\s+is\s+|(?:quoted|printed|published|reported|carried|said|written)\s+|articles?\s+|stuff\s+|quotes?\s+|anything\s+)?(?:in|from|by|on|according\s+to)\s+)?)"
    r"(?P<name>(?:the\s+)?\S+(?:\s+\S+){0,4}?)(?P<alone>\s+(?:only|alone))?",
    re.IGNORECASE,
)
_ANY_OF = regex(r"(?:any|some)\s+(?P<who>\S+(?:\s+\S+){0,2})", re.IGNORECASE)
_ONLY = regex(r"(?:only|just)\s+(?=\S)", re.IGNORECASE)
_NAMES_NONE = (
    rf"(?!(?:{'|'.join(sorted(ORDINALS))}|other|whole|full|same|next|last|right|wrong|only|main|best)\s)"
)
_PART = regex(
    rf"(?:the|that|this|his|her|their)\s+(?P<what>{_NAMES_NONE}\S+(?:\s+\S+){{0,3}}?)\s+(?:thing|part|bit|stuff)"
    rf"|(?:that|this)\s+(?P<that>{_NAMES_NONE}\S+(?:\s+\S+){{0,3}}?)\s+(?:business|story|topic|matter)",
    re.IGNORECASE,
    needs="thing part bit stuff business story topic matter",
)
"""A topic by a noun that says nothing of it: "the tolls thing", "that ferry business".

But "the second part" names none, and "the family business" and "the dark matter" are things.
"""
_MOST_WORDS = 8
_ASKS_AGAIN = regex(
    r"\w,\s*(?:who|what|when|where|why|how|is|are|was|were|does|did|do|has|have|had)(?:['’]s)?\s",
    re.IGNORECASE,
)
"""A clause that asks, which no name has: "and Brandt, who's that?"."""
_OWNED_WORDS = 4


def fragment_of(question: str, read: Callable[[str], Understanding]) -> Fragment | None:
    """Return what a fragment asks for, or None for a question that has a form of its own.

    Args:
        read: Understands a question by itself; it finds the dates.
    """
    if len(question) > LONGEST:
        return None
    lead = _LEAD.match(question)
    text = _END.sub("", question[lead.end() if lead else 0 :]).strip()
    text = _THEN.sub("", _END.sub("", text).strip(" ,;:–—-"))
    if not text:
        return None
    if (first := topic_first(text)) is not None and bare(first.asks.split()[0]) in QUESTION_WORDS:
        return None  # "on the ferries, who spoke?" is no topic alone
    found = fixed_fragment(text)
    only = _ONLY.match(text)
    alone = text[only.end() :] if only else text.removesuffix(" only")
    if found is None and alone != text:
        found = fixed_fragment(alone)
        found = found if found and found.act is Act.ORDER else None  # "just the newest"
    if found := found or _in_outlet(text, read) or _dated(alone, read):
        return found
    return _named(
        text[only.end() :] if only else text.removesuffix(" only"),
        read,
        led=lead is not None or only is not None,
    )


def _in_outlet(text: str, read: Callable[[str], Understanding]) -> Fragment | None:
    """Read a fragment that names an outlet and nothing else: "in the Chronicle only"."""
    match = _OUTLET.fullmatch(text)
    if match is None or not (match["only"] or match["by"] or match["alone"]):
        return None
    name = match["name"]
    probes = [f"in {name}", f"according to {name}"]
    if match["only"] or match["alone"]:
        probes += [f"according to {name} News", f"according to {name.upper()}"]  # "only fox", "just the nyt"
    found = (read(f"What did Aaron Abel say about it {probe}?").source for probe in probes)
    source = next(filter(None, found), None)
    placed = match["by"].lower().split()[-1:] in (["in"], ["from"], ["by"])
    if source is None and (match["only"] or match["alone"] or placed) and _reads_like_a_newspaper(name):
        source = name  # none of the archive: the answer says that there are words, though only elsewhere
    return Fragment(Act.SOURCE, source) if source else None


def _reads_like_a_newspaper(name: str) -> bool:
    """Return whether a name is a newspaper's by its form: "the Dene Post"; but "the post" may be any."""
    words = name.split()
    return words[-1].casefold() in NEWSPAPERS and words[-1][0].isupper()


def _dated(text: str, read: Callable[[str], Understanding]) -> Fragment | None:
    """Read a fragment that holds a date and nothing else that means anything."""
    dates = _dates(text, read)
    if dates is None:
        return None
    since, until, rest = dates
    if {word.lower().strip("'’?,.") for word in rest.split()} <= FRAGMENT_FILLER and not re.search(
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
        probing = f"What did Aaron Abel say about it {probe}?"
        if not may_hold_date(as_written(probing)):
            continue
        understood = read(probing)
        if understood.kind is QuestionKind.SAID and (understood.since or understood.until):
            rest = (understood.topic or "").removeprefix("it").strip()
            return understood.since, understood.until, rest
    return None


_ORDERS = frozenset("tell show give explain describe find list search look".split())
"""What a question begins with that tells what to do: it names nothing that takes another's place."""
_DETERMINE = OWNERS | {"the", "these", "those"}
_CONTRACTED = regex(r"['’]")


_MONTHS = "|".join(sorted(MONTHS, key=len, reverse=True))
_OF_NO_YEAR = regex(
    rf"(?!.*\d{{4}}).*\b(?:{_MONTHS})\b\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?", re.IGNORECASE | re.DOTALL
)


def names_month_alone(phrase: str) -> bool:
    """Return whether a phrase ends with a month or a day of one, and has no year: "in early March", "on 3 May"."""
    return _OF_NO_YEAR.fullmatch(phrase) is not None


def of_that_year(fragment: Fragment, last: Understanding, read: Callable[[str], Understanding]) -> Fragment:
    """Read a month as one of the year that was asked for: March 2018 of "and in March?", after words of 2018."""
    if last.since is None or last.until is None or last.since.year != last.until.year:
        return fragment
    if not names_month_alone(fragment.text):
        return fragment
    dates = _dates(f"{fragment.text} {last.since.year}", read)
    if dates is None or dates[2]:
        return fragment
    return fragment._replace(text=f"{fragment.text} {last.since.year}", since=dates[0], until=dates[1])


def _named(text: str, read: Callable[[str], Understanding], *, led: bool) -> Fragment | None:
    """Read a fragment that holds a name or a thing, to be put in the place of another."""
    act, rest = Act.ABOUT, text
    if match := _ABOUT.fullmatch(text):
        rest = match["rest"]
        if inner := _TOPIC.fullmatch(rest):
            act, rest = Act.TOPIC, inner["rest"]
    elif match := _TOPIC.fullmatch(text):
        act, rest = Act.TOPIC, match["rest"]
    elif match := _FROM.fullmatch(text):
        rest = _ON_IT.sub("", match["rest"])
    if (several := _ANY_OF.fullmatch(rest)) is not None and is_somebody(several["who"]):
        rest = several["who"]  # "any experts?"
    if led and (marked := _IN_MARKS.fullmatch(rest)):
        return Fragment(Act.TOPIC, marked["words"].strip(), continues=True)
    part = _PART.fullmatch(rest)
    of = (part["what"] or part["that"]) if part else None
    if of is not None and bare(of.split()[0]) not in QUESTION_WORDS:
        return Fragment(Act.TOPIC, of, continues=True)
    words = [bare(word) for word in rest.split()]
    if not words or len(words) > _MOST_WORDS or _ASKS_AGAIN.search(rest):
        return None
    led = led or words[:2] == ["the", "one"]  # "the one from Dene" is one of those who were asked
    plain = rest is text
    first = _CONTRACTED.split(words[0])[0]  # "who's"
    if (
        act is Act.ABOUT
        and words[0] in OWNERS
        and 1 < len(words) <= _OWNED_WORDS
        and is_somebody(rest.split(maxsplit=1)[1])
    ):
        return Fragment(Act.OWNED, rest, continues=led or not plain)
    verbs = words[:-1] if words[0] in _DETERMINE else words  # "the harassment claims" are a thing
    told_by_deed = led and is_told_by_deed(rest)  # "and the man who wrote it?"
    if (plain and not told_by_deed) and (
        first in _ORDERS
        or first in QUESTION_WORDS
        or first in PRONOUNS
        or any(w in QUESTION_AUXILIARIES or w in OFTEN_FINITE for w in verbs)
    ):
        return None
    if plain and "of" in words and read(text).kind is QuestionKind.WHO_SAID:
        return None  # "supporters of the plan" asks for those who back it
    if plain and not led and len(words) > 3:
        return None
    if words[0] in PRONOUNS or words[0] in {"what", "who", "when", "how", "why", "where", "if"}:
        return None
    alone = read(text) if act is Act.ABOUT else None
    if alone and alone.kind is not QuestionKind.CONTENT and not (alone.guessed and is_somebody(rest)):
        return None  # but "rights groups" are no words of the Office for Rights on groups
    dates = _dates(rest, read) if len(words) > 1 else None
    if dates is not None and dates[2]:
        return Fragment(act, dates[2], since=dates[0], until=dates[1], continues=led or not plain)
    named = _without_marks(rest)
    # "And the union itself?" asks for nobody else's words on it.
    speaks = (plain is False and _FROM.fullmatch(text) is not None) or _SELF.search(rest) is not None
    return Fragment(act, named, continues=led or not plain, speaks=speaks) if named else None


def is_somebody(phrase: str) -> bool:
    """Return whether a phrase says what somebody is: "brother", "press secretary", "ministry"."""
    return is_role(phrase) or asked_for(phrase) is not None or bare(phrase.rsplit(maxsplit=1)[-1]) in THE_BODY


# "And Brandt himself?"
_SELF = regex(r"(?<=\w)\s+(?:himself|herself|themselves|itself)$", re.IGNORECASE)


def _without_marks(text: str) -> str:
    return _SELF.sub("", text).strip(" \"“”'‘’,;:")
