"""Recognise turns that doubt how the last one ended, or ask why: "really nobody?", "why is that unsure?"."""

from __future__ import annotations

import re

from qa.answers import Outcome, QuestionKind
from qa.conversation.earlier.past import Past
from qa.conversation.fragments.about_shown_quotes import asks_if_true
from qa.conversation.fragments.corrections import refuses
from qa.language.patterns import regex
from qa.understanding.chat_spelling import as_written

_LONGEST = 80
_FEW = 2
_LEAD = r"\s*(?:(?:so|but|and|wait|what|hm+|ok(?:ay)?|oh|huh|sorry)[\s,]+)*"
_NOBODY = (
    r"(?:nothing|nobody|no[\s-]?one|none|not\s+(?:anything|anyone|anybody|(?:a|one)(?:\s+single)?\s+(?:word|thing|quote|article|person))"
    r"|no\s+(?:words|quotes?|articles?|results?|answers?))"
)
_NONE = regex(
    rf"{_LEAD}(?P<really>(?:(?:(?:is|was)\s+there|you\s+have)\s+)?(?:really|absolutely|literally|truly|seriously|honestly|actually)[\s,]+)?"
    rf"(?:{_NOBODY}|(?(really)no\s+[\w’'-]+(?:\s+[\w’'-]+)?|{_NOBODY}))"
    r"(?:\s+(?:at\s+all|whatsoever|there|here|really|found|in\s+(?:there|here)|(?:about|on)\s+(?:that|this|it)|from\s+(?:him|her|them)))*"
    r"(?P<asks>[\s!.]*\?)?[\s?!.]*",
    re.IGNORECASE,
)
_REALLY_SO = regex(r"\b(?:really|seriously|honestly|absolutely|literally)[\s,]+", re.IGNORECASE)
_SO = regex(r"\s*(?:so|wait|huh|what)[\s,]", re.IGNORECASE)
_ANY = {"nothing": "anything", "nobody": "anybody", "no one": "anyone", "no-one": "anyone", "no": "any"}
_WORDS = r"(?:quotes?|words?|articles?|comments?|statements?|reactions?|repl(?:y|ies)|responses?|answers?|remarks?)"
_NEGATED = regex(
    rf"{_LEAD}(?:(?:is|was|are|were)\s+there\s+|(?:do\s+you\s+|you\s+)?have\s+)?(?:really\s+)?"
    rf"(?P<none>nothing|nobody|no[ -]one|no(?=\s+{_WORDS}\s))(?:\s+{_WORDS})?"
    r"(?:\s+at\s+all|\s+whatsoever)?\s+(?:newer|older|later|earlier|more|else|new|recent|from|by|on|about|against|in|since|after|before|of)\b[^?]*\?[\s?!.]*",
    re.IGNORECASE,
)
_SPOKEN = (
    "talk|say|speak|mention|comment|complain|object|disagree|oppose|criticise|criticize|support|defend|care"
)
_NOBODY_DOES = regex(
    rf"{_LEAD}(?:(?:did|does|do|has|have)\s+)?(?:really\s+)?(?:nobody|no[ -]one|none\s+of\s+them)\s+"
    rf"(?:really\s+|actually\s+|even\s+)?(?P<what>(?:{_SPOKEN})(?:e?[sd])?\b[^?]*?)\s*\?[\s?!.]*",
    re.IGNORECASE,
)
"""A question whether really nobody does something with words: "so nobody talks about it?"."""
_WHY_NONE = regex(
    rf"{_LEAD}(?:why|how\s+come)\s+(?:(?:is|are|was|were)\s+)?(?:(?:that|this|it|there|the\s+answer|you(?:\s+are|['’]re)?)\s+)?(?:is\s+)?(?:so\s+|only\s+|still\s+)?"
    rf"(?:(?:(?:is|are)n['’]?t\s+there|do(?:n['’]?t)?\s+you\s+(?:not\s+)?have)\s+any(?:thing|one|body|\s+(?:quotes?|words?|articles?))|unsure|uncertain|unclear|not\s+(?:sure|certain|found|there|in\s+(?:there|here))|{_NOBODY})(?:\s+(?:found|at\s+all|here|there|(?:about|on)\s+(?:that|this|it)))*"
    r"[\s?!.]*",
    re.IGNORECASE,
)
_SAID_NONE = regex(
    rf"{_LEAD}(?:(?:did|has|have)\s+)?(?:he|she|they)(?:\s+(?:has|have|had|did|really|actually|literally|just|ever))*\s+"
    rf"(?:(?:said|says?|wrote|told\s+us)\s+{_NOBODY}|(?:never|(?:did|has|have)(?:n['’]?t|\s+not))\s+(?:really\s+|actually\s+|ever\s+)?"
    r"(?:(?:said|say|wrote|write)(?:\s+(?:anything|a\s+(?:word|thing)))?|comment(?:ed)?|sp[eo]ken?|talk(?:ed)?))"
    r"(?:\s+(?:at\s+all|whatsoever|(?:about|on)\s+(?:that|this|it)))*[\s?!.]*",
    re.IGNORECASE,
)
"""A doubt that somebody has no words: "so she said nothing?", "he never said anything about it?"."""
_MUST_BE = regex(
    rf"{_LEAD}(?:surely\s+)?there(?:['’]s|\s+(?:must|has|have|should|will|would))\s+(?:surely\s+)?(?:got\s+)?(?:to\s+)?(?:be|have\s+been)\s+"
    r"(?:some|any)(?:thing|one|body)(?:\s+(?:there|here|more|else|(?:on|about)\s+(?:that|this|it)))*[\s.!]*",
    re.IGNORECASE,
)
_REALLY = regex(rf"{_LEAD}(?:really|seriously)\s*\?[\s?!.]*", re.IGNORECASE)
_WHY = regex(rf"{_LEAD}(?:why(?:\s+not)?|how\s+(?:come|so))[\s?!.]*", re.IGNORECASE)


