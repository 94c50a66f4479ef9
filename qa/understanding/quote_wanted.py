"""Read a name and a topic beside a word for a quote: "Quill tolls quote", "verbatim: Quill on tolls"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.answers import QuestionKind
from qa.language.patterns import regex
from qa.understanding.noun_forms import noun_of_saying, x_on_y
from qa.understanding.question_reading import Needs, Reading
from qa.understanding.short_forms import name_and_topic

_LONGEST = 200
_KIND = (
    r"(?:full|direct|exact|actual|literal|verbatim|original|whole|complete|famous|recent|latest|newest|oldest|first|last|best|other"
    r"|more|new|key|own|short|long|good|favou?rite|all|any|some)"
)
_LED = regex(
    rf"(?:(?:(?:what|where)(?:['’]?s|\s+is|\s+was)|(?:i\s+)?(?:need|want)|got|any|need)\s+)?(?:(?:the|that|this|a|an|any|some)\s+)?"
    rf"(?:(?:{_KIND}\s+)*(?:quotes?|quotations?|words|wording)|verbatim|word\s+for\s+word|literally)(?:\s*[:,–—-]\s*|\s+)(?!by\b|from\b|of\b)(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = regex(
    rf"(?:(?:(?:what|where)(?:['’]?s|\s+is|\s+was)|(?:i\s+)?(?:need|want)|got|any|find|show)\s+)?(?:(?:the|that|this|a|an|any|some)\s+)?"
    rf"(?P<rest>\S.*?)[\s,]+(?:{_KIND}\s+)*(?:quotes?|quotations?)[\s?!.]*",
    re.IGNORECASE | re.DOTALL,
)
_WHERE = regex(
    r"where(?:['’]?s|\s+is|\s+was|\s+are)\s+(?:(?:the|that|those|this)\s+)?(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_EVENT = regex(
    r".*['’]s?\s+(?:\w+\s+)?(?:speech|address|talk|interview|testimony)[\s?!.]*", re.IGNORECASE | re.DOTALL
)
"""What took place somewhere: "where was Quill's speech?" asks for no words of it."""
_OWNED = regex(r"(?P<name>[^,;:?]{2,60}?)(?:['’]s|(?<=s)['’])\s+(?P<topic>\S.*)", re.IGNORECASE | re.DOTALL)


def quote_wanted(text: str) -> Iterator[Reading]:
    """Read a name and a topic of which a quote is asked for; nothing where nobody of the name speaks."""
    if len(text) > _LONGEST:
        return
    if (match := _WHERE.fullmatch(text)) is not None and not _EVENT.fullmatch(match["rest"]):
        yield from noun_of_saying(match["rest"])
    for form in (_LED, _ENDS):
        if (match := form.fullmatch(text)) is None:
            continue
        inside = match["rest"].strip(' ?!.,;:"“”')
        if (owned := _OWNED.fullmatch(inside)) is not None:
            inside = f"{owned['name']} {owned['topic']}"
        yield Reading(QuestionKind.SAID, inside, needs=Needs.EXACT)  # "Ada Quill" before Ada on Quill
        yield from x_on_y(inside)
        for reading in name_and_topic(inside):
            yield replace(reading, guessed=False)
