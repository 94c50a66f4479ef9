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
        '"There are reasons to leave." Harwick University explained in a statement.',
        [("Harwick University", '"There are reasons to leave."')],
    ),
    "quoted saying": (
        '"The trade began with hope," Hale was quoted saying in the report.',
        [("Hale", '"The trade began with hope,"')],
    ),
    "as somebody notes somewhere": (
        "There are paths, but as Tom Brandt notes at the Ledger, “these are not plans for going back.”",
        [("Tom Brandt", "“these are not plans for going back.”")],
    ),
    "a name in 's": (
        '"It will be one of the costs," Quill\'s said in a report.',
        [("Quill's", '"It will be one of the costs,"')],
    ),
    "what a statement announces": (
        "“It costs too much,” officials wrote in a statement announcing the end. “We urge everyone to wait.”",
        [("officials", "“It costs too much,” ... “We urge everyone to wait.”")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED.keys())
def test_who_is_quoted(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
