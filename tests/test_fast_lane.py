"""The fast tests, `pytest -m "not slow"`, reach every room."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
ROOMS = [
    "embeddings",
    *(
        folder.relative_to(ROOT).as_posix()
        for package in ("qa", "bots")
        for folder in sorted((ROOT / package).iterdir())
        if (folder / "__init__.py").exists()
    ),
]
SLOW = "pytest.mark.slow"


def fast_tests(path: Path) -> list[str]:
    """Return the names of the tests in a file that are not marked as slow, each alone or all together."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    whole_file = [ast.unparse(node) for node in body if isinstance(node, ast.Assign)]
    if any(line.startswith("pytestmark") and SLOW in line for line in whole_file):
        return []
    return [
        node.name
        for node in body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not any(ast.unparse(each).startswith(SLOW) for each in node.decorator_list)
    ]


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_fast_tests(room: str) -> None:
    assert any(fast_tests(path) for path in (TESTS / room).rglob("test_*.py"))
