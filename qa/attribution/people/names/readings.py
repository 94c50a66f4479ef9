"""Read one run of capitalised words: a person with titles, a group, or something unknown."""

from __future__ import annotations

from collections.abc import Container
from typing import Literal, NamedTuple

from qa.attribution.people.names import names_inside
from qa.attribution.people.names.capitals import CapitalWord, Run, is_body, is_thing
from qa.attribution.people.names.fields_of_office import NO_SURNAMES, field_length, stands_after_office
from qa.attribution.people.names.month_surnames import is_given_month, stands_for_somebody
from qa.attribution.people.names.names_after_offices import name_after_office
from qa.attribution.people.names.phrase_patterns import PARTY_AND_STATE
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.first_names import GIVEN_AND_PLACE, is_given, is_given_for_sure
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS, SMALL_GROUPS
from qa.language.lexicon.name_parts import (
    AFTER_OFFICE,
    IN_A_TEAM,
    OFFICERS,
    POST_NOMINALS,
    SUFFIXES,
    SURNAME_FIRST,
    SURNAME_TOO,
)
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.person_verbs import SPEAKS
from qa.language.lexicon.places import ADJECTIVES, COMPASS
from qa.language.lexicon.roles import (
    FEMALE_NOUNS,
    HUMAN,
    MALE_NOUNS,
    OFFICES,
    ROLES,
    SCIENTIST_ENDINGS,
    SPOKES,
)
from qa.language.lexicon.titles import COURTESY, MEMBERS, OF_NAMES, OF_SURNAMES, TITLES, is_capital_title
from qa.language.patterns import regex
from qa.speakers.names import is_known_body

# "Diego" and "Francisco" are places only after "San".
_PLACE_FIRST = names_inside.PLACE - GIVEN_AND_PLACE - frozenset(("diego", "francisco"))
# "Shadow Minister for Rural Transport and the Coast, ": up to the comma there is one phrase.
_ROLE_OF = regex(
    r"\b([A-Za-z-]+) (?:of|for|at|to) (?:"
    r"(?:(?:[A-Z][\w&'’.-]*|and|of|the|for|opposition|local|state) ){0,9}[A-Z][\w&'’-]*"
    r"|(?:(?:the|an?|his|her|their) )?(?:[\w-]+ ){0,3}[a-z-]+), $"
)
# "One man, Otto Lind," says too little of him to be called Lind from then on.
_INTRODUCES = (ROLES | HUMAN) - MALE_NOUNS - FEMALE_NOUNS | ROLES | {"head"}
_GROUNDS = frozenset("field park stadium arena square bridge beach".split())
_SPEAK_FOR = SPOKES | frozenset(
    "lawyer attorney solicitor barrister counsel agent aide adviser advisor".split()
)
_OFFICE_OF = regex(
    r"\b([A-Za-z]+) (?:of|for|(?<=[Aa]mbassador )to|(?<=[Ee]nvoy )to) (?:the )?(?:[A-Z][\w'’-]+ and )?$"
)
_BODY_OF = regex(rf"\b(?:{'|'.join(sorted(map(str.capitalize, GROUP_NOUNS)))}) of (?:the )?$")
_NO_PEOPLE = GROUP_NOUNS | ORGANISATIONS | names_inside.PLACE
_FIELDS = frozenset("defence defense finance foreign interior".split())
"""Of the words before names, those that are no title without another: "Defence Minister Quill"."""
_THING = regex(r"[A-Z]-[a-z]{3,}")
_AGE = regex(r",? (?:\(?\d{2}\)?\b|who\b|whose\b)")
_APPOSITION = regex(
    r",? (?:a|an|the|who|whose|his|her|their|chief|former|senior|director|professor|president) "
)
_BODY_APPOSED = regex(r", (?:an?|the) (?:[\w’'-]+ ){0,3}?([a-z]+)(?:,| (?:of|for|that|which|in|based)\b)")
_SEAT = regex(r" (?:MPs?|MSPs?|MLAs?|constituency|seat|ward|by-election)\b")
"""After a constituency: "the Bradford West MP"."""
_SPOKEN_BEFORE = regex(r"\b([a-z]+) $")
_WORD_BEFORE = regex(r"([\w-]+),? $")


