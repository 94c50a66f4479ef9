"""Read what was typed for somebody as a noun and what is beside it: "mayor" and "Dene" of "the mayor of Dene"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from qa.answering.topics.topic_forms import same_word
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS
from qa.language.lexicon.offices import FORMER, GOVERNING, NOT_DISTINGUISHING, SPOKESPEOPLE
from qa.language.lexicon.roles import FEMALE_NOUNS, MALE_NOUNS
from qa.language.patterns import regex
from qa.language.terms import content_terms, term
from qa.speakers.bodies import short_forms
from qa.speakers.names import folded_words, group_key
from qa.understanding.described import asked_for, heads_alike, noun_of
from qa.understanding.words import has_clause

CAPITAL_RUN = regex(
    r"(?<![\w-])(?<!\w[’'])[^\W\d_a-z][\w’'-]*(?:\s+(?:of\s+|and\s+|for\s+)?[^\W\d_a-z][\w’'-]*)+"
)
_LONGEST_RUN = 10
_CAPITAL_WORDS = regex(r"[^\W\d_a-z][\w’'-]*(?:\s+(?:(?:of|and|for|the)\s+){0,2}[^\W\d_a-z][\w’'-]*)+")
_SHORT = regex(r"\b[A-Z]{2,8}\b")
_ANYWHERES = regex(
    r"(?:the\s+)?(?:state|country|nation|city|town|village|county|district|region|province|island)[’']s\s+(?=\S+\s+\S)",
    re.I,
)
"""What says no more of somebody than that they are of where an article tells of: "the state's fishery union chief"."""
_OWNER = regex(r"(?P<owner>\S.*)[’']s?\s+\S.*|\S.*?\s(?:of|for|from|at|in)\s+(?P<of>\S.*)")


class Typed(NamedTuple):
    """What was typed: a noun in all its forms, and the terms of what is beside it."""

    nouns: frozenset[str]
    beside: frozenset[str]
    short: frozenset[str]
    """Those in capitals, which an article may have in full alone: "DPD"."""
    in_full: Mapping[str, str]
    """Names by the initials that an article may have for them: "Dene Police Department" by "dpd"."""
    former: bool
    words: frozenset[str]
    owner: str
    """The last word of whose or where they are, as it was typed: "Dene", "family"."""
    several: bool
    anywheres: bool
    """They are of "the state", or of "the town", which an article need not say again."""
    by_clause: bool
    """They are asked for by what they or theirs did: "who drowned"."""
    anyone: frozenset[str]
    """What was typed beside it for who did so: "boy"."""
    of_place: bool
    """The noun is one for an office of a place or of a body."""
    of_body: bool
    """The noun is one for bodies, for which somebody may speak."""


def typed_phrase(phrase: str) -> Typed | None:
    """Return what was typed for somebody; None for a name."""
    typed, phrase = phrase, _ANYWHERES.sub("", phrase)
    noun, asked = noun_of(phrase), asked_for(phrase)
    # "The Mayor of Dene" and "the Labour MEP" are no names either.
    if not noun or not (noun.islower() or (asked and len(asked.words) > 1)):
        return None
    noun = noun.casefold()
    nouns = set(heads_alike(asked)) if asked else set[str]()
    nouns |= {noun, noun.removesuffix("s")} if len(noun) > len("ss") and not noun.endswith("ss") else {noun}
    own = {same_word(term(each)) for each in nouns}
    words = [word for word in folded_words(phrase) if word not in NOT_DISTINGUISHING]
    beside = {same_word(each) for each in content_terms(" ".join(words))} - own
    # "The mother of the boy who drowned": an article may have his name for "the boy".
    anyone = (
        beside & {same_word(term(each)) for each in MALE_NOUNS | FEMALE_NOUNS}
        if has_clause(phrase)
        else set()
    )
    beside -= anyone
    owner = _OWNER.fullmatch(phrase)
    last = ((owner["owner"] or owner["of"]) if owner else phrase.removesuffix(noun)).split()[-1:]
    return Typed(
        frozenset(nouns),
        frozenset(beside - {same_word(term(each)) for each in FORMER}),
        frozenset(same_word(term(each)) for each in _SHORT.findall(phrase)),
        {
            initials: name
            for name in _CAPITAL_WORDS.findall(phrase)
            for initials in short_forms(group_key(name))
        },
        former=not FORMER.isdisjoint(words),
        words=frozenset(words),
        owner=last[0] if last else "",
        several=asked.several if asked else noun.endswith("s"),
        anywheres=typed != phrase,
        by_clause=has_clause(phrase),
        anyone=frozenset(anyone),
        of_place=asked is not None and asked.head in GOVERNING - SPOKESPEOPLE,
        of_body=noun in BODIES | GROUP_NOUNS,
    )


def words_in(text: str) -> set[str]:
    """Return the terms of a text, and the initials of its names: "DPD" for "Dene Police Department"."""
    initials = {
        "".join(letters[first:end])
        for run in CAPITAL_RUN.finditer(text)
        for letters in ([word[0].casefold() for word in run[0].split()[:_LONGEST_RUN] if word[0].isupper()],)
        for first in range(len(letters))
        for end in range(first + 2, len(letters) + 1)
    }
    return {same_word(each) for each in content_terms(text)} | initials
