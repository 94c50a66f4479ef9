"""Write as a plain question what asks for words by another form: "didn't she mention tolls?", "any criticism?"."""

from __future__ import annotations

import re

from qa.language.patterns import regex

_LONGEST = 160
_LEAD = r"\s*(?:(?:and|but|so|ok|okay|well|wait|hang\s+on|hold\s+on)[\s,]+)*"
_NAME = r"[^\W\d_][\w’'.-]*(?:\s+[\w’'.-]+){0,3}?"
_BY_ANYBODY = (
    r"(?:\s+(?:at\s+all|there|here|(?:said\s+)?(?:from|by)\s+(?:any(?:one|body)|some(?:one|body)|others)))*"
)
_ANY_SIDE = regex(
    rf"{_LEAD}(?:(?:is|was|were|are)\s+there\s+|(?:do\s+you\s+)?(?:have|got)\s+)?(?:any|some)(?:thing|one|body)?\s+"
    r"(?:(?P<against>negative|critical|criticisms?|critics|opposition|opponents|pushback|backlash|complaints?)"
    rf"|positive|supportive|support|supporters|praise|backing|backers){_BY_ANYBODY}"
    rf"(?:\s+(?:of|about|on|for|to|against|towards?)\s+(?P<what>\S[^?!]*?))?{_BY_ANYBODY}[\s?!.]*",
    re.IGNORECASE,
)
"""Whether anybody is for or against it, by a noun: "any criticism of the levee?", "anything negative from anyone?"."""
_DID_NOT = regex(
    rf"{_LEAD}(?:did|has|have|had)(?:n['’]?t|\s+not)\s+(?P<who>(?!any|some|every|nobody){_NAME})\s+(?:also\s+|once\s+|even\s+|ever\s+)*"
    r"(?:mention(?:ed)?|(?:say|said|talk(?:ed)?|speak|spoken|comment(?:ed)?)\s+(?:also\s+)?(?:(?:some|any)thing\s+)?(?:about|on|of))"
    r"\s+(?P<what>(?!that\b|this\b|it\b)\S[^?!,]*?)(?:\s+(?:too|as\s+well|either|somewhere|before|once))?[\s?!.]*",
    re.IGNORECASE,
)
"""What somebody surely spoke of: "didn't she also say something about tolls?"."""
_WAS_IN_IT = regex(
    rf"{_LEAD}(?:is|was|were|are)(?:n['’]?t|\s+not)\s+(?P<who>{_NAME})\s+(?:(?:also|part|there|involved|one)\s+)*(?:in|at|on|of)\s+"
    r"(?P<what>(?:the|that|this|an?|his|her)\s+\S[^?!]*?)(?:\s+(?:too|as\s+well))?\s*\?\s*(?:so\s+|and\s+)?what\s+(?:did|does)\s+"
    r"(?:he|she|they|it)\s+say(?:\s+(?:there|then|in\s+(?:it|that)|about\s+(?:it|that)))?[\s?!.]*",
    re.IGNORECASE,
)
"""Somebody and what they took part in, and then what they said of it."""
_WHO_DID = regex(
    r"\s*(?:(?:no|the|that|a)\s+)*(?:guy|man|woman|person|lady|dude|bloke|one|people|folks)\s+(?:who|that)\s+"
    r"(?P<did>[a-z]+\s+\S[^?!,]*?)[\s?!.]*",
    re.IGNORECASE,
)
"""Somebody by what they did, and nothing else: "the guy who wrote the report"."""


def asked_otherwise(question: str) -> str | None:
    """Return a turn as the plain question that it asks; None for one that has none of these forms."""
    if len(question) > _LONGEST:
        return None
    if (side := _ANY_SIDE.fullmatch(question)) is not None:
        return f"did anyone {'criticise' if side['against'] else 'support'} {side['what'] or 'it'}?"
    if (did_not := _DID_NOT.fullmatch(question)) is not None:
        return f"what did {did_not['who']} say about {did_not['what']}?"
    if (took_part := _WAS_IN_IT.fullmatch(question)) is not None:
        return f"what did {took_part['who']} say about {took_part['what']}?"
    if (who := _WHO_DID.fullmatch(question)) is not None:
        return f"who {who['did']}?"
    return None
