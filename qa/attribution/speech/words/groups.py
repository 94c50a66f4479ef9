"""Collect the words that belong to a reporting verb: auxiliaries, adverbs, negations, refusals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from qa.attribution.speech.words.infinitives import floor_taken
from qa.attribution.speech.words.name_shapes import is_given_name, is_surname
from qa.attribution.speech.words.narrowed import before_contact_clause
from qa.attribution.speech.words.noun_or_verb import is_noun
from qa.attribution.speech.words.phrases import Phrase, phrase_before, says_where
from qa.attribution.speech.words.plurals import plural_before
from qa.attribution.speech.words.shares import share
from qa.attribution.speech.words.single_words import is_adverb
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    HEADLINE_ADVERBS,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBJECT_PRONOUNS,
)
from qa.language.lexicon.reporting_nouns import SAYING_NOUNS, STAGES
from qa.language.lexicon.reporting_verbs import Verb
from qa.language.lexicon.verb_classes import DESCRIBED, GOVERNORS, PARTICIPLES_ONLY, RATHER_IS, REFUSING

_SETS_IN = frozenset("begins began starts started keeps kept continues continued".split())
"""Verbs whose subject does what the form in -ing after them says."""
_HAVE = frozenset("has have had having".split())
_DEGREES = frozenset(("more", "most", "very"))
_AFTER_NOT = frozenset("only just until till merely".split())
_IS_NOT = frozenset("isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t".split())
_AT_A_TIME = frozenset((("at", "that", "time"), ("at", "the", "time"), ("at", "one", "point")))
_AT = frozenset(("first", "last"))
How = Literal["left", "relative", "inverted", "shared", "participle"]


@dataclass(slots=True)
class Cue:
    """A reporting verb, at `verb_at`; `group` to `end` are its words with auxiliaries and adverbs."""

    verb: Verb
    verb_at: int
    group: int
    end: int
    negated: bool = False
    modal: bool = False
    future: bool = False
    refused: bool = False
    subject: Phrase | None = None
    clause: int = 0
    how: How = "left"
    subordinate: str = ""
    frames: frozenset[str] = field(default_factory=frozenset)


def collect(tokens: Sequence[Token], at: int, verb: Verb, end: int, *, title_case: bool) -> Cue | None:
    """Return a verb with its auxiliaries and adverbs; None where it is a noun, an adjective or passive."""
    cue = Cue(verb, at, at, end, frames=verb.frames)
    be, helped = _take_auxiliaries(tokens, cue, title_case=title_case)
    if _is_after_determiner_or_preposition(tokens, cue, helped=helped):
        return None
    if verb.form == "past" and (be or (tokens[at].low in PARTICIPLES_ONLY and not helped)):
        return None
    if verb.form == "base" and cue.group < at and tokens[at - 1].low in _HAVE:
        return None  # "has direct ties"
    if verb.form == "base" and not helped and not plural_before(tokens, cue.group):
        return cue if _is_after_did(tokens, cue.group) else None
    has_particle = " " in verb.lemma
    if verb.form == "base" and at and (tokens[at - 1].low in BE or (be and tokens[at - 1].low in ADVERBS)):
        return None  # "will be back as the warden", "is now back in Dene"
    if not (helped or has_particle) and verb.form in ("base", "present") and is_noun(tokens, at, verb):
        return None
    if verb.form == "ing" and not be:
        cue.how = "participle"
    nxt = tokens[at + 1] if at + 1 < len(tokens) else None
    if nxt is not None and nxt.low == "-" and nxt.start == tokens[at].end:
        return None
    if tokens[at].low == "think" and nxt is not None and nxt.low in ("tank", "tanks"):
        return None
    if verb.lemma == "put it":
        return _putting(tokens, cue)
    return cue


def _take_auxiliaries(tokens: Sequence[Token], cue: Cue, *, title_case: bool) -> tuple[bool, bool]:
    """Take into a verb what stands before it and is part of it: "has not yet" of "has not yet said".

    Returns:
        Whether a form of "be" is among these words, and whether any of them is an auxiliary or stands for one.
    """
    at, verb = cue.verb_at, cue.verb
    be = helped = False
    while cue.group > 0:
        left = tokens[cue.group - 1]
        low = left.low
        if low in NEGATIONS:
            cue.negated = True
            helped = helped or low not in ("not", "never")
            be = be or low in _IS_NOT
            cue.modal = cue.modal or low in MODALS
        elif low in AUXILIARIES and verb.form in ("past", "present") and is_given_name(tokens, cue.group - 1):
            break  # "May said", of Ada May
        elif low in AUXILIARIES and (left.kind is not Kind.SUFFIX or _is_contraction(tokens, cue.group - 1)):
            be = (
                be
                or low in BE
                or low in ("'re", "'m")
                or (low == "'s" and (verb.form == "ing" or _is_done_to(tokens, at, verb)))
            )
            helped = True
            cue.modal = cue.modal or low in MODALS
            cue.future = cue.future or low in ("will", "would", "'ll", "'d")
        elif cue.group == at and low in _SETS_IN and _is_set_in(tokens, at, verb):
            be = helped = True  # "began calling it a lock without a door"
        elif low in ADVERBS and not title_case and is_surname(tokens, cue.group - 1):
            break  # "Ivo Long said"
        elif (
            low in ADVERBS
            or is_adverb(left)
            or (low == "at" and tokens[cue.group].low in _AT)  # "Quill at first denied it"
            or (low in _DEGREES and is_adverb(tokens[cue.group]))  # "Quill more recently has said"
            or (title_case and left.kind is Kind.NAME and low in HEADLINE_ADVERBS)
        ):
            pass
        elif low == "to" and verb.form == "base" and _governed(tokens, cue):
            helped = True
            continue
        elif low == "since" and cue.group > 1 and tokens[cue.group - 2].low in AUXILIARIES:
            pass
        elif (time := _time_begins(tokens, cue.group)) < cue.group:
            cue.group = time
            continue
        else:
            break
        cue.group -= 1
    return be, helped


def _is_after_determiner_or_preposition(tokens: Sequence[Token], cue: Cue, *, helped: bool) -> bool:
    """Tell whether what stands before a form makes a noun of it: "the pledge", "Quill's plans", "in reports"."""
    if cue.group == 0:
        return False
    left = tokens[cue.group - 1]
    if left.kind is Kind.SUFFIX or (left.low in DETERMINERS and left.low not in QUANTIFIERS):
        document = left.low == "that" and cue.group > 1 and tokens[cue.group - 2].low in SAYING_NOUNS
        named = left.kind is Kind.SUFFIX and _is_named_with_s(tokens, cue.group - 1, cue.verb)
        return not (helped or document or named) and share(tokens, cue.group) is None
    after_preposition = left.low in PREPOSITIONS and cue.verb.form != "ing"
    if after_preposition and says_where(tokens, cue.group - 1):
        return False  # "Parents outside said"
    return after_preposition and before_contact_clause(tokens, cue.group) == cue.group


def _is_named_with_s(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Tell whether a name ends in 's before its verb: "Quill's said the levee leaks", of a shop or an auctioneer."""
    named = at > 0 and tokens[at].low == "'s" and tokens[at - 1].kind is Kind.NAME
    return named and verb.lemma in ("say", "tell", "add") and verb.form in ("past", "present")


