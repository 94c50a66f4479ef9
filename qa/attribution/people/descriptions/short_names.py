"""Find the short names that an article gives bodies: "the National Federation of Bakers (NFB)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.datatypes import Description, DescriptionKind
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.patterns import regex

_CAPITAL = r"[A-Z][\w&’'-]*"
_NAME = rf"{_CAPITAL}(?: (?:(?:of|for|and|&|the|in|on|to) ){{0,2}}{_CAPITAL}){{0,9}}"
_SMALL = frozenset("of for and & the in on to".split())
_SHORT_AFTER = regex(rf" \((?:the )?(?P<short>{_CAPITAL}(?: {_CAPITAL}){{0,2}})\)")
_LONG_AFTER = regex(rf"\((?:the )?(?P<inner>{_NAME})\)|, or (?:the )?(?P<outer>{_NAME})(?=[,.])")
_SHORT_BEFORE = regex(r"\b([A-Z][A-Za-z&]{1,7}) ?$")
_KNOWN_AS = regex(rf"\b(?:known as|called) (?:the )?[“\"]?(?P<short>{_NAME})[”\"]?(?=[,.)])")
_LONG_BEFORE = regex(rf"\b(?P<long>{_NAME}),? \(?(?:(?:also|better|commonly|widely) )?$")
_MARKS = frozenset('.,;:()“”"')
_REACH = 140
_MOST_WORDS = 12


def short_names(layout: Layout, people: People) -> Iterator[Description]:
    """Yield the short names of bodies: those whose letters fit, and what a body is said to be called."""
    text = layout.text
    for match in _SHORT_AFTER.finditer(text):
        start = _where_it_fits(text, match.start(), match["short"])
        if start is not None and not people.within(start, match.start()):
            yield _called(start, match.end(), text[start : match.start()], match["short"])
    for match in _LONG_AFTER.finditer(text):
        long = match["inner"] or match["outer"]
        short = _SHORT_BEFORE.search(text, max(0, match.start() - 9), match.start())
        if short is not None and short[1].isupper() and _fits(long.split(), short[1]):
            yield _called(short.start(), match.end(), long, short[1])
    for match in _KNOWN_AS.finditer(text):
        before = _LONG_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        if before is not None and any(word.casefold() in GROUP_NOUNS for word in before["long"].split()):
            yield _called(before.start(), match.end("short"), before["long"], match["short"])


def _called(start: int, end: int, long: str, short: str) -> Description:
    name = " ".join(long.split()).removeprefix("The ")
    return Description(DescriptionKind.ALSO_CALLED, start, end, name, " ".join(short.split()))


def _where_it_fits(text: str, end: int, short: str) -> int | None:
    """Return where the long name before a bracket begins, if its letters make the short one."""
    words = list(re.finditer(r"\S+", text[max(0, end - _REACH) : end]))
    offset = max(0, end - _REACH)
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        first = words[-count][0]
        if _MARKS & set(first) or not (first[0].isupper() or first in _SMALL):
            return None
        if first[0].isupper() and _fits([word[0] for word in words[-count:]], short):
            return offset + words[-count].start()
    return None


def _fits(words: list[str], short: str) -> bool:
    """Tell whether a short name is the initials of a long one, or the beginnings of its words: "Lib Dems"."""
    large = [word for word in words if word not in _SMALL]
    if " " in short:
        parts = short.split()
        begun = len(parts) == len(large) and all(map(_begins, parts, large))
        return begun and parts != large
    # "Acpo": British papers set what is spoken as a word in small letters.
    letters = short.replace("&", "").replace("’s", "").replace("'s", "").casefold()
    return len(large) > 1 and len(letters) > 1 and letters in (_initials(words), _initials(large))


def _initials(words: list[str]) -> str:
    return "".join(part[0] for word in words for part in word.split("-") if part and part != "&").casefold()


def _begins(part: str, word: str) -> bool:
    return len(part) > 1 and word.casefold().startswith(part.casefold().removesuffix("s"))
