"""Say in plain words what a turn puts in the place of a topic or a speaker: "moving on to tolls" is "and on tolls?".

The words around it have no end of forms, and what is asked is always one of few: the same of another topic, the same
of somebody else, or what another says to that.
"""

from __future__ import annotations

import re

from qa.language.lexicon.archive_words import WRITINGS
from qa.language.lexicon.question_words import FILLER, ONLY_AUXILIARIES, PRONOUNS, WH_WORDS
from qa.language.lexicon.reporting_nouns import QUALIFIERS
from qa.language.patterns import regex
from qa.understanding.introduced import asked_introduction, looks_like_a_name
from qa.understanding.words import bare

_LONGEST = 100
_MOST_WORDS = 6
_BEFORE = "ok okay and but so now then well hm hmm no nah please just maybe perhaps actually thanks thank cool great"
_LED = rf"(?:(?:{'|'.join(_BEFORE.split())})\b[\s,.!]*)*"
_SHOWN = r"(?:(?:can\s+(?:you|i|we)\s+)?(?:show|give|see|get|have|read|want|need|find)\s+(?:me\s+)?)?"
_REST = r"(?P<rest>\S[^,;?!]*?)"
_ENDS = r"(?:[\s,]+(?:too|as\s+well|also|next|now|please|then|instead))*[\s?.!]*"
_HE = r"(?:he|she|they)"
_SHOWS_A_NAME = r"(?-i:(?=[A-Z\d])|(?=(?:the|a|an)\s)|(?=[a-z][\w-]*s[\s?!.]*$))"
"""What begins with a capital, a number or an article, or is a plural: "make it tolls", and not "make it quick"."""
_ON = tuple(
    regex(rf"\s*{_LED}{form}{_ENDS}", re.IGNORECASE)
    for form in (
        rf"when\s+it\s+comes\s+to\s+{_REST}",
        rf"(?:with|in)\s+(?:regards?|respect|reference|relation)\s+to\s+{_REST}",
        rf"(?:in\s+terms\s+of|w\.?\s?r\.?\s?t\.?)\s+{_REST}",
        rf"as\s+far\s+as\s+{_REST}\s+(?:is|are)\s+concerned",
        rf"what\s+else\s*,\s*(?:on|about)\s+{_REST}",
        # "The bit about tolls" is read in `rewording/asked_otherwise.py`, with whose bit it is.
        rf"{_SHOWN}(?:the|that)\s+(?:quote|one|line|sentence|words|thing)s?\s+(?:about|on|regarding|with|mentioning)\s+{_REST}",
        rf"{_SHOWN}(?:the|that)\s+(?:quote|one|bit|part|passage|line|sentence|words|thing)s?\s+(?:where|in\s+which|when)\s+{_HE}\s+"
        rf"(?:mentions?|talks?\s+(?:about|of)|speaks?\s+(?:of|about|on)|discuss(?:es)?)\s+{_REST}",
        rf"{_SHOWN}(?:where|when)\s+{_HE}\s+(?:mentions?|mentioned|talks?\s+(?:about|of)|talked\s+(?:about|of)|speaks?\s+(?:of|about|on)|spoke\s+(?:of|about|on))\s+{_REST}",
        rf"(?:(?:have\s+you\s+)?got|is\s+there|do\s+you\s+have|any)\s+(?:one|ones)\s+(?:about|on|regarding)\s+{_REST}",
        rf"let['’]?s\s+(?:(?:move|switch|go|turn|get|jump)\s+(?:on\s+|over\s+)?to|talk\s+about|speak\s+about|discuss|do)\s+{_REST}",
        rf"(?:does|do|is)\s+(?:that|this|it|the\s+same)\s+(?:also\s+)?(?:apply|go|hold|true)\s+(?:to|for)\s+{_REST}",
        rf"(?<=now\s)do\s+{_REST}",
    )
)
_DO_NEXT = regex(rf"\s*{_LED}do\s+{_REST}\s+(?:next|now)[\s?.!]*", re.IGNORECASE)
_OF = tuple(
    regex(rf"\s*{_LED}{form}{_ENDS}", re.IGNORECASE)
    for form in (
        rf"(?:the\s+)?same\s+(?:(?:thing|question)\s+)?about\s+{_REST}",
        rf"(?:also|and)\s+for\s+{_REST}",
        rf"(?:in|by)\s+(?:contrast|comparison)\s*,?\s+{_REST}",
        rf"instead\s+{_REST}",
        rf"change\s+(?:that|it)\s+to\s+{_REST}",
        # "Make it quick" and "rather odd" name nobody and nothing.
        rf"(?:rather|make\s+(?:that|it))\s+{_SHOWS_A_NAME}{_REST}",
        rf"ask\s+{_REST}\s+(?:that|this|the\s+same(?:\s+(?:thing|question))?)",
        rf"(?:(?:and|what)\s+)?if\s+(?:you|we|i)\s+ask(?:ed)?\s+{_REST}",
        rf"(?:mov(?:e|ing)|go(?:ing)?|switch(?:ing)?|turn(?:ing)?|jump(?:ing)?)\s+(?:on|over)\s+to\s+{_REST}",
        # "Going to Harwick tomorrow?" asks a fact, as does "moving to Harwick?".
        rf"(?!.*\?)(?:moving|switch(?:ing)?|turn(?:ing)?|jump(?:ing)?)\s+to\s+{_REST}",
        rf"(?!.*\?)go\s+to\s+{_SHOWS_A_NAME}{_REST}",
        rf"on\s+to\s+{_REST}",
        rf"(?:try|do|run|repeat)\s+(?:that|this|it)\s+(?:again\s+)?with\s+{_REST}",
        rf"(?<=now\s)with\s+{_REST}",
        rf"(?:put|pose)\s+(?:the\s+same|that|this|the\s+same\s+question)\s+to\s+{_REST}",
    )
)
_VOICE = tuple(
    regex(rf"\s*{_LED}{form}{_ENDS}", re.IGNORECASE)
    for form in (
        rf"(?:(?<=and\s)from|according\s+to|(?:the\s+)?same\s+(?:thing\s+)?from)\s+{_REST}",
        rf"{_REST}\s+on\s+the\s+same",
        rf"how\s+(?:did|does|do)\s+{_REST}\s+(?:put|see|phrase|describe)\s+(?:it|that|this)",
        rf"(?:show|give)\s+(?:me\s+)?{_REST}['’]s",
        rf"(?:(?:what|how)\s+about\s+|what(?:['’]?s|\s+is|\s+was)\s+)?{_REST}['’]s?\s+(?:side|version|perspective|angle|account)"
        r"(?:\s+of\s+(?:it|that|this|things|(?:the|this|that)\s+(?:story|argument|issue|debate|matter|dispute|row|events)))?",
        rf"(?:does|did|do|has|have)\s+{_REST}\s+(?:have|got|had)\s+(?:an?|any)\s+(?:comments?|statements?|response|reaction|repl(?:y|ies)|opinions?|thoughts?|words?)"
        r"(?:\s+(?:on|about|to|for)\s+(?:it|that|this))?",
        rf"(?:was|were|has|have|is)\s+{_REST}\s+(?:been\s+)?(?:asked|quoted|heard|cited|interviewed)(?:\s+(?:about|on)\s+(?:it|that|this))?",
    )
)
_AGREES = regex(
    rf"\s*{_LED}(?:is|are|was)\s+{_REST}\s+(?:of\s+the\s+same\s+(?:opinion|view|mind)|on\s+the\s+same\s+(?:page|side)|in\s+agreement)"
    r"(?:\s+(?:on|about)\s+(?:it|that|this))?[\s?.!]*",
    re.IGNORECASE,
)
_SWAPPED = regex(
    rf"\s*{_LED}(?:replace\s+(?P<out>\S[^,;?!]{{1,40}}?)\s+(?:with|by)|(?:swap|exchange)\s+(?P<other>\S[^,;?!]{{1,40}}?)\s+(?:for|with))\s+{_REST}[\s?.!]*",
    re.IGNORECASE,
)
_PLAINLY = (
    ((*_ON, _DO_NEXT), "and on {}?"),
    (_VOICE, "anything from {} on that?"),
    (_OF, "what about {}?"),
)
"""What each of these asks for, in words that the rules know."""
_ASKS = WH_WORDS | ONLY_AUXILIARIES
_REACTED = regex(
    rf"\s*{_LED}(?:(?:did|has|have)\s+any(?:one|body)\s+(?:comment(?:ed)?|react(?:ed)?|respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|say\s+anything|said\s+anything)"
    r"|what\s+(?:was|were|are|is)\s+(?:the\s+)?(?:(?:public|official|general|first)\s+)?(?:reactions?|responses?|comments)"
    r"|any\s+(?:comments?|reactions?|responses?|repl(?:y|ies))|who\s+(?:commented|reacted|responded|replied)|were\s+there\s+(?:any\s+)?(?:reactions?|comments?|responses?))"
    r"(?:\s+(?:to|on|about)\s+(?:that|this|it))?[\s?.!]*",
    re.IGNORECASE,
)
_ITS_OWNER = regex(
    rf"\s*{_LED}(?P<whose>his|her|their)\s+{_REST}\s+(?:comments?|remarks?|statements?|quotes?|words)[\s?.!]*",
    re.IGNORECASE,
)
_PRONOUNS = {"his": "he", "her": "she", "their": "they"}


