from __future__ import annotations

import pytest

from qa.speakers.titled_names import are_alike


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("President Vane", "Una Vane", True),
        ("Una Vane", "Harbour Secretary Vane", False),
        ("Lord Vane", "Ivo Vane", False),
        ("Mrs Vane", "Una Vane", False),
        ("President Vane", "Mayor Vane", False),
        ("Una Vane", "Ivo Vane", False),
        ("Una Vane", "Una Vane", True),
        ("President Vane", "Una Brandt", False),
        ("Vane", "Una Vane", False),
        (None, "Una Vane", False),
    ],
    ids=[
        "office",
        "office of two words",
        "lord",
        "Mrs",
        "two offices",
        "two people",
        "one name",
        "two surnames",
        "no office",
        "nobody",
    ],
)
def test_an_office_before_a_surname_is_no_other_name(
    name: str | None, other: str | None, alike: bool
) -> None:
    assert are_alike(name, other) is alike
    assert are_alike(other, name) is alike
