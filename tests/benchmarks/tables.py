"""Write the tables of measured numbers into README.md and documents of docs/, from the files in `results/`.

    python tests/benchmarks/tables.py            # write
    python tests/benchmarks/tables.py --check    # end with 1 where a document says something else

A table stands between `<!-- measured: NAME -->` and `<!-- end of NAME -->`; what is around them is written by hand.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.benchmarks import peer_table

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).parent / "results"
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "results.md", ROOT / "docs" / "performance.md")

Row = dict[str, Any]

NAMES = {
    "polnear": "PolNeAR: who said what in US political news",
    "gum_news": "GUM news: the same, small, human gold",
    "multihop_rag": "MultiHop-RAG: evidence in dated news",
    "clapnq": "CLAP NQ: search-engine questions",
    "squad": "SQuAD: short facts, adversarial no-answers",
    "rgb": "RGB: short facts in noisy snippets",
    "mtrag": "MTRAG: the last turn of a conversation",
    "natural_news": "Natural questions on US news of 2023",
    "natural_bbc_dev": "Natural questions on British news of 2004 and 2005",
    "talk_news": "Dialogues on news",
}
"""What each set is, in the order in which sets stand in a table."""
IN_README = ("polnear", "gum_news", "multihop_rag", "clapnq", "squad", "rgb")
_SHOWN = 100
"""The least bytes for a passage of a table that has a row of its own."""

_BLOCK = re.compile(r"(<!-- measured: ([\w ]+) -->\n)(.*?)(<!-- end of \2 -->)", re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        filled = fill(text, tables())
        if filled != text:
            stale.append(path.relative_to(ROOT).as_posix())
            if not check:
                path.write_text(filled, encoding="utf-8")
    for name in stale:
        sys.stdout.write(f"{name}: {'differs from the results' if check else 'written'}\n")
    raise SystemExit(1 if check and stale else 0)


def fill(text: str, made: dict[str, str]) -> str:
    """Put each table between its marks.

    Raises:
        KeyError: If a document asks for a table that is not made.
    """
    return _BLOCK.sub(lambda found: f"{found[1]}{made[found[2]]}{found[4]}", text)


def tables() -> dict[str, str]:
    """Return every table by its name."""
    results = json.loads((RESULTS / "answers.json").read_text(encoding="utf-8"))
    held_out = json.loads((RESULTS / "held_out.json").read_text(encoding="utf-8"))
    together = json.loads((RESULTS / "one_library.json").read_text(encoding="utf-8"))
    warm = json.loads((RESULTS / "warm.json").read_text(encoding="utf-8"))["rows"]
    sizes = json.loads((RESULTS / "size_on_disk.json").read_text(encoding="utf-8"))
    sets: dict[str, Row] = {name: results["sets"][name] for name in NAMES if name in results["sets"]}
    return {
        "questions": _questions(sets, held_out),
        "natural questions": _natural(sets),
        "how": _how(results),
        "answers": _answers(sets),
        "means": _means(sets),
        "held out": _held_out(held_out),
        "attributions": _attributions(sets),
        "dialogues": _dialogues(sets),
        "one library": _one_library(together),
        "warm": _warm(warm),
        "warm stages": _warm_stages(warm),
        "size": _size(sizes),
        "sentence vectors": _ways(sizes),
        "peers": _table(peer_table.HEAD, peer_table.rows(RESULTS)),
        "how peers": peer_table.how(RESULTS),
    }


def _questions(sets: dict[str, Row], held_out: Row) -> str:
    return _table(
        "set | with / without answer | quote@1 | quote@3 | coverage | refusal | auroc | wrong speaker | in sample"
        " | held out in folds",
        (
            (
                NAMES[name],
                f"{found['answerable']} / {found['unanswerable']}",
                *_shares(found, ("quote@1", "quote@3", "coverage", "refusal", "auroc"), 2),
                _wrong_speaker(found),
                row["in_sample"],
                _share(held_out["in folds"].get(name, {}).get("quote@1"), 2),
            )
            for name, row, found in _of(sets, "answers")
            if name in IN_README
        ),
    )


def _natural(sets: dict[str, Row]) -> str:
    measures = ("right_and_answered", "right_first", "wrong_asserted", "asserted_unanswerable")
    return _table(
        "set | with / without answer | right and answered | right quote first | answered wrongly"
        " | unanswerable, yet answered | in sample",
        (
            (
                NAMES[name],
                f"{found['answerable']} / {found['unanswerable']}",
                *_shares(found, measures, 2),
                row["in_sample"],
            )
            for name, row, found in _of(sets, "natural")
        ),
    )


def _how(results: Row) -> str:
    rows = Counter(row["commit"] for row in results["sets"].values())
    commit, *others = (commit for commit, _ in rows.most_common())
    told = f" (some rows: {', '.join(others)})" if others else ""
    # Without --only, which the last run may have had: rows of other sets stay as an earlier run made them.
    command = results["command"].partition(" --only")[0]
    return (
        f"`{command}`, {results['date']}, commit {commit}{told}, {results['machine']['cores']} cores"
        f" ({results['machine']['processor']}); the results are in `tests/benchmarks/results/answers.json`.\n"
    )


def _answers(sets: dict[str, Row]) -> str:
    measures = ("auroc", "refusal@90", "coverage", "refusal", "precision", "ece")
    return _table(
        "set | n | quote@1 / @3 / @10 | speaker@1 | auroc | refusal@90 | coverage | refusal | precision | ece"
        " | wrong speaker | whole | verbatim",
        (
            (
                name,
                f"{found['answerable']} / {found['unanswerable']}",
                " / ".join(_shares(found, ("quote@1", "quote@3", "quote@10"), 3)),
                *_shares(found, ("speaker@1", *measures), 3),
                _wrong_speaker(found),
                *_shares(found, ("whole", "verbatim"), 3),
            )
            for name, _, found in _of(sets, "answers")
        ),
    )


def _means(sets: dict[str, Row]) -> str:
    """Return the means over the six sets that the README shows."""
    shown = [found for name, _, found in _of(sets, "answers") if name in IN_README]
    told = [
        f"{name} {sum(found[name] for found in shown) / len(shown):.3f}"
        for name in ("refusal@90", "coverage", "refusal", "ece", "auroc")
    ]
    return f"Means over these sets without mtrag: {', '.join(told)}.\n"


def _held_out(held_out: Row) -> str:
    ways = [name for name, found in held_out.items() if isinstance(found, dict)]
    sets = list(held_out["in folds"])
    return _table(
        " | ".join(["fitted", *sets]),
        ((way, *(_both(held_out[way].get(name, {})) for name in sets)) for way in ways),
    )


def _attributions(sets: dict[str, Row]) -> str:
    kinds = ("direct", "mixed", "indirect", "all")
    return _table(
        "set | kind | gold | found | content F1 | content and mention F1 | mention | name",
        (
            (
                name,
                kind,
                f"{found[kind]['gold']:,}",
                f"{found[kind]['found']:,}",
                _share(found[kind]["content"][2], 3),
                _share(found[kind]["e2e"][2], 3),
                *_shares(found[kind], ("speaker", "name"), 3),
            )
            for name, _, found in _of(sets, "attributions")
            for kind in kinds
        ),
    )


def _dialogues(sets: dict[str, Row]) -> str:
    return _table(
        "set | turns | follow-ups | good | good follow-ups | understood | right | right but denied | wrong speaker"
        " | in sample",
        (
            (
                NAMES[name],
                str(found["turns"]),
                str(found["follow_ups"]),
                *_shares(found, ("good", "good_follow_ups", "understood", "right"), 2),
                str(found["right_but_nearest"]),
                str(found["wrong_speaker"]),
                row["in_sample"],
            )
            for name, row, found in _of(sets, "talk")
        ),
    )


def _one_library(together: Row) -> str:
    return _table(
        "set | quote@1 alone | together | quote@3 alone | together | within 0.03",
        (
            (
                row["set"],
                *(_share(value, 3) for name in ("quote@1", "quote@3") for value in row[name]),
                "yes" if row["holds"] else "no",
            )
            for row in together["sets"]
        ),
    )


def _warm(rows: Sequence[Row]) -> str:
    return _table(
        "passages | kind | questions | median, times the encoder | 95 of 100 below | median, ms | the encoder's, ms"
        " | memory, MB | date, load",
        (
            (
                f"{row['passages']:,}",
                kind,
                str(found["n"]),
                f"{found['median_ratio']:.1f}",
                f"{found['p95_ratio']:.1f}",
                f"{found['p50_ms']:.0f}",
                f"{found['encoder_p50_ms']:.1f}",
                str(row.get("private_megabytes", "-")),
                f"{row['date']}, {row['load'][0]:.0f} to {row['load'][1]:.0f}",
            )
            for row in rows
            for kind, found in row["kinds"].items()
        ),
    )


def _warm_stages(rows: Sequence[Row]) -> str:
    kinds = {
        f"{kind}, {row['passages']:,} passages": found["mean_ms_of_stages"]
        for row in rows
        for kind, found in row["kinds"].items()
    }
    named = dict.fromkeys(stage for found in kinds.values() for stage in found)
    return _table(
        " | ".join(["stage, mean ms", *kinds]),
        (
            (stage, *(f"{found.get(stage, 0.0):.1f}" for found in kinds.values()))
            for stage in sorted(
                named, key=lambda stage: -max(found.get(stage, 0.0) for found in kinds.values())
            )
        ),
    )


def _size(sizes: Row) -> str:
    """Return the bytes for a passage of each library's tables, the largest first; small tables together."""
    libraries: dict[str, Row] = sizes["libraries"]
    largest = {name: max(row["tables"].get(name, 0) for row in libraries.values()) for name in
               {name for row in libraries.values() for name in row["tables"]}}  # fmt: skip
    shown = [name for name, size in sorted(largest.items(), key=lambda one: -one[1]) if size >= _SHOWN]
    rows = [(name, *(f"{row['tables'].get(name, 0):,.0f}" for row in libraries.values())) for name in shown]
    others = (
        row["database"] - sum(row["tables"].get(name, 0) for name in shown) for row in libraries.values()
    )
    named = [f"{name} (format {row['format']}, {row['date']})" for name, row in libraries.items()]
    return _table(
        " | ".join(["bytes for a passage", *named]),
        [
            *rows,
            ("everything else", *(f"{size:,.0f}" for size in others)),
            ("the database", *(f"{row['database']:,}" for row in libraries.values())),
            (
                "the published vectors beside it",
                *(f"{row['published vectors']:,}" for row in libraries.values()),
            ),
        ],
    )


def _ways(sizes: Row) -> str:
    return _table(
        "library | way | bytes a sentence | cosine off, mean | in 99 of 100 below | most",
        (
            (name, way, str(found["bytes a sentence"]), *(f"{found[measure]:.4f}" for measure in
             ("cosine off, mean", "in 99 of 100 below", "most")))
            for name, row in sizes["libraries"].items()
            for way, found in row.get("ways", {}).items()
        ),
    )  # fmt: skip


def _of(sets: dict[str, Row], yardstick: str) -> list[tuple[str, Row, Row]]:
    return [(name, row, row[yardstick]) for name, row in sets.items() if yardstick in row]


def _table(head: str, rows: Iterable[Sequence[str]]) -> str:
    columns = head.split(" | ")
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _shares(found: Row, names: Iterable[str], places: int) -> list[str]:
    return [_share(found[name], places) for name in names]


def _share(value: float | None, places: int) -> str:
    return "-" if value is None else f"{value:.{places}f}"


def _both(found: Row) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in found.items()) or "-"


def _wrong_speaker(found: Row) -> str:
    judged = found["speakers_judged"]
    return f"{found['false_speaker']:.3f} of {judged}" if judged else "-"


if __name__ == "__main__":
    main()
