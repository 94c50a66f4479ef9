"""Find the words of "the interior ministry" in an article on Norland, where Norland's interior ministry is asked for.

An article that tells of a place or a body names it once, and has "the police chief", "the country's interior ministry"
or "the zoo" then, which no record ties to a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from qa.answering.people.nations_told_of import NATION_NAMES, nations_in
from qa.archive.exact_words import texts_with
from qa.archive.protocol import Said, View
from qa.datatypes import Scope, Version
from qa.language.exact_words import in_words, places
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.groups import BODIES, GROUP_NOUNS, SMALL_GROUPS
from qa.language.lexicon.offices import JOBS, KIN, SPOKESPEOPLE
from qa.language.lexicon.places import NATIONS, OFFICES_OF
from qa.language.lexicon.roles import ANY_ROLE
from qa.language.patterns import regex
from qa.language.terms import phrases_of
from qa.speakers.names import fold, is_group
from qa.understanding.described import APART, asked_for

_MOST_ARTICLES = 40
_MOST_PLACES = 40
"""How many articles with the noun, and places of it in each, are looked at."""
_BEGINNING = 400
_NEAR = 300
"""In how many characters of its beginning, or before the noun, an article names what it is of."""
_LONGEST = 3
"""Of how many words the noun is, at most: "deputy interior minister"."""
_OF = regex(
    r"(?:the\s+)?(?P<noun>[\w-]+(?:\s[\w-]+){0,2})\s+(?:of|in|at|for)\s+(?:the\s+)?(?P<whole>[^\W_a-z]\S*(?:\s\S+){0,3})"
)
_POSSESSIVE = regex(r"[’']s?(?=\s|$)")
_LEAD = (
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]his)\s+)?(?:\b(?:country|nation|city|town|state|county|district|village|"
    r"island|region|province|company|group)[’']s\s+|\b(?:national|local|state|city)\s+)?"
)
_OTHERS = r"\b(?P<whose>[A-Z][\w-]{{1,40}}(?:\s[A-Z][\w-]{{1,40}}){{0,7}})(?:[’']s?)?\s+(?:[a-z-]{{1,40}}\s+)?{noun}\b"


class _Parts(NamedTuple):
    """What was typed, in two: "Norland" and "interior ministry"."""

    whole: str
    noun: str


def by_noun(view: View, phrase: str, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records of whom an article on what was typed calls by the noun of it alone, and not by a name."""
    for parts in _parts(phrase):
        noun = re.escape(parts.noun)
        # "The zoo" is Dene Zoo, of which a record may have the name alone.
        forms = _forms(parts.whole)
        lead = rf"(?:\b(?:{'|'.join(map(re.escape, forms))})(?:[’']s?)?\s+|{_LEAD})"
        called = re.compile(
            rf"\b[Tt]he\s+{noun.lower()}\b" if noun[0].isupper() else rf"{lead}\b(?i:{noun})\b"
        )
        others = re.compile(_OTHERS.format(noun=f"(?i:{noun})"))
        naming = set(view.versions_holding([way for form in forms for way in phrases_of(form)], scope))
        for each in islice(texts_with(view, parts.noun, scope, naming), _MOST_ARTICLES):
            version, text = each.version, each.version.article.text
            if called.search(text) is None:
                continue
            ways = [in_words(f"{form}{ending}") for form in forms for ending in ("", "'s")]
            named = sorted(start for way in ways for start, _ in places(way, text))
            titled = any(True for way in ways for _ in places(way, version.article.title))
            told = titled or any(start < _BEGINNING for start in named)
            if not (told or named):
                continue
            said = view.attributions([version.key])[version.key]
            whose = [one for one in others.finditer(text) if one["whose"] not in ("The", "A", "An")]
            nations = nations_in(text)
            for match in islice(called.finditer(text), _MOST_PLACES):
                near = any(0 <= match.start() - start < _NEAR for start in named)
                if not (told or near) or not _is_theirs(match.start(), whose, nations, forms, near=near):
                    continue
                for at in (match, *_shortened(text, match, parts.noun)):
                    yield from ((version, one) for one in said if _is_so(text, one, at, parts, forms))


