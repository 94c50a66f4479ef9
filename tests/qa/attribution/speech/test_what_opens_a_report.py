"""What stands between a verb of speech and what is said: conditions, times, messages, a semicolon, places of bodies."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

WHOLE = {
    "a condition": (
        "An expert is warning that unless new rules are made, the port could see similar damage as in Dene.",
        ("An expert", "unless new rules are made, the port could see similar damage as in Dene"),
    ),
    "a time": (
        "Clerks tell us that in the new year, lawyers will ask the centre in Harwick to move them.",
        ("Clerks", "in the new year, lawyers will ask the centre in Harwick to move them"),
    ),
    "what a statement marks": (
        "Ada Quill said in a statement marking the 75th harvest that while the law has served many, it is old.",
        ("Ada Quill", "while the law has served many, it is old"),
    ),
    "when a statement came": (
        "Ada Quill said in a statement after the recording became public that the words do not reflect her view.",
        ("Ada Quill", "the words do not reflect her view"),
    ),
    "this": (
        "Ada Quill added this is a hard year.",
        ("Ada Quill", "this is a hard year"),
    ),
    "this, which only seems": (
        "Detectives believe this appears to be a case of theft.",
        ("Detectives", "this appears to be a case of theft"),
    ),
    "a day in brackets": (
        "Ada Quill said on Monday (May 4) that the ferry had sunk.",
        ("Ada Quill", "the ferry had sunk"),
    ),
    "when it was so": (
        "Ada Quill said during his working life, millers were paid much less than now.",
        ("Ada Quill", "during his working life, millers were paid much less than now"),
    ),
    "where it was said, and a comma": (
        "Ada Quill said in a statement, the mayor had left.",
        ("Ada Quill", "the mayor had left"),
    ),
    "an aside without that": (
        "Ada Quill says, at present, the making of bread is slow.",
        ("Ada Quill", "the making of bread is slow"),
    ),
    "what is as it stands": (
        "Ada Quill said, with the ferry tied up, the quay will be quiet.",
        ("Ada Quill", "the quay will be quiet"),
    ),
    "what is not done": (
        "Ada Quill said rather than closing the quay, the town should mend it.",
        ("Ada Quill", "rather than closing the quay, the town should mend it"),
    ),
    "a clause that hangs on the rest": (
        "When it comes to the levee, says Ada Quill, the “devil is in the detail” of it.",
        ("Ada Quill", "When it comes to the levee ... the “devil is in the detail” of it"),
    ),
    "several who get a message": (
        "After the vote, Tom Brandt said in a note to bakers, clerks and sailors that the fee is dear.",
        ("Tom Brandt", "the fee is dear"),
    ),
    "a semicolon for a colon": (
        "Speaking from Dene, Ada Quill added; “It is true that the work is building.”",
        ("Ada Quill", "“It is true that the work is building.”"),
    ),
    "what is quoted after but": (
        "Nobody was charged, Ada Quill said, but “I want to stress that this work has just begun.”",
        ("Ada Quill", "Nobody was charged ... “I want to stress that this work has just begun.”"),
    ),
    "that after a long subject": (
        "Ada Quill, the Bank's oldest member and one of ten who decide, said that the Bank's policy is late.",
        ("Ada Quill", "the Bank's policy is late"),
    ),
    "more recently": (
        "Brandt more recently has said he has an open mind.",
        ("Brandt", "he has an open mind"),
    ),
    "a time and a hearer of a pledge": (
        "Port chief Tom Brandt pledged to the board in July that it would be on time.",
        ("Port chief Tom Brandt", "it would be on time"),
    ),
    "a message to somebody in quotation marks": (
        "In a letter to the “port community,” Ada Quill said that the town was safe.",
        ("Ada Quill", "the town was safe"),
    ),
    "a book": (
        "Ada Quill, author of the 2017 article “The Case for Tolls,” argued that the port was open.",
        ("Ada Quill", "the port was open"),
    ),
    "whom a group represents": (
        "The group that represents most bakers across the country said in a note that sales were down.",
        ("The group", "sales were down"),
    ),
    "a book before a name": (
        "Ada Quill, author of “The Tide,” said Tom Brandt lied to the board.",
        ("Ada Quill", "Tom Brandt lied to the board"),
    ),
    "a quotation in what describes somebody": (
        "Ada Quill, who calls him “a fool,” said Tom Brandt lied.",
        ("Ada Quill", "Tom Brandt lied"),
    ),
    "a wish not to be named": (
        "A clerk who declined to be named because of the vote said the fee is dear.",
        ("A clerk", "the fee is dear"),
    ),
    "a note in the middle": (
        "The fee, Tom Brandt notes, matters as much to clerks as to bakers.",
        ("Tom Brandt", "The fee ... matters as much to clerks as to bakers"),
    ),
    "a note at the end": (
        "The fee dropped to two percent in May, Tom Brandt notes.",
        ("Tom Brandt", "The fee dropped to two percent in May"),
    ),
    "a state of two words": (
        "The Salem, New Jersey, police chief, Tom Brandt, has said that officers can use force.",
        ("police chief, Tom Brandt", "officers can use force"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHOLE.values(), ids=WHOLE)
def test_what_opens_a_report_hides_neither_its_words_nor_its_speaker(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(text)


NOTHING = {
    "an office that is called": "The Ledger called the clerk's office asking questions.",
    "protests of a year": "The 2011 protests against Quill arose without any help.",
    "the government of a state": "Harwick and Orsa state government that they share is late.",
    "what anybody may think": "You could assume she would be late.",
    "what anybody may believe": "If you believe that it is late, let us know.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_said_by(text: str) -> None:
    assert said(text) == []


def test_what_somebody_refuses_to_say_goes_on_to_its_end() -> None:
    whole = "to say whether Brandt told the board it leaks"

    assert next(content for _, content in said(f"A clerk who declined {whole} left.")).startswith(whole)


def test_what_somebody_else_said_of_a_thing_is_not_said_by_who_refused_to_speak_of_it() -> None:
    found = said("A clerk who refused to comment on the plan Tom Brandt said was dear left.")

    assert [content for _, content in found] == ["to comment on the plan Tom Brandt said was dear left"]


def test_the_name_of_who_is_spoken_of_does_not_hide_what_a_clerk_said() -> None:
    assert ("A clerk", "the fee is dear") in said(
        "A clerk who declined to comment on the arrest of Tom Brandt said the fee is dear."
    )


def test_who_describes_somebody_with_a_quotation_may_speak_after_the_verb() -> None:
    text = "It was Ada Quill, who calls him “a fool,” said Tom Brandt."

    assert said(text) == [("Tom Brandt", "It was Ada Quill, who calls him “a fool,”")]


def test_what_others_agree_to_after_a_note_is_not_in_the_note() -> None:
    text = "Ada Quill said in a note, and the clerk and Tom Brandt agreed that the fee is dear."

    assert ("Ada Quill", "the fee is dear") not in said(text)


def test_hearers_of_a_note_may_have_a_participle() -> None:
    assert said("Ada Quill said in a note to bakers, clerks and retired sailors that the fee is dear.") == [
        ("Ada Quill", "the fee is dear")
    ]


@pytest.mark.parametrize("looks", ["these looks", "this look"])
def test_looks_are_no_verb_where_their_number_does_not_fit(looks: str) -> None:
    assert not any(content.endswith("late") for _, content in said(f"Ada Quill added {looks} late."))


def test_a_clause_after_an_agreement_is_not_what_was_said() -> None:
    found = said("Roger Brandt agreed to a new clause that keeps him from leaving.")

    assert ("Roger Brandt", "keeps him from leaving") not in found


def test_a_narrator_after_but_ends_what_is_said() -> None:
    assert said("Nobody was charged, Ada Quill said, but she left.") == [("Ada Quill", "Nobody was charged")]


def test_a_report_after_a_report_with_a_time_has_a_speaker_of_its_own() -> None:
    found = said("Ada Quill said that on Monday it rained, but Tom Brandt said that it snowed.")

    assert found == [("Ada Quill", "on Monday it rained"), ("Tom Brandt", "it snowed")]
