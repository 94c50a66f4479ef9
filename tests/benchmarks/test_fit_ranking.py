"""What the fit has read of a library is whole when the library is closed."""

from __future__ import annotations

import importlib
import json
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.ranking.features import ALL_NAMES
from qa.ranking.model import laid_out, load

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


def test_multiplied_trees_score_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    fit_ranking = importlib.import_module("fit_ranking")
    shipped = json.loads(resources.files("qa.ranking").joinpath("ranking_content.json").read_text("utf-8"))
    doubled = [fit_ranking.multiplied(tree, 2) for tree in shipped["trees"]]
    spans = np.random.default_rng(1).normal(size=(40, len(ALL_NAMES))).astype(np.float32)

    once, twice = (laid_out(trees, {}, ALL_NAMES).score(spans) for trees in (shipped["trees"], doubled))

    np.testing.assert_allclose(twice, 2 * once, rtol=1e-4)
