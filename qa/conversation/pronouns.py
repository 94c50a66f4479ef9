"""Whom "he", "she" and "they" mean: the last speaker that fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.attribution.first_names import gender_of
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
    pronoun = match[0].lower()
    people = {speaker.name: speaker.kind for speaker in speakers}
    for name in _candidates(known):
        if _fits(pronoun, name, people.get(name)):
            return name
    return None


def _candidates(known: Sequence[tuple[Turn, Understanding]]) -> Iterator[str]:
    """Last turn first; in a turn whoever was asked about, then who was quoted, then who was named."""
    for turn, understood in reversed(known):
        if understood.speaker and not understood.ambiguous:
            yield understood.speaker
        yield from turn.speakers
        if understood.topic:
            yield from names_in(f"about {understood.topic}")
        yield from names_in(f"about {turn.question[:1].lower()}{turn.question[1:]}")


def _fits(pronoun: str, name: str, kind: str | None) -> bool:
    if pronoun in {"they", "their", "them", "its"}:
        return pronoun != "its" or kind != "person"
    if kind == "group":
        return False
    gender = gender_of(name.split(maxsplit=1)[0].casefold())
    wanted = "f" if pronoun in {"she", "her"} else "m"
    return gender is None or gender == wanted
