"""Prove that nothing is lost: run a writer to every kind of bad end, and look at the library after each.

    python tests/reliability/prove.py            what a change must pass, some minutes; needs strace
    python tests/reliability/prove.py --whole    all of it, the better part of an hour
    python tests/reliability/prove.py kills      one of: kills errors random room losses bits readers restores
                                                 purges backups strangers memory sizes nodes beside upkeep

Ends with 1 if anything was wrong. docs/reliability.md says what each proof shows.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import backups
import beside
import bits
import faults
import full_disk
import losses
import memory
import nodes
import purges
import readers
import restores
import sizes
import strangers
import upkeep
import workload

Proof = Iterator[tuple[str, str]]

RANDOM_KILLS, RANDOM_KILLS_WHOLE = 60, 304


def kills(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    for mode in ("update", "rebuild") if whole else ("update",):
        samples = None if whole and mode == "update" else 4
        yield from faults.at_each_call(work, scratch, mode=mode, how="signal=SIGKILL", samples=samples)
    yield from faults.at_each_call(work.first(), scratch, mode="update", how="signal=SIGKILL", samples=2)


def errors(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    for how in ("error=EIO", "error=ENOSPC") if whole else ("error=EIO",):
        yield from faults.at_each_call(work, scratch, mode="update", how=how, samples=40 if whole else 3)


def random_moments(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    rounds = RANDOM_KILLS_WHOLE if whole else RANDOM_KILLS
    yield from faults.at_random(work, scratch, rounds=rounds * 3 // 4, mode="update")
    yield from faults.at_random(work, scratch, rounds=rounds // 8, mode="rebuild")
    yield from faults.at_random(work.first(), scratch, rounds=rounds // 8 + 1, mode="update")


def room(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    largest = max(path.stat().st_size for path in work.base.iterdir())
    steps = 30 if whole else 6
    sizes = [largest * 2 * n // steps for n in range(1, steps + 1)]
    yield from faults.without_room(work, scratch, sizes=sizes, mode="update")
    if os.getuid() == 0 and shutil.which("unshare"):
        base = sum(path.stat().st_size for path in work.base.iterdir()) // 1024 + 1
        kilobytes = [base + base * n // (steps // 2) for n in range(1, steps // 2 + 1)]
        yield from faults.on_a_small_disk(work, scratch, sizes=kilobytes, mode="update")


def power(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from losses.prove(work, scratch, states_to_try=None if whole else 150)


def damage(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from bits.prove(scratch, samples=3_000 if whole else 250)


def reading(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from readers.prove(scratch, generations=100)


def restoring(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from restores.prove(scratch)


def purging(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from purges.prove(scratch, rounds=20 if whole else 2)


def backing_up(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from backups.prove(scratch, samples=400 if whole else 12, all_calls=whole)


def meeting_strangers(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from strangers.prove(scratch, samples=100 if whole else 2, crafted=None if whole else 2)


def little_memory(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from memory.prove(work, scratch, whole=whole)


def long_articles(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from sizes.prove(scratch, whole=whole)


def servers(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    folder = scratch / "nodes"
    folder.mkdir()
    yield from nodes.prove(folder, kills=50 if whole else 5)
    yield from full_disk.prove(folder, rounds=20 if whole else 2)


def deciding(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    folder = scratch / "beside"
    folder.mkdir()
    yield from beside.prove(folder, rounds=60 if whole else 10)


def keeping_up(work: workload.Workload, scratch: Path, whole: bool) -> Proof:
    yield from upkeep.prove(scratch / "upkeep", samples=None if whole else 2)


PROOFS: dict[str, Callable[[workload.Workload, Path, bool], Proof]] = {
    "kills": kills,
    "errors": errors,
    "random": random_moments,
    "room": room,
    "losses": power,
    "bits": damage,
    "readers": reading,
    "restores": restoring,
    "purges": purging,
    "backups": backing_up,
    "strangers": meeting_strangers,
    "memory": little_memory,
    "sizes": long_articles,
    "nodes": servers,
    "beside": deciding,
    "upkeep": keeping_up,
}
_TRACED = {"kills", "errors", "losses", "restores", "backups", "upkeep"}
"""The proofs that need strace."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("proofs", nargs="*", metavar="PROOF")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--without-strace", action="store_true", help="leave out what needs strace")
    options = parser.parse_args()
    chosen = options.proofs or [name for name in PROOFS if not (options.without_strace and name in _TRACED)]
    if unknown := set(chosen) - set(PROOFS):
        parser.error(f"no such proof: {', '.join(sorted(unknown))}")
    if not shutil.which("strace") and _TRACED & set(chosen):
        sys.stderr.write("strace is needed: apt-get install strace\n")
        return 2
    # Damage that is met on purpose is not to be told each time.
    logging.disable(logging.WARNING)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        scratch = Path(folder)
        work = workload.make(scratch / "workload")
        for name in chosen:
            result, wrong = _counted(PROOFS[name](work, scratch, options.whole))
            failed += wrong
            sys.stdout.write(json.dumps({"proof": name, **result}) + "\n")
            sys.stdout.flush()
    return int(failed > 0)


def _counted(proof: Proof) -> tuple[dict[str, Any], int]:
    started = time.monotonic()
    tried, wrong, left_out = 0, [], []
    for what, trouble in proof:
        if what.startswith(workload.LEFT_OUT):
            left_out.append(what.removeprefix(workload.LEFT_OUT))
            continue
        tried += 1
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{tried} ")
        if trouble:
            wrong.append(what)
            sys.stderr.write(f"{what}: {trouble}\n")
            sys.stderr.flush()
    seconds = round(time.monotonic() - started)
    result: dict[str, Any] = {"tried": tried, "wrong": len(wrong), "seconds": seconds}
    return (result | {"left_out": left_out} if left_out else result), len(wrong)


if __name__ == "__main__":
    sys.exit(main())
