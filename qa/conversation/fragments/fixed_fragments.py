"""Recognise the short follow-ups that are always said so: "more", "who else?", "when was that?", "both"."""

from __future__ import annotations

import re

from qa.conversation.fragments.fragment_acts import Act, Fragment
from qa.language.lexicon.follow_up_words import ORDINALS
from qa.language.patterns import in_small_letters, regex

_ME = (
    r"(?:(?:show|give|tell|send|get)\s+(?:me\s+|us\s+)?|(?:can|could)\s+(?:i|you)\s+(?:see|show|give)\s+(?:me\s+)?"
    r"|see\s+|any\s+|some\s+|are\s+there\s+(?:any\s+)?)"
)
_QUOTES = r"(?:\s+(?:quotes?|ones?|statements?|comments?|results?|answers?|articles?))?"
_IT = r"(?:it|(?:the|that|this)\s+(?:article|story|piece|report))"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_THAT_ONE = (
    rf"(?:it|that|this|them|the\s+(?:(?P<one>{_ORDINAL})(?:\s+(?:one|quote))?|quotes?|articles?|statement))"
)
_MORE = regex(
    rf"(?:{_ME})*(?:(?:some|any|a\s+few|even)\s+)?(?:more|others?|another(?:\s+one)?|further){_QUOTES}"
    r"(?:\s+(?:of\s+(?:that|those|these|them|it)|like\s+(?:that|this)|on\s+(?:that|this|it)|about\s+(?:that|this|it)))?"
    rf"|(?:any|some)thing\s+(?:else|more)|what\s+else(?:\s+(?:(?:is|was)\s+)?in\s+{_IT}|\s+does\s+{_IT}\s+say)?|next{_QUOTES}|go\s+on|continue|keep\s+going|and\s+then"
    r"|is\s+(?:that|there)\s+(?:more|anything\s+else)|(?:is\s+(?:that|this)|that['’]?s)\s+(?:really\s+)?it",
    needs="more other others another further else next go continue going then thats it",
)
_HIS = r"(?:he|she|they|it|him|her|them|his|hers|theirs|you|u)"
_ALL_OF_IT = regex(
    r"(?:(?:i|do|can|don['’]?t|can['’]?t|not|believe|think|suppose|doubt|know|surely|seriously|really|no|so|wait|hm+)\s+)*"
    r"(?:(?:is|was|are|were)\s+)?(?:that|this|those|these)(?:['’]?s|\s+(?:is|was|are|were|can['’]?t\s+be|cannot\s+be|can\s+not\s+be))?"
    r"(?:\s+(?:really|actually|seriously|surely|just|not|only))*\s+(?:the\s+)?(?:all|everything|only\s+(?:one|quote|thing|article|answer)|lot)"
    rf"(?:\s+(?:of|that|which|ever|has|have|had|said|says|say|got|found|from|by|on|about|there|is|it|this|here|you['’]ve|(?:he|she|they)['’]?s|{_HIS}))*",
    needs="all everything only lot",
)
_MORE_THAN = regex(
    r"(?:(?:surely|really|no|nothing|not|so|but|is|was|there|must|be|he|she|they|has|have|had|got|said|says|say|you|i|think|bet)\s+)*"
    r"more\s+than\s+(?:that|this|it)(?:\s+(?:on|about)\s+(?:that|this|it))?",
    needs="more",
)
"""A doubt whether all was shown, whatever stands around it: "that can't be all", "is that all he said on it?"."""
_ARTICLE = regex(
    rf"(?:{_ME}|(?:open|read(?:\s+(?:me|us|out))*|view|link\s+to|what(?:['’]?s|\s+is)|which\s+is|where(?:['’]?s|\s+is))\s+)*"
    rf"(?:(?:the|that|this|its|their)\s+)?(?:(?:whole|full|entire|original)\s+)?(?P<first>(?:{_ORDINAL})\s+)?"
    rf"(?:articles?|story|stories|sources?|contexts?|surroundings|links?|urls?)(?:\s+(?:number\s+)?(?P<last>{_ORDINAL}))?"
    r"(?:\s+(?:of|for|behind|around|to)\s+(?:that|this|it|them|the\s+(?:quote|first\s+one)))?"
    r"|(?:(?:show|read|give|see)\s+(?:me\s+)?)?(?:the\s+)?(?:whole|full|entire)\s+(?:thing|text|piece|report|interview)"
    r"|(?:(?:(?:can|could)\s+you\s+)?show\s+me\s+)?where\s+(?:does\s+it\s+say|it\s+says|(?:is\s+)?that\s+(?:is\s+)?written)"
    r"(?:\s+(?:that|this|so|it))?"
    r"|where\s+(?:is|are|was|were|do|does|did)\s+(?:that|this|it|these|those)\s+(?:quote\s+)?(?:come\s+)?from|which\s+article(?:\s+(?:is|was)\s+(?:that|this|it)(?:\s+(?:in|from))?)?",
    needs=(
        "article articles story stories source sources context contexts surroundings link links url urls"
        " where which thing text piece report interview"
    ),
)
_ABOUT_WHAT = regex(
    r"what(?:['’]?s|\s+is|\s+was)\s+(?:that|this|it)\s+(?:all\s+)?about|(?:about|on)\s+what(?:\s+exactly)?"
)
_AROUND = regex(
    rf"(?:(?:show|read|give|see)\s+(?:me\s+)?)?(?:{_THAT_ONE}\s+)?in\s+(?:full|context)|(?:read|show)\s+(?:me\s+)?more\s+of\s+{_IT}"
    r"|(?:(?:(?:some|any|a\s+bit)\s+)?more|with)\s+(?:context|details?)"
    r"|(?:can\s+you\s+)?(?:explain|elaborate|expand)(?:\s+on)?(?:\s+(?:that|this|it))?"
    r"|meaning(?:\s+what)?|what(?:['’]?s|\s+is)\s+(?:that|this|it)\s+supposed\s+to\s+mean"
    r"|what\s+(?:does|did|do)\s+(?:he|she|they|it|that|this)\s+(?:(?:even|actually|really)\s+)?mean"
    r"(?:\s+(?:by|with)\s+(?:that|this|it))?(?:\s+exactly)?"
    r"|what\s+do\s+you\s+mean(?:\s+(?:by|with)\s+(?:that|this|it))?"
    r"|(?:to\s+)?whom?(?:\s+to)?\s+(?:did|was|were|is|are)\s+(?:he|she|they)\s+(?:say|saying|tell|telling|talking|speaking)"
    r"(?:\s+(?:that|this|it))?(?:\s+(?:to|with))?|to\s+whom?|who\s+to"
    r"|how\s+do\s+you\s+know(?:\s+(?:that|this|it))?|proof|citations?|references?|receipts?",
    needs=(
        "full context more detail details explain elaborate expand meaning mean who whom know proof"
        " citation citations reference references receipt receipts"
    ),
)
"""What only the text around a quote can tell: "what did she mean by that?", "to whom?", "in full"."""
_ORDER = regex(
    r"(?:(?:what|which(?:\s+(?:one|quote|of\s+(?:them|these|those)))?)(?:['’]?s|\s+is|\s+was)\s+|show\s+(?:me\s+)?)?(?:the\s+|his\s+|her\s+|their\s+|any\s+)?"
    r"(?P<order>latest|newest|most\s+recent(?:ly)?|recently|lately|earliest|oldest|first|last|longest|shortest)"
    r"(?:\s+(?:one|ones|quotes?|statements?|comments?|words?|news|time))?",
    needs="latest newest most recently lately earliest oldest first last longest shortest",
)
_HOW_OFTEN = regex(r"how\s+(?:often|frequently|many\s+times)(?:\s+(?:was|is)\s+(?:that|it)(?:\s+said)?)?")
_ANY = (
    r"(?:(?:is|are|was|were)\s+there\s+(?:(?:any|some)(?:thing)?\s+)?|(?:(?:do\s+you\s+|you\s+)?(?:have|got)\s+|have\s+you\s+(?:got\s+)?|show\s+(?:me\s+)?)?"
    r"(?:any|some)(?:thing)?\s+)"
)
_ONES = r"(?:\s+(?:ones?|quotes?|statements?|comments?|articles?|news|words?|stuff|things?))?"
_THEN = r"(?:that|then|this)(?:\s+(?:day|date))?"
_OF_THEM = r"(?:\s+(?:on|about|from|by|than)\s+(?:that|this|it|him|her|them))?"
_LATER = regex(
    rf"(?:(?:{_ANY})?(?:newer|more\s+recent|later)|{_ANY}new){_ONES}{_OF_THEM}|(?:{_ANY})?(?:since|after){_ONES}\s+{_THEN}|(?:{_ANY})?(?:afterwards|thereafter|since)"
    rf"|what\s+(?:happened|came)\s+(?:after|since)\s+{_THEN}",
    needs="new newer more later since after afterwards thereafter",
)
_EARLIER = regex(
    rf"(?:{_ANY})?(?:older|earlier|previous){_ONES}{_OF_THEM}|(?:{_ANY})?(?:before|until)\s+{_THEN}|(?:{_ANY})?(?:before|beforehand|previously)",
    needs="older earlier previous before until beforehand previously",
)
_WHO_ELSE = regex(
    r"(?:(?:did|has|have|does|is|was|are|were)\s+)?(?:who|anyone|anybody|someone|somebody)\s+else"
    r"(?:\s+(?:(?:(?:is|was|are|were)\s+)?(?:quoted|cited|interviewed|heard|speaking|talking)|talks?|said|says?|has\s+said|sp[eo]ken?(?:\s+(?:up|out))?|comment(?:ed)?|respond(?:ed)?|react(?:ed)?|weigh(?:ed)?\s+in|talked|did|does|agrees?|thinks?))?"
    r"(?:\s+(?:that|this|so|it|something|anything))?(?:\s+(?:about|on|like)\s+(?:that|this|it))?"
    r"|(?:(?:has|does|did)\s+)?(?:who|anyone|anybody|someone|somebody)\s+else\s+(?:has|have|had|with|weighed\s+in|chimed\s+in)(?:\s+(?:an?|any))?"
    r"(?:\s+(?:opinions?|views?|thoughts?|something|anything)(?:\s+to\s+say)?)?(?:\s+(?:about|on)\s+(?:that|this|it))?"
    r"|any\s+(?:other\s+(?:opinions?|views?|voices|reactions?)|reactions?|disagreement|objections?)(?:\s+(?:to|on|about|with)\s+(?:that|this|it))?"
    r"|(?:who|(?:(?:did|does|do|has|have)(?:n['’]?t)?\s+)?any(?:one|body))(?:\s+else)?(?:\s+(?:in|from|on|at)\s+(?:his|her|their|its|the)(?:\s+own)?\s+[\w-]+)?"
    r"\s+(?:(?:dis)?agree[sd]?|objects?|objected)"
    r"(?:\s+(?:with|to)\s+(?:that|this|it|him|her|them))?"
    r"|(?:and\s+)?(?:the\s+)?others|who\s+(?:did|does|has)(?:\s+then)?|(?:literally\s+|really\s+|just\s+)?any(?:one|body)(?:\s+(?:at\s+all|there))?|what\s+(?:do|did|does|have|has)\s+(?:the\s+)?others?(?:\s+(?:side|people|ones?))?\s+(?:say|said|think)"
    r"(?:\s+(?:about|on)\s+(?:that|this|it))?",
    needs="who anyone anybody someone somebody any other others reaction reactions disagreement objections",
)
_AGREES = "agrees"
_SIDES_WITH = regex(r"agree|object")
"""Whether somebody agrees no other quote on the same tells: "who disagreed?" asks more than "who else?"."""
_COMPARE = regex(
    r"(?:(?:can|could)\s+you\s+)?(?:compare[ds]?|contrast|in\s+comparison|as\s+opposed|versus|vs|set)\b\.?\s*(?:(?:it|that|this|him|her|them|those)\s+)?"
    r"(?:(?:with|to|against|and|beside)\b)?\s*(?:what\s+)?(?P<other>[^?]{2,80}?)(?:\s+(?:said|says|thinks|did|does))?",
    needs="compare compared compares contrast comparison opposed versus vs set",
)
_PAIR = r"(?:they\s+both|them|those|these|both|the\s+two|the\s+pair)(?:\s+(?:of\s+(?:them|these|those)|two|both))?"
_BOTH = regex(
    r"(?:(?:did|do)\s+they|where\s+do\s+they|what\s+do\s+they)\s+(?:both\s+)?(?:(?:dis)?agree|differ|think\s+alike)(?:\s+(?:on|about|with)"
    r"\s+(?:that|this|it|each\s+other|one\s+another))?|how\s+do\s+they\s+(?:differ|compare)|(?:what(?:['’]?s|\s+is)\s+)?the\s+difference"
    r"|(?:so\s+)?(?:who(?:['’]?s|\s+is)|which(?:\s+(?:one|of\s+them))?\s+is)\s+right|compare(?:\s+(?:them|those|these|both|the\s+two))?"
    rf"|(?:what\s+(?:did|do|have)\s+)?(?!them$|those$|these$){_PAIR}(?:\s+(?:say|said|think|together))?(?:\s+(?:about|on)\s+(?:that|this|it))?"
    r"|side\s+by\s+side",
    needs="they difference right compare them those these both two pair side",
)
_THE_TWO = regex(_PAIR)
_UNBOUND = regex(
    rf"(?:{_ANY}|what\s+about\s+|(?:show|give)\s+(?:me\s+)?)?(?:(?:at|in|from|on|for|of|over)\s+)?(?:(?:any|all|every|whatever|whichever)\s+(?:other\s+|the\s+)?"
    r"(?:(?P<outlet>(?:news)?papers?|outlets?|sources?|publications?|sites?|websites?|magazines?|channels?)"
    r"|years?|times?|dates?|days?|months?|weeks?|periods?)|anytime|whenever|ever)(?:\s+(?:at\s+all|is\s+fine|will\s+do|whatsoever))?"
    r"|(?:no\s+matter\s+|regardless\s+of\s+|it\s+does(?:n['’]?t|\s+not)\s+matter\s+|never\s+mind\s+|ignore\s+|forget\s+(?:about\s+)?|drop\s+|remove\s+|leave\s+out\s+|without\s+)(?:when|(?:the\s+)?(?:year|date|time|month)s?"
    r"|(?P<which>where\s+from|which\s+(?:paper|outlet|source)|(?:the\s+)?(?:paper|outlet|source)s?))",
    needs=(
        "any all every whatever whichever anytime whenever ever no regardless matter mind ignore forget drop"
        " remove leave without"
    ),
)
"""What lifts a bound that was set before: "any year", "in any paper then", "no matter when"."""
_QUOTES_ONLY = regex(
    r"(?:(?:only|just)\s+(?:the\s+|his\s+|her\s+|their\s+)?(?:(?:direct|actual|exact|real|literal|verbatim|original|own)\s+)*(?:quotes?|quotations?|words|speech|statements?)"
    r"|(?:(?:are|is)\s+there\s+|got\s+|have\s+you\s+(?:got\s+)?|do\s+you\s+have\s+)?(?:any|some)\s+(?:(?:(?:direct|actual|exact|verbatim|literal)\s+)+(?:quotes?|words|speech)|quotes?|quotations?)|(?:(?:direct|actual|exact|verbatim)\s+)?(?:quotes?|quotations?|direct\s+speech)\s+only|(?:only\s+)?(?:verbatim|word\s+for\s+word)(?:\s+only)?)",
    needs="quote quotes quotation quotations words speech statement statements verbatim word",
)
_WHEN = regex(
    r"(?P<ask>when|where|why|how\s+come|how\s+so|how|really|is\s+that\s+so|what\s+for|since\s+when|to\s+whom?)"
    r"(?:\s+(?:(?:was|is)\s+(?:that|this)|was\s+it|is\s+it(?=\s+(?:said|from)))(?:\s+(?:said|from))?"
    r"|\s+(?:did|does|has|was)\s+(?:he|she|they|it)(?:\s+(?:say|saying|said)(?:\s+(?:that|this|so|it))?)?|\s+not|\s+exactly)?"
    r"|(?P<whether>(?:did|does|has|was|is|would|will)\s+(?:he|she|they|it)(?:\s+really)?)",
    needs="when where why how really that what who whom he she they it",
)
# "What year was that?", "on which day did she say it?"
_IN_WHAT_YEAR = regex(
    r"^(?:(?:in|on|at)\s+)?(?:what|which)\s+(?:year|month|day|date)(?=\s+(?:was|did|does|has)\s+(?:that|this|it|he|she|they)\b)"
)
_THAT = r"(?:that|this|it|so|these|those)"
_PRINTED = regex(
    r"(?:(?P<ask>when|where|since\s+when|(?:on|in|from)\s+(?:what|which)\s+\w+|(?:what|which)\s+(?:day|date|paper|newspaper|outlet))\s+"
    r"(?:exactly\s+)?(?:(?:did|does|has|had)\s+(?P<who>[^\W\d_]\S*(?:\s+\S+){0,2}?)\s+(?:say|said|write|written|tell|told|claim|claimed)\s+"
    rf"{_THAT}|(?:was|were|is|are)\s+{_THAT}(?:\s+(?:quotes?|words|article|story))?\s+(?:said|written|published|printed|reported|from))"
    r"|how\s+(?:old|recent)\s+(?:is|are)\s+(?:this|that|these|those)(?:\s+(?:quotes?|words|article|story))?"
    rf"|(?P<paper>(?:on|in|from)\s+(?:what|which)\s+(?:paper|newspaper|outlet|magazine|website|site|publication)\s+(?:was|is|were|are)\s+{_THAT}"
    rf"|(?:which|what)\s+(?:(?:news)?papers?|outlets?|magazines?|publications?)\s+(?:also\s+)?(?:quote[sd]?|print(?:s|ed)?|publish(?:ed)?|report(?:s|ed)?|carr(?:y|ied)|ran)"
    rf"\s+{_THAT})"
    r"|(?P<from>what(?:['’]?s|\s+is|\s+was)\s+(?:that|this)\s+from|(?:is|was)\s+(?:that|this)\s+(?:all\s+)?from\s+(?:the\s+)?\S+(?:\s+\S+){0,2})"
    rf"|what(?:['’]?s|\s+is|\s+was)\s+the\s+date(?:\s+of\s+(?:{_THAT}|the\s+(?:quote|article))(?:\s+(?:quotes?|article|story))?)?)"
    r"(?:\s+exactly)?",
    needs="that this it so these those date",
)
_HOW = {
    "when": "when",
    "since when": "when",
    "where": "where",
    "why not": "why not",
    "to whom": "whether",
    "to who": "whether",
    "why": "why",
    "what for": "why",
    "how come": "why",
}


