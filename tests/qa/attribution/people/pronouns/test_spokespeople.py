"""Whose spokesperson "a spokesman" is, where nothing beside the words says it."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def spoken_for(text: str) -> list[str | None]:
    """Return for whom each spokesperson of a text speaks, in order."""
    found = extract(Article("a", text))
    return [one.speaks_for for one in found if one.mention and "spokes" in text[slice(*one.mention)]]


@pytest.mark.parametrize(
    "text",
    [
        "The Ports Authority said the review had ended. A spokesman said the levee was safe.",
        "The Ports Authority defended the plan, with a spokeswoman saying: “Look at all of it.”",
        "The Ports Authority said the review had ended. “It is safe,” said its spokeswoman.",
        "The Ports Authority said no. “It is safe,” a company spokesperson said.",
        "“It is over,” said the Ports Authority. “It is safe,” the spokesman added.",
    ],
)
def test_a_spokesman_speaks_for_the_body_that_has_just_spoken(text: str) -> None:
    assert spoken_for(text) == ["Ports Authority"]


def test_the_same_spokesman_speaks_on_for_it() -> None:
    text = (
        "The Ports Authority said the review had ended. A spokesman said the levee was safe. “We looked,” "
        "said the spokesman."
    )

    assert spoken_for(text) == ["Ports Authority", "Ports Authority"]


@pytest.mark.parametrize(
    "text",
    [
        "The Ports Authority said the review had ended.\n\nA spokesman said the levee was safe.",
        "The Ports Authority said the review had ended. It took a year. A spokesman said the levee was safe.",
        "Ada Quill said the review had ended. A spokesman said the levee was safe.",
        "The Ports Authority built the levee. A spokesman said it was safe.",
        "The Ports Authority said it had ended. A government spokesman said the levee was safe.",
        "The Ports Authority criticised the Herring Board. A spokesman said the charge was unfair.",
    ],
)
def test_a_spokesman_of_nobody_in_particular_speaks_for_nobody(text: str) -> None:
    assert spoken_for(text) == [None]


@pytest.mark.parametrize(
    "body", ["Norwegian foreign ministry", "Dene city council", "Dene public health department"]
)
def test_a_body_may_have_a_name_that_ends_in_small_words(body: str) -> None:
    assert spoken_for(f"“It is safe,” a spokesman for the {body} said.") == [body]


def test_a_spokesman_of_another_body_speaks_for_that_one() -> None:
    text = "The Ports Authority said it had ended. A spokesman for the Herring Board said the levee was safe."

    assert spoken_for(text) == ["Herring Board"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Halvorn said no. “We did,” said a Halvorn spokesperson. Halvorn left.", "Halvorn"),
        ("“We did,” said a spokesman for Halvorn. Halvorn said no.", "Halvorn"),
        ("“We did,” an Orsa Corp. spokesman said.", "Orsa Corp."),
        ("Ms. Quill agreed to sell. “She did,” said a Quill spokesperson.", None),
    ],
    ids=["a firm that speaks", "with a preposition", "with a full stop", "a person"],
)
def test_a_firm_with_a_bare_name_has_spokespeople(text: str, body: str | None) -> None:
    assert body in spoken_for(text)
