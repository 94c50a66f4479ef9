"""Find the whole subject between a quotation and its verb: nothing else can stand there."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.coordination import lists_callings
from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import (
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
)
from qa.language.lexicon.name_parts import PARTICLES
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN

_LONGEST = 24
"""Tokens between a quotation and its verb; more is rarely one phrase."""

_LONGEST_LISTING = 36
_DESCRIBES = (
    DETERMINERS | ANY_ROLE | set("associate chief deputy executive former managing senior vice".split())
)
"""What a description begins with: "a nurse", "chair of", "senior editor at"."""


_ROLES = ANY_ROLE | HUMAN | JOBS
_WHO = frozenset("who whom whose".split())
_NEAR = 7


def after_quotation(tokens: Sequence[Token], found: Phrase) -> Phrase | None:
    """Return the whole subject after a quotation's comma of which `found` is only the end, or None.

    `“It leaks,” lead researcher and port engineer Ada Quill said`, and, with the second comma left out,
    `“It leaks,” Ada Quill, an engineer at the Council on Water and Ports said`.
    """
    first = _begins(tokens, found[0])
    if first is None or first == found[0]:
        return None
    if any(_breaks(tokens, i) for i in range(first, found[0])):
        return None
    named = first
    while named < found[0] and tokens[named].kind is Kind.NAME and tokens[named].low not in TIMES:
        named += 1
    if first < named and tokens[named].low == ",":
        return (first, found[1]) if _is_apposition(tokens, named + 1, found[1]) else None
    listed = tokens[first].low in DETERMINERS and tokens[found[0] - 1].low == "," and found[0] - first < _NEAR
    if listed and all(token.kind is Kind.WORD for token in tokens[first : found[0] - 1]):
        return first, found[1]  # `“It leaks,” the small, bearded miller said`
    if lists_callings(tokens, first, found):
        return first, found[1]
    plain = all(
        token.kind is Kind.WORD and token.low not in PREPOSITIONS for token in tokens[first : found[0]]
    )
    if (
        plain
        and tokens[found[1] - 1].kind is Kind.NAME
        and "and" not in (t.low for t in tokens[first : found[0]])
    ):
        return first, found[1]  # `“I let them down,” former world number one Quill told a paper`
    if tokens[found[0] - 1].low == "and" and all(t.kind <= Kind.SUFFIX for t in tokens[first : found[0]]):
        left = phrase_before(tokens, found[0] - 1)
        whole = tokens[first].low in DETERMINERS or (left is not None and left[0] == first)
        return (first, found[1]) if whole else None
    placed = tokens[found[0] - 1].low in PREPOSITIONS and is_given(tokens[found[1] - 2].low)
    held = any(t.low in _ROLES for t in tokens[first : found[0]]) and tokens[found[1] - 1].kind is Kind.NAME
    # `“It leaks,” acting clerk to the United Ports Ada Quill told a paper`
    return (
        (first, found[1]) if placed and held and all(t.low != "," for t in tokens[first : found[1]]) else None
    )


def before_open_apposition(tokens: Sequence[Token], group: int) -> Phrase | None:
    """Return the full name right after a quotation whose description lacks its second comma, or None.

    `“They are ours,” Ada Quill, a mother of one of the sailors who saw the film shown by CNN said`.
    """
    first = _begins(tokens, group, fragment=True)
    if first is None:
        return None
    named = first
    while named < group and _is_of_name(tokens, named, first):
        named += 1
    if named - first < 2 or named + 1 >= group or tokens[named].low != ",":
        return None
    rest = tokens[named + 1 : group]
    broken = any(t.low in (",", ";", ":", "—", "--", "but") for t in rest)
    described = rest[0].low in DETERMINERS or _says_role(tokens, named + 1, group)
    return (first, named) if described and not broken else None


def _is_of_name(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether a token goes on with the name that begins at `first`: "Ada van Quill"."""
    token = tokens[at]
    inside = at > first and token.low in PARTICLES and tokens[at + 1].kind is Kind.NAME
    return (token.kind is Kind.NAME and token.low not in TIMES) or inside


def described_at_length(tokens: Sequence[Token], closing: int) -> tuple[Phrase, int] | None:
    """Return whom a list or a clause describes that ends with the comma at `closing`, and where their clause begins."""
    return (
        before_quoting_description(tokens, closing + 1)
        or _before_titled_work(tokens, closing + 1)
        or _before_listing_apposition(tokens, closing)
        or _after_relative(tokens, closing)
        or _of_body_in_place(tokens, closing)
    )


