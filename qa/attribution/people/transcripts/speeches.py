"""Find the paragraphs of a text that is all one person's: a speech, a statement or a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.attribution.people.names.full_names import is_full_name
from qa.attribution.people.names.persons import People, Person
from qa.attribution.people.transcripts.plain_questions import MOST_REPORTS, REPORTS
from qa.attribution.speech.without_verbs.labels import ADDRESSES, NAME, Label, label_of
from qa.datatypes import Article
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.sentences import Paragraph
from qa.speakers.names import fold

RULE = "speech"

_KINDS = "speech|remarks|address|statement|keynote|testimony|lecture|sermon|eulogy|letter"
_TELLS = frozenset("how why what when where who which my our your after inside behind".split())
"""First words of a headline that tells of a speech: "How a letter from Ada Quill saved the quay"."""
_NOT_BEFORE = frozenset("and or but at in on with to after before from for about than".split())
"""Words that do not stand before a speech in its own heading: "Cheers at a speech by Ada Quill"."""
_OF_SPEAKER = frozenset("he she him her his".split())
"""Words of a headline on a speech by another: "A letter from Ada Quill, and why she is wrong"."""
_TAKES_UP = regex(r"(?i)\w+ing (?:the|a|an|that|this)\b")
"""What others do with a letter: "Reading the letter from Ada Quill"."""
_HEADED = regex(
    rf"(?i:\W{{0,6}}(?P<before>(?:[\w’'&-]+ ){{0,5}})"
    rf"(?:{_KINDS})\b[^.,;:\n]{{0,80}}?\b(?:by|of|from)\b) (?P<who>[^\n]{{5,250}})"
)
_CUT = regex(r"(?i: (?:at|on|to|during|in|before|for|and|with|after|about)\b|[–—(:;]| - )")
"""What ends the name in a heading: "Speech by Ada Quill | at the harbour"."""
_WORD = regex(r"[^\W\d_][\w.’'-]*")
_CLOSING = regex(
    r"(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|Respectfully(?: submitted| yours)?|Faithfully"
    r"|(?:With )?(?:[Bb]est|[Kk]ind|[Ww]arm)(?:est)? (?:regards|wishes)|Regards),?\s*\Z"
)
_NOT_SPOKEN = regex(
    r"[(\[<#>|*]|\W*\Z|(?i:as (?:prepared|delivered)|check against delivery|transcript|embargoed?\b|by\b)"
)
"""A paragraph's beginning that is no words of the speech: "[Applause]", "As delivered", an empty line."""
_NUMBER = regex(r"\(?(?:\d{1,3}|[a-z])(?:[.)]|(?<=\d))[ \t]+(?=[A-Z“\"])")
ENDS = regex(
    r"(?:END|ENDS|###|\* \* \*|-+ ?(?:ENDS?|30) ?-+|About [A-Z]|Notes? to editors?|Contacts?:|Copyright\b|©"
    r"|Transcri(?:pt|bed|ption) (?:by|provided)\b)"
)
"""What stands after the last words of a speech: "ENDS", "Notes to editors"."""
_STOPPED = regex(r"[.!?…:][”\"’')]*\s*\Z|(?<=[^\n]{80})[;,]\s*\Z")
"""The end of running text: the mark of a sentence, or a comma after a long item of a list."""
_REPORTED = (
    "(?:said|says|told|tells|added|stated|argued|noted|warned|insisted|explained|wrote|announced|replied)"
)
_AFTER_NAMES = frozenset("MP MSP MEP SC QC KC OBE MBE CBE AM AO PHD MD".split())
_QUOTED = regex(r"[“\"][^“”\"\n]*[”\"]")
_OWN_LINE = r"(?m:^)(?:[^\n“”\"‘’']|(?<=\w)['’])*"
"""A line without quotation marks up to a place; a mark within "I'm" is none."""
_MY_NAME = regex(rf"{_OWN_LINE}\b[Mm]y name is (?:(?:Dr|Mr|Mrs|Ms)\.? )?(?P<name>{NAME})")
_BEGINNING_READ = 3_000
_GREETING = regex(r"Dear |[^\n]{2,60},\s*\Z|To [^\n]{2,60}:\s*\Z")
"""What a letter opens with: "Dear Sir,", "To all our families,"."""
_LONGEST_CLOSING = 40
_FIRST_PART = regex(r"[,:(]| [-–—|]")
"""What stands after the name where a paragraph only says who comes next: "Ada Quill | , mayor of Dene"."""
_LONGEST_OF_ANOTHER = 100
_HEADINGS_READ = 5
_LONGEST_HEADING = 300
_LEAST_WORDS = 3
_LEAST_PERSONAL = 3
_PERSONAL_SHARE = 0.25
"""Of the paragraphs of a speech, how many have "I" or "we" at least; and no fewer than three."""
_QUOTED_SHARE = 0.25
"""How many may open with a quotation mark, as those of a report do."""
_NAMING_SHARE = 0.15
_MOST_NAMING = 2
"""How many may name the speaker, of a long speech and of a short one: more tell of them."""
_REPORTS_SHARE = 0.04
"""Of the paragraphs of a speech, how many may tell what others said; a report has more."""


