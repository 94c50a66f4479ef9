"""Tell somebody who is never named in full from the relatives whom an article names beside them.

"President Trump came with his daughter Ivanka Trump." The only full name of an article is not always whose the bare
surname is: who is known to everybody needs no given name, and those who are named with them do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from qa.attribution.people.names.bearers import key_of
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.readings import NameReading
from qa.attribution.people.roles.roles_held import kin_after, kin_before
from qa.language.lexicon.first_names import Gender, gender_of
from qa.language.lexicon.name_parts import SUFFIXES
from qa.language.lexicon.roles import COMMON_KIN, FEMALE_NOUNS, MALE_NOUNS
from qa.language.lexicon.titles import FEMALE_TITLES, MALE_TITLES
from qa.language.patterns import regex

_LISTED = regex(
    r"(?:(?:,|,? and|,? or)(?: [A-Z][\w.’'-]*)+)*"  # "Trump, Secretary Ada Quill"
    r"(?:,? (?:and|or|with)|[^.;:]{0,120}?\b(?:along|together) with)"
    r"(?: [A-Z][\w.]*)* "
)
"""Between the names of two who are named together: " and ", ", Secretary Ada Quill and Senator "."""
_NAMES = r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}(?:, \d{1,2})?,? (?:and )?){0,4}"
_SEVERAL = regex(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|[’']s?) (?:[a-z-]+ ){{0,2}}(?P<kin>[a-z]+)s"
    rf"(?: and (?:[a-z-]+ )?[a-z]+)?,? {_NAMES}\Z"
)
"""Before one of several relatives: "his two daughters, Mia and ", "Brandt's sons Tom, 12, and "."""
_FIRST_LADY = regex(r"\b[Ff]irst [Ll]ady,? \Z")
_PAIR = regex(r"\b[A-Z][\w’'-]+ and \Z")
"""Before the second of two of one family: "Mia and ", of Mia and Ada Quill."""
_HIS = regex(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) [^.;:’']*\Z")
_WHOSE = regex(r", (?:his|her|their) (?:[a-z-]+ ){0,2}(?P<kin>[a-z]+)[,.;]")
"""After a relative's name: "Ada Brandt, his wife, ..."."""
_INTRODUCED = regex(r", (?:aged? )?(?:\d{1,3},|an? )")
"""After a name that a text has not had before: "Ada Brandt, 54, ...", "Ada Brandt, a fisherman, ..."."""
_HEADS = frozenset("president governor gov premier mayor".split())
_LONGEST_LIST, _LONGEST_CALLING = 120, 40
"""Characters before a name that may list relatives, and after it that may say whose relative somebody is."""
_LOOKED_AT = 2
"""How many mentions before a full name are looked at: a sentence may have a thousand."""


def is_of_another(layout: Layout, bare: Sequence[NameReading], full: Sequence[NameReading]) -> bool:
    """Tell whether a surname alone means somebody other than the one person who is named in full with it.

    Args:
        bare: The mentions of the surname alone, in order of the text.
        full: The mentions of that person by the full name, in order of the text.
    """
    first = full[0]
    kin = _kin(layout.text, first)
    theirs = _kin_genders(layout, full)
    if len(theirs) == 1 and any(title_gender(each) not in (None, *theirs) for each in bare):
        return True  # "Mr. Quill" is not "his daughter Ada Quill"
    paired = _PAIR.search(layout.text, max(0, first.start - _LONGEST_CALLING), first.start) is not None
    if ("f" in theirs or paired) and any(not _HEADS.isdisjoint(each.titles) for each in bare):
        return True  # "President Quill" is not "First Lady Ada Quill", nor is he of "Mia and Ada Quill"
    heads = [each for each in bare if not _HEADS.isdisjoint(each.titles)]
    called = layout.text[first.end : first.end + _LONGEST_CALLING].split(".")[0]
    titled = not _HEADS.isdisjoint((*first.titles, *(word.strip(",()") for word in called.lower().split())))
    if heads and heads[0].start < first.start and len(full) == 1 and not titled:
        # "President Quill spoke. So did an aide to Orla Quill.": who heads a state is not introduced in passing.
        return True
    at = layout.sentence_at(first.start)
    # "Quill came on Monday. His sons, Tom and Bert Quill, did not."
    begin, _ = layout.sentences[max(0, at - 1) if kin is not None and _is_his(layout.text, first) else at]
    before = [each for each in bare if begin <= each.start < first.start and not layout.is_quoted(each.start)]
    if not before:
        return False
    return (
        first.words[-1].fold in SUFFIXES
        or kin is not None
        or any(_LISTED.fullmatch(layout.text, each.end, first.start) for each in before[-_LOOKED_AT:])
    )


