"""Talks of strangers about Quill and Brandt of Dene: follow a question after others."""

from __future__ import annotations

from datetime import date

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker("Rosa Hale", "person", ("Hale",), 2),
        Speaker("Tom Hale", "person", ("Hale",), 2),
        Speaker("Rosa Mott", "person", ("Mott",), 2),
        Speaker("Tom Mott", "person", ("Mott",), 2),
        Speaker("Una Mott", "person", ("Mott",), 2),
        Speaker("Bank of Dene", "group", (), 3),
        Speaker("Orsa Bank", "group", (), 2),
        Speaker("Dene Bank", "group", (), 2),
        Speaker("Harwick Council", "group", (), 2),
        Speaker("Vantor Lantern", "group", (), 2),
        Speaker("Bill Orsa", "person", ("Bill",), 1),
        Speaker("Halvorn Blue", "person", (), 1),
    )
)
Before = tuple[str, str, tuple[str, ...]]
"""A question, what was shown for it, and whose words these were."""
ON_LEVEE: Before = ("what did quill say about the levee", "Words.", (QUILL,))


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def followed(question: str, *before: Before, outcome: Outcome = Outcome.ANSWERED) -> Followed:
    """Follow a question after others, all but the last of which were answered."""
    conversation = Conversation()
    for at, (asked, words, speakers) in enumerate(before):
        understood = follow(asked, conversation, read, SPEAKERS).understood
        ended = outcome if at == len(before) - 1 else Outcome.ANSWERED
        turn = Turn(asked, words, understood, (f"quote {at}",), ended, speakers)
        conversation = Conversation((*conversation.turns, turn))
    return follow(question, conversation, read, SPEAKERS)
