"""Rewrite a follow-up about facts so that it reads alone: replace pronouns, add words of earlier turns.

Nothing here knows an archive. Questions about somebody's words are understood in `qa.conversation.followups` first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from qa.conversation.earlier.agreement import HE_OR_SHE, IT
from qa.conversation.earlier.appended_words import appended
from qa.conversation.earlier.noun_phrases import NounPhrase, phrases, words_in
from qa.conversation.topics.back_references import (
    PRONOUN,
    asks_all_again,
    is_their_own,
    needs_context,
    refers_back,
)
from qa.conversation.topics.pronoun_it import HAPPENED, is_deed
from qa.conversation.topics.word_choice import ChoosingModel, load, scored
from qa.language.lexicon.follow_up_words import HE, OWNERS, PARTIES_BY_NAME, SHE
from qa.language.lexicon.function_words import PERSONAL
from qa.language.lexicon.roles import ANY_ROLE
from qa.language.patterns import regex
from qa.understanding.introduced import asks_for_person

MAX_WORDS = 10
"""The most words that one question may get from earlier turns."""
MAX_PHRASES = 3
"""The most names and words of the last question that are added after the next, where answers are quotes."""
SURE = 0.05
"""The probability from which a name may take a pronoun's place, where no other is more likely."""
_STILL_IT = 3
"""How many questions before the nearest one with a name still have what "it" may mean."""
READ_TURNS = 12
"""How many turns are read, the last ones."""


class Standalone(NamedTuple):
    """A question as it reads alone, and the words that it got from earlier turns, most likely first."""

    text: str
    words: tuple[str, ...] = ()


def stand_alone(
    question: str,
    turns: Sequence[tuple[str, str]],
    model: ChoosingModel | None = None,
    *,
    person: Callable[[str], bool] | None = None,
    never: Callable[[str], bool] = lambda name: False,
    sure: Callable[[str], bool] = lambda name: False,
    aside: Callable[[str], bool] = lambda name: False,
    lacking: bool = False,
) -> Standalone:
    """Return a question with the words that it lacks from earlier turns.

    A question whose form does not show that it lacks words comes back as it is.

    Args:
        turns: (question, answer) each, oldest first.
        person: Whether a name is a single person's. Given where the answers are quotes: those are words of other
            people in other articles, and no replies, so only a few words are taken, from the last question that has
            any.
        never: Whether a name is certainly not whom the pronoun means: a man's, where that is "she".
        sure: Whether a name is certainly one whom the pronoun may mean: a woman's, where that is "she".
        aside: Whether words say nothing of what is asked, and are not added: who was asked before.
        lacking: Whether something is known to be missing, whatever the form shows.
    """
    if not turns or not (lacking or needs_context(question)):
        return Standalone(question)
    turns = turns[-READ_TURNS:]
    model = model or load()
    graded = scored(phrases(turns), question, len(turns), model)
    asked = [each for each in graded if each[1].questions]
    if person is not None:
        for _, phrase in asked:
            phrase.text = _as_typed(phrase, [question for question, _ in turns])
        nearest = min((phrase.back_in_question for _, phrase in graded), default=0)
        graded = [each for each in asked if each[1].back_in_question == nearest]
    scenes = _only_places([question for question, _ in turns]) if IT.search(question) else frozenset()
    may_be = graded if person is None else [each for each in graded if not never(each[1].text)]
    may_be = [each for each in may_be if each[1].text not in scenes]
    text, put = _with_pronoun_replaced(question, may_be, person)
    if person is not None and put is None:
        places = _places([question for question, _ in turns])
        near = [each for each in graded if not never(each[1].text) and each[1].text not in scenes]
        far = [each for each in asked if not never(each[1].text) and each[1].text not in scenes]
        text, put = _from_further_back(question, near, far, person, sure, places)
    if person is not None and put is not None and asks_for_person(text):
        return Standalone(text, (put.text,))  # "who is Quill?" asks all that it asks
    bare_only = person is not None and asks_all_again(question)
    if person is not None and put is not None and not lacking and _says_all(question, text):
        return Standalone(text, (put.text,))
    taken = set(words_in(text))
    chosen: list[NounPhrase] = [] if put is None else [put]
    room = MAX_WORDS - (len(put.words) if put else 0)
    for probability, phrase in graded:
        # "What for?" has no word of its own: all that the last question has is meant.
        if (probability < model.threshold and not bare_only) or room <= 0:
            break
        if person is not None and len(chosen) - (put is not None) == MAX_PHRASES:
            break
        new = [word for word in phrase.words if word not in taken]
        if phrase is put or not new or len(new) > room or phrase.gender == _nobodys_gender(question):
            continue
        if aside(phrase.text):
            continue
        chosen.append(phrase)
        taken.update(new)
        room -= len(new)
    added = [phrase.text for phrase in chosen if phrase is not put]
    if not chosen:
        return Standalone(question)
    return Standalone(appended(text, added, question), tuple(phrase.text for phrase in chosen))


