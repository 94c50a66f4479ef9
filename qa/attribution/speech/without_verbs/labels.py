"""Recognise the label that opens a line of a transcript, and the words that head a section instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.datatypes import Span
from qa.language.lexicon.page_words import NO_SPEAKER, SECTIONS
from qa.language.lexicon.titles import COURTESY
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

_CAPITAL = r"(?![a-zß-ÿ])[^\W\d_]"
NAME = rf"(?:(?:{_CAPITAL}[\w.'’-]*|de|van|von|al|bin)[ \t]){{0,3}}{_CAPITAL}[\w.'’-]*"
BOLD = r"(?:\*\*|__)?"
_NUMBERED = r"(?:Speaker|SPEAKER|Participant|PARTICIPANT|Voice|VOICE|Respondent|RESPONDENT)[ \t]?\d{1,2}"
_HANDLE = r"(?:u/|@)\w[\w.-]{1,30}"
"""Who asks on a web page: "**u/tidepool:** Will it hold?"."""
_WHO = rf"(?P<name>{_NUMBERED}|{_HANDLE}|{NAME})"
_ADDED = r"(?:,[ \t][^a-zß-ÿ:([\n]{2,100}(?=[ \t]?[:(\[]))?"
"""What a label in capitals may add at first: "ADA QUILL, HARBOUR MASTER:"."""
_STAMP = r"[(\[]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\\?[)\]]?"
_BEFORE = rf"(?:>>+[ \t]*)?(?:\\?{_STAMP}[ \t]*(?:[-–—|][ \t]*)?)?"
"""The time may come first, and a mark that somebody else speaks: "[00:42] Ada Quill:", ">> Ada Quill:"."""
_AFTER = r"\)?(?:[ \t]?(?:\((?:[^()\n]|\([^()\n]{1,40}\)){1,90}\)|\[[^\]\n]{1,30}\])){0,2}"
"""What may follow the name in brackets: "Ada Quill (Dene East) (Ind):", "Ada Quill [00:42]:"."""
_OFFICE = (
    r"(?:(?:The|(?:Prime[ \t])?Minister|Secretary|President|Chair(?:man|woman|person)?)[ \t](?:[^():\n]{2,90}[ \t])?"
    r"\((?=[A-Z][\w.'’-]*[ \t][A-Z][^():\n]{1,40}\):))?"
)
"""Whose name comes in brackets: "The Minister for Ports (Ms Ada Quill):", "Minister for Ports (Deputy Ada Quill):"."""
_START = rf"{_BEFORE}{BOLD}[\"“]?{_OFFICE}{_WHO}{_ADDED}{_AFTER}{BOLD}:{BOLD}"
LABEL = regex(rf"{_START}(?:\s+(?=\S)|(?=[A-Z“\"]))")
_TITLED = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Mx)\.?|(?:Vice )?Chair(?:man|woman|person)?|Senator|Representative|Congress(?:man|woman)"
    r"|Secretary|Governor|Ambassador|General|Admiral|Colonel|Director|Commissioner|Judge|Justice|Delegate|Mayor)"
)
_STOPPED = (
    rf"(?P<name>{_TITLED}[ \t](?:(?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von)[ \t]){{0,3}}[A-Z][\w'’-]+"
    r"|The[ \t](?:[Cc]hair(?:man|woman|person)?|CHAIR(?:MAN|WOMAN|PERSON)?|PRESIDENT|PRESIDING[ \t]OFFICER|CLERK))"
    r"(?:[ \t]of[ \t][A-Z][\w ]{2,30})?(?:[ \t]\[[^\]\n]{1,30}\])?\."
)
"""As in the records of committees: "Mr. Brandt. Thank you, Madam Chair."."""
_DASHED = (
    rf"{BOLD}(?P<name>(?:(?:HON|Hon|MR|Mr|MRS|Mrs|MS|Ms|MISS|Miss|DR|Dr|SIR|Sir|SHRI|Shri|THE|The)\.?[ \t])+"
    r"(?:(?:[A-Z][\w'’]*(?:\.[ \t]?|[ \t])){0,6}[A-Z][\w'’]+(?:-[A-Z][\w'’]+)?))"
    rf"(?:[ \t]\([^()\n]{{1,60}}\))?\.{BOLD}:?[ \t]?[-–—]{{1,2}}{BOLD}:?[ \t]*(?=\S)"
)
"""As in the records of parliaments: "HON. LT. COL. A. QUILL.- Mr. Speaker", "Mr. Brandt (Dene).—I rise"."""
_TIMED = rf"{BOLD}{_WHO}{BOLD}:?{BOLD}[ \t]+{_STAMP}{BOLD}:?[ \t]*"
"""As machines write it: "Ada Quill  0:42", "Ada Quill: 00:00:42", and in the next line what she says then."""
_BRACKETED = rf"\[{_WHO}\][ \t]*{_STAMP}:?[ \t]+(?=\S)"
"""As machines write it, too: "[Ada Quill] [00:42] It will hold."."""
_TWICE_BRACKETED = rf"\(\((?=[^\n()]* [A-Z]){_WHO}\)\)[ \t\xa0]*:?[ \t\xa0]*(?=\S)"
"""As a news site sets its interviews: "((Ada Quill)) It will hold.", but "((Music))" for what is heard."""
_SHAPES = (
    regex(_DASHED),
    regex(rf"{_TIMED}\n\s*(?=\S)"),
    LABEL,
    regex(rf"{_STOPPED}\s+(?=[A-Z“\"(\[])"),
    regex(_BRACKETED),
    regex(_TWICE_BRACKETED),
)
_ALONE = tuple(regex(rf"{shape}\s*\Z") for shape in (_START, _STOPPED, _TIMED))
_UNDER = r"(?:\s*(?:--|—|–)\s*[^\n:]{2,120})?"
"""What a name without a colon may add, in lines of their own too: "Ada Quill -- Chief Executive Officer"."""
_BARE = regex(rf"{BOLD}\[?(?P<name>{NAME})\]?{BOLD}(?P<role>{_UNDER})[*_]*\s*\Z")
_LONGEST = 200
_TIME_FIRST = regex(r"\\?[(\[]\d{1,2}:\d{2}(?::\d{2})?\\?[)\]][ \t]*")
_TIME = regex(r"\d:\d\d")
CAPITALS = regex(r"[A-Z][A-Z.'’ -]+\Z")
ADDRESSES = regex(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|us|me)\b|\bI['’]")
"""Words of who speaks, or is spoken to."""


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph whose speaker its layout shows; `mention` is the name before the colon, if one stands there."""

    mention: Span | None
    content: Span
    rule: str
    question: Span | None = None
    """What it answers, in a transcript or an interview."""


