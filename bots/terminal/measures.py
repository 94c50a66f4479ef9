"""Write the results of `qa eval` and `qa calibrate` as rows and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bots.contract import SCHEMA, Json
from bots.terminal.tables import rows_as
from bots.visible import visible_line

if TYPE_CHECKING:
    from qa.calibration.calibrating import CalibrationReport, KindReport
    from qa.calibration.fitting import Trade
    from qa.evaluation.judging import Judged
    from qa.evaluation.scoring import Measure

KINDS = {"said": "what somebody said", "content": "everything else"}


def measures_as(form: str, measures: Mapping[str, Measure], width: int | None) -> str:
    head = ("metric", "value", "over", "meaning")
    rows = [
        (name, "-" if each.value is None else f"{each.value:.3f}", f"{each.over:,}", each.meaning)
        for name, each in measures.items()
    ]
    return rows_as(form, head, rows, width)


def measures_object(file: str, judged: Sequence[Judged], measures: Mapping[str, Measure]) -> Json:
    return {
        "schema": SCHEMA,
        "file": file,
        "questions": len(judged),
        "answerable": sum(each.expected.answerable is True for each in judged),
        "unanswerable": sum(each.expected.answerable is False for each in judged),
        "metrics": {name: each.value for name, each in measures.items()},
        "over": {name: each.over for name, each in measures.items()},
        "misses": [
            {
                "id": each.expected.id,
                "question": each.expected.question,
                "why": why,
                "first": each.first or None,
            }
            for each in judged
            if (why := miss(each))
        ],
    }


def miss(judged: Judged) -> str | None:
    """Write what went wrong with a question; None where nothing did."""
    if judged.complaint:
        return "a reported quote comes first"
    if judged.wrong_name:
        return "words are shown under a name that was reported as wrong"
    if judged.expected.answerable is False:
        return "answered, and there is no answer" if judged.answered else None
    if judged.expected.judged and judged.rank != 1:
        return "no right quote" if judged.rank is None else f"the right quote comes as number {judged.rank}"
    if judged.expected.answerable and not judged.answered:
        return "not answered"
    return None


def misses_as_text(judged: Sequence[Judged]) -> str:
    found = [(each, why) for each in judged if (why := miss(each))]
    return "".join(
        f"\n{visible_line(each.expected.id)}: {visible_line(each.expected.question)}\n"
        f"  {why}\n  first: {visible_line(each.first) or '-'}\n"
        for each, why in found
    )


def calibration_as(form: str, report: CalibrationReport, width: int | None) -> str:
    head = ("questions", "threshold", "", "coverage", "refusal", "risk")
    rows = [row for kind in (report.said, report.content) for row in _rows(kind)]
    return rows_as(form, head, rows, width)


def _rows(report: KindReport) -> list[tuple[str, ...]]:
    kind = KINDS[report.kind]
    if report.shipped is None:
        return [(kind, "", "shipped", "", "", "")]
    named = [("", trade) for trade in report.trades] + [("shipped", report.shipped)]
    if report.fitted:
        named.append(("fitted", report.fitted))
    named.sort(key=lambda each: each[1].threshold)
    return [
        (kind, f"{t.threshold:.3f}", name, f"{t.coverage:.2f}", f"{t.refusal:.2f}", f"{t.risk:.2f}")
        for name, t in named
    ]


def calibration_object(report: CalibrationReport) -> Json:
    return {
        "schema": SCHEMA,
        "probes": report.calibration.probes,
        "day": report.calibration.day,
        **{kind.kind: _kind_object(kind) for kind in (report.said, report.content)},
    }


def _kind_object(report: KindReport) -> Json:
    return {
        "answerable": report.answerable,
        "unanswerable": report.unanswerable,
        "shipped": _trade_object(report.shipped),
        "fitted": _trade_object(report.fitted),
        "trades": [_trade_object(each) for each in report.trades],
    }


def _trade_object(trade: Trade | None) -> Json | None:
    if trade is None:
        return None
    values = (trade.threshold, trade.coverage, trade.refusal, trade.risk)
    return {
        name: round(value, 4)
        for name, value in zip(("threshold", "coverage", "refusal", "risk"), values, strict=True)
    }
