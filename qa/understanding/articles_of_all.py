"""Recognise what asks for articles whatever they are on, and which of two things more of them mention.

"What is the oldest article from the Inland Post?", "How many articles does each outlet have?", "Is Harwick or Dene
mentioned more often?", "Who wrote more about the toll, the Inland Post or the Dene News?".
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from qa.language.lexicon.archive_words import FIRST_BY_DAY, LAST_BY_DAY, MORE_OFTEN
from qa.language.lexicon.calendar import COUNT, MONTH_NAMES
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import has_any_word, in_small_letters, regex
from qa.understanding.articles_in_parts import By
from qa.understanding.scan import clean

_ARTICLE = r"(?:(?:news\s+)?(?:articles?|stor(?:y|ies)|pieces?|texts?)|news\s+items?|(?:press|news|media)\s+releases?)"
_RANK = (
    rf"(?:very\s+)?(?:{COUNT}\s+)?(?:(?P<first>{FIRST_BY_DAY})|(?P<latest>{LAST_BY_DAY}))"
    rf"(?:\s+{COUNT}(?=\s+[a-z\s]*s\b))?"
)
_YOU_HAVE = r"(?:\s+(?:that\s+)?(?:(?:you|we)\s+have|there\s+is|is\s+here|in\s+here|here))?"
_IN = rf"(?:from|in|by|since|before|after|during|of(?=\s+(?:\d|{'|'.join(MONTH_NAMES)})))"
# "The first article of the treaty" is none of an archive, "of May" it may be.
_SOMEWHERE = rf"\s+(?:that\s+)?(?:(?:is|are|was|were|came|appeared|ran)\s+)?(?P<where>{_IN}\s+\S.*?)"
_WHERE = rf"(?:{_SOMEWHERE})?"
_PUBLISHED = r"(?:published|printed|dated|written|released)"
_NEEDS = (
    "article articles story stories piece pieces text texts item items release releases mentioned named covered"
    " discussed written writes write wrote reported mention cover quote news"
)
_ANY_OF = frozenset(_NEEDS.split()) | {
    *("writes", "report", "reports", "mentions", "covers", "print", "publish", "published"),
    *("authors", "reporters", "journalists", "writers"),
    *("headlines", "new", "latest", "newest", "update", "updates"),
}
_ORDERED = tuple(
    regex(form, re.DOTALL, needs=_NEEDS)
    for form in (
        rf"(?:(?:what|which)(?:['’]?s|\s+(?:is|are|was|were))|(?:show|give|find|list)(?:\s+(?:me|us))?)\s+(?:the|your)\s+{_RANK}\s+{_ARTICLE}"
        rf"{_YOU_HAVE}{_WHERE}{_YOU_HAVE}[\s?!.]*",
        rf"when\s+(?:was|were|is)\s+(?:the|your)\s+{_RANK}\s+{_ARTICLE}{_WHERE}(?:\s+{_PUBLISHED}|\s+from)?[\s?!.]*",
        rf"(?:which|what)\s+{_ARTICLE}{_SOMEWHERE}\s+(?:is|was)\s+(?:the\s+)?{_RANK}[\s?!.]*",
        rf"(?:the\s+)?{_RANK}\s+{_ARTICLE}\s+(?P<where>(?:from|in|by)\s+\S.*?)[\s?!.]*",
    )
)
_NEWS_OF_ALL = regex(
    r"(?:(?:(?:so|ok|hey|hi|hello)[,!]?\s+)?(?:what(?:['’]?s|\s+is|\s+are)|(?:is|are)\s+there|(?:do|have)\s+(?:you|we)(?:\s+(?:have|got))?"
    r"|(?:show|give|tell)\s+(?:me|us)|got)\s+)?(?:(?:the|any|some|all|your)\s+)?"
    r"(?:(?:(?:latest|newest|new|recent|today['’]?s|top)\s+)?(?:news|headlines)|(?:anything\s+)?new"
    r"|(?:(?:the\s+)?(?:latest|newest)|updates?)(?=\s+from\b))"
    r"(?:\s+(?:here|in\s+here|in\s+the\s+(?:archive|library|(?:news)?papers?)))?"
    rf"(?:\s+(?P<where>{_IN}\s+\S.*?|today|yesterday|this\s+(?:week|month|year)|last\s+(?:week|month|year)))?"
    r"(?:,?\s+please)?[\s?!.]*",
    re.DOTALL,
    needs="news headlines new latest newest update updates",
)
"""What asks for the newest articles, on whatever: "latest news", "what's new?", "the latest from the Inland Post"."""
_EACH = (
    r"(?P<outlet>(?:(?:news)?papers?|(?:news\s+)?(?:outlets?|sources?|sites?)|publications?|magazines?))"
    r"|(?P<month>months?)|(?P<year>years?)|(?P<author>authors?|reporters?|journalists?|writers?)"
)
_ARE = r"(?:are\s+there|do\s+(?:you|we)\s+have|(?:are|were)\s+(?:from|published|printed)|came\s+out|appeared)"
_ARE_THERE = rf"(?:\s+{_ARE})?"
_AUTHORS = r"(?:authors|reporters|journalists|writers)"
_BY_AUTHORS = regex(
    rf"(?:how\s+many(?:\s+different)?|which|what|list\s+all(?:\s+the)?)\s+{_AUTHORS}"
    rf"\s+(?:are\s+(?:there|here)|do\s+you\s+have|wrote|(?:have|has)\s+written)(?:\s+(?P<where>{_IN}\s+\S.*?))?[\s?!.]*",
    re.DOTALL,
    needs="authors reporters journalists writers",
)
"""What asks who wrote: "how many authors are there?", "which reporters wrote in 2024?"."""
_COUNTED = tuple(
    regex(form, re.DOTALL, needs=_NEEDS)
    for form in (
        rf"(?:how\s+many|(?:what\s+is\s+)?(?:the\s+)?number\s+of)\s+{_ARTICLE}{_ARE_THERE}\s+(?:per|(?:(?:by|for|from|in|of)\s+)?(?:each|every)(?:\s+of\s+the)?)\s+(?:{_EACH}){_ARE_THERE}[\s?!.]*",
        rf"how\s+many\s+{_ARTICLE}\s+(?:did|does|do|has|have)\s+(?:each|every)(?:\s+of\s+the)?\s+(?:{_EACH})"
        r"\s+(?:have|had|writ(?:e|ten)|publish(?:ed)?|print(?:ed)?|run|r[ua]n)[\s?!.]*",
        rf"(?:(?:who|which\s+(?P<author>author|reporter|journalist|writer))\s+(?:has\s+|have\s+)?)(?:written|wrote|writes?|published)\s+(?:the\s+)?most\s+{_ARTICLE}{_YOU_HAVE}[\s?!.]*",
    )
)
_ABOUT = r"(?:about|on|(?:that\s+)?mention(?:ing)?)"
_EACH_ON = tuple(
    regex(form, re.DOTALL, needs=_NEEDS)
    for form in (
        rf"how\s+many\s+{_ARTICLE}\s+(?:did|does|do|has|have)\s+(?:each|every)(?:\s+of\s+the)?\s+(?:{_EACH})"
        rf"(?:\s+(?:have|had|writ(?:e|ten)|publish(?:ed)?|print(?:ed)?|run))?\s+{_ABOUT}\s+(?P<topic>\S.*?)[\s?!.]*",
        rf"how\s+many\s+{_ARTICLE}\s+{_ABOUT}\s+(?P<topic>\S.*?)\s+(?:did|does|do|has|have)\s+(?:each|every)(?:\s+of\s+the)?\s+(?:{_EACH})"
        r"\s+(?:have|had|writ(?:e|ten)|publish(?:ed)?|print(?:ed)?|run)[\s?!.]*",
        rf"how\s+many\s+{_ARTICLE}\s+{_ABOUT}\s+(?P<topic>\S.*?){_ARE_THERE}\s+(?:per|(?:by|for|from|in|of)\s+(?:each|every))\s+(?:{_EACH})[\s?!.]*",
    )
)
"""What asks how many articles on a topic each has: "how many articles on tolls are there per month?"."""
_TWO = r"(?P<one>[^,;:?]{1,80}?)\s+or\s+(?P<other>[^,;:?]{1,80}?)"
_BE = r"(?:is|are|was|were|has\s+been|have\s+been|gets?|got)"
_NAMED = r"(?:mentioned|named|covered|discussed|written\s+about|reported\s+on|in\s+the\s+news)"
_COMPARED = tuple(
    regex(form, re.DOTALL, needs="more most")
    for form in (
        rf"(?:are|is|were)\s+there\s+more\s+{_ARTICLE}\s+(?:about|on|(?:that\s+)?mention(?:ing)?)\s+{_TWO}[\s?!.]*",
        rf"(?:which|who|what)(?:\s+of\s+(?:the\s+)?(?:two|these))?\s+{_BE}\s+(?:{_NAMED}\s+{MORE_OFTEN}|more\s+(?:often\s+)?{_NAMED})\s*[,:;–—-]*\s*{_TWO}[\s?!.]*",
        rf"(?:is|are|was|were)\s+{_TWO}\s+(?:{_NAMED}\s+{MORE_OFTEN}|more\s+(?:often\s+)?{_NAMED})[\s?!.]*",
        rf"(?:is|are|was|were)\s+(?P<one>[^,;:?]{{1,80}}?)\s+(?:{_NAMED}\s+more(?:\s+(?:often|frequently))?|more\s+(?:often\s+)?{_NAMED})\s+than\s+(?P<other>[^,;:?]{{1,80}}?)[\s?!.]*",
        rf"(?:do|does|did)\s+(?:the\s+)?(?:articles|stories|(?:news)?papers|you)\s+(?:mention|cover|write\s+about|report\s+on)\s+{_TWO}\s+{MORE_OFTEN}[\s?!.]*",
    )
)
_IN_WHICH = r"(?:year|month|(?:news)?paper|outlet|source|publication|magazine|site|office|agency)"
_BY_PLACE = tuple(
    regex(form, re.DOTALL, needs="more most")
    for form in (
        rf"who\s+(?:wrote|writes|has\s+written|published|has\s+published)\s+(?:more|most|the\s+most)\s+(?P<signed>{_ARTICLE})\s*[,:–—-]+\s*{_TWO}[\s?!.]*",
        rf"(?:are|is|were|was)\s+there\s+more\s+{_ARTICLE}\s+(?P<in>from|in|by)\s+{_TWO}[\s?!.]*",
        rf"(?:in\s+)?(?:which|what)\s+{_IN_WHICH}\s+(?:has|had|have|(?:were|was|are)\s+there|published|printed|ran|wrote|put\s+out|issued|released)\s+more\s+{_ARTICLE}\s*[,:–—-]+\s*{_TWO}[\s?!.]*",
        rf"(?:did|does|do|has|have)\s+{_TWO}\s+(?:publish|print|run|write|have|put\s+out)(?:ed|ten)?\s+more\s+{_ARTICLE}[\s?!.]*",
    )
)
"""What asks which of two outlets or times has more articles: "Were there more articles in May or in June?"."""
_HOLDS = r"(?:mention(?:s|ed|ing)?|cover(?:s|ed|ing)?|discuss(?:es|ed|ing)?|names?|named)"
_HOLD = rf"(?:(?:are|is)\s+(?:about|on)|about|on|(?:(?:that|which)\s+)?{_HOLDS})"
_EITHER = regex(
    r"(?:which|what|how\s+many|(?:(?:list|show|give|find)\s+(?:me\s+)?)?(?:all\s+|every\s+)?(?:the\s+)?)\s*"
    rf"{_ARTICLE}\s+{_HOLD}\s+(?:either\s+)?(?P<one>[^,;:?]{{1,80}}?),?\s+"
    rf"(?:(?:but|and)\s+(?:(?:do|does|did|are|is)\s+)?(?P<without>not|never|without)(?:\s+(?:{_HOLD}))?|(?P<lacking>without)(?:\s+(?:{_HOLD}))?|(?P<either>or))"
    r"\s+(?P<other>[^,;:?]{1,80}?)[\s?!.]*",
    re.DOTALL,
    needs="not never without or",
)
"""What asks for articles on one thing and not on another, or on either: "articles on Harwick but not Dene"."""
_UNIT = r"(?P<unit>months?|years?)"
_MOST_IN = regex(
    rf"(?:in\s+)?(?:which|what)\s+{_UNIT}\s+(?P<where>(?:of|in)\s+\d{{4}})\s+(?:has|have|had|saw|(?:were|was|are|is)\s+there)\s+(?:the\s+)?(?:most|fewest|least)\s+{_ARTICLE}[\s?!.]*",
    re.DOTALL,
    needs=_NEEDS,
)
_IN_UNITS = regex(
    rf"(?:in\s+)?(?:which|what)\s+{_UNIT}\s+(?:of|in)\s+(?P<when>\d{{4}})\s+(?:has|have|had|saw|(?:were|was|are|is)\s+there)\s+(?:the\s+)?(?:most\s+|any\s+)?{_ARTICLE}"
    rf"\s+{_HOLD}\s+(?P<topic>\S.*?)[\s?!.]*",
    re.DOTALL,
    needs=_NEEDS,
)
_WHEN_MORE = regex(
    rf"(?:is|are|was|were)\s+(?P<topic>[^,;:?]{{1,80}}?)\s+(?:{_NAMED}\s+{MORE_OFTEN}|more\s+(?:often\s+)?{_NAMED})\s+(?:in|during|by)\s+{_TWO}[\s?!.]*",
    re.DOTALL,
    needs=_NEEDS,
)
"""What asks in which of two years, months or outlets something is mentioned more."""
_SHARE = regex(
    rf"(?:what|which|how\s+(?:large|big)\s+a)\s+(?:percentage|per\s*cent|share|proportion|part)\s+of\s+(?:the\s+|all\s+|your\s+)*{_ARTICLE}"
    r"\s+(?:is|are|was|were|comes?|came)\s+(?:from|by)\s+(?P<where>\S.*?)[\s?!.]*",
    re.DOTALL,
    needs=_NEEDS,
)
_DATED = regex(rf"\d|\b(?:{'|'.join(MONTH_NAMES)})\b")
_PREPOSED = regex(rf"{_IN}\s", re.IGNORECASE)
_YEAR, _MONTH = regex(r"\d{4}"), regex("|".join(MONTH_NAMES))
_WRITE = (
    r"(?:writes?|wrote|written|reports?|reported|publish(?:es|ed)?|print(?:s|ed)?|r[ua]ns?|has|have|had|do|does|did)"
    rf"\s+{MORE_OFTEN}(?:\s+{_ARTICLE})?"
)
_BETWEEN = tuple(
    regex(form, re.DOTALL, needs="more most")
    for form in (
        rf"(?:do|does|did|has|have|is|are)\s+{_TWO}\s+{_WRITE}\s+(?:about|on)\s+(?P<topic>\S.*?)[\s?!.]*",
        rf"(?:do|does|did|has|have)\s+{_TWO}\s+(?:have\s+|had\s+)?more\s+{_ARTICLE}\s+(?:about|on)\s+(?P<topic>\S.*?)[\s?!.]*",
        rf"who\s+(?:has\s+|have\s+)?{_WRITE}\s+(?:about|on)\s+(?P<topic>[^,;:?]{{1,80}}?)\s*[,:;–—-]+\s*{_TWO}[\s?!.]*",
    )
)


class ArticlesOfAll(NamedTuple):
    """Articles of a place or a time (`where`, "" for all), in order or counted; or on `one` thing and on `other`.

    `among`: the two of whom it is asked which wrote more about `one`. `without`: what they must not mention; `either`:
    what they may mention instead. Without `one`, `other` is another place or time.
    """

    where: str = ""
    order: Literal["", "first", "latest"] = ""
    counted_by: By = ""
    one: str = ""
    other: str = ""
    among: tuple[str, ...] = ()
    without: str = ""
    either: str = ""


def articles_of_all(question: str) -> ArticlesOfAll | None:
    """Return what a question asks of the articles whatever they are on, or of those on two things; None for others."""
    small = in_small_letters(question)
    if not has_any_word(small, _ANY_OF):
        return None
    for form in _ORDERED:
        if match := form.fullmatch(small):
            return ArticlesOfAll(_slice(question, match, "where"), "first" if match["first"] else "latest")
    if (match := _NEWS_OF_ALL.fullmatch(small)) and small.strip(" ?!.") != "new":
        if _DATED.search(match["where"] or ""):
            return None  # "headlines from March 2024" are shown by the first words of their articles
        return ArticlesOfAll(_slice(question, match, "where"), "latest")
    if match := _BY_AUTHORS.fullmatch(small):
        return ArticlesOfAll(_slice(question, match, "where"), counted_by="author")
    for form in (*_COUNTED, *_EACH_ON):
        if match := form.fullmatch(small):
            kinds: tuple[By, ...] = ("outlet", "month", "year", "author")
            by: By = next((kind for kind in kinds if match.groupdict().get(kind)), "author")
            topic = _slice(question, match, "topic") if "topic" in match.groupdict() else ""
            return ArticlesOfAll(one=topic, counted_by=by)
    if match := _SHARE.fullmatch(small):
        return ArticlesOfAll(counted_by=_unit_of(match["where"]))
    if match := _MOST_IN.fullmatch(small):
        return ArticlesOfAll(_slice(question, match, "where"), counted_by=_unit(match["unit"]))
    if match := _IN_UNITS.fullmatch(small):
        topic = _slice(question, match, "topic")
        return ArticlesOfAll(f"in {match['when']}", one=topic, counted_by=_unit(match["unit"]))
    if match := _WHEN_MORE.fullmatch(small):
        topic, *places = (_slice(question, match, name) for name in ("topic", "one", "other"))
        if (by := _unit_of(match["one"])) != "outlet":
            return ArticlesOfAll(one=topic, counted_by=by) if _names(topic) else None
        return ArticlesOfAll(one=topic, among=tuple(places)) if _names(topic) else None
    if match := _EITHER.fullmatch(small):
        one, other = (_slice(question, match, name) for name in ("one", "other"))
        parting = next(name for name in ("without", "lacking", "either") if match[name])
        if not (_names(one) and _names(other) and _slice(question, match, parting).islower()):
            return None  # "Quill Without Borders" is one name
        either = parting == "either"
        return ArticlesOfAll(one=one, either=other) if either else ArticlesOfAll(one=one, without=other)
    for form in _BY_PLACE:
        if match := form.fullmatch(small):
            placed = "by" if match.groupdict().get("signed") else match.groupdict().get("in") or "from"
            names = (_slice(question, match, name) for name in ("one", "other"))
            where, other = (name if _PREPOSED.match(name) else f"{placed} {name}" for name in names)
            return ArticlesOfAll(where, other=other)
    for form in _BETWEEN:
        if match := form.fullmatch(small):
            topic, *two = (_slice(question, match, name) for name in ("topic", "one", "other"))
            return ArticlesOfAll(one=topic, among=tuple(two)) if _names(topic) else None
    for form in _COMPARED:
        if match := form.fullmatch(small):
            first, second = (_slice(question, match, name) for name in ("one", "other"))
            return ArticlesOfAll(one=first, other=second) if _names(first) and _names(second) else None
    return None


def _unit(noun: str) -> By:
    return "month" if noun.startswith("month") else "year"


def _unit_of(where: str) -> By:
    """Return by what articles of a place or a time are counted: "May 2024" by months."""
    return "month" if _MONTH.search(where) else "year" if _YEAR.search(where) else "outlet"


def _slice(question: str, match: re.Match[str], name: str) -> str:
    return clean(question[slice(*match.span(name))]) if match[name] else ""


def _names(topic: str) -> bool:
    """Tell whether a topic names something: "it" nobody knows yet, and "this or that" is three things."""
    return bool(topic) and topic.casefold().split()[0] not in PRONOUNS and " or " not in topic