class _Speech(NamedTuple):
    """Whose a whole text is, by the name its heading or its signature has, and which paragraphs are spoken."""

    name: str
    paragraphs: tuple[int, ...]


def spoken(article: Article, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """Return the paragraphs of a speech by number; none where a text reports, or has more than one voice."""
    found = _speech(article, paragraphs)
    return {
        number: Label(None, (_words_begin(article.text, paragraphs[number]), paragraphs[number].end), RULE)
        for number in (found.paragraphs if found else ())
    }


def speaker_of(article: Article, paragraphs: Sequence[Paragraph], people: People) -> Person | None:
    """Return who speaks in a speech, under the name that the text has for them."""
    found = _speech(article, paragraphs)
    if found is None:
        return None
    return people.named_in_full(found.name)


def _speech(article: Article, paragraphs: Sequence[Paragraph]) -> _Speech | None:
    """Return whose words all of a text is.

    "Remarks by Mayor Tom Brandt" heads a speech, or a report of one: the report hardly says "I" or "we", and has "Mr
    Brandt said". What names the speaker, "Tom Brandt is the mayor of Hale", is not his.
    """
    text = article.text
    headings = [
        text[p.start : p.end]
        for p in paragraphs[:_HEADINGS_READ]
        if p.end - p.start < _LONGEST_HEADING and text[p.end - 1] not in '.!?”"'
    ]
    name = next((name for line in (article.title, *headings) if (name := _headed(line))), "")
    within = range(len(paragraphs))
    if not name:
        name, within = _signed(text, paragraphs)
    if not name:
        name, within = introduced(text), range(len(paragraphs))
    labelled = not name
    name = name or _labelled(text, paragraphs)
    if not name:
        return None
    surname = re.escape(name.rsplit(maxsplit=1)[-1])
    own = re.compile(rf"(?i)\b{surname}\b")
    if re.compile(rf"\b{surname} (?:\w+ )?{_REPORTED}\b|\b{_REPORTED} (?:[A-Z][\w.]* )*{surname}\b").search(
        text
    ):
        return None
    found: list[int] = []
    naming = 0
    for number in within:
        words = text[_words_begin(text, paragraphs[number]) : paragraphs[number].end]
        if found and (ENDS.match(words) or _heads_anothers(words, surname)):
            break
        if not is_spoken(words):
            continue
        if own.search(words):
            # Beneath a label, who says "I" and the name speaks of himself: "I am Tom Brandt, and I say no."
            naming += not (labelled and ADDRESSES.search(words))
        elif found or ADDRESSES.search(words):
            found.append(number)
    texts = [text[paragraphs[n].start : paragraphs[n].end] for n in found]
    personal = sum(ADDRESSES.search(_QUOTED.sub("", words)) is not None for words in texts)
    quoted = sum(words[0] in '“"' for words in texts)
    if naming > max(_MOST_NAMING, _NAMING_SHARE * len(found)):
        return None  # it tells of its speaker
    if sum(1 for _ in REPORTS.finditer(text)) > max(MOST_REPORTS, _REPORTS_SHARE * len(found)):
        return None
    if personal < max(_LEAST_PERSONAL, _PERSONAL_SHARE * len(found)) or quoted > _QUOTED_SHARE * len(found):
        return None
    return _Speech(name, tuple(found))


def _heads_anothers(words: str, surname: str) -> bool:
    """Return whether a paragraph only says whose the next ones are: "Ada Quill, mayor of Dene", below Tom Brandt's."""
    name = _FIRST_PART.split(words.strip("*_# "), maxsplit=1)[0].split()
    return (
        len(words) <= _LONGEST_OF_ANOTHER
        and not is_spoken(words)
        and is_full_name(name)
        and not re.fullmatch(surname, name[-1], re.IGNORECASE)
    )


def _words_begin(text: str, paragraph: Paragraph) -> int:
    """Return where a paragraph's words begin: after its number or label, as in "12. We shall build it."."""
    match = _NUMBER.match(text, paragraph.start, paragraph.end) or _label(text, paragraph)
    return match.end() if match else paragraph.start


def _label(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    """Return a paragraph's label if it is a whole name: "TOM BRANDT:", but not "So:"."""
    match = label_of(text, paragraph)
    return match if match is not None and is_full_name(match["name"].split()) else None


def _labelled(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Return the only name that is a label, if a text begins with it: the record of a speech of one person's."""
    labels = [(number, match["name"]) for number, p in enumerate(paragraphs) if (match := _label(text, p))]
    if len(labels) != 1 or labels[0][0] != 0:
        return ""
    name = labels[0][1]
    return name.title() if name.isupper() else name


def is_spoken(words: str) -> bool:
    """Return whether a paragraph is running text: no heading, no date, no remark in brackets."""
    return (
        _NOT_SPOKEN.match(words) is None
        and _STOPPED.search(words) is not None
        and len(words.split()) >= _LEAST_WORDS
    )


def _headed(line: str) -> str:
    """Return the name in "Speech by Dr Ada Quill, Minister for Ports"; "" where none is certain to be a person's."""
    match = _HEADED.match(line)
    if match is None or not _TELLS.isdisjoint(line.casefold().split()[:3]):
        return ""
    # Of "Cheers at a speech by Ada Quill" or "Reading the letter from Ada Quill" somebody else is the author.
    if not _NOT_BEFORE.isdisjoint(match["before"].casefold().split()) or _TAKES_UP.match(match["before"]):
        return ""
    if not _OF_SPEAKER.isdisjoint(_WORD.findall(line.casefold())):
        return ""  # "A letter from Ada Quill, and why she is wrong"
    for part in match["who"].split(","):
        cut = _CUT.search(part)
        words = _WORD.findall(part[: cut.start()] if cut else part)
        if words and words[0].casefold() == "the":
            words.pop(0)
        bare = list(words)
        titled = False
        while bare and (fold(bare[0]).rstrip(".") in TITLES or fold(bare[0]) in ROLES):
            titled = fold(bare.pop(0)).rstrip(".") in TITLES
        while bare and bare[-1] in _AFTER_NAMES:
            bare.pop()
        if is_full_name(bare, titled=titled):
            name = " ".join(bare).removesuffix("’s").removesuffix("'s")
            return name.title() if name.isupper() else name
    return ""


def introduced(text: str) -> str:
    """Return the only name that "My name is Ada Quill" gives near the beginning, outside of quotation marks.

    "‘My name is Ada Quill,’ a woman told me" is in a text of somebody else's.
    """
    names = {match["name"] for match in _MY_NAME.finditer(text[:_BEGINNING_READ])}
    name = names.pop().rstrip(".") if len(names) == 1 else ""
    return name if is_full_name(name.split(), titled=True) else ""


def _signed(text: str, paragraphs: Sequence[Paragraph]) -> tuple[str, range]:
    """Return the only name under a letter, and from its greeting to its closing its paragraphs; "" where it has none.

    What has no greeting, or another name between, may be a page of letters.
    """
    first = 0
    for number, (start, end, _) in enumerate(paragraphs[:-1]):
        closes = end - start < _LONGEST_CLOSING and _CLOSING.match(text[start:end])
        if not closes and _GREETING.match(text[start : start + _LONGEST_CLOSING * 2], 0, end - start):
            first = number + 1
        if not closes:
            continue
        names = _names(text, paragraphs[number + 1 : number + 4])
        below = _first_part(text, paragraphs[number + 1])
        between = [p for p in paragraphs[first:number] if not is_spoken(text[p.start : p.end])]
        alone = first > 0 and names == [below] and not _names(text, between)
        return (below, range(first, number)) if alone else ("", range(0))
    return "", range(0)


def _names(text: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    parts = [_first_part(text, paragraph) for paragraph in paragraphs]
    return [part for part in parts if is_full_name(part.split())]


def _first_part(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : paragraph.end].split(",", maxsplit=1)[0].strip()
