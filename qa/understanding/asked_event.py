"""Find the event that a question asks about, or takes for granted: "Why did Quill resign?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.language.lexicon.event_words import Happening, event_of, is_base, is_event
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.function_words import BE, NEGATIONS
from qa.language.lexicon.particle_verbs import with_particle
from qa.language.lexicon.question_words import ANY_AUXILIARY, QUESTION_AUXILIARIES
from qa.language.patterns import regex

LONGEST = 16
"""In a longer question several things are asked at once, and no rule as simple as this one tells which."""
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_YES_NO = regex(rf"\W*{ONE_LEAD}(?:{ANY_AUXILIARY})\b", re.I)
_OPEN = regex(r"\b(?:will|would|can|could|should|may|might|must|shall|going to)\b|['’]ll\b", re.I)
_PRESENT = regex(r"\b(?:do|does|is|are)\b(?!\s+not\b)", re.I)
_NAME_OF = regex(r"\bname of\b", re.I)
_CALLED = regex(r"\W*what\s+(?:is|are|was|were)\s.*\bcalled\W*\Z", re.I)
"""What asks for a name: "What is Quill's flu shot called?"."""
_OPENS = QUESTION_AUXILIARIES | frozenset("who which what".split())
_INSIDE = frozenset(
    "when while after before since because if whether that until once although though as than where".split()
)
"""What begins a clause that is not asked about: "What sank when the levee broke?"."""
_BEFORE_NOUN = frozenset(
    """the a an of in on for at by from with his her their its this that and or no any some our your my into about over
    under between many much which what how""".split()
)
"""What stands before a noun: "the vote" is no voting."""
_TO_THE_PROGRAM = frozenset("i you we me us my your".split())
_NO_INFINITIVE = frozenset(
    """vote voted return returned sell sold agree agreed lose lost pay paid apologise apologised apologize apologized
    surrender surrendered donate donated transfer transferred""".split()
)
"""Verbs after which "to" opens no infinitive: "lost to Harwick" is an event, "failed to pay" is another one's."""
_LIGHT = frozenset("take taken takes taking took".split())
"""Verbs that say little, and what follows them: "take charge" charges nobody, nor does "take aim" at anything."""
_SAME_IN_PAST = frozenset("beat become born cut hurt open overcome quit shut split spread".split())
"""Base forms that may follow "was"; no other does: a question for "the Dene free bus scheme" tells of no freeing."""
_SEE = frozenset("saw see seen sees".split())
_CHANGES = frozenset(
    """
    decline declines decrease decreases drop drops fall falls gain gains growth improvement increase increases jump
    jumps loss losses most reduction rise rises surge
    """.split()
)
"""What a town or a firm sees, and nobody with eyes: "Which ward saw the biggest drop?"."""
_SEEN_WITHIN = 5
_WILLING = frozenset("agree agreed agreeing agrees decide decided decides deciding".split())
"""Verbs whose infinitive is what is asked about: who agreed to pay will pay, or has paid."""


class AskedEvent(NamedTuple):
    """What a question asks about, or takes for granted."""

    event: Happening
    denied: bool
    """The question is about what did not happen: "Who did not sign?"."""
    settled: bool
    """It is about what has happened or happens, not about what may."""
    yes_no: bool
    """Whether it happened is the question: a denial answers it too."""
    present: bool = False
    """It is asked as of now, which may be of what will be: "When does the pier open?"."""
    side: str = ""
    """ "for" or "against", where that follows: "Who voted for the loan?"."""


def asked_event(question: str) -> AskedEvent | None:
    """Return the event that a short question is about; None where its verb tells of none, or there are several."""
    words = _WORD.findall(question)
    small = [word.casefold() for word in words]
    if len(words) > LONGEST or not _TO_THE_PROGRAM.isdisjoint(small) or _CALLED.match(question):
        return None
    at = _verb(words, small, names=bool(_NAME_OF.search(question)))
    if at is None:
        return None
    willing = _is_willed(small, at)
    return AskedEvent(
        event=event_of(_with_particle(small, at)),
        denied=any(is_negation(word) for word in small[max(0, at - 4) : at])
        or (
            small[at + 1 : at + 2] == ["not"] and small[at + 2 : at + 3] != ["to"]
        ),  # but "vote not to close it"
        settled=not willing and _OPEN.search(question) is None,
        yes_no=_YES_NO.match(question) is not None,
        present=_PRESENT.search(" ".join(words[:at])) is not None,
        side="".join(word for word in small[at + 1 : at + 2] if word in ("for", "against")),
    )


def is_negation(word: str) -> bool:
    """Return whether a word, in small letters, turns a verb into its opposite: "not", "didn't"."""
    return word in NEGATIONS or word.endswith(("n't", "n’t"))


def _verb(words: list[str], small: list[str], *, names: bool) -> int | None:
    """Return where the verb stands: the first word after the opening that can only be one."""
    opened = ""
    for at, word in enumerate(small):
        if (
            word in _OPENS
            or is_negation(word)
            or (word == "how" and small[at + 1 : at + 2] in (["many"], ["much"]))
        ):
            if opened and word in ("who", "which") and not names:
                return None  # "What did the clubs that signed want?"
            opened = word
        elif opened and word in _INSIDE:
            return None
        elif opened and words[at].islower() and is_event(_with_particle(small, at)) and _is_verb(small, at):
            if (opened in BE and _is_base(small, at)) or _sees_change(small, at):
                continue
            return at
    return None


def _with_particle(small: list[str], at: int) -> str:
    return with_particle(small[at], "".join(small[at + 1 : at + 2]))


def _is_willed(small: list[str], at: int) -> bool:
    """Return whether a verb is what somebody agreed to do: "Why did Quill agree to pay?"."""
    return small[at - 1] == "to" and small[at - 2] in _WILLING


def _is_base(small: list[str], at: int) -> bool:
    """Return whether a word is a form of now that no "was" has after it: "free", "charges"; not "freed", "to free"."""
    word = small[at]
    now = not word.endswith("ed") and (is_base(word) or is_base(word.removesuffix("s")))
    return now and word not in _SAME_IN_PAST and small[at - 1] != "to"


def _sees_change(small: list[str], at: int) -> bool:
    """Return whether a verb says that something changed or is counted: "How many visitors does the fair see?"."""
    if small[at] not in _SEE or small[0] == "who":
        return False
    after = small[at + 1 : at + 1 + _SEEN_WITHIN]
    counted = small[0] == "how" and not {"do", "does"}.isdisjoint(small[:at])
    return counted or any(word in _CHANGES or word.endswith("est") for word in after)


def _is_verb(small: list[str], at: int) -> bool:
    before, after = small[at - 1], small[at + 1 : at + 2]
    if (
        before in _BEFORE_NOUN
        or before in _LIGHT
        or (before == "to" and not _is_willed(small, at))
        or before.endswith(("'s", "’s"))
    ):
        return False
    if small[at].endswith("ing") and before not in BE and not before.endswith("ly"):
        return False
    if small[at] in ("play", "played", "plays") and not {"role", "part"}.isdisjoint(small):
        return False  # "What role does the levee play?"
    if after in (["and"], ["or"]):
        return False  # "Where does the river start and end?" is about two events
    return after != ["to"] or small[at] in _NO_INFINITIVE
