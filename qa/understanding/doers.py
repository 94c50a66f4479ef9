"""Read a question for the words of critics or supporters as one for who criticised or supported what it names."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.language.lexicon.speech_acts import DOERS
from qa.language.patterns import in_small_letters, regex
from qa.understanding.words import bare

_OWNED = regex(r"(?P<owner>\S.*?)(?:['’]s|(?<=s)['’])\s+\w+")


def asked_of_doers(understood: Understanding) -> Understanding | None:
    """Return what "What do critics say about the plan?" asks in other words: who criticised the plan.

    Articles seldom call critics so: they tell who "slammed" the plan. None for every other question, and where nothing
    says what they are critics of.
    """
    who = understood.speaker or ""
    act = DOERS.get(bare(who.split()[-1])) if who.split() else None
    if act is None or understood.kind is not QuestionKind.SAID:
        return None
    if not understood.speaker_is_role and in_small_letters(who) in in_small_letters(understood.question):
        return None  # "What do the Toll Critics say?" asks for a body of that name
    owned = _OWNED.fullmatch(who)
    topic = " ".join(filter(None, (owned["owner"] if owned else "", understood.topic)))
    if not topic:
        return None
    return replace(
        understood,
        kind=QuestionKind.WHO_SAID,
        speaker=None,
        speaker_known=True,
        speaker_is_role=False,
        described=None,
        bearers=(),
        topic=topic,
        cue=act,
    )
