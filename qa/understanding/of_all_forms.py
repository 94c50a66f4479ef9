"""List the forms of what is asked of all words on something, each with the plain question whose words these are."""

from __future__ import annotations

import re
from typing import Literal

from qa.answers import OfAll
from qa.language.lexicon.calendar import MONTH, WEEKDAY
from qa.language.patterns import regex

Plain = Literal["said", "who", "then"]
"""What the plain question asks: what somebody said, who spoke on something, or who spoke at some time."""
_MORE = r"(?:\s+(?:ever|actually|publicly|really|already|all))*"
_X = r"(?P<speaker>[^,;:?]{1,80}?)"
_Y = r"(?P<topic>\S.*?)"
_DID = r"(?:did|does|do|has|have|had)"
_THE_WORD = r"\s+(?:the|that|this)\s+(?:exact\s+)?(?:words?|phrase|term)"
_SPEAKS = (
    r"(?:mention(?:s|ed)?|(?:speaks?|spoke|spoken|talks?|talked)\s+(?:of|about|on)|discuss(?:e[sd])?|(?:bring|brings|brought)\s+up"
    rf"|refer(?:s|red)?\s+to|comment(?:s|ed)?\s+on|used?{_THE_WORD}|uses{_THE_WORD}"
    r"|(?:say|says|said)\s+(?:(?:some|any)thing\s+)?(?:about|on|of))"
)
_SAYS = rf"(?:{_SPEAKS}|(?:say|says|said)(?:{_THE_WORD})?)"
_UTTERED = r"(?:said|says?|quoted(?:\s+(?:saying|as\s+saying))?)(?:\s+publicly)?"
_SPEAKING = (
    r"(?:(?:talking|speaking)\s+(?:about|of|on)|mentioning|discussing|bringing\s+up|referring\s+to"
    r"|commenting\s+on)"
)
_QUOTES = r"(?:quotes?|quotations?|statements?|comments?|remarks?|words)"
_PRINTED_WORDS = r"(?:quotes?|quotations?)"
"""What nobody gives but an article: "comments on the bill" may be letters to a council."""
_NUMBER_OF = r"(?:how\s+many|(?:what(?:['’]?s|\s+is)\s+)?(?:the\s+)?number\s+of|count(?:\s+(?:all|the|of))*)"
_ON_Y = rf"(?:on(?!\s+(?:{WEEKDAY}\W*$|{MONTH}\s+\d|\d{{1,2}}\s+{MONTH}))|about|regarding|concerning)\s+{_Y}"
"""On what; "last on Monday" tells a day."""
_BY = r"(?:from|by|of)"
_ON = (
    rf"(?:\s+(?:on|about|regarding|concerning)\s+{_Y})?"
    r"(?P<when>\s+(?:(?:in|since|before|after|during|between|until|from)\s+\S.*|(?:last|this)\s+(?:week|month|year)))?"
)
_HAVE = (
    r"(?:(?:\s+(?:do|did|have|can)\s+(?:you|we|i)(?:\s+(?:have|got|find|know|show))?|\s+are\s+there)"
    r"(?:\s+(?:in\s+)?here)?)?"
)
_EARLY, _LATE = r"(?:first|oldest|earliest)", r"(?:latest|last|newest|most\s+recent)"
_RANKED = (
    rf"(?:(?:very|single)\s+)?(?:(?P<first>{_EARLY})|(?P<latest>{_LATE})"
    r"|(?P<longest>longest)|(?P<shortest>shortest))"
)
_SHOW = r"(?:(?:what|which)(?:['’]?s|\s+(?:is|are|was|were))\s+)?(?:the\s+)?"
_ONLY = r"(?:(?:only|just|show|give|find|list)\s+(?:me\s+)?)*(?:only\s+|all\s+|any\s+)?(?:the\s+)?"
_DIRECT = r"(?:(?:direct|verbatim|literal|word-for-word)\s+)+"
_MOST = r"(?:the\s+)?most(?:\s+(?:often|frequently))?"
_WHERE = (
    r"(?P<where>(?:(?:in|from|by|during|since|before|after|between|until)\s+|(?:last|this)\s+(?:week|month|year))"
    r"\S?.*)"
)
_SPEAKERS = r"(?:speakers?|voices?|people|persons?|sources?|names?)"
NEEDS = frozenset(
    """often frequently many much number count first last oldest earliest latest newest recent longest shortest most
    top main leading direct verbatim literal word start started begin began begun since""".split()
)
"""Words of which each form has one: for a question without them, none of the forms is compiled."""


