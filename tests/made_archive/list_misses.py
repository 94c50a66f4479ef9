"""Write the list of questions that the program answers wrongly today, with what happens.

    python -m tests.made_archive.list_misses

Read the difference before it is committed: a question that was right and is on the list now has been broken.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from tests.made_archive.expectations import (
    KNOWN_MISSES,
    open_made_archive,
    read_expected,
    what_happens,
    what_is_wrong,
)


def main() -> None:
    misses: dict[str, dict[str, str | None]] = {}
    questions = read_expected()
    with tempfile.TemporaryDirectory() as scratch:
        ask = open_made_archive(Path(scratch) / "library")
        for expected in questions:
            answer = ask(expected)
            wrong = what_is_wrong(answer, expected)
            if wrong:
                misses[expected.id] = what_happens(answer)
                sys.stdout.write(f"{expected.id}: {expected.question}\n    {wrong}\n")
    KNOWN_MISSES.write_text(json.dumps(misses, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(misses)} of {len(questions)} questions are answered wrongly.\n")


if __name__ == "__main__":
    main()
