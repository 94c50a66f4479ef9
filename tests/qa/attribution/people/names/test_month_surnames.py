"""Somebody whose surname is a month: "May said" is hers, "in May" is nobody."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

HERS = {
    "before the verb": "Ada May runs the port. May said the levee was safe.",
    "in the present": "Ada May runs the port. May says the levee is safe.",
    "after a quotation": "Ada May runs the port. “The levee is safe,” May said.",
    "after the verb": "Ada May runs the port. “The levee is safe,” said May.",
    "in May": "Ada May runs the port. In May, May told the council that the levee was safe.",
    "with a title": "Ada May runs the port. Mrs May added that the levee was safe.",
    "another month": "The port is shut, says Dr Ada May, a clerk. It was shut before.",
    "by a pronoun": "Ivo Brandt came. Ada May runs the port. May waited for an hour. “It is safe,” she said.",
}


def test_june_is_a_surname_after_a_title_and_a_given_name() -> None:
    text = "“The port is shut,” says Dr Ivo June of the Harwick Institute. “It was old,” June says."

    assert {one.speaker for one in extract(Article("a", text))} == {"Ivo June"}


@pytest.mark.parametrize("text", HERS.values(), ids=HERS)
def test_a_month_that_is_somebodys_surname_speaks(text: str) -> None:
    assert [one.speaker for one in extract(Article("a", f"The port\n\n{text}"))] == ["Ada May"]


NOT_HERS = {
    "nobody has the name": "A plan was made in May. Officials who in May said it was safe left.",
    "in that month": "Ada May runs the port. A report that was published in May said the levee leaks.",
    "of the month": "Ada May runs the port. The clerk of May said nothing of it.",
}


@pytest.mark.parametrize("text", NOT_HERS.values(), ids=NOT_HERS)
def test_a_month_speaks_for_nobody(text: str) -> None:
    assert all(one.speaker is None for one in extract(Article("a", f"The port\n\n{text}")))


def test_a_month_that_was_dry_is_not_whom_he_means() -> None:
    text = "Peter August said the crop failed. August was dry, farmers said. It rained all August, he said."
    records = extract(Article("a", f"The port\n\n{text}"))

    assert [one.speaker for one in records] == ["Peter August", None, "Peter August"]
