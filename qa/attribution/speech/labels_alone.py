"""Find labels of a transcript that have a line of their own, above the words: "ADA QUILL:"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.labels import ADDRESSES, CAPITALS, alone, is_section, is_timed
from qa.datatypes import Span
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.titles import TITLES
from qa.language.sentences import Paragraph

_LONGEST = 160


def joined(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, each label that stands alone as the beginning of the next; none is left where it stood.

    Of two who talk at least one speaks again, and most of their lines say "I" or "you", or ask: "METHOD:" is a heading.
    """
    names = {
        number: name
        for number, paragraph in enumerate(paragraphs[:-1])
        if (name := name_alone(text, (paragraph.start, paragraph.end)))
    }
    found = list(paragraphs)
    talks = sum(_talks(text, paragraphs[number + 1]) for number in names)
    if len(names) == len(set(names.values())) or 2 * talks < len(names):
        return found
    for number in names:
        label, words = paragraphs[number : number + 2]
        found[number] = Paragraph(label.start, label.start, ())
        found[number + 1] = Paragraph(label.start, words.end, words.sentences)
    return found


def name_alone(text: str, paragraph: Span) -> str:
    """Return the name that is all of a paragraph but for its colon; "" where it is none, or may be a heading."""
    start, end = paragraph
    match = alone(text, start, end) if end - start <= _LONGEST else None
    if match is None or is_section(match["name"]):
        return ""
    name = match["name"]
    words = name.split()
    titled = text[end - 1] == "." or (len(words) > 1 and words[0].rstrip(".").casefold() in TITLES)
    given = len(words) > 1 and is_given(words[0].casefold())
    return name if titled or given or CAPITALS.match(name) is not None or is_timed(match) else ""


def _talks(text: str, paragraph: Paragraph) -> bool:
    return (
        text[paragraph.end - 1] == "?" or ADDRESSES.search(text, paragraph.start, paragraph.end) is not None
    )
