"""Find labels of a transcript that have a line of their own, above the words: "ADA QUILL:", "Ada Quill -- Mayor"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from qa.attribution.speech.without_verbs.labels import (
    ADDRESSES,
    BOLD,
    CAPITALS,
    alone,
    bare,
    is_section,
    is_timed,
)
from qa.datatypes import Span
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.page_words import UNNAMED
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

_LONGEST = 160
_LEAST_WHO_TALK = 2
_LEAST_LINES = 4
_LETTER = regex(rf"{BOLD}[QA]{BOLD}[.:]{BOLD}\s*\Z")
_STAMP = regex(r"\d{1,3}(?::\d{2}){1,2}")
_DASH = regex(r"--|[—–]")


def joined(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, each label that stands alone as the beginning of the next; none is left where it stood.

    Of two who talk at least one speaks again, and most of their lines say "I" or "you", or ask: "METHOD:" is a heading.
    """
    paragraphs = _with_roles(text, paragraphs)
    read = {
        number: match["name"]
        for number, paragraph in enumerate(paragraphs[:-1])
        if (match := _alone(text, (paragraph.start, paragraph.end)))
    }
    names = {
        number: name
        for number in read
        if (name := name_alone(text, (paragraphs[number].start, paragraphs[number].end)))
    }
    letters = _letters(text, paragraphs)
    times = Counter(read.values())
    again = {n: name for n, name in read.items() if times[name] > 1}
    if (
        letters
        or _asks_and_is_answered(text, paragraphs, again)
        or _by_the_clock([text[paragraphs[n].start : paragraphs[n].end] for n in names if n in again])
    ):
        names |= again
    elif len(names) == len(set(names.values())) or not _talk(text, paragraphs, names):
        names = _bare_names(text, paragraphs)
    else:
        # Who speaks again beside them is somebody, too, though the name is no known one.
        names |= again
    found = list(paragraphs)
    for number in sorted({*names, *letters}):
        label, words = paragraphs[number : number + 2]
        found[number] = Paragraph(label.start, label.start, ())
        found[number + 1] = Paragraph(label.start, words.end, words.sentences)
    return found


def _letters(text: str, paragraphs: Sequence[Paragraph]) -> list[int]:
    """Return the paragraphs that are nothing but "Q:", and "A:" beside it; none where it stands once."""
    found = {n: text[p.start] for n, p in enumerate(paragraphs[:-1]) if _LETTER.match(text, p.start, p.end)}
    return list(found) if sum(letter == "Q" for letter in found.values()) > 1 else []


def _asks_and_is_answered(text: str, paragraphs: Sequence[Paragraph], again: Mapping[int, str]) -> bool:
    """Tell whether two speak again and again, and one of them asks: no known names are needed, as in "Quill:"."""
    lines: dict[str, list[bool]] = {}
    for number, name in again.items():
        start, end, _ = paragraphs[number + 1]
        lines.setdefault(name, []).append(text.find("?", start, end) >= 0)
    often = [asks for asks in lines.values() if len(asks) >= _LEAST_LINES]
    return (
        len(often) >= _LEAST_WHO_TALK
        and any(2 * sum(asks) >= len(asks) for asks in often)
        and _talk(text, paragraphs, again)
    )


def _by_the_clock(labels: Sequence[str]) -> bool:
    """Tell whether labels give times, one after the other, to the end: a text with times records a talk.

    A programme of several days, "Lunch: 12:30", begins again in the morning.
    """
    stamps = [stamp[0] for label in labels if (stamp := _STAMP.search(label))]
    clock = [[int(part) for part in stamp.split(":")] for stamp in stamps]
    seconds = [sum(part * 60**power for power, part in enumerate(reversed(parts))) for parts in clock]
    return len(seconds) == len(labels) >= _LEAST_LINES and seconds == sorted(seconds)


