"""Tell what is no question to the articles: a greeting, or a question about the archive or the program itself."""

from __future__ import annotations

import re

from qa.answers import Meta
from qa.language.patterns import regex
from qa.understanding.small_talk import small_talk

_LONGEST = 120
_HERE = (
    r"(?:(?:(?:in|inside|from|of|to)\s+)?(?:here|there|it|this|(?:this|the|your|our)\s+"
    r"(?:archive|library|collection|corpus|database|index|bot|set|folder)))"
)
_NEWS = (
    r"(?:articles?|stories|texts?|documents?|news|sources?|outlets?|(?:news)?papers?|publications?|titles|magazines"
    r"|sites)"
)
_HAVE = (
    r"(?:do|did|can|does)\s+(?:you|it|we|i|this|the\s+(?:archive|library|bot))"
    r"\s+(?:have|hold|cover|know|contain|use|see|search|read)"
)
_SEVERAL = (
    r"(?:articles|stories|texts|documents|sources|outlets|(?:news)?papers|publications|titles|speakers"
    r"|people|names)"
)
_PEOPLE = r"(?:speakers?|people|persons|names|quoted\s+people|voices)"
_CAN_YOU = r"(?:(?:can|could|would)\s+you\s+(?:please\s+)?)?"
_PATTERNS = {
    Meta.SUMMARY: (
        rf"{_CAN_YOU}(?:summari[sz]e|sum\s+up|recap)(?:\s+(?:it|this|that|these|those|them|everything|all)(?:\s+(?:all|up|for\s+me))*)?",
        rf"{_CAN_YOU}(?:summari[sz]e|sum\s+up)(?:\s+(?:all|the|these|those|this|that))*\s+(?:articles?|quotes?|answers?|stor(?:y|ies)|news|texts?)",
        rf"{_CAN_YOU}(?:just\s+)?(?:tell|say|explain|put)\s+(?:me\s+)?(?:it\s+|that\s+|this\s+)?in\s+(?:your\s+own|a\s+few|other|simple|plain)\s+words",
        rf"{_CAN_YOU}(?:(?:make|keep|say|put)\s+(?:it|this|that|them)\s+)?(?:(?:a\s+(?:bit|little)|much|even)\s+)?(?:shorter|simpler|briefer)"
        r"|eli5|(?:that(?:['’]s|\s+(?:is|was))\s+|it(?:['’]s|\s+is)\s+)?(?:way\s+|far\s+|much\s+)?too\s+long",
        rf"{_CAN_YOU}sum\s+(?:it|this|that|these|them)\s+(?:all\s+)?up|tl\s*;?\s*dr|in\s+(?:short|brief|a\s+nutshell)",
        r"(?:(?:give|write|show)\s+(?:me\s+)?)?(?:a\s+)?(?:short\s+|brief\s+)?(?:summary|recap)\s+(?:of\s+)?(?:it|this|that|these|them)",
    ),
    Meta.PROGRAM: (
        r"who\s+(?:made|built|created|wrote|programmed|developed|runs|owns)\s+(?:you|this(?:\s+(?:bot|program|thing))?)",
        r"(?:what|who)(?:\s+exactly)?\s+are\s+you",
        r"what(?:\s+all)?\s+(?:can|do)\s+(?:you|it|this|i)\s+(?:do|answer|know|ask)(?:\s+(?:you|here|for\s+me|with\s+(?:this|you|it)))*",
        r"how\s+(?:do|does|can)\s+(?:you|this|it|i)\s+(?:work|use\s+(?:you|this|it)|ask(?:\s+(?:you|questions?|a\s+question))?)",
        r"(?:help|help\s+me|usage|instructions|commands|what\s+is\s+this|what(?:['’]s|\s+is)\s+your\s+name)",
        r"are\s+you\s+(?:a\s+(?:bot|human|person|robot|machine)|an?\s+ai|real|human|chatgpt)",
        r"which\s+languages?\s+(?:do|can)\s+you\s+(?:speak|read|understand)",
        r"what\s+(?:should|could|may|can|shall)\s+i\s+ask(?:\s+(?:you|here|about|for))?|(?:give|show)\s+me\s+(?:an|some|a\s+few)\s+examples?(?:\s+questions?)?",
        r"how\s+(?:do|does|can|should)\s+(?:i|we|one|this)\s+(?:use|ask|work|start|begin)(?:\s+(?:this|it|here|with))*(?:\s+(?:thing|bot|program|tool))?",
        r"(?:what|which)\s+commands\s+(?:are\s+there|do\s+you\s+have|can\s+i\s+use)|i\s+(?:do\s+not|don['’]?t)\s+(?:understand|get\s+it)|i(?:['’]m|\s+am)\s+(?:lost|confused|new\s+here)",
    ),
    Meta.ARCHIVE: (
        rf"what(?:['’]s|\s+is|\s+are)\s+(?:(?:in|inside)\s+)?{_HERE}(?:\s+about)?",
        rf"what\s+(?:kinds?\s+of\s+|sorts?\s+of\s+)?{_NEWS}\s+(?:is|are)\s+{_HERE}",
        rf"(?:what|which|how\s+many)\s+(?:kinds?\s+of\s+)?(?:{_NEWS}|{_PEOPLE})\s+(?:{_HAVE}|are\s+there|are\s+{_HERE})"
        rf"(?:\s+{_HERE})?",
        rf"what\s+{_HAVE}(?:\s+{_HERE})?",
        rf"what\s+(?:period|time|times|years?|dates?|months?|topics?|subjects?)\s+{_HAVE}(?:\s+{_HERE})?",
        rf"how\s+(?:big|large|old|recent|up\s+to\s+date)\s+(?:is|are)\s+(?:{_HERE}|the\s+{_NEWS})",
        rf"(?:list|show|give)(?:\s+me)?(?:\s+(?:all|the|your))*\s+{_SEVERAL}(?:\s+{_HERE})?",
        rf"who\s+(?:speaks?|is\s+quoted|are\s+quoted|talks?)(?:\s+(?:the\s+)?most(?:\s+often)?(?:\s+{_HERE})?|\s+{_HERE})",
        r"who(?:m|se\s+(?:words|quotes))?\s+(?:do|can)\s+you\s+(?:have|know|quote)(?:\s+(?:quotes|words)\s+(?:from|of|by))?",
        r"(?:what|which)(?:['’]s|\s+(?:is|are))\s+(?:the|your)\s+(?:newest|latest|oldest|most\s+recent)"
        rf"\s+(?:articles?|stor(?:y|ies)|texts?)(?:\s+{_HERE}|\s+(?:that\s+)?you\s+have)?",
        r"what\s+(?:do|can)\s+you\s+know(?:\s+about)?|what\s+can\s+i\s+ask\s+about",
        rf"how\s+far\s+back\s+(?:does|do)\s+(?:{_HERE}|you|the\s+{_NEWS})\s+(?:go|reach)",
        rf"where\s+(?:do|does|did|are)\s+(?:you|this|it|these|(?:your|the)\s+{_NEWS})\s+(?:get\s+|take\s+|come\s+)?(?:(?:your|the|all|these)\s+)*(?:(?:{_NEWS}|quotes)\s+)?from",
        rf"(?:overview|summary|table\s+of\s+contents|contents)(?:\s+{_HERE})?",
    ),
}
_COMPILED = {meta: regex(rf"(?:{'|'.join(patterns)})", re.I) for meta, patterns in _PATTERNS.items()}
_ARTICLES_ON = regex(
    rf"(?:which|what|how\s+many)\s+{_NEWS}\s+(?:(?:{_HAVE}|are\s+there)\s+)?(?:about|on|regarding|concerning|that\s+mention)\s+"
    r"(?P<topic>\S.*)",
    re.I,
)
_COURTESY = regex(
    r"(?:(?:please|so|and|ok(?:ay)?|well|hi|hello|hey|can\s+you\s+tell\s+me|tell\s+me)\b[\s,:!.]*)+", re.I
)