def label_of(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    """Return the label of a paragraph, with its `name`; None where it has none, or one of a section."""
    match = matched(text, paragraph)
    return None if match is None or is_section(match["name"]) else match


def matched(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    sentences = paragraph.sentences
    if (
        sentences
        and sentences[0][0] > paragraph.start
        and (found := bare(text, paragraph.start, sentences[0][0]))
    ):
        return found  # the label had a line of its own, and was joined with the words beneath it
    end = min(paragraph.end, paragraph.start + _LONGEST)
    found = next((match for shape in _SHAPES if (match := shape.match(text, paragraph.start, end))), None)
    # "Mr: Speaker, I rise" is misprinted: a title alone is nobody's name. "MS" may be Mary Strand's letters.
    titled = found is not None and found["name"].rstrip(".").casefold() in COURTESY
    return None if found is None or (titled and not found["name"].isupper()) else found


def alone(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the label that is all of a stretch of text, with its `name`: "ADA QUILL:", "Ada Quill  0:42"."""
    return next((match for shape in _ALONE if (match := shape.match(text, start, end))), None)


def bare(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the `name` that is all of a stretch of text, without a colon, with the `role` that it may add."""
    return _BARE.match(text, start, end)


def after_time(text: str, start: int, end: int) -> int:
    """Return where the words of a paragraph, or of its rest, begin: after "[06:51]", where that opens it."""
    match = _TIME_FIRST.match(text, start, end)
    return match.end() if match else start


def begins_anew(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a mark shows that somebody else speaks, as in captions: ">> Will it hold?"."""
    return text.startswith(">>", paragraph.start)


def is_bare(match: re.Match[str]) -> bool:
    """Tell whether a label has no colon, as `bare` finds it."""
    return "role" in match.re.groupindex


def is_stopped(match: re.Match[str]) -> bool:
    """Tell whether a label ends with a stop, as "Mr. Brandt." does, which a sentence may begin with as well."""
    return match[0].rstrip().endswith(".") and not is_bare(match)


def is_timed(match: re.Match[str]) -> bool:
    """Tell whether a label says when its words are said."""
    return _TIME.search(match[0]) is not None


def is_section(name: str) -> bool:
    """Tell whether a label names no speaker: it heads a section, or, as "DEAR ADA:", names who is written to."""
    words = name.lower().split()
    return (
        words[0].strip(".") in NO_SPEAKER or words[-1] in SECTIONS or (words[0] == "dear" and len(words) > 1)
    )
