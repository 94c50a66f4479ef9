"""Tell whether a quotation is on whom or what its headline names by the pronoun that stands for them: "He left"."""

from __future__ import annotations

import re

from qa.answering.spans.by_speaker import label_of
from qa.answering.spans.candidates import Considered
from qa.datatypes import Article, AttributionKind
from qa.language.lexicon.first_names import is_given
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms
from qa.ranking.selecting import Chosen

_OF_PERSON = regex(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_OF_THING = regex(r"\b(?:it|its|they|them|their|this)\b", re.IGNORECASE)
_OTHER_NAME = regex(r"(?<=[a-z,;] )[A-Z][a-z]+")
"""A name within a sentence: who says "he" of another names him."""
_LONGEST = 2
"""How many words a name has at most that is asked about."""


def is_said_of_headline(considered: Considered, chosen: Chosen, topic: str | None) -> bool:
    """Return whether a quotation has a pronoun, and no name, in an article whose headline names what is asked about.

    "He left his oars in the reeds," the keeper said of Quill under "Quill is back": that the words do not name
    him is no doubt. A person is "he" or "she", anything else is "it", "they" or "this".
    """
    label = label_of(considered.retrieved, considered.found, chosen.row)
    if label is None or label[0].kind is AttributionKind.INDIRECT or not topic:
        return False
    key = considered.retrieved.passages[int(considered.found.passage[chosen.row])].version_key
    article, record = considered.retrieved.versions[key].article, label[0]
    name = _name_in_headline(topic, article, record.start)
    if name is None:
        return False
    said = " ".join(article.text[start:end] for start, end in record.content)
    others = {*_OTHER_NAME.findall(said)}
    pronoun = _OF_PERSON if _is_person(name, article.text[: record.start]) else _OF_THING
    return others <= {*name.split()} and pronoun.search(said) is not None


def _is_person(name: str, told: str) -> bool:
    """Return whether a name is somebody's by its given name, typed or told: "Tom Brandt", no "Norland Ferries"."""
    first, *more = name.split()
    if more:
        return is_given(first.casefold())
    return not name.isupper() and re.search(rf"\b[A-Z][a-z]+\.? {re.escape(name)}\b", told) is not None


def _name_in_headline(topic: str, article: Article, before: int) -> str | None:
    """Return a topic as it is written before some words, if all of it is a name that the headline has; else None."""
    words = [topic[start:end] for start, end, word in located_terms(topic) if not is_stop_term(word)]
    if not 1 <= len(words) <= _LONGEST:
        return None
    told = article.text[:before]
    for word in words:
        small = re.search(rf"\b{re.escape(word.casefold())}\b", article.text)
        if small is not None or re.search(rf"\b{re.escape(word)}\b", article.title, re.IGNORECASE) is None:
            return None
    found = re.search(rf"\b{re.escape(' '.join(words))}\b", told, re.IGNORECASE)
    return found[0] if found is not None else None