def _kin(text: str, reading: NameReading) -> str | None:
    """Return the relative that somebody is introduced as, alone or among several, before or after the name."""
    if (kin := kin_before(text, reading)) is not None:
        return kin
    several = _SEVERAL.search(text, max(0, reading.start - _LONGEST_LIST), reading.start)
    after = _WHOSE.match(text, reading.end, reading.end + _LONGEST_CALLING)
    return next((found["kin"] for found in (several, after) if found and found["kin"] in COMMON_KIN), None)


def _is_his(text: str, reading: NameReading) -> bool:
    """Return whether a relative is a pronoun's, and nobody's who is named: "his sons", not "Brandt's sons"."""
    before = _HIS.search(text, max(0, reading.start - _LONGEST_LIST), reading.start)
    return before is not None or _WHOSE.match(text, reading.end, reading.end + _LONGEST_CALLING) is not None


def _kin_genders(layout: Layout, full: Iterable[NameReading]) -> set[Gender]:
    """Return what the relatives are whom somebody is introduced as."""
    kin = {_kin(layout.text, each) for each in full}
    if any(_is_first_lady(layout.text, each) for each in full):
        kin.add("wife")
    female: set[Gender] = {"f"} if kin & FEMALE_NOUNS else set()
    male: set[Gender] = {"m"} if kin & MALE_NOUNS else set()
    return female | male


def _is_first_lady(text: str, reading: NameReading) -> bool:
    return _FIRST_LADY.search(text, max(0, reading.start - _LONGEST_CALLING), reading.start) is not None


def courtesies(readings: Iterable[NameReading]) -> dict[str, Counter[Gender]]:
    """Count, for each surname, the titles of men and of women before it where it stands alone."""
    found: dict[str, Counter[Gender]] = defaultdict(Counter)
    for reading in readings:
        if reading.kind == "surname" and (gender := title_gender(reading)) is not None:
            found[reading.words[-1].fold][gender] += 1
    return found


def is_spouse(reading: NameReading, gender: Gender | None, titles: Counter[Gender]) -> bool:
    """Tell whether a titled surname is not the one person of that name, but a wife or husband: "Mrs. Marsh", of John's.

    "Mrs." says so where the given name is a man's; another title only beside those of the other gender.
    """
    own = title_gender(reading) if reading.kind == "surname" else None
    if own is None or gender is None or own == gender:
        return False
    return "mrs" in reading.titles or titles[gender] >= titles[own]


def title_gender(reading: NameReading) -> Gender | None:
    """Return the gender that the titles before a name tell."""
    titles = set(reading.titles)
    if titles.isdisjoint(FEMALE_TITLES) is titles.isdisjoint(MALE_TITLES):
        return None
    return "m" if titles & MALE_TITLES else "f"


def double_surnames(text: str, readings: Sequence[NameReading]) -> frozenset[tuple[str, str]]:
    """Return the two words each that a text uses as a surname, though the first is a given name: "Duncan Quill".

    After "Ada Duncan Quill" it has them at least twice, and never "Quill" alone. Who is introduced by them is another:
    her son Duncan, "Duncan Quill, 54", and "Mr. Duncan Quill".
    """
    names = [(tuple(key_of(word.fold) for word in reading.words), reading) for reading in readings]
    alone = {words[0] for words, _ in names if len(words) == 1}
    longer = {words[-2:]: gender_of(words[0]) for words, _ in names if len(words) > 2}
    used = Counter(
        (words[0], words[1])
        for words, _ in names
        if len(words) == 2 and words in longer and words[1] not in alone
    )
    others = {
        words
        for words, each in names
        if words in longer
        and (_is_introduced(text, each) or {title_gender(each), longer[words]} == {"m", "f"})
    }
    others.update(
        two[-2:]
        for (one, before), (two, after) in pairwise(names)
        if one[-2:] == two[-2:] and len(one) != len(two) and _are_listed(text, before, after)
    )
    return frozenset(words for words, times in used.items() if times > 1 and words not in others)


def _is_introduced(text: str, reading: NameReading) -> bool:
    """Tell whether a text says at a name who that is, as it does of nobody whom it has named in full before."""
    kin = _kin(text, reading) or kin_after(text, reading)
    return kin is not None or _INTRODUCED.match(text, reading.end) is not None


def _are_listed(text: str, before: NameReading, after: NameReading) -> bool:
    """Tell whether two are named together, and so are two: "Ada Duncan Quill and Duncan Quill"."""
    near = after.start - before.end < _LONGEST_LIST
    return near and _LISTED.fullmatch(text, before.end, after.start) is not None
