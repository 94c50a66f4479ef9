"""Read a question for somebody's reasons as one for their words: "Why did Quill oppose the bridge?"."""

from __future__ import annotations

import re

from qa.language.lexicon.speech_acts import LEMMA_OF, LEMMAS, LONGEST_FORM
from qa.language.patterns import regex
from qa.understanding.scan import ScannedWord, clean, skip_courtesy, words_of

_WHY = regex(r"why\s+(?:did|does|do|has|have|had|(?P<be>is|are|was|were))\s+(?=\S)", re.IGNORECASE)
_WHERE = regex(
    r"where\s+(?:did|does|do|has|have|had|is|was|were)\s+(?P<who>\S.{0,80}?)(?:\s+been)?\s+(?:speak|spoken|speaking|talk|talked|talking)\W*\Z",
    re.IGNORECASE,
)
_WISHES = frozenset("want wants fear fears fearing dislike dislikes hate hates like likes prefer".split())
"""What somebody does in thought alone."""
_MOST_WORDS = 8
"""How many words a name has at most."""


def asked_as_words(question: str) -> str | None:
    """Return "What did Quill say about the bridge?" for "Why did Quill oppose the bridge?"; None for no such question.

    Why somebody resigned is told by others, too; why they oppose a thing they say themselves.
    """
    text = skip_courtesy(question)
    if where := _WHERE.match(text):
        return f"What did {where['who']} say?"  # what stands around their words may tell where
    match = _WHY.match(text)
    if match is None:
        return None
    words = words_of(text, match.end(), limit=_MOST_WORDS + LONGEST_FORM)
    for at in range(1, len(words)):
        if words[at].low == "been":
            return None  # "Why had Quill been accused of fraud?": others say so
        if match["be"] and not words[at].low.endswith("ing"):
            continue  # nor is it she who attacks, of "Why was Quill attacked by the guild?"
        stop = _end_of_stance(words, at)
        if stop is not None and text[words[at].start].islower():
            speaker, topic = text[words[0].start : words[at].start], clean(text[stop:])
            return f"What did {speaker.strip()} say about {topic}?" if topic else None
    return None


def asks_where_spoken(question: str) -> bool:
    """Return whether it is asked where somebody spoke, and nothing else."""
    return _WHERE.match(skip_courtesy(question)) is not None


def _end_of_stance(words: list[ScannedWord], at: int) -> int | None:
    """Return where a verb ends that says how somebody stands to something; None if none begins with that word."""
    for count in range(LONGEST_FORM, 0, -1):
        form = " ".join(word.low for word in words[at : at + count])
        if (lemma := LEMMA_OF.get(form)) is not None and "resign" not in LEMMAS[lemma]:
            return words[min(at + count, len(words)) - 1].end
    return words[at].end if words[at].low in _WISHES else None
