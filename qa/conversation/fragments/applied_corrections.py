"""Put what a correction means into the place of what was understood: "no, I meant Brandt", "no, the other one"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import is_one_person, is_person
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, again, carrying
from qa.conversation.fragments.another_one import one_of_the_kind, the_other_one
from qa.conversation.fragments.corrected_facts import corrected_fact
from qa.conversation.fragments.corrections import is_other, meant_instead, names_another
from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.conversation.fragments.fragments import fragment_of, is_somebody
from qa.conversation.fragments.narrowed_topics import narrowed
from qa.conversation.fragments.placed_fragments import before_a_name, placed
from qa.conversation.fragments.places_in_topics import in_other_place
from qa.conversation.fragments.refused_speakers import (
    as_speaker,
    chosen,
    offered_by_part,
    refuses_only_speaker,
    refuses_somebody,
    refuses_speaker,
    spoken_of,
)
from qa.conversation.fragments.refused_words import in_its_part, in_topic
from qa.conversation.pronouns.pronouns import put_in, stands_for_somebody
from qa.conversation.pronouns.two_pronouns import with_names
from qa.conversation.questions.named_by_owner import words_of_owned
from qa.language.lexicon.follow_up_words import HE, SHE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.names import names_in
from qa.understanding.told_apart import is_told_by_deed
from qa.understanding.words import is_role


def _namesake(question: str, meant: str, last: Understanding, speakers: KnownSpeakers) -> Followed | None:
    """Return the last question for somebody else of the speaker's surname, who may have no words here.

    After Ivo Quill was taken for "quill", "ada quill" is not a topic of his.
    """
    words = meant.split()
    surname = (last.speaker or "").casefold().split()[-1:]
    if (
        match_speaker(meant, speakers).speaks
        or last.speaker_is_role
        or last.described
        or len(words) not in (2, 3)
        or [words[-1].casefold()] != surname
    ):
        return None
    name = " ".join(word.capitalize() if word.islower() else word for word in words)
    other = replace(
        again(question, last), kind=QuestionKind.SAID, speaker=name, speaker_known=False, speaker_is_role=False,
        ambiguous=(), instead_of=(), bearers=(), described=None, corrections=(), others=(),
    )  # fmt: skip
    return Followed(carrying(other, ("topic", "addressee", "dates", "source")))


def corrected(
    question: str, meant: str, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Return the last question with what was meant in it: a name, a relative, "the other one", a topic."""
    last = past.last
    if last is None:
        return None
    namesakes = is_another_of_the_name(meant, last)
    if is_other(meant) or namesakes:
        return _the_other(question, past, last, read, speakers, namesakes=namesakes)
    if (offered := offered_by_part(meant, last)) is not None:
        return chosen(question, offered, last)
    if (of_them := _words_of_them(question, meant, last, read, speakers)) is not None:
        return of_them
    if (fact := corrected_fact(question, meant, past, read)) is not None:
        return fact
    if (other_part := in_its_part(question, meant, past, read)) is not None:
        return other_part
    if (on_another := in_topic(question, meant, past, read)) is not None:
        return on_another
    if (elsewhere := in_other_place(question, meant, last, speakers)) is not None:
        return elsewhere
    dated = fragment_of(f"and {meant}", read)
    if (dated is None or dated.act is not Act.DATES) and (within := narrowed(question, meant, last)):
        return within
    him = with_names(f"and {meant}?", past, speakers) if meant.lower() in HE | SHE else None
    if him is not None:
        meant = him.removeprefix("and ").rstrip("?")  # "no, him"
    if refuses_speaker(question, last) and (theirs := spoken_of(meant, last)) is not None:
        asked = f"What did {theirs} say?"
        return Followed(replace(read(asked), question=question, standalone=asked, carried=("speaker",)))
    if last.kind is QuestionKind.SAID and (owned := words_of_owned(question, meant, past, read, speakers)):
        return owned
    meant = one_of_the_kind(meant, last) or one_of_the_kind(f"the one {meant}", last) or meant
    if (namesake := _namesake(question, meant, last, speakers)) is not None:
        return namesake
    if (of_another := _of_another(question, meant, past, read, speakers)) is not None:
        return of_another
    if (of_another := _of_another_body(question, meant, past, read, speakers)) is not None:
        return of_another
    # "I mean the guy who wrote the report" asks who did.
    fragment = None if is_told_by_deed(meant) else fragment_of(f"and {meant}", read)
    found_place = None
    if fragment is not None:
        talk = past if him or refuses_speaker(question, last) else before_a_name(fragment, past, read)
        found_place = placed(question, fragment, talk, read, speakers)
    return as_speaker(question, meant, found_place, past, read, speakers)


