"""Drop the words of a question that only ask for an answer, such as "please clarify"."""

from __future__ import annotations

import re

from qa.language.patterns import regex
from qa.language.terms import content_terms
from qa.understanding.scan import clean, skip_courtesy

_REPLY = regex(
    r"\W*(?:yes|yeah|yep|no|nope|sure|great|perfect|fine|right|i\s+see|got\s+it|(?:i(?:['’]m|\s+am)\s+)?sorry"
    r"|that(?:['’]s|\s+is)\s+(?:fine|ok|okay|great|good|helpful|interesting|right|all\s+right))\s*[.!,;:]\s*",
    re.IGNORECASE,
)
_REQUEST = regex(
    r"(?:(?:can|could|would|will)\s+you\s+)?(?:(?:please|kindly|also|just)\s+)*"
    r"(?:(?:clarify|describe|outline|elaborate\s+(?:on|about)|explain(?:\s+to\s+(?:me|us))?)\s+"
    r"|(?:tell|give|provide|share|show)\s+(?=(?:me|us|a|an|any|some|more|the)\b)(?:(?:me|us)\s+(?:with\s+)?)?)",
    re.IGNORECASE,
)
_HOW_MUCH = regex(
    r"(?:(?:(?:a\s+(?:little\s+)?bit|a\s+little|some(?:thing)?|anything|any|the|more|basic|general|further)\s+)+"
    r"(?:(?:information|info|details?|facts|overview)\s+)?"
    r"(?:more\s+)?(?:on|of|regarding|about)|(?:information|info|details?|facts)\s+(?:on|of|regarding|about)|about)\s+(?=\w)",
    re.IGNORECASE,
)

_LOOKED_FOR_HERE = regex(
    r"(\W*(?:who(?:\s+(?:else|all))?|(?:has|have|did|does|do)\s+(?:any|some)(?:one|body)(?:\s+else)?))"
    r"\s+(?:in\s+(?:this|the|your|our)\s+(?:archive|library|collection|corpus|articles)|in\s+here|here)\s+(?=\w)",
    re.IGNORECASE,
    leads="in here",
)

_IN_AN_INTERVIEW = regex(
    r"(?P<front>\s*in\s+an?\s+interview,?\s+)?(?P<asked>(?:what|did|does|do|who|how)\b.*?\b(?:about|on|of)\s+\S.*?)(?(front)|,?\s+in\s+an?\s+interview)(?P<end>[\s?!.]*)",
    re.IGNORECASE | re.DOTALL,
    needs="interview",
)


def without_interview(question: str) -> str:
    """Return a question for words on a topic without "in an interview", which is no part of it.

    With whom it was, or for which paper, is: "in an interview with the Inland Post" stays.
    """
    match = _IN_AN_INTERVIEW.fullmatch(question)
    return f"{match['asked']}{match['end']}" if match else question


def without_here(question: str) -> str:
    """Return a question without the archive as the place where somebody is looked for: "Who here spoke of tolls?"."""
    return _LOOKED_FOR_HERE.sub(r"\1 ", question, count=1) if _LOOKED_FOR_HERE.match(question) else question


def without_courtesy(question: str) -> str:
    """Return what a question asks for: "the tides" of "Yes. Could you please tell me some more about the tides?".

    A question of nothing else is returned as it is.
    """
    rest = question
    while match := _REPLY.match(rest):
        rest = rest[match.end() :]
    if match := _REQUEST.match(rest):
        rest = rest[match.end() :]
    elif (skipped := skip_courtesy(rest)) != rest.strip():
        rest = skipped
        if match := _REQUEST.match(rest):
            rest = rest[match.end() :]
    if rest != question and (match := _HOW_MUCH.match(rest)):
        rest = rest[match.end() :]
    if rest == question:
        return question
    return rest if content_terms(clean(rest)) else question
