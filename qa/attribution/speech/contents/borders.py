"""Find where the next attribution of a sentence begins, so that one does not swallow it."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.extents import DASHES, is_full
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.shares import is_share
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, PERSONAL, PREPOSITIONS, SUBORDINATORS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.verb_classes import IRREGULAR_PARTICIPLES, JUDGING

_SAYING = frozenset(("say", "tell", "write"))
_NEAR_THAT = 5
"""Tokens from a verb up to "that": "told the board that"."""
_LONGEST_OPENING = 20
"""Tokens of "unless the council finds the money for a second bridge by the end of the year"."""
_LEADS_ON = frozenset("by before after".split())
_CONDITIONS = frozenset("if unless when while although though once because since whereas".split())


def limit(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue]) -> int:
    """Return where the next attribution of the sentence begins, so that it is not swallowed by this one."""
    end = _bracket_end(tokens, cue)
    if cue.how == "participle" and cue.subject is not None and cue.subject[0] > cue.end:
        # "After saying so, Quill left"; in `Saying that “it leaks,” Quill left` the quotation holds the comma.
        end = cue.subject[0] - (tokens[cue.subject[0] - 1].kind is not Kind.QUOTE)
    if any(token.low == ")" for token in tokens[-2:]):
        begins = {other.clause for other in later if other.subject is not None}
        # "said she surfs (a shop called her “a legend”)."
        last = next((i for i in range(end - 1, cue.end, -1) if tokens[i].low == "("), end)
        end = last if last + 1 in begins else end
    # The comma after ", he said," divides nothing.
    own = next((i for i in range(cue.end, min(end, cue.end + 8)) if tokens[i].low == ","), -1)
    aside = _aside_after_that(tokens, cue, end)
    counts = is_share(tokens, cue.subject)
    parenthetical = cue.clause > 0 and tokens[cue.clause - 1].low == "," and not counts
    for other in later:
        if other.clause > cue.end and _answers(tokens, other):
            end = min(end, other.clause)  # `Brandt asked, “Why?” Quill said, “I paid.”`
            break
        apart = (
            _stands_apart(tokens, other)
            or _accuses_too(tokens, cue, other)
            or _goes_further(tokens, cue, other)
        )
        if not apart or _is_aside(tokens, other):
            continue
        start = other.clause
        while start > cue.end and _introduces(tokens[start - 1]):
            start -= 1
        if start - 1 == (own if parenthetical else aside):
            if parenthetical and _somebody_else(tokens, start, other):
                end = min(end, own)  # "The levee broke, Quill said, and a paper reported that it leaked"
                break
            continue
        if start > cue.end and _adds_as_well(tokens, cue, other):
            end = min(end, start)  # "said it leaks as she added: “It is old.”"
            break
        if start > cue.end and tokens[start].low == "where" and _quotes(tokens, other):
            end = min(end, start)  # "praised her in a video where she said, “Yes”"
            break
        if start > cue.end and counts and is_share(tokens, other.subject):
            end = min(end, start)  # `60% say it is “late,” 50% say it is dear and 10% say so`
            break
        if start > cue.end and (tokens[start - 1].low in (",", ";") or tokens[start - 1].low in DASHES):
            if _is_rest_of_list(tokens, cue, other, start):
                continue
            end = min(end, start - 1)
            break
        if cue.end < start < other.clause and _ends_with_comma(tokens[start - 1]):
            end = min(end, start)  # `called it “a mess,” while Brandt said it was fair`
            break
        if start > cue.end and _accuses_too(tokens, cue, other):
            end = min(end, start)
            break
        if (
            _says_on(tokens, cue, other, start) or (other.how == "shared" and start >= cue.end)
        ) and "say" in other.frames:
            end = min(end, start)
            break
    for i in range(cue.end, end):
        if tokens[i].low == ";" or (
            tokens[i].low == "," and i + 2 < end and tokens[i + 1].low == "according"
        ):
            return i
    return end


def _aside_after_that(tokens: Sequence[Token], cue: Cue, end: int) -> int:
    """Return where what opens a clause after "that" closes; -1 where nothing does.

    So in "said that, however, some clerks wish to leave", in "told us that in May, clerks will ask for more" and in
    "warned that unless it rains, boats will call elsewhere": the clause after it is what was said.
    """
    that = next((i for i in range(cue.end, min(end, cue.end + _NEAR_THAT)) if tokens[i].low == "that"), -1)
    if that < 0 or that + 2 >= end:
        return -1
    opening = tokens[that + 1].low
    begins = that + 2 if opening == "," else that + 1
    comma = next((i for i in range(begins, min(end, begins + _LONGEST_OPENING)) if tokens[i].low == ","), -1)
    if opening == "," or opening in _CONDITIONS:
        return comma
    opens = opening in PREPOSITIONS and not any(is_finite(t) or is_verb_like(t) for t in tokens[begins:comma])
    return comma if opens else -1


def _bracket_end(tokens: Sequence[Token], cue: Cue) -> int:
    """Return where the brackets close that a verb stands in: "(Asked of it, Quill says it is safe.)"."""
    for i in range(cue.verb_at - 1, -1, -1):
        if tokens[i].low == ")":
            break
        if tokens[i].low == "(":
            return next((j for j in range(cue.end, len(tokens)) if tokens[j].low == ")"), len(tokens))
    return len(tokens)


def _accuses_too(tokens: Sequence[Token], cue: Cue, other: Cue) -> bool:
    """Tell whether the speaker's next deed is another judgement: "said it was late and she accused Brandt"."""
    if other.subject is None or other.verb.lemma not in JUDGING or other.how != "left":
        return False
    both_past = cue.verb.form == other.verb.form == "past"
    pronoun = tokens[other.subject[0]].low in ("he", "she", "they")
    return both_past and pronoun and tokens[other.clause - 1].low in ("and", "but")


