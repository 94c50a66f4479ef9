"""Find whose line of a transcript each paragraph is, what reporters ask in it, and whom a label names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from qa.attribution.people import interviewed, interviews, label_letters, office_labels, witnesses
from qa.attribution.people.bearers import MOST_NAMESAKES, key_of
from qa.attribution.people.layout import Layout
from qa.attribution.people.persons import People, Person
from qa.attribution.people.plain_questions import MOST_REPORTS, REPORTS
from qa.attribution.rule_names import QUESTION
from qa.attribution.speech import floating, labels_alone
from qa.attribution.speech.labels import ADDRESSES, BOLD, Label, after_time, label_of, matched
from qa.datatypes import Article, Attribution, Span
from qa.language.lexicon.first_names import gender_of, is_given
from qa.language.lexicon.page_words import OF_COURTS, UNNAMED
from qa.language.lexicon.titles import COURTESY, FEMALE_TITLES, MALE_TITLES, TITLES
from qa.language.patterns import regex
from qa.language.sentences import Paragraph
from qa.speakers.names import fold, parse_person

RULE = "transcript"

_QUESTION = regex(
    rf"{BOLD}(?P<who>Q|QUESTION|Question|(?:UNIDENTIFIED )?REPORTERS?|Reporter|JOURNALIST|Journalist|INTERVIEWER"
    rf"|Interviewer|PRESS)(?:{BOLD}[.:]{BOLD}\s+|(?<=Q)(?:\t| {{2}})[ \t]*)(?=\S)"
)
_ANSWER = regex(rf"{BOLD}(?P<who>A)(?:{BOLD}[.:]{BOLD}\s+|(?:\t| {{2}})[ \t]*)(?=\S)")
_LEAST_ANSWERS = 2
_WITNESS = "the witness"
_HEADING = regex(
    r"#{1,6}[ \t]|[^a-zß-ÿ\n]{4,80}(?<![.!?…”\"])\Z"
    r"|[A-Z][\w’'-]*(?:[ \t](?:[A-Z][\w’'-]*|and|of|the|for|to|in|on)){1,7}:?(?<![.!?…])\Z"
)
"""What heads a part of a talk: "## Early life", "DIRECT EXAMINATION", "Questions and Answers:"."""
_ASIDE = regex(
    r"[“\"]?[(\[][^()\[\]\n]*[)\]][.:]?\s*\Z|[\W\d_]+\Z|(?:END|End)\b[^\n]{0,40}\Z"
    r"|#|(?:\*\*|__)[^\n]*(?:\*\*|__)\W*\Z"
)
"""What stands between two lines and is spoken by nobody: "(Applause.)", "* * *", "END 2:05 P.M.", a page's number."""
_SPOKEN = (RULE, QUESTION, interviews.RULE)
_NARRATES = regex(r"[“”\"]|\b(?:said|says|told|asked)\b")
_FEWEST_OF_A_TALK = 8
_SHARE_OF_A_TALK = 0.3
"""Of the paragraphs from the first line to the last, how many have a label if nobody else's words are between them."""
_SHARE_OF_SPOKEN = 0.6
_LONGEST_GAP = 3
"""Paragraphs without a label between two lines where no reporter asks; more are rather the article's own."""


