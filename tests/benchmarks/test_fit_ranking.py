"""What the fit has read of a library is whole when the library is closed."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.ranking.model import load

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.slow
def test_probes_are_judged_with_and_without_their_records_after_the_library_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    fit_ranking = importlib.import_module("fit_ranking")
    update(tmp_path / "library", IndexRequest((SEEDS,)), encoder_factory=open_encoder)

    asked = fit_ranking.ask_made(tmp_path / "library")
    known = [fit_ranking.evidence(each, load("said")) for each in asked]
    lost = [fit_ranking.evidence(fit_ranking.without_record(each), load("said")) for each in asked]

    assert len(asked) > 10
    assert sum(row.right for row in lost) < sum(row.right for row in known)