def _form(source: str) -> re.Pattern[str]:
    return regex(source, re.IGNORECASE | re.DOTALL)


HOW_MANY = _form(
    rf"how\s+many\s+(?:(?:different|other|more)\s+)?{_SPEAKERS}(?:\s+(?:have|had|has|are|were|who))*(?:\s+(?:in\s+)?here)?\s+(?P<rest>\S.*)"
)
SPOKEN = _form(rf"(?:{_SPEAKS}|quoted\s+(?:about|on)|speaking\s+(?:about|of|on))\s+{_Y}")
SAID_THAT = _form(r"(?:say|says|said|claim|claimed|think|thought|believe|believed)\s+that\s+(?=\S)")
FIRST_TO = _form(
    r"who\s+(?:(?P<to>(?:was|is|were)\s+the\s+)(?:(?P<first>first)|(?P<latest>last))(?:\s+(?:one|person|speaker))?\s+to"
    r"|(?P<did_first>first)|(?P<did_last>last))\s+(?P<rest>\S.*)"
)
FORMS: tuple[tuple[re.Pattern[str], OfAll | None, Plain], ...] = (
    (
        _form(rf"how\s+(?:often|frequently|many\s+times)\s+{_DID}\s+{_X}{_MORE}\s+{_SAYS}\s+{_Y}"),
        "count",
        "said",
    ),
    (
        _form(
            rf"how\s+(?:often|frequently|many\s+times)\s+(?:is|was|has|are|were|have)\s+{_X}\s+(?:been\s+)?(?:quoted|cited){_ON}"
        ),
        "count",
        "said",
    ),
    (_form(rf"how\s+much\s+{_DID}\s+{_X}{_MORE}\s+{_SPEAKS}\s+{_Y}"), "count", "said"),
    (_form(rf"{_NUMBER_OF}\s+{_QUOTES}{_HAVE}\s+{_BY}\s+{_X}{_HAVE}{_ON}"), "count", "said"),
    (_form(rf"{_NUMBER_OF}\s+{_PRINTED_WORDS}{_HAVE}\s+{_ON_Y}{_HAVE}"), "count", "who"),
    (
        _form(
            rf"how\s+many\s+{_QUOTES}\s+{_DID}\s+{_X}\s+(?:make|made|give|given)(?:\s+(?:on|about)\s+{_Y})?"
        ),
        "count",
        "said",
    ),
    (
        _form(
            rf"(?:when|(?:on\s+)?(?:what|which)\s+(?:day|date))\s+(?:did|has|was)\s+{_X}\s+(?:(?P<first>first)|(?P<latest>last))"
            rf"{_MORE}\s+{_SPEAKS}\s+{_Y}"
        ),
        None,
        "said",
    ),
    (
        _form(
            rf"when\s+(?:did|has)\s+{_X}\s+{_SPEAKS}\s+{_Y}\s+(?:for\s+the\s+)?(?:(?P<first>first)|(?P<latest>last))(?:\s+time)?"
        ),
        None,
        "said",
    ),
    (
        _form(
            rf"when\s+(?:was|is)\s+the\s+(?:(?P<first>first)|(?P<latest>last))\s+time\s+(?:that\s+)?{_X}\s+{_SPEAKS}\s+{_Y}"
        ),
        None,
        "said",
    ),
    (
        _form(
            rf"when\s+(?:was|were|is)\s+{_X}\s+(?:(?P<first>first)|(?P<latest>last))\s+(?:quoted|cited){_ON}"
        ),
        None,
        "said",
    ),
    (
        _form(
            rf"when\s+(?:did|has|have)\s+{_X}\s+(?:(?P<first>first)|(?P<latest>last))\s+(?:speak|spoken|talk|talked|comment|commented"
            rf"|(?:say|said)\s+(?:any|some)thing)"
        ),
        None,
        "said",
    ),
    (
        _form(
            rf"when\s+(?:did|has|have)\s+{_X}\s+(?P<first>start(?:ed)?|beg[iau]n)\s+(?:{_SPEAKING}|to\s+{_SPEAKS})\s+{_Y}"
        ),
        None,
        "said",
    ),
    (
        _form(
            rf"(?P<first>since)\s+when\s+(?:{_DID}|is|are|was|were)\s+{_X}\s+(?:been\s+)?(?:{_SPEAKING}|{_SPEAKS})\s+{_Y}"
        ),
        None,
        "said",
    ),
    (
        _form(rf"what\s+{_DID}\s+{_X}\s+(?:say|said)\s+(?:(?P<first>first)|(?P<latest>last))\s+{_ON_Y}"),
        None,
        "said",
    ),
    (_form(rf"{_SHOW}{_RANKED}\s+{_PRINTED_WORDS}{_HAVE}\s+{_ON_Y}{_HAVE}"), None, "who"),
    (_form(rf"{_SHOW}{_RANKED}\s+{_QUOTES}{_HAVE}\s+{_BY}\s+{_X}{_HAVE}{_ON}"), None, "said"),
    (_form(rf"{_SHOW}{_X}['’]s?\s+{_RANKED}\s+{_QUOTES}{_ON}"), None, "said"),
    (
        _form(
            rf"{_SHOW}{_RANKED}\s+(?:thing|words?)\s+(?:that\s+)?{_X}(?:\s+(?:has|have|had|is|was))?{_MORE}\s+{_UTTERED}{_ON}"
        ),
        None,
        "said",
    ),
    (_form(rf"{_ONLY}{_DIRECT}{_QUOTES}{_HAVE}\s+{_BY}\s+{_X}{_HAVE}{_ON}"), "quoted", "said"),
    (_form(rf"{_ONLY}{_X}['’]s?\s+{_DIRECT}{_QUOTES}{_ON}"), "quoted", "said"),
    (
        _form(
            rf"who\s+(?:was|is|were)\s+the\s+(?:(?P<first>first)|(?P<latest>last))(?:\s+(?:one|person|speaker))?\s+to\s+{_SAYS}\s+{_Y}"
        ),
        None,
        "who",
    ),
    (_form(rf"who\s+(?:(?P<first>first)|(?P<latest>last))\s+{_SPEAKS}\s+{_Y}"), None, "who"),
    (_form(rf"who\s+{_SPEAKS}\s+{_Y}\s+(?:(?P<first>first)|(?P<latest>last))"), None, "who"),
    (
        _form(
            rf"who\s+(?:spoke|talked|commented)\s+(?:(?P<first>first)|(?P<latest>last))\s+(?:about|of|on)\s+{_Y}"
        ),
        None,
        "who",
    ),
    (
        _form(
            r"who\s+(?:(?:has|have|had)\s+)?(?:talks?|talked|speaks?|spoke|spoken|says?|said|(?:is|are|was|were|been|gets?)\s+(?:being\s+)?quoted)"
            rf"\s+{_MOST}\s+(?:about|on|of)\s+{_Y}"
        ),
        "most",
        "who",
    ),
    (
        _form(
            r"who\s+(?:(?:is|are|was|were|has\s+been|have\s+been)\s+(?:the\s+)?most\s+(?:(?:often\s+)?(?:quoted|cited)|outspoken|vocal)"
            rf"(?:\s+{_SPEAKERS})?|(?:has|have|had|gets?|got)\s+(?:the\s+)?most\s+(?:{_QUOTES}|to\s+say))\s+{_ON_Y}"
        ),
        "most",
        "who",
    ),
    (_form(rf"who\s+(?:(?:has|have)\s+)?{_SPEAKS}\s+{_Y}\s+{_MOST}"), "most", "who"),
    (
        _form(
            rf"who\s+(?:(?:has|have|had)\s+)?(?:(?:the\s+)?most\s+(?:{_QUOTES}|to\s+say)|(?:talks?|talked|speaks?|spoke|spoken|says?|said"
            rf"|(?:is|are|was|were|been)\s+quoted)\s+{_MOST}|(?:is|are|was|were|been)\s+(?:the\s+)?most\s+(?:often\s+)?quoted(?:\s+{_SPEAKERS})?)\s+{_WHERE}"
        ),
        "most",
        "then",
    ),
    (
        _form(
            rf"(?:who\s+(?:is|are|was|were)\s+)?(?:the\s+)?(?:top|main|leading|most\s+(?:quoted|frequent|cited))\s+(?:\d+\s+)?{_SPEAKERS}"
            rf"\s+{_WHERE}"
        ),
        "most",
        "then",
    ),
    (
        _form(
            rf"(?:who\s+(?:is|are)\s+)?(?:the\s+)?(?:top|main|leading|most\s+(?:quoted|frequent|cited))\s+(?:\d+\s+)?{_SPEAKERS}\s+(?:on|about)\s+{_Y}"
        ),
        "most",
        "who",
    ),
)
