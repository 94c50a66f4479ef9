"""Words that an archive does not have, corrected by those that it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.archive.spelling_lookup import respelled
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest
from qa.ingest.update import update

TEXT = "Hundreds live beside the harbour. The ferries stayed, the police said, and frank retail sales rose."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "taken_for"),
    [
        ("harbuor", "harbour"),
        ("feries", "ferries"),
        ("polce", "police"),
        ("levee", None),
        ("lime", None),
        ("fracking", None),
        ("harbuors", "harbour"),
    ],
    ids=[
        "letters in another order",
        "a letter too few",
        "one left out",
        "a short stem",
        "a short word",
        "a word with another ending",
        "a letter wrong, and another number",
    ],
)
def test_a_mistyped_word_is_taken_for_one_that_the_archive_has(
    tmp_path: Path, encoder: Encoder, typed: str, taken_for: str | None
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    update(tmp_path / "library", IndexRequest((tmp_path / "a.txt",)), encoder_factory=lambda: encoder)

    with Library.open(tmp_path / "library") as library, library.snapshot() as view:
        _, pairs = respelled(view, f"the {typed}")

    assert pairs == (((typed, taken_for),) if taken_for else ())
