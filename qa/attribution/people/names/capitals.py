"""Find runs of capitalised words: the places where a name may stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qa.language.lexicon.name_parts import PARTICLES, URGED
from qa.language.lexicon.roles import ROLES
from qa.language.patterns import regex
from qa.speakers.names import fold

LONGEST_RUN = 9
"""Words in a run. Longer ones are headlines and tables, and no name is cut out of those."""

_UPPER = "A-ZÀ-ÖØ-Þ\u0100-\u024f\u0391-\u03a9\u0410-\u042f"
_ABBREVIATED = (
    "(?<=M)(?:essrs|rs|r|s|aj)|(?<=D)r|(?<=S)(?:ens?|gt|r|t)|(?<=R)(?:eps?|ev)|(?<=G)(?:ovs?|en)|(?<=L)t"
    "|(?<=C)(?:ol|apt|mdr)|(?<=P)(?:rof|res)|(?<=H)on|(?<=J)r"
)
# What stands before the capital is matched after it, by looking back: a pattern that begins with a class of letters
# is searched for many times as fast as one that begins with anything else.
_TOKEN = regex(
    rf"[{_UPPER}](?<![\w@#].)(?:"
    rf"(?:{_ABBREVIATED})\."
    rf"|\.(?:[{_UPPER}]\.){{0,3}}"
    r"|[^\W_]*(?:[-’'&][^\W\d_][^\W_]*)*"
    r")"
)
_PARTICLES = "(?:" + "|".join(sorted(PARTICLES - {"st", "saint"})) + ")"
_GAP = regex(rf"[ \u00a0](?:{_PARTICLES}[ -]){{0,3}}")
_PARTICLES_BEFORE = regex(rf"(?<![\w’'-])(?:{_PARTICLES}[ -]){{1,3}}$")
_AGENCY = regex(r"(?:^|\n)\(?(?:[A-Z][\w.]*[ /]){0,2}[A-Z][\w.]*/$")
_IN_CREDIT = 2
"""Names of a photographer, initials left out."""

_GLUED = regex(r"([A-Z][a-z]{4,})(?=[A-Z][a-z])")
"""What a lost line break leaves of a credit before a name: "Orsa Hale/Dene Post PhotographerAda Quill"."""

_STORMS = frozenset("hurricane typhoon cyclone".split())
_ROADS = frozenset("street avenue boulevard road".split())
_ON_ROAD = regex(r"\b(?:on|along|off|near|at|down|from) $")


class CapitalWord(NamedTuple):
    """A capitalised word without its possessive ending; `fold` is in small letters, without a final dot."""

    start: int
    end: int
    text: str
    fold: str
    possessive: bool = False


class Run(NamedTuple):
    """Capitalised words that follow each other with nothing but a space, or a particle, between them."""

    words: tuple[CapitalWord, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def runs(text: str, start: int = 0, end: int | None = None) -> list[Run]:
    """Return the runs of capitalised words between two offsets, in order; longer ones are cut."""
    end = len(text) if end is None else end
    found: list[Run] = []
    words: list[CapitalWord] = []
    for match in _TOKEN.finditer(text, start, end):
        token, begin = match[0], match.start()
        if not token[0].isupper():
            continue
        glued = _GLUED.match(token)
        if glued is not None and glued[1].casefold() in ROLES:
            token, begin = token[glued.end() :], begin + glued.end()
        possessive = False
        if len(token) > 2 and token[-1] in "sS" and token[-2] in "’'":
            token, possessive = token[:-2], True
        elif token[-1] in "sS" and match.end() < end and text[match.end()] in "’'":
            # The mark may also close a quotation. A possessive is the cautious reading: it never speaks.
            possessive = True
        word = CapitalWord(begin, begin + len(token), token, fold(token.rstrip(".")), possessive)
        full = len(words) >= LONGEST_RUN or _ends_credit(text, words)
        if words and (full or not _joins(text, words[-1], word)):
            found.append(Run(tuple(words)))
            words = []
        words.append(word)
    if words:
        found.append(Run(tuple(words)))
    return found


def _ends_credit(text: str, words: Sequence[CapitalWord]) -> bool:
    """Tell whether words are the credit of a picture that opens a paragraph: "REUTERS/Ada Quill | Brandt opens it"."""
    if not words or text[words[0].start - 1 : words[0].start] != "/":
        return False
    whole = sum(len(word.text.rstrip(".")) > 1 for word in words) == _IN_CREDIT
    return whole and _AGENCY.search(text, max(0, words[0].start - 40), words[0].start) is not None


def _joins(text: str, before: CapitalWord, word: CapitalWord) -> bool:
    gap = word.start - before.end
    if before.possessive or gap > 16:
        return False
    if gap == 1:
        return text[before.end] in " \u00a0\n"
    between = text[before.end : word.start]
    if between == "  ":
        return True  # as typed texts are spaced out: "Ada  Quill"
    if gap == 0:
        return before.text[-1] == "."  # "J.D.Vance"
    if between == ", ":
        return word.fold in ("jr", "sr")
    if between == " & " or (between in (" the ", " our ") and before.fold in URGED):
        return True  # "Quill & Brandt" is a firm, "Save the Harbour" a campaign
    return _GAP.fullmatch(between) is not None


def is_body(text: str, words: Sequence[CapitalWord]) -> bool:
    """Tell whether a sign or an article inside a run makes it a body's name: "Quill & Brandt", "Save the Harbour"."""
    if len(words) > 1 and words[0].fold in URGED:
        return text[words[0].end : words[1].start] in (" the ", " our ")
    return " & " in text[words[0].start : words[-1].end]


def is_thing(text: str, words: Sequence[CapitalWord]) -> bool:
    """Tell whether a run names nobody: "Flight DN404", "Hurricane Ada", and a road in "on Ada Street"."""
    if any(letter.isdigit() for word in words for letter in word.fold):
        return True
    if len(words) > 1 and (words[0].fold in _STORMS or [w.fold for w in words[:2]] == ["tropical", "storm"]):
        return True
    road = len(words) == 2 and words[1].fold in _ROADS
    return road and _ON_ROAD.search(text, max(0, words[0].start - 7), words[0].start) is not None


def with_particles(text: str, start: int) -> int:
    """Return where a surname begins whose capital stands at start: the "de" before "Blasio" belongs to it."""
    match = _PARTICLES_BEFORE.search(text, max(0, start - 14), start)
    return match.start() if match else start
