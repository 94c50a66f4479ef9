"""Demands, wishes, accusations and findings: what a reporting verb takes besides a clause."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

DEMANDS = {
    "called on somebody": (
        "The mayor called on the board to resign.",
        ("The mayor", "the board to resign"),
    ),
    "calling on a name": (
        "The mayor has called on Norvik Rail to lower its fares.",
        ("The mayor", "Norvik Rail to lower its fares"),
    ),
    "called upon a pronoun": ("The mayor called upon him to resign.", ("The mayor", "him to resign")),
    "asked somebody to": (
        "The board asked Ada Quill to resign.",
        ("The board", "Ada Quill to resign"),
    ),
    "wants somebody to": (
        "Ada Quill wants the board to resign.",
        ("Ada Quill", "the board to resign"),
    ),
    "expects somebody to": (
        "Ada Quill expects the ferry to sail on Monday.",
        ("Ada Quill", "the ferry to sail on Monday"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DEMANDS.values(), ids=DEMANDS.keys())
def test_a_demand_holds_the_one_of_whom_something_is_demanded(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_DEMANDS = {
    "a visit": "The mayor called on her mother on Monday.",
    "an invitation to a place": "Ada Quill invited Brandt to a dinner in Harwick.",
    "a preposition": "The town lets foreigners like Brandt to the quay.",
    "a call by phone": "Ada Quill called Brandt to congratulate him.",
    "a tie": "Ada Quill has direct ties to the port.",
}


@pytest.mark.parametrize("text", NO_DEMANDS.values(), ids=NO_DEMANDS.keys())
def test_what_only_looks_like_a_demand_is_none(text: str) -> None:
    assert said(text) == []


PASSIVES = {
    "criticised by": (
        "The plan was criticised by Ivo Brandt for its cost.",
        ("Ivo Brandt", "The plan ... for its cost"),
    ),
    "denounced by": (
        "The plan was denounced by the bakers of Harwick.",
        ("the bakers of Harwick", "The plan"),
    ),
    "accused by": (
        "Una Strand was accused by Ivo Brandt of hiding the report.",
        ("Ivo Brandt", "Una Strand ... of hiding the report"),
    ),
    "has been praised by": (
        "The ferry has been praised by Una Strand.",
        ("Una Strand", "The ferry"),
    ),
    "endorsed by, with an adverb": (
        "Ivo Brandt was quickly endorsed by the bakers' union.",
        ("the bakers' union", "Ivo Brandt"),
    ),
    "seen by as": (
        "The vote is seen by Una Strand as a warning.",
        ("Una Strand", "The vote ... as a warning"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), PASSIVES.values(), ids=PASSIVES.keys())
def test_the_agent_of_a_judging_verb_in_the_passive_is_its_speaker(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(text)


NO_PASSIVES = {
    "no agent": "The plan was criticised in Harwick.",
    "a time": "The plan was endorsed by Monday.",
    "a manner": "The plan was criticised by letter.",
    "an adjective before a noun": "A plan criticised by many failed.",
    "a deed": "The levee was damaged by Ivo Brandt.",
    "a gerund": "The plan was defended by cutting fares.",
}


@pytest.mark.parametrize("text", NO_PASSIVES.values(), ids=NO_PASSIVES.keys())
def test_a_passive_without_somebody_who_judges_attributes_nothing(text: str) -> None:
    assert said(text) == []


FINDINGS = {
    "a lead": (
        "The new Gazette poll shows Ada Quill ahead by three points.",
        ("The new Gazette poll", "Ada Quill ahead by three points"),
    ),
    "with": (
        "Polls show Ada Quill with a narrow lead.",
        ("Polls", "Ada Quill with a narrow lead"),
    ),
    "a participle": (
        "A survey by the Gazette showed Ada Quill leading in Harwick.",
        ("the Gazette", "Ada Quill leading in Harwick"),
    ),
    "a fall": (
        "Data show a fall in catches since May.",
        ("Data", "a fall in catches since May"),
    ),
    "found a number": (
        "A study by the Tide Institute found 31 broken levees.",
        ("the Tide Institute", "31 broken levees"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), FINDINGS.values(), ids=FINDINGS.keys())
def test_what_a_survey_shows_is_its_finding(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_FINDINGS = {
    "a person who shows": "Ada Quill showed Brandt the harbour.",
    "a person who finds": "Ada Quill found the key under the mat.",
    "a picture": "The picture shows Ada Quill with a dog.",
    "a ruler": "Current rules allow boats.",
    "sees boats": "We see boats that cannot sail.",
    "turns up": "He is showing up on television.",
}


@pytest.mark.parametrize("text", NO_FINDINGS.values(), ids=NO_FINDINGS.keys())
def test_what_a_person_shows_or_finds_is_nothing_said(text: str) -> None:
    assert said(text) == []


OBJECTS = {
    "an announcement": (
        "Ada Quill announced her resignation and left.",
        ("Ada Quill", "her resignation"),
    ),
    "insisted on": (
        "Ada Quill insisted on raising the levee.",
        ("Ada Quill", "raising the levee"),
    ),
    "repeated": ("Ada Quill repeated the claim, then left.", ("Ada Quill", "the claim")),
    "tweeted": (
        "Ada Quill tweeted a picture of the levee, which had broken.",
        ("Ada Quill", "a picture of the levee"),
    ),
    "reported a gerund": (
        "The Ports Authority reported spending 6 million on sand.",
        ("The Ports Authority", "spending 6 million on sand"),
    ),
    "warned against": (
        "The union is warning against a strike in May.",
        ("The union", "a strike in May"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), OBJECTS.values(), ids=OBJECTS.keys())
def test_an_object_ends_where_the_next_deed_begins(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_OBJECTS = {
    "a charge": "Prosecutors charged the captain with theft and the mayor left.",
    "added things": "Norvik Rail added two ferries in May.",
    "kept a pace": "Firms maintained their pace of hiring in May.",
    "a drive": "Brandt charged into the room and left.",
    "a post": "The firm posted a loss of 3 million.",
}


@pytest.mark.parametrize("text", NO_OBJECTS.values(), ids=NO_OBJECTS.keys())
def test_a_verb_of_deeds_says_nothing_without_a_clause(text: str) -> None:
    assert said(text) == []


ENDS = {
    "a time and a place": (
        "The bridge is safe, she said after meeting the board on Thursday.",
        ("she", "The bridge is safe"),
    ),
    "during": (
        "His loyalty has shifted from Brandt to Strand, Lund said during a speech to bakers.",
        ("Lund", "His loyalty has shifted from Brandt to Strand"),
    ),
    "at an event": (
        "The rules ask for too many tests, the mayor said this week at an event in Harwick.",
        ("the mayor", "The rules ask for too many tests"),
    ),
    "when": (
        "The bridge is safe, Lund said when he left.",
        ("Lund", "The bridge is safe"),
    ),
    "a parted clause": (
        "The bridge, officials said on Monday, is safe.",
        ("officials", "The bridge ... is safe"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), ENDS.values(), ids=ENDS.keys())
def test_what_stands_before_the_verb_is_said_and_when_it_was_said_is_not(
    text: str, expected: tuple[str, str]
) -> None:
    assert said(text) == [expected]


INTRODUCED = {
    "a day": ("On Monday, she said the bridge was safe.", [("she", "the bridge was safe")]),
    "after": (
        "After the flood broke the levee, she said the bridge was safe.",
        [("she", "the bridge was safe")],
    ),
    "that": ("In Harwick, she said that it was safe.", [("she", "it was safe")]),
    "when": ("When he left, Lund said nothing about it.", [("Lund", "nothing about it")]),
    "while": ("While it rained, he said the bridge was safe.", [("he", "the bridge was safe")]),
}


@pytest.mark.parametrize(("text", "expected"), INTRODUCED.values(), ids=INTRODUCED.keys())
def test_an_introduction_is_not_what_was_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


FOSTERED = {
    "a participle": "The toll fell, encouraging drivers to return.",
    "a participle of a person": "Ada Quill met the crews, encouraging them to vote.",
    "it is": "The union is small. It is encouraging members to vote.",
    "it did": "The toll was dear. It encouraged people to walk.",
    "which": "The toll, which encouraged people to walk, fell.",
}
ENCOURAGED = {
    "in the past": ("Ada Quill encouraged members to vote.", ("Ada Quill", "members to vote")),
    "in the present": ("Ada Quill encourages members to vote.", ("Ada Quill", "members to vote")),
    "just now": ("Ada Quill is encouraging members to vote.", ("Ada Quill", "members to vote")),
    "by a body": ("The union encouraged members to vote.", ("The union", "members to vote")),
    "by her": ("Ada Quill came. She encouraged them to vote.", ("She", "them to vote")),
}


@pytest.mark.parametrize("text", FOSTERED.values(), ids=FOSTERED)
def test_what_a_thing_encourages_is_no_report(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "expected"), ENCOURAGED.values(), ids=ENCOURAGED)
def test_what_somebody_encourages_others_to_do_is_a_report(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


LISTED = {
    "such as": "The survey shows old boats, such as cutters, leak more than new ones.",
    "including": "The survey shows old boats, including cutters, leak more than new ones.",
}


@pytest.mark.parametrize("text", LISTED.values(), ids=LISTED)
def test_a_finding_goes_on_after_examples(text: str) -> None:
    ((_, content),) = said(text)

    assert content.endswith("leak more than new ones")


def test_a_finding_ends_before_another_comma() -> None:
    assert said("The survey shows a narrow lead, which may grow.") == [("The survey", "a narrow lead")]


def test_all_that_was_judged_is_told_from_the_last_noun_before_the_verb() -> None:
    text = "A ferry scheme backed by the board in May for old boats was rejected by Ada Quill over its cost."

    assert said(text) == [
        ("Ada Quill", "A ferry scheme backed by the board in May for old boats ... over its cost")
    ]
