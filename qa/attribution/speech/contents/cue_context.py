"""Tell what stands around a reporting verb: a claim that it denies, a survey that is its subject."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import COUNTS
from qa.language.lexicon.reporting_nouns import DENIED, NOUNS, PUBLICATIONS
from qa.language.lexicon.verb_classes import ANSWERING, FOSTERING, SENDING

_BREAKS = frozenset((",", ";", ":", "and", "but", "that"))
_WHERE = frozenset("on in via at to from under with".split())
_HEARD_OF = frozenset("fact news rumor rumors rumour rumours".split())
_THINGS = frozenset("it this that these those which".split())
_COUNTED = COUNTS | frozenset("a an no about at fewer many more nearly only over".split())


def denied_claim(tokens: Sequence[Token], cue: Cue) -> tuple[int, int] | None:
    """Return the noun in "accused Quill of fraud, allegations that she denies": nothing else was denied here."""
    if cue.verb.lemma != "deny" or cue.how != "left" or cue.subject is None or cue.modal:
        return None
    noun = cue.subject[0] - 1
    if noun >= 0 and tokens[noun].low in ("that", "which"):
        noun -= 1
    if noun >= 0 and tokens[noun].low == ",":
        noun -= 1
    return (noun, noun + 1) if noun >= 0 and tokens[noun].low in DENIED else None


def is_plain(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether the clause says just that: no "never agreed", "might have agreed" or "not even Quill agreed"."""
    if cue.clause and tokens[cue.clause - 1].low != ",":
        return False
    words = tokens[cue.group : cue.verb_at]
    plain = cue.how == "left" and not (cue.negated or cue.modal or cue.future or cue.subordinate)
    return plain and not any(t.low in ("hardly", "barely", "scarcely", "nearly", "almost") for t in words)


def left_open(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a sentence says where somebody wrote, or how somebody looked, and nothing of what: "wrote on X."."""
    known = cue.verb.lemma in SENDING or cue.frames <= {"quote"}
    if (
        not known
        or cue.subject is None
        or cue.verb.form not in ("present", "past")
        or not is_plain(tokens, cue)
    ):
        return False
    rest = tokens[cue.end : -1]
    if tokens[-1].low not in (".", "!") or any(token.kind is Kind.QUOTE for token in tokens):
        return False
    if any(token.low in _BREAKS or is_finite(token) for token in rest):
        return False
    return not rest or rest[0].low in TIMES or rest[0].low in _WHERE or is_adverb(rest[0])


def fosters(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a thing may be what encourages: "fares fell, encouraging riders to return"."""
    if cue.verb.lemma not in FOSTERING:
        return False
    words = tokens[slice(*cue.subject)] if cue.subject is not None else ()
    return cue.how == "participle" or (bool(words) and words[-1].low in _THINGS)


def is_survey(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a survey or a study is the subject, or its publisher: "a survey by the Gazette"."""
    subject = cue.subject
    words = tokens[max(0, subject[0] - 3) : subject[1]] if subject is not None else ()
    return any(token.low in PUBLICATIONS for token in words)


def answers_noun(tokens: Sequence[Token], cue: Cue, that: int) -> bool:
    """Tell whether "that" at a place tells what is answered: "Responding to the notion that it leaks, Quill said no".

    But "replied to reporters that it leaks" has her words.
    """
    answers = cue.verb.lemma in ANSWERING and cue.end < that and tokens[cue.end].low == "to"
    return answers and tokens[that - 1].low in NOUNS | _HEARD_OF


def reports_deed_or_count(tokens: Sequence[Token], cue: Cue, at: int) -> bool:
    """Tell whether "reported" has a finding as its object: "reported two leaks", "reported mending one".

    Who "reported the leak to the police" is not reported to have said so.
    """
    if cue.verb.lemma != "report":
        return False
    return tokens[at].low.endswith("ing") or tokens[at].kind is Kind.NUMBER or tokens[at].low in _COUNTED
