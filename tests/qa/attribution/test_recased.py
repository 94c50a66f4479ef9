"""Texts that are set in capitals throughout."""

from __future__ import annotations

from qa.attribution.extractor import extract
from qa.attribution.recased import recased
from qa.datatypes import Article

WIRE = """NORVIK, 10 NOV 89 (HARBOUR POST) -- HARBOUR MINISTER ADA QUILL HAS SAID THAT "THE TOTA [TIDE OFFICE] DOES NOT
HAVE THE BOATS FOR IT."

   QUILL SAID THAT THE QUAY LEAKS. "IT MUST BE MENDED," THE MINISTER SAID.

   KUNIL QAZO, SPOKESMAN FOR THE BOATMEN, DENIED THAT THEY HAD WAITED. HE SAID THAT THE TOTA'S BOATS ARE OLD.

   "NOBODY HAS TOLD US," MR. BRANDT SAID. RESIDENTS SAID THAT IT WAS LATE.
"""


def said(text: str) -> list[tuple[str | None, str]]:
    return [(one.speaker, text[one.start : one.end]) for one in extract(Article("a", text))]


def test_who_speaks_in_a_text_of_capitals_is_found() -> None:
    assert said(WIRE) == [
        ("Ada Quill", '"THE TOTA [TIDE OFFICE] DOES NOT\nHAVE THE BOATS FOR IT."'),
        ("Ada Quill", "THE QUAY LEAKS"),
        ("Ada Quill", '"IT MUST BE MENDED,"'),
        ("Kunil Qazo", "THEY HAD WAITED"),
        ("Kunil Qazo", "THE TOTA'S BOATS ARE OLD"),
        ("Brandt", '"NOBODY HAS TOLD US,"'),
        (None, "IT WAS LATE"),
    ]


def test_who_speaks_in_a_talk_in_capitals_is_found() -> None:
    text = (
        "A TALK ON THE HARBOUR OF NORVIK\n\nADA QUILL: THE QUAY LEAKS, AND NOBODY HAS MENDED IT SINCE MAY.\n\n"
        "TOM ORSA: WHO IS GOING TO PAY FOR ALL OF IT THEN?\n\nADA QUILL: THE BOATMEN WILL PAY FOR IT, AS EVER.\n\n"
        "TOM ORSA: THEY HAVE SAID THAT THEY WILL NOT PAY ANYTHING."
    )

    assert [speaker for speaker, _ in said(text)] == ["Ada Quill", "Tom Orsa"] * 2


def test_a_line_that_is_broken_to_a_width_begins_no_sentence() -> None:
    text = (
        "DEPUTY HARBOUR MINISTER COLONEL JUAN ORSA HAS SAID THAT THE ARMED\nFORCES HAVE FOUND THE BOATS OF NORVIK.  "
        "COL ORSA SAID THAT THE ATTACK\nWAS MADE AGAINST NOBODY BUT THE BOATMEN WHO\nWAITED AT THE QUAY FOR THE TIDE. "
        "HE WILL GO\nHOME NOW, HE ADDED, SINCE IT IS LATE."
    )

    assert said(text)[:2] == [
        ("Juan Orsa", "THE ARMED\nFORCES HAVE FOUND THE BOATS OF NORVIK"),
        (
            "Juan Orsa",
            "THE ATTACK\nWAS MADE AGAINST NOBODY BUT THE BOATMEN WHO\nWAITED AT THE QUAY FOR THE TIDE",
        ),
    ]


def test_what_goes_before_a_name_is_written_as_no_part_of_it() -> None:
    text = (
        "ADA QUILL SAID IT LEAKS. LAST WEEK QUILL SAID IT WOULD NOT. EVERY NIGHT QUILL SAID SO. ONE DAY IT MAY BREAK, "
        "QUILL SAID. THE WORK BEGINS IN MAY, AND HAS TO END BY MAY 3, SHE ADDED. NOBODY HAS PAID FOR IT SINCE THEN. "
        "SO THEY WENT TO MARK. WATERS ROSE AGAIN, AND THE BOATMEN COULD NOT GET HOME BEFORE THE TIDE HAD TURNED."
    )

    written = recased(Article("a", text)).text

    assert "Last week Quill said" in written
    assert "it may break" in written
    assert "in May, and has to end by May 3" in written
    assert "Mark. Waters" not in written
    assert {speaker for speaker, _ in said(text)} == {"Ada Quill"}


