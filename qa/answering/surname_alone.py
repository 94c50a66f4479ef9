"""Find somebody's words on a person whom an article gives by the surname alone: "President Quill", and never Ada.

They are shown as what may answer, in the place of a denial: that the article means Ada is likely, and no more.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answering.words_on import words_of
from qa.answers import Quote, Understanding
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.offices import FORMER, JOBS
from qa.language.lexicon.roles import ANY_ROLE
from qa.language.lexicon.titles import TITLES
from qa.speakers.linking import match_speaker

_NO_FIRST_NAMES = FUNCTION | FORMER | JOBS | ANY_ROLE | TITLES


def words_on_surname(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return who is asked for's words on a person of the archive, from articles that only have the person's surname.

    None are from an article that gives the surname after another capital, as "Bea Quill" for Ada Quill.
    """
    match = match_speaker(understood.topic or "", view)
    person = view.speaker(match.name) if match.name and not match.corrected else None
    if person is None or person.kind != "person" or len(words := person.name.split()) < 2:
        return []
    surname = words[-1]
    if surname.casefold() not in (understood.topic or "").casefold().split():
        return []
    found = words_of(view, replace(understood, topic=surname), scope, in_passing=True)
    named = re.compile(rf"(?:([^\W\d_][\w.’'-]*) )?\b{re.escape(surname)}\b")
    return [quote for quote in found if _means_one(quote.version.article.text, named)]


def _means_one(text: str, named: re.Pattern[str]) -> bool:
    """Return whether a text has a surname in capitals, and before it no first name."""
    before = [match[1] or "" for match in named.finditer(text)]
    return bool(before) and not any(
        word[:1].isupper() and word.rstrip(".").casefold() not in _NO_FIRST_NAMES for word in before
    )
