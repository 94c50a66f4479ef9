"""Run a script in a process that may have only a little more memory than it has: `leave(megabytes)` from there on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

_LITTLE = r"""
import logging, re, resource, sys
from pathlib import Path
from embeddings.memory import ran_out_of_memory

logging.basicConfig()

def leave(megabytes):
    has = int(re.search(r"VmSize:\s+(\d+)", Path("/proc/self/status").read_text())[1]) * 1024
    resource.setrlimit(resource.RLIMIT_AS, (has + megabytes * 1_000_000, resource.RLIM_INFINITY))

def tell(error):
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY,) * 2)
    print("memory" if ran_out_of_memory(error) else "other", type(error).__name__)
"""


def in_little_memory(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _LITTLE + script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
