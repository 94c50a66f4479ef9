"""Take "they" for the one person who was asked last, of whom nobody says whether he or she."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person
from qa.conversation.earlier.turns import Turn
from qa.language.lexicon.follow_up_words import THEY
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.understanding.names import names_in
from qa.understanding.words import bare

_SPEAKING = r"(?:say|said|think|thought|mention|mentioned|talk|talked|comment|speak|feel|explain|mean)"
_VIEWS = (
    r"(?:views?|opinions?|positions?|take|stance|comments?|thoughts|words|quotes?|statements?|reactions?)"
)
_ASKS_ON = regex(
    rf"\b(?:they(?:\s+\w+ly)?\s+{_SPEAKING}|their\s+(?:\w+\s+)?{_VIEWS})\s+(?:(?:any|some)thing\s+)?(?:about|on|of|regarding|to)\s+\w"
    r"|\bthey(?:\s+\w+ly)?\s+(?:mention|mentioned)\s+\w",
    re.IGNORECASE,
)


def one_as_they(
    question: str, pronoun: str, known: Sequence[tuple[Turn, Understanding]], speakers: KnownSpeakers
) -> tuple[str, ...]:
    """Return the one who was asked last for "what did they say about tolls?", which has a topic of its own.

    "What did they say?" asks for others, and after Quill's words on the ferries or on Brandt "they" may be those.
    """
    last = known[-1][1] if known else None
    if pronoun not in THEY or last is None or last.kind is not QuestionKind.SAID or not last.speaker:
        return ()
    if not is_one_person(last.speaker, speakers) or not _ASKS_ON.search(question):
        return ()
    topic = (last.topic or "").split()
    several = bool(topic) and (topic[-1].endswith("s") or bare(topic[-1]) in GROUP_NOUNS)
    return () if several or names_in(f"about {last.topic or ''}") else (last.speaker,)
