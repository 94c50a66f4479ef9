"""Write names as they are written in a question that was typed in small letters: "when was ada quill fired"."""

from __future__ import annotations

from qa.language.lexicon.offices import ALLIES, KIN, SPOKESPEOPLE
from qa.language.lexicon.reporting_nouns import VIEW_NOUNS
from qa.language.terms import is_stop_term, term
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import known_speaker, match_speaker
from qa.speakers.names import folded_words
from qa.understanding.scan import ScannedWord, words_of
from qa.understanding.words import is_in_small_letters

_LONGEST_NAME = 3
_LEAST_OWNER = 4
"""How many letters a name with its "s" has at least: "his views" are nobody's called Hi."""
_OWNED = (
    frozenset(VIEW_NOUNS)
    | KIN
    | ALLIES
    | SPOKESPEOPLE
    | frozenset(f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s" for noun in ALLIES)
    | frozenset(
        "critics supporters opponents family team campaign office party administration cabinet".split()
    )
)
"""What somebody has: their words, relatives, and the people around them."""


def with_capitals(question: str, speakers: KnownSpeakers) -> str:
    """Return a question with the full names of people who speak in the archive as names are written.

    A surname alone stays as it was typed: "may" and "brown" are words like others.
    """
    if not is_in_small_letters(question):
        return question
    words = words_of(question, 0)
    at = 0
    while at < len(words):
        count = next((n for n in range(_LONGEST_NAME, 1, -1) if _is_name(words[at : at + n], n, speakers)), 0)
        for word in words[at : at + count]:
            question = f"{question[: word.start]}{word.low.title()}{question[word.end :]}"
        at += max(count, 1)
    return question


def with_apostrophes(question: str, speakers: KnownSpeakers) -> str:
    """Return a question with the apostrophe that was left out after a speaker's name: "what's quills view on tolls"."""
    if not is_in_small_letters(question):
        return question
    words = words_of(question, 0)
    for at, owner in reversed(list(enumerate(words))):
        # "Quills remarks", "quills ferry remarks".
        owned = any(word.low in _OWNED for word in words[at + 1 : at + 3])
        if owned and _owns(owner.low, speakers):
            question = f"{question[: owner.end - 1]}'{question[owner.end - 1 :]}"
    return question


def _owns(word: str, speakers: KnownSpeakers) -> bool:
    """Return whether a word is a speaker's name with an "s", and no name itself: "quills", but not "adams" of Adam."""
    if len(word) < _LEAST_OWNER or not word.endswith("s") or word.endswith(("ss", "'s", "’s")):
        return False
    if is_stop_term(term(word)):
        return False  # "does" is not John Doe's
    whole, owner = match_speaker(word, speakers), match_speaker(word[:-1], speakers)
    if (whole.name or whole.ambiguous) and not whole.corrected:
        return False
    return bool(owner.name or owner.ambiguous) and not owner.corrected


def _is_name(words: list[ScannedWord], count: int, speakers: KnownSpeakers) -> bool:
    if len(words) < count or is_stop_term(term(words[0].low)) or is_stop_term(term(words[-1].low)):
        return False
    typed = " ".join(word.low for word in words)
    known = known_speaker(typed, speakers)
    return (
        known is not None and known.kind == "person" and {*folded_words(typed)} <= {*folded_words(known.name)}
    )
