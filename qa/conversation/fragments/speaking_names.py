"""Tell which names that are put into a question ask for somebody's words, and are no topics: a council's, a role's."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_no_part_of_a_name
from qa.conversation.earlier.past import Past, heard
from qa.language.lexicon.follow_up_words import COMMON_PARTIES, PARTIES_BY_NAME, REACTS, SIDES, THE_BODY
from qa.language.lexicon.groups import FIRM_WORDS, GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.places import METONYMS, NATIONS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers, Match
from qa.speakers.linking import known_speaker, match_speaker
from qa.understanding.told_apart import is_from_somewhere
from qa.understanding.words import bare

_LATELY = 4
"""Of how many questions, the last ones, one must have asked for a body's words."""


def groups_speak(past: Past, base: Understanding, speakers: KnownSpeakers) -> bool:
    """Return whether a body that is named next is asked for its words: a body was asked on the same before.

    So is any body, where it was asked whether somebody commented or who spoke on it, and where nobody is known who
    was asked for.
    """
    if base.cue in REACTS or not (base.speaker_known or base.speaker_is_role or base.ambiguous):
        return True
    return _is_group(base.speaker, speakers) or any(
        (_is_group(understood.speaker, speakers) or understood.kind is QuestionKind.WHO_SAID)
        and (not base.topic or (understood.topic or "").casefold() == base.topic.casefold())
        for _, understood in past.known[-_LATELY:]
    )


def likely_speaker(named: str, past: Past, speakers: KnownSpeakers, *, asked_from: bool) -> Match:
    """Return which speaker a name means, if it hardly means anything else: "berlin" is no Ivo Berlin yet unheard.

    Nor is "the price" one of several who are called Price.

    Args:
        asked_from: Whether it is said that words of somebody are asked for: "anyone from Berlin?".
    """
    match = match_speaker(named, speakers)
    names = {match.name, *match.ambiguous} - {None}
    unlikely = names.isdisjoint(heard(past)) and all(" " in name for name in names if name)
    return Match(None) if unlikely and not asked_from and is_no_part_of_a_name(named) else match


def speaks_by_its_kind(alone: Understanding, speakers: KnownSpeakers) -> bool:
    """Return whether a name is that of somebody who speaks, by what it says: a role, a council, a relative.

    "China" and "the treaty" are no such names: after somebody's words they are a topic.
    """
    if alone.kind is not QuestionKind.SAID or not alone.speaker or alone.ambiguous or alone.corrections:
        return False
    if alone.described or alone.speaker_is_role or is_from_somewhere(alone.speaker):
        return True
    last = bare(alone.speaker.split()[-1])
    if last in _THEIR_OWN and _OWNED.search(alone.speaker):
        return True
    # "The Board of Deputies" is a board.
    head = bare(re.split(r"\s+(?:of|for)\s+", alone.speaker)[0].split()[-1])
    known = speakers.speaker(alone.speaker)
    if known is not None and known.kind != "group":
        return False
    if {last, head} & {"states", "kingdom", "republic", "nations"}:
        return False
    if alone.speaker in FIRM_WORDS - THE_BODY and f"the {alone.speaker}" not in alone.question:
        return False  # "and energy?" is no firm whose name ends so
    if last in COMMON_PARTIES and not alone.speaker[:1].isupper():
        return False  # "and labour?", after words on pay
    return not {last, head}.isdisjoint((GROUP_NOUNS | PARTIES_BY_NAME | SIDES) - METONYMS)


_THEIR_OWN = frozenset("people camp crew side lot backers".split())
"""Those who speak for somebody, where it is said whose they are: "and Brandt's people?"."""
_OWNED = regex(r"\w(?:['’]s|s['’])\s")
_HALVES = frozenset("men women boys girls".split())
"""People who are asked for as others were: "what about men?", after women's words."""


def is_of_a_kind(named: str, alone: Understanding, base: Understanding, speakers: KnownSpeakers) -> bool:
    """Return whether a name that may be a topic as well is asked for its words as the last one was: "and the UN?"."""
    if alone.kind is not QuestionKind.SAID or not alone.speaker or alone.ambiguous:
        return False
    if {bare(base.speaker or ""), bare(named)} <= _HALVES:
        return True
    return bare(named.rsplit(maxsplit=1)[-1]) in ORGANISATIONS and _is_group(base.speaker, speakers)


def is_another_of_the_kind(named: str, base: Understanding) -> bool:
    """Return whether a name is somebody of whom the last speaker did not speak: "the other judge", "the Dene judge"."""
    same = base.speaker_is_role and bare(base.speaker or "") == bare(named.rsplit(maxsplit=1)[-1])
    return same or named.lower().startswith("the other ")


def body_itself(named: str, base: Understanding, speakers: KnownSpeakers) -> Understanding | None:
    """Return a question put to a body that is talked of as well: "the Lantern"; None for "Norland" and "the UK"."""
    known = known_speaker(named, speakers)
    the, _, name = named.casefold().partition(" ")
    if (
        known is None
        or known.kind != "group"
        or known.name == base.speaker
        or the != "the"
        or name in NATIONS
    ):
        return None
    return replace(
        base, kind=QuestionKind.SAID, speaker=known.name, speaker_known=True, speaker_is_role=False, ambiguous=(),
        described=None, bearers=(), instead_of=(), corrections=(), others=(),
    )  # fmt: skip


def known_by_letters(typed: str, name: str) -> bool:
    """Return whether a name was typed by its first letters, "aoc" for Ada Orsa-Cole: that is no wrong spelling."""
    letters = "".join(part[:1] for part in re.split(r"[\s-]+", name))
    return len(typed) > _TWO and letters.casefold() == typed.casefold()


_TWO = 2


def _is_group(name: str | None, speakers: KnownSpeakers) -> bool:
    known = speakers.speaker(name) if name else None
    if known is None:
        return bool(name) and bare((name or "").split()[-1]) in THE_BODY
    return known.kind == "group"