def _the_other(
    question: str,
    past: Past,
    last: Understanding,
    read: Understand,
    speakers: KnownSpeakers,
    *,
    namesakes: bool,
) -> Followed | None:
    """Ask whoever else was meant: another bearer of the name or office, or the other of the two talked of.

    Args:
        namesakes: The correction says "another Quill", so that only a namesake is meant.
    """
    others = last.ambiguous or last.instead_of or last.bearers
    if namesakes and not others:
        bearers = match_speaker((last.speaker or "").split()[-1], speakers).ambiguous
        others = tuple(name for name in bearers if name != last.speaker)
    if namesakes and len(others) > 1 and not last.ambiguous:
        return Followed(_which_of(question, others, last))
    if not others:
        other_one = None if namesakes else the_other_one(past)
        if other_one is None:  # nobody else of that name speaks here, and nobody else was talked of
            return Followed(again(question, last), exclude=past.shown, more=True)
        return corrected(question, other_one, past, read, speakers)
    name = next((name for name in others if name != last.speaker), others[0])
    other = replace(
        again(question, last), speaker=name, speaker_known=True, speaker_is_role=False, ambiguous=(),
        instead_of=tuple(each for each in others if each != name), bearers=(), described=None,
    )  # fmt: skip
    return Followed(carrying(other))


_ON = regex(
    r"(?P<who>\S+(?:\s+\S+){0,3}?)\s*,?\s+(?:talking\s+|speaking\s+)?(?:about|on|regarding)\s+(?P<what>\S.*)",
    re.IGNORECASE,
)


