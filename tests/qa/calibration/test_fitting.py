from __future__ import annotations

import pytest

from qa.calibration.asking import AskedProbe
from qa.calibration.fitting import covering, fit, refusing, trade
from qa.calibration.probe import Probe


def asked(answerable: bool, confidence: float, *, right: bool | None = None) -> AskedProbe:
    probe = Probe("Who?", answerable, "a", 0, 1)
    return AskedProbe(probe, said=False, confidence=confidence, right=answerable if right is None else right)


def apart(count: int) -> list[AskedProbe]:
    """Answerable ones have 0.5 to 0.9, unanswerable ones 0.1 to 0.5."""
    steps = [0.4 * n / count for n in range(count)]
    return [asked(True, 0.5 + step) for step in steps] + [asked(False, 0.1 + step) for step in steps]


def test_what_a_threshold_gives_matches_values_worked_out_by_hand() -> None:
    made = [
        asked(True, 0.9),
        asked(True, 0.7, right=False),
        asked(True, 0.3),
        asked(False, 0.8),
        asked(False, 0.1),
    ]

    found = trade(made, 0.5)

    # Two of three answered; one of two refused; of three answers one is wrong and one has none.
    assert found.coverage == pytest.approx(2 / 3)
    assert found.refusal == 0.5
    assert found.risk == pytest.approx(2 / 3)


def test_a_threshold_over_everything_has_no_risk() -> None:
    assert trade([asked(True, 0.5), asked(False, 0.5)], 0.9).risk == 0


def test_the_highest_threshold_with_a_coverage_and_the_lowest_with_a_refusal_are_found() -> None:
    made = apart(10)

    assert trade(made, covering(made, 0.9)).coverage == 0.9
    assert trade(made, covering(made, 0.9) + 1e-9).coverage == 0.8
    assert trade(made, refusing(made, 0.8)).refusal == 0.8
    assert trade(made, refusing(made, 0.8) - 1e-9).refusal == 0.7
    assert refusing(made, 0) == 0


def test_a_fitted_threshold_lies_between_the_shipped_one_and_the_probes_own() -> None:
    made = apart(100)
    own = refusing(made, 0.95)

    fitted = fit(made, coverage=0.9, refusal=0.95, shipped=0.2)

    assert fitted is not None
    assert 0.2 < fitted < own


def test_the_more_probes_the_nearer_to_their_own_threshold() -> None:
    few, many = apart(20), apart(400)

    first = fit(few, coverage=0.9, refusal=0.95, shipped=0.2)
    second = fit(many, coverage=0.9, refusal=0.95, shipped=0.2)

    assert first is not None
    assert second is not None
    assert first < second


def test_coverage_wins_where_refusal_cannot_be_had() -> None:
    # Both sorts are alike: a refusal of 0.95 would leave next to nothing answered.
    made = [asked(answerable, n / 1000) for answerable in (True, False) for n in range(1, 1001)]

    fitted = fit(made, coverage=0.9, refusal=0.95, shipped=0.5)

    # At 0.5 half is answered; nine tenths of that are kept by 0.55.
    assert fitted == pytest.approx(0.55, abs=0.01)


def test_coverage_never_lowers_a_threshold() -> None:
    # The shipped threshold answers next to nothing, but nothing more would be refused below it either.
    made = [asked(answerable, n / 1000) for answerable in (True, False) for n in range(1, 1001)]

    fitted = fit(made, coverage=1, refusal=0.95, shipped=0.9)

    assert fitted == pytest.approx(0.9, abs=0.001)


def test_a_threshold_comes_down_where_less_is_refused_well_enough() -> None:
    fitted = fit(apart(400), coverage=0.9, refusal=0.5, shipped=0.8)

    assert fitted is not None
    assert fitted < 0.4


def test_too_few_probes_leave_the_shipped_threshold() -> None:
    assert fit(apart(19), coverage=0.9, refusal=0.95, shipped=0.2) is None
    assert fit([asked(True, 0.5)] * 50, coverage=0.9, refusal=0.95, shipped=0.2) is None
