"""Turn text into index terms: the one analyser for full-text search, document frequencies and word overlap."""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import cache, lru_cache
from itertools import accumulate, islice, pairwise, product

import snowballstemmer

from qa.language.lexicon.word_families import families, is_name_like
from qa.language.patterns import regex

# A number keeps its inner marks ("1,200", "3.5"), a word its inner apostrophe ("don't", later "dont").
# In a group, so that a text split by it gives its words and what stands between them; the more frequent form is first.
_WORD = regex(r"([^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*)")
# News uses both forms, often in one article: a person who asks for one wants the other too.
SHORT_FORMS = {
    ("unit", "state"): "usa",
    ("unit", "kingdom"): "uk",
    ("unit", "nation"): "un",
    ("european", "union"): "eu",
}
_NAME_AND_PRONOUN = (("US", "usa"), ("WHO", "thewho"))
"""Names that are a pronoun in small letters, with a term of their own: "one of us" is not about the US."""
_NAMES = {f"{name}{owned}": own for name, own in _NAME_AND_PRONOUN for owned in ("", "'s", "’s", "'S", "’S")}
_OTHER = {own: name.lower() for name, own in _NAME_AND_PRONOUN} | {
    name.lower(): own for name, own in _NAME_AND_PRONOUN
}
_MOST_PHRASES = 16
"""The most ways that are looked up of reading a name's term as a pronoun's: two for each that is typed."""
# British spellings to American ones, in stems: one outlet has a harbour where another has a harbor. "promis" becomes no
# real word by this, but the same one everywhere. An ending, what stands for it, and how many letters must precede it.
_ENDINGS = (
    ("is", "iz", 3),
    ("ys", "yz", 3),
    ("metr", "met", 2),
    *((f"{own}r", f"{own}er", 0) for own in ("cent", "theat", "fib", "calib", "lust", "spect")),
    *((f"{own}enc", f"{own}ens", 0) for own in ("def", "off", "lic", "pret")),
    # Nor is a name from Kyiv or Moscow spelt in one way: "Orsensky" is "orsenski" by its stem, and so is "Orsenskyy".
    *((f"sk{own}", "ski", 3) for own in ("yy", "yi", "yj", "iy", "ii", "ij")),
)
_ANY_ENDING = tuple(ending for ending, *_ in _ENDINGS)
_WHOLE = {"metr": "meter", "litr": "liter", "programm": "program"}
_OUR = regex(r"(?<=\w\w)our(?=$|hood|it|er|abl|ful|less|ing|ed)")
# From -ize, and not from -ise, the stemmer cuts the whole ending: "criticize" is "critic".
_BRITISH_VERB = regex(r"(?<=\w{3})([iy])s(?=(?:e[sdr]?|ers?|ing|ations?)$)")
DOTTED = regex(r"\b(?:[^\W\d_]\.){2,}")
_POSSESSIVE = regex(r"['’]s$")

OFTEN = 3
"""How often a word stands in an article that is about it."""

STOPWORDS = frozenset(
    """a about above after again against all am an and any are as at be because been before being below
    between both but by can could did do does doing down during each few for from further had has have
    having he her here hers him his how i if in into is it its itself just me more most my no nor not
    now of off on once only or other our ours out over own same she should so some such than that the
    their theirs them then there these they this those through to too under until up us very was we were
    what when where which while who whom why will with would you your yours dont didnt doesnt isnt wasnt
    arent werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt also may might must upon
    whose""".split()
)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """Return the term of a word: casefolded, without diacritics, apostrophes and ending; "won" and "wins" are "win".

    Capitals tell a name from a pronoun in "US" and "WHO" alone.
    """
    if (name := _NAMES.get(word)) is not None:
        return name
    bare = _bare(word)
    if bare and bare[0].isdigit():
        return bare.replace(",", "")
    if not is_name_like(word):
        bare = families().get(bare, bare)
    if "is" in bare or "ys" in bare:
        bare = _BRITISH_VERB.sub(r"\1z", bare)
    return _american(str(_stemmer().stemWord(bare)))