def _with_roles(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, three lines as one where a name, a dash and what somebody is have a line each."""
    found = list(paragraphs)
    for number, (name, dash, role) in enumerate(
        zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False)
    ):
        if (
            _DASH.fullmatch(text, dash.start, dash.end)
            and role.end - role.start <= _LONGEST
            and bare(text, name.start, name.end)
            and bare(text, name.start, role.end)
        ):
            found[number], found[number + 1] = (Paragraph(name.start, name.start, ()) for _ in range(2))
            found[number + 2] = Paragraph(name.start, role.end, ((name.start, role.end),))
    return found


def _bare_names(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Return the names without a colon that stand above the words of a talk, by number; none where it may be none.

    Two at least speak again, and theirs are most of such lines: "Ada Quill" above a part of a story is its heading or
    who took the picture. A list of names has no words between them. Beside them, who speaks again or is named by
    somebody is no heading, though the name is no known one.
    """
    spans = [(p.start, p.end) for p in paragraphs]
    read = {n: match["name"] for n, span in enumerate(spans) if (match := _bare(text, span))}
    # A list of contents has a heading beneath a heading: "Call Participants", "Prepared Remarks:".
    above = {
        n: name
        for n, name in read.items()
        if n + 1 < len(spans) and n + 1 not in read and not _heads(text[slice(*spans[n + 1])])
    }
    times = Counter(above.values())
    if 0 in above and times[above[0]] == 1:
        del above[0]  # the title
    names = {n: name for n, name in above.items() if bare_name(text, spans[n])}
    again = sum(times[name] > 1 for name in names.values())
    if (
        sum(times[name] > 1 for name in set(names.values())) < _LEAST_WHO_TALK
        or again < _LEAST_LINES
        or 2 * again < len(names)
        or not _talk(text, paragraphs, names)
    ):
        return {}
    return {n: name for n, name in above.items() if n in names or times[name] > 1 or text.count(name) > 1}


def _heads(words: str) -> bool:
    """Tell whether words that end with a colon are a heading, "Prepared Remarks:", and not "There are two kinds:"."""
    return words.endswith(":") and not any(w.islower() and w not in FUNCTION for w in words[:-1].split())


def bare_name(text: str, paragraph: Span) -> str:
    """Return the name that is all of a paragraph, without a colon but with the role that may follow; "" if none."""
    match = _bare(text, paragraph)
    if match is None:
        return ""
    name = match["name"]
    words = name.casefold().split()
    known = is_given(words[0].rstrip(".")) or words[0].rstrip(".") in TITLES or not UNNAMED.isdisjoint(words)
    return name if match["role"] or known or CAPITALS.match(name) else ""


def _bare(text: str, paragraph: Span) -> re.Match[str] | None:
    start, end = paragraph
    match = bare(text, start, end) if end - start <= _LONGEST else None
    if match is None or is_section(match["name"]):
        return None
    words = match["name"].casefold().split()
    if any(word in FUNCTION for word in words):
        return None
    return match if match["role"] or len(words) > 1 or words[0] in UNNAMED else None


def _alone(text: str, paragraph: Span) -> re.Match[str] | None:
    start, end = paragraph
    match = alone(text, start, end) if end - start <= _LONGEST else None
    return None if match is None or is_section(match["name"]) else match


def name_alone(text: str, paragraph: Span) -> str:
    """Return the name that is all of a paragraph but for its colon; "" where it is none, or may be a heading."""
    match = _alone(text, paragraph)
    if match is None:
        return ""
    name = match["name"]
    words = name.split()
    end = paragraph[1]
    titled = text[end - 1] == "." or (len(words) > 1 and words[0].rstrip(".").casefold() in TITLES)
    given = len(words) > 1 and is_given(words[0].casefold())
    return name if titled or given or CAPITALS.match(name) is not None or is_timed(match) else ""


def _talk(text: str, paragraphs: Sequence[Paragraph], names: Mapping[int, str]) -> bool:
    return 2 * sum(_talks(text, paragraphs[number + 1]) for number in names) >= len(names)


def _talks(text: str, paragraph: Paragraph) -> bool:
    return (
        text[paragraph.end - 1] == "?" or ADDRESSES.search(text, paragraph.start, paragraph.end) is not None
    )
