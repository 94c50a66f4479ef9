"""Tell what is done to somebody from what is said of them: "attacked two women", "a player wanted by a club"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.phrases import head_of, phrase_after
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import SPANS, TIMES
from qa.language.lexicon.function_words import AMOUNTS, COUNTS, PLURALS
from qa.language.lexicon.groups import BODIES
from qa.language.lexicon.places import NATIONS, PLACES, STATES
from qa.language.lexicon.reporting_nouns import SPEECH_PLACES
from qa.language.lexicon.roles import ANY_ROLE, HUMAN

_PLACES = PLACES | STATES | frozenset(NATIONS)
_LASTING = frozenset(
    "time hour hours day days night nights week weeks weekend month months year years".split()
)


def is_assault(tokens: Sequence[Token], cue: Cue, limit: int) -> bool:
    """Tell whether somebody is attacked with weapons or hands: "attacked a woman", "attacked Norway".

    With words it is rather somebody who was named, a body or a plan, or it is told what for: "attacked women who vote".
    """
    if cue.verb.lemma != "attack" or any(token.kind is Kind.QUOTE for token in tokens[cue.end : limit]):
        return False
    if cue.end >= limit or gives_reason(tokens, cue.end, limit):
        return False
    attacked = phrase_after(tokens, cue.end, limit)
    if attacked is None:
        return False
    if any(token.low in SPEECH_PLACES for token in tokens[cue.end : limit]):
        return False  # "attacked lawyers in a speech"
    if attacked[1] < limit and tokens[attacked[1]].low in ("who", "that"):
        return False
    first, last = attacked[0], head_of(tokens, attacked)
    head = tokens[last]
    if all(token.low in _PLACES for token in tokens[slice(*attacked)]):
        return True
    indefinite = (
        tokens[first].low in ("a", "an", "another")
        or tokens[first].low in COUNTS | AMOUNTS
        or tokens[first].kind is Kind.NUMBER
    )
    of = last + 1 < limit and tokens[last + 1].low == "of"  # "attacked critics of the plan"
    several = first == last and not of and head.low.endswith("s")
    people = head.low in PLURALS or head.low in HUMAN or head.low.removesuffix("s") in HUMAN
    return (indefinite or several) and head.kind is Kind.WORD and people


def is_done_by(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a plan, a wish or a report is another's, in the passive: "a player wanted by Orsa to fill the gap".

    "The number of leaks reported by boaters was high" is told by nobody here; "announced by decree that" tells it.
    """
    plain = cue.verb.form == "past" and cue.how == "left" and cue.group == cue.verb_at
    if (
        not plain
        or not cue.frames & {"to", "order", "say"}
        or cue.end + 1 >= len(tokens)
        or tokens[cue.end].low != "by"
    ):
        return False
    agent = phrase_after(tokens, cue.end + 1)
    if agent is None:
        return False
    head = tokens[agent[1] - 1]
    named = any(tokens[i].kind is Kind.NAME and tokens[i].low not in TIMES for i in (agent[0], agent[1] - 1))
    several = head.kind is Kind.WORD and head.low.endswith("s") and head.low not in SPANS
    return named or several or head.low in HUMAN | ANY_ROLE | BODIES


def gives_reason(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Tell whether it is said why something was attacked: with words, then, as in "attacked the city for its tolls"."""
    if at < limit and tokens[at].low in ("that", "which", "who"):
        return True  # "attacked cities that raise tolls"
    for i in range(at, limit):
        following = tokens[i + 1 : min(i + 5, limit)]
        if tokens[i].low in ("for", "over") and not any(token.low in TIMES | _LASTING for token in following):
            return True
        if tokens[i].low == "as" and not any(is_finite(token) for token in following):
            return True  # but not "attacked the town as night fell"
    return False