def _words_of_them(
    question: str, meant: str, last: Understanding, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Ask for the words of whom a correction names on what it names: "no, the mayor, about tolls".

    "The report on tolls" is one thing, and nobody who speaks.
    """
    both = _ON.fullmatch(meant)
    if both is None:
        return None
    who = both["who"].rstrip(",")
    if not (_is_a_person(who, speakers) or is_somebody(who.lower().removeprefix("the "))):
        return None
    said = read(f"What did {who} say about {both['what']}?")
    if said.kind is not QuestionKind.SAID or not said.speaker or not said.topic:
        return None
    kept = replace(
        said, question=question, source=said.source or last.source,
        since=said.since or last.since, until=said.until or last.until,
    )  # fmt: skip
    return Followed(carrying(kept, ("dates", "source")))


def not_that_speaker(question: str, past: Past, read: Understand, speakers: KnownSpeakers) -> Followed | None:
    """Return the last question for whoever else may be meant: by "not him" and "wrong guy", which name nobody."""
    last = past.last
    if last is not None and last.kind is QuestionKind.WHO_SAID and refuses_somebody(question):
        return placed(question, Fragment(Act.WHO_ELSE), past, read, speakers)
    if last is None or not refuses_only_speaker(question, last) or is_another_of_the_name(question, last):
        return None
    if last.instead_of or last.bearers or the_other_one(past) is not None:
        return corrected(question, "the other one", past, read, speakers)
    if last.topic:
        return placed(question, Fragment(Act.WHO_ELSE), past, read, speakers)
    return Followed(again(question, last), exclude=past.shown, more=True)


def _which_of(question: str, others: tuple[str, ...], last: Understanding) -> Understanding:
    """Ask back which of several others of the name is meant."""
    name = others[0].split()[-1]
    several = replace(
        again(question, last), speaker=name, speaker_known=True, speaker_is_role=False, ambiguous=others,
        instead_of=(), bearers=(), described=None, corrections=(),
    )  # fmt: skip
    return carrying(several, ("topic", "addressee", "dates", "source"))


def is_another_of_the_name(meant: str, last: Understanding) -> bool:
    """Return whether a turn says that the speaker is another of that name: "that's a different Quill"."""
    name = names_another(meant)
    theirs = (last.speaker or "").casefold().split()[-1:]
    return name is not None and not last.speaker_is_role and theirs == [name.casefold()]


def _of_another(
    question: str, meant: str, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Ask a question of fact of somebody else: "did the mayor resign?" by "I meant the mayor" after "did Quill?".

    Whom "he" meant may not have been known: "what does he teach?" is then asked of who was meant.
    """
    last = past.known[-1][1]
    unknown = put_in(without_appended(last.standalone), meant) if _asks_of_him(last) else None
    if unknown is not None and past.quoting and (meant[:1].isupper() or _is_a_person(meant, speakers)):
        return Followed(replace(read(unknown), question=question, standalone=unknown, carried=("words",)))
    twice = len(past.known) > 1 and meant_instead(past.known[-1][0].question) is not None
    base = past.known[-2 if twice else -1][1]
    name = match_speaker(meant, speakers).name if twice and _is_a_person(meant, speakers) else None
    if base.kind is not QuestionKind.CONTENT or not (name or is_role(meant)) or not past.quoting:
        return None
    asked = without_appended(base.standalone)
    people = [name for name in names_in(asked) if _is_a_person(name, speakers)]
    if len(people) != 1 or people[0] not in asked:
        return None
    other = asked.replace(people[0], name or meant, 1)
    return Followed(
        replace(read(other), question=question, standalone=other, carried=("words",)),
        near=past.answering or None,
    )


def _of_another_body(
    question: str, meant: str, past: Past, read: Understand, speakers: KnownSpeakers
) -> Followed | None:
    """Ask a question of fact of another body: "when was Dene Bank founded?" by "I meant Dene Bank", after Orsa Bank.

    The name that has a word of what is meant gives way, or else the only one there is.
    """
    last = past.known[-1][1]
    named = meant.removeprefix("the ")
    whole = names_in(f"about {named}") == [named]
    if last.kind is not QuestionKind.CONTENT or not past.quoting or not whole:
        return None
    asked = without_appended(last.standalone)
    names = [name for name in names_in(asked) if name in asked and not _is_a_person(name, speakers)]
    words = set(named.casefold().split())
    alike = [name for name in names if not words.isdisjoint(name.casefold().split())] or names
    if len(alike) != 1 or alike[0] == named or _is_a_person(named, speakers):
        return None
    kind = re.escape(named.split()[-1])  # "Orsa Bridge", after "when was the Harwick bridge built?"
    gives_way = re.compile(rf"{re.escape(alike[0])}(?:\s+(?i:{kind})\b)?")
    other = gives_way.sub(lambda _: named, asked, count=1)
    return Followed(replace(read(other), question=question, standalone=other, carried=("words",)))


def _asks_of_him(last: Understanding) -> bool:
    pronoun = stands_for_somebody(last.standalone) if last.kind is QuestionKind.CONTENT else None
    return pronoun is not None and pronoun.lower() in HE | SHE


def _is_a_person(name: str, speakers: KnownSpeakers) -> bool:
    match = match_speaker(name, speakers)
    return is_person(name, sure=True) or any(
        is_one_person(each, speakers) for each in (match.name, *match.ambiguous)
    )
