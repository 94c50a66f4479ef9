"""Find the targets of an attribution: the names in its content and around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from qa.datatypes import Span, Target
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    DETERMINERS,
    FUNCTION,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.patterns import regex

_MOST = 12
_REST = r"[\w&]*(?:[-'’](?!(?:s|m|d|t|ll|re|ve)\b)\w+)*"
_WORD = rf"(?:[A-Z]\.[ ]?)?[A-Z]{_REST}"
# It begins with a capital, not with something optional: so nothing is tried at other letters.
_NAME = regex(
    rf"[A-Z](?:\.[ ]?(?:[A-Z]\.[ ]?)*[A-Z]{_REST}|{_REST})"
    rf"(?:[ ](?:(?:of|the|de|van|von|al|bin)[ ])?{_WORD}){{0,5}}"
)
_NOT_NAMES = frozenset(
    DETERMINERS | PREPOSITIONS | SUBJECT_PRONOUNS | SUBORDINATORS | TIMES | ADVERBS
    | frozenset("and but or so if yes no well there here not is are was were do did have has".split())
    | frozenset("mr mrs ms dr".split())
)  # fmt: skip

_OPENS = regex(r"(?:^|[.!?:…]['”’\")\]]*\s|[\n“\"‘—–]|''|``)\s*$")


class Names:
    """The names of an article by place, found once."""

    def __init__(self, text: str, title: str, paragraphs: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._names: list[str] = []
        self._paragraphs = paragraphs
        self._title = [m[0] for m in _NAME.finditer(title) if m[0].lower() not in _NOT_NAMES]
        inside: set[str] = set()
        openers: list[tuple[int, str]] = []
        for match in _NAME.finditer(text):
            name = match[0]
            while name and (first := name.partition(" "))[0].lower().strip(".") in _NOT_NAMES:
                name = first[2]
            if len(name) < 2 or name.lower() in FUNCTION:
                continue
            start = match.end() - len(name)
            self._starts.append(start)
            self._names.append(name)
            if name[1:].islower() and _OPENS.search(text, max(0, start - 4), start):
                openers.append((start, name))
            else:
                inside.add(name)
        self._doubtful = {start for start, name in openers if name not in inside}
        """Where one word stands at a sentence's head, and nowhere else with a capital: "Write to them"."""

    def within(self, start: int, end: int, *, sure: bool = False) -> list[str]:
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = range(low, min(high, low + 2 * _MOST))
        if sure:
            return list(dict.fromkeys(self._names[i] for i in found if self._starts[i] not in self._doubtful))
        return list(dict.fromkeys(self._names[low : found.stop]))

    def targets(
        self, content: Sequence[Span], paragraph: int, mention: str, question: Span | None = None
    ) -> tuple[Target, ...]:
        """Return the targets of a content, nearest first, each name once; `question` is what it answers."""
        found: dict[str, Target] = {}
        for start, end in content:
            for name in self.within(start, end, sure=True):
                found.setdefault(name, Target(name, "content"))
        for name in self.within(*self._paragraphs[paragraph]):
            if name not in mention:
                found.setdefault(name, Target(name, "paragraph"))
        if question is not None:
            for name in self.within(*question, sure=True):
                found.setdefault(name, Target(name, "previous"))
        elif paragraph > 0:
            for name in self.within(*self._paragraphs[paragraph - 1]):
                found.setdefault(name, Target(name, "previous"))
        for name in self._title:
            found.setdefault(name, Target(name, "title"))
        return tuple(found.values())[:_MOST]
