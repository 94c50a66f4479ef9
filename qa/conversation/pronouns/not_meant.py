"""Tell whom a pronoun in a question of fact does not mean, and after which turns it means nobody named before."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import (
    HE_OR_SHE,
    agrees,
    gender_of_name,
    gender_shown,
    is_called_a_thing,
    may_be_asked,
    stood_for_it,
)
from qa.conversation.earlier.appended_words import read_as, without_appended
from qa.conversation.earlier.past import Past
from qa.conversation.pronouns.names_in_small_letters import full_in
from qa.conversation.pronouns.pronouns import antecedents, pronoun_in, put_in
from qa.conversation.topics.definite_things import definite_thing
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.follow_up_words import ANY_LEADS, FIRM_PATTERN, HE, SHE, THE_BODY
from qa.language.lexicon.places import LANDS
from qa.language.patterns import regex
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.introduced import asked_introduction, asked_person
from qa.understanding.words import bare

_WHO = regex(rf"\s*{ANY_LEADS}who(?:se|m)?\s+(?!else\b)\S", re.IGNORECASE)


def answers_who(last: Understanding | None, speakers: KnownSpeakers) -> bool:
    """Return whether a question's answer is somebody, whom "he" may mean: nobody who was named before is."""
    return (
        last is not None
        and last.kind is QuestionKind.CONTENT
        and _WHO.match(last.standalone) is not None
        and asked_person(last.standalone, speakers) is None
    )


_DOER = regex(r"\b(?:he|she)\b", re.IGNORECASE)
_OBJECT = regex(r"\b(?:him|her(?!\s+(?!about|on|to|in|at|that|for)[a-z]))\b", re.IGNORECASE)


def is_beside(name: str, question: str) -> bool:
    """Return whether a question names somebody beside "him" or "he", who is another.

    So it is in "what did Brandt give him?", "why did he back Brandt?" and "what did he say about Brandt?"; but "what
    did he say about Rosa Brandt?" may be asked of an Ivo Brandt.
    """
    if (given := _OBJECT.search(question)) is not None:
        others = question[: given.start()]
    else:
        doer = _DOER.search(question)
        others = question[doer.end() :] if doer else ""
    own = [bare(word) for word in name.split()]
    words = [bare(word) for word in others.split()]
    return bool(own) and any(
        word == own[-1] and (before in own or gender_of(before) is None)
        for before, word in pairwise(("", *words))
    )


def others_meant(question: str, past: Past, speakers: KnownSpeakers) -> tuple[str, ...]:
    """Return whom the pronoun of a question means, besides whom it names itself: one, none, or several.

    "What did she say about Quill?" asks for no words of Quill's, though Quill was talked of last.
    """
    for end in range(len(past.known), 0, -1):
        named = antecedents(question, past.known[:end], speakers)
        if others := tuple(name for name in named if not is_beside(name, question)):
            return others
    return ()


_WHOM = regex(rf"\s*{ANY_LEADS}who(?:m)?\s+(?:did|does|do|has|have|had|will|would)\b", re.IGNORECASE)


_NAMED_IS_DOING = regex(
    rf"\s*{ANY_LEADS}who(?:m)?\s+(?:is|are|was|were)\s+(?:[\w’'.-]+\s+){{1,4}}?[a-z]{{2,}}ing\b",
    re.IGNORECASE,
)


def asks_of_its_subject(name: str, last: Understanding | None) -> bool:
    """Return whether a question asked whom somebody it names does something to: "who is Quill replacing?" of Quill.

    The talk goes on about Quill: "what did she say?" is hers.
    """
    asked = last.standalone if last is not None else ""
    done = asks_whom(asked) or _NAMED_IS_DOING.match(asked) is not None
    words = {bare(word) for word in asked.split()}
    return done and bool(name.split()) and bare(name.rsplit(maxsplit=1)[-1]) in words


