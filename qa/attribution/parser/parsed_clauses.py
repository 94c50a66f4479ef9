"""Find who said what in a parsed sentence. Quotations are left to the rules that see their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qa.attribution.parser.parse_tree import Range, Tree
from qa.attribution.parser.parsing import ParsedWord
from qa.datatypes import Polarity, Span, merged
from qa.language.lexicon.denials import REFUSED_SPEECH
from qa.language.lexicon.parsed_verbs import PARSED_VERBS
from qa.language.lexicon.verb_classes import REFUSING

CUES = frozenset(PARSED_VERBS)
"""The words without which no rule here finds anything, so that only sentences with one need a parse."""

_SPEECH = frozenset(("say", "tell", "write"))
_NOBODY = frozenset("it that this which nobody these".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """One attribution in a parsed sentence, in offsets into it."""

    content: tuple[Span, ...]
    mention: Span
    cue: Span
    rule: str
    lemma: str
    polarity: Polarity


def reported(words: Sequence[ParsedWord], quoted: Sequence[Span]) -> Iterator[Reported]:
    """Yield what the verbs of a sentence report.

    Args:
        quoted: Where quotations stand, offsets into the sentence. A verb within one reports nothing here.
    """
    tree = Tree(words)
    for i, word in enumerate(words):
        if word.tag.startswith("VB") and word.low in CUES and not any(a <= word.start < b for a, b in quoted):
            found = _Verb(tree, i).found()
            if found is not None:
                yield replace(found, content=tuple(merged([_whole(span, quoted) for span in found.content])))


def _whole(span: Span, quoted: Sequence[Span]) -> Span:
    """Widen a content so that it cuts no quotation: inside one, a small parser loses its way."""
    start, end = span
    for first, last in quoted:
        if first < start < last:
            start = first
        if first < end < last:
            end = last
    return start, end


class _Verb:
    def __init__(self, tree: Tree, at: int) -> None:
        self.tree = tree
        self.words = tree.words
        self.at = at
        self.word = tree.words[at]
        verb, self.links = PARSED_VERBS[self.word.low]
        self.lemma, self.frames = verb.lemma, verb.frames

    def found(self) -> Reported | None:
        subject = self.tree.subject(self.at)
        if subject is None or self.words[subject].low in _NOBODY:
            return None
        ranges, rule = (
            self._clause() or self._infinitive() or self._named() or self._about() or self._object()
        )
        content = tuple(span for each in ranges if (span := self.tree.trimmed(each)) is not None)
        if not content:
            return None
        return Reported(
            content,
            self.tree.phrase(subject),
            (self.word.start, self.word.end),
            rule,
            self.lemma,
            self._polarity(),
        )

    def _polarity(self) -> Polarity:
        if self.word.dep == "xcomp" and self.words[self.word.head].low in REFUSING:
            return "declined" if self.lemma in REFUSED_SPEECH else "not"
        negated = any(True for _ in self.tree.kids(self.at, "neg"))
        if self.lemma == "deny" and not negated:
            return "denied"
        return "not" if negated else "said"

    def _clause(self) -> tuple[list[Range], str] | None:
        """A clause as the object: said (that) C; C, she said; C, she said, C."""
        if not self.frames & (_SPEECH | {"think", "ask", "that"}):
            return None
        kind = "say" if self.frames & _SPEECH else "think"
        for c in self.tree.kids(self.at, "ccomp"):
            start, end = self.tree.reach(c)
            if c < self.at:
                return self._around(start, end), f"parsed-{kind}-before"
            to = self.tree.infinitive(c)
            if to is not None:
                return [(to, end)], "parsed-told-to"
            return self._around(start, end), f"parsed-{kind}-{self._opening(start, c)}"
        if self.word.dep == "parataxis":
            start, end = self.tree.reach(self.word.head)
            first, last = self.tree.reach(self.at)
            return [(start, first), (last, end)], "parsed-interrupted"
        return None

    def _opening(self, start: int, verb: int) -> str:
        if any(self.words[m].low == "that" for m in self.tree.kids(verb, "mark")):
            return "that"
        first = self.words[start : min(verb, start + 2)]
        asks = any(w.tag in ("WRB", "WP", "WDT") or w.low in ("whether", "if") for w in first)
        return "wh" if asks else "clause"

    def _around(self, start: int, end: int) -> list[Range]:
        """Return a clause without the verb that reports it and its subject, should they stand within."""
        if not start < self.at < end:
            return [(start, end)]
        first, last = self.at, self.at + 1
        for c in self.tree.kids(self.at, "nsubj", "aux", "neg", "advmod", "dative", "npadvmod"):
            a, b = self.tree.reach(c)
            if start <= a and b <= end:
                first, last = min(first, a), max(last, b)
        return [(start, first), (last, end)]

    def _infinitive(self) -> tuple[list[Range], str] | None:
        """Vowed to leave; urged them to leave."""
        if not self.frames & {"to", "order", "tell"}:
            return None
        for c in self.tree.kids(self.at, "xcomp", "ccomp"):
            to = self.tree.infinitive(c) if c > self.at else None
            if to is not None:
                own = "to" in self.frames and self.words[c].dep == "xcomp"
                return [(to, self.tree.reach(c)[1])], "parsed-to" if own else "parsed-told-to"
        return None

    def _named(self) -> tuple[list[Range], str] | None:
        """Called it a disgrace; described it as a disgrace."""
        if "call" not in self.frames:
            return None
        kids = [c for c in self.tree.kids(self.at, "dobj", "oprd", "ccomp", "prep", "attr") if c > self.at]
        if not any(self.words[c].dep in ("oprd", "ccomp") or self.words[c].low == "as" for c in kids):
            return None
        return [(self.at + 1, max(self.tree.reach(c)[1] for c in kids))], "parsed-call"

    def _about(self) -> tuple[list[Range], str] | None:
        for c in self.tree.kids(self.at, "prep"):
            if c > self.at and self.words[c].low in self.links:
                for inner in self.tree.kids(c, "pobj", "pcomp"):
                    return [self.tree.reach(inner)], "parsed-about"
        return None

    def _object(self) -> tuple[list[Range], str]:
        """Criticized the plan. A participle that hangs on a noun says what kind of thing that is."""
        if "object" not in self.frames or self.word.dep in ("acl", "pcomp"):
            return [], ""
        for c in self.tree.kids(self.at, "dobj"):
            if c > self.at:
                after_it = [k for k in self.tree.kids(self.at, "dobj", "prep", "dative") if k > self.at]
                return [
                    (self.tree.reach(c)[0], max(self.tree.reach(k)[1] for k in after_it))
                ], "parsed-object"
        return [], ""
