"""What is done to a library on a server gives what it gives in a folder, to the byte but for numbers of states."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bots.terminal.test_server_library import QUESTIONS, TODAY
from tests.qa.server.node import Node

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
Run = Callable[..., subprocess.CompletedProcess[str]]
GENERATION = re.compile(r'"generation": ?\d+')


@dataclass(frozen=True, slots=True)
class Both:
    """A copy of the seeds with two libraries over it: in a folder, and on a server."""

    run: Run
    seeds: Path
    libraries: tuple[str, str]

    def __call__(self, *command: str, stdin: str = "") -> str:
        """Do the same to both libraries, require that both say the same, and return it."""
        one, other = (
            self.run(*command, "--library", each, *TODAY, "--json", cwd=self.seeds.parent, stdin=stdin)
            for each in self.libraries
        )
        assert (other.returncode, said(other.stdout)) == (one.returncode, said(one.stdout)), other.stderr
        assert one.returncode in (0, 1), one.stderr
        return one.stdout

    def answers(self) -> str:
        lines = "".join(json.dumps({"id": str(n), "question": q}) + "\n" for n, q in enumerate(QUESTIONS))
        return self("ask", "--questions", "-", stdin=lines)


def said(output: str) -> str:
    return GENERATION.sub('"generation": 0', output)


@pytest.fixture
def both(qa: Run, node: Node, tmp_path: Path, request: pytest.FixtureRequest) -> Both:
    seeds = tmp_path / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    schema = f"done_{abs(hash(request.node.nodeid)) % 10_000_000_000}"
    both = Both(qa, seeds, (str(tmp_path / "library"), node.address(schema)))
    both("index", str(seeds), "--quiet")
    return both


def test_seeds_that_are_indexed_there_answer_as_those_in_a_folder(both: Both) -> None:
    assert both.answers().count("\n") == len(QUESTIONS)


def test_what_is_said_and_forgotten_by_hand_holds_there(both: Both) -> None:
    quote = json.loads(both("ask", QUESTIONS[0]))["quotes"][0]
    uid = json.loads(both("show", quote["id"]))["quote"]["article"]["id"]

    assert json.loads(both("correct", quote["id"], "--speaker", "Una Strand"))["speaker"] == "Una Strand"
    assert "Una Strand" in both("speakers")
    both("alias", "Una Strand", "Marco Rubio")
    assert "Una Strand" in both("speakers", "rubio")
    both("alias", "Una Strand", "Marco Rubio", "--undo")
    both("correct", quote["id"], "--undo")
    assert (
        json.loads(both("set", uid, "--date", "2024-02-29", "--source", "The Pier"))["date"] == "2024-02-29"
    )
    both("set", "--show", "1")
    both("ask", QUESTIONS[1])
    both("set", "--show", "whole")
    assert json.loads(both("forget", uid))["articles"] == 1
    both("index", "--quiet")
    both("ask", QUESTIONS[0])
    purged = json.loads(both("forget", uid, "--purge"))
    assert purged["purged"] is True
    both("ask", QUESTIONS[0])
    assert both("verify", quote["id"]).count('"unknown"') == 1


def test_a_quote_is_reported_and_a_question_followed_from_there(
    both: Both, environment: Mapping[str, str]
) -> None:
    quote = json.loads(both("ask", QUESTIONS[0]))["quotes"][0]

    def each_says(*command: str) -> list[str]:
        done = [
            both.run(*command, "--library", each, *TODAY, cwd=both.seeds.parent) for each in both.libraries
        ]
        assert {each.returncode for each in done} == {0}, done
        return [each.stdout for each in done]

    # The last question is known without being given again.
    for said_ in each_says("report", quote["id"], "--wrong"):
        assert QUESTIONS[0] in said_
    assert "followed" not in "".join(each_says("follow", "What did Una Strand say about the pier?", "--json"))
    (both.seeds / "new.txt").write_text('"The pier is shut," said Una Strand, the mayor.', encoding="utf-8")
    both("index", "--quiet")
    one, other = each_says("follow", "--run")
    assert "The pier is shut" in one
    assert other == one
    kept = list((Path(environment["XDG_STATE_HOME"]) / "onrecord").glob("*/reports.jsonl"))
    assert kept
    assert {path.stat().st_mode & 0o077 for path in kept} == {0}


def test_thresholds_are_fitted_there_and_taken_back(both: Both) -> None:
    # The questions that are asked take long, and what they find is compared by the answers of both.
    fitted = both.run(
        "calibrate", "--count", "80", "--library", both.libraries[1], "--json", cwd=both.seeds.parent
    )
    taken_back = [
        both.run("calibrate", "--reset", "--library", each, "--json", cwd=both.seeds.parent)
        for each in both.libraries
    ]

    assert fitted.returncode == 0, fitted.stderr
    assert {each.returncode for each in taken_back} == {0}


def test_a_folder_is_watched_for_a_library_there(both: Both, environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "bots.terminal", "watch", "--library", both.libraries[1], "--json"]
    with subprocess.Popen(
        command, cwd=both.seeds.parent, stdout=subprocess.PIPE, text=True, env=dict(environment)
    ) as watching:
        assert watching.stdout is not None
        assert any('"watching"' in line for line in watching.stdout)
        (both.seeds / "new.txt").write_text(
            '"The pier is shut," said Una Strand, the mayor.', encoding="utf-8"
        )
        assert any('"updated"' in line and '"added": 1' in line for line in watching.stdout)
        watching.send_signal(signal.SIGTERM)
        assert any('"stopped"' in line for line in watching.stdout)

    assert watching.returncode == 0
    # The other library has still to see the new file.
    both.run("index", "--library", both.libraries[0], cwd=both.seeds.parent)
    assert "Una Strand" in both("speakers")


def test_workers_take_in_what_was_filed(both: Both) -> None:
    (both.seeds / "new.txt").write_text('"The pier is shut," said Una Strand, the mayor.', encoding="utf-8")
    library = both.libraries[1]

    def said_there(*command: str) -> list[dict[str, object]]:
        done = both.run(*command, "--library", library, "--json", cwd=both.seeds.parent)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    assert [(each["filed"], each["waiting"]) for each in said_there("index", "--queue")] == [(1, 1)]
    shown = both.run("status", "--library", library, cwd=both.seeds.parent).stdout
    assert "waiting      1 for `qa work`" in shown
    assert [(each["event"], each.get("path")) for each in said_there("work", "--until-done")] == [
        ("working", None),
        ("added", "new.txt"),
        ("stopped", None),
    ]
    both.run("index", "--library", both.libraries[0], cwd=both.seeds.parent)
    assert "Una Strand" in both("speakers")
    both("ask", "What did Una Strand say about the pier?")


def test_one_writer_at_a_time_ends_with_the_same_code(both: Both) -> None:
    holder = (
        "import sys; from pathlib import Path; from qa.ingest.libraries import open_writer\n"
        "from qa.settings import library_from\n"
        "with open_writer(library_from(sys.argv[1])):\n print('ready', flush=True); sys.stdin.read()"
    )
    codes = []
    for library in both.libraries:
        with subprocess.Popen(
            [sys.executable, "-c", holder, library], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            assert process.stdin is not None and process.stdout is not None
            process.stdout.readline()
            done = both.run("index", "--library", library, cwd=both.seeds.parent)
            assert "Another process is writing" in done.stderr
            codes.append(done.returncode)
            process.stdin.close()

    assert codes[0] == codes[1] != 0