def asks_whom(question: str) -> bool:
    """Return whether a question asks to whom somebody did something: "who did Quill nominate?"."""
    return _WHOM.match(question) is not None


def is_of_the_other_gender(name: str, pronoun: str | None, speakers: KnownSpeakers) -> bool:
    """Return whether a typed name is surely not whom "she" means: "Mott", where that is Tom Mott in the archive."""
    if pronoun not in HE | SHE:
        return False
    match = match_speaker(name, speakers)
    full = match.name or dominant(match.ambiguous, speakers)
    return full is not None and gender_of_name(full) == ("f" if pronoun in HE else "m")


_NAMES_ITS_OWN = regex(
    r"\b(?:in|of|on|from|for|about|with)\s+(?:that|this)\s+[a-z]{3,}[\s?!.]*$", re.IGNORECASE
)
"""A question that names a thing with "that": "what was in that letter?"."""


def without_asides(past: Past) -> Past:
    """Return the turns up to the last that says itself what it is about.

    "Who moderated?" after "did they shake hands?" is asked of the debate that was talked of, and of no hands.
    """
    known = past.known
    while known and known[-1][1].kind is QuestionKind.CONTENT:
        text = known[-1][1].standalone
        asked = without_appended(text)
        if asked == text or _NAMES_ITS_OWN.search(asked) or definite_thing(asked):
            break
        known = known[:-1]
    return replace(past, known=known)


def up_to_who(past: Past, speakers: KnownSpeakers) -> Past:
    """Return the turns up to the last question of who did something, or that says itself what it is about.

    "He" of "how old is he?", after "how did it happen?" and "who runs it?", is who runs it.
    """
    return past if answers_who(past.last, speakers) else without_asides(past)


def is_no_person(name: str, pronoun: str | None, past: Past, speakers: KnownSpeakers) -> bool:
    """Return whether a name is a body's, or only says which thing was asked about, so that "he" is nobody of it.

    "Harwick" of "the Harwick fire" is nobody; a Quill who speaks may be meant after "the Quill plan".
    """
    if pronoun not in HE | SHE:
        return False
    match = match_speaker(name, speakers)
    if not match.corrected and (match.name or match.ambiguous):
        kinds = (speakers.speaker(each) for each in (match.name, *match.ambiguous) if each)
        return all(known is not None and known.kind == "group" for known in kinds)
    which = re.compile(
        rf"\b{re.escape(name)}\b(?P<thing>(?<=\bthe {re.escape(name)})\s+[a-z])?", re.IGNORECASE
    )
    if name.casefold() in LANDS:
        return True  # "what did he say about China?", "when did he go?"
    if any(is_called_a_thing(name, answer) for answer in past.shown_answers):
        return True
    asked = [f"{without_appended(each.standalone)} {each.topic or ''}" for _, each in past.known]
    found = [match for text in asked for match in which.finditer(text)]
    return bool(found) and all(match["thing"] for match in found)


_WILL = r"\b(?:is|are|was|were|will|would|did|does|can|could|has|have)\s+(?:the\s+)?"
_NO_OBJECT = r"(?!(?:the|an?|his|her|its|their|in|on|at|of|to|for|from|by|with)\b)[a-z]"


def is_in_a_thing(name: str, past: Past) -> bool:
    """Return whether a name is part of what was asked about: "Quill" of "What is Quill syndrome?".

    So is "Vantor" of "What did the guy from Vantor say?": "it" is what he spoke of. And so is "Norland" of "How fast
    will Norland broadband get?".
    """
    asked = past.last.standalone if past.last else ""
    if name.casefold() in LANDS | {"uk", "us", "eu"} and re.search(
        rf"{_WILL}(?i:{re.escape(name)})\s+[a-z]{{3,}}\s+{_NO_OBJECT}", asked
    ):
        return True
    things = (asked_introduction(understood.standalone) for _, understood in past.known)
    return any(
        thing is not None and thing.person is False and name != thing.words and name in thing.words.split()
        for thing in things
    ) or any(
        not understood.speaker_known and name != understood.speaker and name in understood.speaker.split()
        for _, understood in past.known
        if understood.speaker
    )


