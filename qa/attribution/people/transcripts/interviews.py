"""Find the answers of an interview, by "Q:" and "A:", by questions in bold, by one label or by plain questions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.attribution.people.transcripts import plain_questions
from qa.attribution.people.transcripts.all_talk import PICTURE
from qa.attribution.rule_names import INTERVIEW, QUESTION, TRANSCRIPT
from qa.attribution.speech.without_verbs.labels import Label, label_of
from qa.attribution.speech.without_verbs.short_labels import full_labels
from qa.datatypes import Span
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

RULE = INTERVIEW

_MARKED = regex(r"(?P<who>Q|A|QUESTION|ANSWER|Question|Answer)[.:][ \t]+(?=\S)")
_NUMBERED = regex(r"(?P<who>Q|A)\d{1,2}[.:][ \t]+(?=\S)")
_ANSWER_NUMBERED = regex(r"(?m)^A\d{1,2}[.:][ \t]+\S")
"""Beside answers with numbers, questions have them too; "Q1: Sales rose." is a quarter."""
_MARKED_BOLD = regex(r"(?:\*\*|__)(?P<who>Q|A|Question|Answer)[.:]?(?:\*\*|__)[.:]?[ \t]+(?=\S)")
_OWN_LABEL = r"(?:[A-Z][\w.]{0,20}: )?"
_BOLD_QUESTION = regex(rf"(?:#{{1,6}}[ \t]+)?(?:\*\*|__){_OWN_LABEL}(?P<words>[^\n]+\?)(?:\*\*|__)\s*\Z")
_BOLD = regex(rf"(?:#{{1,6}}[ \t]+)?(?:\*\*|__){_OWN_LABEL}(?P<words>[^\n*]+?)(?:\*\*|__)\s*\Z")
_STATED = regex(r"[.!?…][)”\"]?\s*\Z")
_NOTE = regex(r"(?i)[(\[*_\s]+(?:[a-z]+(?:['’]s)?[*_\s]+)?note[*_\s]*[:–—-]")
_INITIALS = regex(r"(?P<who>[A-Z]{2,3})[ \t]+(?=[A-Z(])")
_STOPPED = regex(r"(?P<name>[A-Z]+)\. (?=\S)")
_LETTERED_SHARE = 0.6
"""Of the answers, how many begin with letters if these say who answers, and are no "US" or "UN"."""
_LEAST_QUESTIONS = 2
_LEAST_OF_A_LABEL = 3
_ASKING_SHARE = 0.6
"""Of the lines of the only label, how many end with a question mark if it is the interviewer's."""


def answers(text: str, paragraphs: Sequence[Paragraph], title: str = "") -> dict[int, Label]:
    """Return the paragraphs that are answers of somebody who is interviewed, by number.

    An answer goes on until the next question; after the last one only its own paragraph surely belongs to it.
    """
    marks: Mapping[int, _Mark] = _marks(text, paragraphs)
    if not _are_enough(marks):  # "Question: who built it?" in somebody's answer
        marks = _of_one_label(text, paragraphs) or _plain(text, paragraphs, title)
    if not _are_enough(marks):
        return {}
    questions = [number for number, mark in marks.items() if mark.asks]
    labelled = _are_labelled(marks)
    found: dict[int, Label] = {}
    answering = False
    question: Span | None = None
    for number in range(questions[0], len(paragraphs)):
        paragraph = paragraphs[number]
        mark = marks.get(number)
        if mark is not None and mark.heading:
            continue
        if mark is not None and mark.asks:
            answering = not labelled
            question = mark.question or (mark.end, paragraph.end)
            found[number] = Label(mark.label, question, QUESTION)
            continue
        if mark is not None:
            answering = True
        elif not answering:
            continue
        elif number > questions[-1] and max(found) > questions[-1]:
            break
        if _is_picture(text, paragraph) or (
            number > 0 and _is_caption(text, paragraphs[number - 1], paragraph)
        ):
            continue
        start, label = (mark.end, mark.label) if mark is not None else (paragraph.start, None)
        found[number] = Label(label, (start, paragraph.end), RULE, question)
    return found if labelled else _by_own_label(text, paragraphs, _by_initials(text, paragraphs, found))


def _by_own_label(text: str, paragraphs: Sequence[Paragraph], found: Mapping[int, Label]) -> dict[int, Label]:
    """Return the answers as lines of the only label that opens most of them: "Ada Quill: It will.", "AQ: Yes."."""
    unnamed = [number for number, label in found.items() if label.rule == RULE and label.mention is None]
    labels = {number: match for number in unnamed if (match := label_of(text, paragraphs[number]))}
    full = full_labels(match["name"] for match in labels.values())
    names = {full.get(match["name"], match["name"]) for match in labels.values()}
    if len(names) != 1 or len(labels) < max(_LEAST_OF_A_LABEL, _LETTERED_SHARE * len(unnamed)):
        return dict(found)
    return {
        number: replace(
            label,
            mention=labels[number].span("name"),
            content=(labels[number].end(), paragraphs[number].end),
            rule=TRANSCRIPT,
        )
        if number in labels
        else label
        for number, label in found.items()
    }


