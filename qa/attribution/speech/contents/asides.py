"""Find what stands between a reporting verb and what it reports: "said, among other things, that C"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects.main_clause import has_main_verb
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import ADVERBS, PERSONAL, PREPOSITIONS, SUBJECT_PRONOUNS
from qa.language.lexicon.reporting_nouns import SPEECH_PLACES
from qa.language.lexicon.reporting_verbs import VERBS

_ASIDES = frozenset(
    """
    in at on with for to among amid during without somewhat rather perhaps not by per following speaking referring
    responding answering laughing smiling no more less quite
    """.split()
)
_WHEN = frozenset("when while as after before since although though if where who which whose".split())
_LONGEST = 12
_LONGEST_CLAUSE = 20
_OWN_WORDS = ("and", "i", "quote")
"""What stands before a quotation in "said, and I quote, “Yes”"."""


def aside_end(tokens: Sequence[Token], comma: int, limit: int) -> int:
    """Return where the comma stands that closes the aside begun by the one at `comma`; 0 where no aside begins.

    An aside of when and where may be a clause: "said in May, when the levee broke, “Yes”".
    """
    first = tokens[comma + 1].low
    if tuple(t.low for t in tokens[comma + 1 : comma + 4]) == _OWN_WORDS:
        return comma + 4 if comma + 4 < limit and tokens[comma + 4].low == "," else 0
    clause = first in _WHEN
    if not clause and first not in _ASIDES:
        return 0
    longest = _LONGEST_CLAUSE if clause else _LONGEST
    close = next((i for i in range(comma + 2, min(limit - 1, comma + longest)) if tokens[i].low == ","), 0)
    aside = tokens[comma + 1 : close]
    if not close or any(t.kind is Kind.QUOTE for t in aside):
        return 0
    # "said, with the ferry tied up, that C"
    told = any(
        (is_finite(t) and not (first == "with" and t.low.endswith("ed"))) or t.low == "who" for t in aside
    )
    return close if clause or not told else 0


def past_however(tokens: Sequence[Token], comma: int, limit: int) -> int:
    """Return where what is reported begins after "said, however, that", whose first comma is given; else 0."""
    words = [token.low for token in tokens[comma + 1 : comma + 4]]
    if comma + 3 >= limit or words[0] not in ("however", "though", "too") or words[1] != ",":
        return 0
    return comma + 3 + (words[2] == "that")


def is_speech_adjunct(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether what follows the verb says where or when it was said, and is no part of what was said."""
    if tokens[start].low.endswith("ly") or tokens[start].low in ADVERBS:
        return True
    return any(
        t.low in SPEECH_PLACES
        or t.low in TIMES
        or t.kind is Kind.NUMBER
        or t.low in ("of", "him", "her", "them")
        for t in tokens[start:end]
    )


def is_going_on(tokens: Sequence[Token], cue: Cue, end: int) -> bool:
    """Tell whether somebody only goes on between two commas: "The bank, he continued, lends on Mondays".

    In "After a break, he continued, to the pier" nothing is said: no verb stands before it, nor after.
    """
    if cue.verb.lemma not in ("continue", "go on") or cue.subject is None or end != cue.end or not cue.clause:
        return False
    who = tokens[cue.subject[1] - 1]
    if tokens[cue.clause - 1].low != "," or not (who.kind is Kind.NAME or who.low in PERSONAL):
        return False
    following = tokens[end + 1].low
    if following not in PREPOSITIONS and not following.endswith("ing"):
        return True
    return has_main_verb(tokens, 0, cue.clause - 1) or has_main_verb(tokens, end + 1, len(tokens))


def closes_aside(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb of speech closes who said it between two commas: "The mayor, Quill said"."""
    verb = VERBS.get(tokens[at].low) if at > 1 else None
    if verb is None or verb.form not in ("past", "present") or "say" not in verb.frames:
        return False
    first = at
    while first > 0 and tokens[first - 1].kind is Kind.NAME:
        first -= 1
    named = first < at or tokens[at - 1].low in SUBJECT_PRONOUNS
    return named and tokens[min(first, at - 1) - 1].low == ","
