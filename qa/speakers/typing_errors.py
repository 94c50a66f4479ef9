"""Compare a typed name with a known one, with a wrong letter forgiven or none."""

from __future__ import annotations

from qa.language.lexicon.first_names import FEMALE, MALE, is_given
from qa.language.lexicon.name_parts import PARTICLES
from qa.speakers.names import PersonName

FORGIVEN_LENGTH = 5
"""From this many letters on, one wrong letter is forgiven; shorter names are too often other names."""


def fits(typed: PersonName, known: PersonName, allowed: int) -> bool:
    """Tell whether a typed name can mean a known person."""
    if len(typed.given) + len(typed.surname) > 1 and "".join(typed.given + typed.surname) == "".join(
        known.surname
    ):
        return True  # "Ocasio Cortez" for "Ocasio-Cortez"
    if typed.suffix != known.suffix and (typed.suffix or typed.given):
        return False
    wrong = _wrong_letters(typed.surname, known.surname)
    if wrong is None:
        wrong = _wrong_letters(typed.surname, known.surname[-len(typed.surname) :])
    if wrong is None or wrong > allowed:
        return False
    if not typed.given:
        return True
    if not known.given:
        return False
    spelled = PersonName(typed.given, known.surname, known.suffix)
    if spelled.is_form_of(known) or known.is_form_of(spelled):
        return True
    titled = known.given[: -len(typed.given)]
    if titled and known.given[-len(typed.given) :] == typed.given and not set(titled) & (FEMALE | MALE):
        return True  # "Lila Crane" for "Provost Lila Crane"
    first = _wrong_letters(typed.given[:1], known.given[:1])
    return first is not None and wrong + first <= allowed


def is_first_half(typed: PersonName, known: PersonName) -> bool:
    """Tell whether a typed name has the first of two surnames: "Mary Strand" for "Mary Strand-Holt"."""
    first = known.surname[:1]
    if len(known.surname) != 2 or typed.surname != first or not PARTICLES.isdisjoint(first):
        return False
    return PersonName(typed.given, known.surname, known.suffix).is_form_of(known)


def lacks_given_name(typed: PersonName, known: PersonName) -> bool:
    """Tell whether a typed name is both surnames of somebody: "Orsa Strand" for "Ivo Orsa Strand".

    Not where its first word may be a given name: "Ada Strand" is somebody else than "Ivo Ada Strand". In a name of four
    words or with a particle, the first surname alone is enough: "Orsa" for "Ivo Ned Orsa Strand", "Ivo Orsa da Strand".
    """
    if not typed.given and len(typed.surname) == 1:
        long = len(known.given) > 2 or (len(known.given) == 2 and not PARTICLES.isdisjoint(known.surname[:1]))
        return long and known.given[-1:] == typed.surname and len(typed.last) > 3 and not is_given(typed.last)
    if typed.surname != known.surname or not 0 < len(typed.given) < len(known.given):
        return False
    first = typed.given[0]
    return known.given[-len(typed.given) :] == typed.given and len(first) > 1 and not is_given(first)


def within(typed: tuple[str, ...], known: tuple[str, ...], allowed: int) -> bool:
    """Tell whether typed words are known ones but for so many wrong letters."""
    wrong = _wrong_letters(typed, known)
    return wrong is not None and wrong <= allowed


def _wrong_letters(typed: tuple[str, ...], known: tuple[str, ...]) -> int | None:
    """Count wrong letters, 0 or 1, word by word; None for more, or in a word too short to forgive."""
    if typed == known:
        return 0
    if len(typed) != len(known):
        return None
    total = 0
    for a, b in zip(typed, known, strict=True):
        if a == b:
            continue
        if not is_one_off(a, b):
            return None
        total += 1
    return total if total == 1 else None


def is_one_off(typed: str, known: str) -> bool:
    """Tell whether a typed word is a known one with one wrong letter, or with none, and long enough to be forgiven."""
    too_short = len(known) < FORGIVEN_LENGTH or len(typed) < FORGIVEN_LENGTH - 1
    if too_short or abs(len(typed) - len(known)) > 1:
        return False
    from rapidfuzz.distance import OSA  # here: most names are spelled as the archive has them

    return OSA.distance(typed, known, score_cutoff=1) <= 1


def halves(known: str) -> tuple[str, ...]:
    """Return the halves of a word, each with the length of the whole: one wrong letter leaves one of them whole.

    None of a word too short to forgive.
    """
    if len(known) < FORGIVEN_LENGTH:
        return ()
    middle = len(known) // 2
    return _first_half(len(known), known[:middle]), _second_half(len(known), known[middle:])


def halves_near(typed: str) -> list[str]:
    """Return the halves of all words that a typed one can be with one wrong letter, but for `swapped`."""
    found = []
    for length in (len(typed) - 1, len(typed), len(typed) + 1):
        if length >= FORGIVEN_LENGTH:
            middle = length // 2
            found.append(_first_half(length, typed[:middle]))
            found.append(_second_half(length, typed[len(typed) - (length - middle) :]))
    return found


def swapped(typed: str) -> str:
    """Return a word with its two middle letters exchanged: typed so, neither of its halves is whole."""
    middle = len(typed) // 2
    return typed[: middle - 1] + typed[middle] + typed[middle - 1] + typed[middle + 1 :]


def _first_half(length: int, letters: str) -> str:
    return f"{length}<{letters}"


def _second_half(length: int, letters: str) -> str:
    return f"{length}>{letters}"
