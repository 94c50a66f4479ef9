"""Answer "What do women say about the ferries?" with the words of women: of those whose given names show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.answers import Answer, Outcome, QuestionKind
from qa.conversation.earlier.agreement import gender_of_name
from qa.conversation.earlier.followed import Followed
from qa.speakers.names import is_group

_GENDERS = {"women": "f", "men": "m"}
BY_GIVEN_NAMES = "Found by their given names; of others who spoke on this it is not known."
_ROUNDS = 4
"""How often those who are found to be others are left out, and the rest is asked for again."""


def said_by_women_or_men(followed: Followed, ask: Callable[[Followed], Answer]) -> Answer | None:
    """Return who said something on a topic of women or of men; None where neither is asked for.

    A "Minister for Women" is not asked for by "What do women say?", and that no woman spoke nothing here proves.
    """
    understood = followed.understood
    gender = _GENDERS.get((understood.speaker or "").casefold())
    if gender is None or understood.kind is not QuestionKind.SAID or understood.speaker_known:
        return None
    if understood.others:
        return None
    silent: frozenset[str] = followed.silent
    who = replace(understood, kind=QuestionKind.WHO_SAID, speaker=None, speaker_known=True, cue=None)
    for _ in range(_ROUNDS if understood.topic else 0):
        answer = ask(replace(followed, understood=who, silent=silent, otherwise=None))
        if answer.outcome is not Outcome.ANSWERED:
            break  # once others are left out, what only may be on the topic is anybody's words on anything
        theirs = tuple(quote for quote in answer.quotes if _is_of(gender, quote.speaker))
        if theirs:
            heard = tuple(each for each in answer.voices if _is_of(gender, each[0]))
            any_of_them = replace(understood, speaker_is_role=True)
            return replace(
                answer, understood=any_of_them, quotes=theirs, related=(), voices=heard, note=BY_GIVEN_NAMES
            )
        others = {quote.speaker for quote in answer.quotes if quote.speaker} - silent
        if not others:
            break
        silent |= others
    plain = ask(followed)
    perhaps = Outcome.UNSURE if plain.outcome is Outcome.ANSWERED else plain.outcome
    return replace(plain, outcome=Outcome.NOT_FOUND if plain.nearest else perhaps, nearest=None)


def _is_of(gender: str, name: str | None) -> bool:
    return name is not None and not is_group(name) and gender_of_name(name) == gender
