"""Find whom a transcript's label of one to three letters means: "AQ:" or "A:" for Ada Quill."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from qa.attribution.people.names.persons import People, Person
from qa.attribution.speech.without_verbs.short_labels import letters_of
from qa.datatypes import Article
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.name_parts import PARTICLES
from qa.language.patterns import regex
from qa.speakers.names import fold

MOST_LETTERS = 3

_CAPITALISED = r"(?![a-zß-ÿ])[^\W\d_](?:[^\W_]|[’'-])*\.?"
_FULL = regex(rf"(?<![^\W_])(?={_CAPITALISED} (?:[“\"][^“”\"\n]{{1,20}}[”\"] )?{_CAPITALISED})")
_NAME = regex(rf"{_CAPITALISED}(?: [“\"][^“”\"\n]{{1,20}}[”\"])?(?: {_CAPITALISED}){{1,2}}")
_NICKNAME = regex(r" [“\"][^“”\"\n]*[”\"]")
_ASKS = regex(rf"^[^\W\d_a-zß-ÿ]{{1,{MOST_LETTERS}}}:[ \t][^\n]*\?[”\"]?[ \t]*$", re.MULTILINE)
_SPELT_OUT = regex(
    rf"^(?:\*\*|__)?(?P<name>{_CAPITALISED}(?: {_CAPITALISED}){{0,3}})"
    rf" [(\[](?P<letters>[A-Z]{{1,{MOST_LETTERS}}})[)\]]:",
    re.MULTILINE,
)
_LISTED = regex(r"[,\n]| [-–—(]")
"""What follows a name in a list of who takes part: "Ada Quill, Port of Hale"."""
_JOINED = regex(r",? and |, ")
_SHORT_NAME = rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}"
_SPOKEN_WITH = regex(
    r"\b(?:s[ai]t(?:s|ting)? down|sp(?:oke|eaks?|oken)|talk(?:s|ed)?|caught up|met(?: up)?|chat(?:s|ted)?"
    rf"|interview(?:s|ed)?)(?: to| with)? (?P<names>{_SHORT_NAME}(?:, {_SHORT_NAME}){{0,3}},? and {_SHORT_NAME})"
)
_FEWEST_TOGETHER = 2
_HARDLY, _MOSTLY = 0.2, 0.6
"""Of the lines of who answers and of who asks, how many end with a question mark."""
_TITLE_READ = 300
_INTRODUCTION_READ = 5_000


def are_letters(label: str) -> bool:
    return label.isupper() and label.isalpha() and len(label) <= MOST_LETTERS


def initials(name: str) -> str:
    """Return the first letters of a name's capitalised words, without their marks: "MA" for "Morgan Ågren"."""
    return "".join(fold(word[0]).upper() for word in name.split() if word[0].isupper())


def of_all_words(label: str, people: People) -> list[int]:
    """Return who has these initials. One letter is nobody's: "J" is not somebody who is only called Jo."""
    if len(label) == 1:
        return []
    return [i for i, person in enumerate(people.persons) if initials(person.name) == label]


def named_elsewhere(label: str, article: Article, guests: Sequence[Person], first: int) -> str | None:
    """Return whom letters mean that are nobody's initials among those whom the text names, if one can be meant.

    Args:
        guests: Who is interviewed; a letter of somebody who is only named before may be the interviewer's.
        first: Where the first label stands; who speaks is introduced before it, or in the title, or is the author.
    """
    if len(label) == 1:
        own = {one.name for one in guests if one.parsed.given and _begins(one, label)}
        if initials(article.author)[:1] == label:
            own.add(article.author)  # the interviewer: then the letter may be either's
    else:
        before = article.text[: min(first, _INTRODUCTION_READ)]
        spelt = [name for text in (article.title[:_TITLE_READ], before) for name in _with(label, text)]
        spelt += [one.name for one in guests if label in letters_of(one.name)]
        own = set({fold(name): name for name in reversed(spelt)}.values())
        if initials(article.author) == label:
            own.add(article.author)
    return own.pop() if len(own) == 1 else None


def spoken_with(letters: Collection[str], text: str) -> dict[str, str]:
    """Return who has each of several single letters: "I sat down with Ada and Tom.", above lines of "A:" and "T:".

    Where a letter is that of none or of two of these, nobody has any.
    """
    match = _SPOKEN_WITH.search(text)
    names = [] if match is None else _JOINED.split(match["names"].rstrip("."))
    found = {letter: [name for name in names if fold(name[0]).upper() == letter] for letter in letters}
    if (
        len(found) < _FEWEST_TOGETHER
        or len(names) < len(found)
        or any(len(each) != 1 for each in found.values())
    ):
        return {}
    return {letter: each[0] for letter, each in found.items()}


def who_answers(lines: Sequence[tuple[str, int]], text: str) -> str:
    """Return the label whose lines hardly ask, where the lines of the only other one mostly do; else ""."""
    asking: dict[str, list[bool]] = {}
    for label, end in lines:
        asking.setdefault(label, []).append(text[max(0, end - 9) : end].rstrip("*_ \n").endswith("?"))
    shares = sorted((sum(asked) / len(asked), label) for label, asked in asking.items())
    if len(shares) != 2 or shares[0][0] > _HARDLY or shares[1][0] < _MOSTLY:
        return ""
    return shares[0][1]


def spelt_out(text: str) -> dict[str, str]:
    """Return whom letters mean that stand beside a name where it is a label: "Quill (QL): Good morning."."""
    names: dict[str, set[str]] = {}
    for match in _SPELT_OUT.finditer(text):
        names.setdefault(match["letters"], set()).add(match["name"])
    return {letters: each.pop() for letters, each in names.items() if len(each) == 1}


def one_asks(text: str) -> bool:
    """Return whether a line with a label of letters asks something: "A: Build a wall." beside "B: Dig." is a choice."""
    return _ASKS.search(text) is not None


def _begins(person: Person, letter: str) -> bool:
    return bool(person.parsed.given) and person.parsed.given[0][:1].upper() == letter


def _with(label: str, text: str) -> list[str]:
    """Return the names in a text with these initials, if a known given name begins them or the letters follow.

    Any name counts that has a line of its own, alone or before what somebody is: a list of who takes part.
    """
    found = []
    for start in _FULL.finditer(text):
        match = _NAME.match(text, start.start())
        if match is None:
            continue
        words = _NICKNAME.sub("", match[0]).split()
        # "MD" is "Miguel De Quill", of whom "Miguel De" is no name.
        whole = len(words) > len(label) and words[len(label) - 1].lower() in PARTICLES
        full, words = words, words[: len(label)]
        name = " ".join(full if whole else words).removesuffix("’s").removesuffix("'s").rstrip(".,")
        follows = text[match.end() : match.end() + len(label) + 3].strip() in (f"({label})", f"[{label}]")
        line = text.rfind("\n", 0, start.start()) + 1
        listed = text[line : start.start()].isspace() or line == start.start()
        listed = listed and _LISTED.match(text, match.end()) is not None
        known = follows or listed or is_given(fold(words[0]))
        if initials(" ".join(words)) == label and len(words) == len(label) and known:
            found.append(name)
    return found
