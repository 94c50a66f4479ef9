"""Tell whether the numbers of a quote count what a question asks for, or something else: an age, or cups of tea."""

from __future__ import annotations

import re
from itertools import pairwise

from qa.answering.objections.ages import asks_age, tells_age, without_sums
from qa.answering.objections.asked_kinds import HALF, holds_asked_kind, holds_what_is_asked
from qa.answering.objections.reported_events import ALIKE
from qa.language.lexicon.event_words import event_of, is_event
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms, terms
from qa.ranking.question import AnswerType, answer_type
from qa.understanding.asked_event import is_negation

_MEASURED = regex(r"\b[\w.,]{1,20}-(?P<unit>[^\W\d_]{1,20}?)s?-(?:old|long|wide|high|tall|deep)\b", re.I)
"""A number that counts nobody, but where its unit is asked for: "a 34-year-old nurse", "a 200-metre-long gap"."""
_COUNTED_OF = regex(r"\bhow many (?P<what>[\w-]{2,30}) of (?:the |an? )?(?P<of>[\w’'-]{2,40})", re.I)
_HOW = regex(r"\bhow \w+", re.I)
_HOW_MANY = regex(r"\bhow many (?P<what>[\w-]+)", re.I)
_OWN_NTH = regex(
    r"(?:\b(?:his|her|its|their)|['’]s?)\s(?:[\w-]+\s){0,2}?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,4}(?:st|nd|rd|th))\s"
    r"(?P<what>[\w-]+(?:\s[\w-]+)?)",
    re.I,
)
"""What says how many somebody has: "her second win", "Quill’s 45th home run"; "the second win" is the day's."""
_OBJECT = regex(
    r"\b(?P<after>in|for)\s+(?:the|an?|this|that)\s+"
    r"(?P<what>[a-z][\w-]*(?:\s(?!(?:in|on|at|of|for|by|from|to|with|and|or|when|that|who|which)\b)[a-z][\w-]*){0,2})"
)
"""In or for what something is counted: "hurt in the crash", "paid for the ferry"."""
_NAMED_THING = regex(r"\b(?:the|an?|this|that|his|her|its|their)\s+[\w-]+", re.I)
_SENTENCE = regex(r"(?<=[.!?])[\"”’)]*\s+")


_OF_NOTHING = regex(r"\s*how many [\w-]+(?: [\w-]+)? (?:are|were) there(?: in all)?\W*", re.I)


def counts_of_nothing(question: str) -> bool:
    """Return whether a question names nothing of which something is counted: "How many pages are there?".

    Any number of pages in any article would answer it.
    """
    return _OF_NOTHING.fullmatch(question) is not None


def without_measures(question: str, quote: str) -> str:
    """Return a quote without the ages and lengths that answer no "how many": of a unit that is not asked for."""
    asked = question.casefold()
    return _MEASURED.sub(lambda it: it[0] if it["unit"].casefold() in asked else " ", quote)


def counts_other(question: str, quote: str) -> bool:
    """Return whether a sentence of a quote counts the asked unit, but of something else: "cups of tea", no coffee."""
    asked = _COUNTED_OF.search(question)
    if asked is None:
        return False
    unit = re.compile(rf"\b{re.escape(asked['what'])} of \w", re.I)
    of = set(terms(asked["of"]))
    counting = [set(terms(each)) for each in _SENTENCE.split(quote) if unit.search(each)]
    return bool(counting) and not any(of <= each for each in counting)


def surely_counts(question: str, quote: str, beside: str, cover: float) -> bool:
    """Return whether the number that is asked for stands in a quote, by the words that are there.

    Args:
        beside: What stands around the quote: its neighbours and the title.
        cover: The share of the question's words that the quote holds.
    """
    if answer_type(question) is not AnswerType.NUMBER:
        return False
    return _counts_all(question, quote, beside) or (
        cover >= HALF and _counts_near_all(question, quote, beside)
    )


def _counts_all(question: str, quote: str, beside: str) -> bool:
    """Return whether a sentence of a quote has a number that is asked for and every word of the question.

    Names may stand beside it, and the surname for the whole name: "Quill’s bail was set at $9,000" says how high Ada
    Quill's bail was. A name alone is not enough: there are other numbers beside it than the asked one.
    """
    if asks_age(question):
        quote = without_sums(quote)
    asked = _HOW.sub(" ", question)
    words = [it for it in located_terms(asked) if not is_stop_term(it[2])]
    names = {name for start, _, name in words if asked[start].isupper()}
    # Of "Ada Quill" a text may have "Quill" alone: of names in a row the last one counts.
    given = {
        name
        for (_, end, name), (start, *_) in pairwise(words)
        if name in names and asked[start].isupper() and not asked[end:start].strip()
    }
    common = {word for *_, word in words} - names
    if not common or not names - given <= set(terms(f"{quote}\n{beside}")):
        return False
    sentences = [each for each in _SENTENCE.split(quote) if common <= set(terms(each))]
    return any(holds_what_is_asked(question, each) or counts_own(question, each) for each in sentences)


def _counts_near_all(question: str, quote: str, beside: str) -> bool:
    """Return whether a quote counts what is asked for, and every word of the question stands there or beside it.

    So it is with a number before what is counted, a sum, a span of time or the asked age, which are seldom another's.
    Words that begin alike count, and those that tell of the same event: "bought it for $4m" says what was paid.
    """
    holds = tells_age if asks_age(question) else holds_asked_kind
    if any(map(is_negation, question.casefold().split())):
        return False
    counting = [each for each in _SENTENCE.split(quote) if holds(question, each)]
    if not any(_tells_event(question, each) and not _is_of_another(question, each) for each in counting):
        return False
    asked, near = _HOW.sub(" ", question), f"{quote}\n{beside}"
    told = set(terms(near))
    return all(
        word in told or _has_alike(asked[start:end], told, near)
        for start, end, word in located_terms(asked)
        if not is_stop_term(word)
    )


def _tells_event(question: str, sentence: str) -> bool:
    """Return whether a sentence tells of an event that is asked for, where there is one.

    "How many people criticised the port?" is not answered by "Orsa hired 300 people there."
    """
    told = set(terms(sentence))
    # "The strike" is what is told of, and no deed.
    asked = [question[start:end] for start, end, _ in located_terms(_NAMED_THING.sub(" ", question))]
    events = [word for word in asked if is_event(word.casefold())]
    return not events or any(set(terms(word)) <= told or _has_alike(word, told, sentence) for word in events)


def _is_of_another(question: str, sentence: str) -> bool:
    """Return whether a sentence counts for something else than what is asked: "in the fire" for "in the crash"."""
    for asked in _OBJECT.finditer(question):
        wanted = set(terms(asked["what"]))
        others = [
            set(terms(it["what"])) for it in _OBJECT.finditer(sentence) if it["after"] == asked["after"]
        ]
        if others and all(wanted.isdisjoint(other) for other in others):
            return True
    return False


def _has_alike(typed: str, told: set[str], text: str) -> bool:
    event = typed.casefold()
    if is_event(event) and not event_of(event).told_by.isdisjoint(told):
        return True
    return re.search(rf"\b{re.escape(typed[:ALIKE])}", text, re.I) is not None


def counts_own(question: str, text: str) -> bool:
    """Return whether a text says by an ordinal number how many of the counted things somebody has."""
    counted = _HOW_MANY.search(question)
    what = set(terms(counted["what"])) if counted else set()
    return bool(what) and any(what <= set(terms(nth["what"])) for nth in _OWN_NTH.finditer(text))
