"""Attributions without a reporting verb: "according to", "X's claim that", and "declined to comment"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution import cues, phrases, subjects
from qa.attribution.clauses import Found
from qa.attribution.extents import Range, trim
from qa.attribution.tokens import Kind, Token

_SILENT = frozenset("comment elaborate respond answer say discuss speak specify".split())
_COMMENT_OBJECTS = frozenset(
    "request requests call calls email emails message messages question questions inquiry inquiries".split()
)
_ANSWERS = frozenset("respond reply return comment answer responded returned".split())
_REFUSING = {"declined": "decline", "declines": "decline", "refused": "refuse", "refuses": "refuse"}

BEGIN = frozenset(("according", *_REFUSING, *_ANSWERS))
"""The words at which `according_to` and `silence` may find something."""


def according_to(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "according to X", with `at` on "according"."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    named = phrases.behind(tokens, at + 2)
    if named is None:
        return None
    parts: list[Range] = []
    begins = at == 0 or (tokens[at - 1].low in cues.CONJUNCTIONS and at == 1)
    end = named[1]
    if begins:
        if end < len(tokens) and (
            tokens[end].low in cues.DETERMINERS or tokens[end].low in ("over", "about", "at")
        ):
            # "According to Quill the bridge is safe": no comma.
            return Found([(end, len(tokens))], named, (at, at + 2), "according-to", "according to")
        while end < len(tokens) and tokens[end].low not in (",", ":"):
            end += 1
        parts = [(end + 1, len(tokens))]
    else:
        start = at
        # Behind a semicolon or a full clause with "but" only the nearer half is X's.
        floor = 0
        for i in range(at - 1, -1, -1):
            if tokens[i].low == ";":
                floor = i + 1
                break
        parts = [(floor, start)]
        # "A, according to X, B" goes on; a finite verb behind the comma shows it.
        while end < len(tokens) and tokens[end].low not in (",", ";") and tokens[end].kind is not Kind.QUOTE:
            end += 1
        goes_on = end + 2 < len(tokens) and tokens[end].low == "," and tokens[at - 1].low == ","
        if goes_on and (phrases.is_finite(tokens[end + 1]) or not subjects.has_main_verb(tokens, floor, at)):
            parts.append((end + 1, len(tokens)))
    kept = [trimmed for part in parts if (trimmed := trim(tokens, part))]
    if not kept:
        return None
    return Found(kept, named, (at, at + 2), "according-to", "according to")


def noun_cue(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "Quill's claim that C" or "his call for C", with `at` on the noun."""
    if tokens[at].low not in cues.NOUNS or at == 0 or at + 2 >= len(tokens):
        return None
    link = tokens[at + 1].low
    quoted = link == ":" and tokens[at + 2].kind is Kind.QUOTE
    if link not in cues.NOUN_LINKS and link != "to" and not quoted:
        return None
    if not quoted and link != "that" and tokens[at].low not in cues.SPOKEN_NOUNS:
        return None
    owner = at - 1
    while (
        owner > 0
        and tokens[owner].kind is Kind.WORD
        and tokens[owner].low not in cues.DETERMINERS
        and at - owner < 4
    ):
        owner -= 1
    mention: Range | None = None
    if tokens[owner].low in ("his", "her", "their"):
        mention = (owner, owner + 1)
    elif tokens[owner].kind is Kind.SUFFIX and tokens[owner].low == "'s":
        named = phrases.before(tokens, owner)
        mention = named
    elif tokens[owner].low in "'’" and owner and tokens[owner - 1].low.endswith("s"):
        mention = phrases.before(tokens, owner)
    if mention is None:
        return None
    if quoted:
        return Found([(at + 2, at + 3)], mention, (at, at + 1), "colon", tokens[at].low)
    end = at + 2
    verbs = 0
    while end < len(tokens):
        low = tokens[end].low
        if low in (",", ";", "—", "--", "."):
            break
        if low in cues.OUTER_ONLY and tokens[end - 1].low not in cues.AUXILIARIES:
            verbs += 1
            if verbs > 1 and link == "that":
                break  # "his claim that it was safe | was wrong"
        if end > at + 3 and low in cues.OUTER_ONLY and link != "that":
            break
        end += 1
    content = trim(tokens, (at + 2, end))
    if content is None:
        return None
    rule = "noun-that" if link == "that" else "noun-of"
    return Found([content], mention, (at, at + 1), rule, tokens[at].low)


def silence(tokens: Sequence[Token], at: int) -> Found | None:
    """Return "X declined to comment" and "X did not respond to requests", with `at` on the verb."""
    low = tokens[at].low
    if low not in _REFUSING and low not in _ANSWERS:
        return None
    end = len(tokens)
    while end > at and tokens[end - 1].kind is Kind.MARK:
        end -= 1
    stop = next((i for i in range(at, end) if tokens[i].low in (",", ";")), end)
    if (
        low in _REFUSING
        and at + 2 < len(tokens)
        and tokens[at + 1].low == "to"
        and tokens[at + 2].low in _SILENT
    ):
        found = _silent_subject(tokens, at)
        # "declined to say whether C" is about C as well, but its words are the narrator's.
        if found is None:
            return None
        return Found([(at + 1, stop)], found, (at, at + 1), "declined", _REFUSING[low], "declined")
    negated = at > 0 and (
        tokens[at - 1].low in cues.NEGATIONS or (at > 1 and tokens[at - 2].low in cues.NEGATIONS)
    )
    if low in _ANSWERS and negated:
        asked = any(t.low in _COMMENT_OBJECTS or t.low in ("comment", "comments") for t in tokens[at:stop])
        found = _silent_subject(tokens, at)
        if asked and found is not None:
            return Found([(at, stop)], found, (at, at + 1), "declined", low, "declined")
    return None


def _silent_subject(tokens: Sequence[Token], at: int) -> Range | None:
    i = at
    while i > 0 and (
        tokens[i - 1].low in cues.NEGATIONS
        or tokens[i - 1].low in cues.AUXILIARIES
        or tokens[i - 1].low in cues.ADVERBS
        or (tokens[i - 1].kind is Kind.WORD and tokens[i - 1].low.endswith("ly"))
    ):
        i -= 1
    if i > 0 and tokens[i - 1].low in ("and", "but"):
        return subjects.main_subject(tokens, i)
    found = subjects.subject(tokens, i)
    return found[0] if found is not None else None
