"""Find whom a topic like "her husband" means: whom articles call her husband, or say that she is the wife of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.answering.topics.words_on_topic import words_of
from qa.answers import QuestionKind, Understanding
from qa.archive.protocol import View
from qa.datatypes import Bearer, DescriptionKind, Scope
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.roles import COMMON_KIN, MALE_NOUNS
from qa.language.patterns import regex
from qa.speakers.linking import match_speaker

_RELATIVE = regex(r"(?:his|her|their) (?:late |own )?(?P<kin>[a-z]+)", re.IGNORECASE, needs="his her their")
_SPOUSES = ("husband", "wife")
_CHILD, _PARENT, _SIBLING = ("son", "daughter"), ("father", "mother"), ("brother", "sister")
_OTHER_WAY = {
    "husband": ("wife", "widow"),
    "wife": ("husband", "widower"),
    **dict.fromkeys(_CHILD, _PARENT),
    **dict.fromkeys(_PARENT, _CHILD),
    **dict.fromkeys(_SIBLING, _SIBLING),
}
"""What somebody is to a relative who is that to them."""


def with_relative_named(view: View, understood: Understanding, scope: Scope) -> Understanding:
    """Return a question for somebody's words on "her husband" as one for those on the one person who that is.

    Where she says "my husband" it stays as it is: those words need not have his name.
    """
    topic, speaker = understood.topic, understood.speaker
    asks = understood.kind is QuestionKind.SAID and understood.speaker_known and not understood.ambiguous
    typed = _RELATIVE.fullmatch(topic) if topic and asks else None
    kin = typed["kin"].casefold() if typed else ""
    if topic is None or speaker is None or kin not in COMMON_KIN:
        return understood
    found = _called(view, kin, speaker) | _calling(view, kin, speaker)
    if len(found) != 1 or words_of(view, understood, scope):
        return understood
    (name,) = found
    return replace(understood, topic=name, standalone=understood.standalone.replace(topic, name))


def _called(view: View, kin: str, speaker: str) -> set[str]:
    """Return whom articles call a relative of a speaker."""
    return {each.who for each in _relatives(view, (kin,)) if _is(view, each.of or "", speaker)}


def _calling(view: View, kin: str, speaker: str) -> set[str]:
    """Return of whom articles call a speaker what makes them a relative: the father of Una has a daughter."""
    of = {
        each.of for each in _relatives(view, _OTHER_WAY.get(kin, ())) if each.speaker == speaker and each.of
    }
    gender = "m" if kin in MALE_NOUNS else "f"
    return of if kin in _SPOUSES else {name for name in of if gender_of(name.split()[0].casefold()) == gender}


def _relatives(view: View, kin: tuple[str, ...]) -> Iterator[Bearer]:
    found = view.bearers(kin, Scope()) if kin else []
    return (each for each in found if each.kind is DescriptionKind.RELATION and not each.former)


def _is(view: View, name: str, speaker: str) -> bool:
    return name == speaker or match_speaker(name, view).name == speaker
