"""Hold one way to read a question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from qa.answers import QuestionKind


class Needs(IntEnum):
    """What a reading asks of its speaker."""

    SHAPE = 0
    """It could be a name, a group or a role."""
    MENTIONED = 1
    """The archive knows the speaker, or has the name without having words of theirs."""
    KNOWN = 2
    """The archive knows the speaker; one wrong letter is forgiven."""
    EXACT = 3
    """The archive knows the speaker exactly as typed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a question. Texts are as typed; empty where the question has none."""

    kind: QuestionKind
    speaker: str = ""
    topic: str = ""
    addressee: str = ""
    cue: str | None = None
    needs: Needs = Needs.SHAPE
    asks_fact: bool = False
    """The topic is itself a question of fact ("according to X, who won in 2018?"): its dates are its own."""
    person: bool = False
    """Only a person will do: "news from Oslo" and "China trade" are about the place."""
    guessed: bool = False
    """Nothing says that words are asked for but the name in front: "Rubio China"."""
