"""Find the words of whoever an article gives by a part of what was typed: "her lawyers" for Quill's, "residents".

"Quill is ill, and her lawyers said so" has the words of Quill's lawyers, and "“Nobody ate,” the doctor said" those of
the hospital doctor, after it named the hospital. And it may say "residents" for those of Dene.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from qa.archive.exact_words import texts_with
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import whole_sentences
from qa.datatypes import Scope, Span, Version
from qa.language.exact_words import in_words, places
from qa.language.lexicon.first_names import gender_of, is_given
from qa.language.lexicon.offices import KIN, SPOKESPEOPLE
from qa.language.patterns import regex
from qa.speakers.names import fold, is_group
from qa.understanding.described import APART

_MOST_ARTICLES = 20
_MOST_PLACES = 20
"""How many articles with the words, and places of them in each, are looked at."""
_NAME = regex(r"[\w-]+")
_OWNED = regex(r"(?!the\b)(?P<other>\S.*?)[’']s?\s+(?:[\w-]+\s+)?(?P<noun>[\w-]+)", re.I)
_OF_OWNER = regex(r"(?:the\s+)?(?P<noun>[\w-]+)\s+of\s+(?P<other>(?!the\b)\S.*)", re.I)
_QUALIFIED = regex(r"(?:the\s+)?(?P<other>[\w’'-]+(?:\s[\w’'-]+){0,3})\s(?P<noun>[a-z-]+)")
"""A phrase for somebody in two parts: "Quill's lawyers", "the hospital doctor"."""
_THEIR_NOUN = (
    r"\b(?i:his|her|its|their)\s+(?:[a-z-]+\s+){{0,2}}{noun}s?\b"
    r"(?:,(?: [a-z][a-z-]*){{0,3}}(?= [A-Z]))?(?P<name>(?: [A-Z][\w’'-]+){{1,3}})?"
)
_THE_NOUN = r"\b(?:[Tt]he|[Aa]n?)\s+{noun}s?\b"
_NEAR = 300
"""Within how many characters before the sentence of "the doctor" the hospital of a hospital doctor is named."""
_TALKED_OF = 1_000
"""The same before a sentence that begins with "Her lawyer", where nobody else is named in between."""
_OF_PLACE = regex(
    r"(?:the\s+)?(?P<noun>[a-z-]+s|people|police)\s+(?:of|in|from|at|near|on|around)\s+(?:the\s+)?(?P<place>\S.*)",
    re.I,
)
_SOME = r"\b(?:(?:the|some|many|most|several|other|local)\s+){{0,2}}{noun}\b"
_IN_A_PLACE = regex(r"\b(?:in|at|near|from|of|outside)\s+(?:the\s+)?(?P<place>[A-Z][\w-]*)")
"""People of a place, how an article about it may call them, and what says that a sentence tells of another."""
_BEGINNING = 400
"""In how many of its first characters an article names where it tells of."""
_CAPITAL = regex(r"\s+([A-Z][\w-]+)")
_CAPITAL_BEFORE = regex(r"([A-Z][\w-]+)\s+\Z")
_WHOLE_NAME = regex(r"\b(?!The\b)[A-Z][\w-]{0,40}(?:\s[A-Z][\w-]{0,40})+")
_NAME_LENGTH = 30
_LATELY = 3000
"""Within how many characters before "the manager" it is looked for which manager was named: "the team manager"."""


def owner_in(phrase: str) -> tuple[str, ...]:
    """Return whose somebody is by a phrase: Quill of "Quill's lawyers", and of "the sister of Quill"."""
    if owned := _OWNED.fullmatch(phrase):
        return (owned["other"],)
    of = _OF_OWNER.fullmatch(phrase)
    return (of["other"],) if of and of["noun"].casefold() in KIN | SPOKESPEOPLE else ()


def named_in(phrase: str) -> tuple[str, ...]:
    """Return what a phrase for somebody names: whose they are, or where, Dene of "the drivers in Dene"."""
    place = _OF_PLACE.fullmatch(phrase)
    return (*owner_in(phrase), *((place["place"],) if place else ()))


def in_part(view: View, phrase: str, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records of whom an article gives by the noun of a phrase alone, beside what else was typed.

    "Her lawyers" are Quill's where the sentence names Quill before them, and the doctor of an article is a
    hospital's where it names a hospital shortly before.
    """
    owner = owner_in(phrase)
    parts = (
        (_OWNED.fullmatch(phrase) or _OF_OWNER.fullmatch(phrase)) if owner else _QUALIFIED.fullmatch(phrase)
    )
    words = in_words(parts["other"]) if parts else ()
    if parts is None or not words or not APART.isdisjoint(words):
        return
    form = _THEIR_NOUN if owner else _THE_NOUN
    called = re.compile(form.format(noun=re.escape(parts["noun"].removesuffix("s"))))
    ways = [way for word in words for way in ((word,), (f"{word}'s",))] if owner else [words]
    for each in islice(texts_with(view, parts["other"], scope), _MOST_ARTICLES):
        text = each.version.article.text
        said = view.attributions([each.version.key])[each.version.key]
        for match in islice(called.finditer(text), _MOST_PLACES):
            begin = whole_sentences(text, *match.span())[0]
            first = begin - (_TALKED_OF if owner and begin == match.start() else 0 if owner else _NEAR)
            named = [span for way in ways for span in places(way, text, max(0, first), match.start())]
            if owner and begin == match.start():
                named = [span for span in named if _is_talked_of(text, span, begin)]
            fits = _is_owner if owner else _is_near
            if any(fits(text, span, match, words) for span in named):
                yield from ((each.version, one) for one in said if _is_so(text, one, match))


