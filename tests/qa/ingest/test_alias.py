from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import NoIndexError, NotFoundError, UsageError
from qa.ingest.alias import give_names, take_names_back
from qa.rule_versions import LINKING_VERSION
from qa.speakers.linking import match_speaker
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.forget import forget
from qa.upkeep.repair import repair
from qa.upkeep.restore import restore
from qa.upkeep.status import status
from tests.qa.embedded.damage import damage
from tests.qa.embedded.upgrades import derived

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

PARTY = "“We will vote no,” said the Coast Dems.\n"
PARTY_IN_FULL = "“We will vote no again,” said the Coastal Democrats.\n"
LORD = "“The mill must stay,” said Lord Vane.\n"
ROBIN = "“The mill must go,” said Lord Robin Vane.\n"
OTHER = "“Rents fell,” said Ada Quill.\n"


@pytest.fixture
def filled(archive: Archive) -> Archive:
    for name, text in {
        "short": PARTY,
        "full": PARTY_IN_FULL,
        "lord": LORD,
        "robin": ROBIN,
        "ada": OTHER,
    }.items():
        archive.write(f"{name}.txt", text)
    archive.index()
    return archive


def speakers(library: Path) -> dict[str, tuple[str, ...]]:
    """Return everybody who speaks in a library, each with the other names."""
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        return {each.name: each.aliases for each in snapshot.speakers()}


def words_of(library: Path, typed: str) -> int:
    """Count what is said by the speaker that a typed name means."""
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        name = match_speaker(typed, snapshot).name
        return len(snapshot.attributed_to(name, Scope())) if name else 0


def test_two_names_become_one_speaker(filled: Archive) -> None:
    assert set(speakers(filled.library)) == {"Coast Dems", "Coastal Democrats", "Robin Vane", "Ada Quill"}

    done = give_names(filled.library, "Coast Dems", "Coastal Democrats")

    assert (done.speakers, done.apart) == (("Coastal Democrats",), False)
    assert speakers(filled.library)["Coastal Democrats"] == ("Coast Dems",)
    assert "Coast Dems" not in speakers(filled.library)
    assert words_of(filled.library, "Coast Dems") == words_of(filled.library, "Coastal Democrats") == 2
    assert check(filled.library).clean


def test_two_names_that_the_program_joins_become_two_people(filled: Archive) -> None:
    assert words_of(filled.library, "Robin Vane") == 2

    done = give_names(filled.library, "Lord Vane", "Robin Vane", apart=True)

    assert done.speakers == ("Lord Vane", "Robin Vane")
    assert words_of(filled.library, "Robin Vane") == words_of(filled.library, "Lord Vane") == 1
    assert check(filled.library).clean


def test_names_are_compared_without_case_and_spaces(filled: Archive) -> None:
    done = give_names(filled.library, "coast  dems", "COASTAL DEMOCRATS")

    assert (done.first, done.second, done.speakers) == (
        "Coast Dems",
        "Coastal Democrats",
        ("Coastal Democrats",),
    )


