"""What the benchmark of answers refuses, keeps and compares. The benchmark itself is run by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.floor import fallen, measures
from tests.benchmarks.machine import refuse_if_busy
from tests.benchmarks.question_sets import find_sets, fitted_sets

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "tests" / "benchmarks" / "results" / "answers.json"
FOUND = {
    "answerable": 100,
    "unanswerable": 20,
    "quote@1": 0.80,
    "coverage": 0.9,
    "refusal": 0.5,
    "ece": 0.10,
    "verbatim": 1.0,
    "speakers_judged": 0,
}


def results(**changes: float) -> dict[str, Any]:
    row = {"asked": {"with_speaker": 0, "to_be_refused": 0}, "answers": FOUND | changes}
    return {"sets": {"a set": row}}


def test_a_load_above_the_cores_is_refused() -> None:
    with pytest.raises(SystemExit, match=r"load average is 2\.1 on 2 cores"):
        refuse_if_busy(2.1, 2)


def test_a_load_up_to_the_cores_is_not_refused() -> None:
    refuse_if_busy(2.0, 2)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"quote@1": 0.78}, []),
        ({"quote@1": 0.77}, ["a set answers quote@1: 0.8 -> 0.77, 3.0 of 100"]),
        ({"quote@1": 0.90}, []),
        # Of twenty questions without an answer three more are answered.
        ({"refusal": 0.35}, ["a set answers refusal: 0.5 -> 0.35, 3.0 of 20"]),
        ({"ece": 0.05}, []),
        ({"ece": 0.15}, ["a set answers ece: 0.1 -> 0.15, 6.0 of 120"]),
    ],
    ids=["two fewer", "three fewer", "more", "refusals", "less error", "more error"],
)
def test_what_falls_by_more_than_two_questions_of_its_kind_is_told(
    changes: Mapping[str, float], told: list[str]
) -> None:
    assert fallen(results(), results(**changes)) == told


def test_one_quote_that_is_not_its_sources_text_is_told() -> None:
    assert len(fallen(results(), results(verbatim=0.9999))) == 1


def test_a_set_that_is_no_longer_measured_is_told() -> None:
    assert fallen(results(), {"sets": {}}) == ["a set: no longer measured"]


def test_the_committed_results_can_be_compared() -> None:
    committed = json.loads(RESULTS.read_text(encoding="utf-8"))

    assert fallen(committed, committed) == []
    assert all(list(measures(row)) for row in committed["sets"].values())


def test_the_committed_results_hold_numbers_and_no_text_of_the_sets() -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [text for each in value.values() for text in texts(each)]
        if isinstance(value, list):
            return [text for each in value for text in texts(each)]
        return [value] if isinstance(value, str) else []

    committed = json.loads(RESULTS.read_text(encoding="utf-8"))

    assert max(map(len, texts(committed["sets"]))) < 20
    assert "/" not in "".join(texts(committed["sets"]))


def test_the_made_archive_is_a_set_that_the_programs_own_measures_judge() -> None:
    (made,), _ = find_sets(ROOT / "tests")

    assert (made.name, made.judges, made.today) == ("made_archive", "eval", "2025-06-30")
    assert [place.name for place in made.places] == ["articles", "seeds"]


def test_a_set_is_judged_by_the_yardstick_beside_it(tmp_path: Path) -> None:
    for name in ("facts", "natural_made", "no_articles"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "questions.jsonl").write_text('{"question": "Who?", "today": "2025-01-31"}\n')
    for name in ("facts", "natural_made"):
        (tmp_path / name / "articles.jsonl").touch()
    (tmp_path / "score.py").touch()

    sets, left_out = find_sets(tmp_path)

    assert [(each.name, each.judges) for each in sets] == [("facts", "answers"), ("natural_made", "eval")]
    assert {each.today for each in sets} == {"2025-01-31"}
    assert left_out == ["no_articles"]


def test_the_sets_that_were_fitted_on_are_named_by_the_coefficients() -> None:
    assert {"squad", "clapnq", "multihop_rag", "gum_news"} <= fitted_sets()
