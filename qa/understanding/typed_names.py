"""Write names with capitals in a question that was typed without any: "when was ada quill fired"."""

from __future__ import annotations

from qa.language.terms import is_stop_term, term
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.speakers.names import folded_words
from qa.understanding.scan import ScannedWord, words_of
from qa.understanding.words import has_case

_LONGEST_NAME = 3


def with_capitals(question: str, speakers: KnownSpeakers) -> str:
    """Return a question with the full names of people who speak in the archive as names are written.

    A surname alone stays as it was typed: "may" and "brown" are words like others.
    """
    if has_case(question) or not question.islower():
        return question
    words = words_of(question, 0)
    at = 0
    while at < len(words):
        count = next((n for n in range(_LONGEST_NAME, 1, -1) if _is_name(words[at : at + n], n, speakers)), 0)
        for word in words[at : at + count]:
            question = f"{question[: word.start]}{word.low.title()}{question[word.end :]}"
        at += max(count, 1)
    return question


def _is_name(words: list[ScannedWord], count: int, speakers: KnownSpeakers) -> bool:
    if len(words) < count or is_stop_term(term(words[0].low)) or is_stop_term(term(words[-1].low)):
        return False
    typed = " ".join(word.low for word in words)
    match = match_speaker(typed, speakers)
    known = speakers.speaker(match.name) if match.name and not match.corrected else None
    return (
        known is not None and known.kind == "person" and {*folded_words(typed)} <= {*folded_words(known.name)}
    )
