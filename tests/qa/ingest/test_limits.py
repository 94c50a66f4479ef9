"""What one article may cost: nothing else waits for it, and it is indexed as far as that is safe."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Article, Passage, Version
from qa.embedded.snapshot import Library
from qa.ingest import extraction
from qa.ingest.chunking import chunk, chunked
from qa.ingest.packed_passages import PackedPassages
from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.language.near_duplicates import bands
from qa.language.sections import SECTION, sections
from qa.upkeep.check import check
from tests.little_memory import in_little_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.qa.conftest import Archive

SAID = '"The pier stays shut," said Ada Quill, the mayor of Harwick.\n'
LONG = {
    "one line": "Ada Quill said no. ",
    "short lines": "Quill: no.\n",
    "no sentence": "Ada Quill, Ivo Brandt, ",
    "no space": "quill",
}


EXTRACT = """
from qa.attribution.choice import choose
from qa.datatypes import Article
from qa.ingest.extraction import extraction_of

extractor = choose(parse=False)
extractor.extract(Article("a", "Rents fell, said Ada Quill."))
text = "“Pier 3 is shut,” said Una Strand. Wheat is dear in Harwick. " * 14_000
leave(3)
try:
    print(len(extraction_of(Article("b", text), extractor).attributions))
except MemoryError as error:
    tell(error)
"""


def article(text: str) -> Article:
    return Article(
        id="long.txt", text=text, title="Long", date=None, source="", url="", author="", path="long.txt",
        reader="text/1", pages=(),
    )  # fmt: skip


def count_words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG.keys())
def test_sections_are_the_text_and_none_is_long(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))

    found = list(sections(text))

    assert "".join(text[start:end] for start, end in found) == text
    assert len(found) < 1.2 * len(text) / SECTION + 1
    assert all(end - start <= SECTION for start, end in found)
    if unit.endswith((" ", "\n")):
        assert all(text[end - 1].isspace() for _, end in found[:-1])


def test_a_section_ends_between_paragraphs_rather_than_in_one() -> None:
    text = "One line. Another.\nA third line.\n\nA paragraph. Its end.\nMore of it."

    assert [text[start:end] for start, end in sections(text, longest=50)] == [
        "One line. Another.\nA third line.\n\n",
        "A paragraph. Its end.\nMore of it.",
    ]


def test_passages_of_a_text_of_many_sections_hold_every_sentence_once() -> None:
    text = "".join(f"Ada Quill spoke of pier {number}. " for number in range(30_000))

    passages = chunk(article(text), count_words, 256)

    sentences = [text[start:end] for passage in passages for start, end in passage.sentences]
    assert sentences == [f"Ada Quill spoke of pier {number}." for number in range(30_000)]


@pytest.mark.parametrize("unit", LONG.values(), ids=LONG.keys())
def test_a_long_text_is_chunked_in_the_memory_of_one_section(unit: str) -> None:
    long = article(unit * (2_000_000 // len(unit)))
    packed = PackedPassages()
    tracemalloc.start()

    for passages in chunked(long, count_words, 256):
        for passage in passages:
            packed.add(passage, 1)
    bands(long.text)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(packed) > 5
    assert peak < 60_000_000


def test_packed_passages_are_the_ones_that_were_added() -> None:
    passages = [Passage(3, 90, ((3, 40), (41, 90))), Passage(95, 99, ((95, 99),)), Passage(100, 101, ())]
    packed = PackedPassages()
    for row, passage in enumerate(passages):
        packed.add(passage, row)

    assert list(packed) == [(passage, row) for row, passage in enumerate(passages)]
    assert packed[-1] == (passages[2], 2)
    assert packed[:2] == [(passages[0], 0), (passages[1], 1)]
    assert len(packed) == 3


@pytest.mark.slow
def test_a_text_that_is_too_long_is_indexed_without_attributions_and_named(archive: Archive) -> None:
    archive.write("a.txt", LONG["one line"] * 60_000)
    archive.write("b.txt", SAID)

    report = archive.index()

    assert report.articles == 2
    assert [(each.path, each.indexed) for each in report.skipped] == [("a.txt", True)]
    assert "without attributions" in report.skipped[0].reason
    assert {version.article.path for version in spoken(archive)} == {"b.txt"}
    assert check(archive.library).clean
    assert archive.index().skipped == report.skipped


@pytest.mark.slow
def test_an_article_that_takes_too_long_is_indexed_without_attributions_and_named(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.jsonl", f'{{"id": "one", "text": "{LONG["one line"] * 20}"}}\n')
    monkeypatch.setattr(extraction, "MOST_SECONDS", -1.0)

    report = archive.index()

    assert report.articles == 1
    assert [(each.path, each.id, each.indexed) for each in report.skipped] == [("a.jsonl", "one", True)]
    assert "longer than" in report.skipped[0].reason
    assert spoken(archive) == []
    monkeypatch.undo()
    archive.write("b.txt", SAID)
    archive.index()
    assert {version.article.path for version in spoken(archive)} == {"b.txt"}


@pytest.mark.slow
def test_a_long_text_does_not_hold_up_smaller_ones(archive: Archive) -> None:
    archive.write("a.txt", LONG["one line"] * 60_000)
    archive.write("b.txt", SAID)
    archive.write("c.txt", SAID.replace("pier", "quay"))
    committed: list[str] = []

    def note(step: Progress) -> None:
        if step.stage == "encoding":
            with Library.open(archive.library) as library, library.snapshot() as snapshot:
                committed.append(",".join(sorted(line.id for line in snapshot.articles())))

    update(
        archive.library,
        IndexRequest((archive.folder,)),
        encoder_factory=lambda: archive.encoder,
        progress=note,
    )

    assert committed == ["b.txt,c.txt", "a.txt,b.txt,c.txt"]


def spoken(archive: Archive) -> list[Version]:
    """Return the versions that have attributions."""
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        return [version for version, said in snapshot.all_attributions() if said]


def test_an_article_is_not_taken_in_without_attributions_for_lack_of_memory() -> None:
    done = in_little_memory(EXTRACT)

    assert done.stdout == "memory MemoryError\n", done
