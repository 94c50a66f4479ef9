"""Read what people type in a chat as they would write it: "wot did quill say bout it" asks what, and about."""

from __future__ import annotations

import re

from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.function_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    NEGATIONS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBJECT_PRONOUNS,
)
from qa.language.lexicon.question_words import QUESTION_WORDS
from qa.language.patterns import regex
from qa.understanding.pasted import without_marks
from qa.understanding.words import has_case

_SPELT = {
    "wot": "what", "wat": "what", "wht": "what", "whats": "what's", "wots": "what's", "hw": "how", "hows": "how's",
    "anythin": "anything", "somethin": "something", "nothin": "nothing", "everythin": "everything",
    "bout": "about", "abt": "about", "abot": "about", "aboout": "about", "sed": "said", "sayd": "said", "sez": "says",
    "ppl": "people", "pls": "please", "plz": "please", "thx": "thanks", "tho": "though", "thru": "through",
    "src": "source", "wen": "when", "wer": "where", "wich": "which", "whos": "who's", "thats": "that's",
    "theres": "there's", "wheres": "where's", "whens": "when's", "whys": "why's",
    "wdym": "what do you mean", "dis": "this", "dat": "that", "teh": "the",
    "didnt": "didn't", "doesnt": "doesn't", "dont": "don't", "isnt": "isn't", "wasnt": "wasn't", "wont": "won't",
    "hasnt": "hasn't", "havent": "haven't", "hadnt": "hadn't", "arent": "aren't", "werent": "weren't",
    "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't", "hes": "he's", "shes": "she's",
    "sry": "sorry", "srry": "sorry", "soz": "sorry", "smth": "something", "gimme": "give me", "lemme": "let me",
    "bc": "because", "cuz": "because", "coz": "because",
    "becuase": "because", "beleive": "believe", "govt": "government", "gvmt": "government",
    "gov't": "government", "pm": "prime minister",
    "goverment": "government", "govenment": "government", "parliment": "parliament", "enviroment": "environment",
    "presidant": "president", "comittee": "committee", "commitee": "committee", "buisness": "business",
    "recieve": "receive", "tommorow": "tomorrow", "tommorrow": "tomorrow", "untill": "until", "seperate": "separate",
}  # fmt: skip
"""Word as typed to word as written; only where the first is no other word of a question."""
_ASKING = "what when where which about said says does think that they there their other others else".split()
_OTHER_WORDS = frozenset("three dose odes minster noting".split())


def _swapped(word: str) -> list[str]:
    """Return a word with two letters beside each other in the wrong order, for each such pair: "abuot"."""
    return [f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in range(len(word) - 1)]


_SPELT |= {
    typed: word
    for word in _ASKING
    for typed in _swapped(word)
    if typed not in _OTHER_WORDS and typed not in _ASKING
}
_LONG = """criticised criticized supported opposed responded commented mentioned announced disagreed condemned happened
    president minister government chancellor secretary spokesman spokeswoman governor rejected welcomed defended
    explained replaced disagrees criticises criticizes anything something everything nothing anyone someone everyone
    anybody somebody article articles quoted statement""".split()
"""Long words of which questions for somebody's words are made: no other word is one letter short of them."""


def _one_short(word: str) -> list[str]:
    """Return a word without one of its inner letters, for each: "critcised"."""
    short = (f"{word[:at]}{word[at + 1 :]}" for at in range(2, len(word) - 2))
    return [each for each in short if each not in _OTHER_WORDS]


