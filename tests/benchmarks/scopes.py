"""Find the passages within a scope by the versions beside the postings, and by the tables, in one run.

    python tests/benchmarks/scopes.py LIBRARY

LIBRARY is made by `scale_corpus.py`. Both ways are asked in turn, once to warm up; times are of the thread, since
other processes may compete.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from machine import ROOT, describe, load_now
from vector_search import SCOPES

from qa.datatypes import Scope
from qa.embedded.database import Connection
from qa.embedded.search.scopes import allowed_in
from qa.embedded.snapshot import Library
from qa.tables.passages import Ids
from qa.tables.scope_conditions import conditions

_RESULTS = Path(__file__).parent / "results" / "scopes.json"
_TIMES = 7
_ALL_DAYS = Scope(since=min(scope.since for scope in SCOPES.values() if scope.since))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", type=Path)
    options = parser.parse_args()
    with Library.open(options.library) as opened, opened.snapshot() as snapshot:
        connection, scratch = snapshot._connection, opened._generations.scratch
        found = {
            name: compared(
                lambda scope=scope: allowed_in(connection, scratch, scope),  # type: ignore[misc]
                lambda scope=scope: by_tables(connection, scope),  # type: ignore[misc]
            )
            for name, scope in (SCOPES | {"all days": _ALL_DAYS}).items()
            if not scope.everything
        }
        result = {
            "command": f"python {Path(__file__).resolve().relative_to(ROOT)} LIBRARY",
            **describe("numpy"),
            "load_at_end": round(load_now(), 1),
            "passages": snapshot.corpus().passages,
            "median_ms_of_thread": found,
        }
    _RESULTS.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(found) + "\n")


def by_tables(connection: Connection, scope: Scope) -> Ids:
    condition, values = conditions(connection, scope)
    rows = connection.execute(
        f"SELECT p.id FROM versions v JOIN passages p ON p.version = v.key WHERE {condition}", values
    )
    return np.array(sorted(row["id"] for row in rows), dtype=np.int64)


def compared(by_versions: Callable[[], Ids], by_rows: Callable[[], Ids]) -> dict[str, Any]:
    times: dict[str, list[float]] = {"versions": [], "tables": []}
    for _ in range(_TIMES):
        found = []
        for name, find in (("versions", by_versions), ("tables", by_rows)):
            started = time.thread_time()
            found.append(find())
            times[name].append(1000 * (time.thread_time() - started))
        if not np.array_equal(*found):
            raise SystemExit("Both ways find other passages.")
    medians = {name: round(statistics.median(each[1:]), 1) for name, each in times.items()}
    return {"passages": len(found[0]), **medians}


if __name__ == "__main__":
    main()
