"""What a measurement was taken with, and the taking of time."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]


def this_command(file: str) -> str:
    """Return the command that runs a script, with the arguments that it was given now."""
    return "python " + " ".join([str(Path(file).resolve().relative_to(ROOT)), *sys.argv[1:]])


def wall_time(command: list[str]) -> float:
    """Run a command of the program to its end, and return the seconds that it took."""
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT)}
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    seconds = time.perf_counter() - started
    # 1: the question has no answer, which takes as long.
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr.decode(errors='replace')}")
    return seconds


def describe(*packages: str) -> dict[str, object]:
    """Return the class of machine, the date and the versions, for a results file."""
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "machine": {
            "processor": _processor(),
            "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
            "system": f"{platform.system()} {platform.machine()}",
            "load": [round(load, 1) for load in os.getloadavg()] if hasattr(os, "getloadavg") else None,
        },
        "versions": {"python": platform.python_version()}
        | {package: version(package) for package in packages},
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()
