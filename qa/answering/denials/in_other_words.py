"""Doubt a denial where somebody's words mean something like the topic, in an article that does not use its words.

"I thank the fire brigade" is on the firefighters. The topic alone is compared: with the name of who is asked for, a
question is like all that they say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from qa.answering.denials.proof import is_claim
from qa.answering.ending.draft import Draft
from qa.answering.spans.candidates import Considered
from qa.answers import Nearest, Outcome
from qa.datatypes import VersionHandle
from qa.language.patterns import regex
from qa.language.terms import content_terms, terms
from qa.ranking.features import AT

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

IN_OTHER_WORDS = "These words do not name what was asked about; they may be on it in other words."
"""The note on words that may be on the topic by their meaning."""
_REACTS = regex(
    r"\b(?:react(?:s|ed|ions?)?|respon(?:d|ds|ded|ses?)|repl(?:y|ies|ied))\s+(?:to|on|about)\b", re.IGNORECASE
)
"""What asks how somebody takes a thing: "How did Quill react to the ruling?"."""
_NOT_SILENT, _MAY_ANSWER = 0.22, 0.3
"""The likeness from which it is not claimed that there are no words on a topic, and from which words may answer.

Of 15 topics of common words on which somebody was said to be silent who was not, 14 had the first and 8 the second;
of 19 on which somebody was, 3 had the first and 1 the second (127 articles of three papers, 2017).
"""


def in_other_words(draft: Draft, encoder: Callable[[], Encoder]) -> Draft:
    """Return a draft that shows words which may be on the topic, or claims no silence, instead of a denial.

    What has a name would be called by it: only of topics without capitals. One that is taken from the talk may not be
    meant: "did the police comment?" is asked again without it.
    """
    topic = draft.understood.topic if "topic" not in draft.understood.carried else None
    denied = draft.outcome is Outcome.NEAREST and draft.nearest in (None, Nearest.SPEAKER_NOT_ON_THIS)
    if not denied or not topic or not topic.islower() or not is_claim(draft.understood):
        return draft
    like = _likeness(topic, draft.considered, encoder())
    said = tuple(quote for quote in draft.quotes if quote.attribution is not None)
    if like >= _MAY_ANSWER and said:
        return replace(draft, outcome=Outcome.UNSURE, nearest=None, quotes=said, note=IN_OTHER_WORDS)
    # Who is "furious at it" reacts to the ruling without a word for it.
    doubted = like >= _NOT_SILENT or _REACTS.search(draft.understood.question) is not None
    return replace(draft, nearest=None) if doubted else draft


def _likeness(topic: str, considered: Considered, encoder: Encoder) -> float:
    """Return how like a topic the sentence is that is most like it of those with the asked speaker's words.

    Only in articles that lack a word of the topic: one that speaks of the toll has that word where it is spoken of.
    Where no sentence is like it enough to matter, it is 0.
    """
    retrieved, found = considered.retrieved, considered.found
    wanted = set(content_terms(topic))

    @cache
    def lacks_a_word(key: VersionHandle) -> bool:
        article = retrieved.versions[key].article
        return not wanted <= set(terms(f"{article.title}\n{article.text}"))

    # A window of two sentences may have one of somebody else's: "Quill left. Brandt thanked the fire brigade."
    own = np.flatnonzero((found.features[:, AT["own_share"]] > 0) & (found.begin == found.stop))
    if not own.size:
        return 0.0
    like = found.sentences.vectors[found.begin[own]] @ encoder.encode_query(topic)
    # The likest first, since to read an article for its words takes longer than all the rest.
    for at in np.argsort(-like):
        if like[at] < _NOT_SILENT:
            break
        if lacks_a_word(retrieved.passages[int(found.passage[own[at]])].version_key):
            return float(like[at])
    return 0.0
