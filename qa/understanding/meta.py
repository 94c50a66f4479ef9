"""Tell what is no question to the articles: a greeting, or a question about the archive or the program itself."""

from __future__ import annotations

import re

from qa.answers import Meta
from qa.language.lexicon.small_talk import CONTRACTED
from qa.language.patterns import in_small_letters, regex
from qa.understanding.addressed import addressed
from qa.understanding.asked_articles import AskedArticles, asked_articles
from qa.understanding.asked_kind import asked_kind
from qa.understanding.pasted import without_marks
from qa.understanding.small_talk import small_talk

_LONGEST = 120
_HERE = (
    r"(?:(?:(?:in|inside|from|of|to)\s+)?(?:here|there|it|this|(?:this|the|your|our)\s+"
    r"(?:archive|library|collection|corpus|database|index|bot|set|folder)))"
)
_NEWS = (
    r"(?:articles?|stories|texts?|documents?|news|sources?|outlets?|(?:news)?papers?|publications?|titles|magazines"
    r"|sites|data|information|info|content|material)"
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
_IN_SHORT = (
    r"(?:\s+in\s+(?:a|one|two|three|a\s+few|a\s+couple\s+of)\s+(?:short\s+)?"
    r"(?:lines?|words?|sentences?|points?|bullets?))?"
)
_PATTERNS = {
    Meta.SUMMARY: (
        rf"{_CAN_YOU}(?:summari[sz]e|sum\s+up|recap)(?:\s+(?:it|this|that|these|those|them|everything|all)(?:\s+(?:all|up|for\s+(?:me|us)))*)?{_IN_SHORT}",
        rf"{_CAN_YOU}(?:summari[sz]e|sum\s+up)(?:\s+(?:all|the|these|those|this|that))*\s+(?:articles?|quotes?|answers?|stor(?:y|ies)|news|texts?)",
        rf"{_CAN_YOU}(?:just\s+)?(?:tell|say|explain|put)\s+(?:me\s+)?(?:it\s+|that\s+|this\s+)?in\s+(?:your\s+own|a\s+few|other|simple|plain)\s+words",
        rf"{_CAN_YOU}(?:(?:make|keep|say|put)\s+(?:it|this|that|them)\s+)?(?:(?:a\s+(?:bit|little)|much|even)\s+)?(?:shorter|simpler|briefer)"
        r"|eli5|(?:that(?:['’]s|\s+(?:is|was))\s+|it(?:['’]s|\s+is)\s+)?(?:way\s+|far\s+|much\s+)?too\s+long",
        rf"{_CAN_YOU}sum\s+(?:it|this|that|these|them|everything)\s+(?:all\s+)?up(?:\s+for\s+(?:me|us))?{_IN_SHORT}|tl\s*;?\s*dr|too\s+long,?\s+did(?:n['’]?t|\s+not)\s+read|in\s+(?:short|brief|a\s+nutshell)",
        r"(?:(?:give|write|show)\s+(?:me\s+)?)?(?:a\s+)?(?:short\s+|brief\s+|quick\s+)?(?:summary|recap)\s+(?:of\s+)?(?:all\s+(?:of\s+)?)?(?:it|this|that|these|them)",
    ),
    Meta.PROGRAM: (
        r"who\s+(?:made|built|created|wrote|programmed|developed|runs|owns)\s+(?:you|this(?:\s+(?:bot|program|thing))?)",
        r"(?:what|who)(?:\s+exactly)?\s+are\s+you",
        r"what(?:\s+all)?\s+(?:can|do)\s+(?:you|it|this|i)\s+(?:do|answer|know|ask)(?:\s+(?:you|here|for\s+me|with\s+(?:this|you|it)))*",
        r"how\s+(?:do|does|can)\s+(?:you|this(?:\s+(?:bot|program|thing|tool|site|app|chat))?|it|i)\s+(?:work|use\s+(?:you|this|it)|ask(?:\s+(?:you|questions?|a\s+question))?)",
        r"(?:help|help\s+me|usage|instructions|commands|what\s+is\s+this|what(?:['’]s|\s+is)\s+your\s+name)",
        r"which\s+languages?\s+(?:do|can)\s+you\s+(?:speak|read|understand)",
        r"what(?:\s+(?:sorts?|kinds?|types?)\s+of\s+(?:questions?|things?))?\s+(?:should|could|may|can|shall)\s+i\s+ask(?:\s+(?:you|here|about|for))?|(?:give|show)\s+me\s+(?:an|some|a\s+few)\s+examples?(?:\s+questions?)?",
        r"how\s+(?:do|does|can|should)\s+(?:i|we|one|this)\s+(?:use|ask|work|start|begin)(?:\s+(?:this|it|here|with))*(?:\s+(?:thing|bot|program|tool))?",
        r"(?:what|which)\s+commands\s+(?:are\s+there|do\s+you\s+have|can\s+i\s+use)|i\s+(?:do\s+not|don['’]?t)\s+(?:understand|get\s+it)|i(?:['’]m|\s+am)\s+(?:lost|confused|stuck|new\s+here)",
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
        rf"(?:who\s+(?:is|are)\s+)?(?:the\s+|your\s+)?(?:top|main|most\s+(?:often\s+)?(?:quoted|frequent|cited))\s+(?:\d+\s+)?{_PEOPLE}(?:\s+{_HERE})?",
        r"who(?:m|se\s+(?:words|quotes))?\s+(?:do|can)\s+you\s+(?:have|know|quote)(?:\s+(?:quotes|words)\s+(?:from|of|by))?",
        rf"(?:what|which)(?:['’]s|\s+(?:is|are))\s+(?:the|these|your|all\s+(?:the|these|your))\s+{_NEWS}\s+(?:all\s+)?(?:(?:in\s+)?here\s+)?about",
        r"(?:what|which)\s+(?:topics?|subjects?|themes?|issues?)\s+(?:is|are|gets?|got|has|have|had|was|were)\s+(?:(?:covered|mentioned|discussed)\s+)?(?:the\s+)?most"
        r"(?:\s+(?:coverage|articles|stories|attention|often))?",
        rf"how\s+many\s+{_NEWS}\s+(?:have\s+no|are\s+without(?:\s+an?)?|lack\s+an?)\s+(?:date|author|outlet|source)s?",
        rf"(?:what|which)\s+(?:period|time(?:\s+(?:period|span|range))?|times|years?|dates?|months?|topics?|subjects?)\s+(?:do|does)\s+(?:the|these|your)\s+{_NEWS}\s+(?:cover|span|deal\s+with)",
        r"(?:who|(?:which|what)\s+\w+(?:\s+\w+)?)\s+(?:is|are|was|were|gets?)\s+(?:mentioned|named|discussed|covered|quoted|cited|talked\s+about|written\s+about)"
        rf"\s+(?:the\s+)?most(?:\s+(?:often|frequently))?(?:\s+{_HERE})?",
        r"what\s+(?:do|can)\s+you\s+know(?:\s+about)?|what\s+can\s+i\s+ask\s+(?:you\s+)?about",
        rf"how\s+far\s+back\s+(?:does|do)\s+(?:{_HERE}|you|the\s+{_NEWS})\s+(?:go|reach)",
        rf"where\s+(?:do|does|did|are)\s+(?:you|this|it|these|(?:your|the)\s+{_NEWS})\s+(?:get\s+|take\s+|come\s+)?(?:(?:your|the|all|these)\s+)*(?:(?:{_NEWS}|quotes)\s+)?from",
        rf"(?:(?:give|show)\s+(?:me\s+)?)?(?:an\s+|the\s+)?overview(?:\s+(?:of\s+)?{_HERE})?|what\s+(?:can|could)\s+(?:i|we|one)\s+(?:find|read|search|see)(?:\s+in)?\s+{_HERE}",
        rf"(?:overview|summary|table\s+of\s+contents|contents)(?:\s+{_HERE})?",
        rf"(?:in\s+)?(?:which|what)\s+(?:months?|years?|outlets?|(?:news)?papers?|sources?)\s+(?:has|have|had|holds?|contains?|is|are)\s+(?:the\s+)?"
        rf"(?:most|fewest|least)\s+{_NEWS}(?:\s+from)?(?:\s+{_HERE})?",
        rf"(?:in|from)\s+(?:which|what)\s+(?:months?|years?)\s+(?:did|do|have|are|were|is)\s+(?:the\s+)?most\s+(?:of\s+)?(?:the\s+|your\s+)?{_NEWS}"
        rf"(?:\s+(?:appear(?:ed)?|published|printed|come\s+out|from))?(?:\s+{_HERE})?",
        rf"how\s+many\s+(?:different\s+)?{_PEOPLE}\s+(?:are\s+quoted|speak|talk)(?:\s+{_HERE})?",
        r"(?:(?:show|tell|list)\s+(?:me\s+)?)?what(?:ever)?\s+(?:you\s+(?:have|['’]ve\s+got|got|know|cover)|(?:there\s+is|is\s+(?:in\s+)?here))(?:\s+(?:got|in\s+here|here))?",
        r"who(?:['’]s|\s+is|\s+are|\s+all\s+is)\s+(?:all\s+)?(?:in\s+(?:here|(?:this|the|your)\s+(?:archive|library|collection))|here)",
        rf"what(?:['’]s|\s+is|\s+are)\s+(?:the|your)\s+(?:date\s+range|time\s*span|time\s+range|period|coverage)(?:\s+(?:of\s+)?{_HERE}|\s+(?:that\s+)?you\s+(?:have|cover))?",
        r"(?:what(?:['’]s|\s+is)|which\s+is)\s+the\s+(?:newest|latest|oldest|most\s+recent|earliest)\s+(?:thing|one|date|day)\s+(?:that\s+)?(?:you\s+have|in\s+here)",
        r"when\s+(?:was|were)\s+(?:you|(?:this|the)(?:\s+(?:archive|library|bot))?)\s+(?:last\s+|most\s+recently\s+)?updated|how\s+(?:up\s+to\s+date|recent|current)\s+are\s+you",
        r"where\s+(?:do|does|is|are)\s+(?:(?:you\s+get\s+)?your|this|the)\s+(?:information|info|data|knowledge|stuff|content)(?:\s+(?:come\s+)?from)?",
    ),
}
_NEEDS = {
    Meta.SUMMARY: (
        "summarise summarize sum recap summary words shorter simpler briefer eli long tl tldr dr short"
        " brief nutshell"
    ),
    Meta.PROGRAM: "you your i it this we one me help usage instructions commands",
    Meta.ARCHIVE: (
        "you your i we it this these here there archive library collection corpus database index bot set"
        " folder overview summary contents article articles story stories text texts document documents news"
        " source sources month months year years outlet outlets paper papers newspaper newspapers publication"
        " publications titles magazines sites data information info content material stuff knowledge speaker speakers"
        " topic topics subject subjects theme themes issue issues date dates"
        " people persons names voices speaks speak talks talk quoted updated range span timespan period coverage"
    ),
}
_COMPILED = {
    meta: regex(rf"(?:{'|'.join(patterns)})", needs=_NEEDS[meta]) for meta, patterns in _PATTERNS.items()
}
_COURTESY = regex(
    r"(?:(?:please|so|and|ok(?:ay)?|well|hi|hello|hey|can\s+you\s+tell\s+me|tell\s+me)\b[\s,:!.]*)+"
)


_OF_THE_SHOWN = regex(
    r"(?:(?:and|so|ok(?:ay)?|but|please|well)\b[\s,]*)*(?:what(?:['’]?s|\s+is)\s+(?:(?:in\s+)?it|(?:this|that|it)\s+(?:all\s+)?about)"
    r"|how\s+(?:big|large|old|recent|up\s+to\s+date)\s+(?:is|are)\s+(?:it|this|that|these|those)"
    r"|where\s+(?:do|does|did)\s+(?:it|this|that|these|those)\s+come\s+from"
    r"|(?:which|what)\s+(?:(?:news)?papers?|outlets?|publications?|magazines?)\s+(?:also\s+)?\w+\s+(?:it|this|that|these|those)"
    r"|how\s+(?:do|does|can)\s+(?:it|this)\s+work|what\s+(?:(?:can|does)\s+it\s+do|does\s+it\s+have)|how\s+many\s+people\s+are\s+(?:there|in\s+(?:it|this|that)))",
)


def meta_of(question: str, *, shows: bool = False) -> Meta | None:
    """Return what a text is that asks the articles nothing; None for a question to them.

    "What is in here?" asks about the archive, "What is in the levee report?" asks the articles.

    Args:
        shows: Whether quotes were just shown: then "What is it about?" and "How old is it?" are about them.
    """
    question = without_marks(question)
    text = " ".join(question[:_LONGEST].split()).strip(" .,!?¡¿;:-–—…")
    text = re.sub(r"[\s,]+please$", "", text, flags=re.I)
    if len(question) > _LONGEST:
        return None
    if _WORDS.search(text) is None:
        return _of_marks(question)
    small = in_small_letters(text)
    if shows and _OF_THE_SHOWN.fullmatch(small):
        return None
    written = _written(small)
    if shows and question.rstrip().endswith("?") and _ALL.match(written):
        return None  # "that's all of it?" asks for more
    return _whole(written, shows) or _in_clauses(written, shows)


def _of_marks(question: str) -> Meta | None:
    """Return what marks without a word are: "?" is at a loss, "..." asks for nothing."""
    return Meta.PROGRAM if "?" in question else Meta.NODDED if question.strip() else None


def _whole(text: str, shows: bool) -> Meta | None:
    polite = _COURTESY.match(text)
    candidates = [candidate for candidate in (text, text[polite.end() :] if polite else "") if candidate]
    for candidate in candidates:
        for meta, pattern in _COMPILED.items():
            if pattern.fullmatch(candidate):
                return meta
        if asked_articles(candidate) is not None:
            return Meta.ARTICLES
        if not shows and _KINDS_NAMED.fullmatch(candidate) and asked_kind(candidate) is None:
            return Meta.ARCHIVE
        if (said := addressed(candidate, shows=shows)) is not None:
            return said
    return next((said for candidate in candidates if (said := small_talk(candidate)) is not None), None)


_KINDS_NAMED = regex(
    rf"(?:which|what)\s+[\w-]{{3,}}s(?<!ss)\s+(?:are|were|get)\s+(?:mentioned|named)(?:\s+{_HERE}|\s+in\s+(?:the|these)\s+articles)?",
    needs="mentioned named",
)
"""What asks for all things of a kind, "which bridges are mentioned?": what is in the archive says most of it."""
_ALL = regex(r"(?:so\s+)?(?:that|this)['’]s\s+(?:it|all|everything)\b")
_WORDS = regex(r"[^\W_]")
_PAUSES = regex(r"\s*(?:[,.;!?…:–—]+(?:\s+|$)|\s-\s)")
_SAYS_MORE = (Meta.ARCHIVE, Meta.PROGRAM, Meta.SUMMARY, Meta.GREETING, Meta.THANKS, Meta.NODDED)


def _in_clauses(text: str, shows: bool) -> Meta | None:
    """Read clause by clause: "I'm stuck, what should I ask?". Where one asks the articles, the whole does."""
    clauses = [clause for clause in _PAUSES.split(text) if clause.strip()]
    if len(clauses) < 2:
        return None
    read = [_whole(clause.strip(), shows) for clause in clauses]
    if None in read or Meta.ARTICLES in read:
        return None
    return next(meta for meta in _SAYS_MORE if meta in read)


_TYPED = regex(r"(?<![\w'’])[a-z]+(?![\w'’])")
_DRAWN_OUT = regex(r"([a-z])\1{2,}")


def _written(text: str) -> str:
    """Write out what is contracted without its mark, "whats", and shorten what is drawn out: "heyyy"."""
    text = _DRAWN_OUT.sub(r"\1", text) if _DRAWN_OUT.search(text) else text
    return _TYPED.sub(lambda match: CONTRACTED.get(match[0], match[0]), text)


def articles_asked_for(question: str) -> AskedArticles | None:
    """Return which articles are asked for, with the topic as it was typed: those on "Harwick"."""
    text = " ".join(question.split()).strip(" .,!?;:")
    polite = _COURTESY.match(in_small_letters(text))
    found = asked_articles(text)
    return found or (asked_articles(text[polite.end() :]) if polite else None)
