"""Find attributions in an adjective: "Quill is confident that", "the bakers were worried about"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.clause_shape import begins_clause
from qa.attribution.speech.contents.extents import trim
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.objects import is_pronoun_only, object_end
from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.words.single_words import is_adverb
from qa.attribution.speech.words.tokens import Kind, Token
from qa.datatypes import Polarity
from qa.language.lexicon.adjectives import FEELINGS, STANCES
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import ADVERBS, AUXILIARIES, BE, NEGATIONS, SUBORDINATORS
from qa.language.lexicon.reporting_nouns import ISSUED_WORDS, NOUNS, SENT
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.verb_classes import REMAINS

_NOBODY = frozenset("it there this that which what who these those nobody none".split())
_DEGREES = frozenset("so too as enough".split())
_WITH_CLAUSE = frozenset("say tell write think that".split())
_QUOTABLE = (
    ISSUED_WORDS
    | SENT
    | frozenset(
        "answer answers question questions replies responses messages text texts voice word words".split()
    )
    | frozenset("banner headline notice scream scrawl shout sign slogan speech telegram voicemail".split())
    | frozenset("hear heard read reading saw see".split())
)
"""What may be quoted right after who was stunned by it: "by a voice", "by what she read"."""
_MODAL = frozenset("should would could may might must can will if".split())


def stance(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "X is sure that C" or "X is worried about C", with `at` on the adjective."""
    feels = tokens[at].low in FEELINGS and tokens[-1].low == "."
    ends = feels or (at + 2 == len(tokens) and tokens[-1].low == ".")
    if tokens[at].kind is not Kind.WORD or (at + 2 >= len(tokens) and not ends):
        return None
    group, polarity = _verb(tokens, at)
    if group is None:
        return None
    found = subjects.subject(tokens, group)
    if found is None or tokens[found[0][0]].low in _NOBODY:
        return None
    before = tokens[found[1] - 1].low if found[1] else ""
    if before in SUBORDINATORS - {"that", "while", "although", "though"}:
        return None  # "if Quill is sure"
    if _is_reported(tokens, found[1]):
        return None  # "warned (that) the Reds were afraid of it": whoever warned says so
    if tokens[at].low in FEELINGS and not feels:
        return None
    if ends:  # `Quill was delighted. “We ran.”`, `Quill is puzzled by the tide. “We never saw it as high.”`
        opens = found[1] == 0 or (feels and before == ",")  # "Though it is late, Quill is amused by it."
        plain = opens and (feels or polarity == "said") and not any(t.kind is Kind.QUOTE for t in tokens)
        plain = plain and not (feels and _may_be_quoted(tokens, at + 1))
        return Found([], found[0], (at, at + 1), "agreed", tokens[at].low, open_end=True) if plain else None
    content, rule = _content(tokens, at)
    return Found([content], found[0], (at, at + 1), rule, tokens[at].low, polarity) if content else None


def _may_be_quoted(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether what somebody feels has words of its own: `Quill was stunned by the letter. “You will pay.”`"""
    verbs = (VERBS.get(token.low) for token in tokens[start:] if token.kind is Kind.WORD)
    return any(token.low in _QUOTABLE for token in tokens[start:]) or any(
        verb is not None and verb.form != "ing" and verb.frames & _WITH_CLAUSE for verb in verbs
    )


def _is_reported(tokens: Sequence[Token], clause: int) -> bool:
    """Tell whether a reporting verb or noun governs the clause that begins at a place."""
    at = clause - 2 if clause > 1 and tokens[clause - 1].low == "that" else clause - 1
    if at < 1 or tokens[at].kind is not Kind.WORD:
        return False
    verb = VERBS.get(tokens[at].low)
    return (verb is not None and bool(verb.frames & _WITH_CLAUSE)) or (
        at == clause - 2 and tokens[at].low in NOUNS
    )


def _verb(tokens: Sequence[Token], at: int) -> tuple[int | None, Polarity]:
    """Return where the verb group before an adjective begins: "has never been" before "sure"."""
    group, joined = at, False
    polarity: Polarity = "said"
    while group > 0:
        low = tokens[group - 1].low
        if low in BE or low in REMAINS or (low in ("'s", "'re", "'m") and group > 1):
            joined = True
        elif low in NEGATIONS:
            polarity, joined = "not", joined or low not in ("not", "never")
        elif low in _MODAL or low in _DEGREES:
            return None, polarity
        elif not (low in ADVERBS or is_adverb(tokens[group - 1]) or low in AUXILIARIES or low in _MORE):
            break
        group -= 1
    return (group if joined else None), polarity


_MORE = frozenset("more less very increasingly particularly far".split())


def _content(tokens: Sequence[Token], at: int) -> tuple[tuple[int, int] | None, str]:
    start = at + 1
    following = tokens[start].low
    if following == "that":
        return trim(tokens, (start + 1, _end(tokens, start + 1))), "stance-that"
    links = STANCES[tokens[at].low]
    if following in links and tokens[start + 1].low not in TIMES:
        end = object_end(tokens, start + 1, _end(tokens, start + 1))
        if is_pronoun_only(tokens, start + 1, end):
            return None, ""
        return trim(tokens, (start + 1, end)), "stance-about"
    if begins_clause(tokens, start, len(tokens)) and tokens[start].low not in (
        "and",
        "but",
        "in",
        "on",
        "at",
    ):
        return trim(tokens, (start, _end(tokens, start))), "stance-that"
    return None, ""


def _end(tokens: Sequence[Token], start: int) -> int:
    for i in range(start, len(tokens)):
        low = tokens[i].low
        if low == ";" or (
            low == "," and i + 1 < len(tokens) and tokens[i + 1].low in ("but", "which", "who")
        ):
            return i
    return len(tokens)
