"""Parse subtitles (.srt, .vtt): join what is shown line by line into running text, a paragraph for each turn of a talk.

Who speaks is written as in a transcript: "Ada Quill: It will hold." A turn of somebody unnamed begins with ">>".
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from qa.reading.decoding import decode
from qa.reading.files import ProblemKind, Unusable
from qa.reading.stories import Remark, Story

_UNNAMED = ">>"
_USUAL = "00:00:01,500 --> 00:00:02,500"
_FROM_TO = "-->"
"""What stands between the two times of a caption."""
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}")
"""What shows how or when words are shown: "<i>", "<00:01.500>", "{\\an8}"."""
_VOICE = re.compile(r"<v(?:\.[^<>\s]*)?[ \t]([^<>]*)>|(</v>)")
_CHANGE = re.compile(r"(?:>>+|-(?=[ ]?[^\W\d_a-zß-ÿ]))[ ]*")
"""What begins the words of another speaker: ">> Thank you.", "- Thank you."."""
_LABEL = re.compile(r"(?P<name>[^\W\d_a-zß-ÿ][\w.'’&-]*(?: [\w.'’&()-]+){0,5}):(?: |\Z)")
_PARTICLES = frozenset({"and", "bin", "da", "de", "del", "der", "di", "la", "of", "the", "van", "von"})
_LONGEST_NAME = 80
_ENDED = re.compile(r"[.?!…:)\]♪][\"'”’)]*\Z")
_MARKS_AT_END = 10
"""Characters of a text's end that are looked at for the end of a sentence: a line may be thousands of brackets."""
_MOST_REPEATED = 100
"""Words of a line that may be shown again with the next one."""
_FEWEST_REPEATS = 3
_PAUSE = 3
"""Seconds without words that end a paragraph, where nothing shows who speaks."""
_LONG = 1000
"""Characters after which a paragraph ends with its sentence, where nothing shows who speaks; at twice that, in it."""


class _Line(NamedTuple):
    voice: str
    words: Sequence[str]


class _Said(NamedTuple):
    changes: bool
    """Whether it is marked as another speaker's."""
    label: str
    """Whom it may name: "Ada Quill" in "Ada Quill: It will hold."."""
    words: str