def _before_listing_apposition(tokens: Sequence[Token], closing: int) -> tuple[Phrase, int] | None:
    """Return the name right after a quotation, and where it begins, if its description lists something.

    `“They are ours,” Ada Quill, head of boats at Halvorn Docks, Sails, and Ports, said`: the description ends with the
    comma at `closing`.
    """
    first = _begins(tokens, closing, _LONGEST_LISTING)
    if first is None or first > closing or tokens[closing].low != ",":
        return None  # `“They are ours”, SAID` has nobody between its comma and its verb
    comma = next(i for i in range(first, closing + 1) if tokens[i].low == ",")
    found = phrase_before(tokens, comma)
    if found is None or found[0] != first or tokens[found[1] - 1].kind is not Kind.NAME:
        return None
    lists = any(tokens[i].low == "," for i in range(comma + 1, closing))
    if not lists or not _is_apposition(tokens, comma + 1, closing):
        return None
    others = PERSONAL | SUBORDINATORS | {"but", "who", "which"}
    broken = any(is_finite(token) or token.low in others for token in tokens[comma + 1 : closing])
    return None if broken else (found, first)


def _of_body_in_place(tokens: Sequence[Token], closing: int) -> tuple[Phrase, int] | None:
    """Return the name right after a quotation: `“It leaks,” Ada Quill of the Bank of Dene in Hale, Norland, said`."""
    first = _begins(tokens, closing)
    if first is None:
        return None
    named = first
    while named < closing and tokens[named].kind is Kind.NAME and tokens[named].low not in TIMES:
        named += 1
    if named - first < 2 or tokens[named].low not in ("of", "from", "at") or tokens[closing].low != ",":
        return None
    rest = tokens[named:closing]
    broken = any(_breaks(tokens, i) for i in range(named, closing)) or rest[-1].kind is not Kind.NAME
    return None if broken or sum(t.low == "," for t in rest) != 1 else ((first, named), first)


def _after_relative(tokens: Sequence[Token], closing: int) -> tuple[Phrase, int] | None:
    """Return the name after a clause without commas that leads to it: "The man who runs the quay, Ivo Brandt, said"."""
    comma = closing - 1
    while comma > 0 and tokens[comma].kind is Kind.NAME:
        comma -= 1
    found = phrase_before(tokens, comma) if 0 < comma < closing - 1 and tokens[comma].low == "," else None
    if found is not None and tokens[found[0] - 1].low == "of":
        found = phrase_before(tokens, found[0] - 1)  # "that owns most of the boats"
    if found is None or found[0] < 4 or tokens[found[0] - 2].low not in ("who", "that", "which"):
        return None
    who = phrase_before(tokens, found[0] - 2)
    verb = tokens[found[0] - 1]
    does = verb.low.endswith(("s", "ed")) or is_finite(verb) or is_verb_like(verb)
    opens = who is not None and (who[0] == 0 or tokens[who[0] - 1].kind is Kind.QUOTE)
    return ((comma + 1, closing), who[0]) if who is not None and does and opens else None


def before_thing_that(tokens: Sequence[Token], found: tuple[Phrase, int], at: int) -> Phrase | None:
    """Return what a clause is about that is no person: "The panel that wrote it", "the warden of where both docked"."""
    inner, following = found[0][0], tokens[at + 1]
    does = is_verb_like(following) or is_finite(following) or _does_now(tokens, at + 1)
    if not (tokens[at].low == "that" and inner > at + 1 and does):
        last = tokens[found[0][1] - 1]
        if not (tokens[at].low == "where" and inner == at + 1 and last.low.endswith("ed")):
            return None
    outer = phrase_before(tokens, at)
    opens = outer is not None and (outer[0] == 0 or tokens[outer[0] - 1].kind is Kind.QUOTE)
    # "He told officials that damaged boats said nothing": what opens the sentence has no verb before "that".
    return outer if opens else None


