from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from qa.archive.quote_lookup import find_quote
from qa.datatypes import Article, Scope
from qa.embedded.snapshot import Library
from qa.errors import NoIndexError, UsageError
from qa.ingest.give import give
from qa.quote_ids import quote_id
from qa.upkeep.check import check
from qa.upkeep.forget import forget

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def article(archive: Archive, name: str) -> Article:
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles(name)
        return version.article


def test_what_is_given_goes_before_what_the_file_says(archive: Archive) -> None:
    archive.write("a.md", "---\ndate: 2024-05-01\nsource: Herald\n---\nThe pier is shut.\n")
    archive.index()

    done = give(archive.library, "a.md", date="2025-01-31")

    assert (done.date, done.source, done.given) == ("2025-01-31", "Herald", ("date",))
    assert (article(archive, "a.md").date, article(archive, "a.md").source) == ("2025-01-31", "Herald")
    assert archive.found("pier", Scope(since=date(2025, 1, 1))) == ["The pier is shut."]
    assert archive.found("pier", Scope(until=date(2024, 12, 31))) == []
    assert check(archive.library).clean


def test_a_reader_that_has_the_library_open_finds_it_by_its_new_date(archive: Archive) -> None:
    archive.write("a.md", "---\ndate: 2024-05-01\n---\nThe pier is shut.\n")
    archive.index()
    late = Scope(since=date(2025, 1, 1))

    with Library.open(archive.library) as library:
        with library.snapshot() as snapshot:
            assert snapshot.lexical(["pier"], late, 5) == []
        give(archive.library, "a.md", date="2025-01-31")
        with library.snapshot() as snapshot:
            assert len(snapshot.lexical(["pier"], late, 5)) == 1


