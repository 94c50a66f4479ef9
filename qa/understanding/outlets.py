"""Find the archive's outlets in a question: "according to The Verge", "in The Age", "the TechCrunch report"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.page_words import NEWS_OF_AN_OUTLET
from qa.language.patterns import regex

_CUE = regex(
    r"(?:^|[\s,(])(?P<cue>according\s+to|as\s+per|per|(?:(?:as\s+)?(?:reported|published|covered|noted|quoted|told|printed"
    r"|written|described|stated|suggested)\s+)?(?:by|in|on|from|to|with)|(?:articles?|reports?|stories|(?:press|news|media)\s+releases?)\s+(?:by|from|in|of))"
    r"\s+(?P<of>an?\s+(?:article|report|story|interview)\s+(?:by|from|in|on|with)\s+)?(?:the\s+)?[\"'“‘]?$",
    re.IGNORECASE,
)
# These prepositions also stand before ordinary words: "in fortune", "on time".
_PLAIN = frozenset({"in", "on", "from", "by", "to", "with", "per"})
_NEWS_AFTER = regex(rf"[\"'”’]?(?:['’]s)?\s+(?:\w+\s+)?{NEWS_OF_AN_OUTLET}\b", re.IGNORECASE)
_AUXILIARY_BEFORE = regex(r"\b(?:did|does|do|will)\s+(?:the\s+)?[\"'“‘]?$", re.IGNORECASE)
_ASKS_AFTER = regex(r"\s*[:–—]\s*(?=\S)")
_SAYS_THAT = regex(
    r"\s+(?:say|report|write|claim)\s+(?:that\s+)?(?=\S.{0,80}?\s(?:said|says|told|thinks|thought|wrote|claimed|announced)\b)",
    re.IGNORECASE,
)
_READS_AS_VERB = regex(
    r"\s+(?:report|post|review|interview)\b\s*(?:$|[?.,]|(?:about|on|that|regarding)\b)", re.I
)

_LONGEST_NAME = 6
_MOST_OF_TOPIC = 3
_ONE_ARTICLE = regex(
    r"\b(?:articles?|reports?|stor(?:y|ies)|pieces?)\b(?!\s+(?:about|that)\s+it)", re.IGNORECASE
)
_ANOTHER = regex(r"\b(?:later|subsequent|earlier|both|another|the\s+one)\b", re.IGNORECASE)


class FoundOutlet(NamedTuple):
    """An outlet that a question names as where words stand, with the span to be left out of the rest."""

    source: str
    start: int
    end: int


def find_outlets(text: str, sources: Sequence[str]) -> list[FoundOutlet]:
    """Return the places where a question names one of the archive's sources as an outlet, in order."""
    pattern, meant = _pattern(tuple(sources))
    if pattern is None:
        return []
    found: list[FoundOutlet] = []
    for match in pattern.finditer(text):
        source = _named(match[0], meant)
        if source is None:
            continue
        span = _as_outlet(text, match.start(), match.end())
        if span is not None:
            found.append(FoundOutlet(source, *span))
    return found


def without_names(text: str, sources: Sequence[str]) -> str:
    """Return a text with spaces in place of the names of outlets, so that "USA Today" is no day.

    A name of one word counts where it has a capital letter: "the week" is a time, "The Week" an outlet.
    """
    pattern, _ = _pattern(tuple(sources))
    if pattern is None:
        return text

    def hidden(match: re.Match[str]) -> str:
        name = match[0].removeprefix("the ").removeprefix("The ")
        return " " * len(match[0]) if " " in name or name[:1].isupper() else match[0]

    return pattern.sub(hidden, text)


def source_named(typed: str, sources: Sequence[str]) -> str | None:
    """Return the source that a phrase names as a whole: "the Deseret News"."""
    _, meant = _pattern(tuple(sources))
    return _named(typed, meant)


def outlet_and_topic(text: str, sources: Sequence[str]) -> tuple[str, str] | None:
    """Return the outlet that a line begins with, and what it is to be on: "Dene Post on tolls", "Dene Post tolls"."""
    words = text.strip(" ?!.").split()
    for count in range(min(len(words) - 1, _LONGEST_NAME), 0, -1):
        name, rest = " ".join(words[:count]), words[count:]
        if (count == 1 and not name[:1].isupper()) or (source := source_named(name, sources)) is None:
            continue
        linked = rest[0].lower() in ("on", "about", "regarding")
        if count == 1 and not linked:
            return None  # "Fortune tellers" are none of Fortune's
        rest = rest[1:] if linked else rest
        asks = any(word.lower() in FUNCTION for word in rest)
        return (source, " ".join(rest)) if 0 < len(rest) <= _MOST_OF_TOPIC and not asks else None
    return None


