"""Find whom a question of fact is about and does not name: "the kid" of "What did the kid do?"."""

from __future__ import annotations

import re

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, is_person
from qa.conversation.earlier.appended_words import without_appended
from qa.language.lexicon.follow_up_words import HE, SHE, SOMEBODY, THE_BODY
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.question_words import ANY_AUXILIARY, QUESTION_AUXILIARIES
from qa.language.lexicon.roles import FEMALE_NOUNS, MALE_NOUNS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.described import asked_for
from qa.understanding.told_apart import ANYBODY
from qa.understanding.words import bare, is_role

_LONGEST = 300
"""The most characters of a question that are read."""
_WHO = regex(
    rf"(?:\b(?:{ANY_AUXILIARY})|\bwh[a-z]+['’]s)\s+the\s+(?P<words>[\w-]+(?:\s+[\w-]+){{0,2}})",
    re.IGNORECASE,
)


_OWNED = regex(
    rf"\b(?:{ANY_AUXILIARY})\s+(?P<owner>(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?[\w’'-]+(?:['’]s|s['’]))"
    r"\s+(?P<words>[\w-]+(?:\s+[\w-]+)?)",
    re.IGNORECASE,
)


def with_the(name: str) -> str:
    """Return an office as it stands in a sentence, "the new head of Vantor"; a name comes back as it is."""
    first = name.partition(" ")[0]
    owned = first.endswith(("'s", "’s")) or first in DETERMINERS
    return f"the {name}" if first.islower() and not owned and asked_for(name) is not None else name


def of_a_body(question: str, pronoun: str, speakers: KnownSpeakers) -> str | None:
    """Return whom a question of fact is about by whose they are, where that is nobody: "the museum's director".

    After "how much did Brandt's lawyer cost?", "he" may be Brandt.
    """
    match = _OWNED.search(without_appended(question)[:_LONGEST])
    if match is None:
        return None
    owner = match["owner"][:-2].removeprefix("the ")
    known = match_speaker(owner, speakers)
    people = (is_one_person(each, speakers) for each in (known.name, *known.ambiguous))
    if any(people) or is_person(owner, sure=True) or is_role(owner):
        return None
    found = somebody(f"did the {match['words']}", pronoun)
    return f"{match['owner']} {found.removeprefix('the ')}" if found else None


# "The head of Vantor": any other head is somebody else.
_NAME = r"[A-Z][\w&-]*(?:['’](?!s\b)\w+)?"
_OF_NAMED = regex(rf"\s+(?:of|at|from)\s+(?:the\s+)?{_NAME}(?:\s+(?:of\s+)?{_NAME}){{0,3}}")


def _is_several(word: str) -> bool:
    """Return whether a word is of several people, "judges", whom no "he" means."""
    return word.endswith("s") and not word.endswith("ss") and is_role(word[:-1]) and is_role(word)


def several_people(understood: Understanding) -> str | None:
    """Return which people a question of fact is about that names none: "the guys" of "were the guys arrested?".

    With what they are of: "did the people of Harwick back it?" is of no other people.
    """
    fact = without_appended(understood.standalone)[:_LONGEST]
    match = _WHO.search(fact) if understood.kind is QuestionKind.CONTENT else None
    for each in _WORD.finditer(match["words"]) if match else ():
        word = bare(each[0])
        if word in QUESTION_AUXILIARIES | PREPOSITIONS:
            break
        if match and (_is_several(word) or word in _PEOPLE or (word.endswith("s") and word[:-1] in _PERSON)):
            of = _OF_NAMED.match(fact, match.start("words") + each.end())
            return f"the {match['words'][: each.end()]}{of[0] if of else ''}"
    return None


_WORD = regex(r"\S+")
_PEOPLE = frozenset("people men women children".split())
_PERSON = SOMEBODY | ANYBODY


def somebody(question: str, pronoun: str) -> str | None:
    """Return whom a question of fact is about and only says what they are: "the kid" of "What did the kid do?".

    Args:
        pronoun: What is to mean them: "he" means no woman.
    """
    match = _WHO.search(without_appended(question)[:_LONGEST])
    words = match["words"].split() if match else []
    found = None
    for at, word in enumerate(map(bare, words), 1):
        if word in QUESTION_AUXILIARIES | PREPOSITIONS:
            break
        wrong = FEMALE_NOUNS if pronoun in HE else MALE_NOUNS
        if word in wrong or (pronoun in HE | SHE and _is_several(word)):
            return None
        if word in SOMEBODY | MALE_NOUNS | FEMALE_NOUNS or (is_role(word) and word not in THE_BODY):
            found = f"the {' '.join(words[:at])}"  # "the finance director": "finance" is none alone
        elif found:
            break
    if match is None or found is None:
        return None
    of = _OF_NAMED.match(match.string, match.start("words") + len(found.removeprefix("the ")))
    return f"{found}{of[0]}" if of else found
