"""Choose between the answers to the senses that a question may have, the most likely sense first."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import Answer, Outcome
from qa.conversation.followed import Followed


def better_of(answer: Answer, other: Answer, sense: Followed) -> Answer:
    """Return the answer to the more likely sense, or that to another one, where only that is one.

    Args:
        answer: To the more likely sense; it is not sure.
        other: To the other sense.
        sense: The other sense.
    """
    same = other.understood.speaker == answer.understood.speaker and not sense.wider
    # Somebody else's words, however sure, are no better than what may be words of who was asked for; nor are words
    # of theirs on the ferries, where what may be theirs on the levee was asked for.
    perhaps = answer.outcome is Outcome.UNSURE
    # "And Hale?", after Quill's words on the levee: that Hale has none is better said than what Quill may say of Hale.
    guess = sense.doubtful and other.understood.speaker is not None and not same
    better = (other.outcome is Outcome.ANSWERED and (same or not perhaps)) or (
        other.outcome is Outcome.UNSURE and not perhaps and not guess
    )
    if sense.doubtful and other.outcome is Outcome.ANSWERED:
        other = replace(other, outcome=Outcome.UNSURE)
    if answer.outcome is other.outcome is Outcome.NOT_FOUND and other.confidence > answer.confidence:
        answer = replace(answer, quotes=other.quotes)
    return other if better else answer
