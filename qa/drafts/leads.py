"""Read whom a draft names in the words that lead to a quotation, where none of them is a verb of speech.

"To quote Ada Quill: “...”", "Ada Quill introduces herself: “...”", "Ada Quill’s last words were “...”". Only forms that
leave no other speaker are read: "Quill drew a crowd: “...”" may lead to anybody's words.
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
_GIVEN = r"(?:words|message|warning|answer|reply|advice|complaint|verdict)"
_ADJECTIVES = (
    r"(?:(?:own|first|last|final|exact|opening|closing|parting|only|very|old|latest|favou?rite)\s+){0,2}"
)
_THUS = r"(?:as\s+follows|like\s+this|this\s+way|in\s+this\s+way|thus|so|again)"
_FORMS = tuple(
    re.compile(rf"{form}\s*$")
    for form in (
        rf"(?:^|[\s(])(?:[Ff]rom|[Qq]uot(?:e|es|ed|ing)|[Oo]ver\s+to)\s+{_NAME}:",
        rf"\bword\s+(?:goes|belongs|falls|went|belonged|fell)\s+to\s+{_NAME}:",
        rf"^{_NAME}{_CALLED}\s+(?:[a-z]\w*\s+){{1,3}}(?:himself|herself|themselves)(?:\s+{_THUS})?:",
        rf"^{_NAME}{_CALLED},?\s+(?:(?:once\s+)?again|once\s+more|then|next|now|too):",
        rf"^{_NAME}{_CALLED}\s+ha[sd]\s+(?:\w+\s+)?(?:this|these\s+words|the\s+following)\s+to\s+(?:say|add|offer)"
        r"(?:\s+(?:about|on|to|of)\s[^:“”\"]{1,60})?:",
        rf"^{_NAME}{_CALLED}\s+ha[sd]\s+an?\s+{_ADJECTIVES}{_OWN}:",
        rf"^{_NAME}[’']s?\s+{_ADJECTIVES}(?:{_OWN}|{_GIVEN})(?:\s+to\s[^:“”\"]{{1,40}}?)?(?:\s+(?:is|are|was|were))?[:,]?",
    )
)
# The full stop of "Dr. Hale" and "U. Hale" ends no sentence.
_SENTENCE_BEGINS = re.compile(r"(?:\b[^\W\d_A-Z]\w*\.|(?<=\w{4})\.|[!?”\"’)])\s+(?=[^\W\d_a-z])")
_LIST_MARK = re.compile(r"\s*(?:[-*•–—>]\s+|\d{1,3}[.)]\s+)?(?:(?:And|But|So|Then|Now|Finally|Here),?\s+)?")
_LONGEST = 300


def named_before(text: str, start: int, is_name: Callable[[str], bool]) -> Span | None:
    """Return the name in what leads to the quotation at `start`, in its line, or None.

    Args:
        is_name: Whether words are somebody's name.
    """
    line = max(text.rfind("\n", 0, start) + 1, start - _LONGEST)
    begin = max((match.end() for match in _SENTENCE_BEGINS.finditer(text, line, start)), default=line)
    if (mark := _LIST_MARK.match(text, begin, start)) is not None:
        begin = mark.end()
    lead = text[begin:start]
    for form in _FORMS:
        found = form.search(lead)
        if found is not None and is_name(found["name"]):
            return begin + found.start("name"), begin + found.end("name")
    return None