def _parts(phrase: str) -> Iterator[_Parts]:
    """Yield what a phrase may be made of: "Norland" and "interior ministry", of "Norland's interior ministry"."""
    if fold(phrase) in NATION_NAMES:
        return  # nobody calls North Korea "the korea"
    if of := _OF.fullmatch(phrase):
        found = [_Parts(of["whole"], of["noun"])]
    else:
        words = _POSSESSIVE.sub("", phrase.removeprefix("the ")).split()
        found = [
            _Parts(" ".join(words[:at]), " ".join(words[at:]))
            for at in range(max(1, len(words) - _LONGEST), len(words))
        ]
    for parts in found:
        # A deputy minister is another than the minister.
        deputy = not APART.isdisjoint(in_words(parts.whole))
        body = is_group(parts.whole) and fold(parts.whole) not in NATION_NAMES
        first, *more = parts.whole.split()
        if is_given(fold(first)) and (not more or fold(parts.noun) in ANY_ROLE | JOBS):
            continue  # neither Tom Baker nor Tom J. Baker is "the baker"
        if parts.whole[:1].isupper() and _is_noun(parts.noun) and not (deputy or body):
            yield parts


def _is_noun(noun: str) -> bool:
    """Return whether a noun is for a body or for an office: nobody's mother, and no spokesman, is the only one."""
    words = [fold(word) for word in noun.split()]
    if words[-1] in KIN | SPOKESPEOPLE:
        return False
    named = len(words) == 1 and noun[0].isupper()
    return named or words[-1] in BODIES | GROUP_NOUNS | SMALL_GROUPS or asked_for(noun) is not None


def _forms(whole: str) -> list[str]:
    """Return the names of a place: "Norland" has an adjective, and an adjective a country."""
    low = whole.casefold()
    return [whole, *(each.title() for each in (NATIONS.get(low), OFFICES_OF.get(low)) if each)]


def _is_theirs(
    start: int,
    whose: Sequence[re.Match[str]],
    nations: Sequence[tuple[int, str]],
    forms: Sequence[str],
    *,
    near: bool,
) -> bool:
    """Return whether nothing says that a noun is another's: no other is so called, and no other nation told of.

    Args:
        whose: Where an article says whose such a noun is: "Norland's interior ministry".
        nations: The nations that it names, with their places.
    """
    own = {word for form in forms for word in in_words(form)}
    before = [one for one in whose if one.start() < start]
    if before:
        return not own.isdisjoint(in_words(before[-1]["whose"]))
    if whose and not near and all(own.isdisjoint(in_words(one["whose"])) for one in whose):
        return False
    told = [nation for at, nation in nations if at < start]
    if not told or NATION_NAMES.isdisjoint(map(fold, forms)):
        return True
    return not {told[0], told[-1]}.isdisjoint(map(fold, forms))


def _shortened(text: str, called: re.Match[str], noun: str) -> Iterator[re.Match[str]]:
    """Yield where an article has "the ministry" after "the interior ministry", with no other ministry between."""
    *before, last = noun.split()
    anyones = re.compile(rf"(?P<lead>[\w’'-]+)\s+(?i:{re.escape(last)})\b")
    for match in islice(anyones.finditer(text, called.end()), _MOST_PLACES if before else 0):
        if match["lead"].casefold() == "the":
            yield match
        elif match["lead"].casefold() != before[-1].casefold():
            return


def _is_so(text: str, said: Said, called: re.Match[str], parts: _Parts, forms: Sequence[str]) -> bool:
    """Return whether a record has its speaker where an article has the noun, and no name but "Health Ministry"."""
    record, who = said
    named = who is not None and in_words(who) != in_words(parts.noun)
    if named or record.mention is None or record.mention[0] != called.start():
        return False
    more = text[called.end() : record.mention[1]]
    # "The health ministry in rebel-held Dene".
    own = {word for form in forms for word in in_words(form)}
    return more.strip()[:1] in ("", ",") or not own.isdisjoint(in_words(more))
