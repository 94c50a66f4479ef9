"""Find somebody's words on a person whom an article gives by the surname alone: "President Quill", and never Ada.

They are shown as what may answer, in the place of a denial: that the article means Ada is likely, and no more.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answering.topics.words_on_topic import words_of
from qa.answers import Quote, Understanding
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.offices import FORMER, JOBS
from qa.language.lexicon.roles import ANY_ROLE
from qa.language.lexicon.titles import TITLES
from qa.speakers.linking import known_speaker

_CALLS = JOBS | ANY_ROLE | TITLES
_NO_FIRST_NAMES = FUNCTION | FORMER | _CALLS
_OF_PLACES = frozenset(("in", "near"))


def words_on_surname(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return who is asked for's words on a person of the archive, from articles that only have the person's surname.

    None are from an article that gives the surname after another capital, as "Bea Quill" for Ada Quill, or as a month
    or a place: "in May", "near Harwick".
    """
    person = known_speaker(understood.topic or "", view)
    if person is None or person.kind != "person" or len(words := person.name.split()) < 2:
        return []
    surname = words[-1]
    if surname.casefold() not in (understood.topic or "").casefold().split():
        return []
    found = words_of(view, replace(understood, topic=surname), scope, in_passing=True)
    named = re.compile(rf"(?:(?<![\w.’'-])([^\W\d_][\w.’'-]*) )?\b{re.escape(surname)}\b")
    is_month = surname.casefold() in CALENDAR
    return [quote for quote in found if _means_one(quote.version.article.text, named, is_month=is_month)]


def _means_one(text: str, named: re.Pattern[str], *, is_month: bool) -> bool:
    """Return whether a text has a surname in capitals, before it no first name, and a title if it is a month's."""
    before = [(match[1] or "").rstrip(".") for match in named.finditer(text)]
    folded = {word.casefold() for word in before}
    if folded <= _OF_PLACES or (is_month and folded.isdisjoint(_CALLS)):
        return False
    return not any(word[:1].isupper() and word.casefold() not in _NO_FIRST_NAMES for word in before)
