"""Find what a remark on the talk means instead: "perhaps it was Brandt", "tolls was the topic".

Such remarks have no end of wordings, so what tells is what is left of one without the words that only talk of the
talk: a name that the archive knows, a time or an outlet; or nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import chain
from typing import NamedTuple

from qa.answers import QuestionKind, Understanding
from qa.conversation.earlier.past import Past
from qa.conversation.fragments.fragment_acts import Act
from qa.conversation.fragments.fragments import fragment_of, is_somebody
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.follow_up_words import ARTICLES, HE, INSIDE_NAMES, SHE, THEY, UNTELLING
from qa.language.lexicon.function_words import ADVERBS, CONJUNCTIONS
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES, QUESTION_WORDS, WH_WORDS
from qa.language.lexicon.remark_words import (
    ASKS_ALL,
    DENIES,
    NAMES_AS_IT_IS,
    NOT_ANY,
    ONLY,
    PRINTED,
    SEEKS,
    TALK_OF,
    TOPICS,
)
from qa.language.lexicon.reporting_nouns import VIEW_NOUNS
from qa.language.lexicon.small_talk import CONTRACTED, NODS, PRAISE
from qa.language.patterns import regex
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.words import bare

_LONGEST = 100
_TWO = regex(r"(?P<first>[^.;!?]{4,60})[.;!]\s+(?P<then>\S.*)", re.DOTALL)
_MOST_LEFT = 4
_ASKER = frozenset("i we you let's lets".split())
_SAYS_SO = frozenset("i we my it that this he she they".split())
"""What a sentence begins with that is said of the talk, before another that asks."""
_ON_IT = regex(
    r"\b(?:about|on(?!\s+(?:to|from|with)\b)|(?:look|move|go|turn|switch)(?:ing)?\s+(?:at|(?:on\s+)?to))\s+(?P<what>(?!him\b|her\b|it\b|that\b|this\b)[\w’'-]+(?:\s+[\w’'-]+){0,3}?)(?:\s+(?:this\s+time|now|then|instead|please|too))?$",
    re.IGNORECASE,
)
_ANYBODY = frozenset("anyone anybody someone somebody".split())
_BE = frozenset("be been is was are were".split())
_MAY_BE_NAMES = frozenset("may will march".split())
_IT = frozenset("it that this these those".split())
_OF_THEIRS = regex(r"(?:the\s+)?[^\W\d_][\w-]*(?:['’]s|s['’])\s+(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?)")
_YOU = frozenset("i we you me us let let's".split())
_FRAME = (
    (UNTELLING | PRONOUNS | QUESTION_AUXILIARIES | ARTICLES | ADVERBS | CONJUNCTIONS | (NODS - PRAISE)
     | frozenset(VIEW_NOUNS) | SEEKS | TOPICS | TALK_OF | NAMES_AS_IT_IS | DENIES | ONLY
     | frozenset("actually right correct ok okay out piece story pretty quite let's who".split()))
    - TIMES - _MAY_BE_NAMES
)  # fmt: skip
"""What only talks of the talk."""


class _Parts(NamedTuple):
    """The words that talk of the talk, in small letters and without contractions, and what is left between them."""

    before: Sequence[str]
    left: str
    after: Sequence[str]

    @property
    def around(self) -> frozenset[str]:
        return frozenset((*self.before, *self.after))


def as_correction(
    question: str, past: Past, read: Callable[[str], Understanding], speakers: KnownSpeakers
) -> str | None:
    """Return a remark as the correction that it is, "no, Brandt" for "perhaps it was Brandt"; None for other turns."""
    last = past.last
    if last is None or not past.quoting or len(question) > _LONGEST:
        return None
    if (two := _TWO.fullmatch(question)) is not None and (
        _begins(two["first"]) in _SAYS_SO
        or (as_correction(two["first"], past, read, speakers) or "")[:4] == "not "
    ):
        # "Leave Quill out. I want Brandt's remarks.", "that's not her field. Tolls, then."
        correction = as_correction(two["then"], past, read, speakers)
        return correction or (two["then"] if fragment_of(two["then"], read) is not None else None)
    parts = _parts(question)
    if parts is None or not _is_a_remark(parts):
        return _said_by_me(question, last, speakers)
    around, left = parts.around, parts.left
    if not left:
        denies = not around.isdisjoint(DENIES) and not around.isdisjoint(HE | SHE | THEY)
        if not denies or last.kind is not QuestionKind.SAID:
            return None
        # "She never said that" doubts what was shown; "so she never answers?" is glad of anything.
        return "are you sure?" if "said" in around and not around.isdisjoint(_IT) else "really nothing?"
    somebody = last.kind is not QuestionKind.CONTENT and _speaks(left, parts, last, speakers)
    owned = None if somebody or last.kind is QuestionKind.CONTENT else _OF_THEIRS.fullmatch(left)
    if owned and _speaks(owned["name"], parts, last, speakers):
        somebody, left = True, owned["name"]  # "ah, that was the Greens' Brandt"
    asked_if = parts.before[:1] and parts.before[0] in _BE  # "isn't that Brandt?" thinks that it is
    only = not around.isdisjoint(NOT_ANY) and not around.isdisjoint({"but", "except"})  # "nobody but Brandt"
    if not around.isdisjoint(DENIES) and not (asked_if or only):
        if not somebody:
            return None
        if match_speaker(left, speakers).name == last.speaker:
            return f"not {left}"
        return None if around.isdisjoint(_IT) else "are you sure?"
    if somebody:
        named = match_speaker(left, speakers).name
        return f"no, {left}" if named is None or named != last.speaker else None
    when = left.removeprefix("the ")
    bound = fragment_of(f"only {when}", read)
    if bound is not None and bound.act in (Act.DATES, Act.SOURCE):
        if asked_if and bound.act is Act.DATES:
            return "when was that?"  # "was it in June?"
        bounds = f"no, {when}" if bound.act is Act.DATES else f"only {left}"
        return bounds if bounds != question else None  # "only the Post" says so already
    return f"no, about {left}" if _is_on_it(parts) else None


def talks_of_the_talk(text: str, asked: Collection[str]) -> bool:
    """Return whether words only talk of the talk, or of what was asked before."""
    return _FRAME.issuperset(
        word for typed in text.split() for word in _without_contraction(typed) if word not in asked
    )


def _begins(text: str) -> str:
    words = [word for typed in text.split() for word in _without_contraction(typed)]
    return next((word for word in words if word not in NODS | CONJUNCTIONS), "")


def _said_by_me(question: str, last: Understanding, speakers: KnownSpeakers) -> str | None:
    """Return the correction in what somebody says of themselves or of the program: no article tells of these.

    "I was mixing her up with Brandt", "I'd still like Brandt, on tolls this time".
    """
    words = [word for typed in question.split() for word in _without_contraction(typed)]
    if last.kind is QuestionKind.CONTENT or not WH_WORDS.isdisjoint(words):
        return None
    if _begins(question) not in _ASKER or not DENIES.isdisjoint(words):
        return None
    on_it = _ON_IT.search(question.rstrip(" ?!."))
    named, after = speakers_in(question[: on_it.start()] if on_it else question, speakers)
    named -= {last.speaker}
    if on_it and not named and not ASKS_ALL.isdisjoint(words):
        return None
    # "I think Brandt should resign" says more than whom somebody means.
    if len(named) > 1 or not (named or on_it) or (named and not _FRAME.issuperset(after)):
        return None
    about = f"about {on_it['what']}" if on_it else ""
    return f"no, {' '.join(filter(None, (*named, about)))}"


def speakers_in(text: str, speakers: KnownSpeakers) -> tuple[set[str], list[str]]:
    """Return the speakers whose names stand in a text, and the words after the last of these.

    A person may have the surname alone; "Dene" is not the Bank of Dene.
    """
    words = [re.sub(r"['’]s?$", "", word.strip(' ,;:.!?"“”')) for word in text.split()]
    found, end = set[str](), 0
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            typed = words[at : at + size]
            match = match_speaker(" ".join(typed), speakers)
            if match.corrected or not match.name or (size == 1 and bare(typed[0]) in _FRAME):
                continue
            meant = speakers.speaker(match.name)
            whole = size == len(match.name.split()) or (meant is not None and meant.kind == "person")
            if whole and bare(match.name.split()[-1]) == bare(typed[-1]):
                found.add(match.name)
                end = max(end, at + size)
    return found, [part for word in words[end:] for part in _without_contraction(word)]


def _parts(question: str) -> _Parts | None:
    """Part a remark; None for a question, whatever it is about, and for what has too much in it."""
    typed = question.strip(" ?!.").split()
    words = [_without_contraction(word) for word in typed]
    opens = next((word for word in words if word[0] not in NODS | CONJUNCTIONS), None)
    if opens is None or opens[0] in WH_WORDS:
        return None
    framed = [_FRAME.issuperset(word) or _is_auxiliary(words, at) for at, word in enumerate(words)]
    first = next((at for at, inside in enumerate(framed) if not inside), len(words))
    end = next((at for at in range(len(words), first, -1) if not framed[at - 1]), first)
    left = " ".join(typed[first:end]).strip(' ,;:."“”')
    if end < len(words):
        left = re.sub(r"['’]s?$", "", left)  # "Brandt's remarks"
    inside = [word for word, frames in zip(words[first:end], framed[first:end], strict=True) if frames]
    if (
        end - first > _MOST_LEFT
        or re.search(r"[,;.?!]\s", left)
        or not INSIDE_NAMES.issuperset(chain(*inside))
    ):
        return None
    before = [each for word in words[:first] for each in word]
    after = [each for word in words[end:] for each in word]
    if first and typed[first - 1].lower() in ARTICLES and left:
        left = f"{typed[first - 1].lower()} {left}"
    return _Parts(before, left, after)


def _without_contraction(typed: str) -> tuple[str, ...]:
    word = bare(typed).replace("’", "'")
    word = CONTRACTED.get(word, word)
    if word.endswith("n't"):
        return (word[:-3], "not")
    stem, mark, ending = word.partition("'")
    if mark and (stem in PRONOUNS or stem in QUESTION_WORDS):
        return (stem, {"m": "am", "s": "is", "re": "are"}.get(ending, "have"))
    return (word,)


def _is_auxiliary(words: Sequence[tuple[str, ...]], at: int) -> bool:
    """Return whether "may" or "will" is a verb here: "it may be Brandt"."""
    return words[at] in (("may",), ("will",)) and words[at + 1 : at + 2] in ([("be",)], [("have",)])


def _is_a_remark(parts: _Parts) -> bool:
    """Return whether words talk of the talk: "it was", "you mean", "only the ... article"; and ask for nothing else."""
    before, around = [word for word in parts.before if word not in NODS | CONJUNCTIONS], parts.around
    if before and before[0] in QUESTION_AUXILIARIES:
        # "Was it Brandt?", "do you mean Brandt?"; but "did the mayor resign?" is no remark.
        asks = before[0] in _BE and not (_IT | {"there"}).isdisjoint(before[1:3])
        return asks or before[1:3] in (["you", "mean"], ["have", "been"]) or before[1:2] == ["have"]
    points = not _IT.isdisjoint(around) and not around.isdisjoint(_BE | {"said"})
    seeks = not around.isdisjoint(_YOU) and not around.isdisjoint(SEEKS | UNTELLING)
    bounds = len(around) > 1 and not (around.isdisjoint(ONLY) and PRINTED.isdisjoint(parts.after))
    denies = not around.isdisjoint(DENIES) and len(around) > 1
    called = not around.isdisjoint(TOPICS | NAMES_AS_IT_IS) and not around.isdisjoint(_BE)
    sure = not around.isdisjoint({"sure", "meant", "mean"})
    return points or seeks or bounds or denies or called or sure


def _speaks(left: str, parts: _Parts, last: Understanding, speakers: KnownSpeakers) -> bool:
    match = match_speaker(left, speakers)
    led = left.lower().startswith("the ")
    body = speakers.speaker(match.name) if led and match.name else None
    # "Somebody from the Greens" is not Rosa Green.
    fits = not led or (body is not None and body.kind == "group")
    if fits and match.speaks:
        return not _is_on_it(parts) or "you" in parts.before
    if not parts.around.isdisjoint(NAMES_AS_IT_IS) and last.kind is QuestionKind.SAID:
        return bare(left.split(maxsplit=1)[0]) not in _FRAME
    return led and is_somebody(left[4:]) and not _is_on_it(parts)


def _is_on_it(parts: _Parts) -> bool:
    """Return whether a remark says that what is left is what to talk of: "the topic was tolls", "you mean tolls"."""
    before = [word for word in parts.before if word not in ARTICLES]
    topic = not parts.around.isdisjoint(TOPICS)
    asks = {*parts.before, *parts.left.lower().split()[:1]} & (WH_WORDS | {"whether", "if"})
    if asks or not (ASKS_ALL | _ANYBODY).isdisjoint(parts.before):
        return (
            False  # "the question is whether Brandt knew", "tell me about ships", "was there somebody on it?"
        )
    return topic or before[-1:] in (["about"], ["on"]) or before[-2:] == ["you", "mean"]
