from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.visible import visible
from bots.web.paragraphs import Piece, cut_into_paragraphs, text_paragraphs

LINES = st.text(alphabet="ab \n\t\r\u202e", max_size=40)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n \n", []),
        ("one", ["one"]),
        ("one\ntwo", ["one\ntwo"]),
        ("one\n\ntwo", ["one", "two"]),
        ("\n\none\n \t\n\n\n  two\n\n", ["one", "two"]),
        ("one\r\n\r\ntwo", ["one", "two"]),
    ],
)
def test_an_empty_line_ends_a_paragraph(text: str, paragraphs: list[str]) -> None:
    assert ["".join(piece.text for piece in each) for each in text_paragraphs(text)] == paragraphs


def test_a_piece_that_runs_over_a_paragraphs_end_is_in_both() -> None:
    pieces = [Piece("a "), Piece("b\n\nc", marked=True), Piece(" d")]

    assert list(cut_into_paragraphs(pieces)) == [
        [Piece("a "), Piece("b", marked=True)],
        [Piece("c", marked=True), Piece(" d")],
    ]


@given(st.lists(st.tuples(LINES, st.booleans()), max_size=5))
def test_no_character_but_space_is_lost_or_changes_its_kind(pieces: list[tuple[str, bool]]) -> None:
    given_pieces = [Piece(visible(text), own) for text, own in pieces]

    found = [piece for paragraph in cut_into_paragraphs(given_pieces) for piece in paragraph]

    def characters(of: list[Piece]) -> list[tuple[str, bool]]:
        return [(each, piece.own) for piece in of for each in piece.text if not each.isspace()]

    assert characters(found) == characters(given_pieces)
    assert all("\n\n" not in piece.text for piece in found)
