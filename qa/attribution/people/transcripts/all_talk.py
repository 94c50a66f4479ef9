"""Tell whether a transcript is all talk: if so, words without a label are the last speaker's."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.people.transcripts.plain_questions import MOST_REPORTS, REPORTS
from qa.attribution.people.transcripts.speeches import ENDS
from qa.attribution.speech.without_verbs.labels import ADDRESSES, is_timed, matched
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

ASIDE = regex(
    r"[“\"]?[(\[][^()\[\]\n]*[)\]][.:]?\s*\Z|[\W\d_]+\Z|(?:END|End)\b[^\n]{0,40}\Z"
    r"|#|(?:\*\*|__)[^\n]*(?:\*\*|__)\W*\Z"
)
"""What stands between two lines and is spoken by nobody: "(Applause.)", "* * *", "END 2:05 P.M.", a page's number."""
PICTURE = regex(
    r"!\[|\{\{[<%]|\[(?:caption|gallery|embed|video|audio|image|img|youtube)\b|<(?:figure|figcaption|img|iframe)\b"
    r"|=[A-Z]{3,12}=|(?i:\(?(?:photo(?:graph)?s?|image|picture|credit)(?: (?:by|credit|courtesy(?: of)?))?:)"
)
"""What stands on a page for a picture or the like, and is nobody's words: "{{< figure", "[caption", "=IMAGE=a.jpg"."""
_NARRATES = regex(r"[“”\"]|\b(?:said|says|told|asked)\b")
_FEWEST_OF_A_TALK = 8
_SHARE_OF_A_TALK = 0.3
"""Of the paragraphs from the first line to the last, how many have a label if nobody else's words are between them."""
_SHARE_OF_SPOKEN = 0.6
_LONGEST_GAP = 3
"""Paragraphs without a label between two lines where no reporter asks; more are rather the article's own."""
_MOST_HEADINGS = 5
_LONGEST_HEADING = 120


def is_talk_throughout(text: str, paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> bool:
    """Tell whether a text is all talk, so that what has no label goes on with the line before, however long.

    Who notes when each line is said leaves nothing out. Somebody may speak for many paragraphs; then most of them say
    "I" or "you", and nobody reports. A few lines are enough where the text opens with one: no narrator has spoken.
    """
    timed = sum((match := matched(text, paragraphs[n])) is not None and is_timed(match) for n in lines)
    if 2 * timed > len(lines):
        return True
    enough = len(lines) >= _FEWEST_OF_A_TALK
    if not lines or not (enough or _opens(text, paragraphs, lines[0])):
        return False
    between = _worded(text, paragraphs[lines[0] : lines[-1] + 1])
    if enough and len(lines) >= _SHARE_OF_A_TALK * len(between):
        return True
    addressing = sum(ADDRESSES.search(text, p.start, p.end) is not None for p in between)
    reports = sum(1 for _ in REPORTS.finditer(text, between[0].start, between[-1].end))
    return addressing >= _SHARE_OF_SPOKEN * len(between) and reports <= MOST_REPORTS


def end_of_talk(text: str, paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> int:
    """Return the paragraph with which the last line of a text that is all talk ends at the latest.

    It is the text's end where long speeches follow each other from its beginning. Where people take turns, what comes
    after the last of them may be about the page: "Visit our website".
    """
    between = _worded(text, paragraphs[lines[0] : lines[-1] + 1])
    if len(lines) >= _SHARE_OF_A_TALK * len(between) or not _opens(text, paragraphs, lines[0]):
        return lines[-1]
    rest = range(lines[-1] + 1, len(paragraphs))
    return next((n for n in rest if ENDS.match(text, paragraphs[n].start)), len(paragraphs))


def is_one_turn(text: str, rest: Sequence[Paragraph]) -> bool:
    """Tell whether paragraphs between two lines are spoken: they say "I" or "you", and nobody reports."""
    return len(rest) <= _LONGEST_GAP and all(
        ADDRESSES.search(text, p.start, p.end) and not _NARRATES.search(text, p.start, p.end) for p in rest
    )


def _opens(text: str, paragraphs: Sequence[Paragraph], first: int) -> bool:
    """Tell whether nothing but headings stands before the first line."""
    before = _worded(text, paragraphs[:first])
    return len(before) <= _MOST_HEADINGS and all(
        p.end - p.start <= _LONGEST_HEADING and text[p.end - 1] not in '.!?”"' for p in before
    )


def _worded(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [p for p in paragraphs if p.start < p.end and ASIDE.match(text, p.start, p.end) is None]
