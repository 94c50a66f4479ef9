"""Tell whether a quote holds the kind of thing that a question asks for: a count of it, a sum, a time, a reason."""

from __future__ import annotations

import re

from qa.answering.objections.ages import with_log_odds
from qa.answering.objections.asked_forms import asked_form, is_told
from qa.answering.objections.asked_times import DATED, asks_time, holds_time
from qa.language.lexicon.follow_up_words import ONE_LEAD
from qa.language.lexicon.money import CURRENCY_LETTERS, CURRENCY_SIGNS, CURRENCY_WORDS, SOUTH_ASIAN_NUMBERS
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, located_terms, term, terms
from qa.ranking.question import AnswerType, answer_type

GAINED = 0.5
"""By how much such a quote raises the log odds that it answers.

For "how many", "how much", "how long" and "why" 39 of 72 right first quotes in squad, clapnq, multihop_rag and mtrag
hold it, and 11 of 36 wrong ones. What lacks it is not lowered: "the whole board" answers "how many directors" as well.
"""
READ = 1.5
"""By how much a number that the reader takes for the answer raises the log odds more.

Where a number is asked for, the first quote has one and its window reads as an answer, 48 first quotes are right in
six sets and two are wrong; no such question has no answer. A fit gives 1.8: what else is measured tells little of them.
"""
_ANSWERS = 1.0
"""The least logit of a window that reads as an answer here."""
LIKELY = 0.5
"""The least confidence in a quote that reads as an answer, holds half of the question and has nothing against it.

Nine of what is no number fell short of an answer before, in squad, clapnq, rgb and two archives of news: all are right.
"""
_READS = 0.5
"""The least logit of the window of such a quote."""
HALF = 0.5
"""The least share of the question's words in a quote that what stands beside it may complete."""

_NUMBER_WORD = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundreds?|thousands?|millions?|billions?|"
    rf"(?-i:{'|'.join(SOUTH_ASIAN_NUMBERS)})|dozens?|half"
)
_COUNT_WORD = rf"{_NUMBER_WORD}|no|several"
# "Not", "someone" and "often" hold no number; "$2m" does.
_NUMBER = regex(rf"\d|\b(?:{_NUMBER_WORD})\b", re.I)
_COUNT = regex(rf"\d[\d,.]*\d|\d|{_COUNT_WORD}", re.I)
# "A 16-year-old boy" counts no boys.
_WORD = regex(r"\d[\d,.]*\d(?!\d|-(?:year|month|week|day|hour|minute))|[^\W_]+(?:[’'-][^\W_]+)*")
_HOW_MANY = regex(r"\bhow many\b(?P<what>[^?]*)", re.I)
_HOW_MUCH = regex(r"\bhow much\b", re.I)
_HOW_LONG = regex(r"\bhow long\b", re.I)
_WHY = regex(r"\W*(?:why|how come|what(?: was|'s| is)? the (?:reason|cause)|what caused)\b", re.I)
_AUXILIARY = frozenset(
    "is are was were do does did has have had will would can could should may might must".split()
)

