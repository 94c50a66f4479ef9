"""Find attributions without a reporting verb: "according to X", "X's claim that"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech import main_clause, subjects
from qa.attribution.speech.clause_shape import begins_clause
from qa.attribution.speech.described_sources import is_role, past_description
from qa.attribution.speech.extents import Range, trim
from qa.attribution.speech.found import Found
from qa.attribution.speech.infinitives import is_infinitive
from qa.attribution.speech.phrases import is_finite, phrase_after, phrase_before
from qa.attribution.speech.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OUTER_ONLY,
    PREPOSITIONS,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_nouns import (
    NORMS,
    NOUN_LINKS,
    NOUNS,
    PUBLICATIONS,
    SPOKEN_NOUNS,
    STAGES,
    STANCE_NOUNS,
)
from qa.language.lexicon.roles import HUMAN, ROLES
from qa.language.lexicon.verb_classes import MADE, MAKES

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
    named = _after_document(tokens, named)
    cue = (first, after)
    at = first
    parts: list[Range] = []
    begins = at == 0 or (tokens[at - 1].low in CONJUNCTIONS and at == 1)
    # "It sank because, according to Quill, the gate was open": her words come after her name.
    begins = begins or (at > 2 and tokens[at - 1].low == "," and tokens[at - 2].low in _OPENS_CLAUSE)
    begins = begins or _begins_second(tokens, at, named[1])
    end = named[1]
    if begins:
        if end < len(tokens) and (
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
        while end < len(tokens) and tokens[end].low not in (",", ";") and tokens[end].kind is not Kind.QUOTE:
            end += 1
        goes_on = end + 2 < len(tokens) and tokens[end].low == "," and tokens[at - 1].low == ","
        if goes_on and (tokens[end + 1].low in _DESCRIBES or is_role(tokens, end + 1)):
            # What describes the source ends at its comma, or with the sentence.
            while end + 1 < len(tokens) and (tokens[end + 1].low in _DESCRIBES or is_role(tokens, end + 1)):
                end = next((i for i in range(end + 2, len(tokens) - 1) if tokens[i].low == ","), len(tokens))
            goes_on = end < len(tokens)
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


_DESCRIBES = frozenset("which who whose whom where one another".split())
"""What begins words on the source itself: "according to the survey, which was made in May"."""
_OF_NAMES = frozenset(
    "bank chamber church college council court department house institute ministry university".split()
)
"""Last words of names that go on with "of": "the House of Lords"."""
_ARTICLES = frozenset("the a an".split())
_OPENS_CLAUSE = frozenset("because that and but where while although though".split())


def noun_cue(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "Quill's claim that C" or "his call for C", with `at` on the noun."""
    noun = tokens[at].low
    if (noun not in NOUNS and noun not in STANCE_NOUNS) or at + 2 >= len(tokens):
        return None
    maker, link_at = _maker_after(tokens, at)
    if link_at + 1 >= len(tokens):
        return None
    link = tokens[link_at].low
    quoted = link == ":" and tokens[at + 2].kind is Kind.QUOTE
    if not quoted and not _joins(noun, link):
        return None
    mention, owner = (maker, at) if maker is not None else owner_of(tokens, at)
    if mention is None and link == "that" and tokens[owner].low in _ARTICLES:
        subject = subjects.subject(tokens, owner - 1) if owner and tokens[owner - 1].low in MAKES else None
        mention = subject[0] if subject is not None else None
    does = owner < at - 1 and noun.endswith("s") and tokens[at - 1].low in HUMAN | ROLES
    if mention is None or does or tokens[mention[1] - 1].low in TIMES:
        return None  # "Quill's brother calls for a vote"
    if quoted:
        return Found([(at + 2, at + 3)], mention, (at, at + 1), "colon", noun)
    content = _of_noun(tokens, link_at)
    if content is None or (link in STANCE_NOUNS.get(noun, ()) and not _is_human(tokens, mention)):
        return None
    return Found([content], mention, (at, at + 1), "noun-that" if link == "that" else "noun-of", noun)


def _joins(noun: str, link: str) -> bool:
    heard = noun.removesuffix("s") in ("comment", "remark", "statement")  # "her comments to the Post"
    if link == "that" or (link == "to" and noun in SPOKEN_NOUNS):
        return noun in NOUNS and not (heard and link == "to")
    return link in STANCE_NOUNS.get(noun, ()) or (noun in SPOKEN_NOUNS and link in NOUN_LINKS)


