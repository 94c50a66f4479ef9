"""Name errors in JSON, as all front ends do."""

from __future__ import annotations

from bots.exit_codes import INTERRUPTED, OUT_OF_MEMORY, UNEXPECTED

SCHEMA = 2
"""Of all JSON. Here, since `contract.py` loads numpy: an error can be told without it."""

CODES = {
    1: "not_found",
    2: "usage",
    3: "input",
    4: "no_index",
    5: "damaged",
    6: "model",
    69: "unreachable",
    UNEXPECTED: "unexpected",
    OUT_OF_MEMORY: "memory",
    78: "configuration",
    INTERRUPTED: "interrupted",
}
"""Exit code to its name in JSON."""


def error_object(code: int, message: str, **more: object) -> dict[str, object]:
    """Return an error as JSON, of the same schema as everything else."""
    return {"schema": SCHEMA, "error": {"code": CODES.get(code, "unexpected"), "message": message, **more}}