_SPELT = {typed: word for word in _LONG for typed in (*_one_short(word), *_swapped(word)[1:-1])} | _SPELT
_WORD = regex(r"(?<![\w'’])[a-z][a-z'’]*(?![\w'’])")
_QUOTED = regex(r"[\"“”‘«»]")
# "N korea" and "n ireland" are in the north.
_AND = regex(r"^\s*n\s+(?!(?:korea|ireland|irish|carolina|dakota|macedonia|cyprus|yorks)\w*)(?=[\w'’])")
_OK = regex(
    rf"^\s*k+(?:\s*[,!]+\s*|\s+(?=(?:{'|'.join(sorted(QUESTION_WORDS | AUXILIARIES | CONJUNCTIONS))})\b))(?=\S)"
)
_YOU = regex(
    rf"(?<![\w'’.-])(?P<before>(?:{'|'.join(sorted(AUXILIARIES))})\s+)?(?P<are>r\s+)?u(?=\s+[a-z]|[\s?!.]*$)(?!\.\w)",
    inside="u",
)
"""Single letters for words: "n the mayor?", "k what about it", "u sure?"."""
_WHAT_DOES = regex(
    rf"\b([Ww]hat)['’]s((?:\s+(?!(?:the\s+word|to|got|there|they|{'|'.join(sorted(AUXILIARIES))})\b)[\w’'.-]+){{1,4}}?)"
    r"(?<!\sthe)(?<!\san)(?<!\sa)(?<!['’]s)(?=\s+(?:say|think|want|reckon|mean|believe|make\s+of)\b)"
)
"""What "what's" is short for before a verb: "what's quill think of tolls?", and not before "got to say", "the mean"."""
_WITH = regex(r"(?<![\w'’.-])(?P<before>[a-z]+)\s+w/?(?=\s+[a-z])")
_US = regex(r"(?<![\w'’.-])(?:us(?![\w’-])(?!'(?!s\b))|u\.s\.?(?!\w))")
_SHORT = regex(r"(?<![\w'’.-])u\.s\.?(?!\w)")
_THE_WHO = regex(r"(?<![\w'’.-])([Tt]he )who(?![\w'’-])")
_LAST_WORD, _FIRST_WORD = regex(r"(?:(\w+) )?(\w+) $"), regex(r" ([\w'’]+)")
_TO_US = frozenset(
    """
    tell tells told give gives gave show shows let lets help helps remind reminds make makes made join
    bring brings brought keep keeps kept keeping cost costs costing save saves saved saving teach teaches taught
    leave leaves leaving unite unites united allow allows allowed get gets getting
    """.split()
)
"""Before "us" they make a pronoun of it, whatever follows: "help us understand", "cost us jobs"."""
_AFTER_US = frozenset(
    AUXILIARIES | NEGATIONS | PREPOSITIONS | SUBJECT_PRONOUNS | CONJUNCTIONS | ADVERBS | QUANTIFIERS
) | frozenset(
    """
    safe free happy sad sick poor rich alone apart together home here there today tomorrow yesterday tonight
    now forward back ahead closer well
    """.split()
)
"""After "us" they make a pronoun of it, unless it is plain before: "with us is", but "in the us is"."""


def as_written(question: str) -> str:
    """Return a question with the spellings of chats replaced, in small letters only, unless words are quoted.

    "us" becomes "US", and "who" "WHO", where no pronoun stands: "what did quill say about us sanctions", "the who".
    """
    question = without_marks(question)
    if _QUOTED.search(question):
        return question
    written = _WORD.sub(lambda match: _SPELT.get(match[0], match[0]), question)
    written = _YOU.sub(_as_you, _OK.sub("ok ", _AND.sub("and ", _WITH.sub(_as_with, written))))
    written = _WHAT_DOES.sub(r"\1 does\2", written)
    if has_case(question):  # who writes names in capitals has written "US" as well
        return _SHORT.sub("US", written)
    return _THE_WHO.sub(r"\1WHO", _US.sub(_as_country, written))


def _as_with(match: re.Match[str]) -> str:
    """Return "with" for "w", but not in "george w bush"."""
    return match[0] if gender_of(match["before"]) else f"{match['before']} with"


def _as_you(match: re.Match[str]) -> str:
    """Return "you" for "u" where a turn begins with it or a verb stands before it, but not in "words of u thant"."""
    before, are = match["before"] or "", "are " if match["are"] else ""
    return f"{before}{are}you" if before or are or not match.string[: match.start()].strip() else match[0]


def _as_country(match: re.Match[str]) -> str:
    """Return "US" for "us" where it is the country, and "us" where it is a pronoun."""
    before, after = (
        _LAST_WORD.search(match.string, 0, match.start()),
        _FIRST_WORD.match(match.string, match.end()),
    )
    first, last = before.groups() if before else (None, "")
    plain = "." in match[0] or last in ("the", "about", "in")
    counted = last == "of" and first in QUANTIFIERS | {"those"}  # "all of us"
    follows = after is not None and after[1] not in _AFTER_US
    return "US" if plain or (follows and last not in _TO_US and not counted) else match[0]
