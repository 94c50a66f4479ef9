"""Whom "he", "she" and "they" mean: the last speaker that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.attribution.first_names import gender_of
from qa.attribution.titles import GROUP_NOUNS, METONYMS, NATIONS, ORGANISATIONS, STATES
from qa.conversation.turns import Turn
from qa.datatypes import Speaker, Understanding
from qa.understanding.names import names_in

_SUBJECT = re.compile(
    r"\b(?:(?P<his>his|their|its|her(?=\s+(?!(?:about|on|to|say|said|think|in|at|that)\b)[a-z]))|(?P<he>he|she|they|him|them|her))\b",
    re.IGNORECASE,
)


def put_in(question: str, name: str) -> str | None:
    """Return the question with a name in the place of its first pronoun for somebody, or None without one."""
    match = _SUBJECT.search(question)
    if match is None:
        return None
    owner = f"{name}'s" if match["his"] else name
    return question[: match.start()] + owner + question[match.end() :]


def antecedent(
    question: str, known: Sequence[tuple[Turn, Understanding]], speakers: Sequence[Speaker]
) -> str | None:
    """Return whom the first pronoun of a question means, or None."""
    match = _SUBJECT.search(question)
    if match is None:
        return None
    kinds = {speaker.name: speaker.kind for speaker in speakers}
    for name, speaks in _candidates(known):
        if _fits(match[0].lower(), name, kinds.get(name), speaks=speaks):
            return name
    return None


def _candidates(known: Sequence[tuple[Turn, Understanding]]) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it is a speaker's), last turn first: who was asked about, was quoted, was named."""
    for turn, understood in reversed(known):
        if understood.speaker and not understood.ambiguous:
            yield understood.speaker, True
        yield from ((name, True) for name in turn.speakers)
        for text in (understood.topic or "", f"{turn.question[:1].lower()}{turn.question[1:]}"):
            yield from ((name, False) for name in names_in(f"about {text}"))


def _fits(pronoun: str, name: str, kind: str | None, *, speaks: bool) -> bool:
    if pronoun in {"they", "their", "them"}:
        return True
    if pronoun == "its":
        return kind != "person"
    if kind == "group":
        return False
    gender = gender_of(name.split(maxsplit=1)[0].casefold())
    wanted = "f" if pronoun in {"she", "her"} else "m"
    # What is only named must show that it is a person: "she" is not China.
    return gender == wanted or (gender is None and (speaks or kind == "person"))


_NO_PEOPLE = frozenset(NATIONS) | METONYMS | STATES | ORGANISATIONS | GROUP_NOUNS


def is_person(name: str, *, sure: bool) -> bool:
    """Whether a name that nobody in the archive has is a person's by its form.

    Args:
        sure: Ask for a known given name in front. Otherwise no known place or group is enough, as where there is no
            archive to ask.
    """
    words = name.split()
    if not 1 <= len(words) <= 3 or not all(word[:1].isupper() for word in words):
        return False
    given = gender_of(words[0].casefold()) is not None and len(words) > 1
    if sure or given:
        return given
    return not any((word.isupper() and len(word) > 1) or word.casefold() in _NO_PEOPLE for word in words)
