"""Find whom "the other one" and "the Scottish one" mean: another of those who talked, another minister."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.appended_words import without_appended
from qa.conversation.earlier.followed import Followed, Understand
from qa.conversation.earlier.past import Past, last_whole
from qa.language.lexicon.follow_up_words import ORDINALS
from qa.language.lexicon.question_words import ANY_AUXILIARY
from qa.language.patterns import regex
from qa.understanding.words import is_role

# "The one in Hale", after the mayor's words on the ferry, is another ferry.
_FROM = r"(?:of|for|from)\s+\S.*"
_ONE = regex(
    rf"the\s+(?:(?P<which>[^\W\d_][\w’'-]*)\s+one(?:\s+(?P<whose>{_FROM}))?|one\s+(?P<only>{_FROM}))",
    re.IGNORECASE | re.DOTALL,
)
_ONE_AT = regex(r"the\s+one\s+(?:in|at|near|from|over\s+in)\s+(?P<where>\S.*)", re.IGNORECASE | re.DOTALL)
_PLACED = regex(r"\s+(?:in|at|near|from)\s.*$", re.DOTALL)
_WHICH = regex(r"\s*(?:(?:wait|and|but)\s+)?which\s+(?P<name>[^\W\d_][\w’'-]*)[\s?!.]*", re.IGNORECASE)
_NO_KIND = frozenset(ORDINALS) | frozenset(
    "other same next previous latest newest oldest right wrong".split()
)
_OTHERS = regex(r"(?:the\s+)?other\s+(?P<kind>[a-z][\w-]*s)", re.IGNORECASE)
_LONGEST_ASKED = 300
"""How many characters of the last question are searched for what others may be put in for."""


def one_of_the_kind(named: str, base: Understanding) -> str | None:
    """Return who "the Scottish one" is after words of "the minister": the Scottish minister; None for other phrases."""
    if is_one_offered(named, base) and (at := _ONE_AT.fullmatch(named)) is not None:
        return f"the {_kind(base)} of {at['where']}"
    match = _ONE.fullmatch(named)
    kind = _kind(base, whole=match is not None and match["only"] is not None)
    if match is None or kind is None or (match["which"] or "").lower() in _NO_KIND:
        return None
    which = f"{match['which']} " if match["which"] else ""
    whose = match["whose"] or match["only"]
    return f"the {which}{kind}{f' {whose}' if whose else ''}"


def is_one_offered(named: str, base: Understanding) -> bool:
    """Return whether a phrase picks one of several who were offered by where they are: "the one in Dene", of mayors."""
    return len(base.bearers) > 1 and _ONE_AT.fullmatch(named) is not None and _kind(base) is not None


def one_of_the_topic(named: str, base: Understanding) -> str | None:
    """Return what "the one in Dene" is after words on the levee in Harwick: the levee in Dene; else None."""
    if base.kind is QuestionKind.CONTENT or not base.topic or _ONE_AT.fullmatch(named) is None:
        return None
    return f"{_PLACED.sub('', base.topic)} {named.split(maxsplit=2)[2]}"


def the_other_one(past: Past) -> str | None:
    """Return who "the other one" is: the only other who was asked or shown, or "the other minister"."""
    last = past.last
    if last is None or last.kind is not QuestionKind.SAID:
        return None
    kind = _kind(last)
    if kind is not None:
        return f"the other {kind}" if is_role(kind) else None
    if not last.speaker_known or last.ambiguous:
        return None
    heard: dict[str, None] = {}
    for turn, understood in past.known:
        if understood.kind is QuestionKind.SAID and understood.speaker_known and not understood.ambiguous:
            heard.update(dict.fromkeys([understood.speaker or ""]))
        if turn.answered and understood.kind is QuestionKind.WHO_SAID:
            heard.update(dict.fromkeys(turn.speakers))
    others = [name for name in heard if name and name != last.speaker]
    return others[0] if len(others) == 1 else None


def which_of_the_name(question: str, past: Past, read: Understand) -> Followed | None:
    """Ask who it is of a name who was asked: Ada Quill by "which Quill?"; None where several may be meant."""
    named, last = _WHICH.fullmatch(question), past.last
    if named is None or last is None or not last.speaker or not last.speaker_known or last.ambiguous:
        return None
    if last.speaker_is_role or last.speaker.casefold().split()[-1] != named["name"].casefold():
        return None
    asked = f"Who is {last.speaker}?"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("speaker",)))


def _kind(base: Understanding, *, whole: bool = False) -> str | None:
    """Return what a speaker was asked for as: "minister" of "the Norwegian minister"; None for a name.

    Args:
        whole: Whether to keep what stands before it: "police chief", of whom another is "from Dene".
    """
    if base.kind is not QuestionKind.SAID or base.ambiguous:
        return None
    phrase = base.described or base.speaker or ""
    typed = (
        base.speaker_is_role
        or base.described
        or (phrase.islower() and not base.speaker_known and f"the {phrase}" in base.standalone.lower())
    )
    head = re.split(r"\s+(?:of|for|from|in|at)\s+", phrase)[0]
    return (head if whole else head.split()[-1]) if typed and head else None


def with_others_of_its_kind(question: str, named: str, past: Past, read: Understand) -> Followed | None:
    """Ask a question of fact of others: "How much do other teachers earn?" by "and other teachers?", after Dene's."""
    match = _OTHERS.fullmatch(named)
    base = without_appended(last_whole(past).standalone)
    body = base.rstrip(" ?!.")
    if match is None or not past.quoting:
        return None
    kind = re.escape(match["kind"])
    found = re.search(
        rf"\b(?:{ANY_AUXILIARY}|how\s+many|which)\s+(?P<what>(?:[\w’'-]+\s+){{0,3}}{kind})\b",
        body[:_LONGEST_ASKED],
        re.IGNORECASE,
    )
    if found is None:
        return None
    asked = f"{body[: found.start('what')]}{named}{base[found.end('what') :] or '?'}"
    return Followed(replace(read(asked), question=question, standalone=asked, carried=("words",)))
