"""Check for an assistant whether quotations are real: one alone, or all of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bots.agents.asking import Told, Work
from bots.agents.records import Change, CheckResult, Finding
from bots.agents.writing import line, line_or_none, quote_record
from bots.verdict_wording import NO_QUOTATIONS, VERDICTS, remarks, summary
from qa.archive.corpus_summary import summary as corpus_of
from qa.archive.speaker_lookup import find_speaker
from qa.drafts.checked_drafts import check_text as checked_text
from qa.drafts.verdicts import Verdict
from qa.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answers import Quote
    from qa.archive.protocol import View
    from qa.drafts.verdicts import CheckedQuotation

MOST_FINDINGS = 40
MOST_OPEN = 10
"""Statements that cannot be compared and are listed."""
MOST_CHANGES = 10
LONGEST_QUOTATION = 1_000
"""Characters of a quotation that are given back: the assistant has the rest."""
_MARKS = '"“”„‟«»'
_TO_SINGLE = str.maketrans(dict.fromkeys('"„‟«', "‘") | dict.fromkeys("“", "‘") | dict.fromkeys("”»", "’"))
_NAME = re.compile(r"[^\n\r\"“”„‟«»:]+")


def check_text(text: str) -> Work[CheckResult]:
    def work(answerer: Answerer, view: View) -> Told[CheckResult]:
        corpus_of(view)
        return _checked(view, text)

    return work


def check_quotation(words: str, speaker: str | None) -> Work[CheckResult]:
    """Return work that checks words as a text would have them: in quotation marks, after their speaker."""

    def work(answerer: Answerer, view: View) -> Told[CheckResult]:
        corpus_of(view)
        inner = " ".join(words.split()).strip(_MARKS).translate(_TO_SINGLE)
        if not inner:
            raise UsageError("No words were given. Give those of one quotation, without its marks.")
        name = _named(view, speaker) if speaker and speaker.strip() else None
        return _checked(view, f"{name} said: “{inner}”" if name else f"“{inner}”", name)

    return work


def _checked(view: View, text: str, speaker: str | None = None) -> Told[CheckResult]:
    if not text.strip():
        raise UsageError("The text is empty.")
    return _told(checked_text(view, text, speaker=speaker).findings)


def _named(view: View, typed: str) -> str:
    """Return the archive's name of a speaker, or the typed one where nobody of that name speaks.

    "Ada Quill, Harbour Council" is then looked for as Ada Quill.
    """
    name = " ".join(typed.split())
    if not _NAME.fullmatch(name):
        raise UsageError("`speaker` is not a name. Give a name as articles give it, without marks.")
    alone = name.split(",")[0].strip() or name
    for each in dict.fromkeys((name, alone)):
        try:
            return find_speaker(view, each).name
        except NotFoundError:
            continue
    return alone


def _told(findings: Sequence[CheckedQuotation]) -> Told[CheckResult]:
    """Write findings; what no words can prove passes, and stands apart, or it would be read as proved."""
    found = [each for each in findings if each.verdict is not Verdict.NOT_COMPARED]
    open_ = [each for each in findings if each.verdict is Verdict.NOT_COMPARED]
    shown = found
    if len(found) > MOST_FINDINGS:
        worst = sorted(found, key=lambda each: each.passes)[:MOST_FINDINGS]
        shown = [each for each in found if any(each is one for one in worst)]
    passed = all(each.passes for each in found)
    record = CheckResult(
        outcome=("all_pass" if passed else "problems") if found else "no_quotations",
        says=summary(findings) if findings else NO_QUOTATIONS,
        findings=tuple(map(_finding, shown)),
        not_compared=tuple(map(_finding, open_[:MOST_OPEN])),
        left_out=len(found) - len(shown) + max(0, len(open_) - MOST_OPEN),
    )
    return Told(record, [quote for each in (*shown, *open_[:MOST_OPEN]) for quote in _quotes(each)])


def _quotes(found: CheckedQuotation) -> list[Quote]:
    return [place.quote for place in (found.place, found.nearest) if place is not None]


def _finding(found: CheckedQuotation) -> Finding:
    quotation = found.quotation
    return Finding(
        finding=found.verdict.value,
        passes=found.passes,
        kind=quotation.kind,
        in_words=VERDICTS[found.verdict],
        quotation=quotation.text[:LONGEST_QUOTATION],
        line=quotation.line,
        speaker=line_or_none(quotation.speaker or ""),
        remarks=tuple(map(line, remarks(found)[:MOST_CHANGES])),
        changes=tuple(
            Change(kind=each.kind, draft=line(each.draft), article=line(each.article))
            for each in found.changes[:MOST_CHANGES]
        ),
        place=quote_record(found.place.quote) if found.place is not None else None,
        nearest=quote_record(found.nearest.quote) if found.nearest is not None else None,
    )
