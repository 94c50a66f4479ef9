"""Read a question for what a report, sources or "the company" say as one for the words that articles give so."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.language.lexicon.reporting_nouns import DOCUMENTS
from qa.language.patterns import regex
from qa.understanding.grammar import readings
from qa.understanding.words import bare, says_what_somebody_is

_DETERMINER = regex(r"(?:the|an?|some|any|most|these|those)\s+")
_KNOWING = regex(
    r"(?:people|persons?|sources?|officials?)\s+(?:familiar\s+with|close\s+to|with\s+knowledge\s+of)\s+\S"
)
_SOURCES = frozenset(
    "source sources poll polls survey surveys audit audits review reviews figures statistics".split()
)
_TELLING = (
    DOCUMENTS
    | {f"{word[:-1]}ies" if word.endswith("y") else f"{word}s" for word in DOCUMENTS}
    | _SOURCES
)  # fmt: skip
"""What has no mouth, and words all the same: "the report found", "polls show", "sources said"."""


def asked_of_what_tells(understood: Understanding) -> Understanding | None:
    """Return "What do polls say about the toll?" as one for the words of what articles call so; None for any other.

    Which report or whose poll it is, is told by the topic alone.
    """
    if understood.kind is not QuestionKind.CONTENT or understood.browses:
        return None
    for reading in readings(understood.standalone):
        who = _DETERMINER.sub("", reading.speaker, count=1) if reading.speaker.islower() else ""
        if (
            reading.kind is QuestionKind.SAID
            and reading.topic
            and who
            and not reading.asks_fact
            and _tells(who)
        ):
            return replace(
                understood,
                kind=QuestionKind.SAID,
                speaker=who,
                speaker_known=False,
                speaker_is_role=True,
                topic=reading.topic,
                cue=reading.cue,
            )
    return None


def asked_of_its_kind(understood: Understanding) -> Understanding | None:
    """Return "What did the company say about its debts?" as one for the words of any of its kind; None for any other.

    The one body of an archive with that noun, the Orsa Company, need not be the one that an article calls so, nor the
    one whom an article calls "the researcher" another's.
    """
    if understood.kind is not QuestionKind.SAID or not understood.topic or not understood.speaker_known:
        return None
    name, question = understood.speaker or "", understood.question
    noun = understood.described or (name.split()[-1].casefold() if " " in name else "")
    if understood.others or understood.bearers or name in question or not noun or " " in noun:
        return None
    typed = re.search(rf"\bthe {re.escape(noun)}(?![\w’'-])", question) is not None
    if not typed or not says_what_somebody_is(noun):
        return None
    return replace(understood, speaker=noun, speaker_known=False, speaker_is_role=True, described=None)


def _tells(phrase: str) -> bool:
    return bare(phrase.rsplit(maxsplit=1)[-1]) in _TELLING or _KNOWING.match(phrase) is not None
