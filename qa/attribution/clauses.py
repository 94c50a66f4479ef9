"""What was said: from a reporting verb with its subject to the tokens of the content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qa.attribution import cues, phrases
from qa.attribution.groups import Cue
from qa.attribution.tokens import Kind, Token

Range = tuple[int, int]
Polarity = Literal["said", "denied", "declined", "not"]

_SPEECH_PLACES = frozenset(
    """
    statement interview speech email e-mail tweet letter post memo conference call rally release message
    remarks town appearance event debate address briefing blog op-ed column essay report hearing phone
    video telephone series testimony twitter facebook reporters cnn
    """.split()
)
_ENDS = frozenset({".", "!", "?", ";", ")", "]", "…"})


@dataclass(slots=True)
class Found:
    """One attribution within a sentence, in token indices; `parts` are the pieces of its content."""

    parts: list[Range]
    mention: Range | None
    cue: Range
    rule: str
    lemma: str
    polarity: Polarity = "said"
    open_end: bool = False
    """The sentence ends with a colon: what was said follows in the next paragraph."""


def of_cue(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue], floor: int) -> Found | None:
    """Return what one reporting verb reports.

    Args:
        later: Reporting verbs of the sentence behind this one.
        floor: Tokens before this index belong to an earlier attribution.
    """
    polarity: Polarity = "not" if cue.negated else "said"
    if cue.refused:
        polarity = "declined"
    elif cue.verb.lemma == "deny":
        polarity = "denied"
    limit = _limit(tokens, cue, later)
    words = (cue.verb_at, cue.verb_at + 1)
    speech = cue.frames & {"say", "write", "tell", "ask"}

    def found(parts: list[Range], rule: str, **more: bool) -> Found | None:
        kept = [trimmed for part in parts if (trimmed := trim(tokens, part))]
        if not kept and not more.get("open_end"):
            return None
        return Found(kept, cue.subject, words, rule, cue.verb.lemma, polarity, **more)

    left = _left_content(tokens, cue, floor)
    quote_left = left is not None and tokens[left[1] - 1].kind is Kind.QUOTE
    if cue.how == "inverted":
        if left is None:
            return None
        right = _continued_quote(tokens, cue.end, limit)
        rule = "quote-inverted" if quote_left else "clause-inverted"
        return found([*_pieces(tokens, left), *right], rule)

    after = cue.end
    if "tell" in cue.frames or cue.verb.lemma == "ask":
        after = _skip_hearer(tokens, after, limit)
    k = skip_adjuncts(tokens, after, limit)
    token = tokens[k] if k < limit else None
    if quote_left and left is not None and _ends_as_speech(tokens[left[1] - 1]) and cue.how == "left":
        if cue.frames & {"say", "write", "tell", "quote", "ask", "think"}:
            return found([*_pieces(tokens, left), *_continued_quote(tokens, k, limit)], "quote-left-of-cue")
    if (
        token is None
        or token.low in _ENDS
        or (token.kind is Kind.MARK and token.low in ("—", "--", "–") and k + 1 >= limit)
    ):
        if left is not None and cue.how == "left" and cue.frames & {"say", "think", "tell", "write"}:
            return found([left], "clause-before")
        return None
    if token.low == ":" and token.kind is Kind.MARK:
        if k + 1 >= limit:
            return found([], "lead-in", open_end=True) if speech or "quote" in cue.frames else None
        if speech or "quote" in cue.frames or "call" in cue.frames:
            return found([(k + 1, limit)], "colon")
        return None
    if token.low == ",":
        return _behind_comma(tokens, cue, left, k, limit, found)
    if token.kind is Kind.QUOTE and cue.frames & {"say", "write", "tell", "quote", "ask", "think"}:
        rule = (
            "quote-right"
            if _ends_as_speech(token) or cue.frames & {"say", "write", "tell"}
            else "quote-fragment"
        )
        return found([(k, _quote_end(tokens, k, limit))], rule)
    return _clause(tokens, cue, after, k, limit, found)


def _clause(tokens, cue, after, k, limit, found):  # type: ignore[no-untyped-def]
    low = tokens[k].low
    frames = cue.frames
    end = _clause_end(tokens, k, limit, cue)
    if low == "that" and frames & {"say", "tell", "think", "write", "ask"}:
        return found([(k + 1, end)], "that-clause" if frames & {"say", "tell", "write"} else "think-that")
    if low == "to" and "to" in frames:
        return found([(k, end)], "to-infinitive")
    if low == "to" and after != cue.end and frames & {"tell", "order"}:
        return found([(k, end)], "told-to")
    if "order" in frames:
        heard = phrases.behind(tokens, cue.end, limit)
        if heard is not None and heard[1] < limit and tokens[heard[1]].low == "to":
            return found([(heard[1], end)], "told-to")
    if low in ("whether", "if", "how", "what", "why", "where", "who", "when") and frames & {
        "say",
        "tell",
        "ask",
        "think",
    }:
        return found([(k, end)], "wh-clause")
    if low in ("for", "on", "upon") and cue.verb.lemma == "call" and k + 1 < limit:
        return found([(k + 1, end)], "call-for")
    if "call" in frames and cue.verb.lemma != "dismiss":
        return found([(cue.end, end)], "call-as")
    if "say" in frames or ("tell" in frames and after != cue.end):
        start = after if after < k and not _speech_adjunct(tokens, after, k) else k
        if _has_clause(tokens, start, end):
            return found([(start, end)], "bare-clause")
        if "object" in frames:
            return found([(cue.end, _object_end(tokens, cue.end, limit))], "object-say")
        if cue.verb.lemma == "say":
            return found([(start, end)], "bare-fragment")
        return None
    if "think" in frames and _has_clause(tokens, k, end):
        return found([(k, end)], "think-clause")
    if "object" in frames and cue.end < limit:
        return found([(cue.end, _object_end(tokens, cue.end, limit))], "object")
    return None


def _behind_comma(tokens, cue, left, k, limit, found):  # type: ignore[no-untyped-def]
    """Content when a comma follows the verb: `he said, "Yes"`, `A, he said, B`, `he said, however, that`."""
    following = tokens[k + 1] if k + 1 < limit else None
    speech = cue.frames & {"say", "write", "tell", "quote", "ask", "think"}
    if following is None:
        return (
            found([left], "clause-before")
            if left is not None and cue.frames & {"say", "think", "tell"}
            else None
        )
    if following.kind is Kind.QUOTE and speech:
        parts = [(k + 1, _quote_end(tokens, k + 1, limit))]
        return found(parts, "quote-right")
    if left is not None and cue.how == "left" and cue.frames & {"say", "think", "tell", "write"}:
        tail_is_clause = not (
            following.low.endswith("ing")
            or following.low
            in ("who", "while", "as", "but", "although", "though", "according", "which", "when", "after")
            or following.low in cues.VERBS
        )
        parts = [left]
        if tail_is_clause:
            parts.append((k + 1, _clause_end(tokens, k + 1, limit, cue)))
        return found(parts, "interrupted" if tail_is_clause else "clause-before")
    if cue.frames & {"say", "tell"} and cue.how != "participle":
        if following.low in ("however", "though", "too") and k + 3 < limit and tokens[k + 2].low == ",":
            return found([(k + 3, limit)], "that-clause")
        if following.low == "that":
            return found([(k + 2, limit)], "that-clause")
    return None


def trim(tokens: Sequence[Token], part: Range) -> Range | None:
    """Drop marks and conjunctions from the edges of a content."""
    start, end = part
    while start < end and tokens[start].kind is Kind.MARK and tokens[start].low not in "([$£€#@":
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


def _limit(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue]) -> int:
    """Return where the next attribution of the sentence begins: behind a comma, so that it is not part of this one."""
    end = len(tokens)
    for other in later:
        start = other.clause
        while start > cue.end and (
            tokens[start - 1].low in cues.CONJUNCTIONS
            or tokens[start - 1].low in cues.SUBORDINATORS
            or tokens[start - 1].low in ("as", "by", "with")
        ):
            start -= 1
        if start > cue.end and tokens[start - 1].low in (",", ";", "—", "--"):
            end = min(end, start - 1)
            break
        if other.how == "shared" and start >= cue.end and "say" in other.frames:
            end = min(end, start)
            break
    for i in range(cue.end, end):
        if tokens[i].low == ";" or (
            tokens[i].low == "," and i + 2 < end and tokens[i + 1].low == "according"
        ):
            return i
    return end


def _left_content(tokens: Sequence[Token], cue: Cue, floor: int) -> Range | None:
    """Return what stands before the subject, parted from it by a comma or a quotation's end."""
    end = cue.clause
    if cue.how not in ("left", "inverted") or cue.subordinate not in ("", "as"):
        return None
    if cue.subordinate == "as":
        end -= 1
    while end > floor and tokens[end - 1].low in cues.ADVERBS:
        end -= 1
    if end <= floor:
        return None
    last = tokens[end - 1]
    if last.kind is Kind.QUOTE:
        return (_quote_begin(tokens, end - 1, floor), end)
    if last.low in (",", "—", "--", "–"):
        if end - 2 >= floor and tokens[end - 2].kind is Kind.QUOTE:
            return (_quote_begin(tokens, end - 2, floor), end - 1)
        return (floor, end - 1) if end - 1 > floor else None
    return None


