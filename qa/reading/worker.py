"""Be the process that parses foreign formats: read requests on standard input, answer on standard output.

`sandbox.py` starts it. A request on standard input is a line of JSON and as many bytes as it says; the answer is
lines of JSON, the last one `{"end": true}`.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import signal
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import BinaryIO

from embeddings.memory import ran_out_of_memory
from qa.reading.confinement import confine
from qa.reading.files import ProblemKind, Unusable, size_in_words
from qa.reading.stories import size_of, to_wire

PARSERS = "qa.reading.parsing"
"""The package whose modules parse: a request names one of them."""

OUT_OF_MEMORY = "reading it needs more memory than the limit (read_memory_mb)"

_GRACE = 10
"""Seconds after its time limit at which a worker ends by itself: the program that should have killed it is gone."""


def main() -> None:
    """Answer requests until standard input ends."""
    seconds, memory_mb = int(sys.argv[1]), int(sys.argv[2])
    requests = sys.stdin.buffer
    # What a parsing library prints must not mix with the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _restrict(memory_mb)
    confine()
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
        out_of_memory = answer(request, data, answers)
        faulthandler.cancel_dump_traceback_later()
        if out_of_memory:
            # Parsers may be in any state after memory ran out: a fresh process goes on.
            return


def _restrict(memory_mb: int) -> None:
    """Limit this process's memory and forbid it to write files, where the system can do so."""
    try:
        import resource
    except ImportError:
        return
    size = memory_mb * 1_000_000
    for limit, value in (("RLIMIT_AS", size), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0)):
        with contextlib.suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, limit), (value, value))


def answer(request: dict[str, object], data: bytes, answers: BinaryIO) -> bool:
    """Write all that is found in the data; return whether memory ran out."""
    try:
        for message in _parsed(request, data):
            answers.write(json.dumps(message).encode("ascii") + b"\n")
    except Unusable as error:
        _end(answers, {"unusable": error.reason, "kind": error.kind})
    except RecursionError:
        _end(answers, {"unusable": "it is nested too deeply", "kind": ProblemKind.BROKEN})
    except Exception as error:  # a parser may raise anything on a broken file
        if ran_out_of_memory(error):
            _end(answers, {"unusable": OUT_OF_MEMORY, "kind": ProblemKind.LIMIT})
            return True
        reason = f"it is damaged, or not what its name says ({type(error).__name__})"
        _end(answers, {"unusable": reason, "kind": ProblemKind.BROKEN})
    else:
        _end(answers, {"end": True})
    return False


def _end(answers: BinaryIO, message: dict[str, object]) -> None:
    answers.write(json.dumps(message).encode("ascii") + b"\n")
    answers.flush()


def _parsed(request: dict[str, object], data: bytes) -> Iterator[dict[str, object]]:
    parse = import_module(f"{PARSERS}.{request['format']}").parse
    limit = int(str(request["max_characters"]))
    room = limit
    for found in parse(data, request["hints"]):
        room -= size_of(found)
        if room < 0:
            reason = f"its text is longer than the limit of {size_in_words(limit)}"
            raise Unusable(reason, ProblemKind.OVERSIZED)
        yield to_wire(found)


if __name__ == "__main__":
    main()