def _adds_as_well(tokens: Sequence[Token], cue: Cue, other: Cue) -> bool:
    """Tell whether "as" begins a clause that quotes the speaker: "criticised the plan as she wrote: “It leaks.”".

    In "said the mayor wept as she told him: “I am going.”" it quotes the mayor.
    """
    if other.subordinate not in ("as", "while") or other.subject is None or cue.subject == other.subject:
        return False
    pronoun = other.subject[1] - other.subject[0] == 1 and tokens[other.subject[0]].low in (
        "he",
        "she",
        "they",
    )
    leads = other.end < len(tokens) and tokens[other.end].low in (":", ",")
    if any(t.kind is Kind.NAME or t.low in HUMAN | ANY_ROLE for t in tokens[cue.end : other.clause]):
        return False
    return pronoun and leads and not other.frames.isdisjoint(_SAYING) and _quotes(tokens, other)


def _goes_further(tokens: Sequence[Token], cue: Cue, other: Cue) -> bool:
    """Tell whether the speaker does something else after a comma: "said he had not seen it, but called it “new”"."""
    both_past = cue.verb.form == other.verb.form == "past" and other.how == "shared"
    if not both_past or other.clause < 2 or other.subject != cue.subject or other.verb.lemma == "charge":
        return False  # "said he had been arrested, but charged with less"
    return tokens[other.clause].low == "but" and tokens[other.clause - 1].low == ","


