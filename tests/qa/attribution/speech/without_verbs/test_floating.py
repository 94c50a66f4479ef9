"""What stands alone by layout: posts with a signature, letters to a column, notes on teams."""

from __future__ import annotations

import time

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

SIGNATURE = "— Ada Quill (@adaquill) March 3, 2016"


def said(text: str) -> list[tuple[str | None, str]]:
    return [(one.speaker, text[one.start : one.end]) for one in extract(Article("a", text))]


def test_a_post_is_of_whoever_signs_it_in_the_next_paragraph() -> None:
    post = "Nobody will take our levee from us."
    text = f"The levee broke on Monday.\n\n{post}\n\n{SIGNATURE}\n\nIt was old."

    assert said(text) == [("Ada Quill", post)]


def test_a_report_before_a_signature_is_no_post() -> None:
    text = f"Tom Brandt said the levee was old.\n\n{SIGNATURE}"

    assert ("Ada Quill", "Tom Brandt said the levee was old.") not in said(text)


def test_a_name_below_somebodys_words_signs_the_article() -> None:
    text = "The levee broke.\n\n“I saw it,” Tom Brandt said. “It was old.”\n-- Ada Quill"

    assert [speaker for speaker, _ in said(text)] == ["Tom Brandt"]


def test_a_picture_before_a_signature_is_no_post() -> None:
    text = f"The levee broke on Monday.\n\nThe levee pic.halvorn.example/xyz\n\n{SIGNATURE}"

    assert said(text) == []


def test_a_letter_is_not_of_whom_it_is_written_to() -> None:
    text = (
        "DEAR IDA: The ferry is late each day, and nobody pays.\n\nDEAR TIRED: Walk to the quay.\n\n"
        "DEAR IDA: The quay is closed.\n\nDEAR LOST: Then swim."
    )

    assert said(text) == []


def test_notes_on_a_team_are_not_what_it_says() -> None:
    text = (
        "The Herons beat the Otters on Friday.\n\nHerons: G Una Strand missed a third game.\n\n"
        "Otters: Tom Brandt left early. “I am fine,” Brandt said.\n\nUP NEXT\n\nHerons: Host the Mink.\n\n"
        "Otters: Visit the Stoats."
    )

    assert said(text) == [("Tom Brandt", "“I am fine,”")]


def test_a_body_that_speaks_of_itself_keeps_its_lines() -> None:
    text = (
        "Halvorn met the Harbourmaster.\n\nHalvorn: Is it safe?\n\nHarbourmaster: I think so.\n\n"
        "Halvorn: For how long?\n\nHarbourmaster: That I cannot tell."
    )

    assert ("Harbourmaster", "I think so.") in said(text)


def test_a_nation_before_a_colon_states_nothing() -> None:
    text = "Harwick, United States: Crossing the strait has been done.\n\nStaying there has not."

    assert said(text) == []


def test_lines_of_opening_marks_take_no_time() -> None:
    start = time.process_time()

    extract(Article("a", "The Herons won.\n" + f"\nHerons: {'“' * 20_000}\n" * 2))

    assert time.process_time() - start < 3


def test_an_agency_at_the_end_of_a_report_says_nothing() -> None:
    text = "“It leaks,” Ada Quill said.\n\n“And it will be mended before the winter.” - AFP"

    assert said(text) == [
        ("Ada Quill", "“It leaks,”"),
        ("Ada Quill", "“And it will be mended before the winter.”"),
    ]


def test_a_field_with_a_number_is_nobodys_headline() -> None:
    assert said("Age: 44\n\nThe port is old.") == []


@pytest.mark.parametrize(
    "headline",
    [
        "CORRECTED: Council ends the last ferry",
        "FACT CHECK: Does the ferry end?",
        "FERRY: Council ends the last one",
    ],
)
def test_what_a_headline_is_labelled_with_says_nothing(headline: str) -> None:
    assert said(f"{headline}\n\nThe pier is old and the ferry is new.") == []


def test_a_name_in_capitals_before_a_headline_says_it() -> None:
    text = "MARSH: The ferry must go\n\nThe marsh is wet. It was the mayor, Tom Marsh, who went."

    assert said(text) == [("MARSH", "The ferry must go")]


def test_a_list_of_players_is_nobodys_words() -> None:
    text = (
        "Dene won.\n\nDene United: Vane; Quill, Brandt, Orsa (Hale, 86), Lindt, Marsh.\n\n"
        "Harwick United: Strand; Qaz, Pryce, Weiss, Lund (Birch, 7), Wold.\n\nReferee: B Hale (Dene)."
    )

    assert said(text) == []


def test_a_headline_has_the_words_of_who_stands_after_a_label() -> None:
    text = "HARBOUR: Quill: 'I will stay' in Dene"

    assert said(text) == [("Quill", "'I will stay' in Dene")]


def test_a_name_and_what_somebody_is_lead_to_the_words_below() -> None:
    quote = "“I think drains will come before pumps.”"
    text = (
        f"It was late.\n\nAda Quill, professor and chief of the Boats Division:\n\n{quote}\n\nSource: a talk."
    )

    assert said(text) == [("Ada Quill", quote)]


def test_a_name_before_a_list_leads_to_nobodys_words() -> None:
    text = "It was late.\n\nAda Quill, a nurse, leads the list:\n\n“Drains will come before pumps.”"

    assert said(text) == []


def test_a_block_quotation_is_of_whose_name_its_last_line_has() -> None:
    words = "The wall is a bill. Somebody has to pay it."

    for signed in (f"> {words}\n> — Tom Brandt, The Tide", f"> {words}\n>\n> — Tom Brandt"):
        assert said(f"The levee broke on Monday.\n\n{signed}\n\nI agree.") == [("Tom Brandt", words)]
    assert said(f"The levee broke on Monday.\n\n> {words}\n> — The Tide\n\nI agree.") == []


def test_a_press_release_may_say_that_a_quotation_comes() -> None:
    words = "“Hale has waited for it, and I am glad.”"
    text = f"The port of Hale opened.\n\nQuote from Ines Orsa, chair: {words}\n\nInes Orsa is here."

    assert said(text) == [("Ines Orsa", words)]


def test_a_quotation_that_stays_open_is_of_who_is_named_in_the_next_paragraph() -> None:
    text = "Tom Brandt said that it leaks.\n\n“The levee is old.\n\n“It may break,” Ada Quill said."

    assert said(text)[1:] == [("Ada Quill", "“The levee is old.\n\n“It may break,”")]


def test_an_open_paragraph_that_tells_of_its_speaker_is_not_hers() -> None:
    text = "“The levee is old. Quill spoke to the town.\n\n“It may break,” Ada Quill said."

    assert said(text) == [("Ada Quill", "“It may break,”")]


def test_what_a_release_bears_above_its_text_is_nobody() -> None:
    assert said("For Immediate Release: 19 January 2017\n\nThe Ports Authority has mended the levee.") == []