@pytest.mark.slow
def test_both_survive_updates_changes_and_a_rebuild(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")
    give_names(filled.library, "Lord Vane", "Robin Vane", apart=True)
    before = speakers(filled.library)

    filled.write("new.txt", "“We said no,” said the Coast Dems.\n\n“I stay,” said R. Vane.\n")
    filled.index()
    updated = speakers(filled.library)
    filled.index(rebuild=True)

    assert set(updated) == set(before)
    assert speakers(filled.library) == updated
    assert words_of(filled.library, "Coastal Democrats") == 3
    assert words_of(filled.library, "Robin Vane") == 2
    assert check(filled.library).clean


@pytest.mark.slow
def test_an_update_of_one_name_links_the_joined_names_as_a_rebuild_does(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")
    (filled.folder / "full.txt").unlink()
    filled.index()
    alone = derived(filled.library)
    filled.index(rebuild=True)

    assert set(speakers(filled.library)) == {"Coast Dems", "Robin Vane", "Ada Quill"}
    assert derived(filled.library) == alone
    assert [each.applied for each in status(filled.library).aliases] == [False]

    filled.write("full.txt", PARTY_IN_FULL)
    filled.index()

    assert "Coast Dems" not in speakers(filled.library)
    assert [each.applied for each in status(filled.library).aliases] == [True]


def test_other_rules_of_linking_keep_them(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")
    before = derived(filled.library)
    with open_writer(filled.library) as writer, writer.transaction():
        writer.set_meta("linking", str(LINKING_VERSION - 1))

    filled.index()

    assert derived(filled.library) == before


def test_both_are_in_a_backup(filled: Archive, tmp_path: Path) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")
    give_names(filled.library, "Lord Vane", "Robin Vane", apart=True)

    backup(filled.library, tmp_path / "saved.zip")
    restore(tmp_path / "saved.zip", tmp_path / "carried")

    assert speakers(tmp_path / "carried") == speakers(filled.library)
    assert status(tmp_path / "carried").aliases == status(filled.library).aliases


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [("Coast Dems", "Coastal Democrats", False), ("Lord Vane", "Robin Vane", True)],
    ids=["joined", "apart"],
)
def test_each_is_taken_back_in_either_order(filled: Archive, first: str, second: str, apart: bool) -> None:
    before = derived(filled.library)
    give_names(filled.library, first, second, apart=apart)
    assert derived(filled.library) != before

    done = take_names_back(filled.library, second, first)

    assert (done.undone, done.apart) == (True, apart)
    assert derived(filled.library) == before
    assert status(filled.library).aliases == ()
    assert check(filled.library).clean


def test_the_status_lists_them(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")
    give_names(filled.library, "Lord Vane", "Robin Vane", apart=True)

    assert [
        (each.first, each.second, each.apart, each.applied) for each in status(filled.library).aliases
    ] == [
        ("Coast Dems", "Coastal Democrats", False, True),
        ("Lord Vane", "Robin Vane", True, True),
    ]


def test_to_say_it_again_changes_nothing(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")

    assert give_names(filled.library, "Coast Dems", "Coastal Democrats").speakers == ("Coastal Democrats",)
    assert len(status(filled.library).aliases) == 1


@pytest.mark.parametrize("apart", [False, True])
def test_a_name_that_occurs_nowhere_is_refused_with_what_to_do(filled: Archive, apart: bool) -> None:
    for names in (("Inland Dems", "Coastal Democrats"), ("Coast Dems", "Inland Democrats")):
        with pytest.raises(NotFoundError, match="qa speakers NAME"):
            give_names(filled.library, *names, apart=apart)
    assert status(filled.library).aliases == ()


@pytest.mark.parametrize(
    ("first", "second", "apart", "why"),
    [
        ("Coast Dems", "coast dems", False, "is one name"),
        ("Lord Vane", "Robin Vane", False, "one speaker already"),
        ("Ada Quill", "Robin Vane", True, "two speakers already"),
        ("", "Robin Vane", False, "no word"),
        ("Coast\x1b[1mDems", "Coastal Democrats", False, "cannot be seen"),
        ("C" * 999, "Coastal Democrats", False, "at most"),
    ],
    ids=["the same", "joined already", "never joined", "empty", "control characters", "too long"],
)
def test_what_makes_no_sense_is_refused(
    filled: Archive, first: str, second: str, apart: bool, why: str
) -> None:
    before = derived(filled.library)

    with pytest.raises(UsageError, match=why):
        give_names(filled.library, first, second, apart=apart)

    assert derived(filled.library) == before


def test_the_opposite_has_to_be_taken_back_first(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")

    with pytest.raises(UsageError, match="--undo"):
        give_names(filled.library, "Coastal Democrats", "Coast Dems", apart=True)


def test_names_are_not_joined_over_two_that_are_held_apart(filled: Archive) -> None:
    give_names(filled.library, "Lord Vane", "Robin Vane", apart=True)
    give_names(filled.library, "Lord Vane", "Ada Quill")
    before = derived(filled.library)

    with pytest.raises(UsageError, match="contradicts"):
        give_names(filled.library, "Ada Quill", "Robin Vane")

    assert derived(filled.library) == before
    assert len(status(filled.library).aliases) == 2


def test_names_that_are_joined_over_a_third_are_not_held_apart(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Ada Quill")
    give_names(filled.library, "Ada Quill", "Coastal Democrats")
    before = derived(filled.library)

    with pytest.raises(UsageError, match="contradicts"):
        give_names(filled.library, "Coast Dems", "Coastal Democrats", apart=True)

    assert derived(filled.library) == before
    assert set(speakers(filled.library)) == {"Coastal Democrats", "Robin Vane"}


def test_a_surname_of_two_is_not_joined(archive: Archive) -> None:
    archive.write(
        "a.txt", "“Rents fell,” said Ada Lind.\n\n“They rose,” said Bo Lind.\n\n“No,” said Eva Marsh."
    )
    archive.index()

    with pytest.raises(NotFoundError, match="called 'Lind'"):
        give_names(archive.library, "Lind", "Eva Marsh")


def test_nothing_is_taken_back_where_nothing_was_said(filled: Archive, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="qa status"):
        take_names_back(filled.library, "Coast Dems", "Coastal Democrats")
    with pytest.raises(NoIndexError):
        give_names(tmp_path / "nothing", "Coast Dems", "Coastal Democrats")


def test_a_purge_leaves_no_name_of_the_purged_text(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")
    give_names(filled.library, "Lord Vane", "Robin Vane", apart=True)

    forget(filled.library, "short.txt", purge=True)

    files = [path for path in filled.library.iterdir() if path.is_file()]
    assert not [path.name for path in files if b"Coast Dems" in path.read_bytes()]
    assert [each.first for each in status(filled.library).aliases] == ["Lord Vane"]
    assert check(filled.library).clean


def test_what_is_only_forgotten_keeps_them(filled: Archive) -> None:
    give_names(filled.library, "Coast Dems", "Coastal Democrats")

    forget(filled.library, "short.txt")
    forget(filled.library, "ada.txt", purge=True)

    assert len(status(filled.library).aliases) == 1


def test_damage_is_noticed_and_repaired(filled: Archive) -> None:
    before = derived(filled.library)
    give_names(filled.library, "Coast Dems", "Coastal Democrats")
    damage(filled.library, "pairs of names changed")

    assert not check(filled.library).clean
    assert not repair(filled.library, encoder_factory=lambda: filled.encoder).damaged

    assert derived(filled.library) == before
    assert check(filled.library).clean
