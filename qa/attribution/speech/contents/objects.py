"""Find where the object, plan or demand of a reporting verb ends, and whether it says anything at all."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.clause_shape import is_verb_at
from qa.attribution.speech.contents.extents import DASHES, Range, clause_end
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.infinitives import is_infinitive
from qa.attribution.speech.words.phrases import Phrase, phrase_after
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    DETERMINERS,
    HEARERS,
    OBJECT_PRONOUNS,
    ONLY_FINITE,
    PERSONAL,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import HUMAN, ROLES

_WITH_TIMES = frozenset("last this next the early earlier late later in on of during before past".split())
"""Words that stand with a time: "early last year"."""

_RELATIVE = frozenset("who that which what where how whether whose whom".split())
_SUBORDINATE = frozenset("when if because since unless until although though".split())
_OF_TWO = frozenset("are were have do".split())
_SHORT = 4
_LONGEST_PART = 6
_LONGEST_ASIDE = 20
"""Tokens of one part of a list, and of what is said of somebody between commas."""


def object_end(tokens: Sequence[Token], start: int, bound: int) -> int:
    """Return where an object ends: "the toll" of "criticised the toll, which rose", "criticised the toll and left"."""
    going = start > 0 and tokens[start - 1].low.endswith("ing")
    inside, relative = 0, start < bound and tokens[start].low in _RELATIVE
    for i in range(start, bound - 1):
        low = tokens[i].low
        if i < inside:
            continue
        # "Discussed trade, fares and tides" names topics, and says nothing on them.
        if (
            low == ","
            and not tokens[start - 1].low.startswith("discuss")
            and (inside := _goes_on(tokens, i, bound))
        ):
            continue
        if low in DASHES and (inside := _past_aside(tokens, i, bound)):
            continue
        if low == "," or low in DASHES:
            return i
        relative = relative or low in _RELATIVE
        if low in ("and", "but") and i > start and not relative and _begins_another(tokens, i + 1, bound):
            return i
        if (
            low == "and"
            and i > start
            and (_is_past_verb(tokens[i + 1]) or (going and _is_going(tokens[i + 1])))
        ):
            return i  # "thanked him and left", "thanking him and promising to stay"
        if i > start + 1 and low in (
            "while",
            "when",
            "because",
            "after",
            "but",
            "although",
            "though",
            "before",
        ):
            return i
    return bound


def _past_aside(tokens: Sequence[Token], dash: int, bound: int) -> int:
    """Return where an object goes on with its verb after an aside, "the number – of late – | is nine"; else 0."""
    close = next(
        (i for i in range(dash + 1, min(bound - 1, dash + _LONGEST_ASIDE)) if tokens[i].low in DASHES), 0
    )
    return close + 1 if close and is_finite(tokens[close + 1]) else 0


def _goes_on(tokens: Sequence[Token], comma: int, bound: int) -> int:
    """Return up to where an object goes on after a comma; 0 where it ends there.

    "Blamed Quill, | the mayor, | for the flood", "praised Quill, | Brandt and Marsh", "named many, | including Quill".
    """
    following = tokens[comma + 1].low
    if following == "including":
        return 0 if comma + 2 == len(tokens) or tokens[comma + 2].low == ":" else comma + 2
    joined = next(
        (i for i in range(comma + 2, min(bound - 1, comma + _LONGEST_PART)) if tokens[i].low == "and"), 0
    )
    part = tokens[comma + 1 : joined]
    if len(part) > 1 and part[-1].low == "," and not _is_past_verb(tokens[joined + 1]):
        part = part[:-1]  # "slammed the school, the board, and clerks"
    if (
        part
        and part[0].low not in ("and", "but")
        and all(
            t.kind <= Kind.NAME and t.low not in PERSONAL and not is_verb_at(tokens, comma + 1 + n)
            for n, t in enumerate(part)
        )
    ):
        last = phrase_after(tokens, joined + 1, bound)
        plain = last is not None and not (last[1] < bound and is_verb_at(tokens, last[1]))
        if plain and last is not None and not part[0].low.endswith("ing"):
            return last[1]
    if following in ("a", "an", "the", "who"):
        close = next(
            (i for i in range(comma + 2, min(bound - 1, comma + _LONGEST_ASIDE)) if tokens[i].low == ","), 0
        )
        if close and tokens[close + 1].low == "for":
            return close + 2
    return 0


def _begins_another(tokens: Sequence[Token], start: int, bound: int) -> bool:
    """Tell whether somebody else's deed begins at a place: "attacked the plan and | Quill defended it"."""
    subject = phrase_after(tokens, start, bound)
    if subject is None or subject[1] + 1 >= bound or not is_verb_at(tokens, subject[1]):
        return False
    verb, first = tokens[subject[1]], tokens[start]
    if tokens[subject[1] + 1].kind is Kind.MARK or (
        tokens[start - 2].kind is first.kind is Kind.NAME and verb.low in _OF_TWO
    ):
        return False  # "the broader left.", "the boats that Quill and Marsh have bought"
    pronoun = first.low in PERSONAL or first.low == "it"
    named = first.kind is Kind.NAME and all(t.kind is Kind.NAME for t in tokens[slice(*subject)])
    return (pronoun or named or is_finite(verb)) and not verb.low.endswith("ing")


