"""Read the description of the JSON addresses, `openapi.yaml`, which is served as `/openapi.json`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

PATH = "/openapi.json"
FILE = Path(__file__).parent / "openapi.yaml"


def description(root: str = "") -> dict[str, Any]:
    """Return the description of the addresses of one library.

    Args:
        root: Where they are: "" or "/NAME".
    """
    described: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {**described, "servers": [{"url": root or "/"}]}
