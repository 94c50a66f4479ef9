"""Read documents of the GUM corpus (gucorpling.org/gum, `dep/*.conllu`): the text, and who is meant at which place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from qa.datatypes import Article, Span

CC_BY = ("academic", "court", "interview", "news")
"""The genres whose texts are CC BY (LICENSE.txt of the corpus); its annotations are CC BY 4.0."""
_ENTITY = re.compile(r"\((?P<opened>\d+)-[^()]*(?P<alone>\)?)|(?P<closed>\d+)\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean an entity; `names` are the proper names in them that are not part of another mention."""

    start: int
    end: int
    entity: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    article: Article
    mentions: tuple[Mention, ...]

    def entity_at(self, span: Span) -> int | None:
        """Return the entity whose mention shares most with a stretch of text."""
        best = max(self.mentions, key=lambda mention: _overlap(mention, span), default=None)
        return best.entity if best is not None and _overlap(best, span) > 0 else None

    def names_of(self, entity: int) -> set[str]:
        return {name for mention in self.mentions if mention.entity == entity for name in mention.names}


def documents(folder: Path) -> Iterator[Document]:
    for genre in CC_BY:
        for path in sorted(folder.glob(f"GUM_{genre}_*.conllu")):
            yield _Reader().read(path)


def _overlap(mention: Mention, span: Span) -> float:
    common = min(mention.end, span[1]) - max(mention.start, span[0])
    return common / (max(mention.end, span[1]) - min(mention.start, span[0])) if common > 0 else 0.0


@dataclass(slots=True)
class _Reader:
    text: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    tokens: list[tuple[int, int, bool]] = field(default_factory=list)
    """Begin and end of each token, and whether it is a proper noun."""
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    """Entity, first and last token of each mention."""
    opened: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    paragraph: bool = False
    joined: tuple[int, int, str] | None = None
    """The last token of a word that is several ("don't"), where it goes on, and what stands after it."""

    def read(self, path: Path) -> Document:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# meta::"):
                key, _, value = line.removeprefix("# meta::").partition(" = ")
                self.meta[key] = value
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                self.paragraph = True
            elif line and line[0] != "#":
                self._row(line.split("\t"))
        date, url = self.meta.get("dateCreated"), self.meta.get("sourceURL", "")
        title = self.meta.get("title", "")
        article = Article(path.stem, self.text.rstrip(), title=title, date=date, url=url)
        return Document(article, tuple(self._mention(*span) for span in self.spans))

    def _row(self, cells: list[str]) -> None:
        word, after = cells[1], "" if "SpaceAfter=No" in cells[9].split("|") else " "
        if "." in cells[0]:
            return
        if self.paragraph:
            self.text = self.text.rstrip() + ("\n\n" if self.text else "")
            self.paragraph = False
        if "-" in cells[0]:
            self.joined = (int(cells[0].split("-")[1]), len(self.text), after)
            self.text += word
            return
        if self.joined is not None:
            last, start, after_all = self.joined
            self.joined = (last, min(start + len(word), len(self.text)), after_all)
            if int(cells[0]) == last:
                self.text, self.joined = self.text + after_all, None
        else:
            start = len(self.text)
            self.text += word + after
        self.tokens.append((start, start + len(word), cells[3] == "PROPN"))
        self._entities(cells[9])

    def _entities(self, misc: str) -> None:
        at = len(self.tokens) - 1
        value = next((each[7:] for each in misc.split("|") if each.startswith("Entity=")), "")
        for match in _ENTITY.finditer(value):
            if match["alone"]:
                self.spans.append((int(match["opened"]), at, at))
            elif match["opened"]:
                self.opened[int(match["opened"])].append(at)
            elif self.opened[int(match["closed"])]:
                self.spans.append((int(match["closed"]), self.opened[int(match["closed"])].pop(), at))

    def _mention(self, entity: int, first: int, last: int) -> Mention:
        within = {
            token
            for other, a, b in self.spans
            if other != entity and first <= a and b <= last and (a, b) != (first, last)
            for token in range(a, b + 1)
        }
        names, run = [], [-1, -1]
        for at in range(first, last + 2):
            if at <= last and self.tokens[at][2] and at not in within:
                run = [run[0] if run[0] >= 0 else self.tokens[at][0], self.tokens[at][1]]
            elif run[0] >= 0:
                names.append(self.text[run[0] : run[1]])
                run = [-1, -1]
        return Mention(self.tokens[first][0], self.tokens[last][1], entity, tuple(names))
