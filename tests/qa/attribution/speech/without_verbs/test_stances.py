"""What somebody is sure of, worried about or opposed to, and objects in clauses with "as" or "who"."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from tests.qa.attribution.speech.attributed import said

STANCES = {
    "confident that": (
        "Ada Quill is confident that the levee will hold.",
        ("Ada Quill", "the levee will hold"),
    ),
    "sure, without that": (
        "Ada Quill was sure the levee would hold.",
        ("Ada Quill", "the levee would hold"),
    ),
    "worried about": (
        "The bakers were worried about the harbour.",
        ("The bakers", "the harbour"),
    ),
    "opposed to": (
        "Ivo Brandt is firmly opposed to raising fares.",
        ("Ivo Brandt", "raising fares"),
    ),
    "critical of": (
        "The union has been critical of the mayor, who is ill.",
        ("The union", "the mayor"),
    ),
    "remained": (
        "Una Strand remained hopeful that the ferry would sail.",
        ("Una Strand", "the ferry would sail"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), STANCES.values(), ids=STANCES.keys())
def test_a_stance_in_an_adjective_is_the_subjects(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_STANCES = {
    "it": "It is certain that the levee will hold.",
    "the adjective alone": "Ada Quill was happy and left.",
    "before a noun": "A worried Ada Quill left.",
    "a degree": "Ada Quill was so happy that she sang.",
    "a place": "Ada Quill was happy in Harwick.",
    "a time": "Ada Quill was upset on Monday.",
    "a question": "Is Ada Quill sure the levee will hold?",
}


@pytest.mark.parametrize("text", NO_STANCES.values(), ids=NO_STANCES.keys())
def test_an_adjective_without_somebody_or_something_is_no_stance(text: str) -> None:
    assert said(text) == []


CLAUSES = {
    "as, at the beginning": (
        "As Ada Quill spoke about the ferry, it rained.",
        ("Ada Quill", "the ferry"),
    ),
    "as, at the end": (
        "The hall fell silent as Ada Quill attacked the mayor.",
        ("Ada Quill", "the mayor"),
    ),
    "who, without a comma": (
        "Some bakers who oppose Ivo Brandt left.",
        ("Some bakers who", "Ivo Brandt"),
    ),
    "who, with a longer object": (
        "Those who criticised the plan for a bridge were many.",
        ("Those who", "the plan for a bridge"),
    ),
    "an adverb before the preposition": (
        "Ada Quill complained bitterly about the fares.",
        ("Ada Quill", "the fares"),
    ),
    "backs": ("Ada Quill backs the plan.", ("Ada Quill", "the plan")),
    "favoured": ("The bakers favoured a lower fare.", ("The bakers", "a lower fare")),
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.values(), ids=CLAUSES.keys())
def test_an_object_in_a_clause_ends_with_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_CLAUSES = {
    "as critics called it": "The tower, as critics called it, fell.",
    "backs away": "Ada Quill backs away from the edge.",
    "backed up": "The traffic backed up to the bridge.",
    "a favour": "Ada Quill asks favours of nobody.",
    "the back": "The backs of the houses are red.",
    "backed by": "A firm backed by Norvik Rail left.",
}


@pytest.mark.parametrize("text", NO_CLAUSES.values(), ids=NO_CLAUSES.keys())
def test_words_that_only_look_like_support_say_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    ["As Ada Quill can tell you, the lock is shut.", "Ada Quill will be back as the warden in May."],
    ids=["what somebody could tell", "who will be back"],
)
def test_what_somebody_could_tell_or_will_be_is_no_word_of_theirs(text: str) -> None:
    assert extract(Article("a", f"The hall.\n\n{text}")) == []


SOMEBODY_ELSES = {
    "who said, after by": "That charge was denied by Mr. Brandt, who said the Reds were afraid of Quill’s skills.",
    "who said that, after to": "She spoke to Una Strand, who said that the Reds were worried about the toll.",
    "who believes": "The plan was backed by Ivo Brandt, who believes the Reds are tired of waiting.",
    "warned": "The plan was drawn up by Ivo Brandt, who warned the Reds were tired of waiting.",
    "said": "Brandt said the Reds were worried about the levee.",
    "a noun": "Few shared the belief that the Reds were afraid of Quill’s skills.",
}
THEIRS = {
    "while": "While Brandt slept, the Reds were worried about the levee.",
    "but": "Brandt left, but the Reds were worried about the levee.",
    "after a clause": "Brandt left at noon, and the Reds were worried about the levee.",
    "after a place": "In Harwick the Reds were worried about the levee.",
    "alone": "The Reds were afraid of Quill’s skills.",
}


@pytest.mark.parametrize("text", SOMEBODY_ELSES.values(), ids=SOMEBODY_ELSES)
def test_a_stance_that_somebody_reports_is_not_given_to_who_is_said_to_have_it(text: str) -> None:
    assert "the Reds" not in [mention for mention, _ in said(text)]


@pytest.mark.parametrize("text", THEIRS.values(), ids=THEIRS)
def test_a_stance_that_nobody_reports_is_theirs(text: str) -> None:
    assert "the Reds" in [mention.lower().replace("reds", "Reds") for mention, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The plan was backed by Ivo Brandt, who said the levee was safe.", "the levee was safe"),
        ("She spoke to Ivo Brandt, who said that the levee was safe.", "the levee was safe"),
        ("The idea came from Ivo Brandt, who added that the levee was safe.", "the levee was safe"),
    ],
)
def test_who_refers_to_somebody_after_a_preposition(text: str, content: str) -> None:
    assert said(text) == [("Ivo Brandt, who", content)]
