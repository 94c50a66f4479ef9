"""Read whom a draft names in the words that lead to a quotation, where none of them is a verb of speech.

"To quote Ada Quill: “...”", "Ada Quill introduces herself: “...”", "Ada Quill’s last words were “...”" leave no other
speaker. "Ada Quill made it plain: “...”" may lead to anybody's words, and a reader takes them for hers: nearly always
they are, so that she is perhaps their speaker, whom the article has to confirm.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.datatypes import Span
from qa.language.lexicon.name_parts import PARTICLES

_PART = r"[^\W\d_a-z][\w.’'-]*"
_NAME = rf"(?P<name>{_PART}(?:\s+(?:(?:{'|'.join(sorted(PARTICLES))})\s+){{0,2}}{_PART}){{0,5}})"
_CALLED = r"(?:,[^,:“”\"\r\n]{1,80},)?"
""""Ada Quill, the harbour master, had this to say:"."""
_OWN = r"(?:motto|saying|slogan|mantra|maxim|catchphrase)"
_GIVEN = (
    r"(?:words|message|warning|answer|reply|response|advice|complaint|verdict|view|opinion|comment|remark|statement|line"
    r"|definition|description|explanation|summary|conclusion|account)"
)
_ADJECTIVES = (
    r"(?:(?:own|first|last|final|exact|opening|closing|parting|only|very|old|latest|favou?rite)\s+){0,2}"
)
_THUS = r"(?:as\s+follows|like\s+this|this\s+way|in\s+this\s+way|thus|so|again)"
_FORMS = tuple(
    re.compile(rf"{form}\s*$")
    for form in (
        rf"(?:^|[\s(])(?:[Ff]rom|[Qq]uot(?:e|es|ed|ing)|[Oo]ver\s+to)\s+{_NAME}:",
        rf"^{_NAME}{_CALLED}\s+[-–—]+",
        rf"^[Aa]s\s+for\s+{_NAME},",
        rf"^[Ii]n\s+{_NAME}[’']s?\s+(?:view|opinion|words|eyes|phrase),",
        rf"\bword\s+(?:goes|belongs|falls|went|belonged|fell)\s+to\s+{_NAME}:",
        rf"^{_NAME}{_CALLED}\s+(?:[a-z]\w*\s+){{1,3}}(?:himself|herself|themselves)(?:\s+{_THUS})?:",
        rf"^{_NAME}{_CALLED},?\s+(?:(?:once\s+)?again|once\s+more|then|next|now|too):",
        rf"^{_NAME}{_CALLED}\s+ha[sd]\s+(?:\w+\s+)?(?:this|these\s+words|the\s+following)\s+to\s+(?:say|add|offer)"
        r"(?:\s+(?:about|on|to|of)\s[^:“”\"]{1,60})?:",
        rf"^{_NAME}{_CALLED}\s+ha[sd]\s+an?\s+{_ADJECTIVES}{_OWN}:",
        rf"^{_NAME}[’']s?\s+{_ADJECTIVES}(?:{_OWN}|{_GIVEN})(?:\s+to\s[^:“”\"]{{1,40}}?)?(?:\s+(?:is|are|was|were|runs|ran|goes|went))?[:,]?",
    )
)
# The full stop of "Dr. Hale" and "U. Hale" ends no sentence.
_SENTENCE_BEGINS = re.compile(r"(?:\b[^\W\d_A-Z]\w*\.|(?<=\w{4})\.|[!?”\"’)])\s+(?=[^\W\d_a-z])")
_LIST_MARK = re.compile(r"\s*(?:[-*•–—>]\s+|\d{1,3}[.)]\s+)?(?:(?:And|But|So|Then|Now|Finally|Here),?\s+)?")
_NAMES = re.compile(_NAME)
_TOLD_TO = re.compile(
    r"\b(?:to|against|about|of|with|on|at|than|like|over|after|before|and|or|nor|not)\s+(?:the\s+)?\Z"
)
_POSSESSIVE = re.compile(r"[’']s?\Z")
_OTHERS = re.compile(r"(?:\s+and\b|.*\s(?:by|from)\s)", re.DOTALL)
_LONGEST = 300


def named_before(text: str, start: int, is_name: Callable[[str], bool]) -> Span | None:
    """Return the name in what leads to the quotation at `start`, in its line, or None.

    Args:
        is_name: Whether words are somebody's name.
    """
    begin = _lead_start(text, start)
    lead = text[begin:start]
    for form in _FORMS:
        found = form.search(lead)
        if found is not None and is_name(found["name"]):
            return begin + found.start("name"), begin + found.end("name")
    return None


def perhaps_named_before(text: str, start: int, is_name: Callable[[str], bool]) -> Span | None:
    """Return the only name of a sentence that leads to the quotation at `start` with a colon, or None.

    Not "an open letter to Quill:", "Quill's critics are blunt:" and "Quill was booed by a resident:".
    """
    begin = _lead_start(text, start)
    lead = text[begin:start].rstrip()
    if not lead.endswith(":"):
        return None
    named: Span | None = None
    for match in _NAMES.finditer(lead):
        found = _within(match, is_name)
        if found is None and " " not in match[0]:
            continue  # "The", "Its", "Monday"
        if found is None or named is not None or _POSSESSIVE.search(match[0]):
            return None
        named = found
    if named is None or _TOLD_TO.search(lead, 0, named[0]) or _OTHERS.match(lead, named[1]):
        return None
    return begin + named[0], begin + named[1]


def _within(match: re.Match[str], is_name: Callable[[str], bool]) -> Span | None:
    """Return the name among capitalised words: "Says Ada Quill"."""
    starts = (match.start() + each.start() for each in re.finditer(r"\S+", match[0]))
    return next(((each, match.end()) for each in starts if is_name(match.string[each : match.end()])), None)


def _lead_start(text: str, start: int) -> int:
    """Return where the sentence begins that leads to a quotation, in its line."""
    line = max(text.rfind("\n", 0, start) + 1, start - _LONGEST)
    begin = max((match.end() for match in _SENTENCE_BEGINS.finditer(text, line, start)), default=line)
    mark = _LIST_MARK.match(text, begin, start)
    return mark.end() if mark is not None else begin
