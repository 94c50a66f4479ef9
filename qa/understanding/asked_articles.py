"""Recognise questions for articles, outlets or an author's columns: "which articles mention the toll?"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from qa.language.lexicon.archive_words import FIRST_BY_DAY, HOLDS, LAST_BY_DAY
from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.lexicon.question_words import NOBODY, ONLY_AUXILIARIES, PRONOUNS
from qa.language.patterns import in_small_letters, regex
from qa.understanding.articles_in_parts import By, articles_in_parts
from qa.understanding.articles_of_all import articles_of_all
from qa.understanding.scan import clean

_ARTICLES = (
    r"(?:(?:news\s+)?(?:(?P<told>articles?|stor(?:y|ies))|pieces?|texts?|documents?)|news\s+items?"
    r"|(?:press|news|media)\s+releases?)"
)
_OUTLETS = (
    r"(?:(?:news)?papers?|(?:news\s+|media\s+)?(?:outlets?|sources?)|(?:news|media)\s+(?:sites?|organi[sz]ations?)"
    r"|publications?|magazines?|media)"
)
_HAVE = (
    r"(?:(?:do|did|can|have)\s+(?:you|we|it|i|they)(?:\s+(?:have|got|hold|know(?:\s+of)?|find|see|cover))?"
    r"|(?:does|has)\s+(?:it|this|the\s+(?:archive|library|bot))(?:\s+(?:have|hold|contain|cover|know))?|are\s+there|is\s+there|there\s+are)"
    r"(?:\s+(?:in\s+)?(?:here|there))?"
)
_ASKED = (
    r"(?:(?P<asked>which|what|how\s+many(?:\s+of\s+the(?:se)?)?)\s+"
    r"|(?P<any>(?:(?:is|are|was|were)\s+there|(?:has|have)\s+there\s+been|do(?:es)?|did|(?:do|did)\s+(?:you|we)\s+have|have\s+(?:you|we)\s+got)\s+(?:an|any|some|more)\s+)"
    r"|(?P<listed>(?:list|show|give|find|name)\s+(?:me\s+)?)?(?:(?:all|every|any)\s+)?(?:the\s+)?)"
)
_ABOUT = r"(?:about|on|regarding|concerning|covering|mentioning|discussing)"
_DAY = rf"(?:the\s+)?(?:\d|{'|'.join(MONTH_NAMES)})"
_ON_A_DAY = rf"on(?=\s+{_DAY})"
# "Which articles are on the toll?", but documents may be on a table.
_HOLD = (
    r"(?:(?:have\s+|has\s+|had\s+)?(?:mention(?:s|ed)?|cover(?:s|ed)?|discuss(?:es|ed)?|contains?|name[sd]?|carry|carried)"
    r"|(?:have\s+|has\s+|had\s+)?(?:w(?:rites?|rote|ritten)|report(?:s|ed)?|talk(?:s|ed)?|deals?|dealt|ran|run|published)(?:\s+(?:something|anything|stories|articles))?"
    rf"\s+(?:about|on(?!\s+{_DAY})|of|with)|(?:are|is|were|was)\s+(?:about|(?(told)on|(?!))))"
)
_QUOTE = (
    r"(?:(?:with|(?:have|has|hold|contain))\s+(?:quotes?|words|comments?)\s+(?:by|from|of)"
    r"|(?:have\s+|has\s+)?(?:quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|interview(?:s|ed|ing)?))"
)
_TIMES = (
    rf"\s+(?:from|in|of|since|before|after)\s+(?:(?:early|late|mid)[\s-])?(?:(?:{'|'.join(MONTH_NAMES)})(?:\s+\d{{4}})?|\d{{4}}"
    r"|(?:last|this)\s+(?:week|month|year))(?:\s+(?:or|and)\s+(?:later|earlier|after|before))?"
)
_WHEN = rf"(?P<when>{_TIMES})?"
_PLACE = r"(?P<place>\s+(?:from|in|by)\s+(?:the\s+)?\S+(?:\s+\S+){0,4}?)?"
_PRINTED = r"(?:are|is|were|was|have\s+been|has\s+been)\s+(?:published|printed|written)(?:\s+(?:in\s+)?here)?"
_FORM = regex(
    rf"{_ASKED}(?:(?P<articles>{_ARTICLES})|(?P<outlets>{_OUTLETS}))(?:{_WHEN}(?P<have>\s+{_HAVE})?|{_PLACE})"
    rf"\s+(?:(?P<on>{_ABOUT})|(?P<that>(?:that|which)\s+)?(?:(?P<quote>{_QUOTE})|(?P<hold>{_HOLD})))\s+(?P<topic>\S.*?)"
    rf"(?P<end>\s+(?:{_HAVE}|(?:{_PRINTED}|(?:are|is|were|was)(?={_TIMES}))(?P<then>{_TIMES})?)[\s?!.]*)?",
    re.DOTALL,
    needs=(
        "article articles story stories piece pieces text texts document documents item items release releases"
        " paper papers newspaper newspapers outlet outlets source sources site sites organisation organisations"
        " organization organizations publication publications magazine magazines media"
    ),
)
_YOU_HAVE = (
    r"\s+(?:that\s+)?(?:(?:you|we)(?:['’]ve|\s+have)(?:\s+(?:got|here|in\s+here))*"
    r"|there\s+is|is\s+(?:in\s+)?here)"
)
_IN_HERE = regex(
    r"(?<=\w)\s+in\s+(?:your|our|this|the)\s+(?:archive|library|collection)[\s?!.]*$", re.IGNORECASE
)
"""Where articles are looked for, which is no part of what is: "the earliest mention of the toll in your archive"."""
_ANYONE = (
    r"(?:(?:any\s+)?(?:articles?|(?:news)?papers?|stor(?:y|ies))|(?:any|some)(?:one|body)|people|you|they)"
)
_MENTIONED = r"(?:mention(?:s|ed)?|w(?:rites?|rote)\s+about|report(?:s|ed)?\s+on)"
_RANKED = tuple(
    regex(form, re.DOTALL, needs="first oldest earliest last latest newest recent")
    for form in (
        rf"(?:(?:what|which)(?:['’]?s|\s+(?:is|are|was|were))\s+|(?:show|give|find|list)\s+(?:me\s+)?)?(?:the\s+)?(?:very\s+)?"
        rf"(?:(?P<first>{FIRST_BY_DAY})|(?P<latest>{LAST_BY_DAY}))\s+(?:{_ARTICLES}|things?(?={_YOU_HAVE}))(?:{_YOU_HAVE})?"
        rf"\s+(?:{_ABOUT}|(?:(?:that|which)\s+)?{_HOLD}|to\s+mention)\s+(?P<topic>\S.*?)(?:{_YOU_HAVE})?[\s?!.]*",
        r"when\s+(?:was|is|were)\s+(?P<topic>\S.*?)\s+(?:(?P<first>first)|(?P<latest>last))\s+(?:mentioned|written\s+about|reported\s+on|covered"
        r"|in\s+the\s+news)[\s?!.]*",
        r"when\s+(?:was|is|were)\s+(?P<topic>\S.*?)\s+(?:mentioned|written\s+about|reported\s+on|covered|in\s+the\s+news)"
        r"\s+for\s+the\s+(?:very\s+)?(?:(?P<first>first)|(?P<latest>last))\s+time[\s?!.]*",
        rf"when\s+(?:was|is)\s+the\s+(?:(?P<first>{FIRST_BY_DAY})|(?P<latest>{LAST_BY_DAY}))\s+(?:(?:article|story|piece|mention)\s+(?:of|about|on)"
        rf"|time\s+(?:that\s+)?{_ANYONE}\s+{_MENTIONED})\s+(?P<topic>\S.*?)(?:\s+(?:published|printed|written|dated|from))?[\s?!.]*",
        rf"(?:which|what)\s+(?:{_ARTICLES})\s+(?:was|is|were)\s+the\s+(?:(?P<first>{FIRST_BY_DAY})|(?P<latest>{LAST_BY_DAY}))\s+(?:to\s+mention|on|about)"
        r"\s+(?P<topic>\S.*?)[\s?!.]*",
        rf"(?:which|what)\s+(?:{_ARTICLES})\s+(?:(?P<first>first)|(?P<latest>last))\s+mentioned\s+(?P<topic>\S.*?)[\s?!.]*",
        rf"when\s+(?:did|was|has)\s+{_ANYONE}\s+(?:(?P<first>first)|(?P<latest>last))\s+{_MENTIONED}\s+(?P<topic>\S.*?)[\s?!.]*",
    )
)
"""What asks for articles in order of time: "what was the first article on the toll?", "when was it last mentioned?"."""
_BE = r"(?:is|are|was|were|has|have|gets?|does|do|did)"
_HERE = r"(?:\s+(?:in\s+)?(?:here|the\s+(?:articles|archive)))?[\s?!.]*"
_OFTEN = regex(
    rf"how\s+(?:often|frequently|many\s+times)\s+{_BE}\s+(?P<topic>\S.*?)\s+(?:(?:been|get)\s+)?(?:mentioned|named|come\s+up){_HERE}"
    rf"|how\s+(?:often|frequently|many\s+times)\s+(?:do|does|did|have|has)\s+(?:(?:the\s+)?(?:articles|stories|(?:news)?papers|press|media)|you)"
    rf"\s+(?:come\s+up\s+(?:on|about)|mention(?:ed)?|cover(?:ed)?|(?:write|written)\s+about|report(?:ed)?\s+on)\s+(?P<covered>\S.*?){_HERE}"
    rf"|wh(?:ere|en)\s+(?:is|are|was|were)\s+(?P<where>\S.*?)(?<!\sfirst)(?<!\slast)\s+mentioned{_HERE}"
    r"|(?:do|does|did|has|have)\s+(?:(?:any\s+of\s+)?(?:the|these|those|your|our|any)\s+(?:articles?|stor(?:y|ies)|(?:news)?papers?|archive|collection|library)|any\s+article)"
    rf"\s+(?:ever\s+)?(?:mention(?:ed)?|cover(?:ed)?|discuss(?:ed)?|(?:say|said|have|contain|hold)\s+(?:any|some)thing\s+(?:on|about)|(?:write|written|talk)\s+about)\s+(?P<mention>\S.*?){_HERE}",
    re.DOTALL,
    needs="often frequently times mentioned article articles story stories paper papers newspaper newspapers archive "
    "collection library",
)
_IN_WHICH = regex(
    rf"in\s+(?:which|what|how\s+many)\s+(?:{_ARTICLES}|(?P<outlets>{_OUTLETS})){_WHEN}\s+{_BE}\s+(?P<topic>\S.*?)\s+(?:been\s+)?"
    r"(?:(?P<quote>quoted|cited|interviewed|speaks?|talks?|say\s+(?:some|any)thing)|mentioned|named|discussed|covered|appear|come\s+up)"
    r"(?:\s+(?:on|about)\s+(?P<on>\S.*?))?[\s?!.]*",
    re.DOTALL,
    needs="in",
)
"""What asks for articles by what is in them: "in which articles is Quill quoted on the toll?"."""
_MOST_OF = regex(
    rf"(?:in\s+|on\s+)?(?:which|what)\s+(?:{_OUTLETS}|(?P<time>month|year))\s+(?:(?:has|have|had|saw|were|was|did|ran|printed|published|wrote|reported|is|are)\s+)*"
    rf"(?:there\s+)?(?:written\s+|reported\s+)?(?:the\s+)?(?:most|more)(?P<some>\s+(?:often\s+)?(?:{_ARTICLES}|coverage|news))?\s+(?:{_ABOUT}|mention(?:s|ed|ing)?|(?(some)of|(?!)))\s+(?P<topic>\S.*?)"
    r"(?:,\s*[^,]+\s+or\s+[^,]+)?[\s?!.]*"
    rf"|(?:in\s+)?(?:which|what)\s+(?P<then>month|year)\s+{_BE}\s+(?P<covered>\S.*?)\s+(?:been\s+)?(?:(?:mentioned|covered|discussed|reported\s+on|written\s+about)\s+(?:the\s+)?most|(?:the\s+)?most\s+(?:often\s+)?(?:mentioned|covered|discussed|reported\s+on|written\s+about|in\s+the\s+news))(?:\s+often)?[\s?!.]*",
    re.DOTALL,
    needs="most more",
)
"""What asks where or when most was written: "which paper has most articles on it?", "which month has most?"."""
_PARTED = regex(r"\b(?:not|nor|without|except|excluding|or(?!\s+(?:later|earlier|after|before)\b))\b")
"""What makes a topic more than words that articles hold: of "Harwick or Dene" they need not hold both.

