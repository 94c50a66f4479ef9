"""Run `qa`, also as `python -m bots.terminal`."""

from __future__ import annotations

import gc
import os
import sys

from qa.errors import out_of_memory, require_memory_for_program

_LOADED_OBJECTS = 150_000
"""More than a first answer leaves in memory, which is 105,000. Garbage that only such a search finds is rare here: a
few objects for each question."""


def main() -> None:
    """Run the program on its arguments, and end the process, also where there is no memory to load the program."""
    # OpenBLAS starts a thread for each core while numpy is imported. Nothing here is large enough for them, and each
    # spins on its core for as long as the import itself takes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Python would look for garbage 150 times during a first answer, and what it looks through is there to stay.
    gc.set_threshold(_LOADED_OBJECTS)
    try:
        require_memory_for_program()
        from bots.terminal.app import main as run
    except Exception as error:
        if (shortage := out_of_memory(error)) is None:
            raise
        sys.stderr.write(f"qa: {shortage}\n")
        sys.exit(shortage.exit_code)
    run()


if __name__ == "__main__":
    main()