def test_the_short_form_of_a_body_that_is_a_small_word_is_one_after_an_article() -> None:
    text = (
        "THE WARDEN HOUSE OFFICE (WHO) SAID THAT THE QUAY LEAKS. ADA QUILL, WHO OWNS A BOAT, SAID THAT THE WHO KNEW. "
        "THE MEN WHO MENDED IT WERE LATE, AND NOBODY HAS PAID FOR IT SINCE THE END OF THE LAST WAR, QUILL SAID THEN. "
        "THE QUAY IS THE OLDEST ONE THERE IS, AND THE BOATMEN LIKE IT."
    )

    written = recased(Article("a", text)).text

    assert "(WHO) said" in written
    assert "Ada Quill, who owns a boat, said that the WHO knew. The men who mended" in written


def test_a_surname_is_written_as_one_where_something_is_theirs() -> None:
    assert (
        "said that Quill's boat"
        in recased(Article("a", WIRE + "RESIDENTS SAID THAT QUILL'S BOAT SANK.")).text
    )


def test_what_makes_a_bodys_name_is_written_as_part_of_it() -> None:
    text = "THE NATIONAL TIDE BOARD LEFT. ALL THE NATIONAL LAWS WERE OLD, AND ON 3 AUG 89 THE LAW FELL IN NEW YORK."

    assert recased(Article("a", WIRE + text)).text.endswith(
        "The National tide board left. All the national laws were old, and on 3 Aug 89 the law fell in new York."
    )


def test_a_surname_in_brackets_is_not_what_a_body_is_called_in_short() -> None:
    text = "COL [ORSA] LEFT. JUAN ORSA SAID SO. THE HALE OFFICE (HALO) MET. HALO SAID THAT IT WAS SORRY FOR ORSA."

    assert recased(Article("a", WIRE + text)).text.endswith(
        "Juan Orsa said so. The hale office (HALO) met. HALO said that it was sorry for Orsa."
    )


def test_a_line_that_says_who_spoke_and_ends_with_a_colon_is_no_label() -> None:
    text = (
        WIRE
        + '\nQUILL THEN ADDED:\n\n"NOBODY LIKES THE NEW BOATS OF NORVIK, WHICH LEAK AS MUCH AS THE OLD ONES."'
    )

    assert said(text)[-1] == (
        "Ada Quill",
        '"NOBODY LIKES THE NEW BOATS OF NORVIK, WHICH LEAK AS MUCH AS THE OLD ONES."',
    )


def test_a_headline_is_written_with_the_capitals_of_names() -> None:
    article = Article("a", WIRE, title="QUILL'S QUAY LEAKS, O'DENE SAYS")

    assert recased(article).title == "Quill's Quay Leaks, O'Dene Says"


def test_each_part_of_a_name_has_its_capital() -> None:
    text = "UNA STRAND-HALE AND PAT O'DENE HAD LEFT. \"I AM LATE,\" SAID STRAND-HALE. O'DENE'S WELL-KNOWN BOAT SANK."

    written = recased(Article("a", WIRE + text)).text

    assert written.endswith(
        "Una Strand-Hale and Pat O'Dene had left. \"I am late,\" said Strand-Hale. O'Dene's well-known boat sank."
    )


def test_every_character_stays_at_its_place() -> None:
    text = WIRE + "İSTANBUL AND STRASSE, ẞ. " * 20

    written = recased(Article("a", text)).text

    assert len(written) == len(text)
    assert written.upper() == text.upper()
    assert "Ada Quill has said" in written


def test_a_text_with_small_letters_stays_as_it_is() -> None:
    article = Article("a", "THE QUAY LEAKS\n\n" + "Ada Quill said that it leaks. " * 20)

    assert recased(article) is article


def test_a_headline_alone_stays_as_it_is() -> None:
    article = Article("a", "ADA QUILL SAYS THE QUAY LEAKS")

    assert recased(article) is article
