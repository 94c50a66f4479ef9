"""Run `qa`, also as `python -m bots.terminal`."""

from __future__ import annotations

import sys

from qa.errors import out_of_memory, require_memory_for_program


def main() -> None:
    """Run the program on its arguments, and end the process, also where there is no memory to load the program."""
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
