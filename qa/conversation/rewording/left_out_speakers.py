"""Part a question for everybody's words from whom it leaves out: "who besides Quill spoke about the toll?"."""

from __future__ import annotations

import re

from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.scan import clean

_LONGEST_NAME = 6
_BESIDES = regex(
    r"(?P<who>\b(?:who|anyone|anybody|everyone|everybody|people|which\s+[a-z]+)(?:\s+else)?)[\s,]+"
    r"(?:besides|apart\s+from|aside\s+from|other\s+than|except(?:\s+for)?)\s+(?P<rest>\S.*)",
    inside="besides apart aside other except",
)
_AT_THE_END = regex(
    r"(?P<asked>who\b.*?|(?:did|does|do|has|have|is|are|was|were)\s+any(?:one|body)\b.*?)(?:\s+else)?[\s,]+"
    r"(?:besides|apart\s+from|aside\s+from|other\s+than|except(?:\s+for)?)\s+(?P<name>[^,?]+?)[\s?!.]*",
    needs="besides apart aside other except",
)
_AT_FIRST = regex(
    r"(?:besides|apart\s+from|aside\s+from|other\s+than|except(?:\s+for)?)\s+(?P<name>[^,?]+?),\s*(?P<asked>"
    r"(?:(?:and|so|then)\s+)?(?:who\b|(?:did|does|do|has|have|is|are|was|were|any(?:one|body))\b).*)",
    leads="besides apart aside other except",
)
_ANYBODY = regex(r"any(?:one|body)(?:\s+else)?\s+(?=[a-z])", re.I, leads="anyone anybody")
"""What opens a question whose first word is left out: "anyone else criticise the toll?"."""


def left_out(question: str, speakers: KnownSpeakers) -> tuple[str, frozenset[str]] | None:
    """Return a question without whom it leaves out, and their names in the archive; None where it leaves out nobody.

    Of a name that several bear, all are left out.
    """
    small = question.lower()
    if len(small) != len(question):
        return None  # a letter whose small form is two
    match = _AT_FIRST.fullmatch(small)
    if match and (names := _known(question[slice(*match.span("name"))], speakers)):
        return _with_verb(question[slice(*match.span("asked"))]), names
    question = _with_verb(question)
    small = question.lower()
    match = _AT_THE_END.fullmatch(small)
    if match and (names := _known(question[slice(*match.span("name"))], speakers)):
        return f"{question[slice(*match.span('asked'))]}?", names
    match = _BESIDES.search(small)
    if match is None:
        return None
    words = question[match.start("rest") :].split()
    for count in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        if names := _known(" ".join(words[:count]), speakers):
            asked = (
                f"{question[: match.start()]}{question[slice(*match.span('who'))]} {' '.join(words[count:])}"
            )
            return asked, names
    return None


def _with_verb(question: str) -> str:
    """Return a question with the verb that is left out at its beginning: "anyone else against it?" is "is anyone"."""
    opening = _ANYBODY.match(question)
    if opening is None:
        return question
    rest = question[opening.end() :]
    return f"{'is' if PREPOSITIONS & {rest.split()[0].lower()} else 'did'} anyone {rest}"


def _known(typed: str, speakers: KnownSpeakers) -> frozenset[str]:
    match = match_speaker(clean(typed), speakers)
    return frozenset() if match.corrected else frozenset(match.ambiguous or filter(None, (match.name,)))
