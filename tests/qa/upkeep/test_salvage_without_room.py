from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from qa.embedded.writer import open_writer

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

ROOT = Path(__file__).parents[3]

LESS_AND_LESS_ROOM = """
import resource, sys
from pathlib import Path
from qa.errors import DamagedIndexError, QAError
from qa.upkeep.salvage import salvage

library = Path(sys.argv[1])
before = (library / "library.db").read_bytes()
for kilobytes in range(100, len(before) // 1024, 500):
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, resource.RLIM_INFINITY))
    try:
        salvage(library)
        print(kilobytes, "done")
    except QAError as error:
        if isinstance(error, DamagedIndexError) or "room" not in str(error):
            print(kilobytes, repr(error))
    if (library / "library.db").read_bytes() != before:
        print(kilobytes, "changed")
print("tried")
"""


def test_a_library_that_there_is_no_room_to_repair_is_not_called_damaged_beyond_repair(
    archive: Archive,
) -> None:
    archive.write("a.txt", '"The pier is shut," said Marta Ruiz. Rents fell in Harwick.')
    archive.index()
    with open_writer(archive.library) as writer:
        # More than SQLite keeps in memory, so that it writes before the end.
        writer.connection.execute("INSERT INTO meta VALUES ('note', ?)", ["x" * 5_000_000])

    done = subprocess.run(
        [sys.executable, "-c", LESS_AND_LESS_ROOM, str(archive.library)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == "tried\n", done
