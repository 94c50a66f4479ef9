"""Of many questions for a person's words, every quote is that person's by the records."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.embedded.snapshot import Library
from qa.encoding import open_encoder, open_span_reader
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.one_path.archives import write
from tests.one_path.own_quotes import Counted, ask_all, generated, pairs

SEED = 13


@pytest.mark.parametrize("count", [25, pytest.param(300, marks=pytest.mark.slow)])
def test_every_quote_under_a_question_for_somebodys_words_is_theirs(tmp_path: Path, count: int) -> None:
    articles = write(tmp_path / "articles", generated(SEED, articles=20))
    update(tmp_path / "library", IndexRequest((articles,)), encoder_factory=open_encoder)
    counted = Counted()

    with Library.open(tmp_path / "library") as library:
        with library.snapshot() as view:
            asked = random.Random(SEED).sample(pairs(view), count)
        ask_all(Answerer(library, open_encoder, open_span_reader), library, asked, counted)

    assert counted.questions == count
    assert counted.quotes
    assert not counted.wrong
