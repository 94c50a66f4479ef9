"""Write what was found out about drafts as JSON (docs/cli.md), the same in every front end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bots.contract import SCHEMA, Json, quote_object
from bots.verdict_wording import all_findings, kept_back
from qa.drafts.checked_drafts import CheckedDraft
from qa.drafts.verdicts import CheckedQuotation, ProvedPlace


def drafts_object(checked: Sequence[CheckedDraft]) -> Json:
    findings = all_findings(checked)
    counts = Counter(found.verdict.value for found in findings)
    return {
        "schema": SCHEMA,
        "passed": all(found.passes for found in findings),
        "counts": dict(sorted(counts.items())),
        "withheld": kept_back(checked) or None,
        "findings": [_object(found, each) for each in checked for found in each.findings],
    }


def _object(found: CheckedQuotation, checked: CheckedDraft) -> Json:
    quotation = found.quotation
    return {
        "file": quotation.draft,
        "article": checked.draft.article.id if checked.draft.of_many else None,
        "line": quotation.line,
        "column": quotation.column,
        "start": quotation.start,
        "end": quotation.end,
        "kind": quotation.kind,
        "quotation": quotation.text,
        "speaker": quotation.speaker,
        "finding": found.verdict.value,
        "also": [each.value for each in found.also],
        "note": found.note or None,
        "changes": [
            {"kind": each.kind, "draft": each.draft, "article": each.article} for each in found.changes
        ],
        "place": _place_object(found.place) if found.place is not None else None,
        "other_outlets": [
            {
                "id": other.id,
                "article": other.version.article.id,
                "source": other.version.article.source or None,
                "date": other.version.article.date,
            }
            for other in found.others
        ],
        "nearest": _place_object(found.nearest) if found.nearest is not None else None,
    }


def _place_object(place: ProvedPlace) -> Json:
    start, end = place.around
    return {
        **quote_object(place.quote),
        "parts": [
            {"id": part.id, "start": part.start, "end": part.end, "text": part.text} for part in place.parts
        ],
        "around": {"start": start, "end": end, "text": place.quote.version.article.text[start:end]},
    }