def _does_now(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word in -s has an object: "The group that represents most bakers", not "that unions in Dene"."""
    verb, object_ = tokens[at], tokens[at + 1]
    if verb.kind is not Kind.WORD or not verb.low.endswith("s") or verb.low.endswith("ss"):
        return False
    joins = PREPOSITIONS | CONJUNCTIONS | PERSONAL
    return not (
        object_.low in joins or is_finite(object_) or is_verb_like(object_) or object_.kind is Kind.MARK
    )


def before_quoting_description(tokens: Sequence[Token], group: int) -> tuple[Phrase, int] | None:
    """Return the name that begins a sentence where what describes it ends with a quotation that has the comma.

    `Ada Quill, who calls it “a mess,” said Brandt had lied`, and `Ada Quill, author of “The Tide,” said the same`.
    """
    quote = tokens[group - 1]
    if quote.kind is not Kind.QUOTE or quote.low[-1] != ",":
        return None
    comma = next((i for i in range(min(group - 1, _LONGEST)) if tokens[i].low == ","), 0)
    found = phrase_before(tokens, comma) if comma else None
    if found is None or found[0] or any(t.kind > Kind.NUMBER for t in tokens[comma + 1 : group - 1]):
        return None
    if tokens[comma + 1].low in _WHO or _before_titled_work(tokens, group):
        return found, 0
    return None


def _before_titled_work(tokens: Sequence[Token], group: int) -> tuple[Phrase, int] | None:
    """Return the name before what somebody made, whose title has the comma: `Ada Quill, author of “The Tide,” said`."""
    work = tokens[group - 1]
    if work.kind is not Kind.QUOTE or work.low[-1] != "," or not work.low[1].isupper():
        return None
    for i in range(group - 2, max(0, group - _LONGEST), -1):
        if tokens[i].low == ",":
            found = phrase_before(tokens, i)
            named = found is not None and all(t.kind is Kind.NAME for t in tokens[slice(*found)])
            return (found, found[0]) if found and named and _is_apposition(tokens, i + 1, group - 1) else None
        if tokens[i].kind > Kind.NUMBER or _breaks(tokens, i):
            return None
    return None


def _begins(
    tokens: Sequence[Token], end: int, longest: int = _LONGEST, *, fragment: bool = False
) -> int | None:
    """Return where what follows a quotation's comma begins: `“It leaks,” Quill` or `“It leaks”, Quill`.

    Args:
        fragment: Whether the sentence may begin before the quotation: `It was “too late,” Quill`.
    """
    for i in range(end - 1, max(-1, end - longest), -1):
        token = tokens[i]
        if token.kind is not Kind.QUOTE:
            continue
        if not fragment and i and tokens[i - 1].kind < Kind.MARK:
            return None  # "After singing “Down the River,” the singer and guitarist told them"
        if token.low[-1] == ",":
            return i + 1
        return i + 2 if tokens[i + 1].low == "," else None
    return None


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return (
        is_finite(token)
        or token.low in PERSONAL | SUBORDINATORS
        or token.low in ("but", "who", "which", ";", ":", "—", "--")
        or (is_verb_like(token) and tokens[at - 1].low not in DETERMINERS)
    )


def _is_apposition(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether what follows a name and a comma says what somebody is: "an engineer at", "the group's chair"."""
    opens = tokens[start].low in _DESCRIBES or tokens[start].low in _ROLES
    return opens and any(token.low in _ROLES for token in tokens[start:end])


def _says_role(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether small words say what somebody is: "tax partner at Holt", "Harwick's chief clerk"."""
    held = tokens[start + 1].kind is Kind.SUFFIX if start + 1 < end else False
    if (tokens[start].kind is not Kind.WORD and not held) or any(
        _breaks(tokens, i) for i in range(start, end)
    ):
        return False
    return any(token.low in _ROLES for token in tokens[start:end])


def is_held(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a phrase is the object of what somebody does: "Orsa" in "Quill, who runs Orsa, a bakery, said"."""
    for i in range(first - 1, max(1, first - _NEAR), -1):
        if tokens[i].kind > Kind.NAME:
            return False
        if tokens[i].low == "who":
            return i < first - 1 and tokens[i - 1].low == ","
    return False


def before_stray_comma(tokens: Sequence[Token], group: int) -> Phrase | None:
    """Return the name that a comma cuts off from its verb: "The union's leader Ada Quill, said: ..."."""
    found = phrase_before(tokens, group - 1) if tokens[group - 1].low == "," else None
    if found is None or tokens[found[1] - 1].kind is not Kind.NAME or group + 1 >= len(tokens):
        return None
    opens, after = found[0] == 0 or tokens[found[0] - 1].kind is Kind.QUOTE, tokens[group + 1]
    # "Late on Monday, the union's leader Ada Quill, said"
    opens = opens or all(t.low in TIMES or t.low in (",", "on", "late", "early") for t in tokens[: found[0]])
    # "Speaking from her bed, Ada Quill, said"
    deed = tokens[0].low.endswith("ing") and tokens[found[0] - 1].low == ","
    opens = opens or (deed and not any(is_finite(token) for token in tokens[: found[0]]))
    # "Ports, said Ada Quill, are closed" has its speaker after the verb.
    reports = after.kind is Kind.QUOTE or after.low in {":", "that", "it", "there"} | PERSONAL
    # "“It leaks,” Tom Brandt of Orsa, said"
    spoken = found[0] > 0 and tokens[found[0] - 1].kind is Kind.QUOTE and tokens[found[0] - 1].low[-1] == ","
    return found if opens and (reports or spoken) else None
