"""Find attributions in the passive: "the plan was criticised by Quill for its cost"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.extents import DASHES
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.polarity import is_rebutted
from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.words.narrowed import narrowed
from qa.attribution.speech.words.phrases import Phrase, phrase_after
from qa.attribution.speech.words.single_words import is_adverb
from qa.attribution.speech.words.tokens import Kind, Token
from qa.datatypes import Polarity
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.denials import JUDGES, REBUTTING
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    QUANTIFIERS,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import HUMAN, ROLES, SPOKES
from qa.language.lexicon.verb_classes import JUDGING, REGARDING

_BY_FORM = {
    form: verb for form, verb in VERBS.items() if verb.form == "past" and verb.lemma in JUDGING | REGARDING
} | {form: VERBS["sees"]._replace(form="past", lemma="see") for form in ("seen",)}
JUDGED = frozenset(_BY_FORM)
"""The words at which `judged_by` may find something."""
_WHEN = frozenset("on last this earlier late early".split())
_REASONS = frozenset("for of as over".split())


def judged_by(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "C was criticised by X for D", with `at` on the verb."""
    by = at + 1
    while by < len(tokens) and (tokens[by].low in _WHEN or tokens[by].low in TIMES or is_adverb(tokens[by])):
        by += 1  # "was criticised last month by"
    if by + 1 >= len(tokens) or tokens[by].low != "by":
        return None
    agent = _agent(tokens, by + 1)
    if agent is None or not _is_somebody(tokens, agent):
        return None
    group = at
    passive = False
    while group > 0:
        left = tokens[group - 1]
        if left.low in AUXILIARIES and left.kind is Kind.WORD:
            passive = passive or left.low in BE
        elif not (left.low in ADVERBS or is_adverb(left)):
            break
        group -= 1
    judged = subjects.subject(tokens, group) if passive else None
    if judged is None or tokens[judged[0][0]].low in PERSONAL | {"who", "which", "it"}:
        return None
    if judged[1] and tokens[judged[1] - 1].low in PREPOSITIONS:
        # "A plan for the quay was rejected by Quill": the plan was, where its phrase can be told.
        outer = narrowed(tokens, group, loose=True)
        if outer is None:
            return None
        judged = (outer[0], judged[0][1]), outer[0]
    verb = _BY_FORM[tokens[at].low]
    end = agent[1]
    reason = end if end + 1 < len(tokens) and tokens[end].low in _REASONS else None
    if reason is not None:
        while end < len(tokens) and not (
            tokens[end].low in (",", ";", ".", ":") or tokens[end].low in DASHES
        ):
            end += 1
    if verb.lemma in REGARDING and (reason is None or tokens[reason].low != "as"):
        return None
    if (
        verb.lemma == "dismiss"
        and _is_person(tokens, judged[0])
        and not (reason is not None and tokens[reason].low == "as")
    ):
        return None  # "Quill was dismissed by the board for theft", but "as a crank"
    parts = [judged[0]] if reason is None else [judged[0], (reason, end)]
    rebuts = verb.lemma in REBUTTING and all(t.low not in JUDGES for t in tokens[slice(*agent)])
    denied = rebuts and is_rebutted(tokens, *judged[0])
    polarity: Polarity = "denied" if denied else "said"
    return Found(parts, agent, (at, at + 1), "judged-by", verb.lemma, polarity)


def _agent(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Return the phrase after "by", without what somebody was judged for: "Quill | for its cost"."""
    if start >= len(tokens):
        return None
    if tokens[start].low in QUANTIFIERS:
        following = tokens[start + 1] if start + 1 < len(tokens) else None
        if following is None or following.low in _REASONS - {"of"} or following.kind is Kind.MARK:
            return start, start + 1  # "seen by some as a trap"
        if following.low == "of":
            inner = _agent(tokens, start + 2)
            return (start, inner[1]) if inner is not None else None
    agent = phrase_after(tokens, start)
    if agent is None:
        return None
    for i in range(agent[0] + 1, agent[1] - 1):
        going = tokens[i].low == "of" and tokens[i + 1].low.endswith("ing")
        if going or (tokens[i].low in ("for", "over") and tokens[i - 1].low not in SPOKES):
            return agent[0], i
    return agent


def _is_somebody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase after "by" names who judged, and no time or manner: "by Monday", "by letter"."""
    words = tokens[slice(*phrase)]
    if words[0].low.endswith("ing"):
        return False
    if any(t.kind is Kind.NAME and t.low not in TIMES for t in words):
        return True
    return any(
        t.low in HUMAN or t.low in ROLES or t.low in GROUP_NOUNS or t.low in PLURALS or t.low in QUANTIFIERS
        for t in words
    ) or (words[-1].kind is Kind.WORD and words[-1].low.endswith("s") and len(words) > 1)


def _is_person(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is somebody's name or says who somebody is."""
    words = tokens[slice(*phrase)]
    return words[-1].low in HUMAN | ROLES or all(word.kind is Kind.NAME for word in words)
