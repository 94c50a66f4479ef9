"""Define a question for words on something that it does not name, and find the pronoun that stands for it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.past import Past, asks_for_more, heard
from qa.language.lexicon.follow_up_words import HE, SHE, THEY
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.words import bare

# "Who said that?" has its topic only in a pronoun.
_POINTS = regex(r"\b(that|this|it|so)(?:\s+(?:too|as\s+well|either))?[\s?!.]*$", re.IGNORECASE)
# "What did Brandt say on the same subject?"
_SAME = regex(
    r"(?:the\s+(?:very\s+)?same|that|this)\s+(?:subject|topic|issue|matter|question|thing)", re.IGNORECASE
)
PEOPLE_PRONOUNS = HE | SHE | THEY
ASKING = frozenset("why how when where".split())
"""Alone after a verb for words, they ask about what was talked of: "Did Quill say why?"."""


class AskedTopic(NamedTuple):
    """A question for words on something that it does not name, and the turns before it."""

    question: str
    understood: Understanding
    past: Past
    speakers: KnownSpeakers

    @property
    def more(self) -> bool:
        return asks_for_more(self.question)

    def followed(self, understood: Understanding) -> Followed:
        """Ask this; where more is asked for, without what was shown, and without who spoke where it asks who else."""
        if not self.more:
            return Followed(understood)
        others = self.understood.kind is QuestionKind.WHO_SAID
        return Followed(understood, self.past.shown, heard(self.past) if others else frozenset())

    def unexplained(self, pointing: str) -> Followed:
        """Ask for words on anything, and say that nothing shows what the pronoun means."""
        return replace(self.followed(without_meaning(self.understood, pointing)), unresolved=True)


def without_meaning(understood: Understanding, pointing: str) -> Understanding:
    """Leave out a topic that is only a pronoun, and keep that pronoun as what stays unexplained."""
    return replace(understood, topic=None, unexplained=pointing)


def points_back(topic: str) -> bool:
    """Return whether a topic is what was talked of, by a noun that says nothing of it: "the same subject"."""
    return _SAME.fullmatch(topic) is not None


def pointing_in(question: str, understood: Understanding) -> str | None:
    """Return the pronoun that stands for the topic; None if none does."""
    topic = understood.topic
    if topic is None:
        match = _POINTS.search(question)
        return match[1].lower() if match else None
    if points_back(topic):
        return "that"
    # US, IT and WHO are no pronouns, unless the whole question is in capitals.
    shouted = topic.isupper() and len(topic) > 1 and not question.isupper()
    return bare(topic) if bare(topic) in PRONOUNS | ASKING and not shouted else None
