"""Find whom "he", "she" and "they" of a question about facts mean, by the turns before it."""

from __future__ import annotations

import re

from qa.answers import QuestionKind
from qa.conversation.earlier.agreement import IT, is_person
from qa.conversation.pronouns.asked_by_role import (
    asked_or_told_of,
    nameless,
    relative_meant,
    somebody_told_of,
)
from qa.conversation.pronouns.not_meant import is_beside
from qa.conversation.pronouns.people_in_answers import (
    doer_shown,
    holder_shown,
    meant_before,
    newly_asked,
    of_whom_was_asked,
)
from qa.conversation.pronouns.pronouns import antecedents, introduced, one_in_topic, pronoun_in
from qa.conversation.pronouns.who_was_asked import speaker_meant
from qa.conversation.questions.asked_facts import AskedFact
from qa.conversation.questions.things_in_facts import Subject
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.patterns import regex
from qa.understanding.introduced import asks_for_person

_TWO_PEOPLE = regex(r"\b(?:he|she)\b.*\b(?:him|her)[\s?!.]*$", re.IGNORECASE)


def who_is_meant(asked: AskedFact, subject: Subject) -> str | None:
    """Return whom the pronoun of a question about facts means, if that is certain."""
    who = _asked_for(asked)
    if who is None:
        who = _shown_or_asked_before(asked)
    if who is None and asked.firm and subject.with_thing and asked.pronoun in HE | SHE:
        # "Why did she say it is fair?": what "it" is says nothing of who she is.
        named = antecedents(asked.full, asked.past.known, asked.speakers)
        who = named[0] if len(named) == 1 else None
    # "How much did it cost them?": what "it" is pays nothing.
    is_the_thing = subject.with_thing is not None and who == subject.thing
    return None if who and (is_beside(who, asked.full) or is_the_thing) else who


def _asked_for(asked: AskedFact) -> str | None:
    """Return who was asked for last, for their words or as a new person."""
    pronoun, last = asked.pronoun, asked.last
    if not (pronoun and last and asked.past.quoting):
        return None
    if (unnamed := nameless(asked.full, pronoun, last) or _told_of_now(pronoun, asked)) is not None:
        return unnamed
    two = _TWO_PEOPLE.search(asked.full) is not None
    # "What did he call it?", after Brandt's words on the mayor, asks for words of Brandt's.
    if not (two or IT.search(asked.full)) and (told := somebody_told_of(pronoun, last)) is not None:
        return told
    who = speaker_meant(pronoun, last, asked.speakers, another=two) if asked.firm else None
    return newly_asked(pronoun, last, asked.speakers) if who is None and asks_for_person(asked.full) else who


def _told_of_now(pronoun: str, asked: AskedFact) -> str | None:
    """Return of whom the last question newly asked who was asked before.

    After Brandt's words and "and about Tom Mott?", "how did he die?" is asked of Mott.
    """
    last = asked.last
    if last is None or last.speaker is None or "speaker" not in last.carried or "topic" in last.carried:
        return None
    told = one_in_topic(pronoun, last.speaker, last, asked.speakers)
    return told if told and is_person(told, sure=False) else None


def _shown_or_asked_before(asked: AskedFact) -> str | None:
    """Return who was shown in the answers, or was asked for or told of in earlier questions."""
    past, last, pronoun = asked.past, asked.last, asked.pronoun or ""
    if not past.quoting or not (asked.firm or pronoun in ("his", "her")):
        return None
    # "When was he born?", after "who praised him?", is asked of whoever was praised.
    praised = of_whom_was_asked(pronoun, past) if last and last.kind is QuestionKind.WHO_SAID else None
    return (
        praised
        or (holder_shown(pronoun, past, asked.speakers) if asked.firm else None)
        or relative_meant(pronoun, last)
        or asked_or_told_of(asked.full, last, asked.speakers)
        or of_whom_was_asked(pronoun, past)
        or meant_before(pronoun, past, asked.speakers)
    )


def introduced_last(asked: AskedFact) -> str | None:
    """Return somebody whom the last question brought up, where the pronoun may mean them."""
    if not (asked.pronoun and asked.last and asked.past.quoting):
        return None
    met = introduced(asked.pronoun, asked.last, asked.speakers)
    before = pronoun_in(asked.past.conversation.turns[-1].question)
    if (before in SHE and asked.pronoun in HE) or (before in HE and asked.pronoun in SHE):
        return None  # "when was he arrested?", after "how old was she?" was asked of the victim
    # "Who founded the mill?", answered by "Quill founded it": "she" is Quill, and more than the founder of the mill.
    return (met and doer_shown(asked.pronoun, asked.past, asked.speakers)) or met
