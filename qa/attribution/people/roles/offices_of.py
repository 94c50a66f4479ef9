"""Tell whether what stands before a name, with a preposition in it, says what the named person is."""

from __future__ import annotations

from qa.attribution.people.names.names_after_offices import PERSONAL_ENDS, office_before
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS, SMALL_GROUPS
from qa.language.lexicon.offices import JOBS, KIN, PARENTS
from qa.language.lexicon.roles import HUMAN, OFFICES, ROLES, SCIENTIST_ENDINGS, SPOKES
from qa.language.lexicon.titles import COURTESY, TITLES
from qa.language.lexicon.turning_words import COUNTING

_HEADS_OF = frozenset(
    """chair chairman chairwoman chief commissioner director editor head inspector lecturer manager minister officer
    president professor secretary spokesman spokeswoman spokesperson superintendent""".split()
)
"""What somebody is of or for a field."""
_PEOPLE_END = (*PERSONAL_ENDS, "ate")
"""The same, and of words for what befell somebody."""
_WORKS_END = ("er", "or", "ist")
_BODIES_OF = frozenset(
    """Academy Agency Assembly Association Bank Board Bureau Center Centers Centre Centres Chamber College Commission
    Council Department Federation House Institute Institutes League Ministry Society Union University""".split()
)
"""Bodies whose names go on with "of"."""
_BODY_NOUNS = SMALL_GROUPS | {"movement", "club", "league"}
_BELONGS = frozenset("head member veteran activist organiser organizer founder supporter".split())


def _is_count(words: list[str]) -> bool:
    """Tell whether words are one number, that of "father of three"."""
    return len(words) == 1 and (words[0].isdecimal() or words[0].lower() in COUNTING)


def names_an_office(head: str, between: list[str], before: str) -> bool:
    """Return whether words and a preposition, and what stands between it and a name, say what the named person is.

    Args:
        head: The word before the preposition.
        between: The words after it.
        before: All that stands before the name, if it is a full one, or else "".
    """
    in_full = before != ""
    if len(between) > 2 and between[-1].strip(".").lower() in TITLES and between[-2] in ROLES | JOBS:
        between = between[:-1]  # "Institute of Tides expert Dr. Ann Lee"
    if between[-1].lower() in PREPOSITIONS | {"and", "or"}:
        return False  # "The owner of Dene's house in Hale and Strand": the name is governed by that word
    if office_before(before) or (head.lower() in PARENTS and _is_count(between)):
        return True  # "Father of three Tom Brandt"
    if head.lower() == "one":
        return in_full and _is_one_of(between)
    if head.lower() in _HEADS_OF and in_full and len(between) < 4 and all(map(str.islower, between)):
        # "Head of research Ann Lee", "spokesman for sport Ann Lee", but not "spokesman for singer Ann Lee".
        return between[-1] not in ROLES | HUMAN and not between[-1].endswith(_PEOPLE_END)
    if between[0] == "the" and (head.lower() in ROLES | _BELONGS or _works_for_body(head, between)):
        # "Chairman of the Harbour Committee Ann Lee", but neither "lawyer for the Rev Ann Lee" nor "for the singer".
        named = between[1:]
        # "Veteran of the Tide Forum movement Ann Lee"
        body = bool(named) and (
            named[-1][0].isupper() or (named[-1] in _BODY_NOUNS and named[0][0].isupper())
        )
        field = (
            named[-2:-1] == ["of"] and named[-1].lower() in OFFICES
        )  # "Minister in the Ministry of Finance"
        return in_full and body and (field or named[-1].strip(".").lower() not in ROLES | TITLES)
    if head.lower() in ROLES:
        first = between[0].strip(".").lower()
        # "Secretary of State Ann Lee", but not "the lawyer for Ms. Lee".
        return between[0][0].isupper() and first not in COURTESY and (first not in ROLES or first in OFFICES)
    if between[-1].islower():
        # "Institute for Tide Studies climatologist Ann Lee", but neither "the aunt of young victim Ann Lee" nor
        # "sources close to captain Ann Lee".
        governed = len(between) == 1 or between[-2] in PREPOSITIONS
        is_role = between[-1] in ROLES or between[-1].endswith(SCIENTIST_ENDINGS)
        return is_role and not governed and head.lower().removesuffix("s") not in KIN | HUMAN
    if head.lower() == "member":
        return in_full  # "Member for Dene Ann Lee"
    # "Bank of Harwick Governor Ann Lee", but neither "Critics of Governor Ann Lee" nor "the Office of Governor Lee".
    return in_full and head in _BODIES_OF and len(between) > 1 and between[-1].lower() in ROLES


def _works_for_body(head: str, between: list[str]) -> bool:
    """Tell whether somebody does something for a body: "Forecaster at the Bureau of Tides Ann Lee"."""
    works = head.lower() in SPOKES | JOBS or head.lower().endswith(_WORKS_END)
    return works and any(word[0].isupper() and word.lower() in GROUP_NOUNS for word in between)


def _is_one_of(between: list[str]) -> bool:
    """Tell whether somebody is one of several: "One of the authors of the study Dr Ann Lee"."""
    words = [word for word in between if word.strip(".").lower() not in TITLES]
    if len(words) < len(between) - 1 or len(words) < 2 or words[1].removesuffix("s") not in ROLES | HUMAN:
        return False
    return len(words) == 2 or (len(words) > 4 and words[2] == "of" and words[3] in ("the", "a", "this"))
