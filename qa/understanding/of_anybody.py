"""Read questions for anybody's words on a topic without a verb of saying in front: "whose quote is it about tolls?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answers import QuestionKind
from qa.language.lexicon.speech_acts import JUDGED_AS
from qa.language.patterns import regex
from qa.understanding.question_reading import Reading

_LONGEST = 300
_ON = r"(?:on|about|of|regarding|concerning|re)"
_ABOUT = r"(?:on|about|regarding|concerning|re)"
_NAMED = (
    r"(?:mentioned|discussed|talked\s+about|spoken\s+(?:about|of|on)|brought\s+up|commented\s+on|addressed"
    r"|touched\s+(?:up)?on)"
)
_SOMEBODY = r"(?:any|some)(?:one|body)(?:\s+else)?"
_WORDS = (
    "quotes? quotations? comments? words? statements? remarks? opinions? views? thoughts something anything"
)
_OF_WORDS = f"(?:{'|'.join(_WORDS.split())})"
_TOPIC = r"(?P<topic>\S.*)"
# A child that is found safe is no matter of opinion.
_JUDGED = (
    rf"(?:(?!safe\b|sound\b|clear\b)(?:un|in|im)?(?:{'|'.join(sorted(JUDGED_AS))})"
    r"|\w{3,}(?:ful|ous|able|ible|less|some))"
)
_FORMS = tuple(
    regex(form, re.IGNORECASE | re.DOTALL)
    for form in (
        # "Who brought up tolls?", "who's talking about tolls?", "who raised the issue of tolls?"
        r"who(?:['’]?s|\s+(?:is|are|was|were|has|have|had|did|all|else|been|ever|also|actually|already))*\s+"
        r"(?:br(?:ought|ings?|ing)\s+up|discuss(?:ed|es|ing)?|(?:talking|speaking)\s+(?:about|of|on)|touch(?:ed|es|ing)?\s+(?:up)?on"
        r"|(?:raised?|raises|raising)\s+(?:the\s+)?(?:issue|subject|question|topic|matter|point|idea|possibility)\s+of"
        rf"|on\s+(?:the\s+)?record\s+{_ABOUT}|(?:had|has|have|having|got)\s+(?:(?:a|an|any|some|the)\s+)?{_OF_WORDS}\s+(?:to\s+say\s+)?{_ABOUT})\s+{_TOPIC}",
        # "Who found the tolls unfair?", "who deemed them a tax?", "who questioned whether they work?"
        rf"who\s+(?:(?:has|have|had|else|also)\s+)*(?:found|finds?)\s+(?P<topic>\S.*\s+{_JUDGED})[\s?.!]*",
        r"who\s+(?:(?:has|have|had|else|also)\s+)*(?:deem(?:ed|s)?|considers?|considered|judged)\s+(?P<topic>(?!to\b|\w+ing\b)\S+\s+\S.*)",
        r"who\s+(?:(?:has|have|had|else|also)\s+)*question(?:ed|s)?\s+(?P<topic>(?:whether|if|how|why)\s+\S.*)",
        # "Who made a statement on tolls?", "who do you quote on tolls?", "who was interviewed about tolls?"
        rf"who\s+(?:has\s+|have\s+|had\s+)?(?:made|gave|given|issued|expressed|voiced|offered|shared)\s+(?:(?:a|an|any|some|their)\s+)?(?:\w+\s+)?{_OF_WORDS}\s+{_ABOUT}\s+{_TOPIC}",
        rf"whom?\s+(?:do|did|have|has|does|is|was|were|are|got)\s+(?:(?:you|they|we|the\s+(?:articles?|papers?|stories))\s+)?(?:have|got|quoted?|cited?|asked|interviewed)\s+{_ABOUT}\s+{_TOPIC}",
        rf"who\s+(?:is|was|were|are|has\s+been|got)\s+(?:asked|interviewed|quoted|cited|heard)\s+{_ABOUT}\s+{_TOPIC}",
        rf"(?:(?:all|any|the|every|other)\s+)?(?:speakers|people|persons|voices|everybody|everyone|those)(?:\s+(?:who\s+(?:are|were)\s+)?(?:quoted|cited|heard|speaking))?\s+{_ABOUT}\s+{_TOPIC}",
        rf"(?:find\s+out\s+)?who\s+(?:mention(?:s|ed)?|(?:sp(?:oke|eaks?)|talk(?:s|ed)?)\s+{_ON})\s+{_TOPIC}",
        rf"what\s+kinds?\s+of\s+(?:people|speakers|persons)\s+(?:spoke|talked|commented|speak|talk)\s+{_ON}\s+{_TOPIC}",
        rf"what(?:['’]?s|\s+(?:is|was|are|were))\s+(?:the\s+)?(?:general|public|overall|common|prevailing|main)\s+(?:opinions?|views?|moods?|reactions?|feelings?)\s+(?:{_ON}|to)\s+{_TOPIC}",
        rf"whose\s+{_OF_WORDS}(?:\s+(?:is|are|was|were))?(?:\s+(?:it|that|this|these|those|there))?\s+{_ABOUT}\s+{_TOPIC}",
        rf"(?:is|was|were|are|has|have|had)\s+(?P<topic>\S.*?)\s+(?:(?:been|ever|even|also)\s+)*{_NAMED}\s+by\s+{_SOMEBODY}[\s?.!]*",
        rf"by\s+whom\s+(?:is|was|were|are|has|have)\s+(?P<topic>\S.*?)\s+(?:been\s+)?{_NAMED}[\s?.!]*",
        rf"who\s+(?:is|was|were|are|has|have)\s+(?P<topic>\S.*?)\s+(?:been\s+)?{_NAMED}\s+by[\s?.!]*",
        rf"(?:(?:is|was)\s+there\s+)?{_SOMEBODY}\s+(?:(?:talking|speaking|quoted)\s+)?{_ABOUT}\s+{_TOPIC}",
        # "Tolls quotes", "reactions tolls": beside a name `quote_wanted` has read it before.
        r"(?:(?:need|want|any|some|all|the|show|find|give\s+me)\s+)*(?:quotes?|quotations?|statements|reactions|remarks)\s+(?!(?:about|on|of|by|from|to|in|with|regarding|for|at|against|and|or|that|mentioning|containing|including)\b)(?P<topic>[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,2})",
        r"(?P<topic>[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,2})\s+(?:quotes?|quotations?|reactions|remarks)",
        # "Views on tolls", "what reactions are there to tolls?", "voices on tolls"
        r"(?:(?:what|which|any|some|all|the|different|other|various|show|list|give|find|me|people['’]?s|is|are|was|were|there)\s+)*"
        r"(?:views|opinions|reactions|voices|thoughts|takes)\s+"
        r"(?:(?:are|were|is|was)\s+(?:there|given|voiced|expressed)\s+|(?:there\s+(?:are|is)|that\s+exist)\s+|(?:people|they)\s+(?:have|had)\s+|(?:do|did)\s+people\s+(?:have|had)\s+)?"
        rf"(?:(?:{_ON}|to)\s+(?P<topic>\S.*))",
        r"(?:(?:show|list|give|find|get)\s+(?:me\s+)?)?(?:(?:all|any|some|the|every)\s+)*(?:quotes?|quotations?|words)\s+"
        r"(?:mentioning|with|containing|including|that\s+(?:mention|contain|have|include)s?)\s+(?:the\s+(?:words?|phrase|term|name)\s+)?(?P<topic>\S.*)",
    )
)


def of_anybody(text: str) -> Iterator[Reading]:
    """Read what asks who spoke on a topic, or for words of anybody on it."""
    if len(text) > _LONGEST:
        return
    for form in _FORMS:
        if (match := form.fullmatch(text)) is not None:
            yield Reading(QuestionKind.WHO_SAID, topic=match["topic"])
            return
