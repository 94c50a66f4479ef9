"""Bodies whose names begin alike."""

from __future__ import annotations

import pytest

from qa.speakers.longer_names import goes_on


@pytest.mark.parametrize(
    ("own", "name", "another"),
    [
        ("orsa", "orsa free harwick", True),
        ("orsa mills", "orsa mills free dene", True),
        ("orsa", "orsa group", False),
        ("orsa", "orsa france", False),
        ("orsa", "orsa", False),
        ("orsa", "free orsa harwick", False),
        ("mayor", "mayor ada quill", False),
    ],
)
def test_a_name_that_goes_on_is_another_bodys_unless_with_what_kind_it_is(
    own: str, name: str, another: bool
) -> None:
    assert goes_on(own.split(), name.split()) is another
