"""Tell whether tokens begin a clause of their own, an infinitive, or an adjunct."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.extents import is_full
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_adverb, is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import SPANS, TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
)
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.verb_classes import OTHER_PASTS

_SUBJECTS = PERSONAL | {"it", "there", "everyone", "everybody", "somebody", "anybody", "anyone", "nobody"}
_ONE, _MORE = frozenset("appears seems looks means".split()), frozenset("appear seem look mean".split())
_SEEMS = {"this": _ONE, "these": _MORE, "those": _MORE}
"""Verbs that fit what is pointed at: "this looks late"; "these looks" and "this look" are nouns."""
_RELATIVES = frozenset("who which that whose where whom".split())
_OPENS_OBJECT = frozenset("the a an its their his her".split())
_HOW_LONG = frozenset("well long shortly just soon right only even months weeks days years".split())
_AFTER_SUBJECT = frozenset("is was isn't isn’t wasn't wasn’t will would has had does did".split())
_MOST = 8
"""Pieces that may stand between the subject of a clause and its verb."""


def begins_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a subject with its verb begins at a place, and no object: "the levee has broken"."""
    i = start
    while i < end and (tokens[i].low in ADVERBS or is_adverb(tokens[i])):
        i += 1
    if i + 1 < end and tokens[i].low in _SUBJECTS and tokens[i].kind is not Kind.NUMBER:
        return True
    fitting = _SEEMS.get(tokens[i].low) if i + 1 < end else None
    if fitting is not None and (is_finite(tokens[i + 1]) or tokens[i + 1].low in fitting):
        return True  # "added this is a hard year"
    joined = True
    for _ in range(_MOST):
        if i >= end:
            return False
        token = tokens[i]
        if token.kind is Kind.QUOTE:
            return is_full(token) or _finites(tokens, i, end) > 0
        if token.low in _RELATIVES:
            return _finites(tokens, i, end) > 1  # "boats that cannot sail" have no verb of their own
        if token.low == "," and i + 1 < end and tokens[i + 1].low in ("and", "but"):
            return False
        if token.low == ",":
            close = next((j for j in range(i + 1, min(end, i + 25)) if tokens[j].low == ","), end)
            if close + 1 < end and i > start and is_finite(tokens[close + 1]):
                return True  # "the levee, a bank of sand, has broken"
            i, joined = i + 1, True
            continue
        if not joined and is_verb_at(tokens, i) and not _is_done_by(tokens, i, end):
            return True
        if token.low in ("and", "or") or token.low in PREPOSITIONS or token.low in TIMES:
            i, joined = i + 1, token.low not in TIMES
            continue
        if token.low in ADVERBS or is_adverb(token):
            i += 1
            continue
        phrase = phrase_after(tokens, i, end)
        if phrase is None:
            return False
        lone = not joined and phrase[1] - phrase[0] == 1 and phrase[1] < end and token.low.endswith("s")
        if _verb_within(tokens, phrase, end) or (lone and tokens[phrase[1]].low in DETERMINERS):
            return True  # "the town also lacks a ferry"
        i, joined = phrase[1], False
    return False


