"""Update a library in a process of its own, because that keeps all processors busy for minutes.

The process runs this module as a program. It prints one JSON object a line: the steps, then the result.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import LibraryBusyError, NoIndexError, QAError, UsageError

if TYPE_CHECKING:
    from qa.ingest.report import Progress, Stage

_EXPECTED = {error.__name__: error for error in (LibraryBusyError, NoIndexError, UsageError)}


class RunningError(QAError):
    """Reports that the bot is already updating a library."""


@dataclass(frozen=True, slots=True)
class Step:
    """The progress of an update. `total` is None where it is not known."""

    stage: Stage
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """The result of an update, in articles."""

    added: int
    changed: int
    removed: int
    articles: int
    skipped: int


class Reindexing:
    """Runs the update of one library at a time, and stops it."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._running = False

    @property
    def running(self) -> bool:
        return self._running

    async def run(
        self, folder: Path, *, model: str | None, allow_download: bool
    ) -> AsyncGenerator[Step | Done]:
        """Update a library; yield each step, and the result at the end.

        Raises:
            RunningError: If an update is already running.
            LibraryBusyError: If another process writes to the library.
            QAError: If the update fails.
        """
        if self._running:
            raise RunningError("The archive is already being updated.")
        self._running = True
        try:
            given = json.dumps({"library": str(folder), "model": model, "allow_download": allow_download})
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bots.discord.reindexing",
                given,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                # The process does not need the bot's token.
                env={name: value for name, value in os.environ.items() if not name.startswith("QA_DISCORD_")},
            )
            async for step in self._steps(self._process):
                yield step
            await self._process.wait()
        finally:
            await self.stop()
            self._running = False

    async def stop(self) -> None:
        """Stop a running update: what is finished stays, and the next run goes on from there."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.terminate()
            await process.wait()

    async def _steps(self, process: asyncio.subprocess.Process) -> AsyncIterator[Step | Done]:
        ended = False
        if process.stdout is None:
            return
        async for line in process.stdout:
            row = json.loads(line)
            if "error" in row:
                raise _EXPECTED.get(row["error"], QAError)(row["message"])
            if "stage" in row:
                yield Step(**row)
            else:
                ended = True
                yield Done(**row)
        if not ended:
            raise QAError("Indexing stopped before it was finished.")


def main(arguments: Sequence[str]) -> None:
    """Update one library, with the settings of the user who runs the bot."""
    from bots.user_settings import read_settings
    from qa.encoding import open_encoder
    from qa.ingest.report import request_within
    from qa.ingest.update import update

    given = json.loads(arguments[0])
    folder = Path(given["library"])

    def watch(step: Progress) -> None:
        _print(asdict(Step(step.stage, step.done, step.total)))

    try:
        settings = read_settings({"library": folder})
        report = update(
            folder,
            request_within(settings),
            encoder_factory=lambda: open_encoder(given["model"], allow_download=given["allow_download"]),
            progress=watch,
        )
    except QAError as error:
        _print({"error": type(error).__name__, "message": str(error)})
        return
    skipped = sum(not each.indexed for each in report.skipped)
    counts = Done(report.added, report.changed, report.removed, report.articles, skipped)
    _print(asdict(counts))


def _print(row: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
