"""Tell whether a quote gives the age that a question asks for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.money import CURRENCY_LETTERS, CURRENCY_SIGNS, SOUTH_ASIAN_NUMBERS
from qa.language.lexicon.roles import HUMAN, ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, terms
from qa.speakers.names import fold, formal

_HOW_OLD = regex(
    r"\b(?:how old|(?:what|which) age) (?:is|was|are|were) (?:the |an? )?(?P<who>[^?,;]{2,80})"
    r"|\b(?:what is|what was|what['’]s) (?:the )?(?P<whose>[^?,;]{2,80}?)['’]s? age\b",
    re.I,
)
_AGE = r"(?:(?:is|was|has|had|turned|now|then|just|only|aged?) ){0,3}\d{1,3}(?:[- ]years?[- ]old)?"
_AGED = r"(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)-years?-old"
"""An age before who has it: "19-year-old", "twenty-one-year-old"."""
_SEXES = "man woman boy girl male female".split()
_SAME = {"male": "man", "female": "woman"}
_AGED_NOUN = regex(
    rf"\b{_AGED} (?:(?-i:[A-Z][\w’'-]+ (?=[a-z])))?"
    rf"(?:(?:[\w-]+ ){{0,2}}?(?=(?:{'|'.join(_SEXES)})\b))?(?P<noun>[a-z]+)",
    re.I,
)
"""Who has an age, without where they are from: "a 24-year-old Harwick athlete"."""
_THE_AGED = regex(rf"(?<=[.!?])[\"”’)]*\s+The {_AGED}\b", re.I)
_WAS_AGED = regex(
    r"(?:\A|(?<=[.!?]\s))(?P<told>[^.!?\n]{1,400})[.!?][\"”’)]*\s+(?:He|She) (?:was|is) \d{1,3}\b"
    r"(?=[.,;]|\s+years? old\b)"
)
"""An age in a sentence after another: "Ada Quill died on Monday, the club said. She was 71."."""
_CAPITAL = regex(r"(?<=[\w,;’'] )[A-Z]\w")
"""A name that does not open its sentence."""
_AFTER_HEAD = regex(
    r"(?<!ly)\s(?:in|of|who|whom|whose|behind|on|over|for|from|at|by|near|with|that|they|we|he|she|the|an?|police|shot|hit|hurt"
    r"|held|found|[a-z]{3,}ed)\s",
    re.I,
)
"""What follows the noun for somebody: "the man they arrested over the fire", "the girl the driver hit"."""
_WHEN = regex(r"\s(?:when|while|after|before|at the time)\s", re.I)
_WHO_IS = regex(r"(?<=\w) (?:the|a|an|who|from) ")
"""After a name what says who that is: "Ada Quill the baker", "Tom Brandt from Dene"."""
_NOW = regex(r"\bnow\b", re.I)
_NO_AGE = regex(
    rf"(?:[{CURRENCY_SIGNS}]|\b(?-i:{'|'.join(CURRENCY_LETTERS)})\.?) ?\d[\d.,]*"
    rf"(?: (?:thousand|million|billion|trillion)\b)?|\b\d[\d.,]*[- ](?:{'|'.join(SOUTH_ASIAN_NUMBERS)})\b"
    r"|\b\d[\d.,]*(?: ?%| per ?cent\b)"
    r"|\b\d{1,2}[/:]\d{1,2}\b|\b\d{1,2} ?[ap]\.?m\b|\b\d{1,3}(?:,\d{3})+\b",
    re.I,
)
_NUMBER = regex(r"\b\d{1,3}\b(?![.,]\d)")
_NAMED_WITH_AGE = regex(
    rf"\b(?P<names>(?:[A-Z][\w.’'-]* ){{0,3}}[A-Z][\w’'-]*),? (?:\(|who )?{_AGE}(?!\w|[.,]\d)"
)
_NAMES_BEFORE = regex(r"(?:[A-Z][\w.’'-]* ){1,3}\Z")
_BEFORE_READ = 80
_MADE_IN = regex(
    r"\b(?:built|completed|constructed|created|dat(?:es|ing)(?: back)?|erected|established|founded|laid|launched|made"
    r"|opened|planted|set up)\b(?: \w+){0,3}? (?:in|from|to|on) (?:[\w.,]+ ){0,3}?(?:1\d|20)\d\d\b",
    re.I,
)
"""What tells how old a thing is by its year: "the mill, built in 1887"."""
_NAME_AND_AGE = regex(r"\b[A-Z][\w’'-]+, \d{1,2}(?=[,.)])")
_SOMEBODY = "|".join(sorted(map(re.escape, HUMAN)))
_AGED_SOMEBODY = regex(
    rf"\b(?:{_AGED} (?:[\w-]+ ){{0,2}}?(?:{_SOMEBODY})\b|(?:(?:{_SOMEBODY})|[A-Z][\w’'-]+), \d{{1,3}}(?=[,.)]))"
)
"""The age of a person: "the pilot, 62,", "a 62-year-old baker", "Ada Quill, 62,"."""
_MAY_BE_SOMEBODY = regex(
    r"(?:er|or|ist|an|ant|ent|ee|eur|men|kid|teen|twin|pair|couple|body|one|youth|victim)s?\Z"
)
"""How words for people end that no list has: "shooter", "defendant"."""
_PEOPLE_TOO = frozenset(
    """
    academic acrobat addict alcoholic associate athlete baby bride cadet captive celebrity champ champion cleric comic
    convict cop countess duchess emir fugitive goalie graduate groom guest guru gymnast heir hostage imam laureate
    magnate maid mechanic medic millionaire monarch monk native newborn nun pilgrim pirate prodigy rabbi rebel recruit
    relative rookie scout sheikh slave spouse spy star thief triplet
    """.split()
)
"""People of whom that list knows nothing and whose word ends as those for things do: "goalie", "thief"."""
TOLD = 1.5
"""By how much a quote that gives the age of who is asked for raises the log odds that it answers; set by hand."""


def raised(confidence: float, question: str, quote: str) -> float:
    """Return a confidence, 0..1, raised where the quote gives the asked age: "Ada Quill, 19, was arrested"."""
    words = _asked(question)
    if not words or not (tells_age(question, quote) or _is_aged(words, quote)):
        return confidence
    return with_log_odds(confidence, TOLD)


def with_log_odds(confidence: float, gained: float) -> float:
    """Return a confidence, 0..1, whose log odds are raised by a number."""
    gained = math.exp(gained)
    return confidence * gained / (1 - confidence + confidence * gained)


def asks_age(question: str) -> bool:
    """Return whether a question asks how old somebody or something is."""
    return bool(_asked(question))


def without_sums(text: str) -> str:
    """Return a text without the numbers that are nobody's age: "$2.1 million", "40%", "24/7", "5:30 p.m.", "12,000"."""
    return _NO_AGE.sub(" ", text)


