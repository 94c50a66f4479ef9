"""Find whose line of a transcript each paragraph is, what reporters ask in it, and whom a label names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from qa.attribution.people.names import label_names
from qa.attribution.people.names.full_names import is_full_name
from qa.attribution.people.names.layout import Layout, is_headline
from qa.attribution.people.names.persons import People, Person
from qa.attribution.people.transcripts import interviewed, interviews, label_letters, office_labels, witnesses
from qa.attribution.people.transcripts.all_talk import (
    ASIDE,
    PICTURE,
    end_of_talk,
    is_one_turn,
    is_talk_throughout,
)
from qa.attribution.people.transcripts.unlabelled_answers import guest as guest_without_label
from qa.attribution.people.transcripts.unlabelled_interviewers import (
    asked_between,
    asks_without_label,
    is_again,
    until_asked,
)
from qa.attribution.rule_names import QUESTION, TRANSCRIPT
from qa.attribution.speech.without_verbs import floating, labels_alone
from qa.attribution.speech.without_verbs.labels import (
    ADDRESSES,
    BOLD,
    Label,
    after_time,
    begins_anew,
    is_section,
    is_stopped,
    matched,
)
from qa.attribution.speech.without_verbs.short_labels import full_labels
from qa.datatypes import Article, Attribution, Span
from qa.language.lexicon.page_words import OF_COURTS, UNNAMED
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex
from qa.language.sentences import Paragraph
from qa.speakers.names import fold

RULE = TRANSCRIPT

_QUESTION = regex(
    rf"{BOLD}(?P<who>Q\d?|QUESTION|Question|(?:UNIDENTIFIED )?REPORTERS?|Reporter|JOURNALIST|Journalist|INTERVIEWER"
    rf"|Interviewer|PRESS)(?:{BOLD}[.:]{BOLD}\s+|(?<=Q)(?:\t| {{2}})[ \t]*)(?=\S)"
)
_ANSWER = regex(rf"{BOLD}(?P<who>A)(?:{BOLD}[.:]{BOLD}\s+|(?:\t| {{2}})[ \t]*)(?=\S)")
_MEMBERS = frozenset(("member", "members"))
"""Whom a record does not name: "HON. OPPOSITION MEMBER"."""
_NUMBERED = regex(r"[A-Za-z]{1,2}\d{1,2}")
"""A voice that a machine or a typist has numbered: "W1"."""
_LEAST_ANSWERS = 2
_WITNESS = "the witness"
_HEADING = regex(
    r"#{1,6}[ \t]|[^a-zß-ÿ\n]{4,80}(?<![.!?…”\"])\Z"
    r"|[A-Z][\w’'-]*(?:[ \t](?:[A-Z][\w’'-]*|and|of|the|for|to|in|on)){1,7}:?(?<![.!?…])\Z"
)
"""What heads a part of a talk: "## Early life", "DIRECT EXAMINATION", "Questions and Answers:"."""
_STOPPED = regex(r"[.?!…:—–-][\"”’)\]*_]*\Z")
_SPOKEN = (RULE, QUESTION, interviews.RULE)


def turns(text: str, paragraphs: Sequence[Paragraph], title: str = "") -> dict[int, Label]:
    """Return the paragraphs whose speaker the layout shows, by number: labels, answers and questions."""
    paragraphs = labels_alone.joined(text, paragraphs)
    asked = {
        number: match
        for number, paragraph in enumerate(paragraphs)
        if (match := _QUESTION.match(text, paragraph.start, min(paragraph.end, paragraph.start + 60)))
    }
    labelled = _without_headings(text, floating.labels(text, paragraphs, asked))
    if not any(label.rule == RULE for label in labelled.values()):
        return labelled | interviews.answers(text, paragraphs, title)
    for number, match in asked.items():
        label = Label(match.span("who"), (match.end(), paragraphs[number].end), QUESTION)
        labelled[number] = label
    return _with_rest(text, paragraphs, labelled | _of_witnesses(text, paragraphs, labelled))


def _without_headings(text: str, labelled: Mapping[int, Label]) -> dict[int, Label]:
    """Leave out what has a label and is no words of anybody's: "ADA QUILL: An Interview Conducted by Tom Brandt".

    It is set as a heading is, or stands first and ends with no stop where most lines do.
    """
    lines = [number for number, label in sorted(labelled.items()) if label.rule == RULE]
    stopped = [n for n in lines if _STOPPED.search(text, labelled[n].content[1] - 3, labelled[n].content[1])]
    first = lines[0] if lines and lines[0] not in stopped and 2 * len(stopped) > len(lines) else None
    return {
        number: label
        for number, label in labelled.items()
        if label.rule != RULE or (number != first and not _is_heading(text, label.content))
    }


def _is_heading(text: str, content: Span) -> bool:
    words = text[slice(*content)]
    return is_headline(text, Paragraph(*content, ())) and not words.isupper() and words[-1] not in "?!"


def _of_witnesses(
    text: str, paragraphs: Sequence[Paragraph], labelled: Mapping[int, Label]
) -> dict[int, Label]:
    """Return the lines of who is questioned in a court, beside other labels: "A." after "Q.", and "THE WITNESS:"."""
    answers = {
        number: Label(match.span("who"), (match.end(), paragraph.end), interviews.RULE)
        for number, paragraph in enumerate(paragraphs)
        if number not in labelled
        and (match := _ANSWER.match(text, paragraph.start, min(paragraph.end, paragraph.start + 60)))
    }
    by_letter = sum(
        one.rule == QUESTION and one.mention is not None and text[slice(*one.mention)] == "Q"
        for one in labelled.values()
    )
    if len(answers) < _LEAST_ANSWERS or by_letter < _LEAST_ANSWERS:
        return {}
    return answers | {
        number: replace(label, rule=interviews.RULE)
        for number, label in labelled.items()
        if label.mention is not None and text[slice(*label.mention)].casefold() == _WITNESS
    }


def _with_rest(text: str, paragraphs: Sequence[Paragraph], labelled: Mapping[int, Label]) -> dict[int, Label]:
    """Add the paragraphs that go on with a line, up to the next one, and to each answer what was asked."""
    lines = sorted(number for number, label in labelled.items() if label.rule in _SPOKEN)
    asks = any(labelled[number].rule == QUESTION for number in lines)
    throughout = is_talk_throughout(text, paragraphs, lines)
    stopped = any((match := matched(text, paragraphs[n])) is not None and is_stopped(match) for n in lines)
    last = end_of_talk(text, paragraphs, lines) if throughout else lines[-1]
    found = dict(labelled)
    without_label = asks_without_label(text, paragraphs, labelled, lines)
    guest = guest_without_label(text, paragraphs, labelled, lines)
    question: Span | None = None
    for number, following in zip(lines, [*lines[1:], last], strict=True):
        label = labelled[number]
        if label.rule == QUESTION:
            question = label.content
        else:
            found[number] = label = replace(label, question=question)
        between = (n for n in range(number + 1, following) if n not in labelled)
        rest = [n for n in between if not PICTURE.match(text, paragraphs[n].start)]
        # "Brandt: You have boats.", the only line of Brandt's, ends what Quill says in the line before.
        rest = list(takewhile(lambda n: not _is_anothers(text, paragraphs[n], stopped=stopped), rest))
        again = is_again(text, label, labelled.get(following))
        unlabelled = asked_between(
            text, paragraphs, rest, again=again or (without_label and following in labelled)
        )
        if unlabelled is not None:
            found[rest.pop()] = Label(None, unlabelled, QUESTION)
        if without_label:
            rest = until_asked(text, paragraphs, rest, asked=unlabelled is not None)
        if not asks and throughout:
            # Between its lines a printed talk may say what people do: "Quill pours tea."
            name = "" if label.mention is None else text[slice(*label.mention)].rsplit(maxsplit=1)[-1]
            rest = [
                n
                for n in rest
                if name not in text[paragraphs[n].start : paragraphs[n].end]
                or ADDRESSES.search(text, paragraphs[n].start, paragraphs[n].end)  # "I am Ada Quill."
            ]
        elif not asks and not is_one_turn(text, [paragraphs[n] for n in rest]):
            rest = []
        answered = guest.answered(text, paragraphs, number, rest) if guest is not None else ()
        for n in rest:
            paragraph = paragraphs[n]
            start = after_time(text, paragraph.start, paragraph.end)
            # "Enquiries: 555 0142", at the foot of a page, is no more spoken than "(Applause.)".
            if start < paragraph.end and not (
                ASIDE.match(text, start, paragraph.end)
                or _label(text, paragraph, stopped=stopped)
                or _HEADING.match(text, start, paragraph.end)
                or labels_alone.bare_name(text, (start, paragraph.end))
                or witnesses.is_oath(text, start, paragraph.end)
            ):
                content = (start, paragraph.end)
                found[n] = replace(label, content=content)
                if guest is not None and n in answered:
                    found[n] = guest.says(content, label.content)
        question = unlabelled or question
    return found


def _is_anothers(text: str, paragraph: Paragraph, *, stopped: bool) -> bool:
    label = _label(text, paragraph, stopped=stopped)
    return begins_anew(text, paragraph) or (label is not None and not is_section(label["name"]))


def _label(text: str, paragraph: Paragraph, *, stopped: bool) -> re.Match[str] | None:
    """Return the label of a paragraph; where none ends with a stop, "General Quill. A great man." has none."""
    label = matched(text, paragraph)
    return label if label is None or stopped or not is_stopped(label) else None


def _is_whole(name: str | None) -> bool:
    return name is not None and " " in name


class Labels(NamedTuple):
    """Whom the labels of an article's lines name."""

    article: Article
    people: People
    guests: Sequence[Person]
    first: int
    one_asks: bool
    spelt_out: Mapping[str, str]
    """Whom letters mean that stand beside a name somewhere."""
    full: Mapping[str, str]
    """The label of an earlier line that a label is short for: "Ada Quill" for "AQ"."""
    answers: str
    """The label of who answers, where the only other one asks."""

    @classmethod
    def of(cls, article: Article, layout: Layout, people: People, lines: Sequence[Attribution]) -> Labels:
        """Return the labels of an article by its lines, in order."""
        first = lines[0].start
        guests = interviewed.titled(article, people, first)
        if guests is None:
            guest = interviewed.interviewed(article, layout, people, first)
            guests = [] if guest is None else [guest]
        text = article.text
        names = [text[slice(*one.mention)] for one in lines if one.mention is not None]
        asks, spelt_out = label_letters.one_asks(text), label_letters.spelt_out(text)
        single = {name for name in names if len(name) == 1 and name.isupper()}
        spelt_out |= label_letters.spoken_with(single, text[:first])
        full = full_labels(names)
        answers = label_letters.who_answers(
            [(full.get(n, n), one.end) for n, one in zip(names, lines, strict=True)], text
        )
        return cls(article, people, guests, first, asks, spelt_out, full, answers)

    def named(self, record: Attribution) -> Attribution:
        """Return a line's record with the full name of the article or its title that the label is short for."""
        assert record.mention is not None
        label = self.article.text[slice(*record.mention)]
        words = label.rstrip("0123456789 ").casefold().split()
        if UNNAMED.issuperset(words) and (
            record.speaker is None or record.speaker.casefold() == label.casefold()
        ):
            return replace(record, speaker=None, ambiguous=())
        if words[-1] in _MEMBERS or _NUMBERED.fullmatch(label):
            return replace(record, speaker=None, ambiguous=())
        if label.casefold().removeprefix("the ") in OF_COURTS:
            return replace(record, speaker=None, ambiguous=(), callings=())
        if label in self.full and label not in self.spelt_out and not _is_whole(record.speaker):
            label, record = self.full[label], replace(record, speaker=None, ambiguous=())
        if record.speaker is None and not record.ambiguous:
            name = office_labels.bearer(
                label, self.article.title, self.article.text[: self.first], self.people
            )
            if name is not None:
                return replace(record, speaker=name)
        if not label_letters.are_letters(label):
            guest = self._guest(label)
            if guest:
                return replace(record, speaker=guest)
            named = label_names.named(record, label, self.article.title, self.people)
            if named.ambiguous or _is_whole(named.speaker) or label not in self.full.values():
                return named
            # Nothing but a name is shortened so: "Ottla Quill:", and then "OQ:".
            whole = is_full_name(label.split(), titled=True)
            return replace(named, speaker=label_names.known(label, self.people)) if whole else named
        if label in self.spelt_out:
            name = label_names.known(self.spelt_out[label], self.people)
            return replace(record, speaker=name, ambiguous=())
        if record.speaker or record.ambiguous or (len(label) == 1 and not self.one_asks):
            return record
        name = label_letters.named_elsewhere(label, self.article, self.guests, self.first)
        if not name and len(label) > 1 and label == self.answers and len(self.guests) == 1:
            name = self.guests[0].name  # "HRC:" beneath "Interview with Ada Quill of the Harwick Rowing Club"
        return replace(record, speaker=name) if name else record

    def _guest(self, label: str) -> str | None:
        """Return the guest whose label has the given name, "Ada:" beneath "Interview with Ada Quill", or "Dr Q:"."""
        title, _, letter = fold(label).replace(".", "").rpartition(" ")
        having = [
            one.name
            for one in self.guests
            if one.parsed.given[:1] == (fold(label),)
            or (len(letter) == 1 and title in TITLES and one.parsed.last.startswith(letter))
        ]
        return having[0] if len(having) == 1 else None
