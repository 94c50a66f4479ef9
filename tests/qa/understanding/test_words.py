"""Which typed phrases name somebody by a common noun only."""

from __future__ import annotations

import pytest

from qa.understanding.words import is_role


@pytest.mark.parametrize(
    "phrase", ["environmentalists", "the homeowners", "local churchgoers", "care workers"]
)
def test_a_plural_of_people_is_a_role_by_its_ending(phrase: str) -> None:
    assert is_role(phrase)


@pytest.mark.parametrize("phrase", ["twists", "the checklists", "Environmentalists", "Dene Homeowners"])
def test_another_word_with_such_an_ending_is_none(phrase: str) -> None:
    assert not is_role(phrase)
