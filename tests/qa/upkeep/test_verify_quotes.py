from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.answers import Quote
from qa.embedded.snapshot import Library
from qa.errors import DamagedIndexError, UsageError
from qa.quote_ids import quote_id
from qa.upkeep.findings import QuoteCheck
from qa.upkeep.verify_quotes import verify_quotes
from tests.qa.embedded.damage import damage, turn_places_into

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

WORDS = '"The pier is shut," said Marta Ruiz.'
TEXT = f"Rents fell.\n\n{WORDS}\n\nWheat is dear.\n"


def quote(archive: Archive, words: str = WORDS, article: str = "a.txt") -> str:
    """Return the id of a quote of these words."""
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles(article)
        start = version.article.text.index(words)
        return Quote(version, start, start + len(words), 1.0).id


def verified(archive: Archive, *ids: str) -> list[QuoteCheck]:
    return verify_quotes(archive.library, ids)


def test_words_that_stand_where_they_stood_are_identical(archive: Archive) -> None:
    path = archive.write("a.txt", TEXT)
    archive.index()

    (found,) = verified(archive, quote(archive))

    start = TEXT.index(WORDS)
    assert (found.state, found.path, found.start, found.end) == (
        "identical",
        str(path),
        start,
        start + len(WORDS),
    )
    assert found.current


def test_words_that_stand_further_down_have_moved(archive: Archive) -> None:
    archive.write("a.txt", TEXT)
    archive.index()
    given = quote(archive)
    archive.write("a.txt", f"Correction: rents rose.\n\n{TEXT}")

    (found,) = verified(archive, given)

    assert (found.state, found.start) == ("moved", TEXT.index(WORDS) + 25)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("shut", "open"),
        TEXT.replace("Ruiz", "ruiz"),
        "Rents fell.\n",
        TEXT.replace("pier is", "pier  is"),
    ],
    ids=["word", "case", "left out", "space"],
)
def test_words_that_are_not_there_to_the_letter_are_changed(archive: Archive, text: str) -> None:
    archive.write("a.txt", TEXT)
    archive.index()
    given = quote(archive)
    archive.write("a.txt", text)

    assert [each.state for each in verified(archive, given)] == ["changed"]

    archive.index(check=True)
    (found,) = verified(archive, given)
    assert (found.state, found.current) == ("changed", False)


def test_words_whose_file_is_deleted_are_gone(archive: Archive) -> None:
    path = archive.write("a.txt", TEXT)
    archive.write("b.txt", "Wheat is dear.")
    archive.index()
    given = quote(archive)
    path.unlink()

    assert [each.state for each in verified(archive, given)] == ["gone"]


def test_words_of_a_file_that_was_renamed_are_found_at_its_new_path(archive: Archive) -> None:
    path = archive.write("a.txt", TEXT)
    archive.write("b.txt", "Wheat is dear.")
    archive.index()
    given = quote(archive)
    path.rename(archive.folder / "renamed.txt")
    archive.index()

    (found,) = verified(archive, given)

    assert (found.state, found.path) == ("moved", str(archive.folder / "renamed.txt"))


def test_an_article_of_many_is_looked_for_by_its_id(archive: Archive) -> None:
    archive.write_lines("a.jsonl", {"id": "1", "text": "Wheat."}, {"id": "2", "text": TEXT})
    archive.index()
    given = quote(archive, article="2")
    states = []
    for lines in (
        [{"id": "2", "text": TEXT}, {"id": "1", "text": "Wheat."}],
        [{"id": "1", "text": TEXT}, {"id": "2", "text": "Wheat."}],
        [{"id": "3", "text": TEXT}],
        [{"id": "2", "text": "Wheat."}],
        [{"id": "1", "text": "Wheat."}],
    ):
        archive.write_lines("a.jsonl", *lines)
        states += [each.state for each in verified(archive, given)]

    assert states == ["identical", "moved", "moved", "changed", "gone"]


def test_where_the_place_is_not_there_nothing_is_said_of_the_source(archive: Archive, tmp_path: Path) -> None:
    archive.write("a.txt", TEXT)
    archive.index()
    given = quote(archive)
    shutil.move(archive.folder, tmp_path / "unmounted")

    assert [each.state for each in verified(archive, given)] == ["unseen"]


def test_a_web_address_is_not_asked_again(archive: Archive) -> None:
    archive.write("a.txt", TEXT)
    archive.index()
    turn_places_into(archive.library, "https://news.invalid/feed")

    (found,) = verified(archive, quote(archive))

    assert (found.state, found.path) == ("unseen", "https://news.invalid/feed")


def test_a_quote_of_another_library_is_unknown_and_no_id_is_an_error(archive: Archive) -> None:
    archive.write("a.txt", TEXT)
    archive.index()
    given = quote(archive)
    other = quote_id("b" * 10, "b" * 64, 0, 5)
    mistyped = ("b" if given[0] == "a" else "a") + given[1:]

    found = verified(archive, other, mistyped, given)

    assert [each.state for each in found] == ["unknown", "unknown", "identical"]
    assert ["wrong" in each.why for each in found] == [False, True, False]
    with pytest.raises(UsageError):
        verified(archive, "nonsense")


def test_a_quote_of_a_damaged_text_is_not_called_anything(archive: Archive) -> None:
    archive.write("a.txt", TEXT)
    archive.index()
    given = quote(archive)
    damage(archive.library, "texts changed")

    with pytest.raises(DamagedIndexError):
        verified(archive, given)
