"""Ask when, where, why or how the words that were shown were said: "when was that?", "why did she say that?"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import kind_of, may_mean
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again
from qa.conversation.earlier.question_text import told
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.about_shown_quotes import asks_when_printed
from qa.conversation.fragments.changed_fact_question import with_question_word
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.pronouns.pronouns import antecedents, pronoun_in
from qa.language.lexicon.follow_up_words import ANY_LEADS, HE, SHE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers

_POINTS = regex(r"\b(?:that|this|so)\b", re.IGNORECASE)
_IS_SO_NOW = regex(rf"\s*{ANY_LEADS}(?:does|do|can|(?:is|are)(?=\s+there\b))(?:n['’]?t)?\s+\S", re.IGNORECASE)
"""Whether something is so now, which has no time of its own: "when was this?" is then asked of the words shown."""


def printed_or_said(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Ask when or where the quotes shown were printed; where none was shown, when or where it was said."""
    printed = asks_when_printed(question, fragment, past, speakers)
    if printed is not None or fragment.text or fragment.ask == "source":
        return printed
    return said_when(question, Fragment(Act.WHEN, fragment.ask), past, read, speakers)


def said_when(
    question: str, fragment: Fragment, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Ask the last question with a question word: "when?" of what happened, or of what somebody said."""
    if past.last is None:
        return None
    last = replace(past.last, of_all=None)
    match last.kind:
        case QuestionKind.CONTENT if fragment.text == "when" and _IS_SO_NOW.match(last.standalone):
            return asks_when_printed(question, Fragment(Act.PRINTED), past, speakers)
        case QuestionKind.CONTENT:
            return with_question_word(question, fragment.text, last, read) if past.quoting else None
        case QuestionKind.WHO_SAID:
            return _of_whoever_spoke(question, fragment, past, last, speakers)
        case QuestionKind.SAID:
            return _of_one_speaker(question, fragment, past, last, speakers)
    return None


def _of_whoever_spoke(
    question: str, fragment: Fragment, past: Past, last: Understanding, speakers: KnownSpeakers
) -> Followed | None:
    if fragment.text == "when":
        return asks_when_printed(question, Fragment(Act.PRINTED), past, speakers)
    if fragment.text == "why" and past.answering:
        # Why they oppose it stands beside their words, if anywhere.
        repeated = again(question, last)
        return Followed(replace(repeated, standalone=told(repeated, asking="why")), near=past.answering)
    return None


def _of_one_speaker(
    question: str, fragment: Fragment, past: Past, last: Understanding, speakers: KnownSpeakers
) -> Followed | None:
    if not last.speaker:
        return None
    last = _whose_words(question, past, last, speakers)
    if pronoun_in(question) in HE | SHE and kind_of(last.speaker or "", speakers) == "group":
        return None  # "where was she?", after the council's words: it is nobody who said them
    when = fragment.text == "when"
    if when and (printed := asks_when_printed(question, Fragment(Act.PRINTED), past, speakers)):
        return printed
    repeated = again(question, last)
    return Followed(replace(repeated, standalone=told(repeated, asking=fragment.text.removesuffix(" not"))))


def _whose_words(question: str, past: Past, last: Understanding, speakers: KnownSpeakers) -> Understanding:
    """Return the last question, or the one before it that was put to whom "she" means: "why did she say that?"."""
    pronoun = pronoun_in(question)
    if pronoun not in HE | SHE or may_mean(pronoun, last.speaker or "", speakers):
        return last
    names = antecedents(question, past.known, speakers)
    earlier = (each for _, each in reversed(past.known) if each.kind is QuestionKind.SAID)
    return next((each for each in earlier if each.speaker in names), last)


def before_denial(question: str, past: Past, speakers: KnownSpeakers) -> Past | None:
    """Return the past up to the last answer, where nothing answered since: "that" of "why did she say that?" is there.

    After Quill's words on the ferries, and none of hers on the tunnel, nobody asks when she said those.
    """
    if not past.quoting or past.conversation.turns[-1].answered or _POINTS.search(question) is None:
        return None
    count = len(past.known)
    for at in range(count - 2, -1, -1):
        turn, understood = past.known[at]
        if turn.article or not (turn.answered and turn.quotes):
            continue
        pronoun = pronoun_in(question)
        if understood.kind is not QuestionKind.SAID or not understood.speaker:
            return None
        if pronoun in HE | SHE and not may_mean(pronoun, understood.speaker, speakers):
            return None
        turns = past.conversation.turns[: len(past.conversation.turns) - (count - 1 - at)]
        return Past(Conversation(turns), past.known[: at + 1], past.shown)
    return None
