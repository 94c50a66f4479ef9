"""Attributions without a reporting verb: "according to" and "X's claim that"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution import cues, phrases, subjects
from qa.attribution.clauses import Found
from qa.attribution.extents import Range, is_full, trim
from qa.attribution.tokens import Kind, Token

_TOLD = frozenset("reported noted described told detailed".split())
ACCORDING = frozenset(("according", "per")) | _TOLD
"""The words at which `according_to` may find something."""


def according_to(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "according to X", "per X" or "as reported by X", with `at` on its main word."""
    links = _links_to_source(tokens, at)
    if links is None:
        return None
    first, behind = links
    named = phrases.behind(tokens, behind)
    if named is None:
        return None
    named = _behind_document(tokens, named)
    cue = (first, behind)
    at = first
    parts: list[Range] = []
    begins = at == 0 or (tokens[at - 1].low in cues.CONJUNCTIONS and at == 1)
    end = named[1]
    if begins:
        if end < len(tokens) and (
            tokens[end].low in cues.DETERMINERS or tokens[end].low in ("over", "about", "at")
        ):
            # "According to Quill the bridge is safe": no comma.
            return Found([(end, len(tokens))], named, cue, "according-to", "according to")
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
    return Found(kept, named, cue, "according-to", "according to")


def _links_to_source(tokens: Sequence[Token], at: int) -> Range | None:
    """Return where the words begin and end that lead to a source: "according to", "per", "as first reported by"."""
    low = tokens[at].low
    if at + 2 > len(tokens) - 1 and low != "per":
        return None
    if low == "according":
        return (at, at + 2) if tokens[at + 1].low == "to" else None
    if low == "per":
        # "Per Lund" is a name, and "per year" a rate.
        if at + 1 >= len(tokens) or (at and tokens[at - 1].low != ","):
            return None
        following = tokens[at + 1]
        source = following.low == "the" or (at and following.kind is Kind.NAME)
        return (at, at + 1) if source else None
    if tokens[at + 1].low != "by":
        return None
    first = at - 1 if at and tokens[at - 1].low in ("first", "previously", "originally") else at
    return (first - 1, at + 2) if first and tokens[first - 1].low == "as" else None


def _behind_document(tokens: Sequence[Token], named: Range) -> Range:
    """Return whose "an analysis by Ada Quill" is, where that is named."""
    end = named[1]
    if tokens[end - 1].low not in cues.DOCUMENTS or end + 1 >= len(tokens):
        return named
    link = end
    while link < len(tokens) - 1 and link < end + 4 and tokens[link].low in _MADE:
        link += 1
    if tokens[link].low not in ("by", "from"):
        return named
    owner = phrases.behind(tokens, link + 1)
    return owner if owner is not None and any(t.kind is Kind.NAME for t in tokens[slice(*owner)]) else named


_ARTICLES = frozenset("the a an".split())
_MAKES = frozenset(
    """
    made makes floated floats raised raises advanced advances offered offers pushed pushes dismissed dismisses
    rejected rejects repeated repeats issued issues voiced voices expressed expresses gave gives spread
    """.split()
)
"""What one does with a claim: "floated the idea that"."""
_MADE = frozenset(
    "released published compiled conducted provided prepared made done obtained last this week".split()
)


COLON = "colon-any-verb"


def before_colon(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of `It surprised the pollster Ada Quill: “Yes.”`, with `at` on the colon.

    Whoever is named right before the colon speaks, else who the sentence is about. That may be a thing ("The sign
    was clear:"), so only what turns out to be a person is kept.
    """
    lead = at + 1 >= len(tokens)
    if at < 2 or not (lead or is_full(tokens[at + 1])) or any(t.kind is Kind.QUOTE for t in tokens[:at]):
        return None
    named = phrases.before(tokens, at)
    whole = (
        named is not None
        and named[1] - named[0] > 1
        and all(t.kind is Kind.NAME for t in tokens[at - 2 : at])
    )
    if (
        named is not None
        and whole
        and not lead
        and named[0]
        and tokens[named[0] - 1].low not in cues.PREPOSITIONS
    ):
        mention: Range | None = named
    else:
        mention = subjects.main_subject(tokens, at)
    if mention is None:
        return None
    cue = (at, at + 1)
    if lead:
        return Found([], mention, cue, COLON, "", open_end=True)
    end = at + 2
    while end < len(tokens) and tokens[end].kind is Kind.QUOTE:
        end += 1
    return Found([(at + 1, end)], mention, cue, COLON, "")


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
    if mention is None and link == "that" and tokens[owner].low in _ARTICLES:
        maker = subjects.subject(tokens, owner - 1) if owner and tokens[owner - 1].low in _MAKES else None
        mention = maker[0] if maker is not None else None
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
