"""Recognise questions for articles or outlets: "which articles mention the toll?", "how many papers quote Quill?".

And for those of an author: "columns by Ada Quill", "what has she written on tolls?".
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.lexicon.question_words import NOBODY, PRONOUNS, QUESTION_AUXILIARIES
from qa.language.patterns import in_small_letters, regex
from qa.understanding.scan import clean

_ARTICLES = r"(?:(?:news\s+)?(?:(?P<told>articles?|stor(?:y|ies))|pieces?|texts?|documents?)|news\s+items?)"
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
    r"(?:(?P<asked>which|what|how\s+many)\s+"
    r"|(?P<listed>(?:list|show|give|find|name)\s+(?:me\s+)?)?(?:all\s+)?(?:the\s+)?)"
)
_ABOUT = r"(?:about|on|regarding|concerning|covering|mentioning|discussing)"
# "Which articles are on the toll?", but documents may be on a table.
_HOLD = (
    r"(?:(?:have\s+|has\s+|had\s+)?(?:mention(?:s|ed)?|cover(?:s|ed)?|discuss(?:es|ed)?|contains?|name[sd]?|carry|carried)"
    r"|(?:have\s+|has\s+|had\s+)?(?:w(?:rites?|rote|ritten)|report(?:s|ed)?|talk(?:s|ed)?|deals?|dealt|ran|run|published)(?:\s+(?:something|anything|stories|articles))?"
    r"\s+(?:about|on|of|with)|(?:are|is|were|was)\s+(?:about|(?(told)on|(?!))))"
)
_QUOTE = (
    r"(?:(?:with|(?:have|has|hold|contain))\s+(?:quotes?|words|comments?)\s+(?:by|from|of)"
    r"|(?:have\s+|has\s+)?(?:quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|interview(?:s|ed|ing)?))"
)
_WHEN = (
    rf"(?P<when>\s+(?:from|in|of|since|before|after)\s+(?:(?:early|late|mid)[\s-])?(?:(?:{'|'.join(MONTH_NAMES)})(?:\s+\d{{4}})?|\d{{4}}"
    r"|(?:last|this)\s+(?:week|month|year)))?"
)
_PRINTED = r"(?:are|is|were|was|have\s+been|has\s+been)\s+(?:published|printed|written)(?:\s+(?:in\s+)?here)?"
_FORM = regex(
    rf"{_ASKED}(?:(?P<articles>{_ARTICLES})|(?P<outlets>{_OUTLETS})){_WHEN}(?P<have>\s+{_HAVE})?"
    rf"\s+(?:(?P<on>{_ABOUT})|(?:(?:that|which)\s+)?(?:(?P<quote>{_QUOTE})|(?P<hold>{_HOLD})))\s+(?P<topic>\S.*?)"
    rf"(?P<end>\s+(?:{_HAVE}|{_PRINTED})[\s?!.]*)?",
    re.DOTALL,
    needs=(
        "article articles story stories piece pieces text texts document documents item items paper papers newspaper"
        " newspapers outlet outlets source sources site sites organisation organisations organization organizations"
        " publication publications magazine magazines media"
    ),
)
_SIGNED = r"(?:(?:news\s+)?(?:articles?|stor(?:y|ies)|pieces?|reports?)|columns?|editorials?|op-?eds?|essays?|reviews?)"
_ON = r"(?:\s+(?:on|about|regarding|concerning)\s+(?P<topic>\S.*?))?"
_NAME = r"(?P<author>[^\s,;:?][^,;:?]{1,59}?)"
_BY = tuple(
    regex(form, re.DOTALL, needs=needs)
    for form, needs in (
        (
            rf"{_ASKED}{_SIGNED}(?:\s+{_HAVE})?(?:\s+(?:that\s+)?(?:are|is|were|was|have\s+been))?(?:\s+written)?\s+by\s+{_NAME}"
            rf"(?:\s+{_HAVE})?{_ON}[\s?!.]*",
            "by",
        ),
        (
            rf"(?:which|what|how\s+many)\s+{_SIGNED}\s+(?:did|has|have)\s+{_NAME}\s+(?:writ(?:e|ten)|publish(?:ed)?){_ON}[\s?!.]*",
            "write written publish published",
        ),
        (
            rf"what\s+(?:else\s+)?(?:has|have)\s+{_NAME}\s+(?:written|published)(?:\s+(?:about|on)|{_ON})[\s?!.]*",
            "written published",
        ),
    )
)
_OWN_VERBS = QUESTION_AUXILIARIES - {"can", "may", "might", "must", "will"}
"""What makes another question of one for articles; the others of these may be nouns: "a will", "in May"."""


class AskedArticles(NamedTuple):
    """What articles are asked for: those that `hold` a topic, that `quote` somebody, or that somebody did `write`.

    `outlets`: their outlets are asked for. `author` is who is asked for, where a topic is that they wrote on.
    """

    topic: str
    by: Literal["hold", "quote", "write"]
    outlets: bool
    author: str = ""


def asked_articles(question: str) -> AskedArticles | None:
    """Return which articles a question asks for; None for a question of another kind, or about an unnamed "it"."""
    small = in_small_letters(question)
    for form in _BY:
        if signed := form.fullmatch(small):
            return _written_by(question, signed)
    match = _FORM.fullmatch(small)
    if match is None:
        return None
    listed = match["asked"] is None
    if listed and match["listed"] is None:
        return None  # "articles on the toll" asks for what they say
    asks_of_them = not (listed or match["have"] or match["end"]) and match["on"]
    if asks_of_them and not _OWN_VERBS.isdisjoint(match["topic"].split()):
        return None  # "which documents on the toll did Quill sign?"
    topic = clean(question[match.start("topic") : match.end("topic")])
    if not topic or topic.casefold().split()[0] in PRONOUNS:
        return None
    topic += question[match.start("when") : match.end("when")] if match["when"] else ""
    return AskedArticles(topic, "quote" if match["quote"] else "hold", match["outlets"] is not None)


def _written_by(question: str, match: re.Match[str]) -> AskedArticles | None:
    author, topic = (clean(question[slice(*match.span(name))]) for name in ("author", "topic"))
    # "What has been written on tolls?" and "what have people written?" ask for articles of any author.
    if not author or author.casefold().removeprefix("the ").split()[0] in PRONOUNS | NOBODY | {"been"}:
        return None
    return AskedArticles(topic, "write", outlets=False, author=author)
