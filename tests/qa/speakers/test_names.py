"""Which names are groups' and which are people's, by their form."""

from __future__ import annotations

import pytest

from qa.speakers.names import is_group


@pytest.mark.parametrize(
    "name",
    ["South Korea", "Council on Dykes", "Halvorn.com", "Argentines", "Jordan Airlines"],
    ids=["a country of two words", "on", "an address", "a people", "a body of a country"],
)
def test_a_group_is_told_by_the_form_of_its_name(name: str) -> None:
    assert is_group(name)


@pytest.mark.parametrize("name", ["Jordan Quill", "Israel Brandt"])
def test_somebody_whose_given_name_is_a_countrys_is_no_group(name: str) -> None:
    assert not is_group(name)
