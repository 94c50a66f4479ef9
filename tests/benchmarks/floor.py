"""Compare two results of `answers.py`: what fell by more than two questions of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAY_FALL = 2
"""Questions of its kind (or attributions, dialogue turns, quotes) by which a measure may fall."""
ATTRIBUTIONS_MAY_FALL = 0.002
"""Of a share of attributions: a set has thousands, so that two are nothing."""
_ROUNDING = 0.2
"""Of a question: yardsticks round shares to three or four places."""

_MANY = 1e6
"""More quotes than any set shows."""

_LESS_IS_BETTER = frozenset(
    "ece false_speaker wrong_asserted missed shown_but_denied false_denial asserted_unanswerable wrong_speaker"
    " right_but_nearest repeats carried_from_nothing bent".split()
)
_NEUTRAL = frozenset("words words90 unsure right_but_unsure unsure_unanswerable asked_back".split())
"""Neither better nor worse by itself; they are kept, and not compared."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One number: a share of `over` questions, or where that is None a number of questions."""

    value: float
    over: float | None
    may_fall: float = MAY_FALL


def fallen(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Return a line for each measure that fell too far, and for each that is no longer there."""
    told = []
    for name, before in old["sets"].items():
        if name not in new["sets"]:
            told.append(f"{name}: no longer measured")
            continue
        now = dict(measures(new["sets"][name]))
        for measure, was in measures(before):
            if measure not in now:
                told.append(f"{name} {measure}: no longer measured")
                continue
            worse = (was.value - now[measure].value) * (-1 if _is_less_better(measure) else 1)
            questions = worse if was.over is None else worse * was.over
            if questions > was.may_fall + _ROUNDING:
                told.append(
                    f"{name} {measure}: {was.value:g} -> {now[measure].value:g}, {_told(questions, was)}"
                )
    return told


def measures(row: dict[str, Any]) -> Iterator[tuple[str, Measured]]:
    """Yield the measures of a set's row that are better or worse, by their names."""
    for yardstick, read in (
        ("answers", _answers),
        ("attributions", _attributions),
        ("natural", _natural),
        ("talk", _talk),
        ("eval", _eval),
    ):
        if yardstick in row:
            yield from ((f"{yardstick} {name}", found) for name, found in read(row[yardstick], row["asked"]))


def _answers(printed: dict[str, Any], asked: dict[str, int]) -> Iterator[tuple[str, Measured]]:
    yes, no = printed["answerable"], printed["unanswerable"]
    both = yes + no
    over = {
        "speaker@1": asked["with_speaker"],
        "whole": both,
        "auroc": min(yes, no),
        "refusal@90": no,
        "refusal": no,
        "precision": (printed["coverage"] or 0) * yes + (1 - (printed["refusal"] or 0)) * no,
        "ece": both,
        "false_speaker": printed["speakers_judged"],
    }
    for name, value in _shares(printed, "answerable", "unanswerable", "speakers_judged"):
        yield name, _verbatim(value) if name == "verbatim" else Measured(value, over.get(name, yes))


def _attributions(printed: dict[str, Any], _: dict[str, int]) -> Iterator[tuple[str, Measured]]:
    for kind, found in printed.items():
        for name in ("content", "exact", "e2e", "speaker", "name"):
            values = found[name] if isinstance(found[name], list) else [found[name]]
            parts = ("precision", "recall", "F1") if len(values) > 1 else ("",)
            for part, value in zip(parts, values, strict=True):
                if value is not None:
                    may_fall = max(MAY_FALL, ATTRIBUTIONS_MAY_FALL * found["gold"])
                    yield f"{kind} {name} {part}".strip(), Measured(value, found["gold"], may_fall)


def _natural(printed: dict[str, Any], _: dict[str, int]) -> Iterator[tuple[str, Measured]]:
    numbers = printed["counts"]
    over = {
        "asserted_unanswerable": printed["unanswerable"],
        "own_share": numbers["listed"],
        "meta_right": numbers["meta"],
        "named": numbers["named_of"],
        "wrong_speaker": printed["speakers_judged"],
    }
    left_out = ("n", "answerable", "unanswerable", "speakers_judged", "wrong_speaker_first")
    for name, value in _shares(printed, *left_out):
        yield name, Measured(value, over.get(name, printed["answerable"]))
    for kind, found in printed["by_kind"].items():
        for verdict in ("right_and_answered", "refused", "meta_right"):
            if verdict in found:
                yield f"of kind {kind} {verdict}", Measured(found[verdict], None)


def _talk(printed: dict[str, Any], asked: dict[str, int]) -> Iterator[tuple[str, Measured]]:
    over = {"good": printed["turns"], "abstained": asked["to_be_refused"]}
    for name, value in _shares(printed, "turns", "follow_ups"):
        is_count = isinstance(value, int)
        yield name, Measured(value, None if is_count else over.get(name, printed["follow_ups"]))
    yield "bent", Measured(int(printed["bent"].split()[0]), None)
    for kind, found in printed["kinds"].items():
        yield f"of kind {kind} good", Measured(found["good"], None)


def _eval(printed: dict[str, Any], _: dict[str, int]) -> Iterator[tuple[str, Measured]]:
    for name, value in _shares(printed["metrics"]):
        over = printed["over"][name]
        yield name, _verbatim(value) if name == "verbatim" else Measured(value, over)


def _shares(printed: dict[str, Any], *left_out: str) -> Iterator[tuple[str, float]]:
    for name, value in printed.items():
        if isinstance(value, int | float) and name not in left_out and name not in _NEUTRAL:
            yield name, value


def _verbatim(value: float) -> Measured:
    """Let it fall by nothing: a single quote that is not its source's text is one too many."""
    return Measured(value, _MANY, may_fall=0)


def _is_less_better(measure: str) -> bool:
    return measure.rsplit(maxsplit=1)[-1] in _LESS_IS_BETTER


def _told(questions: float, was: Measured) -> str:
    return f"{questions:.1f} of {was.over:g}" if was.over is not None else f"{questions:g} questions"
