from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from qa.reading.files import NO_MEMORY, ProblemKind, Unusable
from qa.reading.limits import SandboxLimits
from qa.reading.sandbox import Sandbox
from qa.reading.stories import Remark, Story, from_wire, to_wire
from qa.reading.worker import OUT_OF_MEMORY

WORKER = """
import json, os, sys, time
seen = 0
while line := sys.stdin.buffer.readline():
    asked = sys.stdin.buffer.read(json.loads(line)["size"]).decode()
    seen += 1
    if asked == "hang":
        time.sleep(3600)
    elif asked == "stop":
        os.kill(os.getpid(), 19)
    elif asked == "crash":
        os.abort()
    elif asked == "crash when used" and seen > 1:
        os.abort()
    elif asked == "full when used" and seen > 1:
        print(json.dumps({"unusable": OUT_OF_MEMORY, "kind": "limit"}), flush=True)
        continue
    elif asked == "garbage":
        print("\\x00 no JSON", flush=True)
    elif asked == "lie":
        print(json.dumps({"story": {"text": "Rain.", "pages": [7, 3]}}), flush=True)
    elif asked == "flood":
        while True:
            print("x" * 65536)
    elif asked == "half":
        print('{"story": {"text": "Rain', end="", flush=True)
        sys.exit()
    print(json.dumps({"story": {"text": f"{os.getpid()}", "pages": []}}))
    print(json.dumps({"end": True}), flush=True)
""".replace("OUT_OF_MEMORY", repr(OUT_OF_MEMORY))


@pytest.fixture
def odd() -> Iterator[Sandbox]:
    """Start a worker that does what it is told, like one that a hostile file has taken over."""
    with Sandbox(SandboxLimits(seconds=60), command=[sys.executable, "-c", WORKER]) as sandbox:
        yield sandbox


def parse(sandbox: Sandbox, data: bytes, name: str = "html") -> list[Story | Remark]:
    return sandbox.parse(name, data, max_characters=10_000)


def pid(sandbox: Sandbox) -> int:
    (story,) = parse(sandbox, b"")
    assert isinstance(story, Story)
    return int(story.text)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_worker_serves_many_files_and_ends_with_the_sandbox(odd: Sandbox) -> None:
    first = pid(odd)

    assert {pid(odd) for _ in range(20)} == {first}
    odd.close()
    assert not is_running(first)


def test_nothing_is_started_for_nothing() -> None:
    with Sandbox(command=["/no/such/program"]):
        pass


@pytest.mark.parametrize("misdeed", [b"hang", b"stop"])
def test_a_worker_that_does_not_answer_is_ended_and_the_next_file_is_read(misdeed: bytes) -> None:
    with Sandbox(SandboxLimits(seconds=4), command=[sys.executable, "-c", WORKER]) as odd:
        before = pid(odd)

        with pytest.raises(Unusable, match="took longer than the limit of 4 seconds") as caught:
            parse(odd, misdeed)

        assert caught.value.kind is ProblemKind.LIMIT
        assert not is_running(before)
        assert pid(odd) != before


@pytest.mark.parametrize("misdeed", [b"crash", b"garbage", b"lie", b"half", b"flood"])
def test_a_worker_that_fails_is_replaced_and_the_file_is_named(odd: Sandbox, misdeed: bytes) -> None:
    before = pid(odd)

    with pytest.raises(Unusable, match="ended in a crash") as caught:
        parse(odd, misdeed)

    assert caught.value.kind is ProblemKind.LIMIT
    assert not is_running(before)
    assert pid(odd) != before


@pytest.mark.parametrize("misdeed", [b"crash when used", b"full when used"])
def test_a_file_is_not_blamed_for_what_others_left_behind(odd: Sandbox, misdeed: bytes) -> None:
    before = pid(odd)

    (story,) = parse(odd, misdeed)

    assert isinstance(story, Story)
    assert story.text != str(before)


def test_a_worker_that_was_killed_between_two_files_is_replaced(odd: Sandbox) -> None:
    before = pid(odd)
    os.kill(before, signal.SIGKILL)

    assert pid(odd) != before


def test_threads_are_served_one_after_the_other(odd: Sandbox) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(pid(odd))) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len(set(found)) == 1


def test_no_file_stays_open_after_a_sandbox() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))

    for misdeed in (b"", b"crash", b"half"):
        with (
            Sandbox(SandboxLimits(seconds=20), command=[sys.executable, "-c", WORKER]) as sandbox,
            suppress(Unusable),
        ):
            parse(sandbox, misdeed)

    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.slow
