"""Fuzz what comes from outside, guided by coverage; `TARGETS` says what each target reaches.

    pip install atheris                          # apart from the test extra: it has no wheel for every platform
    python tests/fuzz/fuzz.py questions -max_total_time=600
    python tests/fuzz/fuzz.py --all 600          # each target for so many seconds, one after the other

What it finds is kept as `crash-*` or `timeout-*` in the working folder, and becomes a test where the fault was; give
the file after the target's name to reach it alone. An input that takes longer than 20 seconds is found too. Options
with one dash are libFuzzer's.
"""

from __future__ import annotations

import hashlib
import logging
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

TARGETS = {
    "readers": "formats",  # files that this program reads itself
    "foreign": "formats",  # PDF, HTML, EPUB, DOCX, mail, feeds
    "chunking": "texts",
    "attribution": "texts",
    "questions": "texts",
    "follow-ups": "texts",  # a question after a conversation
    "lines": "texts",  # files of questions
    "settings": "kept",  # the settings file, the environment, the bot's table; notes, the bot's state, caches
    "backups": "libraries",  # a backup's file; a library whose database somebody changed
    "discord": "payloads",  # commands, buttons, forms and messages, and what is sent back
}
"""What can be fuzzed, and the module beside this one that has it."""

_LIMITS = ("-timeout=20", "-rss_limit_mb=4096", "-max_len=4000", "-print_final_stats=1")
_CHILD = "--child"


def main() -> None:
    first, *options = sys.argv[1:]
    if first == _CHILD:
        _fuzz(*options)
    elif first == "--all":
        for name in TARGETS:
            code = _run(name, f"-max_total_time={options[0]}")
            sys.stdout.write(f"{name}: {'nothing found' if code == 0 else 'FOUND'}\n")
            sys.stdout.flush()
    else:
        sys.exit(_run(first, *options))


def _run(name: str, *options: str) -> int:
    """Fuzz a target in a process and a home of its own: libFuzzer ends its process without tidying up."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(
        prefix="onrecord-fuzz-", dir=memory if memory.is_dir() else None
    ) as place:
        homes = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
        own = {each: value for each, value in os.environ.items() if not each.startswith("QA_")}
        command = [sys.executable, __file__, _CHILD, name, *options]
        return subprocess.run(command, check=False, env=own | dict.fromkeys(homes, place)).returncode


def _fuzz(name: str, *options: str) -> None:
    # Until the end: much is imported only when it is first used.
    with atheris.instrument_imports(include=["qa", "bots", "embeddings"], enable_loader_override=False):
        from tests.fuzz.target import PLACE

        target = import_module(f"tests.fuzz.{TARGETS[name]}").TARGETS[name]
        corpus, words = PLACE / "corpus", PLACE / "words"
        corpus.mkdir()
        for number, seed in enumerate(target.seeds):
            (corpus / str(number)).write_bytes(seed)
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words or (b"a",)))
        inputs = [] if any(not option.startswith("-") for option in options) else [str(corpus)]
        logging.getLogger().addHandler(logging.NullHandler())  # otherwise each note is printed
        atheris.Setup([name, *_LIMITS, f"-dict={words}", *options, *inputs], partial(_reach, target.reach))
        atheris.Fuzz()


def _reach(reach: Callable[[bytes], None], data: bytes) -> None:
    try:
        reach(data)
    except BaseException:
        # Here, and at once: threads of the program may keep the process from ending by itself.
        traceback.print_exc()
        Path(f"crash-{hashlib.sha1(data).hexdigest()}").write_bytes(data)
        os._exit(1)


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    main()