class NameReading(NamedTuple):
    """A run, divided: `titles` before (in small letters), then the `words` of the name itself.

    full: given name and surname. surname: one word after a title. single: one word, which only the rest of
    the article can explain. group: an organisation or a place. unknown: several words of which none is known.
    """

    kind: Literal["full", "surname", "single", "group", "unknown"]
    titles: tuple[str, ...]
    words: tuple[CapitalWord, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def possessive(self) -> bool:
        return self.words[-1].possessive


def read(
    text: str, run: Run, *, initial: bool, small_words: Container[str], months: Container[str] = ()
) -> NameReading | None:
    """Read a run; None if it holds no name.

    Args:
        text: The article's text.
        run: A run of capitals in it.
        initial: Whether the run begins a sentence, so that its first word would have a capital anyway.
        small_words: Words that the article has in small letters too.
        months: Months that are somebody's surname in the article.
    """
    words = list(run.words)
    if not (len(words) == 1 and words[0].fold in months and stands_for_somebody(text, run.start, run.end)):
        while words and names_inside.opens_without_name(
            words, initial and words[0] is run.words[0], small_words
        ):
            words.pop(0)
    while len(words) > 1 and words[-1].fold in CALENDAR and not _is_surname(text, words, months):
        words.pop()
    while len(words) > 1 and any(form.fullmatch(words[-1].text) for form in (_THING, PARTY_AND_STATE)):
        words.pop()  # "an Ada Quill T-shirt", "Senator Ada Quill R-TX"
    letters = POST_NOMINALS | OFFICERS if words and is_given(words[0].fold) else POST_NOMINALS
    while len(words) > 2 and words[-1].text in letters:
        words.pop()
    if not words or any(map(names_inside.joins_two, words[1:-1])):
        return None
    if len(words) > 2 and words[-1].fold == words[-2].fold and not is_given(words[-1].fold):
        # "Sailor Ada Quill Quill said": below a picture, without the full stop between. "Omar Ahmed Ahmed" is a name.
        words.pop()
    half = len(words) // 2
    if half > 1 and [word.fold for word in words[:half]] == [word.fold for word in words[half:]]:
        words = words[half:]  # "Ada Quill Ada Quill said": a picture's caption comes twice
    titles: tuple[str, ...] = ()
    start = words[0].start
    # Few runs stand after "of", "for", "to", "the" or "and", and the search is dear.
    after_office = text[start - 2 : start] in ("f ", "r ", "e ", "o ") or text[start - 4 : start] == "and "
    if after_office and stands_after_office(text, start):
        if len(words) > 1 and words[0].fold in OFFICES and words[-1].fold in OFFICES:
            return None  # "Minister for Foreign Affairs"
        if field := field_length(words):
            titles, words = ("secretary",), words[field:]
    named = words[0].fold in COURTESY or any(is_given_for_sure(word.fold) for word in words)
    # "General Mills" is no general.
    whole_group = (words[-1].fold in GROUP_NOUNS and not named) or (
        words[0].fold in TITLES and is_known_body(text[words[0].start : words[-1].end])
    )
    cut = 0 if whole_group else _last_title(words)
    if all(word.fold in _FIELDS for word in words[:cut]):
        cut = 0  # "Defence Mapping and Harbour Office"
    titles += tuple(word.fold for word in words[:cut])
    words = words[cut:]
    human = not titles and len(words) > 2 and words[0].fold in HUMAN
    if human and names_inside.AGED.match(text, words[-1].end):
        titles, words = (words[0].fold,), words[1:]  # "Protester Dyego Qaz, 35, said"
    offices = AFTER_OFFICE | ROLES if titles[-1:] in (("lord",), ("deputy",)) else AFTER_OFFICE
    if titles and len(words) == 1 and words[0].fold in offices and titles[-1] not in COURTESY:
        return None  # "the Attorney General", "the Acting Head", "the Lord Chancellor"
    office = (titles and titles[-1] not in COURTESY) or names_inside.opens_with_nation(words)
    if office and words[-1].fold in TITLES | ROLES and not any(is_given(word.fold) for word in words):
        return None  # "the Acting District Attorney", but "Mr Quaz Dame"
    if held := None if titles else name_after_office(text, words, small_words):
        titles, words = (held[0], *(word.fold for word in words[: held[1]])), words[held[1] :]
    elif len(words) > 2 and not is_given(words[0].fold):
        role = _role_before(text, words) if after_office else ""
        begins = initial and words[0] is run.words[0]
        # "A forecaster at the Bureau of Tides Ada Quill": nobody's name goes on with what a body is of.
        of_body = after_office and _BODY_OF.search(text, max(0, run.start - 40), words[0].start) is not None
        start = names_inside.given_inside(text, words, role != "" or begins, office=role != "" or of_body)
        if role and not start and names_inside.is_of_place(text, words):
            start = 1
        titles, words = (
            titles + ((role,) if role and start else ()) + tuple(w.fold for w in words[:start]),
            words[start:],
        )
    return NameReading(_kind(text, titles, words), titles, tuple(words))


def _is_surname(text: str, words: list[CapitalWord], months: Container[str]) -> bool:
    """Tell whether a month that ends a run is a name: "Prime Minister Theresa May", but "Ada Quill Monday"."""
    if words[-1].fold in months and (words[-2].fold in TITLES or is_given_for_sure(words[-2].fold)):
        return True  # "Mrs May" beside "Ada May", "Dr Ivo June"
    if not is_given(words[-2].fold):
        return is_given_month(text, words)
    return len(words) == 2 or (words[-1].fold == "may" and is_given_for_sure(words[-2].fold))


def _last_title(words: list[CapitalWord]) -> int:
    """Return how many words, from the first, are titles, roles and what goes with them."""
    for i, word in reversed(list(enumerate(words[:-1]))):
        # After a given name it is part of a name: "Mia DA Costa".
        short = is_capital_title(word.text, words[i + 1].text) or (
            i > 0 and word.text in IN_A_TEAM and not words[i + 1].text.isupper() and len(words) - i > 2
        )
        short = short and not (i and is_given_for_sure(words[i - 1].fold))
        if word.fold == "independent" and not is_given(words[i + 1].fold):
            continue  # "the Harwick Independent System Operator"
        titled = word.fold in TITLES or word.fold in ROLES or short
        titled |= len(words) > 2 and word.fold in (("tem", "tempore") if i else JOBS)  # "Farmer Ada Quill"
        member = word.fold in MEMBERS and not short
        if (titled or member) and words[i + 1].fold not in SUFFIXES:
            if i == 0 and is_given(word.fold) and (len(words) == 2 or len(words[1].fold) == 1):
                continue  # Dean Heller, Major Garrett, Dean A. Heller
            if member and len(words) - i < 3:
                continue  # "MP Materials" is a company
            return i + 1
    return 0


def _role_before(text: str, words: list[CapitalWord]) -> str:
    """Return the role of which a run begins with the place or the field: "mayor" before "Harwick Ada Quill"."""
    start = words[0].start
    found = _OFFICE_OF.search(text, max(0, start - 60), start)
    role = found[1].casefold() if found is not None else ""
    # "A lawyer for Harwick Ada Quill" speaks for somebody.
    held = role in ROLES or role in TITLES or role in MEMBERS | {"member"}
    return role if held and role not in _SPEAK_FOR else ""


def _kind(
    text: str, titles: tuple[str, ...], words: list[CapitalWord]
) -> Literal["full", "surname", "single", "group", "unknown"]:
    folds = [word.fold for word in words]
    if names_inside.is_aged(text, words) or names_inside.has_surname_first(words):
        return "full"
    if is_body(text, words) or is_thing(text, words) or (folds[0] == "st" and len(words) == 2):
        return "group"  # "St. Brandt" is a town
    if len(words) == 1:
        if folds[0] in _NO_PEOPLE and COURTESY.isdisjoint(titles):  # but "Ms Church"
            return "group"
        if words[0].text.isupper() and 1 < len(folds[0]) <= 5 and not titles:
            return "group"
        return "surname" if any(title in OF_SURNAMES for title in titles) else "single"
    if folds[-1] in SUFFIXES:
        folds = folds[:-1]
    if folds[-1] in COMPASS and _SEAT.match(text, words[-1].end):
        return "group"
    if len(folds) == 2 and is_given_for_sure(folds[0]) and (folds[1] in SURNAME_TOO or folds[1] in FUNCTION):
        return "full"
    if len(folds) in (2, 3) and is_given_for_sure(folds[0]) and folds[-1] in ORGANISATIONS - GROUP_NOUNS:
        return "full"  # Michael Bloomberg
    # "Ada A. Quill": an initial is no article.
    outright = any(len(f) > 1 and (f in NO_SURNAMES or f in ORGANISATIONS) for f in folds[1:])
    outright = outright or (len(folds) == 3 and folds[-1] in _GROUNDS)  # "Ivo Brandt Field"
    outright = outright or (folds[0][-1] == "s" and folds[0][:-1] in ROLES)  # "Institute of Directors Norvik"
    # "Foreign Minister Riyadh Qaz", "Mayor London Quill"
    held = len(folds) == 2 and titles[-1:] and titles[-1] in OF_NAMES
    held = held and not (folds[0] in COMPASS or folds[1] in names_inside.PLACE)
    if outright or folds[0] in ADJECTIVES or (folds[0] in _PLACE_FIRST and not held):
        return "group"
    if len(folds) > 4:
        return "unknown"
    if any(title in OF_NAMES for title in titles) or is_given_for_sure(folds[0]):
        return "full"
    middle = len(words) > 2 and any(len(fold) == 1 for fold in folds[1:-1])
    initials = (len(folds[0]) == 1 or "." in words[0].text) and folds[0] not in names_inside.NATIONS_IN_SHORT
    if middle or initials or folds[0] in SURNAME_FIRST or _looks_spoken(text, words, titles):
        return "full"
    return "unknown"


def _looks_spoken(text: str, words: list[CapitalWord], titles: tuple[str, ...]) -> bool:
    start, end = words[0].start, words[-1].end
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before and before[1] == "CEO":
        return True
    what = before[1].split("-in-")[0] if before and before[1].islower() else ""  # "editor-in-chief"
    if what and (what in _INTRODUCES or what.endswith(SCIENTIST_ENDINGS)):
        return True
    if text[end : end + 1] == "," and _after_role_of_something(text, start):
        return True
    # "The state Police Public Relations Officer, Odutola Quaz, said"
    if before and before[0].endswith(", ") and text[end : end + 1] == "," and before[1].casefold() in ROLES:
        return True
    aged = _AGE.match(text, end)
    the = text[max(0, start - 4) : start].casefold() == "the "
    # "Police from the Dolphin Quay who came" are who came.
    if (aged and not (the and aged[0].startswith(" "))) or any(
        title in ROLES or title in JOBS or title.upper() in IN_A_TEAM for title in titles
    ):
        return True
    if is_given(words[0].fold) and not words[-1].possessive:
        after = names_inside.SPOKEN_AFTER.match(text, end, end + 40)
        verb = _SPOKEN_BEFORE.search(text, max(0, start - 20), start)
        return bool(
            (after and after[1] in SPEAKS) or (verb and verb[1] in SPEAKS) or _APPOSITION.match(text, end)
        )
    if before and before[1].casefold() in ("at", "in", "near", "outside", "throughout"):
        return False  # "At Orsa Qaz, the teachers said"
    if the and not aged:
        return False  # "According to the Dene Post-Courier, the"
    body = _BODY_APPOSED.match(text, end)
    if body is not None and body[1] in SMALL_GROUPS:
        return False  # "Orsa Dene, a group of reporters, said"
    return bool(_APPOSITION.match(text, end)) and words[-1].text[-1] not in "s" and text[end] == ","


def _after_role_of_something(text: str, start: int) -> bool:
    """Return whether a name follows what somebody is: "the leader of the opposition Reds, Ivo Brandt,"."""
    found = _ROLE_OF.search(text, max(0, start - 120), start)
    return found is not None and found[1].casefold() in _INTRODUCES
