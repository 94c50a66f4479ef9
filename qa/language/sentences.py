"""Split text into paragraphs and sentences, as spans.

A paragraph is a line that holds more than space or, where lines are broken to a width, the lines that belong together.
Sentences cover every character of their paragraph that is not space, in order and without overlap, so joining them
again loses nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.datatypes import Span
from qa.language.paragraphs import paragraphs
from qa.language.patterns import regex


class Paragraph(NamedTuple):
    """A paragraph of a text, without the space around it, and its sentences."""

    start: int
    end: int
    sentences: tuple[Span, ...]


# A run of full stops with all closing marks after it. It always matches as far as possible and never looks back, so a
# gigabyte of full stops is read once.
_STOP = regex(r"[.!?…。！？｡]+(?:[\"'”’»›)\]}*]|\[\d{1,3}\])*")
# Tokenised text has its closing marks on their own, after a space: `end . ''`, `end . )`.
_LOOSE_CLOSING = regex(r"\s+(?:''|[”’)\]}])(?=\s|$)")
_LOOSE_STRAIGHT = regex(r"\s+\"(?=\s|$)")
_SPACE = regex(r"\s*")
# Of a text that is turned round: looked for at its end, it would be tried from each place before.
_WORD_BEFORE = regex(r"[\w.&'’-]*")
_NEXT_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Pages lose the breaks between their paragraphs: "It was late.Quill left." But "Quill.Com", "qa.Settings" are one word.
_GLUED_BEFORE = regex(r"(?:\A|[\s“‘(])[^\s@/.]*(?:[a-z]{2}|\b\d{2,4})[”’]?\Z")
_GLUED_AFTER = regex(r"[“‘]?(?:[A-Z][a-z’'-]+|[AI])(?=[ ,;:](?! ?[=(])|[.]\s)")
# "Brandt wrote on X. Quill denied it." ends where "a study by X. Quill" and "according to X. Quill" go on.
_NETWORK = regex(r"\s(?:from|off|on|via|(?<!according )to) X\Z")
_SUFFIXES = frozenset("com net org edu gov info js co uk".split())
_OPENING = "\"'`“‘«‹„([{¿¡—–-*•"
_FULL_WIDTH = "。！？｡"

# Never end a sentence: a name, a number or a place follows.
_TITLES = frozenset(
    """
    mr mrs ms mx dr drs prof sen sens rep reps gov govs lt gen col sgt capt cmdr cpl maj adm pvt det
    insp supt hon rev fr sr st ste mt ft pres amb atty asst assoc dept dist v vs viz cf ca al messrs mme
    mlle mgr msgr e.g i.e eg ie fig figs pp ed eds op nos vol vols rt sec approx est gov-elect lt.gen
    maj.gen brig ald treas
    """.split()
)
# Often inside a sentence, but may end it: they do if the next word is one that begins sentences.
_EITHER = frozenset(
    """
    inc co corp ltd llc plc bros jr sr etc u.s u.k u.n e.u d.c l.a n.y u.s.a u.a.e a.m p.m am pm b.c a.d
    ph.d m.d b.a m.a ave blvd rd ariz ala ark calif colo conn del fla ga ill ind kan ky la md mass mich
    minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.h n.j n.m n.c n.d s.c s.d r.i
    w.va p.r b.c ont que alta d-n.y r-n.y d-calif r-texas univ ext min max no
    """.split()
)
_BEFORE_NUMBER = frozenset(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec no nos art p pp ch vol fig sec par mon tue tues wed
    thu thur thurs fri sat sun rs tk ksh
    """.split()
)
_BEGINS_SENTENCES = frozenset(
    """
    the a an this that these those he she it they we you i his her its their our my but and so yet or
    nor in on at by for from to with after before when while as if since until although though because
    however meanwhile still then there here now what who where why how which both each every some many
    most all another other one two three last earlier later also even just only no not nobody nothing
    asked among according despite during under over about between instead officials police yes well
    """.split()
)
# Verbs that make `"What?" Rubio asked` one sentence although a capital follows, and `"Yes!" Ada Quill, a nurse from
# Salem, Ore., said` too.
_SAID = (
    "(?:said|says|asked|asks|told|tells|wrote|writes|tweeted|added|replied|shouted|yelled|cried|exclaimed|wondered"
    "|demanded|answered|screamed|quipped|joked|declared|continued|responded|remarked|countered|recalled|insisted|called"
    r"|roared|repeated|chanted)\b"
)
_SAYS = regex(
    rf"(?:[^\W\d_][\w.'’-]*\s+){{1,4}}{_SAID}"
    r"|(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w'’-]*(?:,\s(?:[^.!?;:\"“”\n]|\.(?=[,)\w])){1,80},|\s\([^)\n]{1,30}\))"
    rf"\s{_SAID}"
)