def predicate_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a plan, a demand or a name that is given ends: before what the subject did besides.

    "Vowed to leave | and praised the board", "vowed to leave, | but stayed", "called it mad, | which it was".
    """
    within = False
    for i in range(start + 1, end - 1):
        low, following = tokens[i].low, tokens[i + 1]
        if low in ("who", "that", "which", "what", "where"):
            return end  # its own verb may follow "and" too
        within = within or low in _SUBORDINATE
        if low == "," and following.low in ("but", "which", "who", "where"):
            return i
        if low in ("and", "but"):
            if (tokens[i - 1].low == "," or not within) and _begins_another(tokens, i + 1, end):
                return i - 1 if tokens[i - 1].low == "," else i
            at = i + 2 if following.low.endswith("ly") or following.low in ADVERBS else i + 1
            if at < end and (_is_past_verb(tokens[at]) or _looks_past(tokens, at)):
                return i - 1 if tokens[i - 1].low == "," else i
    return end


def _looks_past(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether -ed at a place is a verb with an object, and no adjective before a noun: "and raised the levee"."""
    token = tokens[at]
    if token.kind is not Kind.WORD or not token.low.endswith("ed") or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].low in DETERMINERS or tokens[at + 1].kind is Kind.NAME


def _is_past_verb(token: Token) -> bool:
    if token.kind is not Kind.WORD:
        return False
    verb = VERBS.get(token.low)
    return (verb is not None and verb.form == "past") or token.low in ONLY_FINITE


def _is_going(token: Token) -> bool:
    verb = VERBS.get(token.low)
    return verb is not None and verb.form == "ing" and token.kind is Kind.WORD


def demand(tokens: Sequence[Token], cue: Cue, limit: int) -> Range | None:
    """Return who is to do what, after a verb that demands it: "the board to resign" in "urged the board to resign"."""
    start = cue.end
    if cue.verb.lemma == "like" and cue.verb.form == "base" and cue.group == cue.verb_at:
        return None  # "foreigners like him to the quay"
    hers = [t.low for t in tokens[start : start + 1]] == ["her"] and not is_infinitive(
        tokens, start + 1, limit
    )
    if start + 1 < limit and tokens[start].low in HEARERS and not hers:
        at = start + 1
    else:
        heard = phrase_after(tokens, start, limit)
        if heard is None:
            return None
        at = heard[1]
        if at + 1 < limit and tokens[at].low == "and":  # "urged Brandt and the board to leave"
            other = phrase_after(tokens, at + 1, limit)
            at = other[1] if other is not None and is_infinitive(tokens, other[1], limit) else at
    if at < limit and tokens[at].kind is Kind.QUOTE and tokens[at].low[1] == "t" and "quote" in cue.frames:
        return start, at + 1  # `urged all sides "to leave"`
    if at + 1 < limit and tokens[at].low == "not":
        at += 1
    if at >= limit or not is_infinitive(tokens, at, limit):
        return None
    return start, predicate_end(tokens, at, clause_end(tokens, at, limit, cue))


def asked_about(tokens: Sequence[Token], start: int, heard: int, bound: int) -> Range | None:
    """Return what somebody was asked about, with the words for whom from `start` to `heard`: "asked Brandt about C"."""
    at = next((i for i in range(start + 1, min(heard + 1, bound - 1)) if tokens[i].low == "about"), None)
    return (at + 1, object_end(tokens, at + 1, bound)) if at is not None else None


