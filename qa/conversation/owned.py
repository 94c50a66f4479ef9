"""Ask for the words of somebody who is named by whose they are: "his lawyer", "her brother"."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind
from qa.conversation.facts import fact
from qa.conversation.followed import Followed, Understand
from qa.conversation.past import Past, carrying, last_topic
from qa.conversation.pointing import with_about
from qa.conversation.pronouns import owner_in, owners, put_in
from qa.speakers.known import KnownSpeakers


def words_of_owned(
    question: str, owned: str, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Ask for the words of "her brother" on what was talked of; on anything, where there are none on that."""
    found = with_owner(f"What did {owned} say?", past, read, speakers)
    last = past.last
    if found is None or last is None:
        return None
    anything = replace(found.understood, question=question)
    topic = last.topic or last_topic(past)
    on_it = replace(anything, topic=topic, source=last.source, since=last.since, until=last.until)
    parts = ("speaker", "topic", "dates", "source")
    if on_it.speaker_known:
        return Followed(carrying(on_it, parts), otherwise=Followed(carrying(anything, ("speaker",))))
    # Nobody is found by that name: the question keeps whose they are.
    whole = with_about(on_it.standalone, topic) if topic else on_it.standalone
    loose = replace(on_it, standalone=whole, carried=("speaker", "topic"))
    # "His wife" of any other article is somebody else's: only what was shown tells of his.
    asked = fact(question, read(question), past, speakers)
    return Followed(loose, near=found.near, otherwise=Followed(anything, near=found.near, otherwise=asked))


def with_owner(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed | None:
    """Fill in whose somebody is in a question for their words: "What did his lawyer say?"; None for any other."""
    pronoun = owner_in(question)
    if pronoun is None:
        return None
    plain = read(question)
    typed = plain.described or plain.speaker or ""
    if plain.kind is not QuestionKind.SAID or not typed.lower().startswith(f"{pronoun} "):
        return None
    first: Followed | None = None
    for owner in owners(pronoun, past.known, speakers):
        asked = put_in(question, owner) or question
        understood = replace(read(asked), question=question, standalone=asked, carried=("speaker",))
        if understood.kind is not QuestionKind.SAID:
            continue
        if understood.described and (understood.speaker_known or understood.bearers):
            return Followed(understood)
        # No article says who it is in so many words: "his father" stands where he is talked of, in what was shown.
        whose = understood.described or understood.speaker or typed
        loose = replace(
            plain,
            speaker=whose,
            speaker_known=False,
            speaker_is_role=True,
            described=None,
            bearers=(),
            standalone=asked,
            carried=("speaker",),
        )
        near = past.answering
        anywhere = Followed(loose)
        first = first or (
            Followed(replace(loose, speaker=typed), near=near, otherwise=anywhere) if near else anywhere
        )
    return first
