"""Take the words in quotation marks out of a question before it is parsed, and put them back."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from qa.answers import QuestionKind, Understanding
from qa.language.exact_words import in_words
from qa.language.lexicon.question_words import WH_WORDS
from qa.language.patterns import regex

# Single marks are apostrophes as well: they count where no word touches them from outside.
_QUOTED = regex(
    r"(?<!\w)(?:[\"“„«](?P<double>[^\"“”„«»]{1,1000})[\"”“»]"
    r"|['‘](?=\S)(?P<single>[^'‘’\"“”]{2,300}(?:['’]\w[^'‘’\"“”]{0,300}){0,9})(?<!\s)['’])(?!\w)"
)
# A letter without a case: a word of it is no name, no verb and no date.
_LETTER = "\u01bb"
_MOST = 9
_LEAST_WORDS = 4
_WORD = regex(r"\w+(?:['’]\w+)*")
# "Is it fair" and "will be back" may be anybody's words.
_ASKING = WH_WORDS | {"did", "does"}
_USED = regex(
    r"\b(?:(?:used|uttered|coined|spoke|wrote|said|mentioned|(?P<base>use|utter|say|mention)|(?P<now>uses|utters|says|mentions))"
    r"\s+(?:the|these|those)\s+(?:exact\s+|very\s+)?(?:words?|phrase|expression|term|sentence|line)"
    r"|called\s+(?:it|this|that|them))\s+(?=\u01bb)",
    re.I,
)
"""Other ways to ask who said some words: "Who used the phrase “fair is fair”?", "Who called it “a mess”?"."""
_NAMED = regex(
    r"\b(?<!first\s)(?:(?:use[sd]?|using|utter(?:s|ed)?)\s+(?:the|these|those)\s+(?:exact\s+|very\s+)?(?:words?|phrase|expression|term)"
    r"|(?:say|says|said|mention|mentions|mentioned)\s+(?:the|these|those)\s+(?:exact\s+|very\s+)?(?:words?|phrase|expression)"
    r"(?!\s+(?:is|are|was|were|has|had|can|could|may|might|must|should|will|would)\s+\w))\s+"
    r"(?!(?:of|on|in|from|for|that|to|at|by|with|about|and|or|but)\b)(?!(?:(?:the\s+)?most(?:\s+often)?|more\s+(?:often|than\s+once)|first|last|often"
    r"|once|twice|again)[\s?.!]*\Z)(?P<words>[\w’'-]+(?:\s+[\w’'-]+){0,3}?)"
    r"(?=\s*[?.!]*\s*\Z|\s+(?:about|regarding|concerning|when|while|to\s+describe)\s)",
    re.I,
    inside="word words phrase expression term",
)
"""Words that are named and have no marks: "Who used the word unfair?".

Not "Who said the word is rude?" and "Who used the word most?", which name none; who first used one is told of.
"""
_IS_TOPIC = regex(r"\b(?:about|of|on|regarding|concerning|over|to|with)\s+\Z", re.I)


class Quoted(NamedTuple):
    """A question with a word of its own in the place of each quoted string."""

    question: str
    masked: str
    strings: tuple[str, ...]

    def restored(self, understood: Understanding) -> Understanding | None:
        """Return what was understood with the quoted words in their place.

        None where they are not what somebody said: then the question is to be read as it was typed.
        """
        topic = understood.topic or ""
        elsewhere = (understood.speaker, understood.addressee, *understood.others)
        if understood.kind is QuestionKind.CONTENT or any(_LETTER in (part or "") for part in elsewhere):
            return None
        if _LETTER not in topic:
            return None
        return replace(
            understood, question=self.question, standalone=self.question, topic=self._with_strings(topic)
        )

    def _with_strings(self, topic: str) -> str:
        for number, string in reversed(list(enumerate(self.strings, 1))):
            if topic == _LETTER * number:
                return " ".join(string[1:-1].split())
            topic = topic.replace(_LETTER * number, " ".join(string.split()))
        return topic


def with_marks(question: str) -> str:
    """Return a question with marks around the words that it names without them: "Who used the word unfair?"."""
    named = None if _QUOTED.search(question) else _NAMED.search(question)
    if named is None:
        return question
    start, end = named.span("words")
    return f'{question[:start]}"{question[start:end]}"{question[end:]}'


def without_quoted(typed: str) -> Quoted | None:
    """Return a question with its quoted strings taken out, or None where nothing is quoted."""
    if _LETTER in typed:
        return None
    question = with_marks(typed)
    found = [match for match in _QUOTED.finditer(question) if re.search(r"\w", match[0])][:_MOST]
    # Who puts the whole question in quotation marks asks what stands in them.
    if not found or not re.search(r"\w", question[: found[0].start()] + question[found[-1].end() :]):
        return None
    if any(before.end() == after.start() for before, after in pairwise(found)):
        return None
    masked = question
    for number, match in reversed(list(enumerate(found, 1))):
        masked = masked[: match.start()] + _LETTER * number + masked[match.end() :]
    said = _USED.sub(lambda used: "say " if used["base"] else "says " if used["now"] else "said ", masked)
    return Quoted(typed, said, tuple(match[0] for match in found))


def quotations(question: str) -> tuple[str, ...]:
    """Return what is typed in double quotation marks as somebody's words: too long for a title or a nickname, and not
    what they are about."""
    found = [
        match["double"]
        for match in _QUOTED.finditer(question)
        if match["double"] and not _IS_TOPIC.search(question, 0, match.start())
    ]
    return tuple(words for words in found if len(_WORD.findall(words)) >= _LEAST_WORDS)[:_MOST]


def asked_words(understood: Understanding) -> tuple[str, ...]:
    """Return what a question has in double quotation marks to be found word for word.

    A few words are only where nothing else is asked for: "fair is fair" alone, and in 'Who said "fair is fair"?', but
    not in 'Who said that "The Ferry" is a good film?'.
    """
    question = with_marks(understood.question)
    long = quotations(question)
    if not re.search(r"\w", unquoted(question)):
        return tuple(match["double"] for match in _doubly_quoted(question))[:_MOST]
    topic = in_words(understood.topic or "")
    if understood.kind is QuestionKind.CONTENT or not topic:
        return long
    short = [
        match["double"]
        for match in _doubly_quoted(question)
        if in_words(match["double"]) == topic and not _IS_TOPIC.search(question, 0, match.start())
    ]
    return tuple(dict.fromkeys([*long, *short]))[:_MOST]


def is_all_quoted(question: str) -> bool:
    """Return whether a question is nothing but words in double quotation marks that do not ask anything themselves."""
    if re.search(r"\w", unquoted(question)):
        return False
    found = [match["double"] for match in _doubly_quoted(question)]
    words = in_words(found[0]) if found else ()
    return bool(words) and words[0] not in _ASKING and not found[-1].rstrip().endswith("?")


def _doubly_quoted(question: str) -> list[re.Match[str]]:
    return [match for match in _QUOTED.finditer(question) if match["double"]]


def unquoted(question: str) -> str:
    """Return what a person typed around quoted strings."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), question)