def _is_done_by(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether -ed only describes the noun before it: "their talks with a lunch hosted by Quill" has no verb."""
    if at + 2 >= end or not tokens[at].low.endswith("ed") or tokens[at + 1].low != "by":
        return False
    return tokens[at + 2].kind is Kind.NAME or tokens[at + 2].low in DETERMINERS


def is_verb_at(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word may be the verb of a clause; a form in -ing alone is none."""
    token = tokens[at]
    if token.kind is Kind.NAME:
        return False  # "in May"
    if is_finite(token):
        return True
    if token.kind is not Kind.WORD:
        return False
    verb = VERBS.get(token.low)
    if verb is not None:
        return verb.form != "ing"
    return is_verb_like(token) or token.low in OTHER_PASTS


def is_deed_at(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether the verb of a relative clause stands right after its "that": "has begun", "opened at noon".

    In "told them that based on the plan, it would hold" a clause follows, and "based" is no verb of its own.
    """
    if is_finite(tokens[at]):
        return True
    if any(tokens[i].low == "," and begins_clause(tokens, i + 1, end) for i in range(at, end - 1)):
        return False
    if at + 1 >= end or not is_verb_at(tokens, at) or not tokens[at].low.endswith("ed"):
        return False
    return tokens[at + 1].low in PREPOSITIONS or tokens[at + 1].low in DETERMINERS


def opens_adjunct(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a word joins all that follows to the clause before it: "before the mayor left".

    But "told the board | before the vote it had no money" says first when it was told.
    """
    if tokens[at].low not in ("before", "after"):
        return tokens[at].low in ("and", "or", "but")
    phrase = phrase_after(tokens, at + 1, end)
    return phrase is None or not begins_clause(tokens, phrase[1], end)


def _verb_within(tokens: Sequence[Token], phrase: tuple[int, int], end: int) -> bool:
    """Tell whether the last noun of a phrase is a verb with an object: "Quill runs" in "Quill runs the harbour"."""
    last = phrase[1] - 1
    if last <= phrase[0] or phrase[1] >= end or tokens[last].kind is not Kind.WORD:
        return False
    low, following = tokens[last].low, tokens[phrase[1]]
    takes = following.low in DETERMINERS or following.low in OBJECT_PRONOUNS or following.low in PREPOSITIONS
    before = tokens[last - 1].low
    if before.endswith("s") and not before.endswith("ss") and not low.endswith(("s", "ing", "ed", "ly")):
        return takes  # a noun after a plural is rare: "the rules require", "the emails belong to"
    past = low in OTHER_PASTS or (low in VERBS and VERBS[low].form == "past")
    object_follows = following.low in DETERMINERS or following.low in OBJECT_PRONOUNS
    return (past and takes) or (low.endswith("s") and not low.endswith("ss") and object_follows)


def opens_with_subject(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a word in -ing is part of a subject: "Rising water remains a threat", but not "Citing the flood"."""
    phrase = phrase_after(tokens, start, end)
    if tokens[start].low not in VERBS and _past_with_object(tokens, start, end):
        return True  # "Checking boats for leaks reduced the losses"
    if phrase is None or phrase[1] >= end or tokens[phrase[1]].low not in _OPENS_OBJECT:
        return False
    return phrase[1] - phrase[0] > 2 and _verb_within(tokens, phrase, end)


def _past_with_object(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a past and its object follow nouns: "Checking boats | reduced the losses", with nobody named before.

    In "Citing the rules Quill imposed on the crew" the past is hers, and in "leaks that halved the catch" theirs.
    """
    for i in range(start + 1, end - 1):
        token, before = tokens[i], tokens[i - 1]
        if token.low in _RELATIVES or token.low in (",", "and") or token.kind is Kind.NAME:
            return False
        if token.kind is Kind.WORD and token.low.endswith("ed") and tokens[i + 1].low in _OPENS_OBJECT:
            if any(one.low in SPANS for one in tokens[i + 2 : i + 4]):
                return False  # "Facing rules approved the week before, Quill said"
            return before.kind is Kind.WORD and before.low not in DETERMINERS | PREPOSITIONS | PERSONAL
    return False


def only_tells_when(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether tokens after "that" have no verb, but a time: "well before the vote" in "wrote that well before"."""
    i = start
    while i < end and tokens[i].low in _HOW_LONG:
        i += 1
    if i >= end or tokens[i].low not in ("before", "after", "during"):
        return False
    if tokens[end - 1].low in (".", ")"):
        end -= 1
    return not any(
        is_finite(tokens[j])
        or is_verb_like(tokens[j])
        or tokens[j].low in OTHER_PASTS
        or tokens[j].kind > Kind.SUFFIX
        or tokens[j].low.endswith(("s", "ing"))
        for j in range(i + 1, end)
    )


def past_that(tokens: Sequence[Token], at: int) -> int:
    """Return where what was said begins: after "that", or with it where it is the subject, "says that is due"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not (following.kind is Kind.SUFFIX or following.low in _AFTER_SUBJECT):
        return at + 1
    after = tokens[at + 2] if at + 2 < len(tokens) else following
    if following.low in ("will", "would", "does") and after.kind is Kind.WORD and not is_finite(after):
        third = tokens[at + 3] if at + 3 < len(tokens) else after
        if after.low not in ADVERBS and not is_adverb(after) and is_finite(third):
            return at + 1  # "that will power is all that counts"
    # "She said that had she known it, she would have left"
    asks = after.kind is Kind.NAME or after.low in _SUBJECTS or after.low in DETERMINERS
    return at + 1 if following.low in ("had", "did") and asks else at


def goes_on_with_verb(tokens: Sequence[Token], speaker: tuple[int, int], group: int, at: int) -> bool:
    """Tell whether a verb at a place goes on with the noun before who speaks: "The law, said Quill, | requires it".

    A form in -s or -ed is one between a name and a noun: "The mayor, said Brandt, residents and others left" has none.
    """
    if is_finite(tokens[at]):
        return True
    named = all(token.kind is Kind.NAME for token in tokens[slice(*speaker)])
    noun = phrase_after(tokens, 0, group - 1)
    if not named or noun != (0, group - 1) or tokens[0].low not in DETERMINERS or at + 1 >= len(tokens):
        return False
    if tokens[at].kind is Kind.QUOTE:
        return tokens[at].low[1].islower() and is_full(tokens[at])
    does = tokens[at].low.endswith(("s", "ed")) and not tokens[at].low.endswith("ss")
    following = tokens[at + 1]
    joins = following.kind is Kind.MARK or following.low in ("of", "and", "or", "who", "from")
    return does and tokens[at].kind is Kind.WORD and not joins


def _finites(tokens: Sequence[Token], start: int, end: int) -> int:
    return sum(is_verb_at(tokens, i) for i in range(start + 1, end))


def is_introduction(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether tokens only introduce a clause: "After the flood" before ", she said"."""
    low = tokens[start].low
    opens = low in PREPOSITIONS or low in ("when", "while", "as", "although", "though", "if", "once", "asked")
    return opens and all(tokens[i].low != "," for i in range(start, end))
