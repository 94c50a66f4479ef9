"""Write the noun that "one" stands for: "when was the last letter?", after "how many letters did he write?"."""

from __future__ import annotations

import re

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.past import Past
from qa.conversation.topics.definite_things import definite_thing
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.question_words import QUESTION_WORDS
from qa.language.patterns import regex

_LONGEST = 120
_IN_A_ROW = "first|second|third|last|final"
_WHICH = (
    "old|older|oldest|new|newer|newest|previous|current|former|original|next|earlier|later|latest|big|bigger|biggest"
    "|small|smaller|smallest|main"
)
_ONE = regex(
    rf"\b(?P<before>(?:the|that|this|an?)\s+(?:(?P<row>{_IN_A_ROW})|{_WHICH}))\s+one\b"
    r"(?!\s+(?:who|that|which|whose|in|from|on|at|of|with|about|for|say|says|said|think|thinks|thought|tell|tells|told)\b)",
    re.IGNORECASE,
)
_ASKS = regex(
    rf"\s*(?:(?:and|but|so|ok(?:ay)?)\s+)*(?:{'|'.join(sorted(QUESTION_WORDS))})\b",
    re.IGNORECASE,
)
_COUNTED = regex(r"\b(?:how\s+many|which|what)\s+(?P<noun>[a-z][\w-]*s)\b", re.IGNORECASE)
_KIND = regex(rf"^(?:(?:{_IN_A_ROW}|{_WHICH})\s+)+", re.IGNORECASE)
_MOST_WORDS = 3

_WHO_BEFORE = regex(
    rf"\s*{ONE_LEAD}who\s+(?P<be>was|is|will\s+be)\s+(?:it|that)\s+(?P<when>(?:before|after|next|previously|until\s+then|earlier|last\s+year)"
    r"(?:\s+(?:that|him|her|them|then))?)[\s?!.]*",
    re.IGNORECASE,
)
_WHO_IS_THE = regex(
    rf"\s*{ONE_LEAD}who(?:['’]s|\s+(?:is|was))\s+(?:the|its|their|his|her)\s+(?:(?:new|newest|current|next|acting|latest)\s+)?(?P<office>[^?!]+?)[\s?!.]*",
    re.IGNORECASE,
)


def _of_the_office(question: str, last: Understanding) -> str | None:
    """Return who held an office before, of "who was it before?" after "who is the new mayor of Dene?"."""
    before, asked = _WHO_BEFORE.fullmatch(question), _WHO_IS_THE.fullmatch(without_appended(last.standalone))
    if before is None or asked is None or last.kind is not QuestionKind.CONTENT:
        return None
    other = "next" if before["when"].lower().startswith(("after", "next")) else "previous"
    return f"who {before['be']} the {other} {asked['office']}?"


def with_noun_for_one(question: str, past: Past) -> str | None:
    """Return a whole question with the noun of the last one for "one": "who was the old one?" asks of the old firm.

    "The second one" of several people or quotes is one of these; and of whom words are asked, "one" is somebody, as is
    who speaks: "what did the old one say?".
    """
    if past.last is not None and past.quoting and (held := _of_the_office(question, past.last)) is not None:
        return held
    match = _ONE.search(question) if len(question) <= _LONGEST and " " in question.strip() else None
    if match is None or past.last is None or not past.quoting or past.last.ambiguous:
        return None
    if not _ASKS.match(question):
        return None  # "her June statement, not the later one"
    if past.last.kind is not QuestionKind.CONTENT:
        named_by_office = past.last.speaker_is_role or past.last.described is not None
        if match["row"] or named_by_office:
            return None  # "who was the former one?", after the mayor's words, asks for a mayor
    noun = _noun_of(past.last)
    return f"{question[: match.end('before')]} {noun}{question[match.end() :]}" if noun else None


def _noun_of(last: Understanding) -> str | None:
    """Return the noun, alone and of one, of what the last question counted or was on: "firm" of "the new firms"."""
    if last.kind is QuestionKind.CONTENT:
        asked = without_appended(last.standalone)
        counted = _COUNTED.search(asked)
        thing = counted["noun"] if counted else definite_thing(asked)
    else:
        thing = last.topic
    words = (thing or "").split()
    end = next((at for at, word in enumerate(words) if at and word.lower() in PREPOSITIONS), len(words))
    words = words[:end]
    if words and words[0].lower() in DETERMINERS:
        words = words[1:]
    noun = _KIND.sub("", " ".join(words))
    if not noun or len(noun.split()) > _MOST_WORDS or not noun.split()[-1][:1].isalpha():
        return None
    return _single(noun)


def _single(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
