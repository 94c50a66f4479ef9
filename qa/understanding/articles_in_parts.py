"""Read by its parts what counts articles or puts them in order, where no form of such a question fits it.

What stands before the topic, or around it, must only say what is wanted: "since when have papers been covering the
toll?", "how much coverage did the toll get?".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from qa.language.lexicon.archive_words import (
    ASKS_FOR_WORDS,
    AUTHORS,
    FIRST,
    HOLDS,
    HOLDS_AT_ONCE,
    LATEST,
    OPENS_TOPIC,
    OUTLETS,
    PEOPLE,
    SPEAKING,
    UNITS,
    WRITINGS,
)
from qa.language.patterns import regex
from qa.understanding.dates import may_hold_date
from qa.understanding.parted_head import BE, Head, head_of, with_about, without_end
from qa.understanding.scan import ScannedWord, clean, words_of

By = Literal["", "outlet", "month", "year", "author"]
_BESIDE = frozenset("more come comes came news they for anywhere".split())
_WANTED = ASKS_FOR_WORDS | HOLDS | WRITINGS | OUTLETS | AUTHORS | UNITS | _BESIDE
_GETS = frozenset("get gets got gotten receive received".split())
_NOUNS_WITH_OF = frozenset("coverage mention mentions".split())
_PASSIVE = frozenset("mentioned covered reported written featured discussed".split())
_AFTER = regex(
    r"\s+(?:appear(?:ed)?|r[ua]n|c[ao]me\s+out|(?:been\s+|get\s+)?published|printed|anywhere|at\s+all|here)$"
)
"""What may stand after a topic of articles: "in which months did stories on the toll appear?"."""


class ArticleParts(NamedTuple):
    """On what articles are asked for, when, which of them first, and by what they are counted."""

    topic: str
    when: str
    order: Literal["", "first", "latest"]
    counted_by: By


def articles_in_parts(text: str) -> ArticleParts | None:
    """Return what a question asks of the articles on a topic; None where it asks for no number and no order."""
    text, asked_at_its_end = without_end(with_about(text))
    words = words_of(text, 0)
    if not words:
        return None
    at = _opener(words)
    topic = clean(text[words[at].end :]) if at is not None else ""
    head = head_of(text, words if at is None else words[: at + 1], _WANTED, HOLDS | WRITINGS)
    if head is None or (head.when and not may_hold_date(head.when)):
        return None  # "Was the toll mentioned in the report?" asks of one of them
    asks = head.asks | asked_at_its_end
    if at is None:
        topic = head.rest if _around_it(head) else ""
    elif head.rest:
        return None
    topic = _AFTER.sub("", topic)
    if not topic or asks.isdisjoint(WRITINGS | OUTLETS | AUTHORS | HOLDS | {"news"}):
        return None
    by = _counted_by(asks)
    if by != "author" and not asks.isdisjoint(PEOPLE | {"who", "whom"} | (SPEAKING - HOLDS)):
        return None  # "Who was the first to mention the toll?" asks for a speaker
    order = _order(asks)
    # "How much did the report on the levee cost?" asks for no coverage, and a roof may be covered too.
    many = not asks.isdisjoint({"many", "often", "frequently", "regularly"}) or {"much", "coverage"} <= asks
    how = "how" in asks and many
    printed = "mentioned" in asks or (
        "covered" in asks and asks & (OUTLETS | WRITINGS | {"anywhere", "news"})
    )
    yes_or_no = at is None and text.split()[0].lower() in BE | {"has", "have"} and printed
    return ArticleParts(topic, head.when, order, by) if by or order or how or yes_or_no else None


def _opener(words: Sequence[ScannedWord]) -> int | None:
    """Return which word is the last before the topic: "covering" in "papers covering tolls"; None where none is."""
    named, passive = False, False
    for at, word in enumerate(words[:-1]):
        before, after = words[at - 1].low if at else "", words[at + 1].low
        done_to_it = passive and word.low in _PASSIVE
        if word.low in HOLDS_AT_ONCE and not done_to_it and after not in OPENS_TOPIC | {"of"}:
            return at
        if named and (word.low in OPENS_TOPIC or (word.low == "of" and before in _NOUNS_WITH_OF)):
            return at
        named, passive = named or word.low in HOLDS | WRITINGS, passive or word.low in BE
    return None


def _around_it(head: Head) -> bool:
    """Tell whether what is left of a question is what was written about: "did the toll get", "was the toll covered"."""
    passive = head.before in BE | {"has", "have"} and (head.asks & _PASSIVE or head.asks >= {"in", "news"})
    got = head.asks & {"coverage", "articles", "stories"} and head.asks & _GETS
    return bool(passive or got) and head.asks.isdisjoint({"who", "whom"})


def _counted_by(asks: frozenset[str]) -> By:
    most = not asks.isdisjoint({"most", "more"})
    if asks & AUTHORS or (most and "who" in asks and asks & {"wrote", "written", "writes"}):
        return "author" if most or asks & {"which", "what"} else ""
    if asks & UNITS and asks & {"which", "what"}:
        return "month" if asks & {"month", "months"} else "year"
    return "outlet" if most and asks & OUTLETS else ""


def _order(asks: frozenset[str]) -> Literal["", "first", "latest"]:
    return "first" if asks & FIRST else "latest" if asks & LATEST else ""
