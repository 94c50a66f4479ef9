from __future__ import annotations

import pytest

from qa.evaluation import metrics
from qa.evaluation.ranking import Ranking, measure


def test_quote_at_k_matches_a_value_worked_out_by_hand() -> None:
    # Found at 1, 3 and 12, and once not at all: 1 of 4 by the first, 2 of 4 by the third and by the tenth.
    ranks = [1, 3, 12, None]

    assert [metrics.found_by(ranks, k) for k in (1, 3, 10)] == [0.25, 0.5, 0.5]


def test_auroc_matches_a_value_worked_out_by_hand() -> None:
    # Of six pairs 0.9 wins three; 0.4 beats 0.1, ties with 0.4 (a half) and loses to 0.6: 4.5 / 6.
    assert metrics.auroc([0.9, 0.4], [0.6, 0.4, 0.1]) == 0.75


def test_auroc_of_equal_confidences_is_chance() -> None:
    assert metrics.auroc([0.5, 0.5], [0.5]) == 0.5


def test_refusal_at_90_matches_a_value_worked_out_by_hand() -> None:
    # A threshold of 0.2 keeps nine of these ten; of the negatives 0.1 and 0.19 are under it.
    positive = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]

    assert metrics.refusal_at(0.9, positive, [0.1, 0.19, 0.2, 0.95]) == 0.5


def test_the_calibration_error_matches_a_value_worked_out_by_hand() -> None:
    # Bin of 0.8: 0.8 + 0.8 - 1 right = 0.6. Bin of 0.1: 0.1 - 0 = 0.1. Bin of 1.0: 1 - 1 = 0. 0.7 / 4.
    pairs = [(0.8, True), (0.8, False), (0.1, False), (1.0, True)]

    assert metrics.calibration_error(pairs) == pytest.approx(0.175)


def test_a_share_counts_true_values() -> None:
    assert metrics.share([True, False, True, True]) == 0.75


@pytest.mark.parametrize(
    "value",
    [
        metrics.share([]),
        metrics.found_by([], 1),
        metrics.auroc([0.5], []),
        metrics.refusal_at(0.9, [], [0.5]),
        metrics.calibration_error([]),
        measure([])["recall@3"],
    ],
    ids=["share", "found_by", "auroc", "refusal_at", "calibration_error", "recall"],
)
def test_nothing_to_count_is_none_and_not_zero(value: float | None) -> None:
    assert value is None


def test_recall_mrr_and_ndcg_match_values_worked_out_by_hand() -> None:
    # Two to be found, at places 2 and 4. Recall by 3: 1/2, by 10: 1. MRR: 1/2.
    # DCG = 1/log2(3) + 1/log2(5) = 1.0616; ideal = 1 + 1/log2(3) = 1.6309; nDCG = 0.6509.
    one = Ranking(("x", "a", "y", "b"), ("a", "b"))
    # Nothing is found: 0 for all. The means are halves.
    other = Ranking(("x",), ("c",))

    found = measure([one, other])

    assert found["recall@3"] == 0.25
    assert found["recall@10"] == 0.5
    assert found["mrr@10"] == 0.25
    assert found["ndcg@10"] == pytest.approx(0.6509 / 2, abs=1e-4)


def test_a_question_without_any_quotes_counts_as_not_found() -> None:
    found = measure([Ranking(("a",), ("a",)), Ranking((), ("b",))])

    assert found["recall@10"] == 0.5
    assert found["ndcg@10"] == 0.5
