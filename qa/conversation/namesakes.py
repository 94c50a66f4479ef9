"""Tell which of several people of one name is meant, by who was talked of before."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.followed import Followed
from qa.conversation.past import Past, carrying
from qa.understanding.words import bare


def of_those_talked_of(followed: Followed, past: Past) -> Followed:
    """Take the one of several namesakes who was asked for before, or whose other name was typed before.

    After "what did Ada Quill say about Brandt?", "no, I mean Ivo" is Ivo Brandt, and no other Ivo.
    """
    understood = followed.understood
    names, typed = understood.ambiguous, {bare(word) for word in (understood.speaker or "").split()}
    if not names or understood.kind is not QuestionKind.SAID:
        return followed
    told = " ".join(f"{each.standalone} {each.topic or ''} {each.speaker or ''}" for _, each in past.known)
    said = {bare(word) for word in told.split()}
    likely = [name for name in names if ({bare(word) for word in name.split()} - typed) & said]
    if len(likely) != 1:
        return followed
    others = tuple(name for name in names if name != likely[0])
    meant = replace(
        understood, speaker=likely[0], speaker_known=True, ambiguous=(), instead_of=others, bearers=()
    )
    return replace(followed, understood=carrying(meant, understood.carried))