def in_place(view: View, phrase: str, scope: Scope) -> Iterator[tuple[Version, Said]]:
    """Yield the records of people of a place whom an article that begins with it, or names it shortly before, has.

    "In Hale, residents said so" tells of those of Hale, whatever else the article names.
    """
    if (parts := _OF_PLACE.fullmatch(phrase)) is None or not in_words(parts["place"]):
        return
    called = re.compile(_SOME.format(noun=re.escape(parts["noun"])), re.IGNORECASE)
    place = set(in_words(parts["place"]))
    for each in islice(texts_with(view, parts["place"], scope), _MOST_ARTICLES):
        text, starts = each.version.article.text, [start for start, _ in islice(each.places(), _MOST_PLACES)]
        told = each.in_title or any(start < _BEGINNING for start in starts)
        said = view.attributions([each.version.key])[each.version.key]
        for match in islice(called.finditer(text), _MOST_PLACES):
            if not told and not any(0 < match.start() - start < _NEAR for start in starts):
                continue
            first, end = whole_sentences(text, *match.span())
            others = {one["place"].casefold() for one in _IN_A_PLACE.finditer(text, first, end)} - place
            if not others:
                yield from ((each.version, one) for one in said if _is_so(text, one, match))


def _is_owner(text: str, named: Span, called: re.Match[str], words: Sequence[str]) -> bool:
    """Return whether a name is the owner's and fits "his" or "her": "Ivo Quill" and "Ada Strand" are no Ada Quill."""
    if not text[named[0]].isupper():
        return False
    before, after = (
        _CAPITAL_BEFORE.search(text, max(0, named[0] - _NAME_LENGTH), named[0]),
        _CAPITAL.match(text, named[1]),
    )
    given = fold(before[1]) if before else ""
    if after and fold(after[1]) not in words:
        return False
    if len(words) > 1 and given and is_given(given) and given not in words:
        return False
    gender = gender_of(given) or (gender_of(words[0]) if len(words) > 1 else None)
    return gender is None or called[0].split()[0].casefold() != ("his" if gender == "f" else "her")


def _is_talked_of(text: str, named: Span, begin: int) -> bool:
    """Return whether an article names nobody else up to "Her lawyer": whom else it may mean has no name there."""
    surname = _CAPITAL.match(text, named[1])
    return _WHOLE_NAME.search(text, surname.end() if surname else named[1], begin) is None


def _is_near(text: str, named: Span, called: re.Match[str], words: Sequence[str]) -> bool:
    """Return whether nothing says that "the doctor" is another's than what was named: no other body stands between."""
    between = text[named[1] : called.start()]
    if any(is_group(each[0]) for each in _WHOLE_NAME.finditer(between)):
        return False
    noun = re.escape(called[0].split()[-1].removesuffix("s"))
    before = text[max(0, called.start() - _LATELY) : called.start()]
    others = re.findall(rf"\b(?:the|an?)\s+([\w-]+)\s+{noun}s?\b", before, re.IGNORECASE)
    return not others or others[-1].casefold() in words


def _is_so(text: str, said: Said, called: re.Match[str]) -> bool:
    """Return whether a record's speaker is whom an article calls so at a place, or has the name that stands there."""
    record, who = said
    name = _NAME.findall(called.groupdict().get("name") or "")
    if name and who and {*name} <= {*_NAME.findall(who)}:
        return True
    if record.mention is None or record.mention[0] != called.start():
        return False
    # "Local police" may be all the name that a record has.
    if who and not name and in_words(who) != in_words(text[slice(*record.mention)]):
        return False
    # "The doctor", and "the doctor, who is ill"; "the doctor of the ferry" is another's.
    return text[called.end() : record.mention[1]].strip()[:1] in ("", ",")
