"""Find attributions to a source without a verb of its own: "according to X", "as reported by X"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.extents import Range, trim
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.subjects import main_clause
from qa.attribution.speech.subjects.office_and_body import past_listed_fields
from qa.attribution.speech.without_verbs.described_sources import is_role, past_description
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from qa.language.lexicon.reporting_nouns import NORMS, PUBLICATIONS
from qa.language.lexicon.verb_classes import MADE

_DESCRIBES = frozenset("which who whose whom where one another".split())
"""What begins words on the source itself: "according to the survey, which was made in May"."""
_OPENS_CLAUSE = frozenset("because that and but where while although though".split())
TOLD = frozenset("reported noted per".split())
ACCORDING = TOLD | {"according"}
"""The words at which `according_to` may find something."""


def according_to(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "according to X", "per X" or "as reported by X", with `at` on its main word."""
    links = _links_to_source(tokens, at)
    if links is None:
        return None
    first, after = links
    named = phrase_after(tokens, after)
    if tokens[after].low == "her" and tokens[min(after + 1, len(tokens) - 1)].kind is Kind.MARK:
        named = after, after + 1  # "According to her, her father waited"
    if named is None or _is_norm(tokens, named, opens=first == 0):
        return None
    if tokens[at].low == "per" and any(t.kind is not Kind.NAME for t in tokens[slice(*named)]):
        return None  # "per Norvik law"
    named = past_listed_fields(tokens, _after_document(tokens, named))
    cue = (first, after)
    at = first
    parts: list[Range] = []
    begins = at == 0 or (tokens[at - 1].low in CONJUNCTIONS and at == 1)
    # "It sank because, according to Quill, the gate was open": her words come after her name.
    begins = begins or (at > 2 and tokens[at - 1].low == "," and tokens[at - 2].low in _OPENS_CLAUSE)
    begins = begins or _begins_second(tokens, at, named[1])
    end = named[1]
    if begins:
        # "According to the laws that bind the port, it leaks"
        relative = end < len(tokens) and tokens[end].low == "that" and any(t.low == "," for t in tokens[end:])
        relative = relative and tokens[end - 1].kind is Kind.WORD  # no name: "Ada Quill that bridge"
        if (end < len(tokens) and not relative) and (
            tokens[end].low in DETERMINERS or tokens[end].low in ("over", "about", "at")
        ):
            # "According to Quill the bridge is safe": no comma.
            return Found([(end, len(tokens))], named, cue, "according-to", "according to")
        while end < len(tokens) and tokens[end].low not in (",", ":"):
            end += 1
        end = past_description(tokens, named, end)
        parts = [(end + 1, len(tokens))]
    else:
        start = at
        # After a semicolon or a full clause with "but" only the nearer half is X's.
        floor = 0
        for i in range(at - 1, -1, -1):
            if tokens[i].low in (";", ":"):
                floor = i + 1
                break
        parts = [(floor, start)]
        # "A, according to X, B" goes on; a finite verb after the comma shows it.
        while (
            end < len(tokens)
            and tokens[end].low not in (",", ";", ":")
            and tokens[end].kind is not Kind.QUOTE
        ):
            end += 1
        goes_on = end + 2 < len(tokens) and tokens[end].low == "," and tokens[at - 1].low == ","
        if goes_on and (tokens[end + 1].low in _DESCRIBES or is_role(tokens, end + 1)):
            # What describes the source ends at its comma, or with the sentence.
            while end + 1 < len(tokens) and (tokens[end + 1].low in _DESCRIBES or is_role(tokens, end + 1)):
                end = next((i for i in range(end + 2, len(tokens) - 1) if tokens[i].low == ","), len(tokens))
            goes_on = end < len(tokens)
        if end + 1 < len(tokens) and tokens[end].low == ":" and tokens[end + 1].kind is Kind.QUOTE:
            parts.append((end + 1, len(tokens)))  # "It leaks, according to Quill: “I saw it.”"
        if goes_on and (is_finite(tokens[end + 1]) or not main_clause.has_main_verb(tokens, floor, at)):
            parts.append((end + 1, len(tokens)))
    kept = [trimmed for part in parts if (trimmed := trim(tokens, part))]
    return Found(kept, named, cue, "according-to", "according to") if kept else None


def _begins_second(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a source opens a second clause: "It runs in Dover, but according to Quill, it will not for long"."""
    joins = at > 2 and tokens[at - 2].low == "," and tokens[at - 1].low in CONJUNCTIONS
    if not joins or end >= len(tokens) or tokens[end].low != ",":
        return False
    return main_clause.has_main_verb(tokens, 0, at - 2) and (
        tokens[-1].kind is Kind.QUOTE or main_clause.has_main_verb(tokens, end, len(tokens))
    )


def _links_to_source(tokens: Sequence[Token], at: int) -> Range | None:
    """Return where the words begin and end that lead to a source: "according to", "per", "as first reported by"."""
    low = tokens[at].low
    if at + 2 > len(tokens) - 1 and low != "per":
        return None
    if low == "according":
        return (at, at + 2) if tokens[at + 1].low == "to" else None
    if low == "per":
        # "Per Lund" is a name, and neither "per year" nor "per the rules" is anybody's.
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        named = following is not None and following.kind is Kind.NAME and following.low not in TIMES
        return (at, at + 1) if named and at and tokens[at - 1].low == "," else None
    if tokens[at + 1].low != "by":
        return None
    first = at - 1 if at and tokens[at - 1].low in ("first", "previously", "originally") else at
    return (first - 1, at + 2) if first and tokens[first - 1].low == "as" else None


def _is_norm(tokens: Sequence[Token], named: Range, *, opens: bool) -> bool:
    """Tell whether a deed is by a rule, and nobody says so: "was held according to law", "according to plan"."""
    words = tokens[slice(*named)]
    if words[-1].low not in NORMS or any(t.kind is not Kind.WORD or t.low in PREPOSITIONS for t in words):
        return False
    # "According to the rules, boats are free" tells what these say.
    return not opens or named[1] - named[0] == 1


def _after_document(tokens: Sequence[Token], named: Range) -> Range:
    """Return whose "an analysis by Ada Quill" is, where that is named."""
    end = named[1]
    if tokens[end - 1].low not in PUBLICATIONS or end + 1 >= len(tokens):
        return named
    link = end
    while link < len(tokens) - 1 and link < end + 4 and tokens[link].low in MADE:
        link += 1
    if tokens[link].low not in ("by", "from"):
        return named
    owner = phrase_after(tokens, link + 1)
    return owner if owner is not None and any(t.kind is Kind.NAME for t in tokens[slice(*owner)]) else named
