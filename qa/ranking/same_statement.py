"""Tell a statement that another article prints too: by the words in quotation marks, whatever stands around them."""

from __future__ import annotations

from typing import NamedTuple

from qa.datatypes import Span, VersionHandle
from qa.language.patterns import regex
from qa.language.spans import length, overlap
from qa.ranking.retrieved import Retrieved

_FEWEST = 5
"""Words that two people may well say alike: "we will see" is nobody's in particular."""
_MOSTLY = 0.7
"""The least share, in characters, of what is said in a span that must stand in quotation marks."""
_HALF = 0.5
"""The same of the whole span, where nobody's words are asked for: the article's own words may be the answer."""
_WORD = regex(r"\w+")


class Statement(NamedTuple):
    """The words of one person that a span quotes.

    `name` is None where the archive has none for them. `words` are in small letters, without marks. `alone`: the span
    has little that answers besides.
    """

    name: str | None
    words: str
    alone: bool

    def repeats(self, shown: Statement) -> bool:
        """Return whether a statement that is shown has all of its words in a row, and both may be one person's."""
        one = self.name == shown.name or self.name is None or shown.name is None
        return self.alone and one and f" {self.words} " in f" {shown.words} "


def statement_in(retrieved: Retrieved, key: VersionHandle, start: int, end: int) -> Statement | None:
    """Return the statement that a span quotes; None where it quotes nobody, several, or a few words."""
    text, own, told, names = retrieved.versions[key].article.text, list[Span](), 0, set[str | None]()
    for record, name in retrieved.said_at(key, start, end):
        quoted = _inside(record.own_words, start, end)
        told += length(_inside(record.content, start, end))
        own += quoted
        names |= {name} if quoted else set()
    if len(names) != 1:
        return None
    of_all = length(own) >= _HALF * (end - start) or retrieved.asked is not None
    alone = of_all and length(own) >= _MOSTLY * told
    words = _WORD.findall(" ".join(text[first:last] for first, last in sorted(own)).casefold())
    return Statement(names.pop(), " ".join(words), alone) if len(words) >= _FEWEST else None


def _inside(spans: tuple[Span, ...], start: int, end: int) -> list[Span]:
    return [
        (max(first, start), min(last, end)) for first, last in spans if overlap((first, last), (start, end))
    ]
