"""Write all that is said on a topic as one page of HTML that needs nothing else and prints well."""

from __future__ import annotations

import re
from html import escape

from bots.brief import Brief, origin
from bots.own_words import parts
from bots.topic_wording import name_of
from bots.visible import visible_line
from bots.wording import also_in, counted, who
from qa.answering.voices import Voice
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
_WEB = re.compile(r"https?://[^\s<>\"']+")
# Whatever an article smuggled in, the page may load nothing and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def brief_as_html(brief: Brief) -> str:
    """Write a brief as HTML in which nothing of an article is markup."""
    title = _line(brief.title)
    head = "\n".join(f"<p>{_line(each)}</p>" for each in brief.head)
    voices = "\n".join(_voice(each) for each in brief.voices)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n{head}\n</header>\n{voices}\n</body>\n</html>\n"
    )


def _voice(voice: Voice) -> str:
    quotes = "\n".join(map(_quote, voice.quotes))
    return f"<section>\n<h2>{_line(name_of(voice))} ({counted(len(voice.quotes), 'quote')})</h2>\n{quotes}\n</section>"


def _quote(quote: Quote) -> str:
    article = quote.version.article
    where = ", ".join(map(_line, filter(None, (who(quote), *origin(quote)))))
    if _WEB.fullmatch(article.url):
        where += f' (<a href="{_line(article.url)}" rel="noreferrer">source</a>)'
    others = f", also in {_line(', '.join(also_in(quote)))}" if also_in(quote) else ""
    return (
        f'<blockquote id="{quote.id}">\n<p>{_words(quote)}</p>\n'
        f"<footer>— {where}{others}, <code>{quote.id}</code></footer>\n</blockquote>"
    )


def _line(text: str) -> str:
    return escape(visible_line(text))


def _words(quote: Quote) -> str:
    """Write a quote, its speaker's own words in bold."""
    return "".join(
        f"<strong>{escape(part.text)}</strong>" if part.own else escape(part.text) for part in parts(quote)
    )