_SUM = regex(
    rf"[{CURRENCY_SIGNS}] ?\d|\b[A-Z]{{1,3}}\$? ?\d[\d,.]*(?:,\d{{3}}|\.\d\d| ?(?:m|bn|k|million|billion)\b)"
    rf"|\b(?:{'|'.join(CURRENCY_LETTERS)})\.? ?\d"
    rf"|\d ?(?:m|mln|bn|bln|k|million|billion|trillion|{'|'.join(SOUTH_ASIAN_NUMBERS)})?\b ?"
    rf"(?:{'|'.join(sorted(CURRENCY_WORDS))}|kina|rand|dlrs?|stg|cts)\b"
    r"|\d ?(?:%|pct?\b)|\bper ?cent\b",
)
_SPAN_OF_TIME = regex(
    rf"\b(?:\d[\d,.]*|{_COUNT_WORD}|an?|half an?)[ -](?:\w+[ -])?"
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|centur(?:y|ies))\b"
    r"|\bsince (?:\w+ )?\d",
    re.I,
)
_REASON = regex(
    r"\b(?:because|due to|so that|in order to|as a result|caus(?:e|ed|es|ing)|reasons?|therefore|owing to|thanks to"
    r"|concern(?:s|ed)?|fear(?:s|ed|ing)?|blam(?:e|ed|es|ing)|prompted|led to|contribut(?:e|ed|es|ing)"
    r"|to (?:ensure|avoid|prevent|protect|stop|reduce|save|address|tackle)|lack of|faced|fail(?:ed|ure))\b",
    re.I,
)
_MAY_BE_REASON = regex(
    r"\b(?:for|by) \w+ing\b|, (?:claim|cit|argu|say|alleg|accus|add)ing\b|\b(?:so|too)\b", re.I
)
"""What gives a reason at times: "for sleeping on the bridge", "Quill left, citing the toll"."""
_FIRST_TO = regex(
    r"\W*(?:who(?:['’]s|\s+(?:is|are|was|were|became))\s+(?:the\s+|[\w’'-]+['’]s?\s+){1,2}first\s+(?!lady\b|minister\b)\w"
    r"|(?:what|which)\s+(?:[\w’'-]+\s+){1,3}?(?:is|are|was|were|became)\s+(?:the\s+)?first\s+(?:[\w’'-]+\s+)?to\b)",
    re.I,
)
_FIRST = regex(
    r"\b(?:first|1st|found(?:ed|er|ers|ing)|inaugural|pioneer\w*|earliest|initial(?:ly)?|debut\w*"
    r"|beg[au]n|started|since \d+|ever|never|nobody|no (?:one|other|previous)|no \w+ ha(?:d|s|ve))\b",
    re.I,
)
"""What says of somebody that nobody was it before: "no woman had led Dene before Ada Quill"."""
_LENGTH = regex(
    r"\d ?(?:k?m|cm|mm|ft|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?)\b|\d[ -]pages?\b",
    re.I,
)
_WHERE = regex(rf"\W*{ONE_LEAD}where\b", re.I)
_PLACE = regex(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom)\s+(?:the\s+)?(?!{DATED})(?:[a-z’'-]+\s+){{0,2}}(?!{DATED})[A-Z]"
)
_HOW_OFTEN = regex(r"\b(?:once|twice|every|hourly|daily|nightly|weekly|monthly|yearly)\b", re.I)
_PART = regex(r"\b(?:quarters?|thirds?|fifths?|tenths?)\b", re.I)
_SENTENCE = regex(r"(?<=[.!?])[\"”’')]*\s+")
_BORDER = regex(r"[,;:.!?()–—](?=\s|$)|\s[–—-]\s")
_NEAR = 4
"""How many words before the word for what is counted its number stands at most: "twelve new bus drivers"."""
_ALIKE = 5
"""How many letters, from the beginning, two words must share to count as alike: "police", "policemen"."""


def raised_by_kind(
    confidence: float, question: str, quote: str, beside: str = "", cover: float = 0.0
) -> float:
    """Return a confidence, 0..1, raised where a sentence of the quote holds the kind of thing that is asked for.

    It must have a name of the question, if there are any: "Two goals by Orsa" says nothing of how many Quill scored.
    Where the quote holds half of the question, all names may stand beside it: "Nine goats died", under "Fire in Dene".

    Args:
        beside: What stands around the quote: its neighbours and the title.
        cover: The share of the question's words that the quote holds.
    """
    names = _names(question)
    if cover >= HALF and names <= set(terms(f"{quote}\n{beside}")):
        names = set()
    sentences = [each for each in _SENTENCE.split(quote) if not names or not names.isdisjoint(terms(each))]
    if not any(holds_asked_kind(question, each) for each in sentences):
        return confidence
    return with_log_odds(confidence, GAINED)


def raised_by_reading(
    confidence: float, question: str, quote: str, window: float, cover: float = 0.0
) -> float:
    """Return a confidence, 0..1, raised where the quote holds what the question asks for, and reads as an answer.

    Args:
        window: The logit of the quote's window answering the question.
        cover: The share of the question's words that the quote holds.
    """
    if answer_type(question) is not AnswerType.NUMBER:
        reads = window >= _READS and cover >= HALF and not _lacks_place_or_time(question, quote)
        return max(confidence, LIKELY) if reads else confidence
    if window < _ANSWERS or not _NUMBER.search(quote):
        return confidence
    return with_log_odds(confidence, READ)


def holds_asked_kind(question: str, text: str) -> bool:
    """Return whether a text counts what "how many" asks for, or has a sum, a time's length, a reason or a form."""
    if how_many := _HOW_MANY.search(question):
        return _counts(_counted(how_many["what"]), text)
    if _HOW_MUCH.search(question):
        return _SUM.search(text) is not None
    if _HOW_LONG.search(question):
        return _SPAN_OF_TIME.search(text) is not None
    if form := asked_form(question):
        return is_told(form, question, text)
    return _WHY.match(question) is not None and _REASON.search(text) is not None


def gives_no_reason(question: str, quote: str) -> bool:
    """Return whether it is asked why, and a quote has no word that may give a reason: "Quill left the board"."""
    asked = _WHY.match(question) is not None
    return asked and _REASON.search(quote) is None and _MAY_BE_REASON.search(quote) is None


def holds_what_is_asked(question: str, text: str) -> bool:
    """Return the same, or for other times and numbers whether a text has one ("how old"), to tell two answers apart."""
    if asks_time(question):
        return holds_time(text)
    if _HOW_MANY.search(question) or _HOW_MUCH.search(question):
        return holds_asked_kind(question, text)
    if _HOW_LONG.search(question):
        # A course is long in weeks, a pier in metres, a report in pages.
        return holds_asked_kind(question, text) or _LENGTH.search(text) is not None
    if answer_type(question) is AnswerType.NUMBER:
        return any(kind.search(text) for kind in (_NUMBER, _HOW_OFTEN, _PART))
    return holds_asked_kind(question, text)


def asks_amount(question: str) -> bool:
    """Return whether a count, a sum or a length is asked for, of which a text has one or has none: "how many"."""
    return any(kind.search(question) for kind in (_HOW_MANY, _HOW_MUCH, _HOW_LONG))


def lacks_first(question: str, text: str) -> bool:
    """Return whether it is asked who was first, and a text has nothing of that: "Brandt was mayor until 1990"."""
    return _FIRST_TO.match(question) is not None and _FIRST.search(text) is None


def asks_place(question: str) -> bool:
    """Return whether a question begins with "where"."""
    return _WHERE.match(question) is not None


def holds_place(text: str) -> bool:
    """Return whether a text says by name where something is: "near Halvorn"."""
    return _PLACE.search(text) is not None


def _lacks_place_or_time(question: str, quote: str) -> bool:
    if asks_place(question):
        return not holds_place(quote)
    return asks_time(question) and not holds_what_is_asked(question, quote)


def _names(question: str) -> set[str]:
    """Return the terms of the capitalised words of a question, its first word aside."""
    return {
        name
        for start, _, name in located_terms(question)
        if start > 0 and question[start].isupper() and not is_stop_term(name)
    }


def _counted(after: str) -> list[str]:
    """Return the terms for what is counted: "bus", "driver" for "more bus drivers did the council hire"."""
    found: list[str] = []
    for word in _WORD.findall(after):
        if word.casefold() in _AUXILIARY or is_stop_term(term(word)):
            if found:
                break
            continue
        found.append(term(word))
    return found[:3]


def _counts(counted: list[str], text: str) -> bool:
    """Return whether a number stands shortly before a word for what is counted, with no border between them."""
    for piece in _BORDER.split(text):
        words = _WORD.findall(piece)
        numbered = [_COUNT.fullmatch(word) is not None for word in words]
        for at, word in enumerate(words):
            if any(numbered[max(0, at - _NEAR) : at]) and any(
                _is_alike(term(word), each) for each in counted
            ):
                return True
    return False


def _is_alike(word: str, asked: str) -> bool:
    return word == asked or (min(len(word), len(asked)) >= _ALIKE and word[:_ALIKE] == asked[:_ALIKE])
