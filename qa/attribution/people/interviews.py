"""Find the answers of an interview, by "Q:" and "A:" or by questions in bold, and who gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qa.attribution.people.layout import Layout
from qa.attribution.people.persons import People, Person
from qa.attribution.rule_names import QUESTION
from qa.attribution.speech.floating import Label
from qa.datatypes import Article, Span
from qa.language.lexicon.roles import REPORTERS
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

RULE = "interview"

_MARKED = regex(r"(?P<who>Q|A|QUESTION|ANSWER|Question|Answer)[.:][ \t]+(?=\S)")
_MARKED_BOLD = regex(r"(?:\*\*|__)(?P<who>Q|A|Question|Answer)[.:]?(?:\*\*|__)[.:]?[ \t]+(?=\S)")
_BOLD_QUESTION = regex(r"(?:\*\*|__)(?P<words>[^\n]+\?)(?:\*\*|__)\s*\Z")
_LEAST_QUESTIONS = 2
_ASKS = regex(
    r"\b(?:interview(?:s|ed)?(?: with)?|questions (?:for|to)"
    r"|(?:[Ww]e|I|has|have) (?:spoke|spoken|talked|sat down|chatted|met)(?: up)?(?: to| with)?"
    r"|sat down with|sits down with|conversation with|asked) (?:[\w’'-]+ ){0,6}$"
)
"""Before the name of who answers. "She spoke with" is as often before the interviewer's."""
_WORDS = regex(r"\w+")
_BREAK = "\n"
_BYLINE = regex(r"\b[Bb]y $")


def answers(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """Return the paragraphs that are answers of somebody who is interviewed, by number.

    An answer goes on until the next question; after the last one only its own paragraph surely belongs to it.
    """
    marks: dict[int, _Mark] = {}
    for number, paragraph in enumerate(paragraphs):
        if _may_mark(text, paragraph) and (mark := _mark(text, paragraph)):
            marks[number] = mark
    questions = [number for number, mark in marks.items() if mark.asks]
    labelled = len(questions) < len(marks)
    if not questions or (not labelled and len(questions) < _LEAST_QUESTIONS):
        return {}
    found: dict[int, Label] = {}
    answering = False
    question: Span | None = None
    for number in range(questions[0], len(paragraphs)):
        paragraph = paragraphs[number]
        mark = marks.get(number)
        if mark is not None and mark.asks:
            answering = not labelled
            question = mark.question or (mark.end, paragraph.end)
            found[number] = Label(mark.label, question, QUESTION)
            continue
        if mark is not None:
            answering = True
        elif not answering:
            continue
        elif number > questions[-1] and number - 1 in found and found[number - 1].rule == RULE:
            break
        start, label = (mark.end, mark.label) if mark is not None else (paragraph.start, None)
        found[number] = Label(label, (start, paragraph.end), RULE, question)
    return found


class _Mark(NamedTuple):
    asks: bool
    end: int
    label: Span | None = None
    question: Span | None = None
    """What is asked, where it is not the rest of the paragraph."""


def _may_mark(text: str, paragraph: Paragraph) -> bool:
    return text[paragraph.start] in "QA*_"


def _mark(text: str, paragraph: Paragraph) -> _Mark | None:
    end = min(paragraph.end, paragraph.start + 40)
    for pattern in (_MARKED, _MARKED_BOLD):
        if match := pattern.match(text, paragraph.start, end):
            return _Mark(match["who"][0] == "Q", match.end(), match.span("who"))
    if bold := _BOLD_QUESTION.match(text, paragraph.start, paragraph.end):
        return _Mark(True, paragraph.end, None, bold.span("words"))
    return None


def interviewed(article: Article, layout: Layout, people: People) -> Person | None:
    """Return the person whom an article interviews; None unless only one can be meant."""
    text = article.text
    # Who is interviewed is introduced before the first question.
    first = next((p.start for p in layout.paragraphs if _may_mark(text, p) and _mark(text, p)), len(text))
    asked: set[int] = set()
    named: set[int] = set()
    for mention in people.mentions:
        if mention.start >= first:
            break
        if len(mention.people) != 1 or _is_reporter(
            article, layout, people, mention.people[0], mention.start
        ):
            continue
        named.add(mention.people[0])
        if _ASKS.search(text, max(0, mention.start - 90), mention.start):
            asked.add(mention.people[0])
    heading = _WORDS.findall(
        f"{article.title} {text[: text.find(_BREAK)] if _BREAK in text[:250] else ''}".casefold()
    )
    titled = {person for person in named if people.persons[person].parsed.last in heading}
    chosen = asked & titled if asked and titled else asked or titled or named
    return people.persons[chosen.pop()] if len(chosen) == 1 else None


def _is_reporter(article: Article, layout: Layout, people: People, person: int, start: int) -> bool:
    one = people.persons[person]
    if one.name.casefold() in article.author.casefold() or _BYLINE.search(
        layout.text, max(0, start - 4), start
    ):
        return True
    return bool(one.roles & REPORTERS)
