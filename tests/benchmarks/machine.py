"""Describe the machine and the code of a measurement, refuse a busy machine, and take the time of a command."""

from __future__ import annotations

import datetime
import hashlib
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("qa", "bots", "embeddings")


def this_command(file: str) -> str:
    """Return the command that runs a script, with the arguments that it was given now."""
    return "python " + " ".join([str(Path(file).resolve().relative_to(ROOT)), *sys.argv[1:]])


def wall_time(command: list[str]) -> float:
    """Run a command of the program to its end, and return the seconds that it took."""
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT)}
    # With it, each run would compile the program's files again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    seconds = time.perf_counter() - started
    # 1: the question has no answer, which takes as long.
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr.decode(errors='replace')}")
    return seconds


def usable_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load_now() -> float:
    """Return the load average of the last minute; 0 on systems that do not know it."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def refuse_if_busy(load: float, cores: int) -> None:
    """End the program if a load average is above the number of cores: then others compete with what is measured."""
    if load > cores:
        raise SystemExit(
            f"The load average is {load:.1f} on {cores} cores: nothing is measured now. "
            "Run the same command again when the machine is quiet; what was finished is kept."
        )


def leave_a_core_free() -> None:
    """Keep this process and its children off one core, so that they cannot bring the load above the cores."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, cores[:-1] or cores)


def commit() -> str:
    """Return the commit that is checked out, in ten digits."""
    return _git("rev-parse", "--short=10", "HEAD")


def product_differs() -> bool:
    """Return whether the product's files differ from the commit that is checked out."""
    return bool(_git("status", "--porcelain", "--", *PRODUCT, "pyproject.toml"))


def product_digest() -> str:
    """Return a hash of all files of the product: equal where a measurement need not be repeated."""
    digest = hashlib.sha256()
    for name in _git("ls-files", "--cached", "--others", "--exclude-standard", "--", *PRODUCT).split("\n"):
        path = ROOT / name
        if path.is_file():
            digest.update(f"{name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:10]


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def describe(*packages: str) -> dict[str, object]:
    """Return the class of machine, the date and the versions, for a results file."""
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "machine": {
            "processor": _processor(),
            "cores": usable_cores(),
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
