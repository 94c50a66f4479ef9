"""Fill in whose a topic is that others are asked about: "who criticises her bill?"."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import may_mean
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.pronouns.pronouns import antecedents, put_in
from qa.language.lexicon.follow_up_words import ARTICLES
from qa.language.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS
from qa.speakers.known import KnownSpeakers


def on_what_is_owned(
    question: str, understood: Understanding, past: Past, speakers: KnownSpeakers
) -> Followed | None:
    """Ask who speaks on Quill's bill, by "who criticises her bill?" after Quill was asked, whether she has words here.

    None where it is not known whose it is. "What did Brandt say about his bill?" may be on his own.
    """
    owner, _, thing = (understood.topic or "").partition(" ")
    last = past.last
    called = thing.split()[0].lower() in ARTICLES if thing else False  # "who called her a hero?"
    owners = ("him", "her") if called else ("his", "her")
    if owner.lower() not in owners or not thing or understood.kind is not QuestionKind.WHO_SAID:
        return None
    if thing.split()[0].lower() in PREPOSITIONS | CONJUNCTIONS:
        return None  # "who attacked her over tolls?"
    names = antecedents(question, past.known, speakers)
    who = names[0] if len(names) == 1 else None
    if not names and last is not None and last.kind is QuestionKind.SAID and last.speaker:
        who = last.speaker if may_mean(owner, last.speaker, speakers) else None  # who has no words here
    if who is None:
        return None
    whose = carrying(replace(understood, topic=f"{who}'s {thing}"), ("topic",))
    if called:
        whose = replace(whose, topic=f"{who} {thing}", standalone=put_in(question, who) or question)
    return Followed(whose, otherwise=Followed(understood, near=past.answering or None))
