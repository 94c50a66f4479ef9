"""Look up whether an archive names a person, even one whom it does not quote."""

from __future__ import annotations

import re

from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.lexicon.first_names import FEMALE, MALE, Gender, gender_of
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.spelling import words_of
from qa.language.terms import terms
from qa.speakers.callings import gender_of_title
from qa.speakers.names import fold

LOOKED_AT = 10
"""How many passages are searched for a name."""
STEMS_LOOKED_AT = 500
"""How many passages in which a name's stems stand next to each other are searched for the name itself."""

_BEFORE = regex(r"([^\W\d_][\w'’.-]*)\s+$")


def is_mentioned(snapshot: View, typed: str) -> bool:
    """Return whether the archive uses a name as a person's: with a first name or a title, and with capitals.

    It does not so use "Oslo" or "the harbour": a question for the latest from there asks for news. "Mrs Vane" is nobody
    whom articles call "Mr Vane"; where they have no such titles, their given names tell.
    """
    words = typed.split()
    gender = None
    while len(words) > 1 and ((title := fold(words[0]).rstrip(".")) in TITLES or title == "the"):
        gender = gender or gender_of_title(title)
        words = words[1:]
    wanted = terms(" ".join(words))
    if not wanted or snapshot.phrase_count(wanted) == 0:
        return False
    # "biden" as typed is "Biden" in an article, and "hand" is not "Hand".
    form = r"\s+".join(re.escape(word[0].upper()) + f"(?i:{re.escape(word[1:])})" for word in words)
    pattern = re.compile(rf"(?<!\w){form}(?!\w)")
    # Of the many passages with a name those with the title, which is a word of few of them, are looked at first.
    searched = terms(typed) if gender else wanted
    passages = snapshot.passages([passage for passage, _ in snapshot.lexical(searched, Scope(), LOOKED_AT)])
    versions = snapshot.versions({stored.version_key for stored in passages})
    named = set[Gender | None]()
    titled = set[Gender | None]()
    for stored in passages:
        text = versions[stored.version_key].article.text
        for match in pattern.finditer(text, stored.passage.start, stored.passage.end):
            before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
            if fold(words[0]) in FEMALE | MALE and len(words) > 1:
                return True
            if before and before[1][0].isupper() and _names_a_person(before[1]):
                if gender is None:
                    return True
                word = fold(before[1]).rstrip(".")
                titled.add(gender_of_title(word))
                named.add(gender_of(word))
    told = titled - {None} or named
    return gender in told or told == {None}


def _names_a_person(word: str) -> bool:
    return fold(word) in FEMALE | MALE or fold(word).rstrip(".") in TITLES


def occurs(snapshot: View, name: str) -> bool:
    """Return whether a name's words stand next to each other somewhere in the archive, spelt as they were typed."""
    wanted = words_of(name)
    passages = snapshot.phrase([word.term for word in wanted], Scope(), STEMS_LOOKED_AT)
    stored = snapshot.passages([passage for passage, _ in passages])
    versions = snapshot.versions({each.version_key for each in stored})
    for each in stored:
        words = words_of(versions[each.version_key].article.text, each.passage.start, each.passage.end)
        for at in range(len(words) - len(wanted) + 1):
            if all(a.fits(b) for a, b in zip(wanted, words[at:], strict=False)):
                return True
    return False
