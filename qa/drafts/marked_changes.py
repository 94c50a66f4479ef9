"""Find quotations in which the draft marks what it left out (…) or put in ([the council]): their parts, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qa.datatypes import Span
from qa.drafts.differences import words_of
from qa.drafts.stated_facts import LIMIT_BEFORE, stated_facts
from qa.drafts.wording import is_asked, matches, trimmed
from qa.language.lexicon.turning_words import CONTRASTS, DENYING_AFTER

_DOTS = r"(?:…|\.\s?\.\s?\.(?:\s?\.)?)"
_MARKED = re.compile(
    rf"(?P<left_out>\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})|\[(?P<put_in>[^\[\]]{{0,200}})\]"
)
NEAR, NEAR_FEW_WORDS = 1_000, 300
"""The most characters that an ellipsis may leave out, and before or after a part of fewer than four words."""
_FEW_WORDS = 4
_REPLACED = 80
"""The most characters that a bracket may stand for."""
_IN_WORD = 8
_MOST_TRIES = 500


@dataclass(frozen=True, slots=True)
class MarkedGap:
    """What stands between two parts: `content` is what the brackets hold; `inside` whether they touch a word."""

    kind: Literal["left_out", "put_in"]
    content: str = ""
    inside: tuple[bool, bool] = (False, False)
    joined: tuple[bool, bool] = (False, False)
    """Whether they touch anything that is no blank."""


@dataclass(frozen=True, slots=True)
class MarkedQuotation:
    """The parts of a quotation, and the gap between each and the next; there is one gap less than parts."""

    parts: tuple[str, ...]
    gaps: tuple[tuple[MarkedGap, ...], ...]
    leading: tuple[MarkedGap, ...]
    trailing: tuple[MarkedGap, ...]
    """What is marked before the first part, and after the last."""


def marked(quoted: str) -> MarkedQuotation | None:
    """Return the parts of a quotation, None where it marks no change or nothing but changes."""
    parts: list[str] = []
    gaps: list[list[MarkedGap]] = []
    leading: list[MarkedGap] = []
    waiting: list[MarkedGap] = []
    found = False
    for piece in _pieces(_with_capitals(quoted)):
        if isinstance(piece, MarkedGap):
            found = True
            waiting.append(piece)
        elif re.search(r"\w", piece):
            if parts:
                gaps.append(waiting)
            else:
                leading = waiting
            parts.append(piece)
            waiting = []
    if "[" in quoted and _with_capitals(quoted) != quoted:
        found = True
    if not found or not parts:
        return None
    return MarkedQuotation(tuple(parts), tuple(map(tuple, gaps)), tuple(leading), tuple(waiting))


def _with_capitals(quoted: str) -> str:
    """Return a quotation with "[T]he" as "The": what such brackets mark is a letter's case."""
    return re.sub(r"(?<!\w)\[([^\W\d_])\](?=[^\W\d_])", r"\1", quoted)


def _pieces(quoted: str) -> Iterator[str | MarkedGap]:
    at = 0
    for match in _MARKED.finditer(quoted):
        yield quoted[at : match.start()]
        beside = quoted[: match.start()][-1:], quoted[match.end() : match.end() + 1]
        touches = beside[0].isalnum(), beside[1].isalnum()
        joined = bool(beside[0].strip()), bool(beside[1].strip())
        if match["left_out"]:
            yield MarkedGap("left_out")
        else:
            yield MarkedGap("put_in", match["put_in"].strip(), touches, joined)
        at = match.end()
    yield quoted[at:]


def places_of_parts(found: MarkedQuotation, text: str) -> list[tuple[Span, ...]]:
    """Return the places of a text that hold all parts in order and near each other, a span for each part.

    A part may begin with a capital that the text has not, or the other way round, as after an ellipsis.
    """
    last = len(found.parts) - 1
    spans = [
        matches(
            part.rstrip(" ,."),
            text,
            inside=(_opens_inside(found, at), _ends_inside(found, at)),
            # Beside a bracket, `turned_by` compares the numbers with what the bracket makes of them.
            counted=(not at or _is_left_out(found.gaps[at - 1]), at == last or _is_left_out(found.gaps[at])),
        )
        for at, part in enumerate(found.parts)
    ]
    if not all(spans):
        return []
    result: list[tuple[Span, ...]] = []
    for first in spans[0]:
        chosen = _continued(found, spans, text, (first,))
        if chosen is not None and not is_asked(text, chosen[-1][1]):
            result.append(chosen)
    return result


