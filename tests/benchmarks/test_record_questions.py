"""Questions that are made from records ask for what the records say."""

from __future__ import annotations

import importlib
import random
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.encoding import open_encoder, open_span_reader
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.open_archive import open_archive

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.slow
def test_questions_from_records_are_answered_by_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    made = importlib.import_module("record_questions")
    update(tmp_path / "library", IndexRequest((SEEDS,)), encoder_factory=open_encoder)

    with open_archive(tmp_path / "library") as archive:
        answerer = Answerer(archive, open_encoder, open_span_reader)
        with archive.snapshot() as view:
            records = list(made.records_of(view))
        named = list(made.chosen(records, made.FORMS["full name"], 6))
        counts = made.ended(answerer, iter(named))
        turns = list(made.followed(answerer, records, 2, random.Random(1)))

    assert all(record.name in question and record.words[0] in question for question, record in named)
    assert counts["asked"] == len(named) > 3
    assert counts["among_three"] >= counts["answered"] > 2
    assert sum(read for _, read in turns) > len(turns) / 2 > 1
