"""Find where a person begins inside a longer run of capitals: "Dene Quay Subwarden Ada Quill"."""

from __future__ import annotations

from collections.abc import Container

from qa.attribution.people.names.capitals import CapitalWord
from qa.attribution.people.names.fields_of_office import NO_SURNAMES, PARTISANS
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.first_names import is_given, is_given_for_sure
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.name_parts import SURNAME_FIRST_OF_THREE
from qa.language.lexicon.person_verbs import SPEAKS
from qa.language.lexicon.places import ADJECTIVES, LANDS, PLACES
from qa.language.lexicon.roles import OFFICES, ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex

NATIONS_IN_SHORT = frozenset("u.s u.k u.n e.u".split())
PLACE = PLACES | LANDS
_KNOWN_MODIFIER = GROUP_NOUNS | ORGANISATIONS | PLACE | ADJECTIVES.keys() | OFFICES | ROLES | TITLES
AGED = regex(r", \d{2},")
"""After a name: "Ada Quill, 35, said"."""
_SECOND = frozenset("abdul abdel abdur chandra kumar prasad".split())
"""Given names that rarely come first."""
_IN_FULL = regex(r"\b([A-Z][\w’'-]{1,30}) (?=([A-Z][a-z]+)\b)")
_COMPOUND = regex(
    r"-(?:winn(?:er|ing)|born|based|era|lead(?:er|ing)|led|backed|nominated|trained|educated|appointed|raised|bred"
    r"|turned)$"
)
"""The end of an adjective: "Oscar-winner Quill", "London-born Ada Quill"."""
_SHORT_BODY = regex(r"[A-Z]{3,5}")
_INITIAL = regex(r"[A-Z]\.?")
_JOINED_GIVEN = regex(r"[A-Z][a-z]+-[a-z]+(?:['’]s?)?")
_SHORTENED_VERB = regex(r"['’](?:ve|ll|d|re|m)$")
"""The end of "We’ve" and "They’d", which begin a sentence and are no name."""

_SPEAKING = frozenset("saying adding telling arguing warning claiming insisting writing calling".split())
"""After the name of who speaks in a clause without a finite verb: "with leading Levyist Tom Brandt saying"."""
SPOKEN_AFTER = regex(r",? (?:\w+ly |ha[sd] )?([a-z]+)\b")


_URGES = frozenset("ask consider meet remember take thank".split())
"""What readers are asked to do with somebody whose name follows."""


def opens_with_nation(words: list[CapitalWord]) -> bool:
    """Tell whether a run begins with a nation in letters that lack the last full stop: "U.S President"."""
    joined = len(words) > 2 and words[0].end == words[1].start
    return joined and f"{words[0].fold}.{words[1].fold}" in NATIONS_IN_SHORT


def opens_without_name(words: list[CapitalWord], initial: bool, small_words: Container[str]) -> bool:
    """Tell whether the first word of a run is no part of a name, for what it is or for its place in a sentence."""
    fold = words[0].fold
    if len(words) > 1 and (_COMPOUND.search(words[0].text) or fold.endswith("-year-old")):
        return True
    if len(words) > 2 and _SHORT_BODY.fullmatch(words[0].text) and _INITIAL.fullmatch(words[1].text):
        return True  # "the secretary of HRC B. Quill"
    given = len(words) > 1 and is_given(fold)
    short = len(words) == 1 and len(fold) == 1
    if _is_named_after_us(words):
        return False
    if short or fold in CALENDAR or fold in FUNCTION or _SHORTENED_VERB.sub("", fold) in FUNCTION:
        return not given  # "S and P"
    if initial and fold in _URGES and len(words) == 2 and words[1].fold not in GROUP_NOUNS:
        return True  # "Ask Quill, a miller"
    # "Officials", "Voters": at the head of a sentence a capital says nothing.
    return initial and not given and fold in small_words and fold not in TITLES and fold not in GROUP_NOUNS


def _is_named_after_us(words: list[CapitalWord]) -> bool:
    """Tell whether "US" begins a name: "US Boats" is not "Orsa Boats", but "US Senator" and "US Ada" are without it."""
    if len(words) != 2 or words[0].text != "US" or words[1].text.isupper():
        return False
    fold = words[1].fold
    return not (fold in _KNOWN_MODIFIER or fold in CALENDAR or is_given_for_sure(fold))


