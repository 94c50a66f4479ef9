"""Give an assistant an article part by part."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bots.agents.asking import Told, Work
from bots.agents.cursors import page_of
from bots.agents.records import ArticlePart
from bots.agents.writing import day_of, line_or_none, link_of, quote_records
from bots.wording import CHANGED
from qa.answers import Quote
from qa.archive.credits import one_a_credit
from qa.archive.quote_lookup import find_quote
from qa.archive.show_limit import withheld, within_limit
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Span, Version
from qa.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

PART = 8_000
"""Characters of a part: some 1,300 words."""
_LAST_LINE = 1_000
"""In how many characters from its end a part may end with a line, in place of within one."""
MOST_QUOTES = 20


def get_article(name: str, around: str | None, cursor: str | None) -> Work[ArticlePart]:
    """Return work that finds a part of an article.

    Args:
        name: The article's uid, or the id of a quote in it.
        around: The id of a quote around which the part is to be.
    """

    def work(answerer: Answerer, view: View) -> Told[ArticlePart]:
        version, quote = _chosen(view, name.strip(), (around or "").strip())
        page = page_of(cursor, PART, "article", version.uid, version.sha256)
        start, end = part_shown(
            version, quote, _part(version.article.text, page.start, None if cursor else quote)
        )
        recorded = one_a_credit(view.attributions([version.key])[version.key])
        said = [each for each in recorded if start <= each[0].start < end]
        quotes = [
            found
            for found in islice((quote_of(version, *each) for each in said), 2 * MOST_QUOTES)
            if start <= found.start and found.end <= end
        ][:MOST_QUOTES]
        # The text stands for itself, so that it is looked up again where nobody is quoted in it.
        shown = (*quotes, Quote(version, start, start, 1.0))
        return Told(_record(version, start, end, quotes, page.cursor(end)), shown)

    return work


def part_shown(version: Version, quote: Quote | None, wanted: Span) -> Span:
    """Return what of a part may be given to an assistant, as the library says: all, or what is around a quote."""
    if version.sentences_shown is None:
        return wanted
    if quote is None:
        return wanted[0], wanted[0]
    return within_limit(version, quote.start, quote.end, (wanted[0], max(wanted[1], quote.end)))


def _chosen(view: View, name: str, around: str) -> tuple[Version, Quote | None]:
    """Return the version of the article to be shown, and the quote that its part is to be around."""
    quote = find_quote(view, around) if around else None
    if quote is None and len(name) > len("uid4567890"):
        quote = find_quote(view, name)
        return quote.version, quote
    if quote is not None:
        if not name.startswith(quote.version.uid):
            raise UsageError("The quote of `around` is of another article. Give one of them alone as `id`.")
        return quote.version, quote
    versions = [each for each in view.find_articles(name) if each.uid == name] or view.kept_versions(name)
    if not versions:
        raise NotFoundError("No such article is in this archive. Take the `article` of a quote as `id`.")
    return versions[-1], None


def _part(text: str, start: int, quote: Quote | None) -> Span:
    if quote is not None:
        # A third of the part before the quote, from the beginning of a line if one is near.
        start = max(0, quote.start - PART // 3)
        start = text.find("\n", start, quote.start) + 1 or start if start else 0
    start = min(start, len(text))
    end = min(len(text), start + PART)
    if end < len(text):
        end = text.rfind("\n", end - _LAST_LINE, end) + 1 or end
    return start, end


def _record(version: Version, start: int, end: int, quotes: list[Quote], after: str) -> ArticlePart:
    article = version.article
    whole = start == 0 and end == len(article.text)
    limit = withheld(version.sentences_shown)
    part = f"A part: characters {start:,} to {end:,} of {len(article.text):,}."
    says = "The whole article." if whole else f"{part} {limit}".rstrip()
    return ArticlePart(
        outcome="answered",
        says=says if version.current else f"{says} But {CHANGED}.",
        article=version.uid,
        title=line_or_none(article.title),
        date=day_of(article),
        source=line_or_none(article.source),
        author=line_or_none(article.author),
        link=link_of(article),
        current=version.current,
        characters=len(article.text),
        start=start,
        end=end,
        text=article.text[start:end],
        quotes=quote_records(quotes),
        next=after if end < len(article.text) and not limit else None,
    )
