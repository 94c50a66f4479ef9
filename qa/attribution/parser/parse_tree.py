"""Walk the tree of a parsed sentence: the words below a word, the subject of a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.attribution.parser.parsing import ParsedWord
from qa.datatypes import Span
from qa.language.lexicon.verb_classes import PARSED_GOVERNORS

Range = tuple[int, int]
"""Words of the sentence by their numbers, end exclusive."""

_HIGHEST = 6
"""Steps up the tree in the search for a subject."""
_EDGES = frozenset((",", ".", ";", ":", "-", "—", "–", "--"))
_BREAKS = frozenset((",", "(", "—", "–", "--", ";", ":", "who", "which"))


class Tree:
    def __init__(self, words: Sequence[ParsedWord]) -> None:
        self.words = words
        self._children: list[list[int]] = [[] for _ in words]
        for i, word in enumerate(words):
            if word.head != i:
                self._children[word.head].append(i)

    def kids(self, i: int, *deps: str) -> Iterator[int]:
        return (c for c in self._children[i] if self.words[c].dep in deps)

    def reach(self, i: int) -> Range:
        """Return the range of words that depend on a word."""
        first, last, open_ = i, i, [i]
        while open_:
            at = open_.pop()
            first, last = min(first, at), max(last, at)
            open_.extend(self._children[at])
        return first, last + 1

    def infinitive(self, i: int) -> int | None:
        """Return where the "to" of an infinitive stands."""
        return next((c for c in self.kids(i, "aux") if self.words[c].low == "to"), None)

    def subject(self, verb: int, steps: int = 0) -> int | None:
        """Return the subject of a verb, also where it shares that of another verb."""
        word = self.words[verb]
        for c in self.kids(verb, "nsubj", "csubj"):
            pronoun = self.words[c].low in ("who", "which", "that")
            return word.head if pronoun and word.dep == "relcl" else c
        if any(True for _ in self.kids(verb, "expl")):
            return None
        if any(True for _ in self.kids(verb, "nsubjpass", "auxpass")):
            return next((o for agent in self.kids(verb, "agent") for o in self.kids(agent, "pobj")), None)
        if word.dep == "acl" and word.tag == "VBG":
            return word.head
        above = self._above(verb)
        return None if above is None or steps == _HIGHEST else self.subject(above, steps + 1)

    def _above(self, verb: int) -> int | None:
        """Return the verb whose subject this one shares."""
        word = self.words[verb]
        if word.dep in ("conj", "aux") or (
            word.dep == "xcomp" and self.words[word.head].low in PARSED_GOVERNORS
        ):
            return word.head
        if word.dep in ("advcl", "dep", "xcomp") and word.tag == "VBG":
            return word.head
        if word.dep == "pcomp":
            up = self.words[word.head].head
            while self.words[up].dep in ("pobj", "prep", "dobj") and self.words[up].head != up:
                up = self.words[up].head
            return up if self.words[up].tag.startswith("VB") else None
        return None

    def phrase(self, noun: int) -> Span:
        """Return a noun phrase up to what only adds to it, but with a "who" that begins a clause about it."""
        first, end = self.reach(noun)
        for i in range(noun + 1, end):
            if self.words[i].low in _BREAKS or self.words[i].dep == "relcl":
                who = i + (self.words[i].low == ",")
                through = who < end and self.words[who].low == "who" and self._is_about(who, noun)
                end = who + 1 if through else i
                break
        while first < noun and (self.words[first].dep == "punct" or self.words[first].low in ("that", "as")):
            first += 1
        return self.words[first].start, self.words[end - 1].end

    def _is_about(self, word: int, noun: int) -> bool:
        """Tell whether a word stands in a relative clause of this noun."""
        for _ in range(_HIGHEST):
            if self.words[word].dep == "relcl":
                return self.words[word].head == noun
            word = self.words[word].head
        return False

    def trimmed(self, part: Range) -> Span | None:
        """Return offsets of words without marks and joining words at their edges."""
        start, end = part
        while start < end and (self._is_edge(start) or self.words[start].low == "that" == self._marks(start)):
            start += 1
        while start < end and (self._is_edge(end - 1) or self.words[end - 1].low in ("and", "but")):
            end -= 1
        return (self.words[start].start, self.words[end - 1].end) if start < end else None

    def _marks(self, i: int) -> str:
        return self.words[i].low if self.words[i].dep == "mark" else ""

    def _is_edge(self, i: int) -> bool:
        return self.words[i].low in _EDGES or self.words[i].low.isspace()