def _is_set_in(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Tell whether a form in -ing after "began" or "kept" is what somebody said: no "kept calling to ask".

    Nor is it in "kept warning signs", where it only describes what somebody kept.
    """
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    goes_on = following is not None and following.low != "to"
    if (
        tokens[at - 1].low in ("keeps", "kept")
        and following is not None
        and verb.lemma not in ("say", "tell")
    ):
        several = (
            following.kind is Kind.WORD and following.low.endswith("s") and following.low not in DETERMINERS
        )
        goes_on = goes_on and not (several and following.low not in PLURALS and following.low not in PERSONAL)
    return verb.form == "ing" and goes_on and not verb.frames <= {"about"}


def _is_done_to(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    """Tell whether "'s" before a participle is "is": "he's expected to win", but "she's told reporters"."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if verb.lemma in DESCRIBED and following == "as":
        return True  # "it's often described as a risk"
    return verb.lemma in RATHER_IS and following in ("to", "by", ".", ",")


def _is_after_did(tokens: Sequence[Token], group: int) -> bool:
    """Tell whether "did" stands before who speaks: "Only on Monday did Quill say it leaks", not "Never did"."""
    subject = phrase_before(tokens, group)
    only = tokens[0].low == "only" or (tokens[0].low == "not" and tokens[1].low in _AFTER_NOT)
    opens = only and tokens[-1].low != "?"
    return (
        opens
        and subject is not None
        and subject[0] > 1
        and tokens[subject[0] - 1].low in ("did", "does", "do")
    )


def _putting(tokens: Sequence[Token], cue: Cue) -> Cue | None:
    """Read "put it this way:", "put it bluntly:" and "as Quill put it,"; anything else is put somewhere."""
    i = cue.verb_at + 2
    while i < len(tokens) and (
        tokens[i].low in ("this", "way", "like", "best", "thus") or tokens[i].low.endswith("ly")
    ):
        i += 1
    ends = i >= len(tokens) or tokens[i].kind in (Kind.MARK, Kind.QUOTE)
    cue.end = i
    return cue if ends else None


def _time_begins(tokens: Sequence[Token], end: int) -> int:
    """Step back over a time between subject and verb: "Quill on Monday night said"."""
    if end and is_given_name(tokens, end - 1):
        return end  # "On Monday May said"
    if end > 3 and tuple(token.low for token in tokens[end - 3 : end]) in _AT_A_TIME:
        return end - 3  # "Quill at that time asked for more"
    i = end
    while i > 0 and (tokens[i - 1].low in TIMES or tokens[i - 1].kind is Kind.NUMBER) and end - i < 4:
        i -= 1
    if i == end or not any(t.low in TIMES for t in tokens[i:end]):
        return end
    while i > 0 and tokens[i - 1].low in (
        "on",
        "last",
        "this",
        "late",
        "early",
        "in",
        "past",
        "earlier",
        "later",
        "of",
    ):
        i -= 1
    # "Monday" may also be all there is before the verb.
    return i if i > 0 else end


def _is_contraction(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low != "'s" or (at > 0 and tokens[at - 1].low in SUBJECT_PRONOUNS)


def _governed(tokens: Sequence[Token], cue: Cue) -> bool:
    """Step over "went on to" or "declined to" before the verb; False when "to" has another origin."""
    floor = floor_taken(tokens, cue.group - 1)
    if floor is not None:
        cue.group = floor
        return True
    i = cue.group - 2
    if tokens[i].low == "yet":
        return False  # "has yet to say"
    while i >= 0 and (tokens[i].low in ("on", "further", "publicly") or tokens[i].low in ADVERBS):
        i -= 1
    if i >= 0 and tokens[i].low in STAGES:
        # "took to Twitter to say"
        while i > 1 and tokens[i].low not in ("to", "took", "takes"):
            i -= 1
        if tokens[i].low != "to" or i == 0 or tokens[i - 1].low not in ("took", "takes", "taken"):
            return False
        cue.group = i - 1
        return True
    if i < 0 or tokens[i].low not in GOVERNORS:
        return False
    cue.refused = tokens[i].low in REFUSING
    cue.group = i
    return True


def outermost(tokens: Sequence[Token], earlier: Sequence[Cue]) -> Cue | None:
    """Return the last verb that is not itself reported: "said" in "he said she hopes"."""
    outer: Cue | None = None
    looked = 0  # no mark stands from the end of `outer` up to here, so that each token is looked at once
    for cue in earlier:
        if cue.subject is None:
            continue
        inside = outer is not None and not any(
            t.kind is Kind.MARK and t.low in (",", ";", "—", "--") for t in tokens[looked : cue.clause]
        )
        looked = max(looked, cue.clause)
        if not inside or cue.how == "shared":
            outer, looked = cue, cue.end
    return outer
