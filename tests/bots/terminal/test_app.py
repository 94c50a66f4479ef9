from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bots.terminal.app import run
from bots.terminal.failures import report_unexpected
from qa.errors import UsageError

Run = Any
HEAVY = (
    "torch",
    "transformers",
    "sentence_transformers",
    "faiss",
    "discord",
    "numpy",
    "onnxruntime",
    "spacy",
    "rich",
    "pydantic",
)


def printed_by(program: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a program in a new process, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=folder,
    )
    return done.stdout


def test_help_imports_nothing_heavy(environment: dict[str, str]) -> None:
    program = (
        "import sys\n"
        "from bots.terminal.app import run\n"
        "code = run(['--help'])\n"
        f"print('LOADED', [name for name in {HEAVY!r} if name in sys.modules])\n"
        "sys.exit(code)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environment
    )

    assert done.returncode == 0
    assert "LOADED []" in done.stdout


@pytest.mark.slow
def test_a_question_does_not_load_what_typer_reads_values_with(
    archive: Path, environment: dict[str, str]
) -> None:
    program = (
        "import sys\n"
        "from bots.terminal.app import run\n"
        "code = run(['ask', 'What did Lindqvist say?', '--since', '2001-01-01', '--source', 'x', '--why'])\n"
        "print('LOADED', [name for name in ('pydantic', 'rich') if name in sys.modules])\n"
    )

    printed = printed_by(program, archive, environment)

    assert "LOADED []" in printed


@pytest.mark.slow
def test_an_answer_loads_nothing_that_it_does_not_need(archive: Path, environment: dict[str, str]) -> None:
    unneeded = (
        "bots.markdown",
        "bots.terminal.sides",
        "numpy.ma",
        "qa.answering.overview.describing",
        "qa.attribution.people.transcripts.interviews",
        "qa.conversation.after_turns",
        "qa.conversation.fragments.placed_fragments",
        "tomllib",
        "torch",
    )
    program = (
        "import sys\n"
        "from bots.terminal.app import run\n"
        "code = run(['ask', 'What did Lindqvist say?'])\n"
        f"print('LOADED', [name for name in {unneeded!r} if name in sys.modules])\n"
    )

    printed = printed_by(program, archive, environment)

    assert "LOADED []" in printed


@pytest.mark.slow
def test_an_answer_looks_for_no_garbage_and_starts_no_threads_of_blas(
    archive: Path, environment: dict[str, str]
) -> None:
    program = (
        "import atexit, gc, os, sys\n"
        "from bots.terminal.__main__ import main\n"
        "looked = []\n"
        "gc.callbacks.append(lambda phase, info: looked.append(phase))\n"
        "def tell():\n"
        "    print('LOOKED', len(looked), 'FROZEN', gc.get_freeze_count() > 50_000)\n"
        "    print('THREADS', os.environ['OPENBLAS_NUM_THREADS'])\n"
        "atexit.register(tell)\n"
        "sys.argv = ['qa', 'ask', 'What did Lindqvist say?']\n"
        "main()\n"
    )

    printed = printed_by(program, archive, environment)

    assert "LOOKED 0 FROZEN True" in printed
    assert "THREADS 1" in printed


@pytest.mark.slow
def test_help_lists_the_commands_under_their_headings(qa: Run, tmp_path: Path) -> None:
    lines = qa("--help", cwd=tmp_path).stdout.splitlines()
    headings = {
        line: [each.split()[0] for each in itertools.takewhile(bool, lines[at + 1 :]) if each[2:3].strip()]
        for at, line in enumerate(lines)
        if line.endswith(":")
    }

    assert headings["Look into the archive:"] == ["overview", "speakers", "articles", "attributions"]
    assert headings["Options of every command:"][0] == "--library"


