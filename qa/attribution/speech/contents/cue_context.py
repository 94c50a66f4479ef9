"""Tell what stands around a reporting verb: a claim that it denies, a survey that is its subject."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import MONTHS, TIMES
from qa.language.lexicon.function_words import COUNTS, DETERMINERS, OBJECT_PRONOUNS, PLURALS, PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_nouns import DENIED, NOUNS, PUBLICATIONS
from qa.language.lexicon.roles import HUMAN, ROLES
from qa.language.lexicon.verb_classes import ANSWERING, FOSTERING, SENDING

_BREAKS = frozenset((",", ";", ":", "and", "but", "that"))
_WHERE = frozenset("on in via at to from under with".split())
_HEARD_OF = frozenset("fact news rumor rumors rumour rumours".split())
_THINGS = frozenset("it this that these those which".split())
_ROUGHLY = frozenset("about at least most almost around nearly only over under".split())
_COUNTED = COUNTS | frozenset("a an no fewer many more".split())
_NOT_COUNTED = (
    TIMES | MONTHS.keys() | frozenset("time times minute minutes hour hours day days weeks years".split())
)
_PEOPLE = HUMAN | ROLES
_HEARS = _PEOPLE | OBJECT_PRONOUNS | GROUP_NOUNS | {"police", "authorities"}


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

    Who "reported a theft to the police", "a colleague", "two men for theft", "only to Quill" or "20 minutes late" is
    not reported to have said so.
    """
    if cue.verb.lemma != "report":
        return False
    if tokens[at].low.endswith("ing"):
        return True
    count = at
    while count + 1 < len(tokens) and tokens[count].low in _ROUGHLY:
        count += 1
    if tokens[count].kind is not Kind.NUMBER and tokens[count].low not in _COUNTED:
        return False
    rest = (token.low for token in tokens[count + 1 :])
    found = list(takewhile(lambda low: low not in _BREAKS and low != ".", rest))
    if not found or found[0] in _NOT_COUNTED or (count > at and found[0] in PREPOSITIONS):
        return False
    somebody = tokens[count].low in ("a", "an", "no") and found[-1] in _PEOPLE | {"one"}
    return not (somebody or _tells(found) or _accuses(found))


def _tells(found: list[str]) -> bool:
    """Tell whether somebody is told of what was found: "to the police", "to their teachers", "to her"."""
    told = [i + 1 for i, low in enumerate(found[:-1]) if low == "to"]
    heads = [i + 1 if found[i] in DETERMINERS and i + 1 < len(found) else i for i in told]
    return any(found[i] in _HEARS or found[i].removesuffix("s") in _HEARS for i in heads)


def _accuses(found: list[str]) -> bool:
    """Tell whether those who are counted are reported for what they did: "two men for theft"."""
    return any(
        low == "for" and i and (found[i - 1] in PLURALS or found[i - 1].removesuffix("s") in _PEOPLE)
        for i, low in enumerate(found)
    )