def _says_on(tokens: Sequence[Token], cue: Cue, other: Cue, start: int) -> bool:
    """Tell whether a form in -ing has more words of the speaker's: "called it “late,” saying that", "by arguing that".

    In "asked for better ways of saying so" it is part of what was asked for, and in "said the man fooled clients by
    claiming that he swims" and "said the board hid it and was claiming that" another does it, whose verb stands before.
    """
    left = tokens[other.group - 1]
    hangs = left.low in PREPOSITIONS - _LEADS_ON or tokens[min(other.end, len(tokens) - 1)].low == ":"
    if other.how != "participle" or other.subject != cue.subject or start <= cue.end or hangs:
        return False
    if left.kind is Kind.QUOTE:
        return True
    if left.low == "and" and cue.verb.form != "ing":
        return False
    between = tokens[cue.end : other.group - 1]
    if left.low == "and":  # "saying that it leaks and arguing that"
        return not any(token.low.endswith("ing") for token in between)
    if not between:
        return True  # "replied by promising that"
    return cue.frames.isdisjoint(("say", "tell", "think", "write")) and not any(map(_is_verb, between))


def _is_verb(token: Token) -> bool:
    known = is_finite(token) or is_verb_like(token) or token.low in IRREGULAR_PARTICIPLES
    return known or token.low.endswith("ing")  # "accused Brandt of misleading buyers by saying that"


def _is_rest_of_list(tokens: Sequence[Token], cue: Cue, other: Cue, start: int) -> bool:
    """Tell whether a later verb is that of what was said: "said | Dene, Orsa and Halvorn are seeking a vote"."""
    if other.subject is None or all(token.low != "and" for token in tokens[slice(*other.subject)]):
        return False
    listed = [token for token in tokens[cue.end : start - 1] if token.low not in ("that", ",")]
    return bool(listed) and all(token.kind is Kind.NAME for token in listed)


def _somebody_else(tokens: Sequence[Token], start: int, other: Cue) -> bool:
    """Tell whether "and" and a noun begin a clause in which another reports."""
    named = other.subject is not None and tokens[other.subject[0]].low not in PERSONAL and other.how == "left"
    return named and tokens[start].low in ("and", "but", "while") and not other.frames.isdisjoint(_SAYING)


def _ends_with_comma(token: Token) -> bool:
    return token.kind is Kind.QUOTE and token.low[-1] == ","


def _quotes(tokens: Sequence[Token], cue: Cue) -> bool:
    return any(is_full(token) for token in _after_mark(tokens, cue.end)[:1])


def _after_mark(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    return tokens[at + 1 :] if at < len(tokens) and tokens[at].low in (",", ":") else tokens[at:]


def _answers(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a verb follows a quotation that ends its sentence, and has a quotation of its own after it."""
    before = tokens[cue.clause - 1]
    if before.kind is not Kind.QUOTE or before.low[-1] not in ".?!" or "say" not in cue.frames:
        return False
    return any(t.kind is Kind.QUOTE for t in _after_mark(tokens, cue.end)[:1])


def _introduces(token: Token) -> bool:
    low = token.low
    return low in CONJUNCTIONS or low in SUBORDINATORS or low in ("as", "by", "with", "only", "about")


def has_quotes(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence quotes, or leads in to what the next one quotes."""
    return any(token.kind is Kind.QUOTE or token.low == ":" for token in tokens)


def _stands_apart(tokens: Sequence[Token], other: Cue) -> bool:
    """Tell whether a later verb can be the narrator's; a belief or a "he" within what is said belongs to it."""
    if other.frames == {"quote"} and not has_quotes(tokens):
        return False  # "said it would grow, starting in May"
    if other.frames & {"say", "write", "tell"}:
        return True
    named = other.subject is not None and tokens[other.subject[0]].low not in PERSONAL
    return named and other.how != "shared"


def _is_aside(tokens: Sequence[Token], other: Cue) -> bool:
    """Tell whether a participle stands between commas before a quotation that goes on: ", speaking of it, “and”"."""
    if other.how != "participle" or "about" not in other.frames or tokens[other.clause - 1].low != ",":
        return False
    close = next((i for i in range(other.end, len(tokens) - 1) if tokens[i].low == ","), 0)
    if not close or tokens[close + 1].kind is not Kind.QUOTE:
        return False
    return not any(token.low in VERBS for token in tokens[close + 2 :])
