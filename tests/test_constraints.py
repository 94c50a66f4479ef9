"""constraints.txt has a version for all that pyproject.toml asks for, and nothing of one machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILE = (ROOT / "constraints.txt").read_text(encoding="utf-8")
LINES = [line for line in FILE.splitlines() if not line.startswith("#")]
LINE = re.compile(r'([a-z0-9-]+)(==[\w.]+|>=[\d.]+,<[\d.]+)( ; python_version == "3\.\d+")?')


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0]).lower()


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PARTS = {"mcp-types", "pydantic-core"}
"""Packages that are parts of others, in the one version that fits: of mcp and pydantic, which are asked for."""


def imported() -> set[str]:
    """Return the names of all packages that the program imports."""
    found: set[str] = set()
    for path in (path for folder in ("qa", "bots", "embeddings") for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(str(node.module).partition(".")[0])
    packages = packages_distributions()
    modules = found - sys.stdlib_module_names - {"qa", "bots", "embeddings"}
    return {name_of(packages.get(module, [module])[0]) for module in modules}


def test_everything_that_is_imported_is_asked_for() -> None:
    lines = [*PROJECT["dependencies"], *EXTRAS["parse"], *EXTRAS["serve"], *EXTRAS["server"]]

    # What only another package brings is gone when that one needs it no more.
    assert imported() - {name_of(line) for line in lines} == PARTS


def test_everything_that_is_asked_for_has_a_version() -> None:
    lines = [line for some in (PROJECT["dependencies"], *EXTRAS.values()) for line in some]

    assert {name_of(line) for line in lines} - {name_of(line) for line in LINES} == {PROJECT["name"]}


def test_a_line_is_a_package_and_its_version_and_nothing_of_one_platform() -> None:
    assert not [line for line in LINES if not LINE.fullmatch(line)]
    assert not [line for line in LINES if line.startswith(("nvidia", "cuda", "triton"))]


@pytest.mark.parametrize("file", [".ci/run", "Makefile"])
def test_what_proves_the_program_installs_these_versions(file: str) -> None:
    installs = re.findall(
        r"^.*pip install\b.* (?:\.|'\.\[test\]')$", (ROOT / file).read_text(encoding="utf-8"), re.M
    )

    assert installs
    assert not [line for line in installs if "-c constraints.txt" not in line]


def test_the_audit_asks_about_every_version() -> None:
    script = re.search(r"sed -E '([^']+)'", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert script is not None
    asked = subprocess.run(
        ["sed", "-E", script[1]], input=FILE, capture_output=True, text=True, check=True
    ).stdout.splitlines()  # fmt: skip

    assert not [line for line in asked if not line.startswith("#") and "==" not in line]
