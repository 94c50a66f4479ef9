"""Tell which questions of fact leave what was talked of to be "it" next: asides, and those that name only people."""

from __future__ import annotations

import re
from itertools import takewhile

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.topics.definite_things import ANYBODY, definite_thing
from qa.conversation.topics.subjects import subject
from qa.language.lexicon.follow_up_words import SOMEBODY, THE_BODY
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.patterns import regex
from qa.understanding.introduced import asks_for_person, names_what_is_led
from qa.understanding.names import names_in
from qa.understanding.told_apart import ANYBODY as MAN_OR_WOMAN
from qa.understanding.words import bare, is_role

_WHO_HE_IS = r"(?:(?:full|first|last)\s+)?(?:name|age|job|title|role)\b"
OF_HIM = regex(rf"\b(?:he|she|him|(?:his|her)\s+{_WHO_HE_IS})\b", re.IGNORECASE)
_A_THING = regex(
    rf"\b(?:the|an?|his|her|its|their|this|that|these|those)\s+(?!{_WHO_HE_IS})[a-z]", re.IGNORECASE
)


def is_aside(question: str, understood: Understanding) -> bool:
    """Return whether a question of fact names no thing: it is about somebody, or about what was talked of anyway.

    "Which firm is he from?", after Quill's words on the levee, leaves the levee to be what "it" means next; and so
    does "is that likely?".
    """
    if "words" not in understood.carried or _A_THING.search(question) or names_in(question):
        return False
    added = without_appended(understood.standalone) != understood.standalone
    return added or OF_HIM.search(question) is not None


def names_no_thing(question: str, understood: Understanding) -> bool:
    """Return whether a question of fact leaves what was talked of to be "it": an aside, or "who is the pilot?".

    But "who runs the mill?" and "who is the owner of the mill?" name a thing.
    """
    asked = understood.standalone
    who = asks_for_person(asked) and not names_what_is_led(asked) and definite_thing(asked) is None
    return who or is_aside(question, understood) or names_no_it(understood)


_OF_ANY = regex(r"\b(?:is|are|was|does|do|did|can|will|would|of|for)\s+an?\s", re.IGNORECASE)
"""Any one of a kind, which "it" is next: "how much does a ticket cost?"."""
_ACTING = (
    SOMEBODY | MAN_OR_WOMAN | HUMAN | ANY_ROLE | THE_BODY | frozenset("city town state country".split())
) - frozenset("school hospital church office".split())
"""People and bodies that do something; a school that closes is a thing as well."""


def names_no_it(understood: Understanding) -> bool:
    """Return whether a question of fact names only people, bodies or nobody, and so nothing that "it" may be next.

    "When would it start?", after Quill's words on the strike and "does the city have a plan?", is asked of the strike.
    """
    asked = without_appended(understood.standalone)
    if understood.kind is not QuestionKind.CONTENT or names_in(f"about {asked}") or _OF_ANY.search(asked):
        return False
    words = [bare(word) for word in (definite_thing(asked) or subject(understood) or "").split()]
    if not words or words[0] in ANYBODY | PRONOUNS | _NOBODY_NAMED:
        return True
    rest = words[words[0] == "the" :]
    named = list(takewhile(lambda word: word not in PREPOSITIONS | DETERMINERS, rest))
    last = next(reversed(named), "")  # "the state park" and "the police station" are things
    return last in _ACTING or (is_role(last) and last not in THE_BODY)


_NOBODY_NAMED = frozenset("a an any some anybody anyone somebody someone nobody".split())
