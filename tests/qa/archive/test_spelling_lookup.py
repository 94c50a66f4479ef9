"""Words that an archive does not have, corrected by those that it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.archive.spelling_lookup import respelled
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest
from qa.ingest.update import update

TEXT = "Hundreds live beside the harbour. The ferries stayed, and retail sales rose, the council said."


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [("the harbuor", "the harbor"), ("the levee", "the levee")],
    ids=["a long word", "a short stem, a letter from another word's"],
)
def test_only_a_long_word_is_taken_for_one_that_the_archive_has(
    tmp_path: Path, encoder: Encoder, typed: str, corrected: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    update(tmp_path / "library", IndexRequest((tmp_path / "a.txt",)), encoder_factory=lambda: encoder)

    with Library.open(tmp_path / "library") as library, library.snapshot() as view:
        text, pairs = respelled(view, typed)

    assert text == corrected
    assert bool(pairs) is (text != typed)
