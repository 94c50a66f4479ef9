"""Find whom "he" means where only what they are was said: the boss of "what did the ferry boss say?", a relative."""

from __future__ import annotations

import re

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import (
    gender_of_name,
    is_one_person,
    is_person,
    is_relative,
    is_somebody,
    may_mean,
)
from qa.conversation.pronouns.pronouns import pronoun_in
from qa.conversation.pronouns.unnamed_people import somebody
from qa.language.lexicon.follow_up_words import HE, OWNERS, SHE, THEY
from qa.language.lexicon.question_words import ANY_AUXILIARY
from qa.language.lexicon.roles import COMMON_KIN
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in
from qa.understanding.words import is_role


def asked_or_told_of(question: str, last: Understanding | None, speakers: KnownSpeakers) -> str | None:
    """Return the role of whoever was asked for and not found, where "he", "she" or "his" may mean them.

    After "what did the ferry boss say?" and nobody's words, "what's his name?" asks for the ferry boss's. "They" are
    the several things that somebody spoke of: the ferries, after Quill's words on the ferries.
    """
    pronoun = pronoun_in(question)
    if pronoun in THEY:
        return _several_told_of(question, last, speakers)
    if told := somebody_told_of(pronoun or "", last):
        return told
    name = last.speaker if last is not None and last.speaker_is_role and not last.ambiguous else None
    if last is None or name is None or pronoun not in HE | SHE:
        return None
    if is_relative(name) and gender_of_name(name) != ("f" if pronoun in HE else "m"):
        return None  # "how old is he?", after "what did her son say?", may be the son
    if (owner := _owner_of(name, pronoun, last)) or name.partition(" ")[0].lower() in OWNERS:
        return owner
    others = (match_speaker(each, speakers).name or each for each in names_in(f"about {last.topic or ''}"))
    if any(is_one_person(each, speakers) or is_person(each, sure=True) for each in others):
        return None
    return f"the {name}" if is_somebody(f"the {name}") and may_mean(pronoun, name, speakers) else None


def _owner_of(name: str, pronoun: str, last: Understanding) -> str | None:
    """Return whose agent was asked for: "her" of "when was her first film?" is Ada Quill's, after "her agent" was."""
    job = _without_owner(name)
    whose = re.search(rf"\b(?P<whose>his|her)\s+{re.escape(job)}\b", f"{last.question} {name}", re.IGNORECASE)
    same = whose and any({pronoun, whose["whose"].lower()} <= gender for gender in (HE, SHE))
    return _owner_in(last.standalone, job) if same else None


def _without_owner(name: str) -> str:
    first, _, job = name.partition(" ")
    return job if first.lower() in OWNERS else name


def _owner_in(asked: str, job: str) -> str | None:
    owned = re.search(
        rf"\b(?:{ANY_AUXILIARY})\s+(?P<owner>\S.*?)(?:['’]s|(?<=s)['’])\s+{re.escape(job)}\b", asked
    )
    return owned["owner"] if owned is not None else None


_NAME = regex(
    r"\bwhat(?:['’]?s|\s+(?:is|was))\s+(?:his|her)\s+(?:(?:full|first|last|real)\s+)?name\b|\bwhat(?:['’]?s|\s+(?:is|was))\s+(?:he|she)\s+called\b",
    re.IGNORECASE,
)


def nameless(question: str, pronoun: str, last: Understanding) -> str | None:
    """Return who was asked for by what they are, where it is asked what their name is: nobody asks it of the named.

    After "what did the editor say about Quill?", "what's his name?" is the editor's.
    """
    name = last.described or (last.speaker if last.speaker_is_role else None)
    if name is None or last.kind is not QuestionKind.SAID or not _NAME.search(question):
        return None
    if gender_of_name(name) == ("f" if pronoun in HE else "m"):
        return None
    if owner := _owner_in(last.standalone, job := _without_owner(name)):
        return f"{owner}'s {job}"
    owned = name.partition(" ")[0].endswith(
        ("'s", "’s")
    )  # "vantor's chief executive", typed in small letters
    return name if name[:1].isupper() or owned else f"the {job.removeprefix('the ')}"


_WHICH_ONE = regex(r"\s+(?:of|from|at|in|who|that|with)\s")


def somebody_told_of(pronoun: str, last: Understanding | None) -> str | None:
    """Return who was spoken of, by what they are: the manager, after Brandt's words on them, and not Brandt.

    But after "where did he say that?" he is Brandt, as he was there.
    """
    if last is None or last.kind is not QuestionKind.SAID or pronoun not in HE | SHE:
        return None
    if {"speaker", "topic"} <= {*last.carried} and _same(pronoun, pronoun_in(last.question)):
        return None
    topic = last.topic or ""
    told = somebody(f"did {topic}", pronoun) if last.speaker else None
    return topic if told and (topic == told or _WHICH_ONE.match(topic, len(told))) else None


def _same(pronoun: str, other: str | None) -> bool:
    return any(pronoun in gender and other in gender for gender in (HE, SHE))


def _several_told_of(question: str, last: Understanding | None, speakers: KnownSpeakers) -> str | None:
    topic = (last.topic if last is not None and last.kind is QuestionKind.SAID else None) or ""
    if last is None or last.ambiguous or _SEVERAL.fullmatch(topic) is None:
        return None
    if _OF_PEOPLE.search(question) and not is_role(topic):
        return None
    one = is_one_person(last.speaker, speakers) or is_somebody(f"the {last.speaker}")
    return topic if one else None  # of the unions, "they" are the unions


# "Why do they want it?", after Quill's words on the ferries, is asked of people.
_OF_PEOPLE = regex(
    r"\bthey(?:\s+(?:not|all|both|still|also|really|now))*\s+(?:want|think|say|said|claim|oppose|support|back|believe|hope|plan"
    r"|propose|agree|deny|blame|call|ask|demand|fear|expect|know|refuse|decide|vote|argue|protest|complain|respond|react|reply"
    r"|answer|comment)|\bthey\b.*\b(?:him|her|them|it)\b",
    re.IGNORECASE,
)
_SEVERAL = regex(r"(?:[\w’'-]+\s+){0,3}(?!news\b)[a-z][\w-]*(?<!ic)[a-hj-rtv-z]s")
_RELATIVE = regex(rf"(?:[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*|[\w-]+)['’]s?\s+(?:{'|'.join(sorted(COMMON_KIN))})\b")


def relative_meant(pronoun: str, last: Understanding | None) -> str | None:
    """Return the relative who was talked of, where "he", "she" or "his" means them: "Quill's father"."""
    if last is None or pronoun not in HE | SHE:
        return None
    phrase = last.topic
    if last.kind is QuestionKind.CONTENT and (named := _RELATIVE.search(last.standalone)) is not None:
        phrase = named[0]  # "his wife", after "What did Quill's father invent?"
    if not phrase or not is_relative(phrase):
        return None
    return phrase if gender_of_name(phrase) == ("f" if pronoun in SHE else "m") else None
