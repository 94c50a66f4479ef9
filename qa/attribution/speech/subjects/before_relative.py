"""Find to whom "who" and "which" refer: "the Rail Union" in "leaders of the Rail Union, which says"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.common_nouns import ABSTRACT_ENDINGS
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.groups import BODIES
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.reporting_nouns import PUBLICATIONS, SAYING_NOUNS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN, ROLES, SPOKES

_PEOPLE = ANY_ROLE | HUMAN | JOBS


def person_before_who(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return where the person begins to whom "who" refers: "Ada Quill" in "no mention of Ada Quill, who"."""
    for i in range(phrase[1] - 2, phrase[0], -1):
        if tokens[i].low in ("of", "from", "by", "with") and tokens[i + 1].kind is Kind.NAME:
            thing = tokens[i].low == "with" and tokens[i - 1].low not in HUMAN | ROLES | SPOKES | JOBS
            # "the Conference of Dene Millers, who": a name is no abstract noun.
            abstract = tokens[i - 1].kind is Kind.WORD and tokens[i - 1].low.endswith(ABSTRACT_ENDINGS)
            return i + 1 if thing or abstract else phrase[0]
    return phrase[0]


def body_before_which(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return where the body begins to which "which" refers: "the Rail Union" in "leaders of the Rail Union, which"."""
    for i in range(phrase[1] - 2, phrase[0], -1):
        left = tokens[i - 1]
        if tokens[i].low not in PREPOSITIONS or _is_where(tokens, i):
            continue
        if left.low in PUBLICATIONS | SAYING_NOUNS:
            break  # "a report by Orsa, which found"
        # "the Ministry of Ports, which", "a firm in Dene, which"
        if left.kind is Kind.WORD and left.low not in BODIES:
            return i + 1
    return phrase[0]


def _is_where(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a preposition leads to where a thing is: "a plaque at the Museum, which says", not "staff at"."""
    left = tokens[at - 1].low
    return tokens[at].low in ("at", "in", "on") and _PEOPLE.isdisjoint((left, left.removesuffix("s")))
