"""Write constraints.txt: what a fresh installation for the tests holds under each of several Pythons.

python .ci/constraints.py python3.11 python3.13
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
BY_PLATFORM = re.compile(r"(?:nvidia|cuda|triton)\b.*")
"""What only some builds of torch bring."""
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;@]+)")
HEADING = """\
# Versions that were installed together, and with which `.ci/run` runs all tests.
# To install them: pip install -c constraints.txt .
# Made by `make constraints`; what may be installed at all is in pyproject.toml.
"""


def installed(python: str) -> tuple[str, dict[str, str]]:
    """Install the project with what its tests need, and return the Python's version and the packages' versions."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([python, "-m", "venv", folder], check=True)
        inside = f"{folder}/bin/python"
        pip = [inside, "-m", "pip", "--disable-pip-version-check", "--quiet"]
        subprocess.run([*pip, "install", f"{ROOT}[test]"], check=True)
        frozen = _output([*pip, "freeze"])
        version = _output([inside, "-c", "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])"])
    pins = (PIN.fullmatch(line) for line in frozen.splitlines())
    return version, {_normal(pin["name"]): pin["version"] for pin in pins if pin}


def _normal(name: str) -> str:
    """Return a package's name as PEP 503 has it, so that two versions of pip agree on it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def constraints(found: dict[str, dict[str, str]]) -> list[str]:
    """Return a line for each package, with a marker where it is not the same under every Python.

    Args:
        found: Version of Python to package to its version.
    """
    lines = []
    for name in sorted({name for pins in found.values() for name in pins if not BY_PLATFORM.fullmatch(name)}):
        under = {python: pins[name] for python, pins in found.items() if name in pins}
        if name == "torch":
            lines.append(f"torch{_range(under.values())}")
        elif len(set(under.values())) == 1 and len(under) == len(found):
            lines.append(f"{name}=={under.popitem()[1]}")
        else:
            lines += [
                f'{name}=={version} ; python_version == "{python}"' for python, version in under.items()
            ]
    return lines


def _range(versions: Iterable[str]) -> str:
    """Return the range of releases of torch, whose builds differ by platform also in their version ("2.13.0+cpu")."""
    releases = sorted(tuple(map(int, version.split(".")[:2])) for version in versions)
    (low, minor), (high, last) = releases[0], releases[-1]
    return f">={low}.{minor},<{high}.{last + 1}"


def main() -> None:
    found = dict(installed(python) for python in sys.argv[1:] or [sys.executable])
    (ROOT / "constraints.txt").write_text(HEADING + "\n".join(constraints(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
