"""Find an interviewer's questions that are paragraphs of their own without label or bold type.

"Hi Ada. Will the levee hold?", and in the next paragraph "It will. We built it ourselves."
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.language.patterns import regex
from qa.language.sentences import Paragraph

_INTERVIEWS = regex(
    r"\b[Ii]nterview(?:s|ed|ing)?\b|\bINTERVIEWS?\b|\bQ ?& ?As?\b|\bquestions\b"
    r"|\b(?:spoke|spoken|speaks|talk|talked|talks|chat|chatted|chats|sat down|sits down|sit down|caught up|catch up"
    r"|catches up)(?: (?:to|with))?\b"
)
"""What says that somebody is interviewed, in the title or before the first question."""
_YOU = regex(r"\b[Yy]ou(?:r|rs|rself|['’]\w+)?\b")
_WE = regex(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b|\bI['’]")
_BIDS = regex(
    r"\b(?:[Pp]lease|[Tt]ell (?:us|me|our)|[Ww]alk (?:us|me)|[Ii]ntroduce yourself|[Gg]ive us|[Tt]alk (?:to )?us"
    r"|[Dd]escribe (?:your|the|a|for)|[Tt]alk about your)\b"
)
"""What asks without a question mark: "Tell our readers about the levee."."""
REPORTS = regex(
    r"[,.!?][”\"] (?:I|he|she|they|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:said|says|added|told|wrote|replied|asked)\b"
    r"|[,.!?][”\"] (?:said|says|added|explained) [A-Z]"
)
_OPENS = frozenset("“\"‘'*-—–•")
_LEAST = 3
_LONGEST_QUESTION = 500
_LONGEST_ANSWER = 6
"""Paragraphs from one question to the next, on average; longer stretches are rather a story under headings."""
_LONGEST_BID = 250
_LONGEST_HEADING = 60
_LONGEST_IN_CAPITALS = 120
MOST_REPORTS = 1
_SHARE = 0.5
_WORD = regex(r"[^\W\d_]+")
_LEAST_OF_TITLE = 4
_TITLE_SHARE = 0.7


def questions(text: str, paragraphs: Sequence[Paragraph], title: str) -> dict[int, bool]:
    """Return the paragraphs between the answers by number: True for a question, False for a heading.

    A text that only asks itself what comes next is no interview: half of its questions would not say "you", nor half of
    what follows them "I" or "we", and it would report what others say.
    """
    asking = [n for n, p in enumerate(paragraphs) if _asks(text, p)]
    if len(asking) < _LEAST or not _is_interview(text, paragraphs, asking, title):
        return {}
    if asking[0] == 0 and text[slice(*paragraphs[0][:2])].strip() == title.strip():
        return {}  # the title, which asks
    found = dict.fromkeys(asking, True)
    asked = asking[0]
    for number in range(asking[0] + 1, len(paragraphs)):
        paragraph = paragraphs[number]
        length = paragraph.end - paragraph.start
        asked = number if found.get(number) else asked
        if number in found or number - 1 in found:
            continue  # what follows a question answers it, however short it is
        # "Tell us what you think", far below the talk, is addressed to readers.
        near = number - asked <= 2 * _LONGEST_ANSWER
        if near and length < _LONGEST_BID and text[paragraph.start] not in _OPENS and _bids(text, paragraph):
            found[number], asked = True, number
        elif text[paragraph.end - 1] not in '.!?”")' and (
            length < _LONGEST_HEADING
            or (length < _LONGEST_IN_CAPITALS and text[slice(*paragraph[:2])].isupper())
        ):
            found[number] = False
    return dict(sorted(found.items()))


def _asks(text: str, paragraph: Paragraph) -> bool:
    return (
        text[paragraph.end - 1] == "?"
        and paragraph.end - paragraph.start <= _LONGEST_QUESTION
        and text[paragraph.start] not in _OPENS
        and not _is_title(text[paragraph.start : paragraph.end])
    )


def _is_title(question: str) -> bool:
    """Tell whether a question is set in capitals, as what stands over a part of a story: "What Became Of It?"."""
    words = _WORD.findall(question)
    return len(words) >= _LEAST_OF_TITLE and sum(word[0].isupper() for word in words) >= _TITLE_SHARE * len(
        words
    )


def _bids(text: str, paragraph: Paragraph) -> bool:
    return _BIDS.search(text, paragraph.start, paragraph.end) is not None


def _is_interview(text: str, paragraphs: Sequence[Paragraph], asking: Sequence[int], title: str) -> bool:
    begins = paragraphs[asking[0]].start
    if not (_INTERVIEWS.search(title) or _INTERVIEWS.search(text, 0, begins)):
        return False
    if asking[-1] - asking[0] > _LONGEST_ANSWER * (len(asking) - 1):
        return False
    answered = [n + 1 for n in asking if n + 1 < len(paragraphs) and n + 1 not in asking]
    if len(answered) < _LEAST:
        return False
    address = sum(_YOU.search(text, paragraphs[n].start, paragraphs[n].end) is not None for n in asking)
    personal = sum(_WE.search(text, paragraphs[n].start, paragraphs[n].end) is not None for n in answered)
    if address < _SHARE * len(asking) or personal < _SHARE * len(answered):
        return False
    reports = sum(1 for _ in REPORTS.finditer(text, begins))
    return reports <= MOST_REPORTS
