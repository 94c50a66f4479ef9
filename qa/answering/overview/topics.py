"""Find words to ask about: the names and nouns in a stretch of text, without a parser."""

from __future__ import annotations

from dataclasses import dataclass

from qa.attribution.people.names.capitals import runs
from qa.language.lexicon.calendar import DAYS, MONTHS, NUMBERS, TIMES
from qa.language.lexicon.function_words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.terms import STOPWORDS

SHORTEST_NOUN = 4

_TOKEN = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_FUNCTION = frozenset(STOPWORDS | AUXILIARIES | DETERMINERS | POSSESSIVES | PREPOSITIONS | SUBJECT_PRONOUNS)
# What a person would not ask about: it occurs in every article.
_EMPTY = frozenset(
    """thing things people person time times year years month months week weeks day days today yesterday
    tomorrow something anything everything nothing someone everyone lots kind sort part parts number
    place places fact case cases point points reason reasons example course rest same other others
    such many much several""".split()
)
# Capitalised only because a sentence begins with them.
_OPENERS = frozenset(
    """but and or so yet then thus still also even today yesterday later earlier however meanwhile although
    though while when where what why how if because since despite unlike like instead moreover nevertheless
    among amid along behind beyond inside near outside within without according yes no not well now here there
    many most several some all both each every few last next first second one two three""".split()
)
_SHORT = regex(r"(?:I|We|You|He|She|It|They|That|There|What|Who)['’]")  # "I've"
_NO_NOUN = regex(r"(?:ly|ed|ing|ous|ive|ful|able|ible|[nrc]al)$")


@dataclass(frozen=True, slots=True)
class Topic:
    """A name or a noun to ask about, as it is written, with "the" where that comes before a noun."""

    text: str
    start: int


def topics(text: str, start: int, end: int) -> list[Topic]:
    """Return the names and nouns of a slice of a text, in order, each wording once."""
    found = [*_sure_names(text, start, end), *_nouns(text, start, end)]
    found.sort(key=lambda topic: topic.start)
    return list({topic.text.casefold(): topic for topic in reversed(found)}.values())[::-1]


def names(text: str, start: int, end: int) -> list[Topic]:
    """Return the capitalised names of a slice of a text, in order, without titles and dates."""
    found = []
    for run in runs(text, start, end):
        words = list(run.words)
        while words and (
            words[0].fold in TITLES
            or words[0].fold in _FUNCTION
            or words[0].fold in _OPENERS
            or _SHORT.match(words[0].text)
        ):
            words.pop(0)
        if not words or any(w.fold in DAYS or w.fold in MONTHS or w.fold in TIMES for w in words):
            continue
        name = text[words[0].start : words[-1].end]
        if len(name) > 1 and "\n" not in name:
            found.append(Topic(name, words[0].start))
    return found


def _sure_names(text: str, start: int, end: int) -> list[Topic]:
    # A single word that opens the slice or a sentence may have its capital from there.
    return [
        name
        for name in names(text, start, end)
        if " " in name.text or not (name.start == start or _opens(text, name.start))
    ]


def _opens(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" ")
    return not before or before[-1] in ".!?:\n\"“”‘'"


def _nouns(text: str, start: int, end: int) -> list[Topic]:
    tokens = list(_TOKEN.finditer(text, start, end))
    found = []
    for at, token in enumerate(tokens[1:], 1):
        word = token[0]
        if not _may_be_noun(word):
            continue
        after = tokens[at + 1][0].casefold() if at + 1 < len(tokens) else "."
        # It is the head of its phrase, since only function words and marks follow it.
        if after[0].isalnum() and after not in _FUNCTION:
            continue
        first = at - 1
        # One adjective at most may stand between: "the high price".
        if first > 0 and tokens[first][0].isalpha() and tokens[first][0].casefold() not in _FUNCTION:
            first -= 1
        before = tokens[first][0].casefold()
        if before not in DETERMINERS and before not in POSSESSIVES and before not in PREPOSITIONS - {"to"}:
            continue
        article = "the " if before == "the" and first == at - 1 else ""
        found.append(Topic(article + word, token.start()))
    return found


def _may_be_noun(word: str) -> bool:
    return (
        len(word) >= SHORTEST_NOUN
        and word.isalpha()
        and word.islower()
        and word not in _FUNCTION
        and word not in _EMPTY
        and word not in NUMBERS
        and word not in TIMES
        and word not in DAYS
        and word not in VERBS
        and not _NO_NOUN.search(word)
    )
