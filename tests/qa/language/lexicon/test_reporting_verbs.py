from __future__ import annotations

from datetime import date

import pytest

from qa.answers import QuestionKind, Understanding
from qa.attribution.extractor import extract
from qa.datatypes import Article, Speaker
from qa.language.lexicon.inflection import Forms
from qa.language.lexicon.verb_table import TABLE, Line
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

CLAUSE = "that the levee is safe"
QUOTATION = "“The levee is safe for everybody in town,”"
TAKES = {
    "say": CLAUSE,
    "write": CLAUSE,
    "tell": f"reporters {CLAUSE}",
    "think": CLAUSE,
    "that": CLAUSE,
    "ask": "whether the levee is safe",
    "object": "the levee plan",
    "to": "to leave the levee",
    "order": "Emil Hartog to leave the levee",
    "call": "the levee a disgrace",
}
"""What a verb with a frame has after it."""
SPELLINGS = [(line, forms) for line in TABLE for forms in line.spellings]
IDS = [" ".join((forms.base, *line.particle)) for line, forms in SPELLINGS]
PEOPLE = (Speaker("Ada Quill", "person", (), 3),)


def sentences(line: Line, forms: Forms) -> list[str]:
    """Return a sentence with each form of a verb for each of its frames and prepositions."""
    inflected = (
        forms.present,
        forms.past,
        f"will {forms.base}",
        f"is {forms.ing}",
        f"has {forms.participle}",
    )
    verbs = [" ".join((verb, *line.particle)) for verb in inflected]
    found = [f"{QUOTATION} Ada Quill {verb}." for verb in verbs if line.frames & {"say", "quote", "aloud"}]
    # "Warn the mayor" names the hearer, not what was said.
    for frame in sorted((line.frames & set(TAKES)) - ({"object"} if "tell" in line.frames else set())):
        # "As Quill put it" has what was said before or after it, never as its object.
        found += [f"Ada Quill {verb} {TAKES[frame]}." for verb in verbs if line.lemma != "put it"]
    if not line.frames:
        # "Will speak about it" reports nothing yet.
        del verbs[2]
        found += [f"Ada Quill {verb} {link} the old levee." for verb in verbs for link in sorted(line.about)]
    return found


def ask(question: str) -> Understanding:
    return understand(question, today=date(2026, 1, 15), speakers=ListedSpeakers(PEOPLE), sources=())


@pytest.mark.parametrize(("line", "forms"), SPELLINGS, ids=IDS)
def test_each_form_of_each_verb_reports_what_somebody_said(line: Line, forms: Forms) -> None:
    for sentence in sentences(line, forms):
        speakers = {record.speaker for record in extract(Article("a", sentence))}

        assert speakers == {"Ada Quill"} or not (line.frames or line.about), sentence


@pytest.mark.parametrize(("line", "forms"), SPELLINGS, ids=IDS)
def test_each_form_of_each_verb_asks_who_said_something(line: Line, forms: Forms) -> None:
    for verb in (forms.present, forms.past, f"is {forms.ing}", f"has {forms.participle}"):
        question = " ".join(("Who", verb, *line.particle, f"{CLAUSE}?"))

        assert ask(question).kind is QuestionKind.WHO_SAID, question
        assert "levee" in (ask(question).topic or ""), question


@pytest.mark.parametrize(("line", "forms"), SPELLINGS, ids=IDS)
def test_each_verb_asks_what_somebody_said(line: Line, forms: Forms) -> None:
    verb = " ".join((forms.base, *line.particle))
    understood = ask(f"What did Ada Quill {verb} about the levee?")

    assert understood.kind is QuestionKind.SAID
    assert understood.speaker == "Ada Quill"
    assert "levee" in (understood.topic or "")
    assert understood.cue in (None, line.lemma)


def test_each_line_of_the_table_is_in_order_and_says_how_a_question_uses_its_verb() -> None:
    lemmas = [line.lemma for line in TABLE]

    assert lemmas == sorted(set(lemmas))
    for line in TABLE:
        assert len(line.question & {"strong", "weak", "seldom"}) == 1, line.lemma
        assert line.question <= {"strong", "weak", "seldom", "neutral", "noun", "deed"}, line.lemma
        assert line.frames <= {*TAKES, "quote", "aloud"}, line.lemma
        assert line.marks <= {"noun", "person"}, line.lemma
        assert line.frames | line.about | line.parse | line.question, line.lemma


def test_a_verb_that_is_mostly_something_else_reports_only_in_its_frames() -> None:
    for sentence in (
        "Quill posted a profit of four million.",
        "The engine fumed in the yard, and Ada Quill left.",
        "Ada Quill submitted a bill that would close the levee.",
        "Ada Quill cracked an egg.",
        "Ada Quill pushed back her chair.",
    ):
        assert not extract(Article("a", sentence)), sentence
