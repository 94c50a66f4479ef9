"""Write as a plain question what asks of the two who were asked, or of others of a kind: "any other doctor?"."""

from __future__ import annotations

import re

from qa.answers import QuestionKind
from qa.conversation.earlier.agreement import is_one_person
from qa.conversation.earlier.past import Past
from qa.language.lexicon.inflection import inflect
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.words import bare, is_role

_LONGEST = 160
_LEAD = r"\s*(?:(?:and|but|so|ok|okay|well)[\s,]+)*"
_THEY_SAY = regex(
    rf"{_LEAD}(?:(?:what|how)\s+)?(?:do|did|have|had)\s+they\s+(?:(?:both|two|ever|actually)\s+)*(?:say|said|think|thought|feel|felt|talk|talked|speak|spoken|comment|commented|mention|mentioned)"
    r"(?:\s+(?:any|some)thing)?(?:\s+(?:about|on|of))?\s+(?P<what>(?:each\s+other|one\s+another)|(?!(?:it|that|this|so|him|her|them|the\s+same|to|in|at|when|then|before|after|about|on|of|up|out|with|for|new|more|else|much|any\w+|some\w+|nothing)\b)\S[^?!.]*?)[\s?!.]*",
    re.IGNORECASE,
)
"""What the two say who were asked one after the other."""
_EACH_OTHER = frozenset({"each other", "one another"})
"""Of these the one who was asked last is asked: both at once would be asked of themselves as well."""
_ANOTHER = regex(
    rf"(?P<before>{_LEAD}(?:(?:has|have|did|does|do|is|was|what\s+(?:did|does|do)|what\s+about)\s+)?)(?:an(?:y\s+)?other|(?:a|any)\s+different|some\s+other|any\s+more)\s+"
    r"(?P<who>[a-z][\w’'-]*(?:\s+[a-z][\w’'-]*)??)(?P<after>\s+(?:(?:ever|also)\s+)?(?:say|said|spoken|speak|talk|talked|comment|commented|think|thought|mention|mentioned)\b[^?!.]*|)[\s?!.]*",
    re.IGNORECASE,
)
"""Somebody else of a kind: "has any other doctor spoken about it?", "another doctor?"."""


_LATELY = 3
"""Of how many questions, the last ones, two people were asked whom "they" means."""
_TWO = 2


def of_several(question: str, past: Past, speakers: KnownSpeakers) -> str | None:
    """Return a turn as the question that it asks of two, or of others of a kind; None for any other turn."""
    if len(question) > _LONGEST or not past.quoting:
        return None
    if (another := _ANOTHER.fullmatch(question)) is not None and is_role(another["who"]):
        # "Another doctor" is any of the others: "what do other doctors say about it?".
        others = _several(another["who"])
        on = re.search(r"\b(?:about|on|of|mention(?:ed)?)\s+(?P<what>\S.*)", another["after"])
        asks = re.match(r"\s*what\s+(?:did|does|do)", another["before"], re.IGNORECASE) or another["after"]
        return (
            f"what do other {others} say about {on['what'] if on else 'it'}?" if asks else f"other {others}?"
        )
    they = _THEY_SAY.fullmatch(question)
    pair = _two_in_a_row(past, speakers) if they is not None else None
    if they is None or pair is None:
        return None
    one, other = pair
    what = " ".join(they["what"].lower().split())
    if what in _EACH_OTHER:
        return f"what did {other} say about {one}?"
    return f"what did {one} and {other} say about {they['what']}?"


def _two_in_a_row(past: Past, speakers: KnownSpeakers) -> tuple[str, str] | None:
    """Return the two people who were asked last, the latest second; None where "they" may be others."""
    lately = [each for _, each in past.known[-_LATELY:]]
    last = lately[-1]
    topic = last.topic or ""
    people = topic.endswith("s") and is_role(topic)  # after words on the nurses "they" are these
    asked = [each.speaker or "" for each in lately if not each.ambiguous]
    if people or last.others or any(each.kind is not QuestionKind.SAID for each in lately[-2:]):
        return None
    two = tuple(dict.fromkeys(reversed(asked)))
    if len(two) != _TWO or not all(is_one_person(each, speakers) for each in two):
        return None
    return two[1], two[0]


def _several(who: str) -> str:
    """Return a role in the plural: "doctors", "deputies"."""
    first, _, last = who.rpartition(" ")
    last = last if last.endswith("s") and not last.endswith("ss") else inflect(bare(last))[0].present
    return f"{first} {last}".strip()
