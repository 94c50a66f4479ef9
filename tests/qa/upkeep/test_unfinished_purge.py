from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.errors import UsageError
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.forget import forget
from qa.upkeep.repair import repair
from qa.upkeep.status import status

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

SECRET = "Zanzibar"


def purge_that_ends_early(archive: Archive) -> str:
    """Begin to purge an article; its words stay in a copy of an older format. Return the article's file."""
    archive.write("b.txt", "Rents fell.")
    path = str(archive.write("a.txt", f"We leave {SECRET} alone."))
    archive.index()
    (archive.library / "library-format-1.db").write_bytes(SECRET.encode())
    # A folder cannot be removed as a file: here it stands for a full disk or a kill.
    hindrance = archive.library / "library-format-0.db"
    hindrance.mkdir()
    with pytest.raises(OSError, match="library-format-0"):
        forget(archive.library, path, purge=True)
    hindrance.rmdir()
    return path


def copies(archive: Archive) -> list[str]:
    return [path.name for path in archive.library.glob("library-format-*")]


def test_a_purge_that_ended_early_is_named_until_it_is_finished(archive: Archive) -> None:
    path = purge_that_ends_early(archive)

    assert status(archive.library).unfinished_purge
    assert archive.index().unfinished_purge
    assert check(archive.library).unfinished_purge
    assert check(archive.library).clean
    assert any("purge" in finding.words for finding in diagnose(archive.library).findings)

    forget(archive.library, path, purge=True)

    assert not status(archive.library).unfinished_purge
    assert not archive.index().unfinished_purge
    assert not check(archive.library).unfinished_purge


@pytest.mark.parametrize("purge", [True, False], ids=["purged", "only forgotten"])
def test_a_mistyped_name_finishes_an_earlier_purge_and_is_said(archive: Archive, purge: bool) -> None:
    path = purge_that_ends_early(archive)

    with pytest.raises(UsageError, match=r"Nothing .* is called 'a\.tyt'.* is finished now"):
        forget(archive.library, "a.tyt", purge=purge)

    assert copies(archive) == []
    assert not status(archive.library).unfinished_purge
    with pytest.raises(UsageError, match=r"See `qa articles --list`\.$"):
        forget(archive.library, path, purge=True)


@pytest.mark.parametrize("how", ["purge", "repair"])
def test_what_a_killed_repair_left_beside_the_library_is_removed(archive: Archive, how: str) -> None:
    archive.write("b.txt", "Rents fell.")
    path = archive.write("a.txt", f"We leave {SECRET} alone.")
    archive.index()
    left = archive.library.with_name(f".{archive.library.name}.salvaged")
    left.mkdir()
    (left / "library.db").write_bytes(SECRET.encode())

    if how == "purge":
        forget(archive.library, str(path), purge=True)
    else:
        repair(archive.library, encoder_factory=lambda: archive.encoder)

    assert not left.exists()
