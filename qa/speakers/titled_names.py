"""Tell whether a surname with an office before it may be somebody's whose full name is known."""

from __future__ import annotations

from qa.language.lexicon.titles import COURTESY, FEMALE_TITLES, KIND_OF, MALE_TITLES
from qa.speakers.callings import titles_in
from qa.speakers.names import parse_person

_NAMES_TOO = frozenset(("peer", "knight", "royal"))
"""The kinds of titles that belong to a name."""


def are_alike(name: str | None, other: str | None) -> bool:
    """Return whether two names are one, but for an office in place of a first name: "President Vane", "Una Vane".

    Nothing says that they are two people's, unlike "Lord Vane" and "Mrs Vane".
    """
    if name is None or other is None or name == other:
        return name == other
    full, titled = sorted((name, other), key=lambda each: not parse_person(each).given)
    one, two = parse_person(full), parse_person(titled)
    titles = titles_in(titled)
    named_alike = one.surname == two.surname and bool(one.given) and not two.given
    return named_alike and bool(titles) and all(_is_office(title) for title in titles)


def _is_office(title: str) -> bool:
    return title not in COURTESY | MALE_TITLES | FEMALE_TITLES and KIND_OF.get(title) not in _NAMES_TOO
