"""Wordings that are filled from records ask for what the records say."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.encoding import open_encoder, open_span_reader
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.open_archive import open_archive

SEEDS = Path(__file__).parents[2] / "seeds"
KINDS = {"said", "who", "office", "another topic", "another speaker"}


@pytest.mark.slow
def test_most_wordings_filled_from_records_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    made = importlib.import_module("record_wordings")
    update(tmp_path / "library", IndexRequest((SEEDS,)), encoder_factory=open_encoder)

    with open_archive(tmp_path / "library") as archive:
        answerer = Answerer(archive, open_encoder, open_span_reader)
        with archive.snapshot() as view:
            ends = {kind: list(found) for kind, found in made.ended(answerer, view, 1, 1, every=12).items()}

    assert ends.keys() == KINDS
    assert {wording for wording, _ in ends["said"]} == set(made.wordings("said")[::12])
    rights = [right for found in ends.values() for _, right in found]
    assert sum(rights) > 0.8 * len(rights) > 20
