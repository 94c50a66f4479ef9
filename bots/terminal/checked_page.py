"""Write checked drafts as one page of HTML that needs nothing else: the text, and the findings in its margin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from bots.draft_paragraphs import DraftParagraph, DraftPiece, paragraphs
from bots.terminal.html_page import one_line, page, source_of
from bots.verdict_wording import (
    NEAREST,
    VERDICTS,
    all_findings,
    also_printed_in,
    kept_back,
    remarks,
    summary,
    title_of,
    tone,
)
from bots.visible import visible
from bots.wording import in_words
from qa.drafts.checked_drafts import CheckedDraft
from qa.drafts.verdicts import CheckedQuotation, ProvedPlace

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --dim: light-dark(#555, #aaa); }
body { font: 16px/1.55 Georgia, serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.2; }
header p, small { color: var(--dim); }
.row { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; }
.row > p { margin: 0 0 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
aside { font: 14px/1.4 system-ui, sans-serif; border-left: 1px solid var(--line); padding-left: 1rem; }
aside section { margin: 0 0 1rem; break-inside: avoid; overflow-wrap: anywhere; }
aside p, aside ul, aside blockquote { margin: .2rem 0; }
aside ul { padding-left: 1.1rem; }
aside blockquote { padding-left: .6rem; border-left: 3px solid var(--line); }
mark { color: inherit; background: light-dark(#d8f0dc, #1f4a2b); }
mark.wrong { background: light-dark(#ffd9d2, #6b2117); }
mark.open { background: light-dark(#fff0b8, #57470a); }
mark a { color: inherit; text-decoration: none; font: 11px system-ui, sans-serif; vertical-align: super; }
code { font-size: .9em; }
@media (max-width: 45rem) { .row { display: block; } aside { border-left: 0; padding-left: 0; } }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } }
"""


def drafts_as_html(checked: Sequence[CheckedDraft], today: date) -> str:
    """Write drafts and findings as HTML in which nothing of either is markup."""
    title = ", ".join(dict.fromkeys(each.draft.name for each in checked))
    limit = f" {kept_back(checked)}".rstrip()
    head = f"<p>{one_line(summary(all_findings(checked)))}. Checked on {in_words(today)}.{limit}</p>"
    bodies: list[str] = []
    number = 0
    for each in checked:
        bodies.append(f"<h2>{one_line(title_of(each))}</h2>" if len(checked) > 1 else "")
        bodies += map(_row, paragraphs(each, number))
        number += len(each.findings)
    body = "\n".join(filter(None, bodies))
    return page(title, style=_STYLE, head=head, body=f"<main>\n{body}\n</main>")


def _row(paragraph: DraftParagraph) -> str:
    words = "".join(map(_piece, paragraph.pieces)).rstrip()
    notes = "\n".join(_note(number, found) for number, found in paragraph.begun)
    return f'<div class="row">\n<p>{words}</p>\n<aside>{notes}</aside>\n</div>'


def _piece(piece: DraftPiece) -> str:
    if piece.found is None:
        return _text(piece.text)
    link = f'<a href="#f{piece.number}">{piece.number}</a>' if piece.last else ""
    verdict = VERDICTS[piece.found.verdict]
    return f'<mark class="{tone(piece.found)}" title="{verdict}">{_text(piece.text)}{link}</mark>'


def _note(number: int, found: CheckedQuotation) -> str:
    quotation = found.quotation
    said = f" <small>({one_line(quotation.speaker)})</small>" if quotation.speaker else ""
    lines = [
        f"<p><b>{number}. {VERDICTS[found.verdict]}</b>{said} <small>{quotation.line}:{quotation.column}</small></p>"
    ]
    if notes := remarks(found):
        lines.append(f"<ul>{''.join(f'<li>{one_line(each)}</li>' for each in notes)}</ul>")
    place = found.place or found.nearest
    if place is not None:
        lines.append(f"<p>{NEAREST}:</p>" if found.place is None else "")
        lines.append(_place(place))
    if others := also_printed_in(found):
        lines.append(f"<p><small>also in {one_line(', '.join(others))}</small></p>")
    return f'<section id="f{number}">\n' + "\n".join(filter(None, lines)) + "\n</section>"


def _place(place: ProvedPlace) -> str:
    quote = place.quote
    text, (start, end) = quote.version.article.text, place.around
    words = f"{_text(text[start : quote.start])}<b>{_text(quote.text)}</b>{_text(text[quote.end : end])}"
    return f"<blockquote>{words}</blockquote>\n<p><small>— {source_of(quote)}, <code>{quote.id}</code></small></p>"


def _text(text: str) -> str:
    return escape(visible(text))
