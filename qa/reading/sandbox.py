"""Parse foreign formats in a process that can be killed, with limits on its time, its memory and its reach."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from qa.reading.files import NO_MEMORY, ProblemKind, Unusable
from qa.reading.limits import SandboxLimits
from qa.reading.stories import Found, Remark, from_wire
from qa.reading.worker import OUT_OF_MEMORY

_LONGEST_REASON = 1000
_FAMILIES = ("PYTHON", "LC_", "LD_", "DYLD_")
_NEEDED = {"LANG", "TZ", "HOME", "PATH", "SYSTEMROOT", "USERPROFILE", "APPDATA", "TEMP", "TMP", "TMPDIR"}
_ROOT = Path(__file__).parents[2]


class _Died(Exception):  # noqa: N818 - an event, answered with a new process or a reason
    pass


class Sandbox:
    """Parses files in a worker process: starts it for the first file, keeps it, and starts another when it ends.

    Any thread may call it; one is served at a time. Close it, or use it as a context, to end the worker.
    """

    def __init__(self, limits: SandboxLimits | None = None, *, command: Sequence[str] = ()) -> None:
        """Args: command: Starts something other than the project's own worker."""
        self._limits = limits or SandboxLimits()
        self._command = tuple(command) or (sys.executable, "-P", "-m", "qa.reading.worker")
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._stop()

    def parse(
        self, name: str, data: bytes, *, max_characters: int, hints: Mapping[str, str] | None = None
    ) -> list[Found]:
        """Parse data in the worker: return all that the parser `name` finds.

        Args:
            max_characters: The most text that is accepted.
            hints: What is known from elsewhere: "url", "charset".

        Raises:
            Unusable: If there is nothing to read, or a limit or a crash ended the parser.
        """
        head = {
            "format": name,
            "size": len(data),
            "max_characters": max_characters,
            "hints": dict(hints or {}),
        }
        request = json.dumps(head).encode("ascii") + b"\n"
        with self._lock:
            used = self._process is not None
            try:
                return self._ask(request, data, max_characters)
            except _Died:
                if not used:
                    raise self._crashed() from None
            # Files before this one may be the cause. What also fails in a fresh worker is this file's own fault.
            try:
                return self._ask(request, data, max_characters)
            except _Died:
                raise self._crashed() from None

    def reach(self, path: Path) -> frozenset[str]:
        """Find out whether a parser could read this file (`FILES`) and connect to others (`NETWORK`), by trying it.

        Raises:
            Unusable: If the worker cannot be started.
        """
        found = self.parse("intruder", os.fsencode(path), max_characters=0)
        return frozenset(each.reason for each in found if isinstance(each, Remark))

    def _ask(self, request: bytes, data: bytes, max_characters: int) -> list[Found]:
        fresh = self._process is None
        process = self._process = self._process or self._start()
        requests, answers = process.stdin, process.stdout
        if requests is None or answers is None:
            raise _Died
        expired = threading.Event()
        timer = threading.Timer(self._limits.seconds, _expire, [process, expired])
        timer.start()
        # At worst six characters of JSON for one of text; twelve for one beyond the first plane.
        longest = 12 * max_characters + 100_000
        found: list[Found] = []
        whole = False
        try:
            requests.write(request)
            requests.write(data)
            requests.flush()
            while True:
                line = answers.readline(longest)
                longest -= len(line)
                message = json.loads(line) if line.endswith(b"\n") else None
                if not isinstance(message, dict):
                    raise _Died
                if message.get("end") is True:
                    whole = True
                    return found
                if "unusable" in message:
                    reason, kind = str(message["unusable"])[:_LONGEST_REASON], ProblemKind(message["kind"])
                    if reason == OUT_OF_MEMORY and not fresh:
                        raise _Died
                    whole = reason != OUT_OF_MEMORY
                    if not whole and self._limits.exceed_own_memory():
                        raise Unusable(NO_MEMORY, ProblemKind.UNREADABLE)
                    raise Unusable(reason, kind)
                found.append(from_wire(message))
        except (OSError, ValueError, _Died) as error:
            if expired.is_set():
                reason = (
                    f"reading it took longer than the limit of {self._limits.seconds} seconds (read_seconds)"
                )
                raise Unusable(reason, ProblemKind.LIMIT) from error
            raise _Died from error
        finally:
            timer.cancel()
            if not whole:
                self._stop()

    def _crashed(self) -> Unusable:
        if self._limits.exceed_own_memory():
            return Unusable(NO_MEMORY, ProblemKind.UNREADABLE)
        memory = f"{self._limits.memory_mb:,} MB (read_memory_mb)"
        reason = (
            f"reading it ended in a crash: it is damaged, or needs more memory than the limit of {memory}"
        )
        return Unusable(reason, ProblemKind.LIMIT)

    def _start(self) -> subprocess.Popen[bytes]:
        # The program's own folder comes first, and -P keeps the working folder out: it may hold anything.
        before = os.environ.get("PYTHONPATH")
        path = os.pathsep.join([str(_ROOT), *([before] if before else [])])
        return subprocess.Popen(
            [*self._command, str(self._limits.seconds), str(self._limits.memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**_harmless(os.environ), "PYTHONPATH": path},
        )

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                # What was not yet written is no longer needed.
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()


def _harmless(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what Python needs of the environment, where tokens and passwords are kept too."""
    return {
        name: value
        for name, value in environment.items()
        if name.startswith(_FAMILIES) or name.upper() in _NEEDED
    }


def _expire(process: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    process.kill()
