"""Find who bears the office that is a transcript's label: "THE PRESIDENT:" under "Remarks by President Ada Quill"."""

from __future__ import annotations

import re

from qa.attribution.people.names.persons import People
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.speakers.names import parse_person

_OFFICES = frozenset(
    "president minister mayor governor chancellor premier secretary ambassador commissioner".split()
)
_OTHERS = frozenset("vice deputy former ex acting assistant associate prime".split())
"""Before an office: another one, "Vice President Tom Brandt"."""
_HONOUR = r"(?:the[ \t]+)?(?:(?:right[ \t]+)?hon(?:ou?rable)?\b\.?|mr\.?|mrs\.?|ms\.?|dr\.?|senator)[ \t]+"
_NAME_WORD = regex(r"(?![a-zß-ÿ])[^\W\d_][\w.’'-]*(?=[ \t]?)")
_HEADING_READ = 1_500
_TITLE_READ = 300
_MOST_WORDS = 3


def bearer(label: str, title: str, heading: str, people: People) -> str | None:
    """Return the one whom the title or the lines above the talk name with a label's office; None if not only one.

    Args:
        heading: What stands before the first line of the talk.
    """
    office = label.casefold().removeprefix("the ").split()
    if (
        not office
        or office[-1] not in _OFFICES
        or not all(word in ROLES or word in TITLES for word in office)
    ):
        return None
    words = r"[ \t]+".join(map(re.escape, office))
    named = re.compile(
        rf"(?i:(?P<before>\b\w+[ \t]+)?\b{words}\b"
        rf"(?:(?:[ \t]+(?:for|of)[ \t][^\n,.;]{{3,60}}?)?[ \t,]+{_HONOUR}|,?[ \t]+))"
        r"(?=(?P<name>(?![a-zß-ÿ])[^\W\d_][^\n,;:()]{2,60}))"
    )
    found = {
        name
        for text in (title[:_TITLE_READ], heading[-_HEADING_READ:])
        for match in named.finditer(text)
        if (match["before"] or "").strip().casefold() not in _OTHERS and (name := _name(match["name"]))
    }
    full = {name for name in found if " " in name}
    if len(full or found) != 1:
        return None
    name = (full or found).pop()
    parsed = parse_person(name)
    known = {one.name for one in people.persons if one.parsed.given and parsed.is_form_of(one.parsed)}
    return known.pop() if len(known) == 1 else name


def _name(words: str) -> str:
    """Return the words of a name that open a stretch of text: "Ada Quill" of "Ada Quill in Press Conference"."""
    found: list[str] = []
    for word in words.split(" "):
        plain = word.casefold().rstrip(".")
        if not _NAME_WORD.fullmatch(word) or plain in FUNCTION or plain in ROLES or plain in TITLES:
            break
        if len(found) > 0 and word.isupper() and len(plain) < 3:
            break  # "TOM BRANDT MP"
        found.append(word)
    if not 0 < len(found) <= _MOST_WORDS:
        return ""
    name = " ".join(found).removesuffix("’s").removesuffix("'s")
    return name.title() if name.isupper() else name
