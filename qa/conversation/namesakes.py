"""Tell which of several people of one name is meant, by who was talked of before."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.followed import Followed
from qa.conversation.past import Past, carrying
from qa.speakers.known import KnownSpeakers
from qa.understanding.words import bare


def _of_the_same_house(
    understood: Understanding, past: Past, speakers: KnownSpeakers
) -> Understanding | None:
    """Return the question for who was talked of by a given name, where that is a stranger's surname too.

    After "What did Ada Brandt say about her son Marsh?", "what does Marsh say?" asks Marsh Brandt, not Rosa Marsh.
    """
    name = understood.speaker or ""
    given = name.split()[-1:]
    if (
        understood.kind is not QuestionKind.SAID
        or " " not in name
        or understood.ambiguous
        or understood.described
    ):
        return None
    if not given or bare(given[0]) not in {bare(word) for word in understood.question.split()}:
        return None
    if bare(name.split()[0]) in {bare(word) for word in understood.question.split()}:
        return None
    for _, each in reversed(past.known):
        house = (each.speaker or "").split()[-1:]
        named = {bare(word) for word in (each.topic or "").split()}
        if not house or bare(given[0]) not in named or house == given:
            continue
        other = speakers.speaker(f"{given[0]} {house[0]}")
        if other is not None and other.name != each.speaker:
            meant = replace(
                understood, speaker=other.name, speaker_known=True, instead_of=(name,), bearers=()
            )
            return carrying(meant, understood.carried)
    return None


def of_those_talked_of(followed: Followed, past: Past, speakers: KnownSpeakers) -> Followed:
    """Take the one of several namesakes who was asked for or shown before, or whose other name was typed before.

    After "what did Ada Quill say about Brandt?", "no, I mean Ivo" is Ivo Brandt, and no other Ivo.
    """
    understood = followed.understood
    if (relative := _of_the_same_house(understood, past, speakers)) is not None:
        return replace(followed, understood=relative)
    names, typed = understood.ambiguous, {bare(word) for word in (understood.speaker or "").split()}
    if not names or understood.kind is not QuestionKind.SAID:
        return followed
    told = " ".join(f"{each.standalone} {each.topic or ''} {each.speaker or ''}" for _, each in past.known)
    said = {bare(word) for word in told.split()}
    likely = [name for name in names if ({bare(word) for word in name.split()} - typed) & said]
    if not likely:  # "Ada Hale, who runs the pier": she stood in what was shown
        answers = [turn.answer for turn in past.conversation.turns if turn.answered]
        likely = [name for name in names if any(name in answer for answer in answers)]
    if len(likely) != 1:
        return followed
    others = tuple(name for name in names if name != likely[0])
    meant = replace(
        understood, speaker=likely[0], speaker_known=True, ambiguous=(), instead_of=others, bearers=()
    )
    return replace(followed, understood=carrying(meant, understood.carried))
