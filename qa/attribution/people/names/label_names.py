"""Find whose full name a transcript's label is: "MR. QUILL" is Ada Quill where the text or its title has one Quill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.people.names.bearers import MOST_NAMESAKES, key_of
from qa.attribution.people.names.persons import People
from qa.datatypes import Attribution
from qa.language.lexicon.first_names import gender_of, is_given
from qa.language.lexicon.titles import COURTESY, FEMALE_TITLES, MALE_TITLES, TITLES
from qa.language.patterns import regex
from qa.speakers.names import PersonName, fold, parse_person

_LETTERS = regex(r"[^\W\d_]")


def known(name: str, people: People) -> str:
    """Return the one full name of the text that a name is short for, else the name itself."""
    parsed = parse_person(name)
    full = {one.name for one in people.persons if one.parsed.given and parsed.is_form_of(one.parsed)}
    return full.pop() if len(full) == 1 else name


def named(record: Attribution, label: str, title: str, people: People) -> Attribution:
    """Return a record under the full name of its label, under the label where it is a name itself, or as it was."""
    words = label.replace(".", " ").split()
    name = parse_person(label.title())
    if not name.last or words[0].casefold() == "the":
        return record
    gender = _gender(words)
    bearing = [people.persons[i] for i in people.by_surname.get(key_of(name.last), ())[:MOST_NAMESAKES]]
    # "Ada T. Quill" is whom the text calls Ada Quill elsewhere.
    inside = {
        p.name
        for p in bearing
        if p.parsed.given and (name.is_form_of(p.parsed) or (name.given and p.parsed.is_form_of(name)))
    }
    known = inside or {n for n in _full_names(title, name.last) if name.is_form_of(parse_person(n))}
    fitting = sorted(n for n in known if gender in (None, _given_gender(n)) or _given_gender(n) is None)
    if len(fitting) == 1:
        callings = tuple(sorted({word for p in bearing if p.name == fitting[0] for word in p.callings}))
        return replace(record, speaker=fitting[0], ambiguous=(), callings=callings)
    if fitting:
        return replace(record, speaker=None, ambiguous=tuple(fitting))
    unread = record.speaker is None and not record.ambiguous and len(words) > 1
    unread = unread and (words[0].casefold() in COURTESY or is_given(words[0].casefold()))
    unread = unread and key_of(name.last) not in TITLES
    if (
        known
        or unread
        or (
            record.speaker
            and record.speaker.isupper()
            and (len(record.speaker) > 4 or words[0].casefold() in COURTESY)
        )
    ):
        # "MS. RHODES" beside Ben Rhodes is somebody else of that name.
        # Under "ADA RHODES" it is the whole name, and so is "MR. WEST", which no sentence would tell from the west.
        return replace(record, speaker=_as_printed(label, name), ambiguous=(), callings=())
    return record


def _as_printed(label: str, name: PersonName) -> str:
    """Return the name in a label, with its stops and hyphens: "A. Quill-Hale" of "HON. A. QUILL-HALE"."""
    whole = " ".join((*name.given, *name.surname))
    words = label.split()
    parts = (" ".join(words[at:]).rstrip(".") for at in range(len(words)))
    return next(
        (p for p in parts if _LETTERS.findall(fold(p)) == _LETTERS.findall(fold(whole))), whole
    ).title()


def _gender(words: Sequence[str]) -> str | None:
    first = words[0].casefold()
    return "m" if first in MALE_TITLES else "f" if first in FEMALE_TITLES else None


def _given_gender(name: str) -> str | None:
    words = name.replace(".", " ").split()
    given = parse_person(name).given
    return _gender(words) or (gender_of(given[0]) if given else None)


def _full_names(title: str, surname: str) -> list[str]:
    """Return the names of a title that end with a surname: "Ben Rhodes" in "Press Briefing by Ben Rhodes"."""
    words = [word.strip(",.;:()“”\"'’") for word in title[:400].split()]
    found = []
    for i, word in enumerate(words):
        given = words[i - 1] if i else ""
        if len(given) == 1 and i > 1:
            given = f"{words[i - 2]} {given}"
        before = words[i - 2].casefold() if i > 1 else ""
        is_given = bool(given) and (gender_of(given.split()[0].casefold()) or before in ("by", "with"))
        if word.casefold() == surname and given[:1].isupper() and is_given:
            found.append(f"{given} {word}".title() if word.isupper() else f"{given} {word}")
    return found
