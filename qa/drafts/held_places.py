"""Find where articles hold a quotation: exactly, but for typography, or with the changes that the draft marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.datatypes import Span, Version
from qa.drafts.archive_texts import ArchiveTexts
from qa.drafts.marked_changes import MarkedQuotation, places_of_parts, turned_by
from qa.drafts.verdicts import DraftQuotation, Verdict
from qa.drafts.wording import core_of, sightings


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """Slices of one version that hold a quotation, and how: `turned` is what a marked change turns round."""

    version: Version
    spans: tuple[Span, ...]
    how: Verdict
    turned: tuple[str, str] | None = None


def held_places(
    texts: ArchiveTexts, versions: Sequence[Version], quotation: DraftQuotation, parts: MarkedQuotation | None
) -> list[HeldPlace]:
    """Return where articles hold a quotation, exact places first if there are any."""
    found: list[HeldPlace] = []
    core = core_of(quotation.text)
    for version in versions:
        if not texts.may_hold(core, version):
            continue
        for each in sightings(quotation.text, version.article.text):
            how = Verdict.VERBATIM if each.exact else Verdict.TYPOGRAPHY_ONLY
            found.append(HeldPlace(version, ((each.start, each.end),), how))
    if found or parts is None:
        return found
    for version in versions:
        text = version.article.text
        for spans in places_of_parts(parts, text):
            found.append(HeldPlace(version, spans, Verdict.MARKED_CHANGES, turned_by(parts, spans, text)))
    return found


def held_as_shown(
    texts: ArchiveTexts, versions: Sequence[Version], quotation: DraftQuotation, parts: MarkedQuotation | None
) -> list[HeldPlace]:
    """Return where articles hold a quotation but for the marks of Markdown in them: emphasis, addresses of links."""
    found: list[HeldPlace] = []
    marked: list[HeldPlace] = []
    for version in versions:
        if (page := texts.shown(version)) is None:
            continue
        for each in sightings(quotation.text, page.text):
            spans = page.in_article([(each.start, each.end)])
            found.append(HeldPlace(version, spans, Verdict.TYPOGRAPHY_ONLY))
        if parts is not None:
            for spans in places_of_parts(parts, page.text):
                turned = turned_by(parts, spans, page.text)
                marked.append(HeldPlace(version, page.in_article(spans), Verdict.MARKED_CHANGES, turned))
    return found or marked
