"""Find whom "he", "she" and "they" mean: the last one that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.agreement import (
    agrees,
    gender_of_name,
    gender_shown,
    is_a_thing,
    is_called_a_thing,
    is_described_otherwise,
    is_only_where,
    is_person,
    is_relative,
    is_somebodys_name,
    is_where,
    kind_of,
    may_be,
    may_be_asked,
    may_mean,
    stood_for_it,
)
from qa.conversation.earlier.appended_words import read_as, without_appended
from qa.conversation.earlier.turns import Turn
from qa.conversation.pronouns.names_in_small_letters import full_in, shown_in_full
from qa.conversation.pronouns.one_as_they import one_as_they
from qa.conversation.pronouns.unnamed_people import of_a_body, several_people, somebody
from qa.conversation.pronouns.who_was_asked import hearer
from qa.language.lexicon.follow_up_words import HE, SHE, THEY
from qa.language.patterns import regex
from qa.speakers.dominance import dominant
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.described import asked_for
from qa.understanding.introduced import asked_person
from qa.understanding.names import names_in

# "What did he call her after the vote?" says nothing of what is hers.
_NOT_HERS = "about|on|to|say|said|think|in|at|that|back|for|from|with|as|and|by|again|too|anything|an?|the|after|before"
_SUBJECT = regex(
    rf"\b(?:(?P<his>his|their|its|her(?=\s+(?!(?:{_NOT_HERS})\b)[a-z]))|(?P<he>he|she|they|him|them|her))\b",
    re.IGNORECASE,
)


def put_in(question: str, name: str) -> str | None:
    """Replace the first pronoun for somebody in a question with a name; None if it has no such pronoun."""
    match = _SUBJECT.search(question)
    if match is None:
        return None
    owner = (f"{name}'" if name.endswith("s") else f"{name}'s") if match["his"] else name
    return question[: match.start()] + owner + question[match.end() :]


def pronoun_in(question: str) -> str | None:
    """Return the first pronoun for somebody or their belongings in a question, in small letters."""
    match = _SUBJECT.search(question)
    return match[0].lower() if match else None


def stands_for_somebody(question: str) -> str | None:
    """Return the first pronoun for somebody in a question, if it is no possessive: "he", not "his"."""
    match = _SUBJECT.search(question)
    return match["he"] if match else None


def antecedents(
    question: str, known: Sequence[tuple[Turn, Understanding]], speakers: KnownSpeakers
) -> tuple[str, ...]:
    """Return whom the first pronoun of a question means: one, none, or several where nothing decides."""
    match = _SUBJECT.search(question)
    if match is None:
        return ()
    pronoun = match[0].lower()
    if known and _REACTED.search(question) and (spoken := _spoken_of(pronoun, known[-1][1], speakers)):
        return (spoken,)
    for turn, understood in reversed(known):
        if (met := introduced(pronoun, understood, speakers)) is not None:
            return (met,)
        if (same := meant_just_before(pronoun, turn, understood, speakers)) is not None:
            return (same,)
        asked = understood.speaker if not understood.ambiguous else None
        if asked and asked.islower() and not (understood.speaker_is_role or understood.described):
            asked = asked.title()  # "what did brandt say?", who has no words here: "him" may be Brandt
        shown = [each.answer for each, _ in known if each.answered] if pronoun in HE | SHE else []
        other = "f" if pronoun in HE else "m"
        wrong = asked if asked and _was_of_another_gender(turn.question, understood, pronoun) else None
        asked = None if wrong else asked
        if asked and gender_shown(asked, shown) == other:
            asked = None  # "Mr Strand", where "she" is asked for
        if asked and agrees(pronoun, asked, speakers):
            return (asked,)
        if asked and may_be_asked(pronoun, asked, speakers):
            # "She", after Ada Quill's words and then Vantor's: nothing shows that Vantor is somebody.
            return ((" " not in asked and _asked_lately(pronoun, known, speakers)) or asked,)
        asks = read_as(turn.question, understood)
        named = [
            name for name in named_in(turn, understood) if not is_somebodys_name(name, pronoun, speakers)
        ]
        # "Dene", of "who measured the crack in Dene?", is nobody who says something, nor is "Victoria" if none speaks.
        where = (name for name in named if is_where(name, asks))
        places = {name for name in where if pronoun in THEY or is_only_where(name, speakers)}
        named = [name for name in named if not (name in places or stood_for_it(name, turn.question, asks))]
        # "Stumpf" shows no gender, and the only Stumpf who speaks here is called John.
        whole = [shown_in_full(turn, name) or name_in_full(name, pronoun, speakers) for name in named]
        named = [full_in(turn.answer, name) or name for name in whole if name]
        named = [name for name in named if name != wrong and gender_shown(name, shown) != other]
        heard = turn.speakers if turn.answered else ()
        heard = tuple(name for name in heard if name != wrong and gender_shown(name, shown) != other)
        # "What did he say?", after "did Brandt admit it?", is asked of Brandt, whoever was quoted beside him.
        fact = understood.kind is QuestionKind.CONTENT
        inside = (tuple(named), heard) if fact else (heard, tuple(named))
        for names in inside:
            for name in names:
                if agrees(pronoun, name, speakers):
                    if several := _heard_before(
                        name, names if fact and names is heard else (), pronoun, speakers
                    ):
                        return several
                    beside = fact and names is heard and not _ASKS_WHO.search(understood.standalone)
                    return ((beside and _asked_lately(pronoun, known, speakers)) or name,)
        for names in inside:
            if possible := tuple(name for name in names if may_be(pronoun, name, speakers)):
                return possible
    return (
        _of_one_word(pronoun, known, speakers)
        or _by_form(pronoun, known, speakers)
        or one_as_they(question, pronoun, known, speakers)
    )


def _heard_before(name: str, heard: Sequence[str], pronoun: str, speakers: KnownSpeakers) -> tuple[str, ...]:
    """Return all whom "he" may mean of those who were quoted under a question of fact, up to who surely is a man.

    Above Ivo Brandt's words stand those of Robin Quill: "he" may be Quill, whose name shows no gender.
    """
    before = [each for each in heard[: heard.index(name)] if may_be(pronoun, each, speakers)] if heard else []
    return (*before, name) if before else ()


_ASKS_WHO = regex(r"\b(?:who|whom|whose)\b", re.IGNORECASE)
_LATELY = 3
"""Of how many questions, the last ones, one must have been put to whom "he" means before the one who was overheard."""


def _asked_lately(
    pronoun: str, known: Sequence[tuple[Turn, Understanding]], speakers: KnownSpeakers
) -> str | None:
    """Return who was asked for just before, whom "he" means rather than who is quoted under a question of fact.

    After "Who defended Quill?" and "how many ferries are there?", which Brandt answers, "what did she say?" is Quill's.
    """
    for _, each in reversed(known[-_LATELY:]):
        of_them = each.topic or "" if each.kind is QuestionKind.WHO_SAID else ""
        asked = each.speaker if each.kind is QuestionKind.SAID else name_in_full(of_them, pronoun, speakers)
        if asked and not each.ambiguous and agrees(pronoun, asked, speakers):
            return asked
    return None


# "How did she react?"
_REACTED = regex(
    r"\b(?:(?:react|respond|reply|answer)(?:s|ed|ing)?|(?:who|any\w+) else|(?:him|her)self)\b", re.IGNORECASE
)


def _spoken_of(pronoun: str, last: Understanding, speakers: KnownSpeakers) -> str | None:
    """Return whom a speaker talked of, where one answers to it: "How did she react?" is not asked of who spoke.

    After "What did Ada Quill say about Una Strand?", "What did Ada Quill tell Una Strand?" and "Who criticised Una
    Strand?" it is asked of Una Strand.
    """
    if last.kind is QuestionKind.CONTENT or pronoun not in HE | SHE:
        return None
    if (spoken_to := hearer(last, pronoun, speakers)) is not None:
        return spoken_to
    if not last.topic:
        return None
    named = dict.fromkeys(name_in_full(name, pronoun, speakers) for name in names_in(f"about {last.topic}"))
    fitting = [name for name in named if name and name != last.speaker and agrees(pronoun, name, speakers)]
    return fitting[0] if len(fitting) == 1 else None


def _was_of_another_gender(question: str, understood: Understanding, pronoun: str) -> bool:
    """Return whether "she" just meant whoever was asked for, so that "he" does not: "Robin Quill" shows no gender."""
    if is_described_otherwise(pronoun, understood.described, question):
        return True
    before = stands_for_somebody(question) if "speaker" in understood.carried else None
    if before is None:
        return False
    return (pronoun in HE and before.lower() in SHE) or (pronoun in SHE and before.lower() in HE)


def meant_just_before(
    pronoun: str, turn: Turn, understood: Understanding, speakers: KnownSpeakers
) -> str | None:
    """Return whom "he" meant in a question of fact that asked for "him" as well: nobody else since then.

    After "why did he quit?", asked of Brandt, "did he say sorry?" is asked of Brandt, who may have no words here.
    """
    before = stands_for_somebody(turn.question) if understood.kind is QuestionKind.CONTENT else None
    if before is None or not any({pronoun, before.lower()} <= gender for gender in (HE, SHE)):
        return None
    read = read_as(turn.question, understood)
    meant = (name for name in named_in(turn, understood) if put_in(turn.question, name) == read)
    name = next(meant, None)
    return name_in_full(name, pronoun, speakers) or None if name else None


def _by_form(
    pronoun: str, known: Sequence[tuple[Turn, Understanding]], speakers: KnownSpeakers
) -> tuple[str, ...]:
    """Return the only one named last whom "he" or "she" may mean, of people who have no words here."""
    if pronoun not in HE | SHE:
        return ()
    for turn, understood in reversed(known):
        named = dict.fromkeys(named_in(turn, understood))
        people = [each for each in named if len(each.split()) > 1 and is_person(each, sure=False)]
        asks = read_as(turn.question, understood)
        things = {each for each in people if is_a_thing(each, asks) or is_called_a_thing(each, turn.answer)}
        things |= {each for each in people if stood_for_it(each, turn.question, asks)}
        people = [each for each in people if not (is_where(each, asks) or each in things)]
        fitting = [each for each in people if may_mean(pronoun, each, speakers)]
        sure = [each for each in fitting if agrees(pronoun, each, speakers)] or fitting
        if people:
            return (sure[0],) if len(sure) == 1 else ()
    return ()


def _of_one_word(
    pronoun: str, known: Sequence[tuple[Turn, Understanding]], speakers: KnownSpeakers
) -> tuple[str, ...]:
    """Return the only person of one name, or of a surname that others bear, whom the last question with one named."""
    if pronoun not in HE | SHE:
        return ()
    for turn, understood in reversed(known):
        named = {name_in_full(name, pronoun, speakers, rare=True) for name in named_in(turn, understood)}
        people = [
            each for each in named if kind_of(each, speakers) == "person" and is_person(each, sure=False)
        ]
        one = [each for each in people if " " not in each and gender_of_name(each) is None]
        fitting = [each for each in people if each in one or agrees(pronoun, each, speakers)]
        if fitting:
            return tuple(fitting) if len(fitting) == 1 else ()
    return ()


def introduced(pronoun: str, understood: Understanding, speakers: KnownSpeakers) -> str | None:
    """Return who was asked to be introduced, or the phrase for their office, where "he" or "she" may mean them.

    After "Who is the mayor of Harwick?", "what did she say?" is asked of the mayor of Harwick, whoever it is; after
    "What did the prisoner get?", "what did his lawyer say?" of the prisoner's.
    """
    if understood.kind is not QuestionKind.CONTENT or pronoun in THEY or pronoun == "its":
        return several_people(understood) if pronoun in THEY else None
    asked = asked_person(without_appended(understood.standalone), speakers)
    if asked is None:
        fact = understood.standalone
        return somebody(fact, pronoun) or of_a_body(fact, pronoun, speakers)
    office = asked_for(asked) is not None and not is_relative(asked)
    fits = office or agrees(pronoun, asked, speakers) or may_be_asked(pronoun, asked, speakers)
    return asked if fits else None


def spoken_of(question: str, speaker: str, last: Understanding, speakers: KnownSpeakers) -> str | None:
    """Return whom a speaker talked of, where the first "him" or "her" of a question surely means them."""
    pronoun = pronoun_in(question)
    if pronoun not in ("him", "her"):
        return None
    return one_in_topic(pronoun, speaker, last, speakers)


def one_in_topic(pronoun: str, speaker: str, last: Understanding, speakers: KnownSpeakers) -> str | None:
    """Return the one of those whom a speaker talked of whom a pronoun certainly fits; None for none or several."""
    names = [name_in_full(name, pronoun, speakers) for name in names_in(f"about {last.topic or ''}")]
    fitting = [name for name in names if name != speaker and agrees(pronoun, name, speakers)]
    return fitting[0] if len(fitting) == 1 else None


def named_in(turn: Turn, understood: Understanding) -> list[str]:
    # "And Kane?" was read as a whole question, which has the full name.
    read = read_as(turn.question, understood)
    texts = (understood.topic or "", f"{read[:1].lower()}{read[1:]}")
    return [name for text in texts for name in names_in(f"about {text}")]


def name_in_full(name: str, pronoun: str, speakers: KnownSpeakers, *, rare: bool = False) -> str:
    """Return the archive's name for a typed one, '' where "she" can be nobody of it but (`rare`) one seldom heard."""
    match = match_speaker(name, speakers)
    if match.ambiguous and pronoun in HE | SHE:
        first = dominant(match.ambiguous, speakers)
        fitting = [each for each in match.ambiguous if agrees(pronoun, each, speakers)]
        if first and not rare:
            return first if first in fitting else ""
        return fitting[0] if len(fitting) == 1 else dominant(fitting, speakers) or name
    return match.exact or name
