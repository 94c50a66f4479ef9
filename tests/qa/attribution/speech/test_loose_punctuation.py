"""Who is quoted where marks are missing, or what is said of them has no comma."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

QUOTED = {
    "no first comma": (
        '"It leaks," Tom Brandt CEO and founder of digital agency Orsa, said in an email.',
        [("Tom Brandt", '"It leaks,"')],
    ),
    "no first comma before a place": (
        '"It leaks," Tom Brandt of Orsa, said in an email.',
        [("Tom Brandt of Orsa", '"It leaks,"')],
    ),
    "a full stop in the quotation": (
        '"The water is high." Harwick University explained in a statement.',
        [("Harwick University", '"The water is high."')],
    ),
    "quoted saying": (
        '"The season began with hope," Hale was quoted saying in the report.',
        [("Hale", '"The season began with hope,"')],
    ),
    "as somebody notes somewhere": (
        "There are paths, but as Tom Brandt notes at the Ledger, “this is no way to mend a wall.”",
        [("Tom Brandt", "“this is no way to mend a wall.”")],
    ),
    "a name in 's": (
        '"It will be one of our losses," Quill\'s said in a report.',
        [("Quill's", '"It will be one of our losses,"')],
    ),
    "what a statement announces": (
        "“It costs too much,” officials wrote in a statement announcing the end. “We urge everyone to wait.”",
        [("officials", "“It costs too much,” ... “We urge everyone to wait.”")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED.keys())
def test_who_is_quoted(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