def _says_all(question: str, text: str) -> bool:
    """Return whether a question says all that it asks, once "he" has a name: "what happened to him when he was 18?".

    Nothing but this "he" pointed at what was talked of before.
    """
    pronoun = HE_OR_SHE.search(question)
    if pronoun is None:
        return False
    same = HE if pronoun[0].lower() in HE else SHE
    return all(match[0].lower() in same or not refers_back(text, match) for match in PRONOUN.finditer(text))


def _nobodys_gender(question: str) -> str | None:
    """Return of which gender nobody is whom a question's "he" or "she" means: "f" of "how long could he get?"."""
    pronoun = HE_OR_SHE.search(question)
    # Not '', which is the gender of "Harwick", that a question without "he" or "she" may well be about.
    return None if pronoun is None else "f" if pronoun[0].lower() in HE else "m"


def _as_typed(phrase: NounPhrase, questions: Sequence[str]) -> str:
    """Return the fullest form of a name that stands in a question: a fuller one may be somebody else's in a quote."""
    if any(phrase.text in question for question in questions):
        return phrase.text
    typed = [form for form in phrase.surfaces if any(form in question for question in questions)]
    return max(typed, key=lambda form: (len(form), form), default=phrase.text)


def _from_further_back(
    question: str,
    nearest: Sequence[tuple[float, NounPhrase]],
    asked: Sequence[tuple[float, NounPhrase]],
    person: Callable[[str], bool],
    sure: Callable[[str], bool],
    places: frozenset[str],
) -> tuple[str, NounPhrase | None]:
    """Replace a pronoun that no name of the nearest question certainly agrees with.

    A name that no archive knows may be a person's, where the pronoun is one's: a bare name of the nearest question
    before anybody who was asked about earlier ("she" after a question about a man), and these before a full name that
    may be a thing's; but nobody whose name only says where something was: "Port Orsa" of "who won in Port Orsa?".
    """
    personal = HE_OR_SHE.search(question) is not None
    if not personal:
        # "It" is nothing that was talked of many questions ago.
        latest = min((phrase.back_in_question for _, phrase in nearest), default=0)
        asked = [each for each in asked if each[1].back_in_question - latest <= _STILL_IT]
    tries: list[tuple[Sequence[tuple[float, NounPhrase]], Callable[[str], bool]]] = [
        (_latest_first(asked), person)
    ]
    if personal:
        letters = {phrase.text for _, phrase in nearest if phrase.text.isupper() and not question.isupper()}
        places |= letters  # "the RFA" is no "he"
        tries = [
            (nearest, lambda name: " " not in name and name[:1].isupper() and name not in places),
            (_latest_first(asked), lambda name: person(name) and sure(name)),
            *tries,
            (nearest, lambda name: len(name.split()) < 4 and name[:1].isupper() and name not in places),
        ]
    for graded, is_one in tries:
        text, put = _with_pronoun_replaced(question, [(1.0, phrase) for _, phrase in graded], is_one)
        if put is not None:
            return text, put
    return question, None


_HAPPENED_IN = regex(
    r"\b(?:happen(?:ed|s|ing)?|going\s+on|went\s+on|news|latest|occurred)\s+(?:in|at|near|around|from|outside)\s+"
    r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)"
)