def _continued(
    found: MarkedQuotation, spans: list[list[Span]], text: str, begun: tuple[Span, ...]
) -> tuple[Span, ...] | None:
    """Return the first way to go on with the other parts; few are tried, and the nearest first."""
    tries = 0
    stack = [begun]
    while stack and tries < _MOST_TRIES:
        done = stack.pop()
        tries += 1
        at = len(done)
        if at == len(spans):
            return done
        following = [
            each
            for each in spans[at]
            if each[0] >= done[-1][1]
            and all(
                _fits(gap, text[done[-1][1] : each[0]], found.parts[at - 1 : at + 1])
                for gap in found.gaps[at - 1]
            )
        ]
        stack += [(*done, each) for each in reversed(following)]
    return None


def _fits(gap: MarkedGap, left_out: str, beside: tuple[str, ...]) -> bool:
    if gap.kind == "left_out":
        few = min(len(words_of(part)) for part in beside) < _FEW_WORDS
        return len(left_out) <= (NEAR_FEW_WORDS if few else NEAR)
    if any(gap.inside):
        return len(left_out) <= _IN_WORD + _REPLACED * (not all(gap.inside))
    return len(left_out) <= _REPLACED and "\n\n" not in left_out


def _is_left_out(gaps: Sequence[MarkedGap]) -> bool:
    return all(gap.kind == "left_out" for gap in gaps)


def _opens_inside(found: MarkedQuotation, at: int) -> bool:
    gaps = found.gaps[at - 1] if at else found.leading
    return any(gap.inside[1] for gap in gaps)


def _ends_inside(found: MarkedQuotation, at: int) -> bool:
    gaps = found.gaps[at] if at < len(found.gaps) else found.trailing
    return any(gap.inside[0] for gap in gaps)


def turned_by(found: MarkedQuotation, spans: tuple[Span, ...], text: str) -> tuple[str, str] | None:
    """Return what the draft put in and what it left out, where a marked change turns the words beside it.

    "We will … sell it" for "We will not sell it", "[not]" where the article has no negation, another number.
    """
    for gaps, before, after in zip(found.gaps, spans, spans[1:], strict=False):
        left_out = text[before[1] : after[0]]
        if _is_left_out(gaps):
            turned = _turned_by_ellipsis(left_out)
            if turned is not None:
                return "…", " ".join(turned.split())
            continue
        put_in = " ".join(gap.content for gap in gaps)
        ours = _joined(text[slice(*before)], gaps, text[slice(*after)])
        if not stated_facts(ours).agree_with(stated_facts(text[before[0] : after[1]])):
            return f"[{put_in}]", " ".join(left_out.split())
    return _turned_at_ends(found, text[slice(*spans[0])], text[slice(*spans[-1])])


def _turned_by_ellipsis(left_out: str) -> str | None:
    """Return the words left out that turn what stands before or after them."""
    words = words_of(left_out)
    if words and words[0].folded in CONTRASTS | DENYING_AFTER:
        return left_out
    # "We love it. We will not sell it" with all up to "sell" left out: what a part begins with was denied.
    last = re.split(r"[.!?]\s", left_out)[-1]
    if stated_facts(last).denials or LIMIT_BEFORE.search(last):
        return last
    return None


def _turned_at_ends(found: MarkedQuotation, first: str, last: str) -> tuple[str, str] | None:
    leading = tuple(gap for gap in found.leading if gap.kind == "put_in")
    trailing = tuple(gap for gap in found.trailing if gap.kind == "put_in")
    for gaps, ours, theirs in (
        (leading, _joined("", leading, first), first),
        (trailing, _joined(last, trailing, ""), last),
    ):
        if gaps and not stated_facts(ours).agree_with(stated_facts(theirs)):
            return f"[{' '.join(gap.content for gap in gaps)}]", ""
    return None


def _joined(before: str, gaps: Sequence[MarkedGap], after: str) -> str:
    """Return the words beside a gap with what the draft has put in, as the draft reads."""
    if not gaps:
        return before + after
    put_in = " ".join(gap.content for gap in gaps)
    left, right = ("" if each else " " for each in (gaps[0].joined[0], gaps[-1].joined[1]))
    return f"{before}{left}{put_in}{right}{after}"


def longest_part(found: MarkedQuotation) -> str:
    """Return the part with most words: by it articles are looked for."""
    return max((trimmed(part) for part in found.parts), key=lambda part: len(words_of(part)))