def test_it_survives_changes_updates_and_a_rebuild(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    give(archive.library, "a.txt", date="2025-01-31", source="Gazette")

    assert archive.index().unchanged == 1
    archive.write("a.txt", "The pier is open again.")
    assert archive.index().changed == 1
    archive.index(rebuild=True)

    kept = article(archive, "a.txt")
    assert (kept.text, kept.date, kept.source) == ("The pier is open again.", "2025-01-31", "Gazette")


def test_taken_back_the_file_is_believed_again_as_it_is_by_then(archive: Archive) -> None:
    archive.write("a.md", "---\ndate: 2024-05-01\nsource: Herald\n---\nThe pier is shut.\n")
    archive.index()
    give(archive.library, "a.md", date="2025-01-31", source="")
    archive.write("a.md", "---\ndate: 2024-06-02\nsource: Courier\n---\nThe pier is shut.\n")
    archive.index()
    assert (article(archive, "a.md").date, article(archive, "a.md").source) == ("2025-01-31", "")

    done = give(archive.library, "a.md", unset=True)

    assert (done.date, done.source, done.given) == ("2024-06-02", "Courier", ())
    assert article(archive, "a.md").date == "2024-06-02"
    assert archive.index().unchanged == 1
    assert check(archive.library).clean


def test_what_the_article_says_that_people_are_goes_with_the_text(archive: Archive) -> None:
    archive.write("a.txt", '"The pier is shut," said Una Strand, the mayor of Harwick.')
    archive.index()

    for day in ("2025-01-31", "2025-02-01", "2025-01-31"):
        give(archive.library, "a.txt", date=day)

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (bearer,) = snapshot.bearers(["mayor"], Scope())
    assert (bearer.who, bearer.of, bearer.first) == ("Una Strand", "Harwick", date(2025, 1, 31))
    assert check(archive.library).clean


def test_speakers_stay_whose_they_are_and_nothing_is_encoded(archive: Archive) -> None:
    archive.write("a.txt", '"The pier is shut," said Marta Ruiz.')
    archive.index()
    give(archive.library, "a.txt", date="2025-01-31")

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert len(snapshot.attributed_to("Marta Ruiz", Scope(since=date(2025, 1, 31)))) == 1
    report = archive.index()
    assert (report.encoded, report.changed) == (0, 0)


def test_a_quote_given_before_is_not_said_to_have_changed(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")

    give(archive.library, "a.txt", date="2025-01-31")

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert find_quote(snapshot, quote_id(version.uid, version.sha256, 0, 8)).version.current


def test_several_articles_of_one_name_are_listed(archive: Archive) -> None:
    archive.write_lines("a.jsonl", {"id": "1", "text": "One."}, {"id": "2", "text": "Two."})
    archive.index()

    with pytest.raises(UsageError, match="2 articles are called") as refused:
        give(archive.library, "a.jsonl", date="2025-01-31")

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        for line in snapshot.articles():
            assert line.uid in str(refused.value)
            assert give(archive.library, line.uid, date="2025-01-31").id == line.id


@pytest.mark.parametrize("wrong", ["yesterday", "2025-02-30", "", "03/04/2025"])
def test_what_is_no_sure_date_is_refused(archive: Archive, wrong: str) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()

    with pytest.raises(UsageError, match="is not a date"):
        give(archive.library, "a.txt", date=wrong)


def test_what_is_not_there_is_named(archive: Archive) -> None:
    with pytest.raises(NoIndexError):
        give(archive.library, "a.txt", date="2025-01-31")
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    with pytest.raises(UsageError, match="No article"):
        give(archive.library, "b.txt", date="2025-01-31")


def test_a_purge_forgets_what_was_given_too(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("b.txt", "Rents fell.")
    archive.index()
    give(archive.library, "a.txt", source="Zanzibar Times")

    forget(archive.library, "a.txt", purge=True)

    files = [path for path in archive.library.iterdir() if path.is_file()]
    assert not [path.name for path in files if b"Zanzibar" in path.read_bytes()]


def test_it_goes_with_a_row_that_another_is_put_in_above(archive: Archive) -> None:
    first, second = '{"text": "The pier is shut."}', '{"text": "The quay is open."}'
    archive.write("rows.jsonl", f"{first}\n{second}\n")
    archive.index()
    give(archive.library, "line 1", date="2025-01-31")

    archive.write("rows.jsonl", '{"text": "The lock is new."}\n' + f"{first}\n{second}\n")
    archive.index()

    assert archive.found("pier", Scope(since=date(2025, 1, 1))) == ["The pier is shut."]
    assert article(archive, "line 1").date is None
    assert check(archive.library).clean


def test_it_goes_with_two_files_whose_names_are_swapped(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("b.txt", "The quay is open.")
    archive.index()
    give(archive.library, "a.txt", date="2025-01-31", source="Gazette")
    give(archive.library, "b.txt", date="2024-01-31")

    archive.write("a.txt", "The quay is open.")
    archive.write("b.txt", "The pier is shut.")
    archive.index()

    told = [
        (each.text, each.date, each.source)
        for each in (article(archive, name) for name in ("a.txt", "b.txt"))
    ]
    assert told == [("The quay is open.", "2024-01-31", ""), ("The pier is shut.", "2025-01-31", "Gazette")]


def test_a_new_file_under_the_name_of_one_that_was_moved_has_nothing_of_it(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    give(archive.library, "a.txt", date="2025-01-31")

    (archive.folder / "a.txt").rename(archive.folder / "old.txt")
    archive.write("a.txt", "The quay is open, and this file is longer.")
    archive.index()

    assert article(archive, "old.txt").date == "2025-01-31"
    assert article(archive, "a.txt").date is None


def test_a_copy_in_another_outlet_gets_nothing_of_it(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    give(archive.library, "a.txt", source="Gazette")

    archive.write("b.txt", "The pier is shut.")
    archive.index()

    assert (article(archive, "a.txt").source, article(archive, "b.txt").source) == ("Gazette", "")


@pytest.mark.parametrize("purge", [False, True])
def test_it_stays_with_a_folder_that_was_renamed_and_the_old_name_forgotten(
    archive: Archive, purge: bool
) -> None:
    old, new = archive.folder / "old", archive.folder / "new"
    archive.write("old/a.txt", "The pier is shut.")
    archive.index(old)
    give(archive.library, str(old / "a.txt"), date="2025-01-31")
    old.rename(new)
    archive.index(new)

    forget(archive.library, str(old), purge=purge)

    assert archive.found("pier", Scope(since=date(2025, 1, 1))) == ["The pier is shut."]
