"""Fill in whose a topic is that others are asked about: "who criticises her bill?", "what did his wife say of him?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import may_mean
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.pronouns.pronouns import antecedents, put_in
from qa.language.lexicon.follow_up_words import ARTICLES
from qa.language.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS
from qa.language.lexicon.offices import ALLIES, KIN, SPOKESPEOPLE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.words import bare

_OF_SOMEBODY = regex(
    r"(?:(?P<owner>\S.*?)(?:['’]s|(?<=s)['’])\s+(?P<noun>\S.*)|(?:the\s+)?(?P<is>[^'’]+?)\s+of\s+(?P<of>\S.*))",
    re.I,
)
_THEIR_OWN = KIN | ALLIES | SPOKESPEOPLE | {"family"}
"""Who is somebody's: "Quill's lawyer". In "Harwick's mayor" it is a place that "him" cannot mean."""


def about_its_owner(understood: Understanding, speakers: KnownSpeakers) -> Understanding:
    """Name the one whose relative or lawyer is asked: "what did Quill's brother say about him?" asks about Quill."""
    pronoun, asked = bare(understood.topic or ""), understood.described or understood.speaker or ""
    if understood.kind is not QuestionKind.SAID or pronoun not in ("him", "her"):
        return understood
    if (match := _OF_SOMEBODY.fullmatch(asked)) is None:
        return understood
    owner, noun = match["owner"] or match["of"], match["noun"] or match["is"]
    head = noun.lower().split()[-1]
    theirs = head in _THEIR_OWN or head.removesuffix("s") in _THEIR_OWN
    if not theirs or not owner[0].isupper() or not may_mean(pronoun, owner, speakers):
        return understood
    named = re.sub(rf"\b{pronoun}(?=[\s?!.]*$)", owner, understood.standalone, flags=re.IGNORECASE)
    return replace(understood, topic=owner, standalone=named)


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
