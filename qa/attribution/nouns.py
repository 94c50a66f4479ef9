"""Attributions without a reporting verb: "according to" and "X's claim that"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution import cues, phrases, subjects
from qa.attribution.clauses import Found
from qa.attribution.extents import Range, trim
from qa.attribution.tokens import Kind, Token


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