def _by_initials(text: str, paragraphs: Sequence[Paragraph], found: Mapping[int, Label]) -> dict[int, Label]:
    """Return the answers of several, each with its letters: "AQ She was all in." and "TB I did it every time."

    What has no letters there is the interviewer's, also where it asks nothing.
    """
    letters = {
        number: match
        for number in found
        if (match := _INITIALS.match(text, paragraphs[number].start, paragraphs[number].end))
    }
    answered = sum(label.rule == RULE for label in found.values())
    if len({match["who"] for match in letters.values()}) < _LEAST_QUESTIONS:
        return dict(found)
    if len(letters) < _LEAST_OF_A_LABEL or len(letters) < _LETTERED_SHARE * answered:
        return dict(found)
    turns: dict[int, Label] = {}
    question: Span | None = None
    for number, label in found.items():
        match = letters.get(number)
        if match is None:
            question = label.content
            turns[number] = Label(None, question, QUESTION)
        else:
            turns[number] = Label(match.span("who"), (match.end(), paragraphs[number].end), RULE, question)
    return turns


def _is_picture(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a picture of the page or the editor's note: "{{< figure", "(**Editor's note:**"."""
    return bool(PICTURE.match(text, paragraph.start) or _NOTE.match(text, paragraph.start))


def _is_caption(text: str, before: Paragraph, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph without a stop stands beneath a picture: "![](quay.jpg)", "Ada Quill on the quay"."""
    return _is_picture(text, before) and _STATED.search(text, paragraph.start, paragraph.end) is None


class _Mark(NamedTuple):
    asks: bool
    end: int
    label: Span | None = None
    question: Span | None = None
    """What is asked, where it is not the rest of the paragraph."""
    heading: bool = False
    """Nobody's words: "Early days" between two answers."""


def _are_labelled(marks: Mapping[int, _Mark]) -> bool:
    return any(not mark.asks and not mark.heading for mark in marks.values())


def _are_enough(marks: Mapping[int, _Mark]) -> bool:
    """Tell whether somebody asks and answers: a single question, without a label of the answer, is none of a talk."""
    asked = sum(mark.asks for mark in marks.values())
    return asked >= _LEAST_QUESTIONS or (asked > 0 and _are_labelled(marks))


def _marks(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, _Mark]:
    marks: dict[int, _Mark] = {}
    forms: tuple[re.Pattern[str], ...] = (_MARKED, _MARKED_BOLD)
    if _ANSWER_NUMBERED.search(text) is not None:
        forms = (*forms, _NUMBERED)
    for number, paragraph in enumerate(paragraphs):
        if text[paragraph.start] in "QA*_#" and (mark := _mark(text, paragraph, forms)):
            marks[number] = mark
    bold = sum(mark.label is None for mark in marks.values())
    if bold >= _LEAST_QUESTIONS and bold == len(marks):
        # Where questions are in bold, so is what else the interviewer says: "**Tell us of the levee.**"
        for number, paragraph in enumerate(paragraphs):
            if number in marks or not (match := _BOLD.match(text, paragraph.start, paragraph.end)):
                continue
            stated = _STATED.search(match["words"]) is not None
            marks[number] = _Mark(stated, paragraph.end, None, match.span("words"), heading=not stated)
    return dict(sorted(marks.items()))


def _mark(text: str, paragraph: Paragraph, forms: Sequence[re.Pattern[str]]) -> _Mark | None:
    end = min(paragraph.end, paragraph.start + 40)
    for pattern in forms:
        if match := pattern.match(text, paragraph.start, end):
            return _Mark(match["who"][0] == "Q", match.end(), match.span("who"))
    if bold := _BOLD_QUESTION.match(text, paragraph.start, paragraph.end):
        return _Mark(True, paragraph.end, None, bold.span("words"))
    return None


def _of_one_label(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, _Mark]:
    """Return the questions that one label opens, the only one of the text: "Gazette: Will it hold?"."""
    labels = {
        number: match for number, paragraph in enumerate(paragraphs) if (match := label_of(text, paragraph))
    }
    full = full_labels(match["name"] for match in labels.values())
    whose = {number: full.get(match["name"], match["name"]) for number, match in labels.items()}
    often = [name for name, times in Counter(whose.values()).items() if times > 1]
    if len(often) != 1:
        return {}
    own = {number: match for number, match in labels.items() if whose[number] == often[0]}
    asking = sum(text[paragraphs[number].end - 1] == "?" for number in own)
    if len(own) < _LEAST_OF_A_LABEL or asking < _ASKING_SHARE * len(own):
        return {}
    stops = {f"{match['name']}. " for match in own.values() if match["name"].isupper()}
    for number, paragraph in enumerate(paragraphs):
        # "G. And the gate?" is misprinted, beside "G: Will it hold?"
        stopped = next((stop for stop in stops if text.startswith(stop, paragraph.start)), "")
        if stopped and min(own) < number and (match := _STOPPED.match(text, paragraph.start, paragraph.end)):
            own[number] = match
    return {number: _Mark(True, match.end(), match.span("name")) for number, match in sorted(own.items())}


def _plain(text: str, paragraphs: Sequence[Paragraph], title: str) -> Mapping[int, _Mark]:
    found = plain_questions.questions(text, paragraphs, title)
    return {
        number: _Mark(
            asks, paragraphs[number].start, None, paragraphs[number][:2] if asks else None, heading=not asks
        )
        for number, asks in found.items()
    }
