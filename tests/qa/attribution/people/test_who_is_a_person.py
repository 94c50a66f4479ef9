"""What is a name and what is none: places, offices, common nouns, glued and cut names."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speakers(text: str) -> list[str | None]:
    return [record.speaker for record in extract(Article("a", text))]


NO_NAMES = {
    "a constituency": "Harwick East said the hall was cold.",
    "the upper village": "Upper Dene said the hall was cold.",
    "a duke of somewhere": "The Duke of Dene said the hall was cold.",
    "people of a mind": "Conservatives said the hall was cold.",
    "an office": "Minister said the hall was cold.",
    "a member": "MP said the hall was cold.",
    "members": "MPs said the hall was cold.",
    "doctors by letters": "GPs in Dene said the hall was cold.",
    "letters": "KC said the hall was cold.",
    "a common noun": "Children said the hall was cold.",
    "an abstract noun": "Security said the hall was cold.",
    "a firm of a nation": "The German firm said the hall was cold.",
    "a firm based somewhere": "The Canada-based company said the hall was cold.",
    "a government of a party": "Conservative government said the hall was cold.",
    "what somebody does": "Answering claims that the hall was cold, the clerk left.",
    "a pronoun and its verb": "They’ve said the hall was cold.",
    "somebody's office": "Ada Quill was out. Her office said the hall was cold.",
    "the field of an office": "The High Commissioner for Human Rights said the hall was cold.",
    "an office beneath another": "The Under-Secretary for Water said the hall was cold.",
    "somebody from a part of a nation": "Ada Quill came. The Scot said the hall was cold.",
    "somebody from a nation": "Ada Quill came. The Brazilian said the hall was cold.",
}  # fmt: skip


@pytest.mark.parametrize("text", NO_NAMES.values(), ids=NO_NAMES)
def test_words_that_name_nobody_are_no_speaker(text: str) -> None:
    assert set(speakers(text)) <= {None}


NAMES = {
    "an executive": ("The Health and Safety Executive said the hall was cold.", "Health and Safety Executive"),
    "the executive of a nation": ("The Scottish Executive said the hall was cold.", "Scottish Executive"),
    "a government of a nation": ("The Danish government said the hall was cold.", "Danish government"),
    "a firm with a name": ("The Quill company said the hall was cold.", "Quill company"),
    "a surname that is a month": ("Prime Minister Theresa May said the hall was cold.", "Theresa May"),
    "an agency glued to a name": ("Reuters Ivo Brandt said the hall was cold.", "Ivo Brandt"),
    "a prize before a name": ("Ada Quill came. Oscar-winner Quill said the hall was cold.", "Ada Quill"),
    "a role that begins with a capital": ("Dene Mill Media Coordinator Guy Hale said it was cold.", "Guy Hale"),
    "an office in three words": ("Dene Mill editor-in-chief Ozmy Quaz said the hall was cold.", "Ozmy Quaz"),
    "a position in a team": ("Herons QB Ozmy Quaz said the hall was cold.", "Ozmy Quaz"),
    "a place in a table": (
        "The cup is for the DBA-leading Herons, who won it. The Herons said the hall was cold.", "Herons",
    ),
    "a party and a state at the end": ("Senator Ada Quill R-TX said the hall was cold.", "Ada Quill"),
    "a party and a state without a second comma": ("Rep. Ada Quill, R-TX said it was cold.", "Ada Quill"),
    "a firm of a place": ("Orsa Foods, of Harwick, said the hall was cold.", "Orsa Foods"),
    "a nation in the plural": ("The Brazilians said the hall was cold.", "Brazilians"),
    "what somebody is at the head of a sentence": ("Protester Dyego Qaz, 35, said it was cold.", "Dyego Qaz"),
    "no pupil": ("Student Loans Company said the hall was cold.", "Student Loans Company"),
    "a field that begins a body's name": (
        "Halvorn's Defence Imagery and Mapping Office said it was cold.",
        "Halvorn's Defence Imagery and Mapping Office",
    ),
    "a survey and what else a body does": (
        "The Harbour Survey and Mapping Office said it was cold.", "Harbour Survey and Mapping Office",
    ),
    "people who have an aim": ("Citizens for Clean Harbours said it was cold.", "Citizens for Clean Harbours"),
    "a newspaper of somewhere": ("It was cold, the Times of Halvorn reported.", "Times of Halvorn"),
    "a field and who holds the office": (
        "The Commissioner for Human Rights, Ada Quill, said the hall was cold.", "Ada Quill",
    ),
    "a headline by surname": (
        "Quill Says Reds Lied About Harbour Plan\n\nAda Quill has spoken.", "Ada Quill",
    ),
    "her lawyer after the verb": ("“No,” said her personal lawyer, Guy E. Hale, who was late.", "Guy E. Hale"),
    "a baroness": ("Transport spokeswoman Baroness Strand said the hall was cold.", "Strand"),
    "a baroness with a given name": ("Baroness Una Strand said the hall was cold.", "Una Strand"),
    "short ranks": ("Det Ch Insp Guy Hale said the hall was cold.", "Guy Hale"),
    "letters after a comma": ("Deputy judge Guy Hale, QC told the hearing the hall was cold.", "Guy Hale"),
    "a chief executive": ("Chief Executive Guy Hale said the hall was cold.", "Guy Hale"),
    "an office and its holder": (
        "The Attorney General, Lord Hale, has said little. He said the hall was cold.", "Hale",
    ),
    "a surname that ends as a verb does": ("Guy Fielding spoke. Fielding said the hall was cold.", "Guy Fielding"),
    "a surname that is a common noun": ("Ada Young spoke. Young said the hall was cold.", "Ada Young"),
    "a party": ("The Tories said the hall was cold.", "Tories"),
    "another party": ("On Monday the Conservatives said the hall was cold.", "Conservatives"),
    "a city that is a club": ("Manchester City said the hall was cold.", "Manchester City"),
    "lords": ("Lord Hale of Dene said the hall was cold.", "Hale"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES)
def test_names_are_neither_cut_nor_glued(text: str, expected: str) -> None:
    assert speakers(text)[-1:] == [expected]


def test_a_stranger_who_begins_the_sentence_may_be_she() -> None:
    # Of Wold nothing is known but that she or he speaks; Ellery may be she as well.
    text = "Wold testified that it was late. Ellery’s time at the port was short, she testified."

    assert speakers(text)[-1] is None


def test_a_producer_of_films_is_nobody() -> None:
    assert speakers("Tom Clark Productions was late. He said the hall was cold.") == [None]


def test_a_firm_that_begins_the_sentence_is_not_she() -> None:
    text = "Mary Wold testified that it was late. Ellery’s time at the port was short, she testified."

    assert speakers(text)[-1] == "Mary Wold"


def test_where_something_is_is_no_person_that_the_next_words_describe() -> None:
    text = (
        "At Zummit Qazoma, the drama course put up posters for the Qazoma staff.\n\nQazoma sophomore Liluth Flauers "
        "is a girl. When asked, she said, “I would say that nobody is treated well.”"
    )

    assert "Zummit Qazoma" not in {one.speaker for one in extract(Article("a", text))}


def test_an_office_before_a_name_that_is_a_place_too_shows_a_person() -> None:
    text = "Orsan Foreign Minister Paris Qaz said the hall was cold. Mayor London Brell said it was not."

    assert speakers(text) == ["Paris Qaz", "London Brell"]


@pytest.mark.parametrize(
    "link",
    [
        "https://post.example/2026/quarn.html",
        "[Source](/2026/quarn.html)",
        "clerk@quarn.example",
        "#quarn",
    ],
    ids=["page", "link", "mail", "tag"],
)
def test_an_address_does_not_make_a_name_a_common_word(link: str) -> None:
    text = f"Ada Quarn spoke.\n\nNobody came. Quarn  noted that the slipway was old.\n\n{link}"

    assert speakers(text) == ["Ada Quarn"]


def test_a_misspelt_title_before_a_full_name_makes_no_second_person() -> None:
    text = "Prime Minster Tom Brandt left. Tom Brandt was ill. Mr Brandt said it was late. Brandt said it was cold."

    assert set(speakers(text)) == {"Tom Brandt"}


def test_pro_tempore_is_part_of_an_office() -> None:
    text = "Council President Pro Tempore Ada Quill met Majority Leader Tom Hale. Quill said it was late."

    assert set(speakers(text)) == {"Ada Quill"}


def test_whom_readers_are_told_to_ask_has_no_such_given_name() -> None:
    assert set(speakers("Ask Qazo, a young miller. “We slept on sacks,” Qazo told the paper.")) == {"Qazo"}


def test_whoever_has_the_name_of_a_storm_is_not_the_storm() -> None:
    assert speakers("Tom Holt saw Hurricane Ivo. “We are glad,” Ivo said.") == ["Ivo"]


def test_of_members_who_are_only_included_nobody_speaks_for_all() -> None:
    text = "Members including Speaker Ada Quill and Reds leader Tom Hale said they are worried."

    assert set(speakers(text)) == {None}


def test_the_short_form_of_a_given_name_is_whoever_was_named_in_full() -> None:
    text = "Robert Quill, 36, hurt his shoulder. “My heart was broken,” Rob said. His son Will said so, too."

    assert speakers(text)[0] == "Robert Quill"


@pytest.mark.parametrize(
    "who",
    ["His nephew, Rob,", "His nephew Rob", "A rower named Rob", "The driver Rob", "A friend, Rob,"],
)
def test_a_short_form_that_is_introduced_is_somebody_else(who: str) -> None:
    found = speakers(f"Robert Quill, 36, hurt his shoulder. {who} said that the pier was wet.")

    assert len(found) == 1
    assert found != ["Robert Quill"]


def test_a_people_before_states_is_nobody() -> None:
    text = (
        "The expert says Arab states, specifically those by the sea, understand the levee. He said it leaks."
    )

    assert "Arab" not in [record.speaker for record in extract(Article("a", text))]


def test_a_short_month_after_a_surname_that_comes_first_is_a_name() -> None:
    text = "It sank, according to Zhang Jun, a manager at Orsa. Zhang said it leaks."

    assert [record.speaker for record in extract(Article("a", text))] == ["Zhang Jun", "Zhang Jun"]
