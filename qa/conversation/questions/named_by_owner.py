"""Ask for the words of somebody who is named by whose they are: "his lawyer", "her brother"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import (
    agrees,
    is_one_person,
    is_person,
    is_relative,
    is_somebodys_name,
    may_be_asked,
)
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, carrying
from qa.conversation.earlier.turns import Turn
from qa.conversation.pronouns.names_in_small_letters import full_in
from qa.conversation.pronouns.pronouns import (
    introduced,
    meant_just_before,
    name_in_full,
    named_in,
    pronoun_in,
    put_in,
    stands_for_somebody,
)
from qa.conversation.questions.facts import fact
from qa.conversation.questions.same_topics import with_about
from qa.conversation.topics.last_topics import last_topic
from qa.language.lexicon.follow_up_words import THEY
from qa.speakers.known import KnownSpeakers
from qa.understanding.names import names_in
from qa.understanding.words import bare


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
    pronoun = _owner_in(question)
    if pronoun is None:
        return None
    plain = read(question)
    typed = plain.described or plain.speaker or ""
    if plain.kind is not QuestionKind.SAID or not typed.lower().startswith(f"{pronoun} "):
        return None
    first: Followed | None = None
    for owner in _owners(pronoun, past.known, speakers, kin=is_relative(typed)):
        if _is_called(owner, typed.partition(" ")[2], past):
            continue
        asked = put_in(question, owner) or question
        understood = replace(read(asked), question=question, standalone=asked, carried=("speaker",))
        if understood.kind is not QuestionKind.SAID:
            continue
        if bare(understood.topic or "") in _OF_OWNER.get(pronoun, ()):
            # "What did his boss say about him?"
            asked = owner.join(asked.rsplit(understood.topic or "", 1))
            plain = replace(plain, topic=owner)
            understood = replace(understood, topic=owner, standalone=asked, carried=("speaker", "topic"))
        if understood.described and (understood.speaker_known or understood.bearers):
            return Followed(understood)
        if is_relative(typed) and (name := _relative_shown(typed, owner, past)):
            named = question.replace(typed, name, 1) if typed in question else ""
            of_them = replace(read(named), question=question, carried=("speaker",)) if named else plain
            if of_them.speaker == name and of_them.speaker_known:
                return Followed(of_them)
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
            carried=understood.carried,
        )
        near = past.answering
        anywhere = Followed(loose)
        if near and not is_relative(typed):
            # "His lawyer" is perhaps whoever they call a lawyer, and "his wife" nobody else's.
            job = replace(loose, speaker=typed.partition(" ")[2])
            anywhere = Followed(job, near=near, doubtful=True, otherwise=anywhere)
        first = first or (
            Followed(replace(loose, speaker=typed), near=near, otherwise=anywhere) if near else anywhere
        )
    if first is None and past.answering and not is_relative(typed):
        # "Their spokesman", where nobody was named whose he is: whoever what was shown calls so, and nobody else's.
        job = replace(
            plain, speaker=typed.partition(" ")[2], speaker_known=False, speaker_is_role=True, described=None
        )
        return Followed(replace(job, question=question, bearers=()), near=past.answering, doubtful=True)
    return first


def _relative_shown(typed: str, owner: str, past: Past) -> str | None:
    """Return who "his son" is by a quote that was shown and names both: "Hale heard from his son, Tom Hale"."""
    whose, _, kin = typed.partition(" ")
    surname = owner.rsplit(maxsplit=1)[-1]
    called = re.compile(
        rf"\b(?i:{re.escape(whose)}|{re.escape(owner)}['’]s?)\s+(?:[a-z-]+\s+){{0,2}}{re.escape(kin)},?\s+"
        rf"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,2}}\s+{re.escape(surname)})\b"
    )
    for turn in reversed(past.conversation.turns):
        for text in turn.answer.splitlines() if turn.answered else ():
            found = called.search(text)
            if found is not None and re.search(rf"\b{re.escape(surname)}\b", text[: found.start()]):
                return found["name"]
    return None


_OF_OWNER = {"his": ("him",), "her": ("her",), "their": ("them",), "its": ("it",)}


def _is_called(name: str, job: str, past: Past) -> bool:
    """Return whether what was shown calls somebody a lawyer: then "his lawyer" is not that lawyer's own."""
    shown = " ".join(past.shown_answers)
    named, called = re.escape(name), re.escape(job)
    # "Quill, through her lawyer, said" calls her none.
    words = r"(?:(?!(?:his|her|their|its|whose|by|to|with|through|said|says)\b)\S+\s+){0,3}"
    return re.search(rf"\b{called}\s+{named}\b|\b{named},\s+{words}{called}\b", shown) is not None


def _owner_in(question: str) -> str | None:
    """Return the pronoun of a question that says whose somebody is: "his" of "what did his lawyer say?"."""
    pronoun = pronoun_in(question)
    return pronoun if pronoun and stands_for_somebody(question) is None else None


def _owners(
    pronoun: str,
    known: Sequence[tuple[Turn, Understanding]],
    speakers: KnownSpeakers,
    *,
    kin: bool = False,
) -> tuple[str, ...]:
    """Return whose somebody may be who is "his lawyer" or "their spokesman", the most likely first.

    Who was talked of comes before who spoke: after "What did Quill say about Brandt?" his lawyer is Brandt's; but after
    "What did he say about Brandt?" his lawyer is of whom "he" meant. Once somebody fits, nobody of a turn before: the
    brother of who was talked of last is no stranger's.
    """
    found: dict[str, bool] = {}
    theirs = kin and pronoun in THEY  # "their daughter" is two people's, and no house's
    shown = [turn.answer for turn, _ in known if turn.answered]
    for turn, understood in reversed(known):
        if found:
            break
        if (met := introduced(pronoun, understood, speakers)) is not None:
            return (met,)
        if (same := meant_just_before(pronoun, turn, understood, speakers)) is not None:
            return (same,)
        asked = (understood.speaker,) if understood.speaker and not understood.ambiguous else ()
        # Who is only quoted under a question of fact was not talked of.
        quoted = turn.answered and understood.kind is not QuestionKind.CONTENT
        heard = turn.speakers if quoted else ()
        talked_of = names_in(f"about {understood.topic or ''}")
        goes_on = "speaker" in understood.carried and stands_for_somebody(turn.question) is not None
        first = (*asked, *talked_of) if goes_on else (*talked_of, *asked)
        for typed in (*first, *named_in(turn, understood), *heard):
            # "Abrams" is no man where "Ivy Abrams" stands in what was shown.
            name = next(filter(None, (full_in(text, typed) for text in shown)), typed)
            if theirs:
                fits = sure = is_one_person(name_in_full(name, "he", speakers), speakers) or is_person(
                    name, sure=True
                )
            else:
                sure = agrees(pronoun, name, speakers)
                fits = (sure or may_be_asked(pronoun, name, speakers)) and not is_somebodys_name(
                    name, pronoun, speakers
                )
            if fits and "’s " not in name and "'s " not in name:
                found.setdefault(name, sure)
    # Who certainly fits comes first: "his mother" is not Robin Quill's where Ivo Brandt was named beside her.
    return tuple(sorted(found, key=lambda name: not found[name]))
