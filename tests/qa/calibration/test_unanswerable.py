from __future__ import annotations

import random
from pathlib import Path

import pytest

from embeddings.loading import load_encoder
from qa.calibration.probe import Probe
from qa.calibration.unanswerable import UnanswerableProbes
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest
from qa.ingest.update import update


@pytest.mark.slow
def test_a_changed_question_that_the_archive_answers_after_all_is_no_probe(tmp_path: Path) -> None:
    texts = {"a.txt": "The ferry of Nordby opened in 1931.", "b.txt": "The ferry of Sandvik opened in 1958."}
    for name, text in texts.items():
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    update(
        tmp_path / "library",
        IndexRequest(tuple(tmp_path / name for name in texts)),
        encoder_factory=load_encoder,
    )
    content = [
        Probe(f"When did the ferry of {town} open?", True, name, 0, 35, topic=town, way="statement")
        for name, town in (("a.txt", "Nordby"), ("b.txt", "Sandvik"))
    ]

    with Library.open(tmp_path / "library") as library, library.snapshot() as snapshot:
        made = [
            p
            for seed in range(20)
            for p in UnanswerableProbes(snapshot, random.Random(seed)).of_content(content, 9)
        ]

    assert made
    assert {probe.way for probe in made} == {"invented name"}