def tells_age(question: str, quote: str) -> bool:
    """Return whether the asked age stands in a quote beside the name of who is asked for, not beside another's.

    "Now 53" is not how old she was when she won.
    """
    words, of_then = _asked(question), _WHEN.search(question) is not None
    if not words:
        return False
    if _is_thing(_head(words)) and _tells_year(_head(words), quote):
        return True
    return (
        _is_the_aged(words, quote)
        or _was_aged(words, quote)
        or any(
            not _is_anothers(words, quote[: match.start()]) and not (of_then and _NOW.search(match[0]))
            for match in _ages(_head(words), quote)
        )
    )


def gives_only_others_ages(question: str, quote: str) -> bool:
    """Return whether each number of a quote is the age of another than whom it is asked of: "Brandt, 46, wed Quill".

    Somebody who is asked for by an office or a role may have any name. But "the mother who hit a boy" is no "9-year-old
    boy", and a seaplane no "pilot, 62".
    """
    words, numbers = _asked(question), list(_NUMBER.finditer(quote))
    if not words or not numbers or tells_age(question, quote):
        return False
    if _is_thing(_head(words)):
        others = [match.span() for match in _AGED_SOMEBODY.finditer(quote)]
    elif _head(words)[0].isupper():
        others = [
            match.span() for match in _NAMED_WITH_AGE.finditer(quote) if _is_another(words, match["names"])
        ]
    else:
        beside = set(terms(" ".join(_AFTER_HEAD.split(" ".join(words), maxsplit=1)[1:])))
        others = [
            match.span()
            for match in _AGED_NOUN.finditer(quote)
            if beside.issuperset(terms(_SAME.get(match["noun"], match["noun"])))
        ]
    return all(any(start <= number.start() < end for start, end in others) for number in numbers)


def _is_thing(head: str) -> bool:
    """Return whether the word for what has an age is that of a thing: "bridge", no "suspect" and no name."""
    return head.islower() and head not in HUMAN | _PEOPLE_TOO and _MAY_BE_SOMEBODY.search(head) is None


def is_on_none_asked(question: str, told: str) -> bool:
    """Return whether a text has no word for whom or what the age is asked: "the 61-year-old" ages no mill."""
    asked = {word for word in terms(" ".join(_asked(question))) if not is_stop_term(word)}
    return bool(asked) and asked.isdisjoint(terms(told))