def _maker_after(tokens: Sequence[Token], at: int) -> tuple[Range | None, int]:
    """Return who is named after a noun, "criticism from Quill of", and where its link stands."""
    if tokens[at + 1].low not in ("by", "from"):
        return None, at + 1
    first = end = at + 2
    while end < len(tokens) and (
        tokens[end].kind is Kind.NAME or (end == first and tokens[end].low == "the")
    ):
        end += 1
    named = end > first and tokens[end - 1].kind is Kind.NAME
    if named and tokens[end - 1].low in _OF_NAMES and end + 2 < len(tokens) and tokens[end].low == "of":
        last = end + 1
        while last < len(tokens) and tokens[last].kind is Kind.NAME:
            last += 1
        end = last if last > end + 1 and tokens[last - 1].kind is Kind.NAME else end
    return ((first, end), end) if named else (None, at + 1)


def _of_noun(tokens: Sequence[Token], link: int) -> Range | None:
    """Return what a noun of speech is about or says, after the word at `link`."""
    start, low = link + 1, tokens[link].low
    end = len(tokens)
    for i in range(start, len(tokens)):
        if tokens[i].low in (",", ";", "—", "--", "."):
            end = i
            break
    if low == "that":
        emerges = tokens[start].low.endswith("s") and tokens[start + 1].low in ("is", "was", "has", "does")
        if not begins_clause(tokens, start, end) or emerges:
            return None  # "his plan that matches his words"
        verbs = [
            i
            for i in range(start, end)
            if tokens[i].low in OUTER_ONLY and tokens[i - 1].low not in AUXILIARIES
        ]
        # "his claim that it was safe and that it had held | was wrong"
        joined = sum(
            tokens[i].low == "that" and tokens[i - 1].low in CONJUNCTIONS for i in range(start + 1, end)
        )
        return trim(tokens, (start, verbs[1 + joined] if len(verbs) > 1 + joined else end))
    going = tokens[start].low.endswith("ing") or tokens[start].low in ("how", "why", "whether", "what")
    if is_infinitive(tokens, link, end):
        start, going = link, True
    if not going:
        thing = phrase_after(tokens, start, end)
        if low == "on" and thing is not None and tokens[thing[1] - 1].low in STAGES:
            return None  # "her own statement on Twitter"
        return trim(tokens, _without_verb(tokens, thing)) if thing is not None else None
    stop = next((i for i in range(start + 2, end) if tokens[i].low in OUTER_ONLY), end)
    return trim(tokens, (start, stop if low != "how" else end))


def _without_verb(tokens: Sequence[Token], thing: Range) -> Range:
    """Cut a phrase after a name that a verb follows: "his stance on Lund | undercuts"."""
    for i in range(thing[0], thing[1] - 1):
        after = tokens[i + 1]
        if (
            tokens[i].kind is Kind.NAME
            and after.kind is Kind.WORD
            and after.low not in PREPOSITIONS | {"and"}
        ):
            return thing[0], i + 1
    return thing


def _is_human(tokens: Sequence[Token], mention: Range) -> bool:
    words = tokens[slice(*mention)]
    if any(t.kind is Kind.NAME and t.low not in ADVERBS and t.low not in DETERMINERS for t in words):
        return True
    return any(t.low in HUMAN or t.low in ROLES or t.low in GROUP_NOUNS for t in words)


def owner_of(tokens: Sequence[Token], at: int) -> tuple[Range | None, int]:
    """Return whose the noun at a place is, "Quill's last claim" or "her claim", and where the search for it ended."""
    owner = at - 1
    while (
        owner > 0
        and tokens[owner].kind is Kind.WORD
        and tokens[owner].low not in DETERMINERS
        and at - owner < 4
    ):
        owner -= 1
    mention: Range | None = None
    if tokens[owner].low in ("his", "her", "their"):
        mention = (owner, owner + 1)
    else:
        plural = tokens[owner].low in "'’" and owner > 0 and tokens[owner - 1].low.endswith("s")
        if plural or (tokens[owner].kind is Kind.SUFFIX and tokens[owner].low == "'s"):
            mention = _possessor(tokens, owner)
    return mention, owner


def _possessor(tokens: Sequence[Token], end: int) -> Range | None:
    """Return whose something is, without what stands before a name: "broke with | Ada Quill's stance"."""
    named = phrase_before(tokens, end)
    if named is None:
        return None
    head = tokens[named[0]]
    of = next((i for i in range(end - 1, named[0], -1) if tokens[i].low == "of"), None)
    if of is not None and head.kind is Kind.WORD and head.low not in DETERMINERS | HUMAN | ROLES:
        named = of + 1, end  # "tired of | the mayor's criticism"
    if tokens[end - 1].kind is not Kind.NAME:
        return named
    first = end - 1
    while first > named[0] and tokens[first - 1].kind is Kind.NAME:
        first -= 1
    parted = first > named[0] and any(t.low in PREPOSITIONS - {"of"} for t in tokens[named[0] : first])
    return (first, end) if parted else named
