"""Write all that is said on a topic as one page of HTML that needs nothing else and prints well."""

from __future__ import annotations

from html import escape

from bots.brief import Brief
from bots.own_words import parts
from bots.terminal.html_page import one_line, page, source_of
from bots.topic_wording import name_of
from bots.wording import also_in, counted
from qa.answering.topics.voices import Voice
from qa.answers import Quote

_STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1, h2 { line-height: 1.2; break-after: avoid; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #bbb; }
header p { color: #555; margin: .3rem 0; }
blockquote { margin: 1.2rem 0; padding-left: 1rem; border-left: 3px solid #bbb; break-inside: avoid; }
blockquote p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { color: #555; font-size: .85rem; overflow-wrap: anywhere; }
code { font-size: .9em; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; } }
"""


def brief_as_html(brief: Brief) -> str:
    """Write a brief as HTML in which nothing of an article is markup."""
    head = "\n".join(f"<p>{one_line(each)}</p>" for each in brief.head)
    return page(brief.title, style=_STYLE, head=head, body="\n".join(map(_voice, brief.voices)))


def _voice(voice: Voice) -> str:
    quotes = "\n".join(map(_quote, voice.quotes))
    count = counted(len(voice.quotes), "quote")
    return f"<section>\n<h2>{one_line(name_of(voice))} ({count})</h2>\n{quotes}\n</section>"


def _quote(quote: Quote) -> str:
    others = f", also in {one_line(', '.join(also_in(quote)))}" if also_in(quote) else ""
    return (
        f'<blockquote id="{quote.id}">\n<p>{_words(quote)}</p>\n'
        f"<footer>— {source_of(quote)}{others}, <code>{quote.id}</code></footer>\n</blockquote>"
    )


def _words(quote: Quote) -> str:
    """Write a quote, its speaker's own words in bold."""
    return "".join(
        f"<strong>{escape(part.text)}</strong>" if part.own else escape(part.text) for part in parts(quote)
    )
