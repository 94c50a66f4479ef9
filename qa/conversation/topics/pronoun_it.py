"""Tell what "it" stands for in a question: a thing that was talked of, what somebody did, or what happened."""

from __future__ import annotations

import re

from qa.conversation.earlier.agreement import IT
from qa.conversation.earlier.noun_phrases import words_in
from qa.conversation.topics.back_references import refers_back
from qa.language.patterns import regex

# "How did it happen?" asks of what was done, and of no name: of an event, where one was named.
HAPPENED = regex(r"it\s+(?:all\s+)?(?:been\s+)?(?:happen\w*|go(?:ing)?\s+on|occur\w*|come\s+about)\b", re.I)
_DONE = regex(r"\b(?:(?:do|done|doing)\s+it\b|did\s+it\W*$)", re.IGNORECASE)
_DOES_TO_IT = regex(
    r"\b(?i:did|does|do|will|would|can|could|should|has|have|had|is|was)\s+(?:[A-Z][\w’'-]*\s+){1,3}(?:[a-z]+\s+){1,2}"
    r"it(?=[\s?!.]*$|\s+(?:in|on|at|for|to|with|when|after|before|last|again|too|now|then|off|out|up|down)\b)"
)


def does_to_it(question: str) -> bool:
    """Return whether a question asks what somebody named does to "it", who is no "it": "did Quill sign it?"."""
    return _DOES_TO_IT.search(question) is not None


def it_means(question: str, thing: str) -> str | None:
    """Return a question with what "it" means in the place of "it"; None where no "it" points back."""
    done = _DOES_TO_IT.search(question)
    other = done is not None and set(words_in(thing)).isdisjoint(words_in(question))
    for match in IT.finditer(question):
        done_to = other and done is not None and done.end() == match.end()
        if (refers_back(question, match) or done_to) and not is_deed(question, match):
            owns = match[0].lower() == "its"
            return f"{question[: match.start()]}{thing}{'’s' if owns else ''}{question[match.end() :]}"
    return None


def is_deed(question: str, match: re.Match[str]) -> bool:
    """Return whether "it" is what was done: "why did he do it?" asks of no thing that was named."""
    return any(done.start() < match.start() < done.end() for done in _DONE.finditer(question))
