"""Read of which town somebody is the mayor where only the dateline names it: "HARWICK — Mayor Ada Quill said"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qa.attribution.people.names.layout import Layout
from qa.datatypes import Description, DescriptionKind
from qa.language.lexicon.offices import OF_TOWNS
from qa.language.lexicon.page_words import AGENCIES
from qa.language.lexicon.places import NATION_OF, NATIONS, STATES
from qa.language.patterns import regex

_WORD = r"[A-Z][A-Z.'’-]*[A-Z.]"
_DATELINE = regex(
    rf"(?P<town>{_WORD}(?: {_WORD}){{0,2}})(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?: ?\([A-Z][\w ./]{{1,30}}\))?"
    r" ?(?:—|[–-]{1,2}(?=\s))"
)
_FIRST = 3
"""Among how many sentences of an article a dateline stands: a headline and a byline may be before it."""
_NO_TOWNS = {"washington", *(name.casefold() for name in AGENCIES)}
"""What stands there and tells of no town: a mayor in news of a whole nation, or an agency's, may be any town's."""


def with_towns(layout: Layout, descriptions: Iterable[Description]) -> list[Description]:
    """Return descriptions, those of a town's office with the town of the dateline where an article names no other.

    It is only taken where one person alone bears the office there: with "Mayor Quill" and "Mayor Brandt of Dene" in an
    article from Harwick, nobody can tell whose mayor Quill is.
    """
    given = list(descriptions)
    unowned = [each for each in given if _is_of_a_town(each) and each.of is None and each.who is not None]
    town = _town(layout) if unowned else None
    if town is None:
        return given
    found, known = list[Description](), {(each.who, each.what) for each in given if each.of == town}
    for each in given:
        if each not in unowned or not _is_alone(each, town, given):
            found.append(each)
        elif (each.who, each.what) not in known:
            found.append(replace(each, of=town))
            known.add((each.who, each.what))
    return found


def _is_of_a_town(said: Description) -> bool:
    return said.kind is DescriptionKind.ROLE and said.what in OF_TOWNS and not said.former


def _is_alone(said: Description, town: str, given: Iterable[Description]) -> bool:
    others = [each for each in given if _is_of_a_town(each) and each.what == said.what]
    return all(each.who == said.who and each.of in (None, town) for each in others)


def _town(layout: Layout) -> str | None:
    """Return the town that stands before an article's first sentence, as names are written; None without one."""
    for start, _ in layout.sentences[:_FIRST]:
        found = _DATELINE.match(layout.text, start)
        if found is None or layout.text[:start].rstrip(" ")[-1:] not in ("", "\n"):
            continue
        town = " ".join(word.capitalize() for word in found["town"].split())
        low = town.casefold()
        elsewhere = low in _NO_TOWNS or low in NATIONS or low in NATION_OF or low in STATES
        return None if elsewhere and low != "new york" else town
    return None
