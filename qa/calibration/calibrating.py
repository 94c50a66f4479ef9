"""Fit a library's thresholds to its own articles: what `qa calibrate` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from qa.answering.answerer import Answerer
from qa.answering.spans.thresholds import KEY, SHIPPED, Calibration, Thresholds, ranker_hash
from qa.archive.protocol import Archive
from qa.calibration.asking import AskedProbe, ask_probes
from qa.calibration.fitting import Trade, covering, enough, fit, trade
from qa.calibration.probes import probes
from qa.errors import NoIndexError
from qa.ingest.libraries import one_state, open_writer
from qa.ranking.model import load_confidence
from qa.settings import LibraryPlace
from qa.tables.reader import Cached, RowReader

SHOWN = (1.0, 0.95, 0.9, 0.8, 0.7, 0.5)
"""The coverages whose risk is shown."""


@dataclass(frozen=True, slots=True)
class KindReport:
    """What calibration found for one kind of question.

    Attributes:
        shipped: The shipped threshold, and what it gives on the probes; None without enough of them.
        fitted: The library's own; None where there were too few probes, and the shipped one holds.
        trades: What thresholds give, from full coverage down.
    """

    kind: str
    answerable: int
    unanswerable: int
    shipped: Trade | None
    fitted: Trade | None
    trades: tuple[Trade, ...]


@dataclass(frozen=True, slots=True)
class CalibrationReport:
    """What calibration found for both kinds of question, and what was stored."""

    said: KindReport
    content: KindReport
    calibration: Calibration


def calibrate(
    library: LibraryPlace,
    archive: Archive,
    answerer: Answerer,
    *,
    today: date,
    count: int,
    seed: int = 0,
    coverage: float,
    refusal: float,
    progress: Callable[[int], None] = lambda done: None,
) -> CalibrationReport:
    """Ask probes, fit a threshold for each kind of question, and store them; store nothing where none was fitted.

    Args:
        archive: The same library, opened for reading.

    Raises:
        NoIndexError: If the library holds too little to make a probe from.
        LibraryBusyError: If another process writes to it when the thresholds are to be stored.
    """
    with archive.snapshot() as snapshot:
        made = probes(snapshot, seed=seed, count=count)
        encoder = snapshot.model.sha256
    if not made:
        raise NoIndexError("The library holds too little to make questions from. Index more articles.")
    asked = ask_probes(answerer, made, progress=progress)

    def report(kind: str, *, said: bool) -> KindReport:
        return _report(
            kind,
            [each for each in asked if each.said is said],
            coverage=coverage,
            refusal=refusal,
            shipped=load_confidence(kind).threshold,
        )

    words, content = (
        report("said", said=True),
        report("content", said=False),
    )
    thresholds = Thresholds(
        said=words.fitted.threshold if words.fitted else None,
        content=content.fitted.threshold if content.fitted else None,
    )
    calibration = Calibration(thresholds, ranker_hash(), encoder, len(asked), today.isoformat())
    if thresholds != SHIPPED:
        with open_writer(library) as writer, writer.transaction():
            writer.set_meta(KEY, calibration.to_text())
    return CalibrationReport(words, content, calibration)


def reset(library: LibraryPlace) -> bool:
    """Delete a library's own thresholds, so that the shipped ones hold; return whether there were any."""
    with one_state(library) as connection:
        had = bool(RowReader(connection, Cached()).meta(KEY))
    if had:
        with open_writer(library) as writer, writer.transaction():
            writer.drop_meta(KEY)
    return had


def _report(
    kind: str, asked: Sequence[AskedProbe], *, coverage: float, refusal: float, shipped: float
) -> KindReport:
    answerable = sum(each.probe.answerable for each in asked)
    counts = (kind, answerable, len(asked) - answerable)
    if not enough(asked):
        return KindReport(*counts, None, None, ())
    fitted = fit(asked, coverage=coverage, refusal=refusal, shipped=shipped)
    return KindReport(
        *counts,
        shipped=trade(asked, shipped),
        fitted=None if fitted is None else trade(asked, fitted),
        trades=tuple(trade(asked, covering(asked, each)) for each in SHOWN),
    )
