"""Write what was found out about the quotations of drafts: as text, Markdown and rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bots.markdown import escaped, quote_as_markdown
from bots.terminal.rendering import INDENT, Look, called
from bots.verdict_wording import (
    NEAREST,
    NO_QUOTATIONS,
    VERDICTS,
    all_findings,
    also_printed_in,
    compared_first,
    remarks,
    shown_words,
    summary,
    title_of,
)
from bots.visible import visible_line
from bots.wording import in_words, who
from qa.answers import Quote
from qa.drafts.checked_drafts import CheckedDraft
from qa.drafts.verdicts import CheckedQuotation, Verdict

HEAD = (
    "file", "line", "column", "kind", "finding", "also", "quotation", "speaker", "id", "said_by", "source", "date",
    "title", "url", "article", "start", "end", "note",
)  # fmt: skip


def drafts_as_text(checked: Sequence[CheckedDraft], *, look: Look) -> str:
    blocks = []
    for each in checked:
        blocks.append(look.bold(visible_line(title_of(each))))
        blocks += [_as_text(found, look) for found in compared_first(each.findings)]
        if not each.findings:
            blocks.append(f"{INDENT}{NO_QUOTATIONS}")
    blocks.append(summary(all_findings(checked)) + ".")
    return "\n\n".join(blocks) + "\n"


def _as_text(found: CheckedQuotation, look: Look) -> str:
    quotation = found.quotation
    verdict = VERDICTS[found.verdict]
    head = f"{quotation.line}:{quotation.column}  "
    lines = [f"{head}{look.dim(verdict) if found.passes else look.bold(verdict)}"]
    said = f" ({visible_line(quotation.speaker)})" if quotation.speaker else ""
    lines.append(look.wrapped(f"{shown_words(quotation)}{said}", INDENT))
    lines += [look.wrapped(f"- {visible_line(each)}", INDENT) for each in remarks(found)]
    place = found.place or found.nearest
    if place is not None:
        if found.place is None:
            lines.append(look.wrapped(f"{NEAREST}:", INDENT))
        if not found.passes or found.verdict in (Verdict.REPORTED, Verdict.NOT_COMPARED):
            lines.append(look.wrapped(f"> {_in_line(place.quote.text)}", INDENT))
        lines.append(
            look.dim(look.wrapped(f"— {_origin(place.quote)} · {called(place.quote, look)}", INDENT))
        )
    if others := also_printed_in(found):
        lines.append(look.dim(look.wrapped(visible_line(f"also in {', '.join(others)}"), INDENT)))
    return "\n".join(lines)


def _in_line(text: str) -> str:
    return visible_line(" ".join(text.split()))


def _origin(quote: Quote) -> str:
    article = quote.version.article
    title = f"“{article.title}”" if article.title else ""
    parts = (who(quote), article.source, in_words(article.date), title)
    return visible_line(", ".join(part for part in parts if part))


def drafts_as_markdown(checked: Sequence[CheckedDraft]) -> str:
    blocks = []
    for each in checked:
        blocks.append(f"## {escaped(visible_line(title_of(each)))}")
        blocks += [_as_markdown(found) for found in compared_first(each.findings)]
        if not each.findings:
            blocks.append(NO_QUOTATIONS)
    blocks.append(f"{summary(all_findings(checked))}.")
    return "\n\n".join(blocks) + "\n"


def _as_markdown(found: CheckedQuotation) -> str:
    quotation = found.quotation
    said = f" ({escaped(visible_line(quotation.speaker))})" if quotation.speaker else ""
    lines = [
        f"**{quotation.line}:{quotation.column} {VERDICTS[found.verdict]}** {escaped(shown_words(quotation))}{said}"
    ]
    if notes := remarks(found):
        lines += ["", *(f"- {escaped(visible_line(each))}" for each in notes)]
    place = found.place or found.nearest
    if place is not None:
        lines += ["", *([f"*{NEAREST}:*", ""] if found.place is None else []), quote_as_markdown(place.quote)]
    if others := also_printed_in(found):
        lines += ["", f"also in {escaped(visible_line(', '.join(others)))}"]
    return "\n".join(lines)


def rows_of(checked: Sequence[CheckedDraft]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each quotation; what is only the nearest is not in it."""
    for found in all_findings(checked):
        quotation, quote = found.quotation, found.place.quote if found.place is not None else None
        article = quote.version.article if quote is not None else None
        yield (
            quotation.draft, str(quotation.line), str(quotation.column), quotation.kind, found.verdict.value,
            " ".join(each.value for each in found.also), quotation.text, quotation.speaker or "",
            *((quote.id, quote.voice or "") if quote is not None else ("", "")),
            *((article.source, article.date or "", article.title, article.url, article.id) if article else ("",) * 5),
            *((str(quote.start), str(quote.end)) if quote is not None else ("", "")),
            "; ".join(remarks(found)),
        )  # fmt: skip
