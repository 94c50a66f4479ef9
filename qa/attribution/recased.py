"""Write a text that is set in capitals throughout in small letters, so that capitals tell its names again.

"MAYOR ADA QUILL SAID IT LEAKS" becomes "mayor Ada Quill said it leaks": every character stays where it is, so what is
found in the one stands at the same offsets of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.datatypes import Article
from qa.language.lexicon.calendar import CALENDAR, DAYS, MONTHS
from qa.language.lexicon.first_names import is_given_for_sure
from qa.language.lexicon.function_words import AUXILIARIES, FUNCTION, PLURALS, PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS, SMALL_GROUPS
from qa.language.lexicon.name_parts import PARTICLES
from qa.language.lexicon.places import (
    ADJECTIVES,
    COMPASS,
    LANDS,
    PLACES,
    PROPER_PLACES,
)
from qa.language.lexicon.reporting_verbs import SPEECH, VERBS
from qa.language.lexicon.roles import HUMAN, ROLES, SPOKES
from qa.language.lexicon.titles import COURTESY, TITLES
from qa.language.patterns import regex
from qa.language.sentences import split

_FEWEST = 200
"""Letters: what is shorter may be a headline."""
_MOST_SMALL = 0.05
_WORD = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GLUED = regex(r"[\w.&-]")
_SHORT = regex(r"[(\[]([A-Z]{2,8})[)\]]")
"""What a body is called in short: "THE TIDE OFFICE (TO) SAID"."""
_COUNTRIES = frozenset(("US", "UN", "UK", "EU"))
_LABEL = regex(r"^[ \t]*(?:>>+ ?)?[^\n:.?!]{2,60}:", re.M)
"""What may say who speaks, and stays as it is: "ADA QUILL:"."""
_POSSESSIVE = regex(r"['’]s$")
_AFTER_APOSTROPHE = regex(r"(?<=['’])\w{1,2}\b")
"""What is no name after an apostrophe: "Quill's", "They're", but "O'Dene"."""
_PART_OF_NAME = regex(r"^[^\W\d_]|(?<=-)[^\W\d_]|(?<=\b[do]['’])[^\W\d_](?=[^\W\d_])")
"""What is a capital in a name: "Una Strand-Hale", "O'Dene", "Quill's"."""
_VOWEL = regex(r"[AEIOUY]")
_ENDS = ("ing", "ly", "ed", "s")
_COUNTRIES_AND_TOWNS = PROPER_PLACES | LANDS | ADJECTIVES.keys()
_WHERE = PLACES | _COUNTRIES_AND_TOWNS
_VERBS_TOO = frozenset(("mar", "march", "may"))
"""What is a month only beside a number or after a preposition: "in May", "3 May", "May 3", but "it may"."""
_MONTH_BEFORE = regex(r"(?:\d|\b(?:in|of|on|since|until|till|by|last|next|from|early|late|mid)) ?-?$")
_DAY_AFTER = regex(r" \d")
_CAPITALS = (_COUNTRIES_AND_TOWNS | COURTESY | DAYS.keys() | MONTHS.keys()) - _VERBS_TOO
"""What has a capital anywhere: not "week", though it ends a name, since nobody is "Last Week Quill"."""
_BEFORE_BODY = COMPASS | {"central", "national"}
_BODY_AFTER = regex(rf"\s(?:\w+\s)?(?:{'|'.join(sorted(GROUP_NOUNS | ORGANISATIONS | SMALL_GROUPS))})\b")
"""What makes a body's name of one of these: "the National Board", "the Central Harbour Board"."""
_LOOK_BACK = 8
"""Characters before a word that tell what it is."""
_ARTICLE = regex(r"(?:\b(?:an?|the) |[(\[])$")
_NO_SURNAME = FUNCTION | PLURALS | PREPOSITIONS | frozenset(VERBS) | TITLES | GROUP_NOUNS | CALENDAR
"""Words that are nobody's surname, not even after a given name."""
_KNOWN = _NO_SURNAME | ROLES | HUMAN | ORGANISATIONS | SMALL_GROUPS | _WHERE
"""Words that are hardly a surname where they stand alone."""
_DESCRIBES = ROLES | SPOKES | frozenset("former acting chief deputy".split())


def recased(article: Article) -> Article:
    """Return an article with the same offsets where names alone have capitals; itself, if it has small letters."""
    text = article.text
    capitals = sum(map(str.isupper, text))
    if capitals < _FEWEST or sum(map(str.islower, text)) > _MOST_SMALL * capitals:
        return article
    small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    short = {*_SHORT.findall(text)}
    words = list(_WORD.finditer(small))
    opening = set(_sentence_starts(text, small))
    names = _names(small, words, opening, short)
    labels = [match.span() for match in _LABEL.finditer(text) if not _says(match[0])]
    label = 0
    kept: list[str] = []
    at = 0
    for word in words:
        start, end = word.span()
        kept.append(small[at:start])
        shouted = text[start:end].split("'")[0].split("’")[0]
        dotted = len(shouted) == 1 and text[end : end + 1] == "."  # "U.S.", "JAMES A. QUILL"
        voiceless = len(shouted) > 1 and not _VOWEL.search(shouted) and word[0] not in TITLES
        while label < len(labels) and labels[label][1] < end:
            label += 1
        labelled = label < len(labels) and labels[label][0] <= start
        before = small[max(0, start - _LOOK_BACK) : start]
        # Though the Warden House Office is the "WHO" too: "Ada Quill, who said".
        shortened = shouted in short and (word[0] not in FUNCTION or _ARTICLE.search(before))
        month = word[0] in _VERBS_TOO and (_MONTH_BEFORE.search(before) or _DAY_AFTER.match(small, end))
        body = word[0] in _BEFORE_BODY and _BODY_AFTER.match(small, end)
        if labelled:
            kept.append(text[start:end])
        elif start in names:
            kept.append(_PART_OF_NAME.sub(lambda part: part[0].upper(), word[0]))
        elif shortened or shouted in _COUNTRIES or dotted or voiceless:
            kept.append(shouted + word[0][len(shouted) :])
        elif shouted == "I" or word[0] in _CAPITALS or month or body or _opens(small, start, opening):
            kept.append(shouted[0] + word[0][1:])
        else:
            kept.append(word[0])
        at = end
    title = article.title
    if title.isupper():
        title = _AFTER_APOSTROPHE.sub(lambda ending: ending[0].lower(), title.title())
    return replace(article, text="".join(kept) + small[at:], title=title)


