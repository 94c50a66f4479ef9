"""Write a page of HTML that needs nothing else, in which nothing of an article or a draft is markup."""

from __future__ import annotations

from html import escape

from bots.brief import origin
from bots.safe_links import safe_link
from bots.visible import visible_line
from bots.wording import who
from qa.answers import Quote

# Whatever a draft or an article smuggled in, the page may load nothing and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(title: str, *, style: str, head: str, body: str) -> str:
    """Write a page.

    Args:
        title: As text.
        head: What stands under the title, as HTML.
        body: All the rest, as HTML.
    """
    title = one_line(title)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{title}</h1>\n{head}\n</header>\n{body}\n</body>\n</html>\n"
    )


def one_line(text: str) -> str:
    """Write text in one line."""
    return escape(visible_line(text))


def source_of(quote: Quote) -> str:
    """Write whose words a quote is and where it stands, with a link to its article if that is on the web."""
    where = ", ".join(map(one_line, filter(None, (who(quote), *origin(quote)))))
    if link := safe_link(quote.version.article.url):
        where += f' (<a href="{escape(link)}" rel="noreferrer">source</a>)'
    return where
