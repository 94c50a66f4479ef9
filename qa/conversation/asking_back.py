"""Asking back: whole questions to choose from, where one lacks what no turn before it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qa.conversation.pronouns import put_in
from qa.datatypes import Speaker, Understanding

MAX_CHOICES = 4


def choices_for(
    understood: Understanding, speakers: Sequence[Speaker], quoted: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return questions that can be asked as they stand, likeliest first.

    Args:
        quoted: Whose words came nearest: they are offered before those who speak most.
    """
    question = understood.question
    if understood.ambiguous:
        typed = understood.speaker or ""
        return tuple(_with_full_name(question, typed, name) for name in understood.ambiguous[:MAX_CHOICES])
    names = list(dict.fromkeys([*quoted, *(speaker.name for speaker in speakers[:MAX_CHOICES])]))[
        :MAX_CHOICES
    ]
    asked = [put_in(question, name) for name in names]
    about = f" about {understood.topic}" if understood.topic else ""
    return tuple(each or f"What did {name} say{about}?" for each, name in zip(asked, names, strict=True))


def _with_full_name(question: str, typed: str, name: str) -> str:
    """Put the full name where the ambiguous one stands; where it cannot be found, ask anew."""
    found = re.search(rf"(?<!\w){re.escape(typed)}(?!\w)", question, re.IGNORECASE) if typed else None
    if found is None:
        return f"What did {name} say?"
    return question[: found.start()] + name + question[found.end() :]
