"""Show an article, and a quote within the text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots import contract
from bots.web.addresses import first_row
from bots.web.pages.page import Asked, Page
from bots.web.references import references
from qa.answers import Quote
from qa.archive.credits import one_a_credit
from qa.archive.quote_lookup import find_quote
from qa.archive.show_limit import article_text
from qa.archive.speaker_lookup import quote_of
from qa.errors import NotFoundError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View
    from qa.upkeep.findings import QuoteCheck

LONGEST_STRETCH = 100_000
"""Characters of an article on one page: a text may have fifty million."""
STANDINGS = {
    "identical": "Its words stand in the article’s file, at the same place.",
    "moved": "Its words stand in the article’s file, at another place.",
    "changed": "The article’s file has other words now. The archive keeps the text that was quoted.",
    "gone": "The article’s file is gone, or has no such article any more. The archive keeps the text that was quoted.",
    "unseen": "Its words stand in the text that the archive keeps. The article’s source cannot be looked at from here.",
    "unknown": "No such quote is in this archive.",
}
"""How a quote stands in its source, by the state that `qa verify` gives it."""


def quote(request: Asked, answerer: Answerer, view: View) -> Page:
    found = find_quote(view, request.name)
    context = {"quote": found, "references": references(found, request.site)}
    return Page("quote.html", context, contract.context_object(found), (found,))


def verify(checked: QuoteCheck, request: Asked, view: View) -> Page:
    """Show how a quote stands in its source now."""
    found = find_quote(view, request.name)
    said = STANDINGS[checked.state]
    # Where the file is on the machine that serves is no business of who reads.
    line = {**contract.plain_object(checked), "path": None, "why": said}
    context = {"quote": found, "checked": checked, "said": said}
    return Page("verify.html", context, {"schema": contract.SCHEMA, "quotes": [line]}, (found,))


def article(request: Asked, answerer: Answerer, view: View) -> Page:
    versions = [each for each in view.find_articles(request.name) if each.uid == request.name]
    versions = versions or view.kept_versions(request.name)
    if not versions:
        raise NotFoundError("No such article is in this archive. Was it removed, or is the address cut off?")
    version = versions[-1]
    text = version.article.text
    start = min(first_row(request.parameters), len(text))
    end = min(len(text), start + LONGEST_STRETCH)
    recorded = one_a_credit(view.attributions([version.key])[version.key])
    said = [each for each in recorded if start <= each[0].start < end]
    quotes = tuple(quote_of(version, record, name) for record, name in said)
    context = {"version": version, "article": version.article, "start": start, "end": end, "said": quotes}
    context["text"] = article_text(version, start, end)
    # The text stands for itself, so that it is looked up again where nobody is quoted in it.
    shown = (*quotes, Quote(version, 0, 0, 1.0))
    return Page("article.html", context, contract.article_object(version, said, start, end), shown)
