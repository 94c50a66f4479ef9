"""Read a draft, in any format that articles come in, and find its quotations with what it says about each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qa.archive.quote_lookup import attribution_at
from qa.attribution.extractor import extract
from qa.attribution.time_limit import TookTooLong, within
from qa.datatypes import Article, Attribution
from qa.drafts.verdicts import DraftQuotation
from qa.drafts.wording import trimmed
from qa.errors import InputProblem
from qa.language.lexicon.function_words import PRONOUNS
from qa.language.quotations import by_paragraph
from qa.reading.articles import without_surrogates
from qa.reading.dates import normalised
from qa.reading.decoding import decode
from qa.reading.discovery import discover
from qa.reading.files import FoundFile
from qa.reading.readers import read

MOST_ATTRIBUTED = 300_000
"""Characters of a draft whose speakers are looked for: a book takes minutes."""
MOST_SECONDS = 60.0
_AS_TYPED = (".txt", ".md", ".markdown")
_LINE = re.compile(r"\r\n|\r|\n")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})\b"
)
_NAMES_SOURCE = (
    r"(?:told|tells|to|in|by|with|from|reported|reports|wrote|writes|according to)\s+(?:the\s+|The\s+)?"
)
_LEAST_OUTLET = 3


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft as it was read.

    `above` is how many lines of its file come before the text; `of_many` says that its file holds other texts too.
    """

    name: str
    article: Article
    above: int = 0
    of_many: bool = False

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
                texts.append(DraftText(name, each, _lines_above(path, each)))
            elif each.fatal and not texts:
                raise InputProblem(f"The draft {name} cannot be checked: {each.reason}.")
            else:
                notes.append(f"{name}: {each.reason}.")
    if not texts:
        raise InputProblem(f"The draft {name} cannot be checked: it has no text.")
    return [replace(each, of_many=len(texts) > 1) for each in texts], notes


def draft_of(name: str, data: bytes) -> DraftText:
    """Return what was typed or sent as a draft.

    Raises:
        InputProblem: If it holds no text.
    """
    text = without_surrogates(decode(data).text) if data else ""
    if not text.strip():
        raise InputProblem(f"The draft {name} cannot be checked: it has no text.")
    return DraftText(name, Article(name, text, path=name))


def _lines_above(path: Path, article: Article) -> int:
    """Return how many lines of front matter a typed file has above its text."""
    if not path.name.lower().endswith(_AS_TYPED):
        return 0
    whole = decode(path.read_bytes()).text
    if not whole.endswith(article.text):
        return 0
    return len(_LINE.findall(whole[: len(whole) - len(article.text)]))


def quotations_of(draft: DraftText, outlets: Collection[str] = ()) -> list[DraftQuotation]:
    """Return the quotations of a draft in order, each with its speaker by the draft.

    Args:
        outlets: The names of the archive's outlets, to see which one the draft names.
    """
    text = draft.text
    records = _records(draft.article)
    named = _outlet_pattern(outlets)
    starts = draft.line_starts
    found: list[DraftQuotation] = []
    for paragraph, quotations in by_paragraph(text):
        for number, each in enumerate(quotations):
            inner = text[each.inner_start : each.inner_end]
            words = trimmed(inner)
            if not words:
                continue
            start = each.inner_start + inner.index(words)
            line = bisect_right(starts, each.start)
            record = (attribution_at(start, start + len(words), ((one, None) for one in records)) or (None,))[
                0
            ]
            first = quotations[number - 1].end if number else paragraph.start
            last = quotations[number + 1].start if number + 1 < len(quotations) else paragraph.end
            beside = text[first : each.start] + " " + text[each.end : last]
            following = quotations[number + 1] if number + 1 < len(quotations) else None
            found.append(
                DraftQuotation(
                    draft.name, words, start, start + len(words),
                    draft.above + line, 1 + each.start - starts[line - 1],
                    _speaker(record, text), record,
                    before=text[max(first, each.start - 60) : each.start],
                    goes_on=text[following.inner_start : following.inner_start + 40] if following else "",
                    outlets=tuple(dict.fromkeys(match["outlet"] for match in named.finditer(beside))) if named else (),
                    days=tuple(dict.fromkeys(filter(None, map(normalised, _DAY.findall(beside))))),
                )
            )  # fmt: skip
    return found


def _records(article: Article) -> Sequence[Attribution]:
    if len(article.text) > MOST_ATTRIBUTED:
        return ()
    try:
        with within(MOST_SECONDS):
            return [record for record in extract(article) if record.polarity == "said"]
    except TookTooLong:
        return ()


def _speaker(record: Attribution | None, text: str) -> str | None:
    if record is None:
        return None
    if record.speaker or record.speaks_for:
        return record.speaker or record.speaks_for
    mention = " ".join(text[slice(*record.mention)].split()) if record.mention else ""
    return mention if mention and mention.casefold() not in PRONOUNS else None


def _outlet_pattern(outlets: Collection[str]) -> re.Pattern[str] | None:
    names = sorted((name for name in outlets if len(name) >= _LEAST_OUTLET), key=len, reverse=True)
    if not names:
        return None
    bare = (re.escape(name.removeprefix("The ")) for name in names)
    return re.compile(rf"\b{_NAMES_SOURCE}(?P<outlet>{'|'.join(bare)})(?!\w)")