def _only_places(questions: Sequence[str]) -> frozenset[str]:
    """Return the places of which it was asked what happened there: "it", then, is what happened, and no place."""
    return frozenset(match["name"] for question in questions for match in _HAPPENED_IN.finditer(question))


_WHERE = regex(r"\b(?:in|at|near|from|around|outside)\s+(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)")


def _places(questions: Sequence[str]) -> frozenset[str]:
    return frozenset(match["name"] for question in questions for match in _WHERE.finditer(question))


def _latest_first(graded: Sequence[tuple[float, NounPhrase]]) -> list[tuple[float, NounPhrase]]:
    return sorted(graded, key=lambda each: each[1].back_in_question)


_AFTER_OBJECT = regex(
    r"\s*(?:$|[?.!,;]|(?:to|in|on|at|for|from|with|by|and|or|as|when|while|after|before|about|of|during|into|out|up|off"
    r"|because|that|than|since|until|so|if|do|get|be|go|feel|a|an|the|most|more)\b)",
    re.IGNORECASE,
)


_NEVER_NAMED = frozenset("this that these those there one ones himself herself itself themselves".split())
"""Pronouns in whose place no name is put."""


def _with_pronoun_replaced(
    question: str, graded: Sequence[tuple[float, NounPhrase]], person: Callable[[str], bool] | None
) -> tuple[str, NounPhrase | None]:
    """Replace the first pronoun that needs it with the most likely name that agrees."""
    for match in PRONOUN.finditer(question):
        word = match[0].lower()
        if (
            word in _NEVER_NAMED
            or not refers_back(question, match)
            or is_deed(question, match)
            or HAPPENED.match(question, match.start())
            or is_their_own(question, match)
        ):
            continue
        after = question[match.end() :]
        found = _agreeing(word, graded, person)
        if found is None and person is not None and word in HE | SHE:
            break  # whom "she" means is looked for further back, before what "it" means
        if found is None:
            continue
        owns = word in OWNERS and not (word == "her" and _AFTER_OBJECT.match(after))
        name = found.text + (
            ("'" if found.text.endswith("s") and word == "their" else "'s")
            if owns or word in {"hers", "theirs"}
            else ""
        )
        return f"{question[: match.start()]}{name}{after}", found
    return question, None


def _agreeing(
    pronoun: str, graded: Sequence[tuple[float, NounPhrase]], person: Callable[[str], bool] | None
) -> NounPhrase | None:
    male, female = pronoun in HE, pronoun in SHE
    for probability, phrase in graded:
        if probability < SURE:
            return None
        gender = phrase.gender
        if (male or female) and phrase.words[-1] in ANY_ROLE | PARTIES_BY_NAME:
            continue  # "Britons" and "Tories" are several, and nobody's name
        if person is not None and gender in ("person", "", "thing"):
            # The form of "Hanley Bridge" is a person's, and that of "Senate leader Ada Quill" a body's, but the archive
            # knows better.
            gender = "person" if person(phrase.text) else "thing"
        if male or female:
            if gender in ({"m"} if male else {"f"}) | {"person", ""} and phrase.name:
                return phrase
        elif phrase.titled and (_is_clause(phrase) or pronoun not in {"it", "its"}):
            continue  # neither "it" nor "they" is what somebody said
        elif pronoun in {"it", "its"}:
            # "The Mayor" is no thing, though "Mayor Quill" is another form of it.
            if phrase.name and gender in {"thing", ""} and words_in(phrase.text)[-1] not in ANY_ROLE:
                return phrase
        elif phrase.name and (
            gender not in {"m", "f"} if person is None else phrase.gender == gender == "thing"
        ):
            return phrase
    return None


def _is_clause(phrase: NounPhrase) -> bool:
    """Return whether words in quotation marks are what somebody said, "If it falls, we fall", and no title."""
    return "," in phrase.text or (len(phrase.words) > _TITLE_WORDS and not PERSONAL.isdisjoint(phrase.words))


_TITLE_WORDS = 3
"""The most words of a title that may have "we" or "you" in it: "As You Were"."""
