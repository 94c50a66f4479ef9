"""A library's own thresholds are fitted, kept, used, and dropped when they no longer hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.answering.spans.thresholds import KEY, SHIPPED, Calibration, Thresholds, in_force, ranker_hash, stored
from qa.answers import Outcome
from qa.calibration.calibrating import CalibrationReport, calibrate, reset
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.encoding import open_span_reader
from qa.errors import NoIndexError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.status import status

pytestmark = pytest.mark.slow

QUESTION = "What did Ines Dahl say about the ferry?"


@pytest.fixture
def own(folder: Path, tmp_path: Path) -> Path:
    update(tmp_path / "library", IndexRequest((folder,)), encoder_factory=load_encoder)
    return tmp_path / "library"


def fitted(path: Path) -> CalibrationReport:
    archive = Library.open(path)
    answerer = Answerer(archive, load_encoder, open_span_reader)
    return calibrate(path, archive, answerer, today=date(2024, 5, 1), count=100, coverage=0.9, refusal=0.95)


def store(path: Path, thresholds: Thresholds, *, ranker: str | None = None) -> Calibration:
    with Library.open(path) as library:
        encoder = library.model.sha256
    made = Calibration(thresholds, ranker or ranker_hash(), encoder, 100, "2024-05-01")
    with open_writer(path) as writer:
        writer.set_meta(KEY, made.to_text())
    return made


def used(path: Path) -> Thresholds:
    with Library.open(path) as library, library.snapshot() as snapshot:
        return in_force(snapshot)


def test_calibrating_stores_what_it_fitted_and_answers_go_by_it(own: Path) -> None:
    report = fitted(own)

    assert report.said.fitted is not None
    assert used(own) == report.calibration.thresholds
    assert used(own).said == report.said.fitted.threshold
    coverages = [trade.coverage for trade in report.said.trades]
    assert coverages == sorted(coverages, reverse=True)


def test_the_threshold_decides_the_ending_of_its_kind_of_question(own: Path) -> None:
    answerer = Answerer(Library.open(own), load_encoder, open_span_reader)
    content = "When was the old ferry opened?"
    before = [answerer.ask(question).outcome for question in (QUESTION, content)]

    store(own, Thresholds(said=1.0))

    assert before[0] is Outcome.ANSWERED
    assert answerer.ask(QUESTION).outcome is not Outcome.ANSWERED
    assert answerer.ask(content).outcome is before[1]


def test_a_rebuild_keeps_the_thresholds(own: Path) -> None:
    store(own, Thresholds(said=0.4, content=0.6))

    update(own, IndexRequest((), rebuild=True), encoder_factory=load_encoder)

    assert used(own) == Thresholds(said=0.4, content=0.6)
    assert status(own).calibration == "holds"


def test_thresholds_of_another_ranker_are_kept_but_not_used(own: Path) -> None:
    store(own, Thresholds(said=1.0), ranker="another")

    assert used(own) == SHIPPED
    assert status(own).calibration == "stale"


def test_thresholds_of_another_encoder_do_not_hold(own: Path) -> None:
    made = store(own, Thresholds(said=1.0))
    with Library.open(own) as library:
        model = library.model

    assert made.holds_for(model)
    assert not made.holds_for(replace(model, sha256="0" * 64))


def test_reset_goes_back_to_the_shipped_thresholds(own: Path) -> None:
    store(own, Thresholds(said=1.0))

    assert reset(own)
    assert used(own) == SHIPPED
    assert not reset(own)
    assert status(own).calibration == "none"


def test_too_small_an_archive_stores_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "“The pier in Nordby is closed to all boats,” Ines Dahl said.\n", encoding="utf-8"
    )
    update(tmp_path / "library", IndexRequest((tmp_path / "a.txt",)), encoder_factory=load_encoder)

    report = fitted(tmp_path / "library")

    assert report.said.fitted is None
    with Library.open(tmp_path / "library") as library, library.snapshot() as snapshot:
        assert stored(snapshot) is None


def test_an_archive_from_which_nothing_can_be_asked_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing here.\n", encoding="utf-8")
    update(tmp_path / "library", IndexRequest((tmp_path / "a.txt",)), encoder_factory=load_encoder)

    with pytest.raises(NoIndexError, match="too little"):
        fitted(tmp_path / "library")
