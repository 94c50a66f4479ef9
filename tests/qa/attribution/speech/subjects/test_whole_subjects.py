"""Who speaks in full: whom an outlet quotes, and subjects of several parts after a quotation."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from tests.qa.attribution.speech.attributed import said

LEAKS = "“The levee leaks badly,”"

QUOTED = {
    "a participle after who is quoted": (
        "The Harwick Post quoted Quill, saying: “The levee leaks.”",
        [("Quill", "“The levee leaks.”")],
    ),
    "described between commas": (
        "The Harwick Post quoted Ada Quill, the mayor, as saying the levee leaks.",
        [("Ada Quill", "the levee leaks")],
    ),
    "a verb of another kind after a description": (
        "The Harwick Post quoted Ada Quill, a board member, calling the levee a joke.",
        [("Ada Quill", "the levee a joke")],
    ),
    "what is quoted is nobody": (
        "The board cited a lack of money, saying the levee leaks.",
        [("The board", "a lack of money"), ("The board", "the levee leaks")],
    ),
    "a role beside a body, and a name": (
        f"{LEAKS} acting clerk to the United Ports Tom Quill told a paper.",
        [("acting clerk to the United Ports Tom Quill", LEAKS)],
    ),
    "quoted passively": (f"{LEAKS} Quill was quoted as saying by the Post.", [("Quill", LEAKS)]),
    "reported passively after a clause": (
        "The levee leaks, the mayor has been reported as saying.",
        [("the mayor", "The levee leaks")],
    ),
    "a name after a clause": (
        "The man who runs the Herons, Ivo Brandt, said the levee leaks.",
        [("Ivo Brandt", "the levee leaks")],
    ),
    "a firm after a clause": (
        "The group that owns most of the boats, Halvorn, says the levee leaks.",
        [("Halvorn", "the levee leaks")],
    ),
    "a place after a clause": (
        "Ivo Brandt, a smith who now teaches at the University of Denshire, Harwick, said the levee leaks.",
        [("Ivo Brandt", "the levee leaks")],
    ),
    "judged at a time": (
        "The plan was criticized late last month by Ada Quill.",
        [("Ada Quill", "The plan")],
    ),
}

WHOLE = {
    "a description without its second comma": (
        f"{LEAKS} Ada Quill, an engineer at the Council on Water, Ports and Boats told the Post.",
        "Ada Quill, an engineer at the Council on Water, Ports and Boats",
    ),
    "a description that lists places": (
        f"{LEAKS} study author Ada Quill, an engineer at Orsa College in Dene, Denshire, and Vane College, said.",
        "study author Ada Quill",
    ),
    "a description that lists fields": (
        f"{LEAKS} Ada Quill, senior director for boats and launch at Halvorn Docks, Sails, and Ports, said.",
        "Ada Quill",
    ),
    "a comma outside the marks": (
        "“The levee leaks badly”, Quill, the group's organizer said.",
        "Quill, the group's organizer",
    ),
    "two things that one is": (
        f"{LEAKS} lead researcher and Orsa port scientist Ada Quill said in a note.",
        "lead researcher and Orsa port scientist Ada Quill",
    ),
    "an office of two fields": (
        f"{LEAKS} minister of mines and energy Ivo Brandt told the Post last month.",
        "minister of mines and energy Ivo Brandt",
    ),
    "a verb after a book's preposition": (
        f"{LEAKS} wrote the critic Ada Quill in her book This Is No Levee.",
        "the critic Ada Quill",
    ),
    "an hour": (f"{LEAKS} said Ada Quill at 6.15am as she left.", "Ada Quill"),
    "an article within a name": (
        f"{LEAKS} said Save The Harbour's Ada Quill.",
        "Save The Harbour's Ada Quill",
    ),
    "a surname that is a verb": (f"{LEAKS} said Rose.", "Rose"),
    "a given name that is a verb": (f"{LEAKS} Drew told the Post.", "Drew"),
    "somebody unnamed": (f"{LEAKS} one wrote.", "one"),
}

NOBODY = [
    "One fear is that the levee leaks.",
    "The port holds more than one suspected thief.",
    "Many global brands and firms have left Orsa.",
    "Its lift, it's often described as a risk.",
    "He was demanding and cold.",
    "It wasn't disclosed which boats sank.",
    "The fall in prices led to charges that stuck.",
    "Orsa is near the Harwick think tank the board pays.",
    "With Harwick protests growing, Ivo Brandt is likely to send boats.",
    "A round of anti-levee protests escalates.",
]


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_words_belong_to_whoever_is_quoted(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "speaker"), WHOLE.values(), ids=WHOLE)
def test_all_that_stands_between_a_quotation_and_its_verb_is_the_subject(text: str, speaker: str) -> None:
    assert said(text) == [(speaker, LEAKS if LEAKS in text else LEAKS.replace(",", ""))]


def test_a_title_in_marks_opens_no_subject() -> None:
    text = "After singing “Down the River,” the singer and guitarist told them, “We should go home now.”"

    assert [content for _, content in said(text)] == ["“We should go home now.”"]


def test_a_report_that_is_sent_says_what_its_verb_reports() -> None:
    assert said("A statement sent to staff on Tuesday said: “We go now.”") == [
        ("A statement", "“We go now.”")
    ]


def test_a_verb_after_but_is_that_of_who_spoke_before_it() -> None:
    assert said("“We go now,” said Mr Quill, but added that the levee leaks.") == [
        ("Mr Quill", "“We go now,”"),
        ("Mr Quill", "the levee leaks"),
    ]


def test_a_second_verb_after_a_quotation_is_no_part_of_it() -> None:
    assert said("Brandt said, “A light has gone,” and described Quill as “a hero of our time”.") == [
        ("Brandt", "“A light has gone,”"),
        ("Brandt", "Quill as “a hero of our time”"),
    ]


@pytest.mark.parametrize("text", NOBODY)
def test_nouns_and_passives_that_look_like_verbs_report_nothing(text: str) -> None:
    assert said(text) == []


def test_a_verb_in_capitals_right_after_a_quotation_has_no_subject() -> None:
    assert extract(Article("a", "“They are ours”, SAID")) == []
