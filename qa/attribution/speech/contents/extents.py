"""Find where a content begins and ends, in token indices of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.when_said import past_date, past_time, tells_when
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.infinitives import is_infinitive
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import LASTING, TIMES
from qa.language.lexicon.function_words import ADVERBS, HEARERS, NEGATIONS, OUTER_ONLY, PREPOSITIONS
from qa.language.lexicon.money import CURRENCY_SIGNS
from qa.language.lexicon.reporting_verbs import VERBS

Range = tuple[int, int]

DASHES = frozenset(("—", "--", "–", "―"))
_ADJUNCT_LINKS = frozenset(
    "amid in on at during to from via through after before about of with by over".split()
)
_SUBORDINATE = frozenset(
    "when where who whom after before if because since while although though unless until whereas".split()
)
_MEANWHILE = frozenset("while as when after before".split())
_OF_CONDITIONS = frozenset("long soon far if though well".split())
"""After "as": "“We go,” as long as the toll stays" is the speaker's to the end, and "as the crew cheered" is not."""
_BREAK_OFF = frozenset(
    "who while as but although though according which when after before citing despite".split()
)
"""Words after which the narrator goes on, or says when it was said."""
_OF_CONTENT = frozenset("all both only just even instead".split())
_BY_THEMSELVES = frozenset("recently earlier later today tonight tomorrow yesterday".split())
_SPEECH = frozenset(("say", "tell", "write"))
_OPENS = f"([{CURRENCY_SIGNS}#@"
_LONGEST_BRACKET = 7
_FULL_QUOTE = 25
"""Characters from which a quotation is taken for what was said, and not for a word in it."""


def trim(tokens: Sequence[Token], part: Range) -> Range | None:
    """Drop marks and conjunctions from the edges of a content."""
    start, end = part
    while start < end and tokens[start].kind is Kind.MARK and tokens[start].low not in _OPENS:
        start += 1
    while start < end and tokens[end - 1].kind is Kind.MARK and tokens[end - 1].low not in ")]%":
        end -= 1
    if start < end and tokens[end - 1].low == ")" and all(t.low != "(" for t in tokens[start:end]):
        end -= 1
    while end > start and tokens[end - 1].low in ("and", "but", "while", "as", "or"):
        end -= 1
        while end > start and tokens[end - 1].low == ",":
            end -= 1
    return (start, end) if start < end else None


def left_content(tokens: Sequence[Token], cue: Cue, floor: int) -> Range | None:
    """Return what stands before the subject, separated from it by a comma or by a quotation's end."""
    end = cue.clause
    if cue.how not in ("left", "inverted") or cue.subordinate not in ("", "as"):
        return None
    if cue.subordinate == "as":
        end -= 1
    while end > floor and tokens[end - 1].low in ADVERBS:
        end -= 1
    if end <= floor:
        return None
    last = tokens[end - 1]
    if last.kind is Kind.QUOTE:
        return (_quote_begin(tokens, end - 1, floor), end)
    if last.low == "," or last.low in DASHES:
        if end - 2 >= floor and tokens[end - 2].kind is Kind.QUOTE:
            return (_quote_begin(tokens, end - 2, floor), end - 1)
        return (floor, end - 1) if end - 1 > floor else None
    return None


