"""Tell which questions of fact say nothing of what they are about: "how many died?", "who scored?", "which years?"."""

from __future__ import annotations

import re

from qa.language.lexicon.follow_up_words import ANY_LEADS, ONE_LEAD
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.question_words import ANY_AUXILIARY, PRONOUNS, QUESTION_WORDS
from qa.language.patterns import regex
from qa.language.terms import content_terms, term
from qa.understanding.described import asked_for
from qa.understanding.names import names_in
from qa.understanding.words import bare

_MOST_WORDS = 7
# "What's the film about?"; "whose" is another word.
_IS = regex(r"^(who|what|when|where|how|why)[’']s(?=\s)", re.IGNORECASE)
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEAD = regex(r"\s*(?:(?:and|but|so|ok|okay|then)\b[\s,]*)+", re.IGNORECASE)
_PAST = (
    r"(?:\w{2,}ed|died|won|lost|fell|left|came|went|paid|ran|fled|hurt|spoke|knew|got|took|made|saw|began|led|quit"
    r"|sent|lied)"
)
_NOW = r"(?:pays|wins|loses|gets|gains|decides|benefits|suffers|leads|runs|takes|comes|goes)"
# "How many were evacuated?": of what is not said.
_HOW_MANY = regex(
    rf"how\s+many\s+\w+\s+(?:are|were)\s+there|how\s+(?:many|much)(?:\s+(?:more|others|people|of\s+them))?(?:\s+(?:(?:{ANY_AUXILIARY})\b.*|{_PAST}(?:\s+\w+)?))?"
    rf"|how\s+(?:many|much)\s+(?!{ANY_AUXILIARY}\b)\w+",
    re.IGNORECASE,
)
# "Which nationalities?", "for how long?", "by whom?", "any criticism?": no verb.
_PART = regex(
    r"(?:(?:for|in|at|by|from|with|on|to|of|since|until)\s+)?(?:(?:which|what|whose)\s+\w+|how\s+(?!come|so|many|much)\w+|whom)"
    r"|any\s+(?!more|other|else|newer|older|later|earlier|news)\w+",
    re.IGNORECASE,
)
_ANYBODY = regex(
    rf"(?:{ANY_AUXILIARY})(?:n['’]?t)?\s+(?:any(?:body|one)|some(?:body|one)|nobody|no\s+one|(?:any|many)\s+people|there(?:\s+(?:any|a|an|no|many))?)\b.*",
    re.IGNORECASE,
)
_WHO_DID = regex(
    rf"who(?:\s+else)?\s+(?:(?:is|was|were|has|had|will|would|got)\s+(?!it\b|he\b|she\b|they\b|you\b|the\b)\w+|{_PAST}|{_NOW})(?:\s+(?:over|out|up|in|away|down|first|second|third|fourth|fifth|last|again|too|then|next|most))?",
    re.IGNORECASE,
)
# "Which album won?", "which plants are affected?"
_WHICH_DID = regex(
    rf"(?:which|what)\s+(?:(?!(?:{ANY_AUXILIARY}|it|he|she|they|you|we|the|did)\b)[a-z-]+\s+){{1,2}}(?:{_PAST}|{_NOW}|(?:is|are|was|were|has|have|got)\s+(?!it\b|he\b|she\b|they\b|you\b|the\b)[a-z-]+)"
    r"(?:\s+(?:over|out|up|in|away|down|first|second|third|fourth|fifth|last|again|too|then|next|most))?",
    re.IGNORECASE,
)
_COSTS_TO = regex(
    r"how\s+(?:much|long)\s+(?:does|did|will|would)\s+it\s+(?:cost|take)\s+to\s+[\w-]+(?:\s+(?:in|out))?(?:\s+(?:there|here))?",
    re.IGNORECASE,
)
_IN_THE_END = regex(
    r"(?:what|how)\s+(?:has\s+|did\s+(?:it|that|this)\s+(?:all\s+)?)?(?:happen(?:ed)?|end)\s*(?:in\s+the\s+end|at\s+the\s+end|eventually|finally|afterwards?|later|next"
    r"|then|since)",
    re.IGNORECASE,
)
_DEFINITE = regex(
    rf"(?:who|what|when|where|why|how(?:\s+\w+)?|which)\s+(?:{ANY_AUXILIARY})\s+the\s+(?P<noun>[\w-]+)(?:\s+[\w-]+)*"
    rf"|how\s+(?:many|much)\s+(?P<counted>\w+)\s+(?:{ANY_AUXILIARY})(?:\s+[\w-]+)*"
    rf"|(?:when|where|why|how(?:\s+\w+)?)\s+(?:{ANY_AUXILIARY})\s+(?P<bare>[\w-]+)(?:\s+[\w-]+)*",
    re.IGNORECASE,
)