def doubts_that_none(question: str) -> bool:
    """Return whether a turn cannot believe that there is nothing: "really nobody?"; "nothing." believes it."""
    match = _NONE.fullmatch(question) if len(question) <= _LONGEST else None
    return match is not None and bool(match["really"] or match["asks"] or _SO.match(question))


def asked_positively(question: str) -> str | None:
    """Return what a turn asks that doubts that there is none: "anything from Quill?" of "nothing from Quill?"."""
    if len(question) <= _LONGEST and (nobody := _NOBODY_DOES.fullmatch(question)) is not None:
        return f"does anybody {nobody['what']}?"
    match = _NEGATED.fullmatch(question) if len(question) <= _LONGEST else None
    if match is None or doubts_that_none(question):
        return None
    before, after = question[: match.start("none")], question[match.end("none") :]
    return f"{_REALLY_SO.sub('', before)}{_ANY[match['none'].lower()]}{after}"


def doubts_an_ending(question: str) -> bool:
    """Return whether a turn doubts what was shown, or that there is nothing: "u sure?", "nothing from Quill?"."""
    return (
        bool(_REALLY.fullmatch(question))
        or asks_if_true(as_written(question))
        or doubts_that_none(question)
        or asked_positively(question) is not None
        # "You didn't answer" refuses what was shown, however many of its words are those of small talk.
        or (len(question.split()) > _FEW and refuses(as_written(question)))
    )


def asks_of_the_ending(question: str, past: Past) -> bool:
    """Return whether a turn asks nothing but whether, or why, the last one ended as it did.

    "Why not?", after "Quill is quoted here, though not on the levee", asks why there is nothing, and not why she said
    something. After a question of fact that found nothing it may still ask on: "why did Quill not resign?".
    """
    if past.last is None or not past.quoting or len(question) > _LONGEST:
        return False
    if doubts_that_none(question) or _MUST_BE.fullmatch(question) or _WHY_NONE.fullmatch(question):
        return True
    if past.last.kind is QuestionKind.SAID and _SAID_NONE.fullmatch(question):
        return True
    denied = past.conversation.turns[-1].outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
    return denied and past.last.kind is not QuestionKind.CONTENT and _WHY.fullmatch(question) is not None
