from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.answers import Quote
from qa.embedded.snapshot import Library
from qa.errors import NoIndexError, UsageError
from qa.evaluation.complaints import complain
from qa.upkeep.check import check
from qa.upkeep.forget import forget
from qa.upkeep.status import status

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

SECRET = "Zanzibar"


def traces(archive: Archive, word: str) -> list[str]:
    """Return the library's files that still hold a word, as it was written or as a term."""
    return files_with(archive, word.encode(), word.lower().encode())


def files_with(archive: Archive, *forms: bytes) -> list[str]:
    return [
        path.name
        for path in archive.library.iterdir()
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def test_a_forgotten_place_is_no_longer_watched_nor_answers(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()

    done = forget(archive.library, str(archive.folder))

    assert (done.places, done.articles, done.purged) == (1, 1, False)
    assert archive.found("pier") == []
    assert status(archive.library).places == ()
    assert check(archive.library).clean


def test_a_forgotten_place_that_is_indexed_again_is_back(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    forget(archive.library, str(archive.folder))

    report = archive.index(archive.folder)

    assert (report.added, report.encoded) == (1, 0)
    assert archive.found("pier") == ["The pier is shut."]


@pytest.mark.parametrize("what", ["in/a.txt", "in"], ids=["file", "folder"])
def test_what_is_forgotten_inside_a_place_does_not_come_back(archive: Archive, what: str) -> None:
    archive.write("in/a.txt", "The pier is shut.")
    archive.write("b.txt", "Rents fell.")
    archive.index()

    assert forget(archive.library, str(archive.folder / what)).articles == 1
    archive.index()
    archive.write("in/a.txt", "The pier is open.")
    archive.index()

    assert archive.ids() == ["b.txt"]


def test_an_article_of_a_file_is_forgotten_by_its_id(archive: Archive) -> None:
    archive.write_lines("a.jsonl", {"id": "1", "text": "One."}, {"id": "2", "text": "Two."})
    archive.index()

    forget(archive.library, "1")
    archive.write_lines("a.jsonl", {"id": "1", "text": "One!"}, {"id": "2", "text": "Two!"})
    archive.index()

    assert archive.ids() == ["2"]


def test_a_place_inside_another_that_is_forgotten_does_not_come_back_with_it(archive: Archive) -> None:
    inner = archive.write("in/a.txt", "The pier is shut.").parent
    archive.write("b.txt", "Rents fell.")
    archive.index()
    archive.index(inner)

    forget(archive.library, str(inner))
    archive.index()

    assert archive.ids() == ["b.txt"]


def test_a_quote_of_a_forgotten_article_can_still_be_shown_until_it_is_purged(archive: Archive) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")

    forget(archive.library, str(path))
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert snapshot.version_by_quote(version.uid, version.sha256[:12]) is not None

    forget(archive.library, str(path), purge=True)
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert snapshot.version_by_quote(version.uid, version.sha256[:12]) is None


@pytest.mark.slow
def test_a_purge_leaves_no_copy_of_any_version(archive: Archive) -> None:
    archive.write("b.txt", "Rents fell.")
    more = f"There is more of {SECRET}. " * 3000
    path = archive.write("a.txt", f'"We leave {SECRET}," said Abdul Karim.\n{more}')
    archive.index()
    archive.write("a.txt", f'"We never left {SECRET}," said Abdul Karim.\n{more}')
    archive.index()
    assert traces(archive, SECRET)

    done = forget(archive.library, str(path), purge=True)

    assert done.purged
    assert traces(archive, SECRET) == []
    assert traces(archive, "Karim") == []
    assert status(archive.library).dead == 0
    assert archive.ids() == ["b.txt"]
    assert check(archive.library).clean


def test_a_purge_leaves_no_terms_of_what_it_purged(archive: Archive) -> None:
    # They are compressed, so that their words cannot be looked for.
    archive.write("b.txt", "Rents fell.")
    path = archive.write("a.txt", f"We leave {SECRET}. " * 300)
    archive.index()
    stored = terms_as_stored(archive, "a.txt")
    archive.write("a.txt", f"We never left {SECRET}. " * 300)
    archive.index()
    stored += terms_as_stored(archive, "a.txt")
    assert [each for each in stored if files_with(archive, each)]

    forget(archive.library, str(path), purge=True)

    assert [each for each in stored if files_with(archive, each)] == []


def terms_as_stored(archive: Archive, name: str) -> list[bytes]:
    """Return the terms of an article's passages as the library's file has them."""
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles(name)
        rows = snapshot._connection.execute(
            "SELECT t.terms FROM passage_terms t JOIN passages p ON p.id = t.passage WHERE p.version = ?",
            [version.key],
        )
        return [row["terms"] for row in rows]


def test_a_name_that_nothing_has_is_said(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()

    with pytest.raises(UsageError, match="Nothing"):
        forget(archive.library, "zeppelin")


def test_a_name_that_several_have_is_asked_back(archive: Archive) -> None:
    archive.write_lines("a.jsonl", {"id": "1", "text": "One."})
    archive.write_lines("b.jsonl", {"id": "1", "text": "Two."})
    archive.index()

    with pytest.raises(UsageError, match="Several"):
        forget(archive.library, "1")
    assert archive.ids() == ["1", "1"]


def test_nothing_can_be_forgotten_without_a_library(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        forget(tmp_path / "absent", "a")
    assert not replace(archive, library=tmp_path / "absent").library.exists()


def test_a_purge_takes_out_what_lies_beside_the_database_too(archive: Archive) -> None:
    archive.write("b.txt", "Rents fell.")
    path = archive.write("a.txt", f"We leave {SECRET} alone.")
    archive.index()
    old = archive.library / "library-format-1.db"
    old.write_bytes(SECRET.encode())
    reports = archive.library / "reports.jsonl"
    for name in ("a.txt", "b.txt"):
        with Library.open(archive.library) as library, library.snapshot() as snapshot:
            (version,) = snapshot.find_articles(name)
        complain(reports, "What was left?", Quote(version, 0, len(version.article.text), 1.0))
    assert traces(archive, SECRET) != []

    done = forget(archive.library, str(path), purge=True)

    assert done.removed_copies == (str(old),)
    assert traces(archive, SECRET) == []
    assert len(reports.read_bytes().splitlines()) == 1


def test_a_purge_that_ended_early_is_finished_by_the_next(archive: Archive) -> None:
    archive.write("b.txt", "Rents fell.")
    path = archive.write("a.txt", f"We leave {SECRET} alone.")
    archive.index()
    (archive.library / "library-format-1.db").write_bytes(SECRET.encode())
    # A folder cannot be removed as a file: here it stands for a full disk or a kill.
    hindrance = archive.library / "library-format-0.db"
    hindrance.mkdir()
    with pytest.raises(OSError, match="library-format-0"):
        forget(archive.library, str(path), purge=True)
    assert traces(archive, SECRET) != []
    hindrance.rmdir()

    done = forget(archive.library, str(path), purge=True)

    assert (done.articles, done.purged, len(done.removed_copies)) == (0, True, 1)
    assert traces(archive, SECRET) == []
    assert archive.found("Rents") == ["Rents fell."]
    with pytest.raises(UsageError, match="Nothing in the library"):
        forget(archive.library, str(path), purge=True)


def test_what_is_only_forgotten_finishes_an_earlier_purge_and_is_kept(archive: Archive) -> None:
    other = archive.write("b.txt", "Rents fell.")
    path = archive.write("a.txt", f"We leave {SECRET} alone.")
    archive.index()
    (archive.library / "library-format-1.db").write_bytes(SECRET.encode())
    (archive.library / "library-format-0.db").mkdir()
    with pytest.raises(OSError, match="library-format-0"):
        forget(archive.library, str(path), purge=True)
    (archive.library / "library-format-0.db").rmdir()

    done = forget(archive.library, str(other))

    assert (done.articles, done.purged) == (1, False)
    assert traces(archive, SECRET) == []
    assert traces(archive, "Rents") != []


def test_a_row_that_only_its_line_names_is_forgotten_by_its_text(archive: Archive) -> None:
    rows = ['{"text": "The pier is shut."}', '{"text": "The quay is open."}', '{"text": "The lock is new."}']
    archive.write("rows.jsonl", "\n".join(rows))
    archive.index()
    forget(archive.library, "line 2")

    archive.write("rows.jsonl", "\n".join(['{"text": "The mill is old."}', *rows]))
    archive.index()

    assert sorted(archive.found("pier quay lock mill")) == [
        "The lock is new.",
        "The mill is old.",
        "The pier is shut.",
    ]
