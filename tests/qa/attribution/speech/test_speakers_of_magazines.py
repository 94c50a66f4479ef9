"""Who speaks in forms that student papers, music magazines and agencies abroad are fond of."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from tests.qa.attribution.speech.attributed import said

SPEAKERS = {
    "a graduate and what she is": (
        "Ada Quill ’12, a member of the ferry club, said that the club was late.",
        [("Ada Quill", "the club was late")],
    ),
    "a graduate by her year alone": (
        "Ada Quill '12 said that the club was late.",
        [("Ada Quill", "the club was late")],
    ),
    "a graduate after a quotation": (
        "“We have no money to pay for it,” ferry manager Ada Quill ’14 says.",
        [("ferry manager Ada Quill", "“We have no money to pay for it,”")],
    ),
    "a band": (
        "“We are delighted to come back to Dene,” the band say.",
        [("the band", "“We are delighted to come back to Dene,”")],
    ),
    "a band that states": (
        "“We are delighted to come back to Dene,” the band state.",
        [("the band", "“We are delighted to come back to Dene,”")],
    ),
    "a lawsuit that states": (
        '"The port broke the law," the lawsuit states.',
        [("the lawsuit", '"The port broke the law,"')],
    ),
    "two after an article": (
        "“We will keep the ferry,” the two leaders said in a joint statement.",
        [("the two leaders", "“We will keep the ferry,”")],
    ),
    "three things that one is": (
        "“The song is on the ferry,” writer, singer and pianist Ada Quill explains.",
        [("writer, singer and pianist Ada Quill", "“The song is on the ferry,”")],
    ),
    "two at the end": (
        "The storm killed two men, the port office and divers in the harbour said.",
        [("the port office and divers in the harbour", "The storm killed two men")],
    ),
    "one who is two things, on a day": (
        "The ferry was used to hide fish, a former officer and whistleblower claimed on Monday.",
        [("a former officer and whistleblower", "The ferry was used to hide fish")],
    ),
    "a day and an aside": (
        "Sources at the scene on Friday, however, say that most of the port is clear.",
        [("Sources at the scene", "most of the port is clear")],
    ),
    "a clause in brackets": (
        "Guitarist Ada Quill (who came back to the band in 2019 after a year in Dene) said that it is late.",
        [("Guitarist Ada Quill", "it is late")],
    ),
    "another name in brackets": (
        "Ada Quill (formerly Ada Hale) sued Tom Brandt in May, claiming that he lied.",
        [("Ada Quill", "he lied")],
    ),
    "commenting on something": (
        "Commenting on the flood Ada Quill said that it is late.",
        [("Ada Quill", "it is late")],
    ),
    "a verb before its speaker": (
        "Says Quill, “They only hurt themselves.”",
        [("Quill", "“They only hurt themselves.”")],
    ),
    "a clarification": (
        'Brandt later put out a clarification saying "nothing was decided on the ferry."',
        [("Brandt", '"nothing was decided on the ferry."')],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS)
def test_who_speaks_is_found_in_forms_of_magazines(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


CONTENTS = {
    "a word for now after that": (
        "Ada Quill says that recently, boats have been late.",
        [("Ada Quill", "recently, boats have been late")],
    ),
    "how it was added": (
        "Ada Quill added, no less seriously, “I want to build the finest harbour.”",
        [("Ada Quill", "“I want to build the finest harbour.”")],
    ),
    "at first, and later": (
        "Norland at first denied the allegation, but later admitted losing boats.",
        [("Norland", "the allegation"), ("Norland", "losing boats")],
    ),
    "a comment": ("Ada Quill commented that boats were late.", [("Ada Quill", "boats were late")]),
    "going on": (
        "Ada Quill went on, “I do not like to talk about the ferry.”",
        [("Ada Quill", "“I do not like to talk about the ferry.”")],
    ),
    "what all are urged to do": (
        'Ada Quill urged all sides "to show restraint."',
        [("Ada Quill", 'all sides "to show restraint."')],
    ),
    "what two are urged to do": (
        'Norland urged Dene and the union to "leave the harbour".',
        [("Norland", 'Dene and the union to "leave the harbour"')],
    ),
    "an ellipsis at the end": (
        "“We have a lot of offices that do as they like…” Ada Quill said.",
        [("Ada Quill", "“We have a lot of offices that do as they like…”")],
    ),
    "a clause with even though": (
        "Even though Norland has claimed that the crash was planned, the port is open.",
        [("Norland", "the crash was planned")],
    ),
    "what something is called": (
        'It will bring the port into what Norland calls the "new Salt Road", a plan to build quays.',
        [("Norland", 'the "new Salt Road"')],
    ),
    "a mark of another kind without a space": (
        'Some ask whether “Norland will have a new mayor?"Nobody knows it. The ferry runs again.',
        [("Some", 'whether “Norland will have a new mayor?"')],
    ),
    "a noun and its verb around who says it": (
        "The memorandum, said Quill, requires simple rules for the harbour.",
        [("Quill", "The memorandum ... requires simple rules for the harbour")],
    ),
    "what an allegation says that is denied": (
        "Ada Quill denied the allegation saying that the ferry was late.",
        [("Ada Quill", "the allegation saying that the ferry was late")],
    ),
    "how it is answered": (
        "Ada Quill replied by promising that the ferry would wait.",
        [("Ada Quill", "the ferry would wait")],
    ),
    "what it is called, and what is said": (
        'Ada Quill called the plan "a mess," saying it came too late.',
        [("Ada Quill", 'the plan "a mess,"'), ("Ada Quill", "it came too late")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CONTENTS.values(), ids=CONTENTS)
def test_what_was_said_is_found_in_forms_of_magazines(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


ANOTHERS = {
    "what another claimed": (
        "Ada Quill said that the man fooled clients by claiming that he was a doctor.",
        [("Ada Quill", "the man fooled clients by claiming that he was a doctor")],
    ),
    "what another misled by": (
        "Ada Quill said the firm misled buyers by saying that the boats were new.",
        [("Ada Quill", "the firm misled buyers by saying that the boats were new")],
    ),
    "what another is accused of saying": (
        "Ada Quill accused Brandt of misleading buyers by saying that it was new.",
        [("Ada Quill", "Brandt of misleading buyers by saying that it was new")],
    ),
    "what another hides and claims": (
        "Ada Quill said the board was hiding it and claiming that the ferry was dry.",
        [("Ada Quill", "the board was hiding it and claiming that the ferry was dry")],
    ),
    "what a letter says that is dismissed": (
        "Ada Quill dismissed the letter saying that he had lied.",
        [("Ada Quill", "the letter saying that he had lied")],
    ),
    "what officials insist on who are criticized": (
        "Ada Quill criticized the officials insisting that the ferry was dry.",
        [("Ada Quill", "the officials insisting that the ferry was dry")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ANOTHERS.values(), ids=ANOTHERS)
def test_what_another_said_is_no_words_of_who_tells_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


NOT_SAID = {
    "the summer of a year": ("In the summer of ’69 Quill said nothing.", []),
    "a day that follows remarks": ("The paper cut away from the mayor's remarks on Monday night.", []),
    "what somebody answers to": (
        "Responding to the notion that the ferry was sold, Ada Quill is quick to laugh.",
        [],
    ),
    "residents are no verb": ("The mayor, said Brandt, residents of Dene and others left.", []),
    "better ways of saying": (
        "Ada Quill urged the port to look for ways of saying so.",
        [("Ada Quill", "the port to look for ways of saying so")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), NOT_SAID.values(), ids=NOT_SAID)
def test_no_more_is_read_than_was_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


NAMED = {
    "a director of a body": ("Dene Hall of Fame CEO Ada Quill said the list is long.", "Ada Quill"),
    "friends of a director": ("Friends of Dene mayor Ada Quill said the list is long.", None),
    "allies of a minister": ("Allies of Norland Minister Ada Quill said the list is long.", None),
    "the office of a mayor": (
        "The Office of Dene Mayor Ada Quill said the list is long.",
        "Office of Dene Mayor Ada Quill",
    ),
    "a team for a mayor": (
        "The Legal Team for Dene Mayor Ada Quill said the list is long.",
        "Legal Team for Dene Mayor Ada Quill",
    ),
    "a bank of a place": ("The Bank of Norland governor Ada Quill said the list is long.", "Ada Quill"),
    "a mark within a name": ('The nationalist "New Salt" party claimed that it leaks.', "New Salt party"),
}


@pytest.mark.parametrize(("text", "speaker"), NAMED.values(), ids=NAMED)
def test_who_is_named_after_a_body_or_within_marks(text: str, speaker: str | None) -> None:
    found = extract(Article(id="a", title="", text=f"The levee vote.\n\n{text}", date=None, source=""))

    assert [one.speaker for one in found] == [speaker]
