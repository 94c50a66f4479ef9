"""Hold what is read of an article up to a pronoun, and whom the pronoun is found to mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from qa.attribution.people.pronouns.nameless import Unnamed
from qa.language.lexicon.first_names import Gender
from qa.language.patterns import regex

# Like the patterns of `capitals`, it begins with a class of letters and looks back from there.
PRONOUN = regex(
    r"[HhSs](?<!\w.)(?:(?<=[Ss])he|(?<=[Hh])(?:e|im|er|is|ers|imself|erself))\b(?!['’](?!s|d|ll))"
)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The people whom a pronoun can stand for.

    `people` are several where the name that it stands for is several people's, or where two names are about
    equally likely. `margin` is by how much the next name was less likely.
    """

    people: tuple[int, ...]
    margin: float
    back: int = 0
    """Sentences back to the words that the pronoun stands for."""
    rivals: int = 0
    """Other people near enough, and of a gender, to be meant."""
    unnamed: Unnamed | None = None
    """The words for somebody without a name who is meant; `people` are none then."""


class ReadMention(NamedTuple):
    """A name or pronoun that was read; `people` are all whom it can mean."""

    sentence: int
    paragraph: int
    people: tuple[int, ...]
    weight: float
    speaks: bool
    quoted: bool
    first_of: str
    """The genders of which it is the first in its sentence that could be a subject, "", "m", "f" or "mf"; with a "!"
    where nobody at all stands before it."""
    gender: Gender | None = None
    unnamed: Unnamed | None = None
    """The words for somebody without a name for whom it stands; `people` are none then."""


def gender_of_pronoun(word: str) -> Gender:
    return "f" if word[0] in "sS" or word.lower().startswith("her") else "m"
