"""Find who an archive's articles say is what was typed: "the mayor of Harwick", "analysts", "Judge Vane"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from qa.datatypes import Bearer, Scope
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.offices import JOBS
from qa.language.patterns import regex
from qa.speakers.callings import titles_in
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.speakers.names import folded_words, parse_person
from qa.understanding.described import LONGEST, ONCE, AskedFor, Bearers, alike, asked_for, heads_of
from qa.understanding.words import bare

MOST_BEARERS = 8
"""How many people of one description are asked for together: "the mayor", of whom an archive may have fifty."""

MOST_OF_A_KIND = 60
"""How many people of one description are asked for together where a plural was typed: "the analysts"."""

_DOMINATES = 2 / 3
"""The share of articles from which somebody is taken alone for a description that fits others too."""
_OWNED = regex(r"(?P<owner>\S.*)[’']s\s+(?P<what>\S[^’']*)")
_OF_OWNER = regex(r"(?P<what>\S.*?)\s+(?:of|for|to)\s+(?P<owner>the\s+\S.*)", re.I)
_SPOUSES = {"wife": "husband", "husband": "wife", "girlfriend": "boyfriend", "boyfriend": "girlfriend"}


class FoundBearer(NamedTuple):
    """Somebody who fits a description: the archive's name, or that of an article where they say nothing."""

    name: str
    speaks: bool
    articles: int
    once: bool = False
    """Only of another time does an article say so: "former president" where the president is asked for."""


def find_bearers(asked: AskedFor, bearers: Bearers, scope: Scope) -> tuple[FoundBearer, ...]:
    """Return who fits a description best, most articles first; somebody who clearly dominates alone.

    Where nobody is called as was typed, whoever is called by another word for the office: "the finance chief" may be
    the finance director.

    Args:
        scope: The dates that are asked about; where no article of these says it, those of all dates count.
    """
    # Of one union the president is rather meant than the secretary; "the union boss" may be of any union.
    any_body = asked.words - {asked.head} <= GROUP_NOUNS and asked.words != {asked.head}
    found: dict[str, FoundBearer] = {}
    for called in (asked, *alike(asked)):
        for within in dict.fromkeys((scope, Scope())):
            if best := _best(called, bearers(heads_of(called.head), within)):
                if not any_body or called is asked:
                    return best
                found = {each.name: each for each in best} | found
                break
    return tuple(found.values())[:MOST_BEARERS]


def _best(asked: AskedFor, bearers: Sequence[Bearer]) -> tuple[FoundBearer, ...]:
    tiers: dict[int, dict[tuple[str, bool], int]] = defaultdict(lambda: defaultdict(int))
    for each in bearers:
        tier = asked.tier(each.kind, each.what, each.of, former=each.former)
        if tier is not None:
            tiers[tier][each.speaker or each.who, each.speaker is not None] += each.articles
    if not tiers:
        return ()
    once = min(tiers) == ONCE
    fitting = [tiers[min(tiers)]]
    if asked.several and len(asked.words) == 1 and {0, 1} <= tiers.keys():
        fitting.append(tiers[1])  # "analysts" are oil analysts too, and "the analyst" is the one so called
    ranked = [
        FoundBearer(*who, count, once)
        for at, called in enumerate(fitting)
        for who, count in sorted(called.items(), key=lambda item: -item[1])
        if not at or who not in fitting[0]
    ]
    # Words can only be those of somebody who speaks.
    speaking = [one for one in ranked if one.speaks] or ranked
    if asked.several:
        return tuple(speaking[:MOST_OF_A_KIND])
    alone = len(speaking) == 1 or speaking[0].articles >= _DOMINATES * sum(one.articles for one in speaking)
    return tuple(speaking[: 1 if alone else MOST_BEARERS])


def find_titled(typed: str, bearers: Bearers) -> str | None:
    """Return the full name of the one person whom articles call by an office and a surname: "Judge Vane".

    None where they call nobody so, or several people; and for a title that many have, "Mr" or "Lord".
    """
    words = typed[:LONGEST].split()
    if len(words) != 2 or not (titles := titles_in(typed)) or titles[0] not in JOBS:
        return None
    surname = parse_person(typed).surname
    called = {each.speaker or each.who for each in bearers(heads_of(titles[0]), Scope())}
    full = {name for name in called if (parsed := parse_person(name)).surname == surname and parsed.given}
    return full.pop() if len(full) == 1 else None


def of_an_officer(typed: str, bearers: Bearers, scope: Scope) -> tuple[FoundBearer, ...]:
    """Return who is called so of whoever bears an office: "the mayor's lawyer" is Quill's, if she alone is mayor."""
    parts = _OWNED.fullmatch(typed) or _OF_OWNER.fullmatch(typed)
    owner = asked_for(parts["owner"]) if parts else None
    if parts is None or owner is None or owner.several:
        return ()
    officers = find_bearers(owner, bearers, scope)
    asked = asked_for(f"{officers[0].name}'s {parts['what']}") if len(officers) == 1 else None
    return find_bearers(asked, bearers, scope) if asked else ()


def spouse_of(typed: str, bearers: Bearers, speakers: KnownSpeakers, scope: Scope) -> tuple[FoundBearer, ...]:
    """Return whose husband somebody is: "Brandt's wife" is Ada Quill, where articles call him her husband."""
    parts = _OWNED.fullmatch(typed)
    other = _SPOUSES.get(bare(parts["what"])) if parts else None
    if parts is None or other is None:
        return ()
    owner = {*folded_words(parts["owner"])}
    called = [each for each in bearers([other], scope) if owner <= {*folded_words(each.who)}]
    names = {each.of for each in called if not each.former}
    name = names.pop() if len(names) == 1 else None
    match = match_speaker(name, speakers) if name else None
    if name is None or match is None or match.corrected:
        return ()
    return (FoundBearer(match.name or name, speaks=match.name is not None, articles=len(called)),)
