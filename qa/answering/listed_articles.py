"""List the articles that mention something, quote somebody or are by somebody, or their outlets, and count them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, Self

from qa.answering import articles_of_all
from qa.answering.counted_articles import counted_by, in_outlets, line_of, listed, names_of
from qa.answering.people.namesakes import of_one
from qa.answering.spans.retrieval import narrowed
from qa.answering.topics.topic_cover import CoveredArticle
from qa.answering.topics.words_on_topic import topic_words, versions_on, words_of
from qa.answers import FoundArticle, Listing, QuestionKind, Understanding
from qa.archive.protocol import View
from qa.datatypes import Article, Scope, Speaker, Version, VersionHandle
from qa.language.patterns import regex
from qa.speakers.known import ListedSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.asked_articles import AskedArticles
from qa.understanding.line import bounds_in_words
from qa.understanding.outlets import source_named

MOST_READ = 500
"""How many articles are read; where more may mention it, the count is one of those at least."""
_AT_ONCE = 20
_OUTLET = regex(
    r"(?:from|by|in)\s+(?P<name>(?:[Tt]he\s+)?[A-Z][\w'’.&-]*(?:\s+(?:of|and|the|&|[A-Z][\w'’.-]*))*)"
)
"""What may be the name of an outlet: "from the Inland Post"."""

_NAME = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*"
_TWO_NAMES = regex(rf"({_NAME})\s+and\s+({_NAME})")


class _Found(NamedTuple):
    uid: str
    article: Article
    titled: bool
    mentions: int

    @classmethod
    def of(cls, version: Version, mentions: int, *, titled: bool = False) -> Self:
        return cls(version.uid, version.article, titled, mentions)


def asked_articles(
    view: View, asked: AskedArticles, scope: Scope, understand: Callable[[str], Understanding]
) -> Listing | None:
    """List the articles that are asked for, those first that are most about it, and write how many there are.

    None where articles by somebody are asked for of whom none has the name as its author or outlet, where those of
    an outlet or of a time are asked for and the words name neither, and where two are compared that are no outlets.

    Args:
        understand: Understands a question by itself; it finds the dates, the outlet and the speaker.
    """
    if asked.by == "write":
        of_then = understand(f"articles {asked.when}") if asked.when else None
        then = narrowed(scope, of_then) if of_then else scope
        by_somebody = _by_author(view, asked, scope, then)
        source = source_named(asked.author, view.sources()) if by_somebody is None else None
        if source is None:
            return by_somebody
        there = narrowed(then, Understanding(QuestionKind.CONTENT, "", "", source=source))
        if not asked.topic:
            return articles_of_all.articles_of_all(view, f"from {source} {asked.when}".rstrip(), there, "")
        found, more = _holding(view, asked.topic, there)
        of_it = f"from {source} {asked.when}".rstrip()
        if not found and not more:
            return Listing(f"I find no article here {of_it} that mentions {asked.topic}.")
        return _written(
            found, asked, f"{of_it} mentions", f"{of_it} mention", _told(view, asked.topic), more=more
        )
    if asked.counted_by and asked.by == "appear":
        then = narrowed(scope, understand(f"articles {asked.topic}")) if asked.topic else scope
        return articles_of_all.counted_for_each(view, asked.counted_by, then)
    if asked.by == "appear" and not asked.topic:
        return articles_of_all.articles_of_all(view, "", scope, asked.order)
    if asked.by == "appear" and asked.than:
        return articles_of_all.in_two_places(view, (asked.topic, asked.than), scope, understand)
    if asked.by == "appear":
        understood = understand(f"articles {asked.topic}")
        bounded = understood.since or understood.until or understood.source
        if not bounded and asked.of_archive and (outlet := _OUTLET.fullmatch(asked.topic)):
            name = outlet["name"]
            lacking = f"No outlet here is called {name}."
            found, more = _holding(view, name, scope)
            if not found:
                return Listing(lacking)
            # "Are there any articles from Harwick?" may ask for those on the place.
            of_place = _written(found, asked, "mentions", "mention", _told(view, name), more=more)
            return replace(of_place, counted=f"{lacking} {of_place.counted}")
        if not (understood.browses and bounded) or understood.topic:
            return None
        return articles_of_all.articles_of_all(view, asked.topic, narrowed(scope, understood), asked.order)
    if asked.when:
        where = understand(f"articles {asked.when}")
        if not (where.browses and (where.source or where.since)) or where.topic:
            return None  # "Which documents in the file mention the toll?"
        scope = narrowed(scope, where)
    if asked.by == "quote":
        understood = understand(f"Quotes from {asked.topic}")
        if understood.kind is not QuestionKind.SAID or not understood.speaker:
            understood = understand(f"What did {asked.topic} say?")
        return _quoting(view, asked, understood, scope, understand)
    if asked.among:
        outlets = [source_named(name, view.sources()) for name in asked.among]
        if None in outlets:
            return None  # "Does Quill or Brandt write more about the toll?" asks of people
        scope = replace(scope, sources=tuple(filter(None, outlets)))
    found, more, told = _mentioning(view, asked.topic, scope, understand)
    if asked.than:
        others, and_more, other = _mentioning(view, asked.than, scope, understand)
        return articles_of_all.of_both((told, len(found), more), (other, len(others), and_more))
    if asked.without or asked.either:
        others, and_more, beside = _mentioning(view, asked.without or asked.either, scope, understand)
        held = {each.uid for each in others}
        found = [*(each for each in found if each.uid not in held), *(others if asked.either else ())]
        more, told = more or and_more, f"{told} {'or' if asked.either else 'and not'} {beside}"
    of_it = f"{asked.when} " if asked.when else ""
    if of_it and not found and not more:
        return Listing(f"I find no article here {of_it}that mentions {told}.")
    return _written(found, asked, f"{of_it}mentions", f"{of_it}mention", told, more=more)


def _mentioning(
    view: View, typed: str, scope: Scope, understand: Callable[[str], Understanding]
) -> tuple[list[_Found], bool, str]:
    """Return the articles that mention a topic, whether there may be more, and the topic as it is told."""
    understood = understand(f"articles on {typed}")
    browsed = understood.browses and understood.topic
    topic = (understood.topic or typed) if browsed else typed
    bounded = narrowed(scope, understood) if browsed else scope
    found, more = _holding(view, topic, bounded)
    if not found and not more and (both := _TWO_NAMES.fullmatch(topic)):
        # Two people may be named in one article and in no sentence of it together.
        (found, more), (others, and_more) = (_holding(view, name, bounded) for name in both.groups())
        held, more = {each.uid for each in others}, more or and_more
        found = [each for each in found if each.uid in held]
    # Words are compared by their stems: who asks for "lead" is told that "leading" counts.
    told = _told(view, topic) if topic != topic.lower() else f"“{topic}” in any form"
    told += bounds_in_words(understood) if browsed else ""
    return found, more, told


def _quoting(
    view: View,
    asked: AskedArticles,
    understood: Understanding,
    scope: Scope,
    understand: Callable[[str], Understanding],
) -> Listing:
    """List the articles that quote somebody; of several, those that quote all of them."""
    each = [understood]
    if understood.others:
        each = [understand(f"What did {name} say?") for name in (understood.speaker, *understood.others)]
        each = [replace(one, topic=understood.topic) for one in each]
    names, counts = list[str](), list[Counter[VersionHandle]]()
    versions = dict[VersionHandle, Version]()
    for one in each:
        meant = of_one(view, one, scope)
        if meant.ambiguous:
            return Listing(f"Which one: {' or '.join(meant.ambiguous)}? Ask again with the full name.")
        quotes = words_of(view, meant, narrowed(scope, understood))
        names.append(meant.speaker or asked.topic)
        counts.append(Counter(quote.version.key for quote in quotes))
        versions |= {quote.version.key: quote.version for quote in quotes}
    in_all = [key for key in counts[0] if all(key in count for count in counts)]
    found = [_Found.of(versions[key], sum(count[key] for count in counts)) for key in in_all]
    who = " and ".join(names)
    told = (f"{who} on {understood.topic}" if understood.topic else who) + bounds_in_words(understood)
    return _written(found, asked, "quotes", "quote", told, more=False)


def _by_author(view: View, asked: AskedArticles, scope: Scope, then: Scope) -> Listing | None:
    versions = defaultdict[str, list[VersionHandle]](list)
    for byline, keys in view.bylines(scope).items():
        for name in names_of(byline):
            versions[name] += keys
    ranked = sorted(versions, key=lambda name: (-len(versions[name]), name))
    known = ListedSpeakers([Speaker(name, "person", (), len(versions[name])) for name in ranked])
    match = match_speaker(asked.author, known)
    if match.ambiguous:
        return Listing(f"Which one: {' or '.join(match.ambiguous)}? Ask again with the full name.")
    if match.name is None:
        return None
    bylines = view.bylines(then) if asked.when else {}
    of_then = [key for byline in bylines if match.name in names_of(byline) for key in bylines[byline]]
    keys = of_then if asked.when else versions[match.name]
    words = topic_words(view, asked.topic) if asked.topic else None
    found: list[_Found] = []
    for at in range(0, min(len(keys), MOST_READ), _AT_ONCE):
        for version in view.versions(keys[at : at + _AT_ONCE]).values():
            if words is None:
                found.append(_Found.of(version, 0))
                continue
            cover = words.in_article(version.article)
            mentions, titled = _mentions(cover), cover.is_titled()
            if mentions or titled:
                found.append(_Found.of(version, mentions, titled=titled))
    more = len(keys) > MOST_READ
    author = f"{match.name} {asked.when}".rstrip()
    by = f"by {author}"
    if not found and not more:
        return Listing(
            f"I find no article here {by}{f' that mentions {asked.topic}' if asked.topic else ''}."
        )
    if not asked.topic:
        return _written(found, asked, "by", "by", author, more=more)
    return _written(found, asked, f"{by} mentions", f"{by} mention", _told(view, asked.topic), more=more)


def _told(view: View, topic: str) -> str:
    """Return a topic as it is looked for: an article on China counts for Beijing, which is told."""
    words = topic_words(view, topic)
    return f"{topic} under this name or another" if words and len(words.ways) > 1 else topic


def _holding(view: View, topic: str, scope: Scope) -> tuple[list[_Found], bool]:
    """Return the articles that hold a topic in a sentence or in the title, and whether some were left unread."""
    words = topic_words(view, topic)
    if words is None:
        return [], False
    keys = sorted(versions_on(view, words, scope), key=str)
    found: list[_Found] = []
    for at in range(0, min(len(keys), MOST_READ), _AT_ONCE):
        for version in view.versions(keys[at : at + _AT_ONCE]).values():
            cover = words.in_article(version.article)
            mentions, titled = _mentions(cover), cover.is_titled()
            if mentions or titled:
                found.append(_Found.of(version, mentions, titled=titled))
    return found, len(keys) > MOST_READ


def _mentions(cover: CoveredArticle) -> int:
    """Count the sentences that hold a topic; of a single word, the places."""
    if all(len(way) == 1 for way in cover.words.ways):
        return sum(map(len, cover.places.values()))
    return sum(cover.stands_in(start, end) for start, end in cover.sentences())


def _written(
    found: Sequence[_Found], asked: AskedArticles, one: str, many: str, topic: str, *, more: bool
) -> Listing:
    if not found and more:
        return Listing(
            f"Of the {MOST_READ:,} articles that I read, none {one} {topic}; others may, which I did not read."
        )
    if not found:
        return Listing(f"I find no article here that {one} {topic}.")
    newest = sorted(found, key=lambda each: each.article.date or "", reverse=True)
    ordered = sorted(newest, key=lambda each: (-each.titled, -each.mentions))
    if asked.order:
        return _in_time(newest, asked.order, many if len(found) > 1 else one, topic, more=more)
    least = "At least " if more else ""
    articles = f"{len(found):,} articles {many}" if len(found) > 1 else f"1 article {one}"
    if asked.outlets:
        return Listing(f"{least}{articles} {topic}, {in_outlets([each.article for each in ordered])}.")
    if asked.counted_by:
        return Listing(
            f"{least}{articles} {topic}{counted_by(asked.counted_by, [each.article for each in ordered])}."
        )
    titled = sum(each.titled for each in found)
    headed = f", {titled:,} of them in the title" if titled and len(found) > 1 else ""
    shown = tuple(map(_shown, ordered))
    return Listing(f"{least}{articles} {topic}{headed}", shown, listed(list(map(line_of, shown)), "; "))


def _in_time(
    newest: Sequence[_Found], order: Literal["first", "latest"], verb: str, topic: str, *, more: bool
) -> Listing:
    """List what has a date by it: what has none may be older than the first, and newer than the last."""
    dated = [each for each in newest if each.article.day is not None]
    ordered = dated[::-1] if order == "first" else dated
    read = f"Of the {MOST_READ:,} articles that I read, " if more else ""
    count = f"{len(newest):,} article{'s' if len(newest) > 1 else ''} {verb}"
    undated = len(newest) - len(dated)
    if not dated:
        return Listing(f"{read}{count} {topic}, and I cannot tell which is the {order}: they have no date.")
    without = f", {undated:,} of them without a date" if undated else ""
    which = f", {'oldest' if order == 'first' else 'newest'} first" if len(dated) > 1 else ""
    shown = tuple(map(_shown, ordered))
    return Listing(
        f"{read}{count} {topic}{without}{which}",
        shown,
        listed(list(map(line_of, shown)), "; "),
    )


def _shown(found: _Found) -> FoundArticle:
    article = found.article
    return FoundArticle(
        found.uid, article.id, article.title, article.date, article.source, article.url, article.path
    )
