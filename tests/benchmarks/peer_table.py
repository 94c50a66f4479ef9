"""The rows of the table that sets this project beside its peers, for `tables.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HEAD = (
    "system | indexing, processor s | by the clock, s | its peak, MB | disk, MB | cold question, processor s"
    " | by the clock, s | its peak, MB | warm question, processor ms | by the clock, ms | quote@1"
)
_CALLED = {
    "onrecord": "this project",
    "script": "a script: sentence-transformers, FAISS",
    "txtai": "txtai",
    "chromadb": "chromadb",
    "lancedb": "lancedb, vectors",
    "lancedb text": "lancedb, full text",
    "lancedb both": "lancedb, both",
    "haiku": "haiku.rag",
}
_VERSIONS = ("sentence-transformers", "txtai", "chromadb", "lancedb", "haiku.rag-slim")


def rows(results: Path) -> list[tuple[str, ...]]:
    """Return a row for each system that was measured; lancedb is indexed once for all its ways of asking."""
    systems = _read(results)["systems"]
    return [_row(name, systems[name]) for name in _CALLED if name in systems]


def how(results: Path) -> str:
    """Return by which command, with which versions and on what the table was measured."""
    result = _read(results)
    low, high = result["load_range"]
    versions = result["versions"] | result["peers"]
    told = ", ".join(f"{name} {versions[name]}" for name in _VERSIONS if name in versions)
    questions = result["systems"]["onrecord"]["quality"]
    asked = ", ".join(f"{found['n']} questions of {name}" for name, found in questions.items())
    return (
        f"`{result['command']}`, {result['date']}, commit {result['commit']}, {result['machine']['cores']} cores"
        f" ({result['machine']['processor']}), load {low:.0f} to {high:.0f}: {result['articles']} articles,"
        f" {result['passages']} passages, {asked}; {told}. The results are in `tests/benchmarks/results/peers.json`.\n"
    )


def _row(name: str, found: dict[str, Any]) -> tuple[str, ...]:
    index, cold, warm = found.get("index"), found["cold"], found["warm"]
    indexed = ("-", "-", "-", "-")
    if index:
        indexed = (
            f"{index['cpu']:.1f}",
            f"{index['wall']:.0f}",
            f"{index['peak_mb']:.0f}",
            f"{found['disk_mb']:.1f}",
        )
    quality = ", ".join(f"{each['quote@1']:.3f}" for each in found["quality"].values())
    return (
        _CALLED[name],
        *indexed,
        f"{cold['cpu']:.1f}",
        f"{cold['wall']:.1f}",
        f"{cold['peak_mb']:.0f}",
        f"{warm['cpu_ms']:.0f}",
        f"{warm['wall_ms']:.0f}",
        quality,
    )


def _read(results: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((results / "peers.json").read_text(encoding="utf-8"))
    return found
