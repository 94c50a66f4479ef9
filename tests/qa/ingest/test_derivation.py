"""What older rules made is rebuilt, and rules that give another result have another number."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from embeddings.encoder import Encoder
from qa.datatypes import Article
from qa.embedded.search.full_text_terms import indexed
from qa.embedded.writer import open_writer
from qa.ingest.chunking import chunk, embedded
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.language.near_duplicates import bands
from qa.rule_versions import BANDING_VERSION, CHUNKING_VERSION, RULES, TERMS_VERSION
from qa.upkeep.check import check
from tests.qa.embedded.damage import has_bands, make_derived_by_older_rule

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

ROOT = Path(__file__).parents[3]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").rglob("*.md"))]
WRAPPED = (
    "The ferry did not sail\ntoday, since the wind\nhad risen over night.\n    It will sail again on\nFriday."
)

# When one of these fails, the rules have changed: raise the number in `qa/rule_versions.py`, and put the new number and
# digest here. Otherwise libraries keep what the old rules made beside what the new ones make.
CHUNKS = (4, "ef9e91c4a129c8bb")
TERMS = (2, "6001111a79ce6b21")
SHARED_BANDS = (1, "a9842dc00bc89431")


def digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def test_chunking_has_another_number_when_it_gives_other_passages(encoder: Encoder) -> None:
    made = []
    for text in [*TEXTS, WRAPPED, f"A title\n{WRAPPED}"]:
        article = Article("a", text, title="A title")
        passages = chunk(article, encoder.count_tokens, encoder.identity.max_tokens)
        made.append([(passage, embedded(article, passage)) for passage in passages])

    assert (CHUNKING_VERSION, digest(made)) == CHUNKS


def test_terms_have_another_number_when_they_are_others() -> None:
    assert (TERMS_VERSION, digest([indexed("A title", text) for text in TEXTS])) == TERMS


def test_bands_have_another_number_when_they_are_others() -> None:
    assert (BANDING_VERSION, digest([bands(text) for text in TEXTS])) == SHARED_BANDS


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

    def otherwise(article: Article, count: object, limit: int) -> list[object]:
        passages = chunk(article, archive.encoder.count_tokens, limit)
        (passage,) = passages
        if len(passage.sentences) == 1:
            return passages
        return [type(passage)(start, end, ((start, end),)) for start, end in passage.sentences]

    # Another version of the program, as far as it can be had here.
    monkeypatch.setattr("qa.ingest.chunking.chunk", otherwise)
    monkeypatch.setitem(RULES, "chunking", CHUNKING_VERSION + 1)
    report = archive.index()
    again = archive.index()

    assert (report.encoded, report.reused, report.passages) == (2, 1, 3)
    assert (again.encoded, again.reused) == (0, 0)
    assert archive.found("rents", k=1) == ["Rents fell."]
    assert check(archive.library).clean
