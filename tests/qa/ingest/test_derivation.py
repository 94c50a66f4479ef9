"""Rows that other rules made are rebuilt, and no more than that is encoded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from embeddings.encoder import Encoder
from qa.datatypes import Article, Passage
from qa.embedded.writer import open_writer
from qa.ingest.chunking import chunked
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.rule_versions import CHUNKING_VERSION, RULES
from qa.upkeep.check import check
from tests.qa.embedded.damage import has_bands, make_derived_by_older_rule

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


@pytest.mark.parametrize("rule", ["terms", "banding"])
def test_what_older_rules_made_is_rebuilt_without_an_encoder(
    archive: Archive, no_encoder: Callable[[], Encoder], rule: str
) -> None:
    archive.write("a.txt", "The pier is shut because storms broke it on Sunday night.")
    archive.index()
    make_derived_by_older_rule(archive.library, rule)

    report = update(archive.library, IndexRequest(), encoder_factory=no_encoder)

    assert (report.unchanged, report.encoded) == (1, 0)
    with open_writer(archive.library) as writer:
        assert writer.meta(rule) != "0"
    assert has_bands(archive.library) == (rule == "banding")
    assert check(archive.library).clean == (rule == "terms")


def test_only_passages_that_come_out_otherwise_are_encoded_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("b.txt", "Rents fell. Wheat is dear.")
    archive.index()

    def otherwise(article: Article, count: object, limit: int) -> Iterator[list[Passage]]:
        (passages,) = chunked(article, archive.encoder.count_tokens, limit)
        (passage,) = passages
        if len(passage.sentences) > 1:
            passages = [Passage(start, end, ((start, end),)) for start, end in passage.sentences]
        yield passages

    # Another version of the program, as far as it can be had here.
    monkeypatch.setattr("qa.ingest.chunking.chunked", otherwise)
    monkeypatch.setitem(RULES, "chunking", CHUNKING_VERSION + 1)
    report = archive.index()
    again = archive.index()

    assert (report.encoded, report.reused, report.passages) == (2, 1, 3)
    assert (again.encoded, again.reused) == (0, 0)
    assert archive.found("rents", k=1) == ["Rents fell."]
    assert check(archive.library).clean
