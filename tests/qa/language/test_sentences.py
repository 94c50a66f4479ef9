"""Sentences cover their text, and end where a newspaper ends them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language.sentences import split

TYPICAL = st.text(alphabet=st.sampled_from(list("aB .!?…\"'“”’)( \n\t1,。\u2028")), max_size=80)


def sentences(text: str) -> list[str]:
    return [text[start:end] for paragraph in split(text) for start, end in paragraph.sentences]


@given(st.one_of(st.text(), TYPICAL))
def test_sentences_cover_every_character_that_is_not_space_once_and_in_order(text: str) -> None:
    covered = [
        i for paragraph in split(text) for start, end in paragraph.sentences for i in range(start, end)
    ]

    assert covered == sorted(set(covered))
    assert {i for i, character in enumerate(text) if not character.isspace()} <= set(covered)


@given(st.one_of(st.text(), TYPICAL))
def test_neither_paragraphs_nor_sentences_have_space_around_them(text: str) -> None:
    for paragraph in split(text):
        assert paragraph.start == paragraph.sentences[0][0]
        assert paragraph.end == paragraph.sentences[-1][1]
        for start, end in paragraph.sentences:
            assert text[start:end] == text[start:end].strip() != ""


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ada Quill met J. D. Marsh in the U.S. Capitol at 5 p.m. Tuesday.",
        "Gov. Brandt paid $3.5 million to Acme Inc. of Dover, Del., on Jan. 5.",
        "Room No. 5 was empty ... and cold.",
        "The board gave Rs. 5 lakh to each family, and Tk. 900 to Quill.",
        '"What?" he said.',
        "“Go!” she shouted.",
        '"Why now?" Quill asked.',
        "“Stop!” the old senator cried.",
        "It rose by 2.5 percent, e.g. in Ohio.",
        "The U.S. Senate voted.",
        "The street was named for Malcolm X. Brandt in a book by J. Quill.",
        "A study by X. Hale and X. Quill of Harwick says so, according to X. Hale.",
        "What they call `` soft law '' , with no force , is law .",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He lives in the U.S. She does not.", ["He lives in the U.S.", "She does not."]),
        ("He came at 5 p.m. The door was shut.", ["He came at 5 p.m.", "The door was shut."]),
        ('"It is. Truly." He left.', ['"It is.', 'Truly."', "He left."]),
        ("“Done.” Then (see there.) No.", ["“Done.”", "Then (see there.)", "No."]),
        ("He said no. 5 was there.", ["He said no. 5 was there."]),
        ("They said no. Nobody came.", ["They said no.", "Nobody came."]),
        ("It ended . '' He left . ( Yes . ) No .", ["It ended . ''", "He left .", "( Yes . )", "No ."]),
        ('Then " it ended . " He left .', ['Then " it ended . "', "He left ."]),
        ("First line\n\n  Second line.  \n", ["First line", "Second line."]),
        (
            "Quill wrote so on X. Sen. Brandt denied it on X. “No,” he said.",
            ["Quill wrote so on X.", "Sen. Brandt denied it on X.", "“No,” he said."],
        ),
        ("It grew.[1] It fell.", ["It grew.[1]", "It fell."]),
        ("彼は行った。彼女は残った。", ["彼は行った。", "彼女は残った。"]),
    ],
)
def test_a_sentence_ends_with_all_that_closes_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was late.Quill left.", ["It was late.", "Quill left."]),
        (
            "The quay was shut in 2021.“It leaks,” she said.",
            ["The quay was shut in 2021.", "“It leaks,” she said."],
        ),
        ("Is it safe?I doubt it.", ["Is it safe?", "I doubt it."]),
        ("He called it “late”.“No,” she said.", ["He called it “late”.", "“No,” she said."]),
    ],
    ids=["a name", "a quotation after a year", "I", "after a closing mark"],
)
def test_a_sentence_ends_where_a_page_lost_the_break_after_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She works for Harbour.Com in Norvik.",
        "He met Mr.Quill at St.Olav on Monday.",
        "See https://harbour.example/Notes.Quay for more.",
        "Write to quay@harbour.Norvik now.",
        "Use boats.Moor(line) for it.",
    ],
    ids=["a company", "titles", "an address", "mail", "code"],
)
def test_a_full_stop_within_a_word_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_blank_lines_only_separate() -> None:
    assert [(p.start, p.end) for p in split("\n \nOne.\r\n\r\nTwo.\n")] == [(3, 7), (11, 15)]


def test_a_title_after_a_hyphen_does_not_end_a_sentence() -> None:
    text = "She ran against then-Sen. Ruiz of the coast. He won."

    assert [text[start:end] for start, end in split(text)[0].sentences] == [
        "She ran against then-Sen. Ruiz of the coast.",
        "He won.",
    ]


WIRE = """The ferry to Kestrel Bay did not
sail today, since the wind had
risen over night, its owner said.
    Ada Quill, who waited at the