@pytest.mark.slow
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_output_that_cannot_be_written_is_named(
    archive: Path, environment: dict[str, str], form: list[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bots.terminal", "ask", "What did Lindqvist say?", *form],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=archive,
            env=environment,
        )

    assert done.returncode == 70
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_file_that_is_a_place_of_its_own_is_named_by_its_path(qa: Run, tmp_path: Path) -> None:
    file = tmp_path / "notes.doc"
    file.write_text("{}")

    assert f"skipped: {file}: no reader" in qa("index", "notes.doc", cwd=tmp_path).stderr


@pytest.mark.slow
def test_help_names_the_commands_and_the_exit_codes(qa: Run, tmp_path: Path) -> None:
    shown = qa("--help", cwd=tmp_path).stdout

    assert all(word in shown for word in ("ask", "index", "show", "Exit codes", "70 unexpected"))


@pytest.mark.slow
def test_help_of_a_command_has_examples_and_the_options_of_every_command(qa: Run, tmp_path: Path) -> None:
    shown = qa("ask", "--help", cwd=tmp_path).stdout

    assert all(word in shown for word in ("Examples", "qa ask", "--library", "--json", "--today"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "a question", "--questions", "file"],
        ["ask", "  "],
        ["ask", "--since", "yesterday-ish", "Who?"],
        ["ask", "--since", "2024-02-01", "--until", "2024-01-01", "Who?"],
        ["--format", "pdf", "ask", "Who?"],
        ["show"],
        ["show", "not-an-id"],
        ["nothing"],
        ["ask", "--nothing"],
    ],
    ids=["bare", "both", "blank", "day", "bounds", "format", "missing", "id", "command", "option"],
)
def test_wrong_usage_ends_with_2_and_json_says_so(qa: Run, archive: Path, arguments: list[str]) -> None:
    done = qa(*arguments, "--json", cwd=archive)

    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "usage"
    assert done.stderr.startswith("qa: ")
    assert " See `" not in done.stderr or ". See `" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [["ask", "Who?"], ["articles"], ["status"], ["verify"], ["speakers"], ["attributions"], ["forget", "x"]],
    ids=lambda arguments: arguments[0],
)
def test_without_a_library_it_ends_with_4_and_the_command_to_run(
    qa: Run, tmp_path: Path, arguments: list[str]
) -> None:
    done = qa(*arguments, "--json", cwd=tmp_path)

    assert done.returncode == 4
    assert json.loads(done.stdout)["error"]["code"] == "no_index"
    assert "qa index" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [["status"], ["index", "."], ["restore", "b.zip"], ["verify", "--backup", "LONG"]]
)
def test_a_path_longer_than_the_system_allows_ends_with_2(
    command: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    long = str(tmp_path / ("a" * 300))

    code = run([long if each == "LONG" else each for each in command] + ["--library", long])

    assert code == UsageError.exit_code
    assert "longer than the system allows" in capsys.readouterr().err


def test_a_damaged_library_ends_with_5(qa: Run, tmp_path: Path) -> None:
    (tmp_path / ".qa").mkdir()
    (tmp_path / ".qa" / "library.db").write_bytes(b"this is not a database, whatever its name says" * 100)

    done = qa("status", "--json", cwd=tmp_path)

    assert done.returncode == 5
    assert json.loads(done.stdout)["error"]["code"] == "damaged"


@pytest.mark.slow
def test_an_unknown_model_ends_with_6_and_is_not_downloaded(qa: Run, archive: Path) -> None:
    done = qa("ask", "--json", "--model", "nobody/no-such-model", "Who met?", cwd=archive)

    assert done.returncode == 6
    assert json.loads(done.stdout)["error"]["code"] == "model"
    assert "--allow-download" in done.stderr


@pytest.mark.slow
def test_an_unknown_setting_ends_with_2_and_names_file_and_key(
    qa: Run, tmp_path: Path, environment: dict[str, str]
) -> None:
    (tmp_path / "onrecord").mkdir()
    (tmp_path / "onrecord" / "config.toml").write_text("colour = true\n")

    done = qa("status", cwd=tmp_path, env={"XDG_CONFIG_HOME": str(tmp_path)})

    assert done.returncode == 2
    assert "colour" in done.stderr
    assert "config.toml" in done.stderr


@pytest.mark.slow
def test_settings_inside_a_library_are_not_read(qa: Run, archive: Path) -> None:
    (archive / ".qa" / "config.toml").write_text("colour = true\n")

    done = qa("articles", cwd=archive)
    (archive / ".qa" / "config.toml").unlink()

    assert done.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("order", [0, 1], ids=["before", "after"])
def test_the_library_may_be_named_before_or_after_the_command(
    qa: Run, archive: Path, tmp_path: Path, order: int
) -> None:
    named = ["--library", str(archive / ".qa")]

    done = qa(*([*named, "articles"] if order == 0 else ["articles", *named]), cwd=tmp_path)

    assert done.returncode == 0
    assert "3 articles" in done.stdout


@pytest.mark.slow
def test_the_library_is_found_from_a_folder_below(qa: Run, archive: Path) -> None:
    assert "3 articles" in qa("articles", cwd=archive / "news").stdout


@pytest.mark.slow
def test_the_environment_names_the_library(qa: Run, archive: Path, tmp_path: Path) -> None:
    done = qa("articles", cwd=tmp_path, env={"QA_LIBRARY": str(archive / ".qa")})

    assert "3 articles" in done.stdout


def test_version_says_which_program_it_is(qa: Run, tmp_path: Path) -> None:
    done = qa("--version", cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout.startswith("qa (onrecord)")


def test_an_unexpected_error_is_logged_under_an_id_and_shows_no_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    code = report_unexpected(RuntimeError("\x1b]0;title\x07"), as_json=True, verbose=False)

    shown = capsys.readouterr()
    told = json.loads(shown.out)["error"]
    assert code == 70
    assert told["code"] == "unexpected"
    assert told["id"] in shown.err
    assert told["log"] in shown.err
    assert "Traceback" not in shown.err
    assert told["id"] in Path(told["log"]).read_text()


def test_an_unexpected_error_without_a_writable_log_still_ends_with_70(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))

    code = report_unexpected(RuntimeError("x"), as_json=False, verbose=True)

    shown = capsys.readouterr().err
    assert code == 70
    assert "No log could be written" in shown
    assert "RuntimeError" in shown