def _says(label: str) -> bool:
    """Tell whether what ends with a colon is a clause and no name: "QUILL THEN ADDED:"."""
    return not SPEECH.isdisjoint(_WORD.findall(label.lower()))


def _sentence_starts(text: str, small: str) -> Iterator[int]:
    # A line goes on where it begins with a small letter, but a sentence ends before capitals.
    for paragraph in split(small):
        for line in split(text[paragraph.start : paragraph.end].replace("\n", " ")):
            yield from (paragraph.start + start for start, _ in line.sentences)


def _opens(text: str, start: int, opening: set[int]) -> bool:
    """Tell whether a word begins a sentence, perhaps after a mark of quotation."""
    return start in opening or (start - 1 in opening and not _GLUED.match(text, start - 1))


def _names(small: str, words: Sequence[re.Match[str]], opening: set[int], short: set[str]) -> set[int]:
    """Return where the words of people's names begin: of full names, and of the surnames that these and verbs show.

    Args:
        short: What bodies may be called, and people too: "COL [QUILL] LEFT".
    """
    found: set[int] = set()
    surnames: set[str] = set()
    for at, word in enumerate(words):
        name = list(_full_name(small, words, at)) or _described(small, words, at, opening)
        if len(name) > 1:
            found.update(one.start() for one in name)
            surnames.update((name[1][0], name[-1][0]))
        elif (_speaks_alone(small, words, at) and word[0].upper() not in short) or (
            at and words[at - 1][0] in COURTESY
        ):
            surnames.add(word[0])
    surnames -= _KNOWN
    return found | {word.start() for word in words if _POSSESSIVE.sub("", word[0]) in surnames}


def _full_name(text: str, words: Sequence[re.Match[str]], at: int) -> Iterator[re.Match[str]]:
    """Yield the words of a full name that begins with a known given name: "ADA", "DE", "QUILL"."""
    if not is_given_for_sure(words[at][0]) or words[at][0] in FUNCTION:
        return
    yield words[at]
    surnames = 0
    for before, word in zip(words[at:], words[at + 1 : at + 6], strict=False):
        between = text[before.end() : word.start()]
        none = word[0] in (_KNOWN if surnames else _NO_SURNAME)
        # "Ada Q. Quill", but "They met Ada. Waters rose"
        if between.strip(" \n") != "." * (between[:1] == "." and len(before[0]) == 1) or (
            none and word[0] not in PARTICLES
        ):
            return
        given = is_given_for_sure(word[0]) and not surnames
        if surnames and (word[0].endswith(_ENDS) or not _ends_name(text, word)):
            return  # "Ada Quill wins"
        yield word
        surnames += not given and len(word[0]) > 1 and word[0] not in PARTICLES
        if surnames > 1:
            return


def _described(
    text: str, words: Sequence[re.Match[str]], at: int, opening: set[int]
) -> Sequence[re.Match[str]]:
    """Return two or three unknown words that begin a sentence, and say who somebody is: "KUNIL QAZO, SPOKESMAN FOR"."""
    if words[at].start() not in opening:
        return ()
    for count in (2, 3):
        name, after = words[at : at + count], words[at + count : at + count + 1]
        if any(word[0] in _KNOWN or word[0].endswith(_ENDS) for word in name) or not after:
            return ()
        if text[name[-1].end() : after[0].start()] == ", " and after[0][0] in _DESCRIBES:
            return name
    return ()


def _ends_name(text: str, word: re.Match[str]) -> bool:
    """Tell whether what follows a word may follow a name: a comma, "has", "said"."""
    rest = text[word.end() : word.end() + 24]
    following = _WORD.search(rest)
    return rest[:1] in (",", ".", ";", ")", "]") or (
        following is not None and (following[0] in SPEECH or following[0] in AUXILIARIES)
    )


def _speaks_alone(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether a word can only be a name: alone between a stop and a verb of speech, as in ". QUILL SAID"."""
    word = words[at]
    if word[0] in _KNOWN or word[0].endswith(_ENDS) or at + 1 == len(words):
        return False
    before = text[: word.start()].rstrip(" \n")[-1:] if word.start() else "."
    says = words[at + 1][0] in SPEECH and text[word.end() : words[at + 1].start()].strip(" \n") == ""
    return says and (not before or before in '.!?,;:"”)]-')