def test_what_takes_too_long_is_ended(pdf_objects: Callable[..., bytes]) -> None:
    # Hundreds of thousands of paragraphs, each of which could be the article.
    data = b"<p>word word</p>" * 600_000
    with (
        Sandbox(SandboxLimits(seconds=1)) as sandbox,
        pytest.raises(Unusable, match="took longer than the limit of 1"),
    ):
        sandbox.parse("html", data, max_characters=50_000_000)


@pytest.mark.slow
def test_what_takes_too_much_memory_is_ended_and_the_next_file_is_read() -> None:
    data = b"<p>" + b"word " * 4_000_000
    with Sandbox(SandboxLimits(memory_mb=150)) as sandbox:
        with pytest.raises(Unusable, match="memory") as caught:
            sandbox.parse("html", data, max_characters=50_000_000)
        (story,) = parse(sandbox, b"<p>Rain fell.</p>")

    assert caught.value.kind is ProblemKind.LIMIT
    assert isinstance(story, Story)
    assert story.text == "Rain fell."


@pytest.mark.parametrize("megabytes", [60, pytest.param(250, marks=pytest.mark.slow)])
def test_a_file_is_read_again_where_the_program_itself_had_too_little_memory(megabytes: int) -> None:
    # In 60 MB not even the parser can be loaded.
    script = f"""
import resource
from qa.reading.sandbox import Sandbox
from qa.reading.files import Unusable

resource.setrlimit(resource.RLIMIT_AS, ({megabytes} << 20,) * 2)
with Sandbox() as sandbox:
    try:
        sandbox.parse("html", b"<p>" + b"word " * 4_000_000, max_characters=50_000_000)
    except Unusable as error:
        print(error.kind.name, error.reason)
"""

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert done.stdout.strip() == f"{ProblemKind.UNREADABLE.name} {NO_MEMORY}", done


@pytest.mark.slow
def test_more_text_than_the_limit_is_refused() -> None:
    with Sandbox() as sandbox, pytest.raises(Unusable, match="longer than the limit of 100 bytes"):
        sandbox.parse("html", b"<p>" + b"word " * 100, max_characters=100)


def test_a_worker_does_not_outlive_a_program_that_was_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from qa.reading.sandbox import Sandbox\n"
        "sandbox = Sandbox()\n"
        "sandbox.parse('html', b'<p>Rain.</p>', max_characters=100)\n"
        "print(sandbox._process.pid, flush=True)\n"
        "time.sleep(3600)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert running.stdout is not None
    worker = int(running.stdout.readline())
    running.kill()
    running.wait()
    running.stdout.close()

    deadline = time.monotonic() + 30
    while _is_alive(worker) and time.monotonic() < deadline:
        os.sched_yield()

    assert not _is_alive(worker)


def _is_alive(process: int) -> bool:
    """Whether a process runs; one that has ended and was not waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.slow
def test_a_module_in_the_working_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "qa").mkdir()
    monkeypatch.chdir(tmp_path)

    with Sandbox() as sandbox:
        assert [type(each) for each in parse(sandbox, b"<p>Rain.</p>")] == [Story]


def test_a_worker_cannot_write_files(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from qa.reading.worker import _restrict\n"
        "_restrict(1000)\n"
        "try:\n"
        "    with open(sys.argv[1], 'w') as file:\n"
        "        file.write('x')\n"
        "except OSError as error:\n"
        "    print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "new.txt")],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "File too large\n"


def test_a_story_comes_back_from_the_wire_as_it_was() -> None:
    story = Story("a\ud800\x00\U0001f600", "t", "d", "s", "u", "a", "p", (0, 2))

    assert from_wire(json.loads(json.dumps(to_wire(story)))) == story
    assert from_wire(json.loads(json.dumps(to_wire(Remark("x"))))) == Remark("x")


@pytest.mark.parametrize(
    "message",
    [
        {}, {"story": {}}, {"story": {"text": 3, "pages": []}}, {"story": {"text": "a", "pages": [2]}},
        {"story": {"text": "a", "pages": [-1]}}, {"story": {"text": "a", "pages": [True]}},
        {"story": {"text": "abc", "pages": [2, 1]}}, {"story": {"text": "a", "pages": [], "id": "x"}},
        {"story": {"text": "a", "pages": [], "title": None}}, {"remark": {"reason": 3}},
        {"remark": {"reason": "x", "more": 1}},
        {"row": {"sheet": "a", "number": 1, "cells": [2]}}, {"row": {"sheet": "a", "number": "1", "cells": []}},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_story_is_refused(message: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"story|pages"):
        from_wire(message)
