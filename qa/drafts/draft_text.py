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
from qa.language.quotations import Quotation, by_paragraph
from qa.reading.articles import without_surrogates
from qa.reading.dates import normalised
from qa.reading.decoding import decode
from qa.reading.discovery import discover
from qa.reading.files import FoundFile
from qa.reading.readers import read
from qa.speakers.names import fold

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
_REPORTING = frozenset("report reports reported reporting write writes wrote written".split())
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
    return DraftText(name, Article(name, without_surrogates(text), path=name))


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
    read = _records(draft.article)
    records = read or ()
    named = _outlet_pattern(outlets)
    papers = {fold(_bare(name)) for name in outlets}
    starts = draft.line_starts
    found: list[DraftQuotation] = []
    opened: Quotation | None = None
    for paragraph, quotations in by_paragraph(text):
        for number, quotation in enumerate(quotations):
            each = quotation
            if opened is not None and each.start == each.inner_start:
                # It goes on in a line or a paragraph of its own: one quotation with what is between.
                each = replace(each, start=opened.start, inner_start=opened.inner_start)
                if found and found[-1].start >= opened.inner_start:
                    found.pop()
            opened = None if each.closed else each
            inner = text[each.inner_start : each.inner_end]
            words = trimmed(inner)
            if not words:
                continue
            start = each.inner_start + inner.index(words)
            line = bisect_right(starts, each.start)
            record = (attribution_at(start, start + len(words), ((one, None) for one in records)) or (None,))[
                0
            ]
            first = quotations[number - 1].end if number else min(each.start, paragraph.start)
            last = quotations[number + 1].start if number + 1 < len(quotations) else paragraph.end
            beside = text[first : each.start] + " " + text[each.end : last]
            from_outlets = [match["outlet"] for match in named.finditer(beside)] if named else []
            if record is not None and (paper := _reporting_outlet(record, text, papers)):
                record = None
                from_outlets.append(paper)
            following = quotations[number + 1] if number + 1 < len(quotations) else None
            found.append(
                DraftQuotation(
                    draft.name, words, start, start + len(words),
                    draft.above + line, 1 + each.start - starts[line - 1],
                    _speaker(record, text), record,
                    before=text[max(first, each.start - 60) : each.start],
                    goes_on=text[following.inner_start : following.inner_start + 40] if following else "",
                    outlets=tuple(dict.fromkeys(from_outlets)),
                    days=tuple(dict.fromkeys(filter(None, map(normalised, _DAY.findall(beside))))),
                    speakers_read=read is not None,
                )
            )  # fmt: skip
    return found


def _records(article: Article) -> Sequence[Attribution] | None:
    """Return what a draft has people say; None where it is too long to be read for that."""
    if len(article.text) > MOST_ATTRIBUTED:
        return None
    try:
        with within(MOST_SECONDS):
            return [record for record in extract(article) if record.polarity == "said"]
    except TookTooLong:
        return None


def _reporting_outlet(record: Attribution, text: str, papers: Collection[str]) -> str | None:
    """Return the outlet that reports the words by a draft, "the Coast Gazette reported": they are not its own."""
    cue = text[slice(*record.cue)].casefold().split() if record.cue else []
    name = _bare(record.speaker or record.speaks_for or "")
    return name if fold(name) in papers and _REPORTING & set(cue) else None


def _bare(outlet: str) -> str:
    return outlet.removeprefix("The ").removeprefix("the ")


def _speaker(record: Attribution | None, text: str) -> str | None:
    if record is None:
        return None
    if record.speaker or record.speaks_for:
        return record.speaker or record.speaks_for
    mention = " ".join(text[slice(*record.mention)].split()) if record.mention else ""
    return mention if mention and mention.casefold() not in PRONOUNS else None


def _outlet_pattern(outlets: Collection[str]) -> re.Pattern[str] | None:
    names = {bare for name in outlets if len(bare := name.removeprefix("The ")) >= _LEAST_OUTLET}
    if not names:
        return None
    # The longest first: "Post" of "Post Weekly" is no outlet.
    bare = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(rf"\b{_NAMES_SOURCE}(?P<outlet>{bare})(?!\w)")
