"""Read a draft, in any format that articles come in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from qa.datatypes import Article, Span
from qa.drafts.block_quotations import blocks_in, typed_blocks
from qa.errors import InputProblem
from qa.reading.articles import without_surrogates
from qa.reading.decoding import decode
from qa.reading.discovery import discover
from qa.reading.files import FoundFile
from qa.reading.quote_blocks import quote_blocks
from qa.reading.readers import read

_AS_TYPED = (".txt", ".md", ".markdown")
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft as it was read.

    `above` is how many lines of its file come before the text; `of_many` says that its file holds other texts too;
    `blocks` are the spans of its block quotations.
    """

    name: str
    article: Article
    above: int = 0
    of_many: bool = False
    blocks: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE.finditer(self.text))]


def read_draft(name: str, *, max_bytes: int) -> tuple[list[DraftText], list[str]]:
    """Return the texts of a file, one or many, and what is wrong with them.

    Raises:
        InputProblem: If it is not there, is a folder, is of no known format or holds no text.
    """
    path = Path(name).expanduser()
    if path.is_dir():
        raise InputProblem(f"{name} is a folder. Name the files of it that are to be checked.")
    texts: list[DraftText] = []
    notes: list[str] = []
    for found in discover(path, max_bytes=max_bytes):
        if not isinstance(found, FoundFile):
            raise InputProblem(f"The draft {name} cannot be checked: {found.reason}.")
        for each in read(found, max_bytes=max_bytes):
            if isinstance(each, Article):
                texts.append(
                    DraftText(name, each, _lines_above(path, each), blocks=_blocks(path, each, max_bytes))
                )
            elif each.fatal and not texts:
                raise InputProblem(f"The draft {name} cannot be checked: {each.reason}.")
            else:
                notes.append(f"{name}: {each.reason}.")
    if not texts:
        raise InputProblem(f"The draft {name} cannot be checked: it has no text.")
    return [replace(each, of_many=len(texts) > 1) for each in texts], notes


def draft_of(name: str, data: bytes) -> DraftText:
    """Return what was sent as bytes as a draft.

    Raises:
        InputProblem: If it holds no text.
    """
    return typed_draft(name, decode(data).text if data else "")


def typed_draft(name: str, text: str) -> DraftText:
    """Return what was typed as a draft.

    Raises:
        InputProblem: If it holds no text.
    """
    if not text.strip():
        raise InputProblem(f"The draft {name} cannot be checked: it has no text.")
    text = without_surrogates(text)
    return DraftText(name, Article(name, text, path=name), blocks=tuple(typed_blocks(text)))


def _blocks(path: Path, article: Article, max_bytes: int) -> tuple[Span, ...]:
    if path.name.lower().endswith(_AS_TYPED):
        return tuple(typed_blocks(article.text))
    return tuple(blocks_in(article.text, quote_blocks(path, max_bytes=max_bytes)))


def _lines_above(path: Path, article: Article) -> int:
    """Return how many lines of front matter a typed file has above its text."""
    if not path.name.lower().endswith(_AS_TYPED):
        return 0
    whole = decode(path.read_bytes()).text
    if not whole.endswith(article.text):
        return 0
    return len(_LINE.findall(whole[: len(whole) - len(article.text)]))
