"""Tell questions whose answer has a form of its own, and text of that form: how a vote ended, what somebody died of."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms, terms

_NAME = r"(?:[\w.’'-]+\s+){1,6}"
_BODY = "|".join(
    sorted({*GROUP_NOUNS, "congress", "house", "jury", "members", "parliament", "residents", "senate"})
)
_COUNT = r"\b\d{1,4} ?(?:[-–—]|to|against|votes to) ?\d{1,4}\b"
_DECIDED = r"\b(?:vot|pass|approv|adopt|reject|defeat|fail|carri|backed)\w*"


class Form(NamedTuple):
    """How something is asked, and how it is told; `of_name`: an article may tell the same of others as well."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    of_name: bool


_VOTE = Form(
    regex(
        rf"\W*(?:what\s+(?:was|is)\s+the\s+(?:final\s+)?(?:vote|tally|vote count)(?=\s+(?:on|over|for|in|to)\b|\W*\Z)"
        rf"|how\s+did\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?(?:{_BODY})\s+vote(?=\s+(?:on|over)\b|\W*\Z)|how\s+(?:close|narrow)\s+was\s+the\s+vote\b"
        r"|(?:by|with)\s+(?:what|which)\s+(?:vote|margin)\b)",
        re.I,
    ),
    regex(
        rf"{_DECIDED}[^.!?]{{0,60}}?{_COUNT}(?! ?(?:per|%))|{_COUNT}[^.!?]{{0,30}}?{_DECIDED}"
        rf"|\bunanimous(?:ly)?\b",
        re.I,
    ),
    of_name=False,
)
_DEATH = Form(
    regex(
        rf"\W*(?:how\s+did\s+{_NAME}die\W*\Z|how\s+(?:was|were)\s+{_NAME}killed\W*\Z"
        rf"|what\s+(?:did|has|had)\s+{_NAME}died?\s+(?:of|from)\W*\Z"
        r"|(?:what\s+(?:was|is)\s+)?(?:the\s+|[\w.’'-]+['’]s?\s+)?cause\s+of\s+(?:the\s+)?(?:[\w.’'-]+['’]s?\s+)?death\b)",
        re.I,
    ),
    regex(
        r"\bcauses? of (?:(?:his|her|the) )?death\b(?! (?:is|was|has) (?:not|n['’]t|un))|\bdie[ds]? (?:of|from)\b"
        r"|\bdied\b[^.!?]{0,60}?\b(?:(?<!\bage )(?<!\baged )of|from|after|when|in an?)\b"
        r"|\bt(?:akes?|ook|aken|aking) (?:his|her|their) own li(?:fe|ves)\b"
        r"|\bkill(?:s|ed|ing)? (?:him|her|them)sel(?:f|ves)\b"
        r"|\b(?:killed|shot|stabbed|strangled|struck|crushed|poisoned|run over)\b[^.!?]{0,40}?"
        r"\b(?:by|when|to death|dead|with)\b"
        r"|\b(?:drown(?:ed|ing)|overdose|suicide|hypothermia|heart attack|cancer|stroke|pneumonia)\b",
        re.I,
    ),
    of_name=True,
)
_ORIGIN = Form(
    regex(
        rf"\W*where(?:['’]s\s+|\s+(?:is|are|was|were|do|does|did)\s+){_NAME}"
        r"(?:(?:come\s+)?from(?=\s+who\b|\W*\Z)|come\s+from\b(?=.*\bwho\b)|born\W*\Z|(?:grow|grew)\s+up\W*\Z)",
        re.I,
    ),
    regex(
        r"(?:\b(?:is|are|was|were|he|she|they)\b|['’]s|\bwho|\bcomes?|\bcame|\bhails?|,)"
        r" (?i:originally )?from (?:the )?[A-Z]"
        r"|\b(?:[Bb]orn|[Rr]aised|[Gg]rew up)\b[^.!?]{0,30}? (?:in|on|at|near) (?:the )?[A-Z]|\b[Nn]ative of [A-Z]"
        r"|\b[A-Z]\w+(?:-born| native)\b|\bhometown of [A-Z]"
    ),
    of_name=True,
)
_FORMS = (_VOTE, _DEATH, _ORIGIN)
_VOTED_ON = regex(r"\b(?:on|over|for)\s", re.I)
_OF_THE_FORM = frozenset(
    terms(
        "vote tally count final close narrow margin cause death die died killed come from born grow grew up"
    )
)
"""Words that only ask for the form: "died" in a quote does not say that it is the captain who did."""


def asked_form(question: str) -> Form | None:
    """Return the form of the answer to a question: "How did Quill die?", "What was the vote on the tolls?"."""
    return next((form for form in _FORMS if form.asked.match(question)), None)


def is_told(form: Form, question: str, quote: str) -> bool:
    """Return whether a quote has the form, and a name of the question, or where none is needed what it asks about.

    "Members voted 9-4 on the tolls" does not tell how the council voted on the bridge.
    """
    if form.told.search(quote) is None:
        return False
    located = [it for it in located_terms(question) if not is_stop_term(it[2])]
    names = {word for start, _, word in located if start > 0 and question[start].isupper()}
    if form.of_name and names:
        return not names.isdisjoint(terms(quote))
    every = {word for *_, word in located}
    voted_on = None if form.of_name else _VOTED_ON.search(question)
    about = {word for start, _, word in located if voted_on and start >= voted_on.end()} or every
    return not ((about - _OF_THE_FORM) or every).isdisjoint(terms(quote))
