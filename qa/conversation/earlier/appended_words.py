"""Write words of earlier turns after a question that lacks them, and take them off again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answers import Understanding
from qa.conversation.earlier.noun_phrases import words_in
from qa.language.lexicon.follow_up_words import THE_BODY
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.patterns import regex
from qa.understanding.chat_spelling import as_written as spelt
from qa.understanding.words import is_role

BESIDES = " besides "
MORE = (
    r"(?<!\bit )(?<!\bhe )(?<!\bshe )(?<!\bthey )(?<!\bpay )(?<!\bcost )(?<!\bearn )(?<!\bspend )"
    r"(?<!\bcharge )(?<!\bmuch )(?<!\bfor )(?<!\bneed )(?<!\bdemand )(?<!\boffer )"
    r"(?<!\bfall )(?<!\brise )(?<!\bgrow )more"
    r"(?!\s+[\w-]+(?:\s+[\w-]+)?\s+than\b)(?!\s+(?:[a-z]+(?:istic|ive|ous|ful|able|ible)|likely|worried|concerned|popular|important)\b)"
)
"""A pattern: "any more?" asks for others; "is it more powerful?", "is anyone more hopeful?", "must we pay more?" and
"is there more sand than mud?" do not."""
OF_MORE = regex(
    r"\b(?:else|another|(?:any|some|what|which|the|his|her|their|its|are|were|was|with|in|on|there|few|two|many|no|all)\s+others?"
    rf"|others|{MORE}|besides|apart\s+from\s+that|aside\s+from\s+that)\b(?!\s+than\b)",
    re.IGNORECASE,
)
"""What asks for others than those that were shown: "who else?", "any more?", and no "is that more than last year?"."""


_OTHER = regex(r"\bother\s+(?P<noun>[a-z][\w-]*)", re.IGNORECASE)
_OTHER_PEOPLE = THE_BODY | frozenset(GROUP_NOUNS) | frozenset("people men women ones times than side".split())


def asks_for_other_things(question: str) -> bool:
    """Return whether a question asks for other things, which nobody is one of: "any other towns getting this?"."""
    other = _OTHER.search(question)
    noun = other["noun"].lower() if other else ""
    return bool(noun) and not (is_role(noun) or {noun, noun.removesuffix("s")} & _OTHER_PEOPLE)


def appended(text: str, words: Sequence[str], question: str) -> str:
    """Write words of earlier turns after a question that lacks them."""
    if not words:
        return text
    body = text.rstrip()
    end = body[len(body.rstrip(" ?!.")) :].strip()
    named = any(word[:1].isupper() for word in words)  # "any other group?" is besides no "closest"
    more = OF_MORE.search(question) and not asks_for_other_things(question)
    if named and more and "besides" not in words_in(text):
        return f"{body.rstrip(' ?!.')}{BESIDES}{', '.join(words)}{end}"
    return f"{body.rstrip(' ?!.')} ({', '.join(words)}){end}"


def without_appended(text: str) -> str:
    """Return a question that reads alone as it was before words were added after it."""
    body = text.rstrip(" ?!.")
    end = text[len(body) :]
    if body.endswith(")") and " (" in body:
        return body[: body.rindex(" (")] + end
    before, besides, _ = body.rpartition(BESIDES)
    return before + end if besides else text


def with_mark_only(text: str, question: str) -> bool:
    """Return whether a question was read with nothing new but an apostrophe: "quill's" of "quills"."""
    return _MARKS.sub("", text).casefold() == question.casefold() != text.casefold()


_MARKS = regex(r"['’](?=s\b)")


def read_as(question: str, understood: Understanding) -> str:
    """Return an earlier question as it was read, without words added after it, and with capitals for names."""
    # Without "um", or with the name that stood before it in its place, a question has the words that were typed.
    typed = {*words_in(question), *words_in(spelt(question)), "did", "say", "about"}
    same = {*words_in(understood.standalone)} <= typed or with_mark_only(understood.standalone, question)
    return without_appended(understood.standalone) if understood.carried or same else question