In a name such a word has a capital: "Quill Without Borders".
"""
_BOTH = regex(r"^both\s+(?=\S.*\sand\s)", re.IGNORECASE)
"""What says of two things that articles hold them, which they do of all words: "both Harwick and Dene"."""
_MOST = regex(r"\s+(?:the\s+)?most(?:\s+(?:often|frequently))?\s*$", re.IGNORECASE)
"""What asks for no less than all outlets, as they are counted: "which papers wrote about the toll most?"."""
_APPEARED = regex(
    rf"{_ASKED}{_ARTICLES}(?P<have>\s+(?:that\s+)?{_HAVE})?(?:\s+(?:that\s+)?(?:are|is|were|was|(?:comes?|came)(?:\s+out)?|appear(?:ed)?|ran|went\s+out|have\s+been))?"
    rf"(?:\s+(?:published|printed|dated|written|released|issued|put\s+out|sent\s+out))?\s+(?P<where>(?:from|in|by|since|before|after|between|during|{_ON_A_DAY})\s+\S.*?)"
    rf"(?P<end>\s+{_HAVE})?[\s?!.]*",
    re.DOTALL,
    needs="article articles story stories piece pieces text texts document documents item items release releases",
)
"""What asks for the articles of an outlet or of a time: "how many articles are from the Inland Post?"."""
_SIGNED = (
    r"(?:(?:news\s+)?(?:articles?|stor(?:y|ies)|pieces?|reports?)|(?:press|news|media)\s+releases?|columns?|editorials?"
    r"|op-?eds?|essays?|reviews?)"
)
_ON = rf"(?:\s+(?:on|about|regarding|concerning)\s+(?P<topic>\S.*?))?(?P<when>{_TIMES}(?:\s+\d{{1,2}})?)?"
_NAME = r"(?P<author>[^\s,;:?][^,;:?]{1,59}?)"
_BY = tuple(
    regex(form, re.DOTALL, needs=needs)
    for form, needs in (
        (
            rf"{_ASKED}{_SIGNED}(?:\s+{_HAVE})?(?:\s+(?:that\s+)?(?:are|is|were|was|have\s+been))?(?:\s+written)?\s+by\s+{_NAME}"
            rf"(?:\s+{_HAVE}|\s+(?:are|is|were|was)(?=\s+(?:on|about)\s))?{_ON}[\s?!.]*",
            "by",
        ),
        (
            rf"(?:which|what|how\s+many)\s+{_SIGNED}\s+(?:did|does|do|(?P<owns>has|have))\s+{_NAME}"
            r"(?:\s+(?:writ(?:e|ten)|publish(?:ed)?|print(?:ed)?|run|put\s+out|release(?:d)?|issue(?:d)?|bring\s+out|(?P<has>have))"
            rf"|(?(owns)(?=\s+(?:on|about)\s)|(?!))){_ON}[\s?!.]*",
            "write written publish published print printed run put release released issue issued bring has have",
        ),
        (
            rf"(?:how\s+many|which|what)\s+of\s+{_NAME}['’]s?\s+{_SIGNED}\s+(?:are|were|is)\s+(?:on|about)\s+(?P<topic>\S.*?)(?P<when>{_TIMES})?[\s?!.]*",
            "of",
        ),
        (
            rf"what\s+(?:else\s+)?(?:has|have)\s+{_NAME}\s+(?:written|published)(?:\s+(?:about|on)|{_ON})[\s?!.]*",
            "written published",
        ),
    )
)
_FROM = regex(r"^\s+from(?!.*\s(?:or|and)\s)", re.IGNORECASE)


class AskedArticles(NamedTuple):
    """What articles are asked for: those that `hold` a topic, that `quote` somebody, or that somebody did `write`.

    Those that `appear` somewhere have that as their topic, with its preposition. `author`: who wrote on the topic,
    within `when`. `outlets`: which outlets is asked, `order`: which first, `counted_by`: when or by whom most. `than`:
    what more may hold, `without`, `either`: what none must or any may. `of_archive`: it says to ask for what is here.
    """

    topic: str
    by: Literal["hold", "quote", "write", "appear"]
    outlets: bool
    author: str = ""
    order: Literal["", "first", "latest"] = ""
    of_archive: bool = False
    when: str = ""
    counted_by: By = ""
    than: str = ""
    among: tuple[str, ...] = ()
    without: str = ""
    either: str = ""


def asked_articles(question: str) -> AskedArticles | None:
    """Return which articles a question asks for; None for a question of another kind, or about an unnamed "it"."""
    question = _IN_HERE.sub("", question)
    small = in_small_letters(question)
    if of_all := articles_of_all(question):
        ways: Literal["hold", "appear"] = "hold" if of_all.one else "appear"
        outlets = bool(of_all.among or (of_all.one and of_all.counted_by == "outlet"))
        asked = AskedArticles(of_all.one or of_all.where, ways, outlets, order=of_all.order)
        asked = asked._replace(counted_by=of_all.counted_by, than=of_all.other, among=of_all.among)
        bound = of_all.where if of_all.one else ""
        if of_all.order and of_all.where[:3].lower() == "by ":
            return asked._replace(topic="", by="write", author=of_all.where[3:])
        return asked._replace(without=of_all.without, either=of_all.either, when=bound)
    for form in _BY:
        if (signed := form.fullmatch(small)) and (written := _written_by(question, signed)):
            return written
    if often := _OFTEN.fullmatch(small):
        named = next(name for name in ("topic", "covered", "where", "mention") if often[name])
        topic = _topic(question, often, named)
        return AskedArticles(topic, "hold", outlets=False) if topic else None
    if most := _MOST_OF.fullmatch(small):
        time = most["time"] or most["then"]
        topic = _topic(question, most, "topic" if most["topic"] else "covered")
        by: By = "month" if time == "month" else "year" if time else ""
        return AskedArticles(topic, "hold", outlets=not time, counted_by=by) if topic else None
    if (within := _IN_WHICH.fullmatch(small)) and (topic := _topic(question, within)):
        on = f" on {question[slice(*within.span('on'))]}" if within["on"] else ""
        topic += on + (question[slice(*within.span("when"))] if within["when"] else "")
        return AskedArticles(topic, "quote" if within["quote"] else "hold", within["outlets"] is not None)
    for form in _RANKED:
        if ranked := form.fullmatch(small):
            order: Literal["first", "latest"] = "first" if ranked["first"] else "latest"
            topic = _topic(question, ranked)
            return AskedArticles(topic, "hold", outlets=False, order=order) if topic else None
    match = _FORM.fullmatch(small)
    if match is None:
        return _appeared(question, _APPEARED.fullmatch(small)) or _by_parts(question)
    listed = match["asked"] is None
    if listed and match["listed"] is None and match["any"] is None and not _tells_of_articles(match):
        return None  # "articles on the toll" asks for what they say
    asks_of_them = not (listed or match["have"] or match["end"]) and match["on"]
    if asks_of_them and not ONLY_AUXILIARIES.isdisjoint(match["topic"].split()):
        return _by_parts(question)  # "which documents on the toll did Quill sign?" asks for none
    topic = _MOST.sub("", _topic(question, match)) if match["outlets"] else _topic(question, match)
    if not topic:
        return None
    topic += question[slice(*match.span("when"))] if match["when"] else ""
    # "Articles that are from May" are of May, and "the toll from May" is the toll since then.
    topic += _FROM.sub(" in", question[slice(*match.span("then"))]) if match["then"] else ""
    place = question[slice(*match.span("place"))].strip() if match["place"] else ""
    quote: Literal["quote", "hold"] = "quote" if match["quote"] else "hold"
    if quote == "hold" and place.lower().startswith("by "):
        return AskedArticles(topic, "write", match["outlets"] is not None, author=place[3:])
    return AskedArticles(topic, quote, match["outlets"] is not None, when=place)


def _by_parts(question: str) -> AskedArticles | None:
    parts = articles_in_parts(clean(question))
    if parts is None or _PARTED.search(parts.topic) or parts.topic.casefold().split()[0] in PRONOUNS:
        return None
    if not ONLY_AUXILIARIES.isdisjoint(parts.topic.casefold().split()):
        return None  # "How many reports on the toll did the council get?"
    topic, by = f"{parts.topic} {parts.when}".rstrip(), parts.counted_by
    counted: By = "" if by == "outlet" else by
    return AskedArticles(topic, "hold", outlets=by == "outlet", order=parts.order, counted_by=counted)


def _tells_of_articles(match: re.Match[str]) -> bool:
    """Return whether articles are told by what they do: "articles that mention the toll", "stories quoting Quill"."""
    by_doing = (match["on"] or match["quote"] or "").endswith("ing") or match["that"]
    return match["articles"] is not None and bool(by_doing)


def _topic(question: str, match: re.Match[str], group: str = "topic") -> str:
    """Return the topic as it was typed; "" for "it", which nobody knows yet, and for "the toll but not the bridge"."""
    topic = _BOTH.sub("", clean(question[slice(*match.span(group))]))
    if _PARTED.search(topic):
        return ""
    return "" if not topic or topic.casefold().split()[0] in PRONOUNS else topic


def _appeared(question: str, match: re.Match[str] | None) -> AskedArticles | None:
    if match is None or (match["asked"] is None and match["listed"] is None and match["any"] is None):
        return None  # "articles from May" asks what they tell
    where = clean(question[slice(*match.span("where"))])
    own = not ONLY_AUXILIARIES.isdisjoint(where.casefold().split())
    of_archive = bool(match["have"] or match["end"] or match["any"])
    return None if own else AskedArticles(where, "appear", outlets=False, of_archive=of_archive)


def _written_by(question: str, match: re.Match[str]) -> AskedArticles | None:
    author, topic = (clean(question[slice(*match.span(name))]) for name in ("author", "topic"))
    holds = not HOLDS.isdisjoint(author.casefold().split())
    if holds or (match.groupdict().get("has") and author.islower()):
        return None  # "articles by Quill mention tolls", "how many articles did the treaty have?"
    # "What has been written on tolls?" and "what have people written?" ask for articles of any author.
    if not author or author.casefold().removeprefix("the ").split()[0] in PRONOUNS | NOBODY | {"been"}:
        return None
    when = question[slice(*match.span("when"))].strip() if match["when"] else ""
    return AskedArticles(topic, "write", outlets=False, author=author, when=when)
