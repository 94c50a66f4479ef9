"""Write a question with the other name of a body that it names: "What did the FTC do?" by Federal Trade Commission."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qa.answering.topics.topic_forms import pairs_given
from qa.answers import Understanding
from qa.archive.protocol import View
from qa.language.lexicon.bodies import KNOWN_BODIES
from qa.language.patterns import regex
from qa.language.terms import terms
from qa.understanding.words import has_case

_LETTERS = regex(r"(?<![\w&’'-])(?:[A-Z]{2,6}|[A-Z][a-z]?[A-Z]+)(?![\w&-])")
_NAME = regex(r"(?<![\w&’'-])[A-Z][\w’'-]*(?: (?:of|the|and|for|on|in|[A-Z][\w’'-]*))* [A-Z][\w’'-]*")
_COUNTRIES = frozenset(("United States", "United Kingdom"))
"""Their names stand everywhere, and whoever reads an article takes one for the other."""
_WORDS_TOO = frozenset(("DOE", "DOT", "ICE", "SEC", "WHO"))
_IN_SMALL_LETTERS = {
    name.lower(): name
    for name, whole in KNOWN_BODIES.items()
    if (" " in name or name.isupper()) and name not in _WORDS_TOO and whole not in _COUNTRIES
}
# From Z to A, so that a longer name stands before the one that it begins with.
_SMALL = regex(
    rf"(?<![\w&’'-])(?:{'|'.join(map(re.escape, sorted(_IN_SMALL_LETTERS, reverse=True)))})(?![\w&-])"
)
_MOST = 2
"""How many other wordings of a question are searched: each takes as long as the question."""


def by_other_names(view: View, asked: Understanding) -> list[Understanding]:
    """Return a question in wordings in which a body has another name, one that the archive has too.

    One of the two names is letters, "FTC". They are names that an article gives, "the National Federation of Bakers
    (NFB)", or those of a body that the world knows. Where a question is all in small letters, so may its name be.
    """
    typed = asked.standalone if has_case(asked.standalone) else _in_capitals(asked.standalone)
    if _LETTERS.search(typed) is None and _NAME.search(typed) is None:
        return []
    written: dict[str, Understanding] = {}
    given = pairs_given(view, typed)
    for name, other in (*_known_names(typed), *_given_names(given)):
        if _is_of_two(given, name, other):
            continue
        text = _with(typed, name, other)
        if text not in (typed, *written) and view.phrase_count(terms(other)):
            speaker = _with(asked.speaker, name, other) if asked.speaker else None
            written[text] = replace(asked, question=text, standalone=text, speaker=speaker)
    return [*written.values()][:_MOST]


def _in_capitals(question: str) -> str:
    """Write the bodies that the world knows as it writes them: "what did the ftc do"."""
    return _SMALL.sub(lambda match: _IN_SMALL_LETTERS[match[0]], question)


def _given_names(given: set[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for long, short in sorted(given):
        yield from ((short, long), (long, short))


def _is_of_two(given: set[tuple[str, str]], name: str, other: str) -> bool:
    """Return whether articles give letters for another body: NFB for the Norland Football Board beside the bakers."""
    return any(
        short in (name, other)
        and long not in (name, other)
        and {*terms(long)} not in ({*terms(name)}, {*terms(other)})
        for long, short in given
    )


def _known_names(question: str) -> Iterable[tuple[str, str]]:
    for name, whole in KNOWN_BODIES.items():
        if name in question and whole not in _COUNTRIES:
            short = _LETTERS.fullmatch(name) is not None
            for other, its in KNOWN_BODIES.items():
                if its == whole and other != name and (short or _LETTERS.fullmatch(other)):
                    yield name, other


def _with(question: str, typed: str, other: str) -> str:
    """Put a name for another, where it stands as it is typed and the other does not stand there too."""
    if other in question:
        return question
    return re.sub(rf"(?<![\w&’'-]){re.escape(typed)}(?![\w&-])", lambda match: other, question)