def split(text: str) -> list[Paragraph]:
    """Split a text into its paragraphs, each with its sentences, in order."""
    return [Paragraph(start, end, _sentences(text, start, end)) for start, end in paragraphs(text)]


def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    found: list[Span] = []
    begin, counted, quotes, position = start, start, 0, start
    while (stop := _STOP.search(text, position, end)) is not None:
        close = stop.end()
        while loose := _LOOSE_CLOSING.match(text, close, end):
            close = loose.end()
        if loose := _LOOSE_STRAIGHT.match(text, close, end):
            # A straight mark between spaces closes when an odd number of them comes before it.
            quotes += text.count('"', counted, close)
            counted = close
            if quotes % 2:
                close = loose.end()
        position = close
        if close >= end:
            break
        following = _SPACE.match(text, close, end).end()  # type: ignore[union-attr]
        if _is_border(text, begin, stop, close, following, end):
            found.append((begin, close))
            begin = position = following
    found.append((begin, end))
    return tuple(found)


def _is_border(text: str, begin: int, stop: re.Match[str], close: int, following: int, end: int) -> bool:
    mark = text[stop.start()]
    if mark in _FULL_WIDTH:
        return True
    quoted = close - stop.start() > 1 and text[close - 1] in "\"'”’»"
    if (
        following == close
        and not (quoted and text[following].isupper())
        and not _is_glued(text, stop, close, end)
    ):
        return False
    first = following
    while first < end and (text[first] in _OPENING or text[first].isspace()) and first - following < 8:
        first += 1
    if first >= end:
        return False
    letter = text[first]
    if letter.islower() or letter in ",;:.!?…)]}":
        return False
    opened = first > following and not text[first - 1].isspace() and text[first - 1] in "\"'“‘«„`("
    if mark in "!?" and quoted and not opened:
        return _SAYS.match(text, first, min(end, first + 160)) is None
    if mark == "." and stop.end() - stop.start() == 1:
        return _ends_sentence(text, begin, stop.start(), first, end, opened)
    return True


def _is_glued(text: str, stop: re.Match[str], close: int, end: int) -> bool:
    """Tell whether a sentence ends where no space stands before the next: "It was late.Quill left."."""
    if stop.end() != close or close - stop.start() != 1:
        return False
    # What comes after tells most of them at once: "3.5", "U.S." and "qa.settings" go on without a capital word.
    after = _GLUED_AFTER.match(text, close, min(end, close + 30))
    if after is None or after[0].casefold() in _SUFFIXES:
        return False
    return _GLUED_BEFORE.search(text[max(0, stop.start() - 40) : stop.start()]) is not None


def _ends_sentence(text: str, begin: int, dot: int, first: int, end: int, opened: bool) -> bool:
    """Whether a single full stop after a word ends a sentence, and not only an abbreviation."""
    word = _WORD_BEFORE.match(text[max(begin, dot - 24) : dot][::-1])[0][::-1]  # type: ignore[index]
    if not word:
        return True
    # "then-Sen." and "Lt.-Gov." are treated like their last part.
    lowered = word.casefold().lstrip("'’-.&")
    lowered = lowered if lowered in _EITHER else lowered.rpartition("-")[2]
    if text[first].isdigit():
        return lowered not in _BEFORE_NUMBER and lowered not in _TITLES
    if lowered in _TITLES:
        return False
    initial = len(word) == 1 and word.isupper() and not _NETWORK.search(text, max(begin, dot - 16), dot)
    dotted = "." in word and all(len(part) <= 2 for part in word.split("."))
    if not (initial or dotted or lowered in _EITHER):
        return True
    if lowered == "no" and text[dot - 1].islower():
        return True
    if opened:
        return not initial
    after = _NEXT_WORD.match(text, first, min(end, first + 30))
    return after is not None and after[0].casefold() in _BEGINS_SENTENCES
