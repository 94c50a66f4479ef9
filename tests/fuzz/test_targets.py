"""The targets still reach what they are for: without a fuzzer, which has no wheel for every platform."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
MODULES = ("formats", "texts", "kept", "libraries", "payloads")
REACH = """
import sys
from importlib import import_module

for name, target in import_module(f"tests.fuzz.{sys.argv[1]}").TARGETS.items():
    for seed in (*target.seeds, b"", b"\\xff"):
        target.reach(seed)
    sys.stdout.write(f"{name}\\n")
"""


@pytest.mark.parametrize("module", MODULES)
def test_no_seed_of_a_target_is_a_finding(module: str, tmp_path: Path) -> None:
    # In a process of its own: a target may make a library, a bot and a loop of events when it is imported.
    done = subprocess.run(
        [sys.executable, "-c", REACH, module],
        env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    named = {name for name, where in _targets() if where == module}
    assert named
    assert named <= set(done.stdout.decode().split())


def _targets() -> list[tuple[str, str]]:
    script = (ROOT / "tests" / "fuzz" / "fuzz.py").read_text(encoding="utf-8")
    return re.findall(r'^    "([a-z-]+)": "([a-z]+)",', script, re.MULTILINE)
