"""Choose between the answers to the senses that a question may have, the most likely sense first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.answering.objections.asked_kinds import asks_place, holds_place
from qa.answers import Answer, Outcome, QuestionKind
from qa.conversation.earlier.followed import Followed
from qa.language.terms import content_terms
from qa.understanding.reasons import asked_as_words, asks_where_spoken, deed_as_words
from qa.understanding.verb_forms import asks_yes_or_no


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
    perhaps = answer.outcome is Outcome.UNSURE and not _names_nothing(answer, other)
    # "And Hale?", after Quill's words on the levee: that Hale has none is better said than what Quill may say of Hale.
    guess = sense.doubtful and other.understood.speaker is not None and not same
    # What is given as the report's is what it says, and more than any sentence on the report and the topic.
    given_so = answer.understood.kind is QuestionKind.CONTENT and other.understood.speaker_is_role
    better = (other.outcome is Outcome.ANSWERED and (same or given_so or not perhaps)) or (
        other.outcome is Outcome.UNSURE and not perhaps and not guess
    )
    # Any words of Hale's beside the play may be on it, and those that perhaps name it are on it more likely.
    better = better and not (perhaps and sense.doubtful)
    if sense.doubtful and other.outcome is Outcome.ANSWERED:
        other = replace(other, outcome=Outcome.UNSURE)
    if answer.outcome is other.outcome is Outcome.NOT_FOUND and other.confidence > answer.confidence:
        answer = replace(answer, quotes=other.quotes)
    return other if better or _is_nobodys(answer, other, sense) else answer


def _is_nobodys(answer: Answer, other: Answer, sense: Followed) -> bool:
    """Return whether nothing is found of "the owner", who is then not whom other articles call so."""
    office = answer.understood.described
    here = sense.near is not None and sense.understood.speaker_is_role and sense.understood.speaker == office
    denied = {answer.outcome, other.outcome} <= {Outcome.NOT_FOUND, Outcome.NEAREST}
    return here and denied and office is not None


def _names_nothing(answer: Answer, told: Answer) -> bool:
    """Return whether none of somebody's words name what they were asked about, where something is told of it.

    "Fish will be dear," Quill said, is nothing on bread, where the same article says what bread costs.
    """
    asked, topic = answer.understood, set(content_terms(answer.understood.topic or ""))
    if asked.kind is not QuestionKind.SAID or told.understood.kind is not QuestionKind.CONTENT or not topic:
        return False
    return all(topic.isdisjoint(content_terms(quote.text)) for quote in answer.quotes)


def _as_felt(answer: Answer) -> Answer:
    """Put first what tells of it where a question asks whether somebody is worried; unsure where nothing tells it."""
    question = answer.understood.standalone
    stance = asked_as_words(question) if asks_yes_or_no(question) else None
    if stance is None or answer.outcome is not Outcome.ANSWERED:
        return answer
    told = [quote for quote in answer.quotes if stance.is_told_in(quote.text)]
    if not told:
        return replace(answer, outcome=Outcome.UNSURE)
    first = replace(told[0], confidence=answer.quotes[0].confidence)
    return replace(answer, quotes=(first, *(quote for quote in answer.quotes if quote is not told[0])))


def with_own_reasons(answer: Answer, ask: Callable[[str], Answer]) -> Answer:
    """Return an answer, or where nothing answers why somebody opposes a thing, their words on it as what may.

    So it is with why they do a thing, where words of theirs surely are on it, and with where somebody spoke: "It is
    late," Quill said in Harwick. An answer that is not in their words, and in which nobody opposes anything, is unsure:
    perhaps they do not.

    Args:
        ask: Answers another question.
    """
    if answer.understood.kind is not QuestionKind.CONTENT:
        return _as_felt(answer)
    if answer.outcome is Outcome.ANSWERED and asks_where_spoken(answer.understood.standalone):
        # Most that is told of somebody says nothing of where they spoke.
        return replace(answer, outcome=Outcome.UNSURE)
    answered = answer.outcome is Outcome.ANSWERED and bool(answer.quotes)
    if answer.outcome is not Outcome.NOT_FOUND and not answered:
        return answer
    question = answer.understood.standalone
    if (stance := asked_as_words(question) or deed_as_words(question)) is None:
        return answer
    if answered and stance.is_told_in(answer.quotes[0].text):
        return answer
    words = ask(stance.words)
    if stance.deed and (answered or words.outcome is not Outcome.ANSWERED):
        return answer
    asked, found = words.understood, words.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    if answered:
        if not asked.speaker_known or answer.quotes[0].speaker == asked.speaker:
            return answer
        answer = replace(answer, outcome=Outcome.UNSURE)
    if not found or not asked.speaker_known or words.note or not words.quotes:
        return answer
    if asks_place(answer.understood.standalone):
        words = replace(words, quotes=tuple(each for each in words.quotes if holds_place(each.text)))
        if not words.quotes:
            return answer
    # Where it answers, they are theirs, or of who speaks for them.
    if words.outcome is not Outcome.ANSWERED and words.quotes[0].speaker != asked.speaker:
        return answer
    return replace(
        answer,
        outcome=Outcome.UNSURE,
        confidence=words.confidence,
        quotes=words.quotes,
        related=words.related,
    )