def _quote_begin(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Return where the content of a quotation that ends before a cue begins: it may begin outside the marks."""
    start = at
    i = at - 1
    while i >= floor:
        token = tokens[i]
        if (
            token.low in (",", ":", ";", "—", "--")
            and start == at
            and token.kind is Kind.MARK
            and _is_full(tokens[at])
        ):
            break
        i -= 1
    if i < floor and floor == 0:
        first = tokens[0]
        if first.kind is Kind.QUOTE or not _is_full(tokens[at]):
            return 0
    return start


def _is_full(token: Token) -> bool:
    """Whether a quotation is long enough to be what was said, not a word in it."""
    quote = token.quote
    return quote is not None and quote.inner_end - quote.inner_start > 25


def _pieces(tokens: Sequence[Token], part: Range) -> list[Range]:
    return [part]


def _continued_quote(tokens: Sequence[Token], k: int, limit: int) -> list[Range]:
    """Return the quotation that goes on behind "he said,"."""
    for i in range(k, min(limit, len(tokens))):
        token = tokens[i]
        if token.kind is Kind.QUOTE:
            if i > 0 and tokens[i - 1].low in (",", ":", "—", "--", "."):
                return [(i, _quote_end(tokens, i, limit))]
            return []
        if token.low in cues.VERBS and i > k + 1:
            return []
    return []


def _ends_as_speech(token: Token) -> bool:
    """Whether a quotation's end shows that a reporting verb may follow: a comma, a question mark, a dash."""
    return token.quote is not None and (token.quote.inner_end - token.quote.inner_start) > 3


def _quote_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Return where the content ends that begins with the quotation at `at`."""
    end = at + 1
    while end < limit and tokens[end].kind is Kind.QUOTE:
        end += 1
    if end >= limit or tokens[end].kind is Kind.MARK:
        return end
    return (
        end
        if _is_full(tokens[at])
        and tokens[end].low in ("before", "after", "when", "as", "in", "on", "during", "at")
        else limit
    )


def _skip_hearer(tokens: Sequence[Token], at: int, limit: int) -> int:
    found = phrases.behind(tokens, at, limit)
    return found[1] if found is not None else at


def skip_adjuncts(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Step over when, where and to whom: "said Monday in a statement to reporters"."""
    i = at
    while i < limit:
        token = tokens[i]
        low = token.low
        if (
            low in cues.TIMES
            or (low in cues.ADVERBS and low not in ("all", "both", "only", "just", "even", "then", "instead"))
            or (
                token.kind is Kind.WORD
                and low.endswith("ly")
                and len(low) > 4
                and low not in ("only", "early", "nearly")
            )
        ):
            i += 1
        elif (
            low in ("last", "this", "next", "that", "early", "late")
            and i + 1 < limit
            and tokens[i + 1].low in cues.TIMES
        ):
            i += 2
        elif low in (
            "in",
            "on",
            "at",
            "during",
            "to",
            "from",
            "via",
            "through",
            "after",
            "before",
            "about",
            "of",
            "with",
            "by",
            "over",
        ):
            if i + 1 < limit and (
                tokens[i + 1].low in ("least", "most", "all") or tokens[i + 1].low.endswith("ing")
            ):
                return i
            inner = _prepositional(tokens, i + 1, limit)
            if inner is None:
                return i
            i = inner
        else:
            break
    return i


def _prepositional(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    if at < limit and tokens[at].kind is Kind.NUMBER:
        return at + 1
    if at < limit and tokens[at].low in cues.TIMES:
        i = at + 1
        while i < limit and (tokens[i].kind is Kind.NUMBER or tokens[i].low in cues.TIMES):
            i += 1
        return i
    found = phrases.behind(tokens, at, limit)
    return found[1] if found is not None else None


def _speech_adjunct(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what follows the verb says where or when it was said, and is no part of what was said."""
    return (
        any(
            t.low in _SPEECH_PLACES
            or t.low in cues.TIMES
            or t.kind is Kind.NUMBER
            or t.low in ("of", "him", "her", "them")
            for t in tokens[start:end]
        )
        or tokens[start].low.endswith("ly")
        or tokens[start].low in cues.ADVERBS
    )


def _has_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a verb stands in the tokens, so that they can be a sentence."""
    for i in range(start + 1, end):
        token = tokens[i]
        if token.low in cues.OUTER_ONLY or token.low in cues.NEGATIONS:
            return True
        if token.kind is Kind.WORD and (
            token.low.endswith("ed") or (token.low in cues.VERBS and i > start + 1)
        ):
            return True
    return False


def _clause_end(tokens: Sequence[Token], start: int, limit: int, cue: Cue) -> int:
    if cue.how != "relative" and cue.subordinate not in (
        "when",
        "after",
        "before",
        "if",
        "because",
        "since",
        "while",
        "although",
        "though",
    ):
        return limit
    for i in range(start, limit - 1):
        if tokens[i].low == "," and not (tokens[i + 1].kind is Kind.NAME and tokens[i - 1].kind is Kind.NAME):
            return i
    return limit


def _object_end(tokens: Sequence[Token], start: int, limit: int) -> int:
    for i in range(start, limit - 1):
        low = tokens[i].low
        if low in (",", "—", "--"):
            return i
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
    return limit