quay, said she would swim. Nobody
believed it.
    - tickets stay valid
    - so do passes"""


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    paragraphs = [WIRE[p.start : p.end].replace("\n", " ") for p in split(WIRE)]

    assert paragraphs == [
        "The ferry to Kestrel Bay did not sail today, since the wind had risen over night, its owner said.",
        "Ada Quill, who waited at the quay, said she would swim. Nobody believed it.",
        "- tickets stay valid",
        "- so do passes",
    ]
    assert sentences(WIRE)[1:3] == [
        "Ada Quill, who waited at the\nquay, said she would swim.",
        "Nobody\nbelieved it.",
    ]


def test_a_line_that_begins_with_a_capital_goes_on_only_where_its_word_did_not_fit() -> None:
    text = "the ferry of Kestrel\nBay did not\nsail today\nShort line\nAnd a new one of it\nends here"

    assert [text[p.start : p.end] for p in split(text)] == [
        "the ferry of Kestrel\nBay did not\nsail today",
        "Short line",
        "And a new one of it\nends here",
    ]


NOTES = """# Notes on the ferry
The ferry sails at nine.
https://ferry.example/timetables/winter/kestrel-bay/everything-that-anybody-may-ever-want-to-know-about-it?all=1&of=it

- Ada Quill said that the ferry of Kestrel Bay would stay in the
  harbour until the wind falls, and that nobody would pay. In its Winter
  Plan the town calls it "the last road".
- Nobody else spoke.

    Ivo Brandt, the baker, stood on the pier.
    Una Strand left. The others stayed where they were, for no
    other boat was there.
"""


def test_what_agencies_indent_is_one_paragraph_up_to_the_next_indented_line() -> None:
    text = (
        "    NORVIK, May 3 (AP) - The mayor of Norvik, Ada Quill, told reporters\n"
        "Monday that the quay was shut for good and that Harwick would have to\n"
        "build another one.\n"
        "    Ivo Brandt, who owns the quay, said he would sell it to the Port of\n"
        "Harwick.\n"
        "    He has no use for it.\n"
    )

    assert [text[p.start : p.end][-8:] for p in split(text)] == ["her one.", "Harwick.", " for it."]


def test_an_agency_s_first_line_may_be_short_where_its_dateline_was_taken_away() -> None:
    text = (
        "The mayor of Norvik has set a March\n"
        "26 date for the end of work on the quay, which was to be shut\n"
        "in May.\n"
        "    He was referring to the works on the quay and to\n"
        "May Brandt, who paid for the bridge beside it, which nobody had\n"
        "asked for and for which nobody will pay.\n"
        "    He told it to the new clerk of the town, Mr. Ivo\n"
        "Brandt.\n"
    )

    assert [text[p.start : p.end][-6:] for p in split(text)] == ["n May.", "l pay.", "randt."]


def test_nearly_full_lines_belong_together_whatever_they_begin_with() -> None:
    text = (
        "The ferry was named for Ada Quill, who led the Harwick\n"
        "Water Board (HWB) for ten years. In 1987 the board of the\n"
        "HWB sold her to Una Strand, then the owner of Kestrel Bay\n"
        "Lines, for 1.2 million. In May 1990 she sank off Norland.\n"
    )

    assert len(split(text)) == 1


def test_the_space_that_begins_a_paragraph_counts_to_its_first_line() -> None:
    text = (
        "   The clerk said that the sentence of Judge Ned Pryce of U.S.\n"
        "Port Court, who has heard the case from its first to its last day,\n"
        "was too late, and that nobody had told him what it was about until\n"
        "then.\n"
        "   He then left for his house on the river.\n"
    )

    assert [text[p.start : p.end][:3] for p in split(text)] == ["The", "He "]


def test_a_list_that_is_broken_to_a_width_is_joined_item_by_item() -> None:
    assert [" ".join(NOTES[p.start : p.end].split()) for p in split(NOTES)][3:] == [
        "- Ada Quill said that the ferry of Kestrel Bay would stay in the harbour until the wind falls, and that "
        'nobody would pay. In its Winter Plan the town calls it "the last road".',
        "- Nobody else spoke.",
        "Ivo Brandt, the baker, stood on the pier.",
        "Una Strand left. The others stayed where they were, for no other boat was there.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ferries sail.\nFerries land.\nand so on\nFerries rest.\nFerries sink.\nFerries rust.",
        "apples\n\npears\n\nplums\n\nquinces",
        "x" * 120 + "\nand more\nand more\nand more",
        "The ferry of Kestrel Bay, in " + "x" * 160 + "\nand so on",
        "the list\nof ships",
    ],
    ids=["few lines go on", "blank lines between", "not full", "wider than lines are broken", "too narrow"],
)
def test_other_lines_are_paragraphs_of_their_own(text: str) -> None:
    assert [text[p.start : p.end] for p in split(text)] == [line for line in text.split("\n") if line]


@pytest.mark.slow
def test_a_megabyte_of_indented_paragraphs_is_split_in_seconds() -> None:
    text = "    The mill closed, and men went home to Dene to wait in the\nrain until it\n" * 30_000
    before = time.perf_counter()

    assert len(split(text)) == 30_000
    assert time.perf_counter() - before < 20
