"""Ask back: offer whole questions to choose from where a question lacks something that no earlier turn has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answers import Answer, Outcome, QuestionKind, Quote, Understanding
from qa.archive.corpus_summary import summary
from qa.archive.protocol import View
from qa.archive.speaker_lookup import topics_of
from qa.conversation.earlier.agreement import may_mean
from qa.conversation.earlier.question_text import told
from qa.conversation.pronouns.pronouns import put_in, stands_for_somebody
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.speakers.known import KnownSpeakers

MAX_CHOICES = 4
LOOKED_THROUGH = 12
"""Among how many of those who speak most some are looked for whom "she" may mean."""


def asked_back(answer: Answer, speakers: KnownSpeakers) -> Answer:
    """Turn the answer to a question that lacks something into the nearest quotes, with questions to choose from."""
    outcome = Outcome.NEAREST if answer.quotes else Outcome.NOT_FOUND
    return replace(answer, outcome=outcome, choices=choices_for(answer.understood, speakers, answer.quotes))


def only_asked_back(view: View, understood: Understanding) -> Answer:
    """Return questions to choose from, and no quotes, for a question that cannot be understood."""
    choices, corpus = choices_for(understood, view), summary(view)
    return Answer(understood.question, Outcome.NOT_FOUND, 0.0, understood, (), corpus, choices=choices)


def offered_instead(understood: Understanding | None) -> tuple[str, ...]:
    """Return the questions about others whom the asked name or role could mean, each as it can be asked."""
    others = (understood.bearers or understood.instead_of) if understood else ()
    if understood is None or not others:
        return ()
    plain = replace(
        understood, kind=QuestionKind.SAID, described=None, bearers=(), instead_of=(), corrections=(),
        ambiguous=(), speaker_is_role=False,
    )  # fmt: skip
    return tuple(told(replace(plain, speaker=name)) for name in others)


def choices_for(
    understood: Understanding, speakers: KnownSpeakers, quotes: Sequence[Quote] = ()
) -> tuple[str, ...]:
    """Return whole questions to offer for one that lacks something, the most likely first; each can be asked as it is.

    Args:
        quotes: The nearest quotes. Their speakers are offered before those who speak most, and what they are about is
            offered in the place of a topic that is not known.
    """
    question = understood.question
    if understood.ambiguous:
        typed = understood.speaker or ""
        whole = question if _place_of(typed, question) else understood.standalone
        return tuple(_with_full_name(whole, typed, name) for name in understood.ambiguous[:MAX_CHOICES])
    if understood.unexplained:
        return _with_topics(understood, quotes)
    quoted = [quote.speaker for quote in quotes if quote.speaker]
    most = (speaker.name for speaker in speakers.most_quoted(LOOKED_THROUGH))
    pronoun = stands_for_somebody(question) or ""
    names = [
        name
        for name in dict.fromkeys([*quoted, *most])
        if pronoun.lower() not in HE | SHE or may_mean(pronoun.lower(), name, speakers)  # "she" is no Ivo
    ][:MAX_CHOICES]
    asked = [put_in(question, name) for name in names]
    about = f" about {understood.topic}" if understood.topic else ""
    return tuple(each or f"What did {name} say{about}?" for each, name in zip(asked, names, strict=True))


def _with_topics(understood: Understanding, quotes: Sequence[Quote]) -> tuple[str, ...]:
    topics = dict.fromkeys(
        topic
        for quote in quotes
        if quote.attribution and understood.speaker in (None, quote.speaker)
        for topic in topics_of(quote.attribution)
        if topic not in (quote.speaker or "")
    )
    if not topics:
        return (told(understood),) if understood.speaker else ()
    return tuple(told(replace(understood, topic=topic, cue=None)) for topic in list(topics)[:MAX_CHOICES])


def _with_full_name(question: str, typed: str, name: str) -> str:
    """Replace the ambiguous name in a question with a full one; where it cannot be found, write a new question."""
    found = _place_of(typed, question)
    if found is None:
        return f"What did {name} say?"
    return question[: found.start()] + name + question[found.end() :]


def _place_of(typed: str, question: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(typed)}(?!\w)", question, re.IGNORECASE) if typed else None
