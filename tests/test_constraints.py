"""constraints.txt has a version for all that pyproject.toml asks for, and nothing of one machine."""

from __future__ import annotations

import re
import subprocess
import tomllib
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


def test_everything_that_is_asked_for_has_a_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {
        name_of(line)
        for line in [
            *project["dependencies"],
            *extras["parse"],
            *extras["serve"],
            *extras["server"],
            *extras["test"],
        ]
    }

    assert asked - {name_of(line) for line in LINES} == {project["name"]}


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