def compares_articles(text: str, sources: Sequence[str]) -> bool:
    """Tell whether a question is about several articles: then no single outlet or date bounds where its answer
    stands."""
    pattern, meant = _pattern(tuple(sources))
    mentions = [m for m in pattern.finditer(text) if any(c.isupper() for c in m[0])] if pattern else []
    articles = _ONE_ARTICLE.findall(text)
    return (
        len({_named(m[0], meant) for m in mentions}) > 1
        or len(articles) > 1
        or (len(articles) == 1 and bool(_ANOTHER.search(text)))
    )


def _as_outlet(text: str, start: int, end: int) -> tuple[int, int] | None:
    closing = re.compile(r"[\"'”’]?").match(text, end)
    tail = closing.end() if closing else end
    if not text[:start].strip() and (asks := _ASKS_AFTER.match(text, tail)):
        return start, asks.end()  # "Dene Post: what did Quill say?"
    if (aux := _AUXILIARY_BEFORE.search(text, max(0, start - 12), start)) and (
        says := _SAYS_THAT.match(text, tail)
    ):
        return aux.start(), says.end()  # "What does the Dene Post say Quill said?"
    news = _NEWS_AFTER.match(text, end)
    cue = _CUE.search(text, max(0, start - 60), start)
    # "What did TechCrunch report": an outlet that speaks, not a report.
    asked = _AUXILIARY_BEFORE.search(text, max(0, start - 12), start)
    if not cue and asked and _READS_AS_VERB.match(text, end):
        return None
    if cue:
        plain = " ".join(cue["cue"].lower().split()) in _PLAIN
        one_word = " " not in text[start:end].strip()
        if plain and one_word and not news and not any(c.isupper() for c in text[start:end]):
            return None
        return cue.start("cue"), max(tail, news.end() if news else 0)
    if news:
        article = re.compile(r"\b(?:the|an?|this|that)\s+[\"'“‘]?$", re.I).search(
            text, max(0, start - 8), start
        )
        return (article.start() if article else start), news.end()
    return None


def _named(typed: str, meant: dict[str, str]) -> str | None:
    """Return the source that a name means, which an address has without spaces, or with initials: "dptimes.com"."""
    key = _key(typed)
    *words, last = key.split() or [""]
    initials = "".join(word[0] for word in words)
    return meant.get(key) or meant.get("".join([*words, last])) or meant.get(f"{initials}{last}")


def _key(name: str) -> str:
    words = re.sub(r"[\"'“”‘’]", "", name).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


_HOST = regex(r"(?:www\.)?([\w-]{3,})\.(?:com|org|net|co\.uk|news)", re.IGNORECASE)
_RUN_TOGETHER = 6
"""The fewest letters of an address in which words may run together: "the Dene Post" of denepost.com."""
_INITIALS = 3
"""The fewest words of a name whose initials stand for it."""


def _short_forms(source: str) -> list[str]:
    """Return the short forms of a name in a feed: of "Cnbc | World Business News Leader", of "CBSSports.com".

    The initials of three words or more are one: "the DEP" for the Dene Evening Post. Few type the mark of "Dene Now!".
    """
    forms = [source, source.rstrip("!?.")]
    for mark in (" | ", ": ", " - "):
        if mark in source:
            forms.append(source.partition(mark)[0])
    if host := _HOST.fullmatch(source):
        forms += [host[1], host[1].lower().removeprefix("the")]
    words = source.removeprefix("The ").split()
    if len(words) >= _INITIALS and all(word[:1].isupper() and word.isalpha() for word in words):
        forms.append("".join(word[0] for word in words))
    return forms


def _as_typed(word: str, *, together: bool = False) -> str:
    """Return the pattern of a word of a name, which may have an apostrophe in a question: "the Mayor's Office".

    Args:
        together: Several words may run together in it.
    """
    if together and len(word) >= _RUN_TOGETHER and word.isalpha():
        spelt = (
            r"\w+\s+".join([*word[:count], word[count:]])
            for count in range(2, 4)
            if len(word) - count >= len("post")
        )
        return "|".join([r"\s?".join(word), *spelt])
    return re.escape(word[:-1]) + "['’]?s['’]?" if word.endswith("s") and len(word) > 2 else re.escape(word)


@lru_cache(maxsize=8)
def _pattern(sources: tuple[str, ...]) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    meant: dict[str, set[str]] = {}
    for source in sources:
        for form in _short_forms(source):
            if len(key := _key(form)) >= 2 and len(key) <= 100 and any(c.isalnum() for c in key):
                meant.setdefault(key, set()).add(source)
    exact = {_key(source): source for source in sources}
    # A short form that several sources share names none of them.
    single = {
        key: exact.get(key) or next(iter(names))
        for key, names in meant.items()
        if key in exact or len(names) == 1
    }
    if not single:
        return None, {}
    longest_first = sorted(single, key=len, reverse=True)
    hosts = {
        form.casefold() for source in sources if _HOST.fullmatch(source) for form in _short_forms(source)
    }
    words = "|".join(
        r"\s+".join(_as_typed(word, together=key in hosts) for word in key.split()) for key in longest_first
    )
    return re.compile(rf"(?<![\w.])(?:the\s+)?(?:{words})(?!\w)", re.IGNORECASE), single