def turns(text: str, paragraphs: Sequence[Paragraph], title: str = "") -> dict[int, Label]:
    """Return the paragraphs whose speaker the layout shows, by number: labels, answers and questions."""
    paragraphs = labels_alone.joined(text, paragraphs)
    asked = {
        number: match
        for number, paragraph in enumerate(paragraphs)
        if (match := _QUESTION.match(text, paragraph.start, min(paragraph.end, paragraph.start + 60)))
    }
    labelled = floating.labels(text, paragraphs, asked)
    if not any(label.rule == RULE for label in labelled.values()):
        return labelled | interviews.answers(text, paragraphs, title)
    for number, match in asked.items():
        label = Label(match.span("who"), (match.end(), paragraphs[number].end), QUESTION)
        labelled[number] = label
    return _with_rest(text, paragraphs, labelled | _of_witnesses(text, paragraphs, labelled))


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
    throughout = _is_talk_throughout(text, paragraphs, lines)
    found = dict(labelled)
    question: Span | None = None
    for number, following in zip(lines, [*lines[1:], 0], strict=True):
        label = labelled[number]
        if label.rule == QUESTION:
            question = label.content
        else:
            found[number] = label = replace(label, question=question)
        rest = [n for n in range(number + 1, following) if n not in labelled]
        # "Brandt: You have boats.", the only line of Brandt's, ends what Quill says in the line before.
        rest = list(takewhile(lambda n: label_of(text, paragraphs[n]) is None, rest))
        unlabelled = _asked_between(text, paragraphs, rest, label, labelled.get(following))
        if unlabelled is not None:
            found[rest.pop()] = Label(None, unlabelled, QUESTION)
        if not asks and throughout:
            # Between its lines a printed talk may say what people do: "Quill pours tea."
            name = "" if label.mention is None else text[slice(*label.mention)].rsplit(maxsplit=1)[-1]
            rest = [n for n in rest if name not in text[paragraphs[n].start : paragraphs[n].end]]
        elif not asks and not _is_one_turn(text, [paragraphs[n] for n in rest]):
            rest = []
        for n in rest:
            paragraph = paragraphs[n]
            start = after_time(text, paragraph.start, paragraph.end)
            # "Enquiries: 555 0142", at the foot of a page, is no more spoken than "(Applause.)".
            if start < paragraph.end and not (
                _ASIDE.match(text, start, paragraph.end)
                or matched(text, paragraph)
                or _HEADING.match(text, start, paragraph.end)
                or labels_alone.bare_name(text, (start, paragraph.end))
                or witnesses.is_oath(text, start, paragraph.end)
            ):
                found[n] = replace(label, content=(start, paragraph.end))
        question = unlabelled or question
    return found


def _asked_between(
    text: str, paragraphs: Sequence[Paragraph], rest: Sequence[int], label: Label, following: Label | None
) -> Span | None:
    """Return the question without a label right before a second line of the same speaker: nobody answers himself."""
    if not rest or following is None or label.mention is None or following.mention is None:
        return None
    asked = (paragraphs[rest[-1]].start, paragraphs[rest[-1]].end)
    again = text[slice(*label.mention)] == text[slice(*following.mention)]
    return (
        asked
        if again and label.rule == RULE and text[asked[0] : asked[1]].rstrip("*_ ").endswith("?")
        else None
    )