def joins_two(word: CapitalWord) -> bool:
    """Tell whether a hyphen parts two people: "Ada Quill-Ivo Brandt talks", but not "Ada Quill-Miles"."""
    first, _, second = word.fold.partition("-")
    return bool(second) and is_given_for_sure(second) and not is_given(first) and "-" in word.text


def has_surname_first(words: list[CapitalWord]) -> bool:
    """Tell whether a joined given name follows a surname, which may be a place elsewhere: "Park Hae-won"."""
    return (
        len(words) == 2
        and words[0].fold in SURNAME_FIRST_OF_THREE
        and _JOINED_GIVEN.fullmatch(words[1].text) is not None
    )


def is_aged(text: str, words: list[CapitalWord]) -> bool:
    """Tell whether two words name somebody by the age after them, for no body has one: "Qaza Church, 31, said"."""
    place = words[0].fold in PLACE or words[0].fold in ADJECTIVES
    return len(words) == 2 and not place and AGED.match(text, words[1].end) is not None


def is_of_place(text: str, words: list[CapitalWord]) -> bool:
    """Tell whether a place and a name that speaks make up a run: "London Tamsi Quill" before "said"."""
    after = SPOKEN_AFTER.match(text, words[-1].end, words[-1].end + 40)
    named = len(words) == 3 and words[0].fold in PLACE and after is not None and after[1] in SPEAKS
    return named and not any(word.fold in _KNOWN_MODIFIER or word.fold in FUNCTION for word in words[1:])


def surnames_in(text: str) -> frozenset[str]:
    """Return what follows a given name in a text, in small letters: "price" of "Ada Price"."""
    return frozenset(m[2].lower() for m in _IN_FULL.finditer(text) if is_given_for_sure(m[1].lower()))


def speaks_at(text: str, end: int) -> bool:
    """Tell whether a verb of speech follows the word that ends at `end`: "Price said"."""
    after = SPOKEN_AFTER.match(text, end, end + 40)
    return after is not None and after[1] in SPEAKS


def given_inside(text: str, words: list[CapitalWord], initial: bool, *, office: bool = False) -> int:
    """Return where a person begins inside a longer run: "Harwick News Ada Quill"."""
    for i in range(1, len(words) - 1):
        if is_given_for_sure(words[i].fold):
            before = words[i - 1].fold
            if words[i].fold in _SECOND and before not in _KNOWN_MODIFIER:
                return 0  # "Qazuddin Abdul Rahman" has a name of three words
            known = "-" in before or before in PARTISANS
            known = known or before in _KNOWN_MODIFIER or words[0].fold in _KNOWN_MODIFIER
            # "Boats & Youth Ada Quill", "Member Harbours HBA Ada Quill"
            known = known or any(words[j].start - words[j - 1].end > 2 for j in range(1, i))
            # "Chief officer of Super Dene Ada Quill said"
            known = known or (office and len(words) == i + 2 and speaks_at(text, words[-1].end))
            known = known or (initial if i == 1 else words[i - 1].text.isupper() and len(before) > 1)
            known = known or _speaks_after_title(text, words, i)
            none = any(len(w.fold) > 1 and w.fold in NO_SURNAMES for w in words[i + 1 :])
            return i if known and not none else 0
    return 0


def _speaks_after_title(text: str, words: list[CapitalWord], given: int) -> bool:
    """Tell whether a given name and a surname end what speaks: "Dene Quay Subwarden Ada Quill said"."""
    after = SPOKEN_AFTER.match(text, words[-1].end, words[-1].end + 40)
    group = words[-1].fold in GROUP_NOUNS or words[-1].fold in ORGANISATIONS
    two = sum(len(word.fold) > 1 for word in words[given:]) == 2
    # "A lawyer for Dene Ada Quill" speaks for somebody, and "the Port Stanley Ferry" is no Stanley Ferry.
    alone = text[max(0, words[0].start - 4) : words[0].start].lower() not in ("for ", " of ", "the ")
    return two and alone and not group and after is not None and after[1] in SPEAKS | _SPEAKING
