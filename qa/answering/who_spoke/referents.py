"""Tell what the words of an article are about: what they name, and what "it" and "the plan" in them stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from qa.archive.quote_lookup import LONGEST_SURROUNDINGS
from qa.attribution.speech.words.tokens import RUN
from qa.datatypes import Article, Span
from qa.language.patterns import regex
from qa.language.sentences import split
from qa.language.terms import content_terms, located_terms

SENTENCES_BEFORE = 2
"""How many sentences before "it" or "the move" may say what that is."""
_LONG_TOPIC, _MOST = 4, 0.75
"""From how many words on a topic need not be there whole, and how much of it must be."""
_STANDS_FOR_IT = regex(
    r"[\W_]*(?:(?P<person>him|her|he|she)|it|this|that|these|those|them|they"
    r"|(?P<noun>(?:the|this|that|these|those|such|an?y?)\s+(?:\w+\s+)?(?:moves?|plans?|decisions?|proposals?|ideas?|measures?|schemes?|changes?"
    r"|bills?|laws?|steps?|polic(?:y|ies)|deals?|agreements?|bans?|actions?|response|cuts?|increases?|rises?|closures?|sale|reforms?|project"
    r"|program(?:me)?|approach|offer|bid|ruling|verdict|claims?|allegations?|accusations?|suggestions?|reports?|charges?)))\b",
    re.IGNORECASE,
)
_STANDS_FOR_NOTHING = regex(
    r"[\W_]*it(?:['’]s|\s+(?:is|was|(?:would|will|might|may|must|could|can|has)(?:\s+not)?\s+(?:be|been)))\s+(?:(?:not|\w+ly|quite|very|so|too)\s+)*"
    r"(?!(?:an?|the|\w+ly)\b)\w+\s+(?:in\s+my\s+(?:view|opinion)\s+)?(?:for\s+(?:[\w'’-]+\s+){1,6}?)?"
    r"(?:that\s|to\s+(?!(?:the|this|that|these|those|an?|my|our|his|her|their|its|your|me|us|him|them|you|it|many|most|some|all|every\w*|any\w*"
    r"|people|both|others)\b)[a-z])",
    re.IGNORECASE,
)
"""An "it" for what comes after: "It would be unacceptable for a mayor to keep silent"."""


class Around:
    """The sentences of one article, to tell what "it" stands for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.title = frozenset(content_terms(article.title))

    @cached_property
    def runs(self) -> frozenset[str]:
        """Every run of letters in the text, as it stands."""
        return frozenset(RUN.findall(self.article.text))

    @cached_property
    def _sentences(self) -> list[Span]:
        return [span for paragraph in split(self.article.text) for span in paragraph.sentences]

    def covers(
        self, words: Sequence[str], text: str, at: int, *, whole: bool = False, person: bool = False
    ) -> bool:
        """Return whether a text that begins at a place is about all of these words, itself or by what "it" stands for.

        The title may have some of them, though not all.

        Args:
            whole: The words are a claim, for which no "it" stands.
            person: They are somebody's name, for which no "plan" of theirs stands.
        """
        if not words:
            return True
        wanted = frozenset(words)
        here = frozenset(content_terms(text)) & wanted
        least = len(wanted) if len(wanted) < _LONG_TOPIC else _MOST * len(wanted)
        if here and len(here | (self.title & wanted)) >= least:
            return True
        pointed = None if whole else _STANDS_FOR_IT.match(text)
        if pointed is None or _STANDS_FOR_NOTHING.match(text):
            return False
        if person and pointed["person"] is None:
            return False
        if pointed["noun"] and len(self.title & wanted) >= least:
            return True  # "Ferry fares to rise": "the increase" is theirs
        person_meant = pointed["person"] is not None
        near = [
            (before[start].isupper(), term)
            for before in self._before(at)
            for start, _, term in located_terms(before)
            if term in wanted
        ]
        # "It" stands for no person, and "him" for nothing that has no name: "he scolded her" is not on "Quill's plan".
        capitals = [capital for capital, _ in near]
        if not capitals or (not all(capitals) if person_meant else all(capitals)):
            return False
        title = self.article.title
        if person_meant and any(
            term in wanted and not title[start].isupper() for start, _, term in located_terms(title)
        ):
            return False
        return len(here | {term for _, term in near} | (self.title & wanted)) >= least

    def _before(self, at: int) -> list[str]:
        first = bisect_right(self._sentences, at, key=lambda span: span[1])
        text = self.article.text
        # A sentence may be a megabyte: what stands far before is not meant by "it".
        near = [
            text[max(s, e - LONGEST_SURROUNDINGS) : e]
            for s, e in self._sentences[max(0, first - SENTENCES_BEFORE) : first]
        ]
        inside = [
            text[max(s, at - LONGEST_SURROUNDINGS) : at]
            for s, e in self._sentences[first : first + 1]
            if s < at < e
        ]
        return near + inside
