from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any
ANNA, PETER = "Anna Lindqvist", "Peter Okafor"


def test_compare_prints_each_speaker_with_their_own_words(qa: Run, archive: Path) -> None:
    done = qa("compare", "Lindqvist", "Okafor", cwd=archive)

    anna, peter = done.stdout.split(PETER, 1)
    assert anna.startswith(ANNA)
    assert "The harbour must stay open" in anna
    assert "a hole in the budget" in peter
    assert done.returncode == 0


def test_a_side_without_words_says_so_and_exits_with_1(qa: Run, archive: Path) -> None:
    done = qa("compare", "Lindqvist", "Stein", "--about", "fishing boats", cwd=archive)

    assert done.returncode == 1
    assert "Not found: Maria Stein is quoted in these articles, though not on fishing boats." in done.stdout


def test_a_comparison_in_plain_words_has_the_same_sides(qa: Run, archive: Path) -> None:
    told = qa("ask", "--json", "compare Lindqvist with Okafor on fishing boats", cwd=archive)
    done = qa("compare", "--json", "Lindqvist", "Okafor", "--about", "fishing boats", cwd=archive)

    answer, comparison = json.loads(told.stdout), json.loads(done.stdout)
    sides = [[side["understood"]["speaker"], side["outcome"], side["quotes"]] for side in answer["sides"]]
    assert sides == [[s["understood"]["speaker"], s["outcome"], s["quotes"]] for s in comparison["sides"]]
    # One side is answered; each says for itself how it ended.
    assert (answer["outcome"], told.returncode) == ("answered", 0)


@pytest.mark.parametrize("form", ["csv", "md", "text"])
def test_compare_and_timeline_print_every_format(qa: Run, archive: Path, form: str) -> None:
    compared = qa("compare", "Lindqvist", "Okafor", "--format", form, cwd=archive)
    over_time = qa("timeline", "Lindqvist", "--about", "harbour", "--format", form, cwd=archive)

    assert "a hole in the budget" in compared.stdout
    assert "The harbour must stay open" in over_time.stdout
    if form == "csv":
        assert {row["side"] for row in csv.DictReader(compared.stdout.splitlines())} >= {ANNA, PETER}
        assert next(row["mark"] for row in csv.DictReader(over_time.stdout.splitlines())) == "first"


def test_a_timeline_of_nothing_says_why(qa: Run, archive: Path) -> None:
    done = qa("timeline", "Lindqvist", "--about", "elephants", cwd=archive)
    outside = qa("timeline", "Lindqvist", "--about", "harbour", "--until", "2020-01-01", cwd=archive)

    assert done.returncode == outside.returncode == 1
    assert "not on elephants" in done.stdout
    assert "outside the dates asked for" in outside.stdout


def test_the_same_speaker_twice_is_wrong_usage(qa: Run, archive: Path) -> None:
    assert qa("compare", "Lindqvist", "Anna Lindqvist", cwd=archive).returncode == 2