_OF_THE_SHOWN = regex(
    r"(?:(?:and|so|ok(?:ay)?|but|please|well)\b[\s,]*)*(?:what(?:['’]?s|\s+is)\s+(?:it|(?:this|that|it)\s+(?:all\s+)?about)"
    r"|how\s+(?:big|large|old|recent|up\s+to\s+date)\s+(?:is|are)\s+(?:it|this|that|these|those))",
    re.I,
)


def meta_of(question: str, *, shows: bool = False) -> Meta | None:
    """Return what a text is that asks the articles nothing; None for a question to them.

    "What is in here?" asks about the archive, "What is in the levee report?" asks the articles.

    Args:
        shows: Whether quotes were just shown: then "What is it about?" and "How old is it?" are about them.
    """
    text = " ".join(question[:_LONGEST].split()).strip(" .,!?¡¿;:-–—…")
    text = re.sub(r"[\s,]+please$", "", text, flags=re.I)
    if len(question) > _LONGEST or not text:
        return None
    if shows and _OF_THE_SHOWN.fullmatch(text):
        return None
    polite = _COURTESY.match(text)
    for candidate in (text, text[polite.end() :] if polite else ""):
        for meta, pattern in _COMPILED.items():
            if candidate and pattern.fullmatch(candidate):
                return meta
        if candidate and _ARTICLES_ON.fullmatch(candidate):
            return Meta.ARTICLES
    return small_talk(text)


def articles_topic(question: str) -> str:
    """Return what articles are asked for about: "hunting" of "Which articles do you have about hunting?"."""
    text = " ".join(question.split()).strip(" .,!?;:")
    polite = _COURTESY.match(text)
    for candidate in (text, text[polite.end() :] if polite else ""):
        if match := _ARTICLES_ON.fullmatch(candidate):
            return match["topic"]
    return ""
