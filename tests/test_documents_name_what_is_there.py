"""Every module, name and path of this project that a document names exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.test_architecture import ROOMS

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(path for path in sorted((ROOT / "docs").rglob("*.md")) if path.parent.name != "decisions"),
]
"""Decisions are history: what they name was there when they were made."""
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

BETWEEN_WORDS = re.compile(r"[\s`()\[\]|,;:\"']+")
IN_BACKTICKS = re.compile(r"`([^`\n]+)`")
DOTTED = re.compile(r"(?<![\w./-])(?:qa|bots|embeddings)(?:\.[A-Za-z_]\w*)+(?![\w./-])")
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
PATH = re.compile(r"(?:(?:qa|bots|embeddings|tests|docs|seeds)/|\.ci/|\.pre-commit)[\w./*-]*")
FILE_OR_FOLDER = re.compile(r"[a-z_]+(?:\.py|/)")
NOT_OURS = {"qa.log"}
"""Files that the program writes, whose names look like a module's."""


def names_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def resolve(name: str) -> None:
    """Import a module, or a module and what it holds.

    Raises:
        ImportError: If there is no such module.
        AttributeError: If the module does not hold the name.
    """
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:end]))
        except ModuleNotFoundError as error:
            # A module that lacks something else is broken, not misnamed.
            if end == 1 or not name.startswith(str(error.name)):
                raise
            continue
        for part in parts[end:]:
            found = getattr(found, part)
        return


def paths_in(line: str) -> Iterator[Path]:
    """Yield the paths of this project that a line of prose or of commands names."""
    for word in BETWEEN_WORDS.split(line):
        if PATH.fullmatch(word.rstrip(".")):
            yield ROOT / word.rstrip(".")


def imports_in(code: str) -> Iterator[str]:
    """Yield the dotted names of this project that a piece of Python imports."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_of)
def test_every_dotted_name_in_a_document_can_be_imported(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    names = set(DOTTED.findall(text)) - NOT_OURS
    for code in PYTHON.findall(text):
        names |= {name for name in imports_in(code) if DOTTED.fullmatch(name)}

    for name in sorted(names):
        resolve(name)


@pytest.mark.parametrize("document", DOCUMENTS, ids=names_of)
def test_every_path_in_a_document_exists(document: Path) -> None:
    lines = document.read_text(encoding="utf-8").splitlines()

    assert not [path for line in lines for path in paths_in(line) if not list(ROOT.glob(names_of(path)))]


def test_a_bare_file_name_in_the_architecture_stands_after_the_folder_that_holds_it() -> None:
    for line in ARCHITECTURE.splitlines():
        folders = {place for path in paths_in(line) for place in (path, path.parent)}
        bare = [word for word in IN_BACKTICKS.findall(line) if FILE_OR_FOLDER.fullmatch(word)]
        missing = [
            word
            for word in bare
            if not (ROOT / word).is_dir() and not any((place / word).exists() for place in folders)
        ]

        assert not missing, line


def test_the_architecture_has_one_row_for_each_room_in_their_order() -> None:
    rows = re.findall(r"^\| `qa/(\w+)/` \|", ARCHITECTURE, re.MULTILINE)

    assert rows == [room for room in ROOMS if (ROOT / "qa" / room).is_dir()]


def test_what_newcomers_change_begins_the_list_and_takes_two_files_at_most() -> None:
    rows = ARCHITECTURE.split("| to | change |\n| --- | --- |\n")[1].split("\n\n")[0].splitlines()

    assert len(rows) == 10
    assert all(1 <= len(list(paths_in(row))) <= 2 for row in rows)


def test_a_decision_and_the_one_that_changes_it_name_each_other_at_their_heads() -> None:
    heads = {
        path.name: path.read_text(encoding="utf-8").partition("**Context.**")[0]
        for path in (ROOT / "docs" / "decisions").glob("*.md")
    }
    named = {(one, other) for one in heads for other in re.findall(r"\]\(([^)]+)\)", heads[one])}

    # Whoever reads the older one has to see there that it no longer holds as it stands.
    assert not [(one, other) for one, other in sorted(named) if (other, one) not in named]
