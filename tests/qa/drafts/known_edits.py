"""Make articles with known quotations, and drafts in which these are changed in known ways.

Imports nothing of what it is the proof of: what a draft should be called is known here by how it was made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random

_OPENINGS = ("We have", "I have never", "They had not", "My neighbours have", "The people here have")
_VERBS = ("counted", "repaired", "promised", "rented", "painted", "sold", "moved", "insured")
_THINGS = ("deep-sea boats", "long-term permits", "hand-made nets", "second-hand buses", "well-kept gardens")
_PLACES = ("near the old mill", "along the coast road", "in the lower town", "beside the railway bridge")
_TAILS = (
    "and that’s a lot for one small town",
    "so the council’s clerks are tired",
    "and our children’s teachers have noticed it",
    "because the town’s budget could bear more",
)
_FIRST = ("Ada", "Ivo", "Una", "Ned", "Maria", "Tony", "Clara", "Jonas")
_LAST = ("Quill", "Brandt", "Strand", "Pryce", "Holm", "Varga", "Keene", "Osei", "Lund", "Marsh", "Tarn")
_ROLES = ("the mayor", "a teacher", "the harbour master", "a baker", "the head of the union")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says in an article."""

    words: str
    speaker: str
    place: str


@dataclass(frozen=True, slots=True)
class MadeArticle:
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class EditedQuotation:
    """A sentence of a draft: its quotation is changed by `edit`, and is to be found as `expected`."""

    edit: str
    expected: str
    sentence: str


def made_articles(count: int, *, statements: int = 6, seed: int = 7) -> list[MadeArticle]:
    """Make articles. No two statements have the same number, nor one that differs from it by one."""
    random = Random(seed)
    numbers = iter(range(103, 100_000, 7))
    names = [f"{first} {last}" for last in _LAST for first in _FIRST]
    random.shuffle(names)
    speakers = cycle(names)
    found = []
    for number in range(count):
        people = list(islice(speakers, 2))
        said = []
        for at in range(statements):
            place = random.choice(_PLACES)
            words = (
                f"{random.choice(_OPENINGS)} {random.choice(_VERBS)} {next(numbers)} {random.choice(_THINGS)} {place}, "
                f"{random.choice(_TAILS)}"
            )
            said.append(Statement(words, people[at % 2], place))
        lines = [f"The council of Harwick met for the {number + 1}. time this year."]
        for at, each in enumerate(said):
            role = f", {_ROLES[number % len(_ROLES)]}" if at == 0 else ""
            lines.append(f"“{each.words},” said {each.speaker}{role}.")
        found.append(MadeArticle("\n\n".join(lines) + "\n", tuple(said)))
    return found


def edited(article: MadeArticle, stranger: str) -> Iterator[EditedQuotation]:
    """Yield every edit of every statement of an article.

    Args:
        stranger: Somebody who says nothing of it.
    """
    for at, each in enumerate(article.statements):
        for name, (expected, change) in _EDITS.items():
            yield EditedQuotation(name, expected, _sentence(change(each), each.speaker))
        yield EditedQuotation("speaker exchanged", "other_speaker", _sentence(each.words, stranger))
        straight = f'"{each.words.replace("’", chr(39))}," said {each.speaker}.'
        yield EditedQuotation("marks", "typography_only", straight)
        # The next but one is the same person's.
        following = article.statements[(at + 2) % len(article.statements)]
        both = f"{each.words}. {following.words}"
        yield EditedQuotation("two merged", "altered", _sentence(both, each.speaker))


def _sentence(words: str, speaker: str) -> str:
    return f"“{words},” said {speaker}."


def _without_a_word(each: Statement) -> str:
    before, _, after = each.words.rpartition(" ")
    first, _, _ = before.rpartition(" ")
    return f"{first} {after}"


def _other_number(each: Statement) -> str:
    return _NUMBER.sub(lambda found: str(int(found[0]) + 1), each.words, count=1)


def _turned(each: Statement) -> str:
    without = re.sub(r" (?:never|not)\b", "", each.words, count=1)
    return without if without != each.words else re.sub(r"\bhave\b", "have not", each.words, count=1)


def _other_word(each: Statement) -> str:
    for old, new in ((" small ", " big "), (" are ", " were "), ("noticed", "seen"), ("could", "should")):
        if old in each.words:
            return each.words.replace(old, new, 1)
    raise AssertionError(f"no word to exchange in {each.words!r}")


_EDITS: dict[str, tuple[str, Callable[[Statement], str]]] = {
    "none": ("verbatim", lambda each: each.words),
    "cut at the end": ("verbatim", lambda each: each.words.partition(",")[0]),
    "hyphen": ("typography_only", lambda each: each.words.replace("-", " ", 1)),
    "spaces": ("typography_only", lambda each: each.words.replace(" ", "\u00a0", 2)),
    "ellipsis": ("marked_changes", lambda each: each.words.replace(each.place, "…")),
    "bracket": ("marked_changes", lambda each: each.words.replace(each.place, "[by the sea]")),
    "word dropped": ("altered", _without_a_word),
    "word exchanged": ("altered", _other_word),
    "number changed": ("altered", _other_number),
    "negation": ("altered", _turned),
    "mark exchanged": ("altered", lambda each: each.words.replace(",", ";", 1)),
}  # fmt: skip


def quoted_in(text: str) -> list[str]:
    """Return what stands in curly marks in a text, where it has eight words or more."""
    return [words for words in re.findall(r"“([^“”\n]+)”", text) if len(words.split()) > 7]