def is_shown_as_person(name: str, pronoun: str | None, past: Past) -> bool:
    """Return whether what was shown has a given name before a surname, so that "it" is nothing of that name.

    "Ada Quill resigned" says who "quill" is, of "what about quill?", though nobody of that name speaks.
    """
    return pronoun not in HE | SHE and any(full_in(answer, name) is not None for answer in past.shown_answers)


_HEARD_LATELY = 3
"""In how many questions, the last ones, somebody was asked whom "she" means rather than a name that shows nobody."""


def is_shown_as_nobody(name: str, pronoun: str | None, past: Past, speakers: KnownSpeakers) -> bool:
    """Return whether "she" is rather whom a question before asked than what is named and nothing shows to be somebody.

    After Ada Quill's words and "does Hale-Mart sell them?", which no "he" or "she" tells of, "her book" is Quill's.
    """
    match = match_speaker(name, speakers)
    only = match.exact == name and gender_of(name.casefold()) is None  # "Yale", called nothing else here
    if pronoun not in HE | SHE or " " in name or (match.speaks and not only):
        return False
    shown = [turn.answer for turn in past.conversation.turns if name in turn.answer]
    titled = any(gender_shown(name, (answer,)) or full_in(answer, name) for answer in shown)
    if not shown or titled or (not only and any(HE_OR_SHE.search(answer) for answer in shown)):
        return False
    asked = (each.speaker for _, each in past.known[-_HEARD_LATELY:] if each.kind is QuestionKind.SAID)
    meant = (agrees, may_be_asked)
    return any(fits(pronoun or "", each, speakers) for each in asked if each for fits in meant)


_SEVERAL = regex(r"(?!news\b)[a-z][\w-]*(?<!ic)[a-hj-rtv-z]s")


def are_several(thing: str) -> bool:
    """Return whether a thing is any of several, and so nothing that "it" means: "viewers", and not "the ferries"."""
    return _SEVERAL.fullmatch(thing) is not None


def was_he_or_she(name: str, past: Past) -> bool:
    """Return whether "he" or "she" was somebody of that name in an earlier question: then "it" is not."""
    return any(
        pronoun_in(turn.question) in HE | SHE
        and put_in(turn.question, name) == read_as(turn.question, understood)
        for turn, understood in past.known
    )


def was_it(name: str, pronoun: str | None, past: Past) -> bool:
    """Return whether "it" was a name in an earlier question: then "he" is not: "when is it?", asked of Harwick Day."""
    return pronoun in HE | SHE and any(
        stood_for_it(name, turn.question, read_as(turn.question, understood))
        for turn, understood in past.known
    )


_BODY = rf"(?:{'|'.join(sorted(THE_BODY))}|bands?|{FIRM_PATTERN})"


def is_shown_as_body(name: str, pronoun: str | None, past: Past) -> bool:
    """Return whether what was shown says that a name is a body's, so that "he" is nobody of it: "the band Quarry"."""
    return pronoun in HE | SHE and is_called_a_body(name, past)


def is_called_a_body(name: str, past: Past) -> bool:
    """Return whether what was shown calls a name a body's: "the airline Hale Blue"; archives take some for people."""
    said = re.compile(rf"\b{_BODY}\s+{re.escape(name)}\b")
    return any(said.search(answer) for answer in past.shown_answers)


def asked_by_kind(past: Past) -> frozenset[str]:
    """Return the words by which somebody was asked who has no name: a fact is not about "the archbishop" for that."""
    unnamed = [
        each.described or each.speaker
        for _, each in past.known
        if each.kind is QuestionKind.SAID
        and each.speaker
        and (
            each.described or each.speaker_is_role or (not each.speaker_known and each.speaker.endswith("s"))
        )
    ]
    return frozenset(bare(word) for name in unnamed for word in name.split())
