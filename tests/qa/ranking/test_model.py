from __future__ import annotations

import json
import re
from importlib import resources

import numpy as np
import pytest

from qa import endings
from qa.ranking.features import ALL_NAMES
from qa.ranking.model import Linear, load

SHIPPED = {
    "ranking": ALL_NAMES,
    "confidence_content": endings.NAMES,
    "confidence_said": endings.NAMES + endings.SPEAKING_NAMES,
}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_has_a_finite_weight_for_every_feature_in_its_order(name: str) -> None:
    model = load(name)

    assert model.names == SHIPPED[name]
    for values in (model.means, model.scales, model.weights):
        assert values.shape == (len(SHIPPED[name]),)
        assert np.isfinite(values).all()
    assert (model.scales > 0).all()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_says_on_which_data_it_was_fitted_and_under_which_licence(name: str) -> None:
    data = json.loads(resources.files("qa.ranking").joinpath(f"{name}.json").read_text(encoding="utf-8"))

    assert data["fitted_on"]
    for each in data["fitted_on"]:
        assert re.fullmatch(r"\w+ \(.*\w.*\)", each)


def test_no_feature_has_two_columns() -> None:
    for names in SHIPPED.values():
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", ["confidence_content", "confidence_said"])
def test_a_threshold_of_confidence_is_a_probability_that_can_be_reached_and_missed(name: str) -> None:
    assert 0 < load(name).threshold < 1


def test_a_score_matches_a_value_worked_out_by_hand() -> None:
    model = Linear(
        names=("a", "b"),
        means=np.asarray([1.0, 0.0]),
        scales=np.asarray([2.0, 0.5]),
        weights=np.asarray([3.0, -1.0]),
        constant=0.25,
        threshold=0.0,
    )

    # 3 * (5 - 1) / 2 - 1 * (2 - 0) / 0.5 + 0.25 = 6 - 4 + 0.25
    assert model.score(np.asarray([[5.0, 2.0]], np.float32)).tolist() == [2.25]


def test_a_row_scores_the_same_wherever_it_stands() -> None:
    model = load("ranking")
    rows = np.random.default_rng(5).normal(size=(64, len(model.names))).astype(np.float32)

    alone = np.concatenate([model.score(row[None, :]) for row in rows])

    assert model.score(rows).tobytes() == alone.tobytes()
    assert model.score(rows[::-1]).tobytes() == alone[::-1].tobytes()