def _is_talk_throughout(text: str, paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> bool:
    """Tell whether a text is all talk, so that what has no label goes on with the line before, however long.

    Somebody may speak for many paragraphs; then most of them say "I" or "you", and nobody reports.
    """
    if len(lines) < _FEWEST_OF_A_TALK:
        return False
    between = [p for p in paragraphs[lines[0] : lines[-1] + 1] if p.start < p.end]
    if len(lines) >= _SHARE_OF_A_TALK * len(between):
        return True
    addressing = sum(ADDRESSES.search(text, p.start, p.end) is not None for p in between)
    reports = sum(1 for _ in REPORTS.finditer(text, between[0].start, between[-1].end))
    return addressing >= _SHARE_OF_SPOKEN * len(between) and reports <= MOST_REPORTS


def _is_one_turn(text: str, rest: Sequence[Paragraph]) -> bool:
    """Tell whether paragraphs between two lines are spoken: they say "I" or "you", and nobody reports."""
    return len(rest) <= _LONGEST_GAP and all(
        ADDRESSES.search(text, p.start, p.end) and not _NARRATES.search(text, p.start, p.end) for p in rest
    )


class Labels(NamedTuple):
    """Whom the labels of an article's lines name."""

    article: Article
    people: People
    guests: Sequence[Person]
    first: int
    one_asks: bool

    @classmethod
    def of(cls, article: Article, layout: Layout, people: People, first: int) -> Labels:
        """Return the labels of an article; `first` is where the words of its first line begin."""
        guests = interviewed.titled(article, people, first)
        if guests is None:
            guest = interviewed.interviewed(article, layout, people, first)
            guests = [] if guest is None else [guest]
        return cls(article, people, guests, first, label_letters.one_asks(article.text))

    def named(self, record: Attribution) -> Attribution:
        """Return a line's record with the full name of the article or its title that the label is short for."""
        assert record.mention is not None
        label = self.article.text[slice(*record.mention)]
        if UNNAMED.issuperset(label.rstrip("0123456789 ").casefold().split()) and (
            record.speaker is None or record.speaker.casefold() == label.casefold()
        ):
            return replace(record, speaker=None, ambiguous=())
        if label.casefold().removeprefix("the ") in OF_COURTS:
            return replace(record, speaker=None, ambiguous=(), callings=())
        if record.speaker is None and not record.ambiguous:
            name = office_labels.bearer(
                label, self.article.title, self.article.text[: self.first], self.people
            )
            if name is not None:
                return replace(record, speaker=name)
        if not label_letters.are_letters(label):
            guest = self._guest(label)
            title, people = self.article.title, self.people
            return replace(record, speaker=guest) if guest else _named(record, label, title, people)
        if record.speaker or record.ambiguous or (len(label) == 1 and not self.one_asks):
            return record
        name = label_letters.named_elsewhere(label, self.article, self.guests, self.first)
        return replace(record, speaker=name) if name else record

    def _guest(self, label: str) -> str | None:
        """Return the guest whose given name a label is: "Ada:" beneath "Interview with Ada Quill"."""
        having = [one.name for one in self.guests if one.parsed.given[:1] == (fold(label),)]
        return having[0] if len(having) == 1 else None


def _named(record: Attribution, label: str, title: str, people: People) -> Attribution:
    words = label.replace(".", " ").split()
    name = parse_person(label.title())
    if not name.last or words[0].casefold() == "the":
        return record
    gender = _gender(words)
    bearing = [people.persons[i] for i in people.by_surname.get(key_of(name.last), ())[:MOST_NAMESAKES]]
    # "Ada T. Quill" is whom the text calls Ada Quill elsewhere.
    inside = {
        p.name
        for p in bearing
        if p.parsed.given and (name.is_form_of(p.parsed) or (name.given and p.parsed.is_form_of(name)))
    }
    known = inside or {n for n in _full_names(title, name.last) if name.is_form_of(parse_person(n))}
    fitting = sorted(n for n in known if gender in (None, _given_gender(n)) or _given_gender(n) is None)
    if len(fitting) == 1:
        callings = tuple(sorted({word for p in bearing if p.name == fitting[0] for word in p.callings}))
        return replace(record, speaker=fitting[0], ambiguous=(), callings=callings)
    if fitting:
        return replace(record, speaker=None, ambiguous=tuple(fitting))
    unread = record.speaker is None and not record.ambiguous and len(words) > 1
    unread = unread and (words[0].casefold() in COURTESY or is_given(words[0].casefold()))
    unread = unread and key_of(name.last) not in TITLES
    if (
        known
        or unread
        or (
            record.speaker
            and record.speaker.isupper()
            and (len(record.speaker) > 4 or words[0].casefold() in COURTESY)
        )
    ):
        # "MS. RHODES" beside Ben Rhodes is somebody else of that name.
        # Under "ADA RHODES" it is the whole name, and so is "MR. WEST", which no sentence would tell from the west.
        whole = (*name.given, *name.surname)
        return replace(record, speaker=" ".join(whole).title(), ambiguous=(), callings=())
    return record


def _gender(words: Sequence[str]) -> str | None:
    first = words[0].casefold()
    return "m" if first in MALE_TITLES else "f" if first in FEMALE_TITLES else None


def _given_gender(name: str) -> str | None:
    words = name.replace(".", " ").split()
    given = parse_person(name).given
    return _gender(words) or (gender_of(given[0]) if given else None)


def _full_names(title: str, surname: str) -> list[str]:
    """Return the names of a title that end with a surname: "Ben Rhodes" in "Press Briefing by Ben Rhodes"."""
    words = [word.strip(",.;:()“”\"'’") for word in title[:400].split()]
    found = []
    for i, word in enumerate(words):
        given = words[i - 1] if i else ""
        if len(given) == 1 and i > 1:
            given = f"{words[i - 2]} {given}"
        before = words[i - 2].casefold() if i > 1 else ""
        is_given = bool(given) and (gender_of(given.split()[0].casefold()) or before in ("by", "with"))
        if word.casefold() == surname and given[:1].isupper() and is_given:
            found.append(f"{given} {word}".title() if word.isupper() else f"{given} {word}")
    return found
