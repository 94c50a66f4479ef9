"""Find labels of a transcript that have a line of their own, above the words: "ADA QUILL:"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.labels import ADDED, ADDRESSES, BOLD, CAPITALS, NAME, is_section
from qa.datatypes import Span
from qa.language.lexicon.first_names import is_given
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

_ALONE = regex(rf"{BOLD}(?P<name>{NAME}){ADDED}[ \t]?(?:\([^)\n]{{1,30}}\))?{BOLD}:{BOLD}\s*\Z")
_LONGEST = 160


def joined(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, each label that stands alone as the beginning of the next; none is left where it stood.

    Of two who talk at least one speaks again, and most of their lines say "I" or "you", or ask: "METHOD:" is a heading.
    """
    alone = {
        number: name
        for number, paragraph in enumerate(paragraphs[:-1])
        if (name := name_alone(text, (paragraph.start, paragraph.end)))
    }
    found = list(paragraphs)
    talks = sum(_talks(text, paragraphs[number + 1]) for number in alone)
    if len(alone) == len(set(alone.values())) or 2 * talks < len(alone):
        return found
    for number in alone:
        label, words = paragraphs[number : number + 2]
        found[number] = Paragraph(label.start, label.start, ())
        found[number + 1] = Paragraph(label.start, words.end, words.sentences)
    return found


def name_alone(text: str, paragraph: Span) -> str:
    """Return the name that is all of a paragraph but for its colon; "" where it is none, or may be a heading."""
    start, end = paragraph
    if end - start > _LONGEST or text[end - 1] not in ":*_" or not (match := _ALONE.match(text, start, end)):
        return ""
    name = match["name"]
    words = name.split()
    is_name = CAPITALS.match(name) is not None or (len(words) > 1 and is_given(words[0].casefold()))
    return name if is_name and not is_section(name) else ""


def _talks(text: str, paragraph: Paragraph) -> bool:
    return (
        text[paragraph.end - 1] == "?" or ADDRESSES.search(text, paragraph.start, paragraph.end) is not None
    )
