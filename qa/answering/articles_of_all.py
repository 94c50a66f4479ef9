"""List or count articles whatever they are on: those of an outlet or a time, the newest or oldest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import islice
from typing import Literal

from qa.answering.counted_articles import line_of, listed, month_or_year, most_first, names_of
from qa.answering.spans.retrieval import narrowed
from qa.answers import FoundArticle, Listing, Understanding
from qa.archive.listings import ArticleLine
from qa.archive.protocol import View
from qa.datatypes import Scope

MOST_LISTED = 500


def articles_of_all(view: View, where: str, scope: Scope, order: Literal["", "first", "latest"]) -> Listing:
    """List all articles within a scope: newest first, or oldest first.

    Args:
        where: The scope as it was typed, "from May"; "" for the whole archive.
    """
    count, undated = 0, list[ArticleLine]()
    dated: list[ArticleLine] = []
    for each in view.articles(scope):
        count += 1
        (dated if each.date else undated).append(each)
        if order != "first" and len(dated) > 2 * MOST_LISTED:
            del dated[:MOST_LISTED]  # the newest come last
    there = f" {where}" if where else ""
    if not count:
        return Listing(f"I find no article here{there}.")
    articles = f"{count:,} articles{there}" if count > 1 else f"1 article{there}"
    if order and not dated:
        return Listing(f"{articles}, and I cannot tell which is the {order}: they have no date.")
    without = f", {len(undated):,} of them without a date" if order and undated else ""
    which = f", {'oldest' if order == 'first' else 'newest'} first" if count > 1 else ""
    ordered = iter(dated) if order == "first" else reversed(dated)
    rest = undated if not order else []
    shown = tuple(map(_found, islice((*ordered, *rest), MOST_LISTED)))
    known = count - len(undated) if order else count
    return Listing(f"{articles}{without}{which}", shown, listed(list(map(line_of, shown)), "; ", known))


def in_two_places(
    view: View, places: tuple[str, str], scope: Scope, understand: Callable[[str], Understanding]
) -> Listing | None:
    """Count the articles of two outlets, times or authors; None where one of them is none of these."""
    authors, told = Counter[str](), list[str]()
    for byline, keys in view.bylines(scope).items():
        authors.update({each.casefold(): len(keys) for each in names_of(byline)})
    for where in places:
        understood = understand(f"articles {where}")
        bounded = understood.since or understood.until or understood.source
        name = where.partition(" ")[2].casefold()
        if understood.browses and bounded and not understood.topic:
            count = sum(1 for _ in view.articles(narrowed(scope, understood)))
        elif name in authors:
            count = authors[name]
        else:
            return None
        told.append(f"{count:,} {'' if told else 'article ' if count == 1 else 'articles '}{where}")
    return Listing(f"{', '.join(told)}.")


def counted_for_each(view: View, what: str, scope: Scope) -> Listing:
    """Count the articles that each outlet, month, year or author has, most first."""
    total, counts = 0, Counter[str]()
    if what == "author":
        bylines = view.bylines(scope)
        for byline, keys in bylines.items():
            counts.update({name: len(keys) for name in names_of(byline)})
        total = sum(1 for _ in view.articles(scope))
        lacking = total - sum(map(len, bylines.values()))
    else:
        each = [_of(what, article) for article in view.articles(scope)]
        total, lacking, counts = len(each), each.count(""), Counter(filter(None, each))
    articles = "1 article" if total == 1 else f"{total:,} articles"
    return Listing(f"{articles}{most_first(what, counts, lacking)}.")


def _of(what: str, article: ArticleLine) -> str:
    if what == "outlet":
        return article.source
    return month_or_year(what, date.fromisoformat(article.date[:10])) if article.date else ""


def _found(each: ArticleLine) -> FoundArticle:
    return FoundArticle(each.uid, each.id, each.title, each.date, each.source, each.url, each.path)


def of_both(*counts: tuple[str, int, bool]) -> Listing:
    """Write how many articles mention each of two things: "3 articles mention Harwick, 1 mentions Dene.".

    Args:
        counts: Of each the thing in words, its number, and whether there may be more.
    """
    more, fewer = sorted(counts, key=lambda each: -each[1])
    return Listing(f"{_mention(more, ' article')}, {_mention(fewer)}.")


def _mention(counted: tuple[str, int, bool], noun: str = "") -> str:
    what, count, at_least = counted
    least = ("At least " if noun else "at least ") if at_least else ""
    number = f"{count:,}" if count else "No" if noun else "none"
    return f"{least}{number}{noun}{'s' if noun and count > 1 else ''} {'mention' if count > 1 else 'mentions'} {what}"