class _Cue(NamedTuple):
    start: int
    end: int
    lines: Sequence[_Line]

    @property
    def words(self) -> list[str]:
        return [word for line in self.lines for word in line.words]


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the article of a file of subtitles, and what is wrong with it."""
    decoded = decode(data)
    text = decoded.text.lstrip()
    try:
        read = webvtt.from_buffer([text], "vtt" if text.startswith("WEBVTT") else "srt")
    except (MalformedFileError, MalformedCaptionError) as error:
        raise Unusable("it does not begin like subtitles", ProblemKind.BROKEN) from error
    cues = [
        cue
        for shown in read.captions
        if (cue := _Cue(shown.start_in_seconds, shown.end_in_seconds, list(_lines(shown.raw_text)))).words
    ]
    unread = _unread(text, [shown.raw_text for shown in read.captions])
    unusual = f"{unread} of its captions are not read: their times are not written like {_USUAL}"
    if not cues:
        raise (
            Unusable(unusual, ProblemKind.BROKEN) if unread else Unusable("it has no text", ProblemKind.EMPTY)
        )
    if decoded.note:
        yield Remark(decoded.note)
    if unread:
        yield Remark(unusual)
    cues = _without_repeats(cues)
    turns = _turns(cues)
    if len(turns) > 1:
        yield Story("\n\n".join(turns))
    else:
        # All that one person says is a speech of many paragraphs.
        yield Story("\n\n".join(_parts(turns[0]) if _is_marked(turns[0]) else _paragraphs(cues)))


def _unread(text: str, read: Sequence[str]) -> int:
    """Return how many captions the library passes over: "00:00:03 --> 00:00:04" is no time to it."""
    # What is said may hold an arrow, too.
    return max(0, _arrows(text) - sum(bool(shown.strip()) + _arrows(shown) for shown in read))


def _arrows(text: str) -> int:
    return sum(_FROM_TO in line and bool(below.strip()) for line, below in pairwise(text.split("\n")))


def _lines(raw: str) -> Iterator[_Line]:
    """Yield the lines of what is shown at once, without markup; a voice goes on until it ends or another begins."""
    voice = ""
    for line in raw.split("\n"):
        begin = 0
        for match in _VOICE.finditer(line):
            yield from _parted(voice, _plain(line[begin : match.start()]))
            voice = "" if match[2] else " ".join(_plain(match[1]))[:_LONGEST_NAME].strip(": ")
            begin = match.end()
        yield from _parted(voice, _plain(line[begin:]))


def _parted(voice: str, words: Sequence[str]) -> Iterator[_Line]:
    """Yield words as a line, cut before each ">>": "Is it safe? >> Yes."."""
    begins = [at for at, word in enumerate(words) if at == 0 or word.startswith(_UNNAMED)]
    for begin, end in pairwise([*begins, len(words)]):
        yield _Line(voice, words[begin:end])


def _plain(text: str) -> list[str]:
    return html.unescape(_MARKUP.sub("", text)).split()


def _without_repeats(cues: Sequence[_Cue]) -> list[_Cue]:
    """Return what is shown without what was shown before, if most begin with words of the one before: they roll."""
    repeated = [0, *(_overlap(before.words, cue.words) for before, cue in pairwise(cues))]
    again = sum(count > 0 for count in repeated)
    if again < _FEWEST_REPEATS or 2 * again < len(cues):
        return list(cues)
    return [cue._replace(lines=list(_after(cue.lines, n))) for cue, n in zip(cues, repeated, strict=True)]


def _overlap(before: Sequence[str], after: Sequence[str]) -> int:
    most = min(len(before), len(after), _MOST_REPEATED)
    return next((n for n in range(most, 0, -1) if before[-n:] == after[:n]), 0)


def _after(lines: Iterable[_Line], count: int) -> Iterator[_Line]:
    for line in lines:
        if left := line.words[count:]:
            yield line._replace(words=left)
        count = max(0, count - len(line.words))


def _turns(cues: Sequence[_Cue]) -> list[str]:
    """Return a paragraph for each turn; "the next / Thing: it fell" begins none, as a single word within a sentence."""
    lines = [(line.voice, _read(line)) for cue in cues for line in cue.lines]
    times = Counter(said.label for _, said in lines)
    turns: list[list[str]] = []
    speaker = voice_before = ""
    for voice, said in lines:
        before = turns[-1][-1] if turns else ""
        clear = said.changes or said.label.isupper() or " " in said.label or times[said.label] > 1
        begins = said.label == voice if voice else clear or not before or _is_ended(before)
        labelled = bool(said.label and begins)
        name = voice or (said.label if labelled else "")
        if name:
            if name != speaker:
                turns.append([f"{name}:"])
            speaker = name
        elif said.changes or voice_before:
            turns.append([_UNNAMED])
            speaker = ""
        elif not turns:
            turns.append([])
        voice_before = voice
        words = said.words[len(said.label) + 1 :].strip() if labelled else said.words
        if words:
            turns[-1].append(words)
    return [" ".join(turn) for turn in turns]


def _is_ended(text: str) -> bool:
    return _ENDED.search(text[-_MARKS_AT_END:]) is not None


def _read(line: _Line) -> _Said:
    words = " ".join(line.words)
    mark = _CHANGE.match(words)
    words = words[mark.end() :] if mark else words
    label = _LABEL.match(words)
    name = label["name"] if label and len(label["name"]) <= _LONGEST_NAME else ""
    if any(word.islower() and word not in _PARTICLES for word in name.split()):
        name = ""
    return _Said(mark is not None, name, words)


def _is_marked(turn: str) -> bool:
    return turn.startswith(_UNNAMED) or _LABEL.match(turn) is not None


def _parts(turn: str) -> Iterator[str]:
    """Yield a turn in paragraphs that end with a sentence."""
    words: list[str] = []
    length = 0
    for word in turn.split():
        words.append(word)
        length += len(word) + 1
        if length > _LONG // 2 and _is_ended(word):
            yield " ".join(words)
            words, length = [], 0
    if words:
        yield " ".join(words)


def _paragraphs(cues: Sequence[_Cue]) -> Iterator[str]:
    """Yield paragraphs of words that nothing gives to anybody: they end at a pause, and where they grow long.

    A pause within a sentence ends none, unless nothing shows where sentences end: machines write them so.
    """
    stops = any(_is_ended(word) for cue in cues for word in cue.words[-1:])
    words: list[str] = []
    length = end = 0
    for cue in cues:
        ended = not words or not stops or _is_ended(words[-1])
        if words and (
            (cue.start - end >= _PAUSE and ended) or length > (_LONG if ended and stops else 2 * _LONG)
        ):
            yield " ".join(words)
            words, length = [], 0
        words.extend(cue.words)
        length += sum(len(word) + 1 for word in cue.words)
        end = cue.end
    yield " ".join(words)