def spelt(word: str) -> str:
    """Return a word as its term, but with its ending: Keats is not Keating, while Harbour still is Harbor."""
    return _NAMES.get(word) or _american(_bare(word))


def _bare(word: str) -> str:
    word = word.casefold()
    if "'" in word or "’" in word:
        word = _POSSESSIVE.sub("", word).replace("'", "").replace("’", "")
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word


def _american(stem: str) -> str:
    if stem in _WHOLE:
        return _WHOLE[stem]
    if "our" in stem:
        stem = _OUR.sub("or", stem)
    if stem.startswith("grey"):
        stem = f"gray{stem[4:]}"
    # All at once, since few stems have one: each word of a text that is new comes here.
    if stem.endswith(_ANY_ENDING):
        for ending, american, before in _ENDINGS:
            if stem.endswith(ending) and len(stem) >= before + len(ending):
                return stem[: -len(ending)] + american
    return stem


def terms(text: str) -> list[str]:
    """Return the terms of a text, in order, stop words included ("U.S." is "usa")."""
    return [found for _, _, found in located_terms(text)]


def located_terms(text: str) -> list[tuple[int, int, str]]:
    """Return (start, end, term) of each word of a text."""
    words, starts, ends = split_words(text)
    held = list(map(term, words))
    del words  # of a long text they are as large as what is returned
    found = list(zip(starts, ends, held, strict=True))
    if "" in held:
        found = [each for each in found if each[2]]
    if "unit" in held or "european" in held:
        return _abbreviated(found)
    return found


def split_words(text: str) -> tuple[list[str], array[int], array[int]]:
    """Return the words of a text, where each starts and where it ends.

    "U.S." is "US", which ends two characters after its start. A word need not have a term, and "United
    States" are two words.
    """

    # Without a step of Python for each word: a question reads some 10,000.
    parts = _WORD.split(DOTTED.sub(_closed, text) if text.count(".") > 1 else text)
    borders = array("q", accumulate(map(len, parts)))
    words = parts[1::2]
    return words, borders[0:-1:2], borders[1::2]


def _closed(dotted: re.Match[str]) -> str:
    """Remove the dots of "U.S.", but keep its length, so that offsets still point into the text."""
    letters = dotted[0].replace(".", "")
    return letters + " " * (len(dotted[0]) - len(letters))


def _abbreviated(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return these words with the short form of two in their place, for all that have one."""
    pairs = enumerate(pairwise([each[2] for each in found]))
    for at, pair in pairs:
        if pair in SHORT_FORMS:
            start, (_, end, _) = found[at][0], found[at + 1]
            found[at : at + 2] = [(start, end, SHORT_FORMS[pair]), (end, end, "")]
    return [each for each in found if each[2]]


def phrases_of(text: str) -> list[list[str]]:
    """Return all terms, in order, that a text can have as a part of a longer one, in capitals or not.

    "states of emergency" also ends "United States of emergency", whose first term is "usa".
    """
    read = product(*((found, _OTHER[found]) if found in _OTHER else (found,) for found in terms(text)))
    return [phrase for own in islice(read, _MOST_PHRASES) if own for phrase in _with_ends(list(own))]


def _with_ends(own: list[str]) -> list[list[str]]:
    firsts = [own[0], *(short for (_, second), short in SHORT_FORMS.items() if second == own[0])]
    lasts = [own[-1], *(short for (first, _), short in SHORT_FORMS.items() if first == own[-1])]
    if len(own) == 1:
        return [[found] for found in dict.fromkeys([*firsts, *lasts])]
    return [[first, *own[1:-1], last] for first in firsts for last in lasts]


def content_terms(text: str) -> list[str]:
    """Return the terms of a text without stop words."""
    return [found for found in terms(text) if found not in _stop_terms()]


@cache
def _stop_terms() -> frozenset[str]:
    return frozenset(term(word) for word in STOPWORDS)


def is_stop_term(found: str) -> bool:
    """Whether a term is that of a stop word."""
    return found in _stop_terms()
