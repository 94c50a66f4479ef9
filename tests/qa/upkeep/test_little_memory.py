from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

ROOT = Path(__file__).parents[3]

LESS_AND_LESS = """
import shutil, sqlite3, sys
from contextlib import suppress
from pathlib import Path
from qa.embedded.connections import one_state
from qa.embedded.database import damage_of
from qa.errors import out_of_memory
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.check_full_text import full_text_troubles
from qa.upkeep.salvage import salvage

library = Path(sys.argv[1])
limit = sqlite3.connect(":memory:")
kept = library.with_name("kept")

def of_check():
    return check(library).problems

def of_words():
    with one_state(library) as connection:
        return list(full_text_troubles(connection))

def of_structure():
    with one_state(library) as connection:
        # Fills the memory with pages.
        with suppress(MemoryError):
            list(full_text_troubles(connection))
        return damage_of(connection)

def of_backup():
    backup(library, library.with_name("saved.zip"), force=True)

def of_salvage():
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(library, kept)
    salvage(kept)
    with one_state(kept) as connection:
        rows = connection.execute("SELECT (SELECT count(*) FROM embeddings), (SELECT count(*) FROM files)")
        return None if min(rows.fetchone()) else "what saves work is gone"

try_it = globals()["of_" + sys.argv[2]]
without = 0
for kilobytes in range(1500, 150, -int(sys.argv[3])):
    try:
        # SQLite lets a process lower this limit, never raise it.
        limit.execute(f"PRAGMA hard_heap_limit = {kilobytes * 1024}").fetchall()
    except MemoryError:
        break
    try:
        if wrong := try_it():
            print(kilobytes, wrong)
    except BaseException as error:
        without += 1
        if out_of_memory(error) is None:
            print(kilobytes, repr(error))
print("often" if without > 3 else f"only {without} times", "without memory")
"""


@pytest.mark.parametrize(
    ("what", "step"),
    [("check", 20), ("words", 20), ("structure", 4), ("backup", 60), ("salvage", 40)],
    ids=str,
)
def test_a_library_is_not_called_damaged_where_sqlite_has_too_little_memory(
    archive: Archive, what: str, step: int
) -> None:
    for number in range(40):
        archive.write(f"{number}.txt", f'"Pier {number} is shut," said Marta Ruiz. Rents fell in Harwick.')
    archive.index()
    shutil.rmtree(archive.library.with_name("kept"), ignore_errors=True)

    done = subprocess.run(
        [sys.executable, "-c", LESS_AND_LESS, str(archive.library), what, str(step)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == "often without memory\n", done
