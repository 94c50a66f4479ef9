"""What the documents say is what the program does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bots.contract import answer_object
from bots.error_objects import CODES
from bots.terminal.app import app
from qa.answers import Answer, CorpusSummary, Meta, Nearest, Outcome, QuestionKind, Quote, Understanding
from qa.datatypes import Article, Attribution, AttributionKind, Version
from qa.ingest.report import Report
from qa.settings import Settings
from qa.upkeep.findings import Backup, CheckReport, Diagnosis, Forgotten, PlaceStatus, Restored, Status
from tests.benchmarks.tables import DOCUMENTS, fill, tables

ROOT = Path(__file__).parent.parent
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAM = typer.main.get_command(app)


def all_commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with its name, those of groups too: "discord", "discord run"."""
    for name, command in group.commands.items():
        yield f"{before}{name}", command
        if hasattr(command, "commands"):
            yield from all_commands(command, f"{before}{name} ")


NAMED = dict(all_commands(PROGRAM))
COMMANDS = sorted(NAMED)


def options(name: str | None) -> Iterator[str]:
    command = PROGRAM if name is None else NAMED[name]
    for parameter in command.params:
        yield from (option for option in parameter.opts if option.startswith("-"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_its_options_are_documented(name: str) -> None:
    assert re.search(rf"^####? `qa {name}\b", CLI, re.MULTILINE)
    missing = [option for option in options(name) if not re.search(rf"`{option}[ `\\]", CLI)]

    assert not missing


def test_every_option_of_the_program_is_documented() -> None:
    assert not [option for option in options(None) if not re.search(rf"`{option}[ `\\]", CLI)]


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^### `qa (\w+)", CLI, re.MULTILINE)) == {name.split()[0] for name in COMMANDS}
    assert set(re.findall(r"^#### `qa (\w+ \w+)", CLI, re.MULTILINE)) == {n for n in COMMANDS if " " in n}


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("index", Report),
        ("forget", Forgotten),
        ("status", Status),
        ("status", PlaceStatus),
        ("verify", CheckReport),
        ("doctor", Diagnosis),
        ("backup", Backup),
        ("restore", Restored),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_every_field_that_a_command_prints_as_json_is_documented(name: str, printed: Any) -> None:
    section = re.search(rf"^### `qa {name}\b.*?(?=^### )", CLI, re.MULTILINE | re.DOTALL)

    assert section is not None
    assert not [each.name for each in fields(printed) if f"`{each.name}`" not in section[0]]


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(each)


def test_every_key_of_an_answer_and_every_way_to_end_is_documented() -> None:
    record = Attribution(((0, 4),), None, None, None, AttributionKind.DIRECT, "test", 0.9)
    version = Version(1, "a" * 10, "b" * 64, Article("a", "Yes. No."))
    quote = Quote(version, 5, 8, 0.5, record, context=(0, 4))
    understood = Understanding(QuestionKind.CONTENT, "?", "?", corrections=(("Qill", "Quill"),))
    answer = Answer(
        "?", Outcome.UNSURE, 0.5, understood, (quote,), CorpusSummary(1, 1, None, None, 1), voices=(("Quill", 1),)
    )  # fmt: skip
    section = CLI.split("## JSON, schema 2\n")[1].split("\n## ")[0]

    assert not [key for key in keys(answer_object(answer)) if not re.search(rf"\b{key}\b", section)]
    assert not [end for end in (*Outcome, *Nearest, *Meta) if f'"{end.value}"' not in section]


def test_every_exit_code_and_every_setting_is_documented() -> None:
    assert all(f"| {code} |" in CLI for code in CODES)
    assert all(f"| `{name}` | `QA_{name.upper()}`" in CLI for name in Settings.__slots__)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_in_its_help_that_can_be_parsed(name: str) -> None:
    command = NAMED[name]
    examples = re.findall(rf"^\s*qa {name}\b(.*)$", command.help or "", re.MULTILINE)

    assert examples
    for example in examples:
        arguments = shlex.split(example.split(" > ")[0])
        command.make_context(name, arguments, resilient_parsing=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_arguments_as_manuals_do_and_shows_no_markup(name: str) -> None:
    command = NAMED[name]

    shown = command.get_help(command.make_context(name, [], resilient_parsing=True))

    # "QUOTE_ID", where typer would write "{QUOTE_ID}" and "QUOTE_ID <str>".
    assert not re.search(r"[{}]|<\w|\[/?bold|\bNone\b", shown)


def test_the_readme_opens_with_the_two_commands_and_is_short() -> None:
    first = '.venv/bin/pip install . && .venv/bin/qa ask "What did Rubio say about China?"\n'
    second = ".venv/bin/pip install -e '.[test]' && .venv/bin/pytest\n"

    assert f"python3 -m venv .venv && {first}" in README
    assert f"python3 -m venv .venv && {second}" in README
    assert len(README.splitlines()) <= 150


def test_the_readme_says_that_it_reads_english_only() -> None:
    assert "English only" in README


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_tables_of_numbers_are_those_of_the_results(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "<!-- measured: " in text
    assert fill(text, tables()) == text, "Run `python tests/benchmarks/tables.py`."


def test_the_readmes_commands_exist() -> None:
    for line in re.findall(r"^qa (.*)$", README, re.MULTILINE):
        name, *arguments = shlex.split(line, comments=True)

        NAMED[name].make_context(name, arguments)


@pytest.mark.slow
def test_the_readmes_answer_is_what_the_program_says(tmp_path: Path) -> None:
    block = re.search(r"```console\n\$ qa (.*)\n((?:.*\n)+?)```", README)
    assert block is not None
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")

    done = subprocess.run(
        [sys.executable, "-m", "bots.terminal", *shlex.split(block[1])],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    # A quote's id depends on the folder that its article lies in.
    shown, expected = (re.sub(r"qa show q\w{6}\b", "qa show ...", text) for text in (done.stdout, block[2]))
    assert shown.startswith(expected)
    assert done.returncode == 0


def test_links_between_the_documents_lead_somewhere() -> None:
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path}: {target}"


@pytest.mark.slow
def test_the_python_examples_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    shutil.copytree(ROOT / "seeds", tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}

    # The one that indexes stands below those that ask.
    for code in sorted(examples, key=lambda code: "IndexRequest" not in code):
        exec(compile(code, "docs/python-api.md", "exec"), names)

    assert "biggest threat" in capsys.readouterr().out
