from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.archive.name_lookup import is_mentioned
from qa.embedded.snapshot import Library

STORY = """The talks in Lund will begin on Monday, an aide to Minister Vera Kiland said. Old Mr. Toft of the Pilots'
Guild will be there, and so will one Joan Abernathy, who has not spoken to anybody.

Mr Orsa was there with Ms. Brandt, Andrea Orsa with his boat, and Mr Brandt with none.

Work by hand is done for now. The Hand Company left Port Marlow and Oslo."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, library_of: Callable[[Path], Library]) -> Library:
    folder = tmp_path_factory.mktemp("mentioned")
    (folder / "story.md").write_text(STORY, encoding="utf-8")
    return library_of(folder)


@pytest.mark.parametrize(
    "typed", ["Kiland", "Vera Kiland", "minister kiland", "toft", "Joan Abernathy", "Abernathy"]
)
def test_a_person_who_says_nothing_is_mentioned(library: Library, typed: str) -> None:
    with library.snapshot() as snapshot:
        assert is_mentioned(snapshot, typed)


@pytest.mark.parametrize(
    "typed", ["Oslo", "Port Marlow", "hand", "Lund", "the harbour", "Nowak", "", "monday", "“”"]
)
def test_a_place_a_thing_or_a_word_is_no_person(library: Library, typed: str) -> None:
    with library.snapshot() as snapshot:
        assert not is_mentioned(snapshot, typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Mr Toft", True),
        ("Mrs Toft", False),
        ("Ms Abernathy", True),
        ("Sir Abernathy", False),
        ("Mr Orsa", True),
        ("Ms Orsa", False),
        ("Mrs Brandt", True),
        ("Mr Brandt", True),
        ("Captain Toft", True),
    ],
)
def test_a_title_counts_for_more_than_a_given_name(library: Library, typed: str, expected: bool) -> None:
    with library.snapshot() as snapshot:
        assert is_mentioned(snapshot, typed) is expected