def _quote_begin(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Return where a content begins that ends with the quotation at `at`; it may begin outside the marks."""
    i = at - 1
    while i >= floor:
        token = tokens[i]
        parts = token.low in (",", ":", ";") or token.low in DASHES
        if parts and token.kind is Kind.MARK and (is_full(tokens[at]) or (token.low == ":" and i == at - 1)):
            return at
        i -= 1
    if floor == 0 and (
        tokens[0].kind is Kind.QUOTE or not is_full(tokens[at]) or tokens[at].low[1].islower()
    ):
        return 0
    return at


def is_full(token: Token) -> bool:
    quote = token.quote
    return quote is not None and quote.inner_end - quote.inner_start > _FULL_QUOTE


def ends_as_speech(token: Token) -> bool:
    """Tell whether a quotation's end shows that a reporting verb may follow: a comma, a question mark, a dash."""
    return token.low[-1] in ",.?!…—-" or is_full(token)


def quote_end(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Return where the content ends that begins with the quotation at `at`: with it, or with its sentence."""
    end = at + 1
    while end < bound and tokens[end].kind is Kind.QUOTE:
        end += 1
    if end >= bound or tokens[end].kind is Kind.MARK:
        return end
    if tokens[end].low in ("and", "but") and _reports_next(tokens, end + 1, bound):
        return end  # "said “we go now” and called the levee a joke"
    if is_full(tokens[at]) and tokens[end - 1].low[-1] in "?!" and _somebody_reports(tokens, end, bound):
        return end  # "after Quill asked “Is it safe?” Brandt said it was"
    # `Quill said “it is not safe,” leaving open what is`
    joins = tokens[end].low in ("but", "and") or tokens[end].low.endswith("ing")
    leaves = tokens[end].low in PREPOSITIONS | _SUBORDINATE or (joins and tokens[end - 1].low[-1] == ",")
    # `said, “Thank you,” while the crew cheered`
    over = is_full(tokens[at]) or (tokens[end - 1].low[-1] == "," and tokens[end].low in _MEANWHILE)
    leaves = leaves or (tokens[end].low == "as" and tokens[min(end + 1, bound - 1)].low not in _OF_CONDITIONS)
    if over and leaves and all(t.kind is not Kind.QUOTE for t in tokens[end:bound]):
        return end
    return bound


def _reports_next(tokens: Sequence[Token], at: int, bound: int) -> bool:
    """Tell whether another verb of the same speaker begins at a place: "and described her as", "but also warned"."""
    while at < bound and tokens[at].low in ADVERBS:
        at += 1
    verb = VERBS.get(tokens[at].low) if at < bound and tokens[at].kind is Kind.WORD else None
    return verb is not None and verb.form == "past"


def _somebody_reports(tokens: Sequence[Token], at: int, bound: int) -> bool:
    """Tell whether somebody and a verb of speech stand at a place: "Mr. Brandt said"."""
    subject = phrase_after(tokens, at, bound)
    verb = VERBS.get(tokens[subject[1]].low) if subject is not None and subject[1] < bound else None
    return verb is not None and verb.form in ("past", "present") and not verb.frames.isdisjoint(_SPEECH)


def continued_quote(tokens: Sequence[Token], k: int, bound: int) -> list[Range]:
    """Return the quotation that goes on after "he said,"."""
    for i in range(k, bound):
        token = tokens[i]
        if token.kind is Kind.QUOTE:
            parted = i > 0 and (tokens[i - 1].low in (",", ":", ".") or tokens[i - 1].low in DASHES)
            # `“It leaks,” Quill said, but “I do not see it mended.”`
            joined = i == k + 2 and tokens[k].low == "," and tokens[k + 1].low in ("but", "and")
            parted = parted or (joined and is_full(token) and token.low[-1] in ".?!")
            return [(i, quote_end(tokens, i, bound))] if parted else []
        verb = VERBS.get(token.low)
        if (
            verb is not None
            and token.kind is Kind.WORD
            and i > k + 1
            and verb.frames & {"say", "tell", "call"}
        ):
            return []
    return []


def skip_adjuncts(tokens: Sequence[Token], at: int, bound: int, *, stop_at_to: bool = False) -> int:
    """Step over when, where and to whom: "said Monday in a statement to reporters"."""
    i = at
    while i < bound:
        token = tokens[i]
        low = token.low
        following = tokens[i + 1].low if i + 1 < bound else ""
        dated = past_date(tokens, i, bound) if i > at else i
        if (after := max(dated, past_time(tokens, i, bound))) > i:
            i = after  # "on Thursday, June 23, that", "two days later that"
            continue
        owner = i + 1 if low in TIMES else i + 2 if following in TIMES else bound
        if owner < bound and tokens[owner].kind is Kind.SUFFIX:
            break  # "this year's catch" is what was spoken of, not when
        if (
            low in TIMES
            or (low in ADVERBS and low not in _OF_CONTENT and (low, following) != ("rather", "than"))
            or (
                token.kind is Kind.WORD
                and low.endswith("ly")
                and "-" not in low
                and low not in ("only", "early", "nearly", "family")
            )
        ):
            i += 1
        elif low in ("last", "this", "next", "that", "early", "late") and following in TIMES:
            if low == "that" and following in _BY_THEMSELVES:
                break  # "said that recently, boats have been late"
            i += 2
        elif low == "here" and _is_place(tokens, i + 1, bound):
            i += 1
        elif low == "(" and i > at and (close := _bracketed(tokens, i, bound)):
            i = close + 1  # "said on Monday (May 4) that"
        elif low == "for" and (lasting := _lasts(tokens, i + 1, bound)) is not None:
            i = lasting  # "for the first time"
        elif low in _ADJUNCT_LINKS:
            if stop_at_to and is_infinitive(tokens, i, bound):
                return i
            counts = low in ("about", "around", "over") and tokens[min(i + 1, bound - 1)].kind is Kind.NUMBER
            if counts or following in ("least", "most", "all") or following.endswith("ing"):
                return i  # "estimates about 90 boats are lost"
            inner = _prepositional(tokens, i + 1, bound)
            if inner is None:
                return i
            i = inner
        else:
            break
    return i


def _bracketed(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Return where a short bracket ends that opens at a place; 0 where none does."""
    return next((i for i in range(at, min(bound - 1, at + _LONGEST_BRACKET)) if tokens[i].low == ")"), 0)


def _is_place(tokens: Sequence[Token], at: int, bound: int) -> bool:
    """Tell whether "here" only says where: "said here (on Monday) that", and not "said here lies a boat"."""
    following = tokens[at] if at < bound else None
    if following is None or following.kind is Kind.MARK:
        return True
    return following.low in PREPOSITIONS or following.low in TIMES or following.low in ("that", "it", "the")


def _lasts(tokens: Sequence[Token], at: int, bound: int) -> int | None:
    """Return where a time after "for" ends: "the first time", "years"."""
    found = phrase_after(tokens, at, bound)
    return found[1] if found is not None and tokens[found[1] - 1].low in LASTING else None


def _prepositional(tokens: Sequence[Token], at: int, bound: int) -> int | None:
    if at < bound and tokens[at].kind is Kind.NUMBER:
        return at + 1
    if at < bound and tokens[at].low in TIMES:
        i = at + 1
        while i < bound and (tokens[i].kind is Kind.NUMBER or tokens[i].low in TIMES):
            i += 1
        return i
    if at + 1 < bound and tokens[at].low in HEARERS and tokens[at + 1].low == "that":
        return at + 1  # "confided to her that"
    found = phrase_after(tokens, at, bound)
    return found[1] if found is not None else None


def until_comma(tokens: Sequence[Token], start: int, end: int) -> int:
    return next((i for i in range(start, end) if tokens[i].low == ","), end)


def has_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a verb stands in the tokens, so that they can be a sentence."""
    for i in range(start + 1, end):
        token = tokens[i]
        if token.low in OUTER_ONLY or token.low in NEGATIONS:
            return True
        if token.kind is Kind.QUOTE and is_full(token):
            return True
        if token.kind is not Kind.WORD:
            continue
        # ", beginning in May" is no verb of a clause.
        adds = token.low.endswith("ing") and tokens[i - 1].kind is Kind.MARK
        if token.low.endswith("ed") or (token.low in VERBS and i > start + 1 and not adds):
            return True
    return False


def clause_end(tokens: Sequence[Token], start: int, bound: int, cue: Cue) -> int:
    """Return where a content ends: with its sentence, unless its verb stands in a clause of its own."""
    if cue.how != "relative" and cue.subordinate not in _SUBORDINATE:
        return bound
    for i in range(_past_description(tokens, start, bound), bound - 1):
        if tokens[i].kind is Kind.QUOTE and tokens[i].low[-1] == ",":
            return i + 1  # `who called it "wide open," told the paper`
        if tokens[i].low == "," and not (tokens[i + 1].kind is Kind.NAME and tokens[i - 1].kind is Kind.NAME):
            return i
    return bound


def _past_description(tokens: Sequence[Token], that: int, bound: int) -> int:
    """Step over commas between subject and verb: "who told a paper that the mayor's brother, a miller, | lied"."""
    comma = until_comma(tokens, that, bound)
    close = until_comma(tokens, comma + 1, bound)
    found = phrase_after(tokens, that + 1, comma) if tokens[that].low == "that" else None
    if found is None or found[1] != comma or close + 1 >= bound:
        return that
    after = tokens[close + 1]
    return close + 1 if after.kind is Kind.QUOTE or is_finite(after) or is_verb_like(after) else that


def breaks_off(tokens: Sequence[Token], at: int, bound: int) -> bool:
    """Tell whether the narrator goes on after a comma: "He fell, she said, adding", ", who left", ", a day after"."""
    low = tokens[at].low
    return low.endswith("ing") or low in _BREAK_OFF or low in VERBS or tells_when(tokens, at, bound)
