"""Blank out what stands after a name and is no part of it: a class year, a degree, a party in brackets.

"Ada Quill '19, rower, said" becomes "Ada Quill,     rower, said": every character but the comma stays where it is, so
what is found in the one stands at the same offsets of the other.
"""

from __future__ import annotations

import re

from qa.language.lexicon.reporting_verbs import SPEECH
from qa.language.patterns import regex

_NAME = r"(?P<name>(?<![\w’'-])[A-Z][\w’'.-]* (?:[A-Z][\w’'-]*\.? ){0,2}[A-Z][\w-]+)"
_CLOSES = r"(?! (?:[\w-]+ ){0,3}[\w-]+['’](?!\w))"
_YEAR = rf"(?: ?|(?<=\w) P{{1,2}})['’‘]\d\d(?!\w|['’]){_CLOSES}"
"""A year after its mark, which is no opening one as in "the Dene '27 Club' met"."""
_DEGREE = r"(?:Ph\. ?D|M\.D|M\.A|B\.A|A\.B|M\.S|B\.S|J\.D|Ed\.D|M\.P\.H|M\.B\.A|LL\.[BM])\.?"
_YEARS = regex(
    rf"{_NAME}(?P<after>(?:,? {_DEGREE})?{_YEAR}(?:,? (?:{_DEGREE})?{_YEAR}){{0,2}})(?P<mark>[,;:]?)(?=[\s.)]|$)"
)
"""Class years, of degrees too: "Ada Quill '19", "Tom Brandt M.A. '85, Ph.D. '96", "Ivo Hale P'18"."""
_DEGREES = regex(
    rf"{_NAME}(?P<after> {_DEGREE}(?![ \n]+[A-Z])|, {_DEGREE}(?:, {_DEGREE}){{0,2}}(?=, [a-z]))"
    r"(?P<mark>[,;:]?)(?=[\s)])"
)
"""Degrees; after one that ends in a full stop, a capital may begin a sentence."""
_BRACKETS = regex(
    r"(?<=, )(?P<name>[A-Z][\w’'-]* (?:[A-Z][\w’'-]*\.? ){0,2}[A-Z][\w’'-]+)"
    r"(?P<after> \((?P<in>[A-Z][A-Za-z]{0,6}(?:[-/][A-Z][A-Za-z]{1,8}\.?)?)\))(?P<mark>,)"
)
"""The party of somebody whose office stands before the name: "the minister of ports, Ada Quill (DPU), said"."""
_OF_PLACES = regex(rf"{_NAME}(?P<after> \((?P<in>[A-Z][A-Za-z]{{0,4}}\.?)\))(?P<mark>)(?= of [A-Z][\w.-]+)")
"""The party of a lawmaker before the place: "Rep. Ada Quill (R) of Norland said"."""
_NEXT_WORD = regex(r"\s+(\w+)")
_ANY = regex(r"['’‘]\d\d(?!\w)|[A-Za-z]\.[A-Z]\b|\([A-Z]")


def without_what_follows_names(text: str) -> str:
    """Return a text of the same length whose names have no class year, degree or party after them."""
    if _ANY.search(text) is None:
        return text
    for pattern in (_YEARS, _DEGREES, _BRACKETS, _OF_PLACES):
        text = pattern.sub(lambda match: _blanked(match) if _is_no_part(match) else match[0], text)
    return text


def _blanked(match: re.Match[str]) -> str:
    """Return a name with blanks for what follows it, and the comma after that drawn up to the name."""
    return match["name"] + match["mark"] + " " * len(match["after"])


def _is_no_part(match: re.Match[str]) -> bool:
    """Tell whether what follows a name is no short form of it, "Tide Authority (TA)", and no subject is cut off."""
    short = match.groupdict().get("in")
    if short is not None:
        return short != "".join(word[0] for word in match["name"].split())
    if not match["after"].startswith(", "):
        return True
    following = _NEXT_WORD.match(match.string, match.end())
    return following is None or following[1] not in SPEECH  # "Ada Quill, Ph.D., said"