def fixed_fragment(typed: str) -> Fragment | None:
    """Return what a fragment without a name or a topic asks for: "who else?", "the latest?"; None for any other."""
    text = in_small_letters(typed)
    if _MORE.fullmatch(text) or _ALL_OF_IT.fullmatch(text) or _MORE_THAN.fullmatch(text):
        return Fragment(Act.MORE)
    if _WHO_ELSE.fullmatch(text):
        return Fragment(Act.WHO_ELSE, _AGREES if _SIDES_WITH.search(text) else "")
    if _LATER.fullmatch(text):
        return Fragment(Act.LATER)
    if _EARLIER.fullmatch(text):
        return Fragment(Act.EARLIER)
    if _ABOUT_WHAT.fullmatch(text):
        return Fragment(Act.ARTICLE, number=ORDINALS["first"])
    if match := _ARTICLE.fullmatch(text):
        number = (match["first"] or match["last"] or "first").strip()
        return Fragment(Act.ARTICLE, number=ORDINALS[number])
    if match := _AROUND.fullmatch(text):
        return Fragment(Act.ARTICLE, number=ORDINALS[match["one"] or "first"])
    if _QUOTES_ONLY.fullmatch(text):
        return Fragment(Act.ORDER, of_all="quoted")
    if match := _UNBOUND.fullmatch(text):
        return Fragment(Act.UNBOUND, "source" if match["outlet"] or match["which"] else "dates")
    if match := _PRINTED.fullmatch(text):
        if match["paper"] or match["from"]:
            return Fragment(Act.PRINTED, ask="source")
        return Fragment(
            Act.PRINTED,
            typed[match.start("who") : match.end("who")],  # empty where it stands nowhere
            ask=_HOW.get(match["ask"] or "when", "when"),
        )
    if match := _ORDER.fullmatch(text):
        if (order := match["order"]) in ("longest", "shortest"):
            return Fragment(Act.ORDER, of_all="longest" if order == "longest" else "shortest")
        early = order in {"earliest", "oldest", "first"}
        return Fragment(
            Act.ORDER, order="oldest" if early else "newest", of_all="first" if early else "latest"
        )
    if _HOW_OFTEN.fullmatch(text):
        return Fragment(Act.ORDER, of_all="count")
    if _BOTH.fullmatch(text):
        return Fragment(Act.BOTH)
    if match := _COMPARE.fullmatch(text):
        other = typed[match.start("other") : match.end("other")].strip()
        if _THE_TWO.fullmatch(in_small_letters(other)):
            return Fragment(Act.BOTH)
        # "Compare Rubio and Trump on China" has both: it stands alone.
        if len(other.split()) <= 4 and not re.search(r"\b(?:and|on|about|with|to)\b", other, re.IGNORECASE):
            return Fragment(Act.COMPARE, other)
    if match := _WHEN.fullmatch(_IN_WHAT_YEAR.sub("when", text)):
        asked = " ".join((match["ask"] or "whether").split())
        if asked == "why" and text.endswith("not"):
            asked = "why not"
        return Fragment(Act.WHEN, _HOW.get(asked, "how" if asked.startswith("how") else "whether"))
    return _by_its_head(text)


