"""Read whom a draft credits beside a quotation: “...” — Ada Quill, Coast Gazette; “...” (Quill); Ada Quill: “...”.

The extractor reads sentences. Lists, tables and the lines that citations are pasted as have none, and there a name
that is not read would let anybody's words pass as anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from qa.datatypes import Span
from qa.drafts.leads import named_before, perhaps_named_before
from qa.language.lexicon.calendar import MONTH_NAMES
from qa.language.lexicon.first_names import EITHER, FEMALE, MALE
from qa.language.lexicon.name_parts import PARTICLES
from qa.language.lexicon.titles import TITLES
from qa.speakers.known import KnownSpeakers
from qa.speakers.names import fold, folded_words, is_group, parse_person

How = Literal["said", "told", "denied", "declined"]
"""Whether words are given as the speaker's own, as reported of them, or as what they denied or declined."""
_SAID: How = "said"
_HOW: tuple[How, ...] = ("told", "denied", "declined")
_MONTH = rf"(?:{'|'.join(map(str.title, MONTH_NAMES))})"
DAY = re.compile(
    rf"\b(?:\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+\d{{1,2}},\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})\b"
)
CREDIT_PARTS = re.compile(r"[,;:()\[\]|“”\"]|\bin\b|\s[-–—]\s")
_LONGEST = 300
_OPENS = re.compile(
    r"[ \t.,;]{0,4}(?:(?P<bracket>[(\[])|(?P<dash>(?:[ \t]{0,8}\r?\n){0,2}[ \t>]{0,8}(?:--+|[-–—―~])(?!\d))"
    r"|(?P<comma>(?<=,[ \t])(?=[^\W\d_])))[ \t]{0,8}"
)
_BRACKET_ENDS = re.compile(r"[^()\[\]\r\n]{1,200}?(?=[)\]])")
_LINE = re.compile(r"[^\r\n|]{1,300}")
# The full stop of "Dr. Hale" and "U. Hale" ends nothing.
_PART_ENDS = re.compile(r"\s*(?:[,;:(\[“\"|]|(?<=\w{4})(?<!\bProf)\.\s|\.$|\s[-–—]\s|$)")
_DESCRIBED = re.compile(r"(?:[^\W\d_A-Z][\w’'-]*\s+){1,5}(?=[A-Z])")
""""probably Ada Quill", "port manager Una Hale"."""
_CAPITALISED = re.compile(r"(?!The\s)[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){1,3}")
_GOES_ON = re.compile(r"\s*,\s*(?:who|whose|which|where|when|that|and|but|or|nor|yet|so)\b")
"""“...” — Una Hale, who runs the port, had said so: a sentence, and no credit."""
_NAME = r"[ \t|]*(?P<name>[^\s:,;|()“”\"][^:,;|()“”\"\r\n]{1,59}?)[ \t]*"
_LABEL = re.compile(rf"{_NAME}(?:[(,][^:“”\"\r\n]{{0,90}})?:[ \t]*")
_LABEL_BEGINS = re.compile(r"[.!?;,”\"’)][ \t]{1,8}(?:[-*•–—][ \t]{1,8})?")
_ALONE = re.compile(rf"{_NAME}:?[ \t]*")
_SIGNED = re.compile(rf"[ \t]*(?:\r?\n[ \t]*){{1,3}}{_NAME}(?=\s*\Z|\r?\n)(?!\s*[>\"“„‟«])")
_NOT_QUOTED = re.compile(
    r"\s*(?:,\s*for\s[^()\r\n]{1,80})?\([^()]*\b(?:(?P<told>reported|according to|partly in their own words)"
    r"|(?P<denied>denied)|(?P<declined>declined))\b"
)
"""“...” — Una Hale (reported): as this program writes that the words are the article's."""
_MENTION = re.compile(r"[“\"][^“”\"\r\n]{1,100}[”\"]")
"""“...” — “Analysts” (reported): as it writes who speaks where that is no name."""
_QUOTES = re.compile(r"[ \t]*[\"“„‟«]")
_LINES_ABOVE = 40
_MOST_WORDS = 6
_GIVEN = MALE | FEMALE | EITHER
_OFFICES = frozenset(title.casefold().rstrip(".") for title in TITLES)


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a draft credits: `span` is the whole credit, `name` the name in it, None where only an outlet is named.

    `sure` is false where the words beside the name may lead to somebody else's.
    """

    name: Span | None
    span: Span
    how: How = _SAID
    sure: bool = True


class Credits:
    """Reads the credits of a draft.

    Args:
        papers: The archive's outlets, folded and without "the": they are nobody's names.
        known: Who speaks in the archive. A single word is a name only there, and so is anything in brackets.
    """

    def __init__(self, text: str, papers: Collection[str], known: KnownSpeakers | None) -> None:
        self._text = text
        self._papers = papers
        self._known = known
        self._names: dict[str, bool] = {}

    def beside(self, start: int, end: int) -> Credit | None:
        """Return the credit of the quotation from `start` to `end`, its marks with it."""
        return self._after(end) or self._cell(start, end) or self._above(start) or self._led(start)

    def else_named(self, start: int, end: int) -> Credit | None:
        """Return whom the draft names in the line below, or perhaps, where no sentence does."""
        return self._below(end) or self._perhaps_led(start)

    def _after(self, end: int) -> Credit | None:
        opening = _OPENS.match(self._text, end)
        if opening is None:
            return None
        line = _BRACKET_ENDS if opening["bracket"] else _LINE
        found = line.match(self._text, opening.end())
        if found is None:
            return None
        names_paper = any(fold(_bare(part)) in self._papers for part in CREDIT_PARTS.split(found[0]))
        cited = names_paper or DAY.search(found[0]) is not None
        if opening["comma"] and not cited:
            return None  # “...,” Una Hale said: a sentence, which the extractor reads
        surely = opening["dash"] is None
        marked = _MENTION.match(self._text, *found.span())
        name = None if marked else self._first_name(*found.span(), surely=surely, cited=cited)
        if name is not None and _GOES_ON.match(self._text, name[1], found.end()):
            return None
        after = marked.end() if marked else name[1] if name else self._part_end(*found.span())
        remark = _NOT_QUOTED.match(self._text, after, found.end() + 1)
        how = next((each for each in _HOW if remark and remark[each]), _SAID)
        if name is None and not (marked or remark or names_paper):
            return None
        return Credit(name, found.span(), how)

    def _part_end(self, start: int, end: int) -> int:
        ends = _PART_ENDS.search(self._text, start, end)
        return ends.start() if ends else end

    def _first_name(self, start: int, end: int, *, surely: bool, cited: bool) -> Span | None:
        """Return the first part of a credit that is a name; a later part only if it is surely one."""
        first = True
        while start < end:
            stop = self._part_end(start, end)
            described = _DESCRIBED.match(self._text, start, stop)
            begin = described.end() if described else start
            words = self._text[begin:stop]
            is_first = first and fold(_bare(words)) not in self._papers
            if self._is_name(words, surely=surely or not is_first):
                return begin, stop
            if is_first and cited and not described and _CAPITALISED.fullmatch(words):
                # Nobody of that name speaks in the archive: the words cannot be theirs there.
                return begin, stop
            first = False
            start = stop + 1
            while start < end and not self._text[start].isalpha():
                start += 1
        return None

    def label(self, start: int, end: int) -> Credit | None:
        """Return the name with a colon right before the quotation from `start` to `end`."""
        line = self._line_start(start)
        # A list that was pasted into one line: “...” - Ada Quill: “...”
        begins = max((match.end() for match in _LABEL_BEGINS.finditer(self._text, line, start)), default=line)
        match = _LABEL.fullmatch(self._text, begins, start)
        surely = begins > line
        if match is None and not surely and not self._text[end : self._line_end(end)].strip():
            # In a row of a table that was read as text, nothing stands between a name and the words.
            match, surely = _ALONE.fullmatch(self._text, line, start), True
        if match is None or not self._is_name(match["name"], surely=surely):
            return None
        return Credit(match.span("name"), (begins, start))

    def _cell(self, start: int, end: int) -> Credit | None:
        """Return the name in another cell of a table's row."""
        line, last = self._line_start(start), self._line_end(end)
        at = line
        for cell in self._text[line:last].split("|") if "|" in self._text[line:last] else ():
            begin = at + len(cell) - len(cell.lstrip())
            at += len(cell) + 1
            stop = begin + len(cell.strip())
            if (stop <= start or begin >= end) and self._is_name(cell.strip(), surely=True):
                return Credit((begin, stop), (begin, stop))
        return None

    def _above(self, start: int) -> Credit | None:
        """Return a name that stands alone in a line above, over this quotation and perhaps others."""
        line = self._line_start(start)
        if self._text[line:start].strip():
            return None
        for _ in range(_LINES_ABOVE):
            if line == 0:
                return None
            last = line - 1
            line = self._line_start(last)
            if not self._text[line:last].strip() or _QUOTES.match(self._text, line, last):
                continue
            match = _ALONE.fullmatch(self._text, line, last)
            if match is None or not self._is_name(match["name"], surely=True):
                return None
            return Credit(match.span("name"), (line, last))
        return None

    def _led(self, start: int) -> Credit | None:
        """Return the name in words that lead to the quotation: "To quote Ada Quill: “...”"."""
        name = named_before(self._text, start, self._is_name)
        return Credit(name, name) if name is not None else None

    def _perhaps_led(self, start: int) -> Credit | None:
        name = perhaps_named_before(self._text, start, self._is_name)
        return Credit(name, name, sure=False) if name is not None else None

    def _below(self, end: int) -> Credit | None:
        """Return a speaker's name that stands alone in the line below, unless it heads another quotation."""
        found = _SIGNED.match(self._text, end)
        if found is None or not self._is_name(found["name"], surely=True):
            return None
        return Credit(found.span("name"), found.span("name"))

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", max(0, at - _LONGEST), at) + 1 or max(0, at - _LONGEST)

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at, at + _LONGEST)
        return end if end >= 0 else min(len(self._text), at + _LONGEST)

    def _is_name(self, words: str, *, surely: bool = False) -> bool:
        """Return whether words are a speaker's name; `surely` only one of somebody who speaks in the archive."""
        key = words.strip()
        if key not in self._names:
            self._names[key] = self._is_known(key)
        return self._names[key] or (not surely and _looks_like_a_person(key))

    def _is_known(self, words: str) -> bool:
        own = folded_words(words)
        if (
            self._known is None
            or not own
            or len(own) > _MOST_WORDS
            or not words.rsplit(maxsplit=1)[-1][:1].isupper()
        ):
            return False
        if fold(_bare(words)) in self._papers:
            return False
        typed = parse_person(words)
        for speaker in self._known.speakers_like(words):
            names = (speaker.name, *speaker.aliases)
            if fold(words) in map(fold, names):
                return True
            if not is_group(speaker.name) and (
                parse_person(speaker.name).is_form_of(typed) or typed.is_form_of(parse_person(speaker.name))
            ):
                return True
        return False


def _looks_like_a_person(words: str) -> bool:
    """Return whether words are a person's name by their form: "Una Hale", "Mayor Quill", "Una van der Hale"."""
    parts = words.split()
    if not 2 <= len(parts) <= _MOST_WORDS or is_group(words):
        return False
    if not all(part[0].isupper() or part.casefold() in PARTICLES for part in parts):
        return False
    first = parts[0].casefold().rstrip(".")
    return first in _GIVEN or first in _OFFICES


def _bare(outlet: str) -> str:
    return outlet.removeprefix("The ").removeprefix("the ").strip()
