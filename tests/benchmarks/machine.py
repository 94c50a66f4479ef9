"""What a measurement was taken with."""

from __future__ import annotations

import datetime
import os
import platform
from importlib.metadata import version
from pathlib import Path


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