def _is_anothers(words: Sequence[str], before: str) -> bool:
    """Return whether what stands before a surname makes it another's: "Ivo" of "Ivo Quill", and no "Mrs" or "But".

    Nor is it "Friday" of "The board met on Friday. Quill, 58, stood up".
    """
    named = _NAMES_BEFORE.search(before[-_BEFORE_READ:])
    names: set[str] = set()
    for word in named[0].split() if named else ():
        name = formal(fold(word).rstrip("."))
        if word.endswith(".") and len(name) > 1 and name not in TITLES | ROLES:
            names.clear()  # a sentence ends
        else:
            names.add(name)
    names -= TITLES | ROLES | FUNCTION
    return len(words) > 1 and bool(names) and names.isdisjoint(formal(fold(word)) for word in words[:-1])


def _is_another(words: Sequence[str], names: str) -> bool:
    """Return whether a name is that of another: no word of it is asked for, or the last one alone."""
    typed = {formal(fold(word)) for word in words}
    *before, last = (formal(fold(word).rstrip(".")) for word in names.split())
    if last in FUNCTION:
        return False  # "She turned 50"
    return (
        typed.isdisjoint(before)
        if before and last == formal(fold(words[-1]))
        else typed.isdisjoint((*before, last))
    )


def _asked(question: str) -> list[str]:
    asked = _HOW_OLD.search(question)
    if not asked:
        return []
    who = _WHEN.split(asked["who"] or asked["whose"], maxsplit=1)[0]
    name = _WHO_IS.split(who, maxsplit=1)[0].split()
    return name if name and all(word[0].isupper() for word in name) else who.split()


def _head(words: Sequence[str]) -> str:
    """Return the last word of a name, and of a description the noun: "mother" of "mother who hit a boy"."""
    if words[0][0].isupper():
        return words[-1]
    return _AFTER_HEAD.split(" ".join(words), maxsplit=1)[0].split()[-1]


def _ages(last: str, quote: str) -> Iterator[re.Match[str]]:
    """Yield where an age stands beside the last word of a name: "Quill, 19", "the 19-year-old pilot Ada Quill"."""
    name = re.escape(last)
    # "The 19-year-old captain of the ferry" is no old ferry.
    between = r"(?:(?!(?:an?|the|of|in|on|at|from|and|who)\b)\w+ ){0,3}"
    told = rf"\b{name},? (?:\(|who )?{_AGE}(?!\w|[.,]\d)|\b{_AGED} {between}{name}\b"
    return re.finditer(told, quote, re.I)


def _tells_year(thing: str, quote: str) -> bool:
    """Return whether a quote tells in which year a thing was made: "The bridge at Dene was built in 1887"."""
    before = (
        rf"(?i:\b{re.escape(thing)})(?:[ ,]|\b(?:which|that|was|is|first|itself|in|of|at|near|[A-Z]\w+)\b)*\Z"
    )
    return any(re.search(before, quote[: made.start()]) for made in _MADE_IN.finditer(quote))


def _is_the_aged(words: Sequence[str], quote: str) -> bool:
    """Return whether the one who was named last before "The 19-year-old" is who is asked for."""
    if not words[-1][0].isupper():
        return False
    for aged in _THE_AGED.finditer(quote):
        *_, after = re.split(rf"\b{re.escape(words[-1])}\b", quote[: aged.start()])
        named = len(after) < aged.start() and after[:1] not in "'’" and not _CAPITAL.search(after)
        if named and not _is_anothers(words, quote[: aged.start() - len(after) - len(words[-1])]):
            return True
    return False


def _was_aged(words: Sequence[str], quote: str) -> bool:
    """Return whether the sentence before "She was 71" begins with the name of who is asked for."""
    name = rf"\W*(?:[A-Z][\w.’'-]* ){{0,3}}{re.escape(words[-1])}\b(?!['’])"
    if not words[-1][0].isupper():
        return False
    openings = (re.match(name, match["told"]) for match in _WAS_AGED.finditer(quote))
    return any(opening and not _is_anothers(words, opening[0][: -len(words[-1])]) for opening in openings)


def _is_aged(words: Sequence[str], quote: str) -> bool:
    """Return whether a quote has the word for who is described, and somebody's age: "the suspect in the fire"."""
    head = _head(words)
    if head == words[-1] or not _NAME_AND_AGE.search(quote):
        return False
    return re.search(rf"\b{re.escape(head)}\b", quote, re.I) is not None
