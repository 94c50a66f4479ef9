"""Tell which names a pronoun may stand for: "she" a woman's, "they" any but a single person's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qa.language.lexicon.first_names import EITHER, FEMALE, GIVEN_AND_PLACE, MALE, gender_of
from qa.language.lexicon.follow_up_words import FIRM_PATTERN, HE, SHE, THE_BODY, THEY
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.places import LANDS, SAME_PLACE
from qa.language.lexicon.roles import COMMON_KIN, FEMALE_NOUNS, MALE_NOUNS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.described import asked_for
from qa.understanding.words import is_role

_FIRM = regex(FIRM_PATTERN)
_SEVERAL = regex(r"(?:^|\s)(?!boss$)[a-z][\w-]*(?<![su])s$")
_OWNED = regex(r"\w['’]s?\s+\w")
_NO_PEOPLE = LANDS.union(ORGANISATIONS, GROUP_NOUNS, *SAME_PLACE)
"""Words of no person's name: "USA Rowing", which an archive may take for one, is no "she"."""
_GIVEN = GIVEN_AND_PLACE & (MALE | FEMALE | EITHER)
"""Places after which people are called: "Jordan Quill" is somebody, and no part of Jordan."""


def is_one_person(name: str | None, speakers: KnownSpeakers) -> bool:
    """Return whether a speaker is a person, by the archive and by the form of the name."""
    known = speakers.speaker(name) if name else None
    return known is not None and known.kind == "person" and _reads_like_a_person(known.name)


def is_body(name: str, speakers: KnownSpeakers) -> bool:
    """Return whether a name of several words is a body's, by the archive or by its form: "USA Rowing"."""
    return kind_of(name, speakers) == "group" or (" " in name and not _reads_like_a_person(name))


def kind_of(name: str, speakers: KnownSpeakers) -> str | None:
    known = speakers.speaker(name)
    return known.kind if known else None


def gender_of_name(name: str) -> str | None:
    """Return 'm' or 'f' by a given name, or by what a relative is called: "Ivo Quill's daughter" is a woman."""
    words = name.split()
    if not words:
        return None  # a name that means nobody: "she" where every Brandt is a man
    if words[-1] in FEMALE_NOUNS | MALE_NOUNS:
        return "f" if words[-1] in FEMALE_NOUNS else "m"
    return gender_of(words[0].casefold())


def _gender_here(name: str, speakers: KnownSpeakers) -> str | None:
    """Return 'm' or 'f' by a given name, which a surname of the archive is not: "Davis", with an Una Davis in it."""
    match = match_speaker(name, speakers) if " " not in name else None
    full = [each for each in (match.name, *match.ambiguous) if each] if match else []
    bearers = {gender_of_name(each) for each in full if each.endswith(f" {name}")}
    return gender_of_name(name) if not bearers else bearers.pop() if len(bearers) == 1 else None


def gender_shown(name: str, texts: Iterable[str]) -> str | None:
    """Return 'm' or 'f' by the title that a surname has in what was shown: "Ms Strand" is a woman; None without one."""
    surname = re.escape(name.rsplit(maxsplit=1)[-1])
    # "They will miss Brandt" is no title.
    titled = re.compile(
        rf"\b(?:(?P<m>Mr|MR)|(?P<f>M(?:rs|RS|s|S|iss|ISS)))\.?\s+(?:[A-Z][\w’'-]*\s+)?(?i:{surname})\b"
    )
    found = {match.lastgroup for text in texts for match in titled.finditer(text)}
    return found.pop() if len(found) == 1 else None


def agrees(pronoun: str, name: str, speakers: KnownSpeakers) -> bool:
    """Return whether a pronoun certainly fits a name: "she" a woman's, "they" any but a single person's."""
    if pronoun in THEY:
        return (
            not (kind_of(name, speakers) == "person" and _reads_like_a_person(name))
            and _gender_here(name, speakers) is None
        )
    if pronoun == "its":
        return kind_of(name, speakers) != "person" and _gender_here(name, speakers) is None
    female = pronoun in SHE
    return kind_of(name, speakers) != "group" and _gender_here(name, speakers) == ("f" if female else "m")


