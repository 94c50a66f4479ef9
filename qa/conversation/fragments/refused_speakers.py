"""Put whoever is meant into the place of the speaker whom a correction refuses: "not him, the coach"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_person
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying
from qa.conversation.fragments.corrections import refused_in
from qa.conversation.fragments.fragments import is_somebody
from qa.language.lexicon.follow_up_words import ARTICLES, HE, OWNERS, SHE, THEY
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare, is_role

_LONGEST = 60
_ARTICLES = ("the ", "a ", "an ", "that ", "this ")
_KEPT = ("topic", "addressee", "dates", "source")


def offered_by_part(meant: str, last: Understanding) -> str | None:
    """Return whom of those who were offered a part of the name picks: Dene Council of "no, Dene"; None for several."""
    words = {bare(word) for word in meant.split()} - {"the", "one"}
    fitting = [
        name for name in last.ambiguous or last.bearers if words <= {bare(part) for part in name.split()}
    ]
    return fitting[0] if words and len(fitting) == 1 else None


def refuses_speaker(question: str, last: Understanding) -> bool:
    """Return whether a correction says that the one who was asked is not meant: "not him", "Brandt, not Quill"."""
    refused = refused_in(question)
    if refused is None or last.kind is not QuestionKind.SAID:
        return False
    words = {bare(word) for word in _without_article(refused).split()}
    asked = f"{last.speaker or ''} {last.described or ''}"
    return words <= HE | SHE | THEY or (bool(words) and words <= {bare(word) for word in asked.split()})


_WRONG_ONE = regex(
    r"\s*(?:(?:ok(?:ay)?|well|hm+|oh|um+|and|but|so|no|nah|nope|wait)[\s,]+)*(?:(?:that|this|it)(?:['’]?s|\s+is|\s+was)\s+)?"
    r"(?:(?:the\s+)?wrong\s+(?:person|man|woman|guy|girl|lady|dude|speaker)|(?:not|i\s+(?:do|did)(?:n['’]?t|\s+not)\s+(?:mean|want|ask(?:\s+(?:about|for))?))\s+(?P<who>[^,;?!]{2,40}?))[\s?!.]*",
    re.IGNORECASE,
)


def refuses_only_speaker(question: str, last: Understanding) -> bool:
    """Return whether a turn only says that whoever was asked is not meant: "not him", "not Quill", "wrong guy"."""
    match = _WRONG_ONE.fullmatch(question) if len(question) <= _LONGEST else None
    if match is None or last.kind is not QuestionKind.SAID or not last.speaker or last.ambiguous:
        return False
    who = _without_article(match["who"] or "him")
    words = {bare(word) for word in who.split()}
    # "Not the senator", after Quill's words on the levee, is not her, whatever the archive calls her.
    held = who != match["who"] and is_role(who) and who.lower() not in (last.topic or "").lower()
    # "Not the police the banks" names two, and the second is meant.
    held = held and all(
        bare(before) in PREPOSITIONS for before, word in pairwise(who.split()) if bare(word) in ARTICLES
    )
    return (
        held
        or words <= HE | SHE
        or words <= {bare(word) for word in f"{last.speaker} {last.described or ''}".split()}
    )


def refuses_somebody(question: str) -> bool:
    """Return whether a turn only says who is not meant by "who?": "not the boss", though not "not the levee"."""
    match = _WRONG_ONE.fullmatch(question) if len(question) <= _LONGEST else None
    if match is None or match["who"] is None:
        return match is not None
    who = _without_article(match["who"])
    if " the " in who:
        return False  # "not the boss the clerk" says who is meant as well
    return bare(who) in HE | SHE or is_role(who) or is_person(who, sure=True)


def as_speaker(
    question: str, meant: str, found: Followed | None, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return what a correction was read as, if that asks another speaker; else the last question put to who is meant.

    "No, I meant the mayor", after the minister's words on prisons, asks nothing of the minister on the mayor. After
    Quill's words on the minister, it may: the mayor is another of whom she spoke.
    """
    last = past.last
    if last is None or last.kind is not QuestionKind.SAID or not last.speaker:
        return found
    refused = refuses_speaker(question, last)
    if not refused and not (_is_somebody(meant) and not _speaks_of_somebody(last, speakers)):
        return found
    others = _without(last.speaker, found)
    if others is not None and others.understood.kind is not QuestionKind.CONTENT:
        return others
    alone = read(f"What did {meant} say?")
    if (
        alone.kind is not QuestionKind.SAID
        or not alone.speaker
        or alone.topic
        or alone.speaker == last.speaker
    ):
        return others
    put = replace(
        alone, question=question, topic=last.topic, addressee=last.addressee, source=last.source,
        since=last.since, until=last.until, cue=last.cue, order=last.order,
    )  # fmt: skip
    return Followed(carrying(put, _KEPT))


def spoken_of(meant: str, last: Understanding) -> str | None:
    """Return who was spoken of, if they are meant: "Quill's deputy" of "not Quill, the deputy", after "her deputy"."""
    owner, _, what = (last.topic or "").partition(" ")
    same = bare(meant.rsplit(maxsplit=1)[-1]) == bare((what or "-").split()[-1])
    if not (same and last.speaker and owner.lower() in OWNERS and is_somebody(what)):
        return None
    return f"{last.speaker}'s {what}"


def chosen(question: str, name: str, last: Understanding) -> Followed:
    """Ask the last question of one of those who were offered."""
    others = tuple(each for each in last.ambiguous or last.bearers if each != name)
    one = replace(
        again(question, last), speaker=name, speaker_known=True, speaker_is_role=False, ambiguous=(), bearers=(),
        instead_of=others, described=None,
    )  # fmt: skip
    return Followed(carrying(one, _KEPT))


def _without(speaker: str, found: Followed | None) -> Followed | None:
    """Return what a turn may mean, without the meanings that ask a speaker."""
    while found is not None and found.understood.speaker == speaker:
        found = found.otherwise
    return replace(found, otherwise=_without(speaker, found.otherwise)) if found else None


def _without_article(phrase: str) -> str:
    low = phrase.lower()
    return next((phrase[len(word) :] for word in _ARTICLES if low.startswith(word)), phrase)


def _is_somebody(meant: str) -> bool:
    return meant.lower().startswith("the ") and is_somebody(_without_article(meant))


def _speaks_of_somebody(last: Understanding, speakers: KnownSpeakers) -> bool:
    topic = last.topic
    if not topic:
        return False
    return is_somebody(_without_article(topic)) or match_speaker(topic, speakers).name is not None
