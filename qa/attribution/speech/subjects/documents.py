"""Find who speaks in a document that a participle follows: "Quill released a statement saying"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.words.phrases import Phrase, phrase_after, phrase_before
from qa.attribution.speech.words.single_words import is_adverb
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import ADVERBS, AUXILIARIES, CONJUNCTIONS
from qa.language.lexicon.reporting_nouns import LEGAL_PAPERS, PUBLICATIONS, SAYING_NOUNS
from qa.language.lexicon.verb_classes import ISSUING

_DOCUMENTS = SAYING_NOUNS | LEGAL_PAPERS
_LONGEST_DATE = 8
_ADDRESS = frozenset("to in on from by against with over about".split())

_ONES_OWN = frozenset(
    "delivered filed gave issued issues lodged posted posts sends sent wrote writes".split()
)
"""What one does with words of one's own alone; others run and release what somebody else says."""


def issuer(tokens: Sequence[Token], group: int) -> Phrase | None:
    """Return who speaks in the document before a participle at `group`: who issued it, else the document itself."""
    noun = _noun(tokens, group)
    document = phrase_before(tokens, noun + 1) if noun is not None else None
    if noun is None or document is None:
        return None
    verb = document[0] - 1
    while verb > 0 and tokens[verb].low in ("out", "up", "back"):
        verb -= 1
    issues = verb > 0 and tokens[verb].low in ISSUING
    if (author := _author(tokens, noun, group, tokens[verb].low if issues else "")) is not None:
        return author if author[1] - author[0] > 1 or tokens[noun + 1].low != "from" else document
    if not issues:
        return document
    group = verb
    while group > 0 and (tokens[group - 1].low in AUXILIARIES | ADVERBS or is_adverb(tokens[group - 1])):
        group -= 1
    while group > 0 and tokens[group - 1].low in TIMES | {"on", "this", "last"}:
        group -= 1
    found = subjects.subject(tokens, group)
    return found[0] if found is not None else document


def _author(tokens: Sequence[Token], noun: int, group: int, verb: str) -> Phrase | None:
    """Return whose words a document holds that others put out: "The Gazette ran a letter from Ada Quill saying"."""
    link = tokens[noun + 1].low
    spoken = link == "with" and tokens[noun].low == "interview"
    if link not in ("by", "from") and not spoken:
        return None
    if link != "by" and verb in _ONES_OWN:
        return None  # "Quill sent a letter from prison saying"
    author = phrase_after(tokens, noun + 2, group)
    named = author is not None and any(
        token.kind is Kind.NAME and token.low not in TIMES for token in tokens[slice(*author)]
    )
    return author if named else None


def published_by(tokens: Sequence[Token], authors: Phrase, opening: int) -> Phrase | None:
    """Return the document of which a phrase at `opening` names the authors: "a study" before "by Quill found"."""
    if opening < 2 or tokens[opening - 1].low not in ("by", "from"):
        return None
    at = opening - 1
    while at > max(1, opening - _LONGEST_DATE) and tokens[at - 1].low not in PUBLICATIONS:
        at -= 1
    # "A study released late last month by Harwick Services reported"
    if tokens[at - 1].low not in PUBLICATIONS or (
        at < opening - 1
        and (
            not tokens[at].low.endswith("ed") or any(token.kind is Kind.MARK for token in tokens[at:opening])
        )
    ):
        return None
    document = phrase_before(tokens, at)
    left = tokens[document[0] - 1] if document is not None and document[0] else None
    # "After a report by Quill warned" is about something else.
    begins = left is None or left.kind is Kind.MARK or left.low in CONJUNCTIONS
    named = any(token.kind is Kind.NAME for token in tokens[slice(*authors)])
    return document if begins and named else None


def _noun(tokens: Sequence[Token], group: int) -> int | None:
    """Return where the document stands: right before a participle, or before "to supporters" and "on Monday"."""
    at = group - 1
    for _ in range(3):
        if at < 1:
            return None
        if tokens[at].low in _DOCUMENTS:
            return at
        inner = phrase_before(tokens, at + 1)
        first = inner[0] if inner is not None else at
        for i in range(first, at):
            if tokens[i].low in _DOCUMENTS and tokens[i + 1].low in _ADDRESS:
                return i  # "a letter to the council saying"
        if tokens[at].low in TIMES and first > at:
            first = at
        if first < 2 or tokens[first - 1].low not in _ADDRESS:
            return None
        at = first - 2
    return None
