"""Run `qa` as `python -m bots.terminal`."""

from __future__ import annotations

from bots.terminal.app import main

if __name__ == "__main__":
    main()
