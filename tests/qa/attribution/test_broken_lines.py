"""Texts whose lines are broken to a width, as mail and agency copy have them."""

from __future__ import annotations

from qa.attribution.extractor import extract
from qa.datatypes import Article

PARAGRAPHS = (
    "The levee of Dene leaks at three places, a spokesman for Harwick Water said on Monday. Harwick Water will close "
    "the road until it is dry.",
    "“We knew of it in May,” said Ada Quill, who led the works for nine years. Quill denied that anybody was warned of "
    "the flood.",
    "The mayor of Dene, Tom Brandt, said that he would ask the Norland Water Board for money. “Nobody told me of it,” "
    "he said.",
)


def broken(text: str, width: int = 52) -> str:
    """Return a text of the same length with its lines broken to a width."""
    kept, begin, space = list(text), 0, 0
    for at, letter in enumerate(text):
        if letter == "\n":
            begin = at + 1
        if at - begin >= width and space >= begin:
            kept[space], begin = "\n", space + 1
        if letter == " ":
            space = at
    return "".join(kept)


def test_lines_that_are_broken_to_a_width_change_nobody_s_words() -> None:
    text = "\n\n".join(PARAGRAPHS)

    plain, wrapped = extract(Article("a", text)), extract(Article("a", broken(text)))

    assert "Harwick\nWater" in broken(text)
    assert len(plain) == 5
    assert wrapped == plain


def test_a_short_line_that_ends_in_a_sentence_goes_on_in_the_next() -> None:
    # Where a dateline was taken away, "HARWICK, May 3 - ", the first line is as much shorter.
    text = (
        "Orsa Ferries Ltd said\nit will sell two of its boats to Norland Lines by the end of\nMay, and keep the others."
        "\n    The company said the price is four million crowns, and that\nno one will lose a job.\n"
    )

    whose = [(one.speaker, text[slice(*one.content[0])]) for one in extract(Article("a", text))]

    assert whose[:1] == [
        (
            "Orsa Ferries Ltd",
            "it will sell two of its boats to Norland Lines by the end of\nMay, and keep the others",
        )
    ]