_OF_ANYTHING = frozenset("money cash time".split())
# "What was the score?", "who was the victim?": of what was talked of. An office has its holder whatever was talked of.
_OF_THAT = regex(
    r"(?:who|what|where|when|how\s+\w+)\s+(?:is|are|was|were)\s+the\s+(?P<noun>[\w-]+)", re.IGNORECASE
)


def lacks_subject(question: str, before: frozenset[str]) -> bool:
    """Return whether a question names nothing of its own, so that it can only be about what was talked of.

    "When did the broadcasts begin?" and "when does production start?" do where these were talked of before.

    Args:
        before: The terms of what was asked and shown.
    """
    text = question.strip(" \t\n?!.,")
    lead = _LEAD.match(text)
    text = _IS.sub(r"\1 is", text[lead.end() :] if lead else text)
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    if _COSTS_TO.fullmatch(text) and not names_in(question):
        return True
    if not 0 < len(words) <= _MOST_WORDS or names_in(question):
        return False
    if _IN_THE_END.fullmatch(text):
        return True
    if _ANYBODY.fullmatch(text):
        return not _named_later(words, DETERMINERS - {"the", "any", "many", "no", "a", "an"})
    if _named_later(words, DETERMINERS - {"the", "more"}):
        return False
    if any(form.fullmatch(text) for form in (_HOW_MANY, _PART, _WHO_DID, _WHICH_DID)):
        return True
    if (that := _OF_THAT.fullmatch(text)) and asked_for(f"the {that['noun']}") is None:
        return True
    definite = _DEFINITE.fullmatch(text)
    if definite is None:
        return False
    noun = (definite["noun"] or definite["counted"] or definite["bare"]).casefold()
    if noun in _OF_ANYTHING:
        return True  # "how much money was involved?"
    return any(term(part) in before for part in noun.split("-") if part)


_HOW_MANY_THERE = regex(
    rf"(?P<many>\s*{ANY_LEADS}how\s+many)(?P<rest>\s+(?:{ANY_AUXILIARY})\s+there\b.*)",
    re.IGNORECASE,
)
_SEVERAL = regex(r"(?:the|his|her|its|their)\s(?:[\w’'-]+\s+){0,2}[\w’'-]+[^\Wsui]s", re.IGNORECASE)


def counted_of(question: str, thing: str) -> str | None:
    """Return "how many of the ferries will there be?" for "how many will there be?"; None for any other question."""
    match = _HOW_MANY_THERE.fullmatch(question) if _SEVERAL.fullmatch(thing) else None
    return f"{match['many']} of {thing}{match['rest']}" if match is not None else None


# "How many did she send?", "how much has he paid?"
_COUNTED_ALONE = regex(
    rf"{ONE_LEAD}how\s+(?:many|much)\s+(?:{ANY_AUXILIARY})\s+(?:he|she|they)\s+\w+(?:\s+(?:in\s+all|altogether|in\s+total))?",
    re.IGNORECASE,
)


def counts_nothing_named(question: str) -> bool:
    """Return whether a question asks how many somebody sent or sold, and not of what: of what was talked of."""
    return _COUNTED_ALONE.fullmatch(question.strip(" \t\n?!.,")) is not None


_OF_SOMEBODY = regex(r"\b(?:he|she|him|her)\b", re.IGNORECASE)


def is_its(question: str, topic: str | None) -> bool:
    """Return whether a topic is a thing's that was talked of before: "its age", of "what did he say about its age?"."""
    return (
        topic is not None and topic.lower().startswith("its ") and _OF_SOMEBODY.search(question) is not None
    )


def _named_later(words: list[str], opens: frozenset[str]) -> bool:
    """Return whether a thing is named after a preposition or a determiner of its own: "in a village", "of ferries"."""
    inner = words[2:]
    return any(word in PREPOSITIONS - {"by", "to"} for word in inner[:-1]) or any(
        word in opens for word in inner
    )


# "And the teacher?", "what about rice": a thing of its own, and nothing asked of it.
_THING = regex(
    r"\s*(?:(?:and|but|so|ok|okay)\s+)*(?:(?:what|how)\s+about\s+)?(?P<thing>[^\W\d_][\w’'-]*(?:\s+[\w’'-]+){0,5})[\s?!.]*",
    re.IGNORECASE,
)


def names_a_thing(question: str) -> bool:
    """Return whether a question only names another thing: words of before would hide what is said of it."""
    match = _THING.fullmatch(question)
    if match is None or match.start("thing") == len(question) - len(question.lstrip()):
        return False
    words = [bare(word) for word in match["thing"].split()]
    asks = QUESTION_WORDS | PRONOUNS | {"a", "an"}  # "and a year earlier?" goes on
    return asks.isdisjoint(words) and bool(content_terms(match["thing"]))
