"""Write what was found out about the quotations of drafts as JSON, and tell what all front ends show of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bots.contract import SCHEMA, Json, quote_object
from qa.answers import Quote
from qa.drafts.checked_drafts import CheckedDraft
from qa.drafts.verdicts import CheckedQuotation, ProvedPlace


def all_findings(checked: Sequence[CheckedDraft]) -> list[CheckedQuotation]:
    return [found for each in checked for found in each.findings]


def quotes_of(checked: Sequence[CheckedDraft]) -> list[Quote]:
    """Return the quotes of the archive that are shown."""
    places = (found.place or found.nearest for found in all_findings(checked))
    return [place.quote for place in places if place is not None]


def title_of(checked: CheckedDraft) -> str:
    """Return the name of a draft, with the article's own where its file holds many."""
    draft = checked.draft
    return f"{draft.name}: {draft.article.id}" if draft.of_many else draft.name


def drafts_object(checked: Sequence[CheckedDraft]) -> Json:
    findings = all_findings(checked)
    counts = Counter(found.verdict.value for found in findings)
    return {
        "schema": SCHEMA,
        "passed": all(found.passes for found in findings),
        "counts": dict(sorted(counts.items())),
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
