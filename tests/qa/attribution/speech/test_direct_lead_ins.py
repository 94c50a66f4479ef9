"""Quotations after a statement that is issued, and narration that follows a quotation in its sentence."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

Q = "“We are sorry for the loss of the boats.”"
STATEMENTS = {
    "the following statement": (
        f"Ada Quill released the following statement:\n\n{Q}",
        ("Ada Quill", Q),
    ),
    "has released": (f"The Dene Gulls have now released the following statement: {Q}", ("The Dene Gulls", Q)),
    "a message of support to somebody": (
        f"Ada Quill sent a message of support to the board: {Q}",
        ("Ada Quill", Q),
    ),
    "a statement on a day": (f"Ada Quill released a statement on Monday: {Q}", ("Ada Quill", Q)),
    "a message from a place": (f"Ada Quill sent a message from Harwick Castle: {Q}", ("Ada Quill", Q)),
    "a message sent by an office": (
        f"Ada Quill sent a message via her office on the flood: {Q}",
        ("Ada Quill", Q),
    ),
    "spoke to others": (f"Ada Quill spoke quietly to reporters: {Q}", ("Ada Quill", Q)),
    "shared her feelings": (f"Ada Quill shared her anger with the crowd: {Q}", ("Ada Quill", Q)),
    "the following comment, in the same line": (
        f"On July 6, Ivo Brandt made the following comment: {Q}",
        ("Ivo Brandt", Q),
    ),
    "a statement": (f"In response, the mayor issued a statement: {Q}", ("the mayor", Q)),
    "the following, and a full stop": (
        f"Asked by Brandt, Ada Quill said the following.\n\n{Q}",
        ("Ada Quill", Q),
    ),
    "addressed": (f"Ada Quill then addressed the bakers again: {Q}", ("Ada Quill", Q)),
    "that day": (f"When the ferry sank, Una Strand tweeted this: {Q}", ("Una Strand", Q)),
    "underlined": (
        "“Better watch out for the boats that sank in May,” underlined Ada Quill.",
        ("Ada Quill", "“Better watch out for the boats that sank in May,”"),
    ),
    "another tweeted": (
        "“Better watch out for the boats that sank in May,” tweeted another.",
        ("another", "“Better watch out for the boats that sank in May,”"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), STATEMENTS.values(), ids=STATEMENTS.keys())
def test_a_quotation_after_a_statement_is_the_issuers(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


def test_what_somebody_goes_on_to_describe_stands_in_the_next_paragraph() -> None:
    text = f"Ada Quill described what happened next:\n\n{Q}"

    assert said(text) == [("Ada Quill", Q)]


NO_STATEMENTS = {
    "a headline": "The paper used the old headline: “Finally a levee for all of us.”",
    "a sign on the wall": "Ada Quill saw the following sign: “No more boats in this harbour.”",
    "a letter that came": "Ada Quill got the following letter: “No more boats in this harbour.”",
    "a statement of somebody else": "Ada Quill read Brandt's statement: “No more boats in this harbour.”",
    "a message from somebody": "Ada Quill sent a message from Tom Brandt: “No more boats in this harbour.”",
    "a statement from the mayor": "Ada Quill sent a statement from the mayor: “No more boats in this harbour.”",
    "a tweet by somebody": "Ada Quill posted a tweet by Brandt: “No more boats in this harbour.”",
    "a book": "Ada Quill wrote the following book: “The Long Levee of the Northern Coast.”",
}


@pytest.mark.parametrize("text", NO_STATEMENTS.values(), ids=NO_STATEMENTS.keys())
def test_a_quotation_after_other_things_is_not_the_subjects(text: str) -> None:
    assert [one for one in said(text) if one[0] == "Ada Quill"] == []


NARRATED = {
    "but in fact": (
        "Ada Quill said: “I have told you twice that the boats were safe,” but in fact she told nobody.",
        ("Ada Quill", "“I have told you twice that the boats were safe,”"),
    ),
    "at which": (
        "Ada Quill said, “I have told you twice that the boats were safe,” at which the hall laughed.",
        ("Ada Quill", "“I have told you twice that the boats were safe,”"),
    ),
    "and then left": (
        "Ada Quill said: “I have told you twice that the boats were safe,” and then left.",
        ("Ada Quill", "“I have told you twice that the boats were safe,”"),
    ),
    "before leaving": (
        "Ada Quill said: “I have told you twice that the boats were safe,” before leaving the hall.",
        ("Ada Quill", "“I have told you twice that the boats were safe,”"),
    ),
    "a fragment goes on": (
        "Ada Quill said: “I have told you” that the boats were safe.",
        ("Ada Quill", "“I have told you” that the boats were safe"),
    ),
    "two quotations": (
        "Ada Quill said: “I have told you twice that they were safe,” and “nobody listened to me then.”",
        ("Ada Quill", "“I have told you twice that they were safe,” and “nobody listened to me then.”"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), NARRATED.values(), ids=NARRATED.keys())
def test_narration_after_a_quotation_is_not_said(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


def test_a_quotation_follows_whoever_commented_so() -> None:
    text = "As the Dene Chronicle commented in May, “It leaks, and we are left to wonder.”"

    assert said(text) == [("the Dene Chronicle", "“It leaks, and we are left to wonder.”")]


def test_what_only_leads_to_a_subject_is_not_said() -> None:
    text = "And as for the four “millers,” Quill admitted that she did not know them."

    assert said(text) == [("Quill", "she did not know them")]


def test_an_adverb_before_an_inverted_speaker_is_not_said() -> None:
    text = "Additionally, said one harbour official, “the boats leaked” in the north."

    assert said(text) == [("one harbour official", "“the boats leaked” in the north")]


LED_TO = {
    "a word before the verb": (
        "Overall, says Ada Quill of the small Dene Foundation: “We have no rule yet that says all must pay.”",
        [("Ada Quill of the small Dene Foundation", "“We have no rule yet that says all must pay.”")],
    ),
    "a verb that goes on": (
        "“I was done,” Brandt said. Continued Quill: “Those involved have confirmed it is slow.”",
        [("Brandt", "“I was done,”"), ("Quill", "“Those involved have confirmed it is slow.”")],
    ),
    "a picture": (
        "Quill captioned the snap: “Happy birthday to my sweet girl who is a sailor now.”",
        [("Quill", "“Happy birthday to my sweet girl who is a sailor now.”")],
    ),
    "a participle after an object": (
        "Quill opened the session declaring, “On this quay, an empty boat is no boat at all.”",
        [("Quill", "“On this quay, an empty boat is no boat at all.”")],
    ),
    "a participle with a manner": (
        "Brandt left the room shouting: “On this quay, an empty boat is no boat at all.”",
        [("Brandt", "“On this quay, an empty boat is no boat at all.”")],
    ),
    "a participle with its own subject": (
        "The denial came in the wake of a clerk telling the Post: “Quill makes a fortune by her ferries.”",
        [("a clerk", "“Quill makes a fortune by her ferries.”")],
    ),
    "gossip": (
        "As someone gossiped to the Post, “Everyone is laughing behind their back all the time.”",
        [("someone", "“Everyone is laughing behind their back all the time.”")],
    ),
    "a paper": (
        "The ferry “often carried official business by night and without lights,” the Post reports.",
        [("the Post", "The ferry “often carried official business by night and without lights,”")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LED_TO.values(), ids=LED_TO)
def test_what_leads_to_a_quotation_names_its_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "lead",
    [
        "Ada Quill interrupted Brandt saying",
        "Brandt texted his mother saying",
        "Quill spoke to reporters saying",
        "Brandt left the town of Dene saying",
        "Fans held placards saying",
        "Quill heard the crowd chanting",
    ],
)
def test_who_is_spoken_to_and_what_is_held_up_say_nothing(lead: str) -> None:
    assert said(f"{lead}, “I will never come home to the quay again.”") == []


@pytest.mark.parametrize("speaker", ["the mayor of Dene", "Ivo Brandt of Orsa Labs"])
def test_somebody_of_a_place_or_a_firm_speaks_and_not_the_place(speaker: str) -> None:
    text = f"It ended with {speaker} telling fans: “I will never come home to the quay again.”"

    assert said(text) == [(speaker, "“I will never come home to the quay again.”")]