_ARTICLES = frozenset("article articles story source sources link links url sauce".split())
_OUTLETS = frozenset("site website paper newspaper outlet magazine publication channel".split())
_DATES = frozenset("date".split())
_AROUND_HEAD = frozenset(
    """a an any some the that this it its of for to from in on by is was are do did does you we i me us have has got
    get give show see post send drop can could would will please what what's which where's there there's your""".split()
)
"""What stands around the one word that says what is asked of a quote: "got a source for that", "can you link it"."""


def _by_its_head(text: str) -> Fragment | None:
    """Read a turn that asks for one thing of what was shown, in whatever words: its article, its outlet, its date."""
    words = [word.strip(" ?!.,").replace("’", "'") for word in text.split()]
    heads = [word for word in words if word not in _AROUND_HEAD]
    if heads == [] and words[:1] == ["where's"] and words[-1] == "from":
        return Fragment(Act.ARTICLE)
    if len(heads) != 1:
        return None
    if heads[0] in _ARTICLES:
        return Fragment(Act.ARTICLE)
    asks_which = words[0] in ("what", "which", "what's", heads[0])
    if heads[0] in _OUTLETS and asks_which:
        return Fragment(Act.PRINTED, ask="source")
    # "Which date is it on?" is of what was asked about: an election, not what was said on it.
    return Fragment(Act.PRINTED) if heads[0] in _DATES and asks_which and "it" not in words else None