def in_plain_words(question: str) -> str | None:
    """Return a turn as one that the rules know; None where it has a form of its own."""
    text = question.strip()
    if len(text) > _LONGEST:
        return None
    if _REACTED.fullmatch(text):
        return "any reactions?" if text.lower() != "any reactions?" else None
    if swapped := _SWAPPED.fullmatch(text):
        out, into = swapped["out"] or swapped["other"], swapped["rest"]
        return f"not {out}, {into}" if _names(out) and _names(into) else None
    if (agrees := _AGREES.fullmatch(text)) and _names(agrees["rest"]):
        return f"does {agrees['rest']} agree?"
    if (
        (own := _ITS_OWNER.fullmatch(text))
        and _names(own["rest"])
        and QUALIFIERS.isdisjoint(own["rest"].split())
    ):
        return f"what did {_PRONOUNS[own['whose'].lower()]} say about {own['rest']}?"
    for forms, plain in _PLAINLY:
        for form in forms:
            if (match := form.fullmatch(text)) is None:
                continue
            rest = match["rest"].strip(' "“”')
            if _names(rest):
                return plain.format(rest)
    return None


_AND_ASKS = regex(r"\s*(?:(?:and|so|but|now|then)\b[\s,]*)+(?=(?:who|what|where|how\s+old)\b)", re.IGNORECASE)
_WHERE_IS = regex(
    r"where(?:['’]?s|\s+(?:is|are|was|were))\s+(?P<name>[^?,]+?)(?:\s+located)?[\s?.!]*", re.IGNORECASE
)


def introduced_anew(question: str) -> str | None:
    """Return a question who somebody or what something named is, without its "and": "and who is Una Strand?".

    It says all that it asks, where "and who is the mayor?" goes on from what was talked of.
    """
    led = _AND_ASKS.match(question)
    if led is None or len(question) > _LONGEST:
        return None
    rest = question[led.end() :]
    where = _WHERE_IS.fullmatch(rest)
    asked = asked_introduction(rest)
    name = where["name"] if where else asked.words if asked else ""
    name = name.removeprefix("the ")
    return rest if name and looks_like_a_name(name) and bare(name.split()[0]) not in PRONOUNS else None


def _names(rest: str) -> bool:
    """Return whether words may name a topic or somebody: a few, no pronoun, no "something else", no article."""
    words = [bare(word) for word in rest.split()]
    unnamed = bool(words) and (words[0] in PRONOUNS | FILLER or words[-1] in WRITINGS)
    return 0 < len(words) <= _MOST_WORDS and not unnamed and _ASKS.isdisjoint(words)
