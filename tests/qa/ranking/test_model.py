from __future__ import annotations

import json
import re
from importlib import resources

import numpy as np
import pytest

from qa.answering.spans import confidence
from qa.ranking.features import ALL_NAMES
from qa.ranking.model import Linear, laid_out, load, load_confidence

KINDS = ["content", "said"]
FILES = [f"{model}_{kind}" for model in ("ranking", "confidence") for kind in KINDS]
# Two trees over "a" and "b"; the second one ends early where "b" is small.
TREES = [
    ["a", 1.0, 0.5, ["b", 2.0, 0.2, 0.1, 0.3], ["b", 0.0, 0.8, 0.7, 0.9]],
    ["b", 1.0, -1.0, -2.0, ["a", 0.0, 1.0, 4.0, 8.0]],
]
NAMES = ("a", "b", "c")


def rows(*values: tuple[float, float, float]) -> np.ndarray:
    return np.asarray(values, np.float32)


@pytest.mark.parametrize("kind", KINDS)
def test_a_model_of_confidence_has_a_weight_other_than_zero_for_every_feature_it_names(kind: str) -> None:
    model = load_confidence(kind)

    assert set(model.names) <= set(confidence.NAMES)
    assert np.isfinite(model.means).all()
    assert (model.weights != 0).all()
    assert (model.scales > 0).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_ranker_knows_every_feature_in_its_order(kind: str) -> None:
    model = load(kind)

    assert model.names == ALL_NAMES
    assert np.isfinite(model.values).all()
    assert model.columns.max() < len(ALL_NAMES)


@pytest.mark.parametrize("kind", KINDS)
def test_a_ranker_stays_small(kind: str) -> None:
    model = load(kind)

    assert len(model.columns) <= 100
    assert model.depth <= 4
    assert len(resources.files("qa.ranking").joinpath(f"ranking_{kind}.json").read_bytes()) < 100_000


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_model_says_on_which_data_it_was_fitted_and_under_which_licence(name: str) -> None:
    data = json.loads(resources.files("qa.ranking").joinpath(f"{name}.json").read_text(encoding="utf-8"))

    assert data["fitted_on"]
    for each in data["fitted_on"]:
        assert re.fullmatch(r"\w+ \(.*\w.*\)", each)


def test_no_feature_has_two_columns() -> None:
    for names in (ALL_NAMES, confidence.NAMES):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_threshold_of_confidence_is_a_probability_that_can_be_reached_and_missed(kind: str) -> None:
    assert 0 < load_confidence(kind).threshold < 1


def test_a_linear_score_matches_a_value_worked_out_by_hand() -> None:
    model = Linear(
        names=("a", "b"),
        means=np.asarray([1.0, 0.0]),
        scales=np.asarray([2.0, 0.5]),
        weights=np.asarray([3.0, -1.0]),
        constant=0.25,
        threshold=0.0,
        unsure=0.0,
    )

    # 3 * (5 - 1) / 2 - 1 * (2 - 0) / 0.5 + 0.25 = 6 - 4 + 0.25
    assert model.score(np.asarray([[5.0, 2.0]], np.float32)).tolist() == [2.25]


def test_trees_are_followed_to_their_ends_and_added_up() -> None:
    model = laid_out(TREES, {"c": 10.0}, NAMES)

    # A value at the limit goes to the first branch. (a 1, b 2): 0.1 and, b being above 1, a above 0: 8.
    # (a 2, b 0.5): 0.9 and -2, and 10 for each of c.
    found = model.score(rows((1, 2, 0), (2, 0.5, 0), (2, 0.5, 1)))

    assert found.tolist() == pytest.approx([8.1, -1.1, 8.9])


def test_what_features_add_makes_up_the_difference_to_a_row_of_no_evidence() -> None:
    model = laid_out(TREES, {"c": 10.0}, NAMES)
    row = rows((2, 0.5, 1))

    parts = model.parts(row[0])

    # a: 0.8 - 0.5. b: 0.9 - 0.8 in the first tree, -2 - (-1) in the second. c: 10.
    assert parts == pytest.approx({"a": 0.3, "b": -0.9, "c": 10.0})
    assert sum(parts.values()) + 0.5 - 1.0 == pytest.approx(float(model.score(row)[0]))


def test_a_row_scores_the_same_wherever_it_stands() -> None:
    model = load("content")
    many = np.random.default_rng(5).normal(size=(64, len(model.names))).astype(np.float32)

    alone = np.concatenate([model.score(row[None, :]) for row in many])

    assert model.score(many).tobytes() == alone.tobytes()
    assert model.score(many[::-1]).tobytes() == alone[::-1].tobytes()


def test_no_candidates_have_no_scores() -> None:
    assert load("content").score(np.zeros((0, len(ALL_NAMES)), np.float32)).shape == (0,)


def test_only_questions_about_content_are_ranked_by_how_they_read() -> None:
    read = [column for column, name in enumerate(ALL_NAMES) if name.startswith("read_")]

    def asked_about(kind: str) -> set[int]:
        model = load(kind)
        return set(model.columns[np.isfinite(model.limits)].tolist())

    assert asked_about("content") & set(read)
    assert not asked_about("said") & set(read)