def may_mean(pronoun: str, name: str, speakers: KnownSpeakers, *, topic: str | None = None) -> bool:
    """Return whether nothing speaks against "he" or "she" for a name: no other gender, no body's name, no thing.

    "Them" is not the one who spoke where there is a `topic`: it is the ferries, after Quill's words on the ferries.
    """
    if pronoun not in HE | SHE:
        return topic is None or not (is_one_person(name, speakers) or is_somebody(f"the {name}"))
    match = match_speaker(name, speakers)
    if name.split(maxsplit=1)[0].lower() in DETERMINERS and asked_for(name) is None and not is_role(name):
        return False  # "the levee"
    each = [one for one in (match.name, *match.ambiguous) if one] or [name]
    other = "m" if pronoun in SHE else "f"
    return any(gender_of_name(one) != other and kind_of(one, speakers) != "group" for one in each)


def may_be(pronoun: str, name: str, speakers: KnownSpeakers) -> bool:
    """Return whether "he" or "she" can mean a name that does not show its gender: it must look like a person's.

    Archives take many companies for people, and "she" is none of them.
    """
    if pronoun in THEY or pronoun == "its" or _gender_here(name, speakers) is not None:
        return False
    return kind_of(name, speakers) == "person" and _reads_like_a_person(name)


def may_be_asked(pronoun: str, name: str, speakers: KnownSpeakers) -> bool:
    """Return whether "he" or "she" can mean the speaker that the last question named: "Rubio" is enough."""
    if pronoun in THEY or pronoun == "its" or _gender_here(name, speakers) is not None:
        return False
    return kind_of(name, speakers) != "group" and (_reads_like_a_person(name) or is_person(name, sure=False))


def _reads_like_a_person(name: str) -> bool:
    words = [word.casefold().strip(".") for word in name.split()]
    if any(word.endswith(("'s", "’s")) for word in words):
        return False  # "Harwick County's Flood Office"
    if _SEVERAL.search(name):
        return False  # "his teammates"
    others = words[1:] if words[:1] and words[0] in _GIVEN else words  # "Jordan Quill"
    return len(words) > 1 and not any(word in _NO_PEOPLE or _FIRM.fullmatch(word) for word in others)


def is_relative(phrase: str) -> bool:
    """Return whether a phrase names somebody as a relative: "his daughter", "Quill's brother", "their sons"."""
    last = phrase.rsplit(maxsplit=1)[-1] if phrase.split() else ""
    return last in COMMON_KIN or last.removesuffix("s") in COMMON_KIN


def is_the_relative(pronoun: str, phrase: str) -> bool:
    """Return whether a pronoun means a relative, and cannot mean whose: "she" is "his daughter", "he" either of two."""
    if not is_relative(phrase) or gender_of_name(phrase) != ("f" if pronoun in SHE else "m"):
        return False
    owner = phrase.rsplit(maxsplit=1)[0].removesuffix("'s").removesuffix("’s")
    same = (HE if pronoun in HE else SHE) | {"his" if pronoun in HE else "her"}
    return owner.lower() not in same and gender_of_name(owner) != gender_of_name(phrase)


_ASKED_KIN = regex(
    r"(?:(?:and|but|so|ok)\s+)*(?:(?:what|how)\s+about\s+|what\s+(?:did|does|do|has)\s+|(?:did|does|has)\s+)?(?:his|her|their)\s+"
    r"(?P<kin>[a-z-]+)\b",
    re.IGNORECASE,
)
"""Somebody's relative who is asked: "and his sister?", "what did her dad say?"."""


def is_described_otherwise(pronoun: str, described: str | None, question: str) -> bool:
    """Return whether words for who was asked show another gender: her dad is no "she", whatever he is called."""
    kin = None if described else _ASKED_KIN.match(question)
    described = kin["kin"] if kin else described
    if not described or not is_relative(described):
        return False
    return pronoun in (SHE if gender_of_name(described) == "m" else HE if gender_of_name(described) else ())


