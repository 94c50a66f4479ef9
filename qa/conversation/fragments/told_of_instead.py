"""Look for what the articles that were shown tell of a thing, where who was asked has no words on it."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.earlier.agreement import is_one_person
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.questions.facts import fact
from qa.conversation.questions.unnamed_speakers import lastly
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker


def or_what_is_told(
    question: str, fragment: Fragment, found: Followed, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed:
    """Give "what about bread?" one more sense, after Quill's words on the price of fish: what is told of bread there.

    It is asked of Quill first. "And ferry workers?" is asked of these, and then of what is told of them. That nobody
    called Brandt has words here is better said than what is told of Brandt.
    """
    last, asked = past.last, found.understood
    if fragment.speaks and asked.kind is QuestionKind.SAID:
        # "Anyone from the council?", after Quill's words on the levee, asks nothing of Quill on the council.
        anything = carrying(replace(asked, topic=None), ("dates", "source"))
        return replace(found, otherwise=Followed(anything, near=past.answering or None, doubtful=True))
    if last is None or last.kind is QuestionKind.CONTENT or fragment.act is not Act.ABOUT:
        return found
    if not (past.quoting and past.answering) or asked.kind is not QuestionKind.SAID:
        return found
    of_a_thing = "speaker" in asked.carried or asked.speaker_is_role
    named = match_speaker(fragment.text, speakers).name
    alone = read(question)
    if not of_a_thing or asked.ambiguous or asked.others or is_one_person(named, speakers):
        return found
    if alone.kind is not QuestionKind.CONTENT or alone.since or alone.until:
        return found
    here = tuple(past.answering)
    told = fact(question, alone, past, speakers)
    told = replace(told, near=past.answering, beside=here, doubtful=True, otherwise=None)
    return lastly(found, told)