def taken_as(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return where "the move as a trap" ends, if it is that: something taken for something."""
    taken = phrase_after(tokens, start, end)
    at = start + 1 if tokens[start].low in HEARERS | {"it"} else taken[1] if taken is not None else end
    if (
        at + 1 >= end
        or tokens[at].low != "as"
        or tokens[at + 1].low in PERSONAL | {"it", "if", "though", "well", "in", "at", "on"}
    ):
        return None  # "saw the same rates as in Dene"
    return object_end(tokens, at + 1, end)


def is_pronoun_only(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether tokens are "him", "it" or "nothing" with at most a time after it."""
    words = [t for t in tokens[start:end] if t.kind is not Kind.MARK]
    if not words or words[0].low not in OBJECT_PRONOUNS or words[0].kind is not Kind.WORD:
        return False
    return all(
        t.low in ADVERBS
        or t.low in ("as", "much", "more", "other", "else")
        or t.low in TIMES
        or t.low in ("on", "in", "this", "last")
        or t.kind is Kind.NUMBER
        for t in words[1:]
    )


def is_time_only(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether tokens only say when or how: "last year", "on Monday", "openly"."""
    words = [t for t in tokens[start:end] if t.kind is not Kind.MARK]
    if words and all(is_adverb(t) or t.low == "and" for t in words):
        return True  # "what she has discussed openly and publicly"
    times = any(t.low in TIMES or t.kind is Kind.NUMBER for t in words)
    return times and all(t.low in TIMES or t.kind is Kind.NUMBER or t.low in _WITH_TIMES for t in words)


def asks_after_time(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Tell whether only a time stands before a question: "asked on Monday | who would pay", but no "Monday when"."""
    return tokens[at].low != "when" and is_time_only(tokens, start, at)


def called_until(tokens: Sequence[Token], named: Phrase | None, end: int) -> int:
    """Return where whom somebody called ends, if only when or why follows: "the police | while on her way".

    Or on what: "the mayor | about the levee". But "the mayor’s talk about the levee a mess" says what it is.
    """
    on = next((i for i in range(*named) if tokens[i].low == "about"), 0) if named is not None else 0
    somebody = on and (tokens[on - 1].kind is Kind.NAME or tokens[on - 1].low in HUMAN | ROLES | GROUP_NOUNS)
    past = {t.low for t in tokens[on + 2 : end]}
    if somebody and (past.isdisjoint(("a", "an")) or "times" in past or not past.isdisjoint(TIMES)):
        return on
    if named is None or named[1] >= end:
        return end
    following = tokens[named[1]]
    verb = VERBS.get(following.low)
    asks = verb is not None and verb.form == "ing" and not verb.frames.isdisjoint(("say", "ask", "tell"))
    return named[1] if asks or following.low in ("while", "when", "after", "before", "because") else end


def is_called_to(tokens: Sequence[Token], cue: Cue, past: int, end: int) -> bool:
    """Tell whether somebody who is called does something: "called Quill to congratulate her".

    But "described the plan to leave as “late”" says what the plan is.
    """
    if cue.verb.lemma == "describe" and any(token.low == "as" for token in tokens[past:end]):
        return False
    return is_finite(tokens[past]) or is_infinitive(tokens, past, end)


def is_somebody(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether tokens only say whom one called: "him", "her mother", "the police", with no word on them."""
    if is_pronoun_only(tokens, start, end) or any(t.low in ("phone", "telephone") for t in tokens[start:end]):
        return True
    words = [t for t in tokens[start:end] if t.kind not in (Kind.MARK, Kind.SUFFIX)]  # "the clerk's office"
    if words and words[0].low in DETERMINERS:
        words = words[1:]
    if not words or any(t.kind > Kind.NAME for t in words):
        return False
    if words[-1].low == "back" or (len(words) <= _SHORT and words[-1].low in HUMAN | ROLES | GROUP_NOUNS):
        return not any(t.low in DETERMINERS for t in words)  # "the port clerk", but "the clerk a fool"
    return len(words) == 1 or (len(words) <= 3 and all(t.kind is Kind.NAME for t in words))