def is_person(name: str, *, sure: bool) -> bool:
    """Return whether a name that nobody in the archive has is a person's by its form.

    Args:
        sure: Require a known given name at the beginning. Otherwise it is enough that the name is no known place or
            group, as where there is no archive to ask.
    """
    words = name.split()
    if not 1 <= len(words) <= 3 or not all(word[:1].isupper() for word in words):
        return False
    given = gender_of(words[0].casefold()) is not None and len(words) > 1
    if sure or given:
        return given
    return not any(
        (word.isupper() and len(word) > 1)
        or word.casefold() in _NO_PEOPLE
        or _FIRM.fullmatch(word.casefold())
        for word in words
    )


def is_where(name: str, text: str) -> bool:
    """Return whether a text says a name only to say where: "Port Orsa" of "who won in Port Orsa?" is nobody."""
    return re.search(rf"\b(?:in|at|near|outside|across)\s+(?i:{re.escape(name)})\b", text) is not None


def is_only_where(name: str, speakers: KnownSpeakers) -> bool:
    """Return whether one word that said where somebody was is nobody's name here: "in Victoria", "in Dene"."""
    match = match_speaker(name, speakers)
    return " " not in name and (match.name is None or match.corrected) and not match.ambiguous


def is_a_thing(name: str, text: str) -> bool:
    """Return whether a text says a name as a thing's: "the Dene Upgrade" is nobody."""
    return re.search(rf"\b(?:the|a|an|this|that)\s+{re.escape(name)}\b", text) is not None


def is_called_a_thing(name: str, text: str) -> bool:
    """Return whether a text says of what a name is the name: Harwick Vale, of "his Harwick Vale farm"."""
    which = r"(?:the|a|an|this|that|his|her|their|its)"
    pattern = rf"\b(?i:{which})\s+(?i:{re.escape(name)})\s+(?!(?:and|or|who|is|was|has|had|said|says)\b)[a-z]"
    return re.search(pattern, text) is not None


IT = regex(r"\b(?:it|its)\b(?!['’])", re.IGNORECASE)
"""A thing; "it's" may be no more than "there is"."""
HE_OR_SHE = regex(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)


def stood_for_it(name: str, typed: str, read: str) -> bool:
    """Return whether "it" of a question as typed was read as a name: "when is it?", of Harwick Day."""
    if IT.search(typed) is None or HE_OR_SHE.search(typed) is not None:
        return False
    return name in read and name.casefold() not in typed.casefold()


def is_somebody(topic: str) -> bool:
    """Return whether a topic says what somebody is and names no thing: "the owner", "the boss", "Dene's mayor"."""
    head = topic.casefold().partition(" of ")[0]
    whose = head.startswith("the ") or _OWNED.search(head) is not None
    several = head.endswith("s") and not head.endswith("ss")
    return whose and is_role(head) and not (several or is_a_body(head))


def is_a_body(topic: str) -> bool:
    """Return whether a topic is a body of which only the kind is said: "the company"."""
    the, _, noun = topic.casefold().partition(" ")
    return the == "the" and noun in THE_BODY


def is_somebodys_name(name: str, pronoun: str, speakers: KnownSpeakers) -> bool:
    """Return whether the pronoun is "they" and the name is one person's: "Collins" is one, whichever Collins."""
    if pronoun not in THEY:
        return False
    match = match_speaker(name, speakers)
    return bool(match.ambiguous) or is_one_person(match.name, speakers)


def is_no_part_of_a_name(named: str) -> bool:
    """Return whether a word of somebody's name hardly means them: "berlin" for Ivo Berlin, "the money" for Una Money.

    "The mayor" may be in a name, too: "Mayor Una Strand".
    """
    the, _, noun = named.partition(" ")
    return named.casefold() in LANDS or (the == "the" and noun.islower() and not is_role(noun))
