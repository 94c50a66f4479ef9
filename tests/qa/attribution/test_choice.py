"""Indexing with the parser and without it, in turn."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from embeddings.encoder import Encoder
from qa.attribution.choice import choose
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import UsageError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.rule_versions import EXTRACTOR_VERSION, PARSED_EXTRACTOR_VERSION

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

TEXT = "The harbour vote\n\n{} focused on the flooded cellars."
"""Of which the default extractor makes nothing."""


def mentions(library: Path) -> list[str]:
    """Return the words that name a speaker in any record."""
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        versions = {version.key: version for version, _ in snapshot.all_attributions()}
        found = snapshot.attributions(versions)
        return sorted(
            versions[key].article.text[slice(*record.mention)]
            for key, records in found.items()
            for record, _ in records
            if record.mention is not None
        )


def test_with_the_parser_only_its_own_newest_records_stay() -> None:
    parsing = choose(parse=True)

    assert parsing.keeps(PARSED_EXTRACTOR_VERSION)
    assert not parsing.keeps(PARSED_EXTRACTOR_VERSION - 1)
    assert not parsing.keeps(EXTRACTOR_VERSION)


def test_without_it_records_made_with_it_stay_even_old_ones() -> None:
    plain = choose(parse=False)

    assert plain.keeps(EXTRACTOR_VERSION)
    assert plain.keeps(PARSED_EXTRACTOR_VERSION)
    assert plain.keeps(PARSED_EXTRACTOR_VERSION - 1)
    assert not plain.keeps(EXTRACTOR_VERSION - 1)


@pytest.mark.slow
def test_switching_the_parser_on_makes_records_anew_without_encoding(
    archive: Archive, no_encoder: Callable[[], Encoder]
) -> None:
    archive.write("a.txt", TEXT.format("Ada Quill"))
    archive.index()
    before = mentions(archive.library)

    update(archive.library, IndexRequest(parse=True), encoder_factory=no_encoder)

    assert (before, mentions(archive.library)) == ([], ["Ada Quill"])


@pytest.mark.slow
def test_a_later_run_without_the_parser_keeps_what_it_found(archive: Archive) -> None:
    archive.write("a.txt", TEXT.format("Ada Quill"))
    update(
        archive.library, IndexRequest((archive.folder,), parse=True), encoder_factory=lambda: archive.encoder
    )
    archive.write("b.txt", TEXT.format("Tom Reyes"))

    archive.index()

    assert mentions(archive.library) == ["Ada Quill"]


@pytest.mark.slow
def test_a_rebuild_without_the_parser_makes_all_records_without_it(archive: Archive) -> None:
    archive.write("a.txt", TEXT.format("Ada Quill"))
    request = IndexRequest((archive.folder,), parse=True)
    update(archive.library, request, encoder_factory=lambda: archive.encoder)

    archive.index(rebuild=True)

    assert mentions(archive.library) == []


def test_nothing_is_written_when_the_parser_is_asked_for_and_not_there(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("a.txt", TEXT.format("Ada Quill"))
    monkeypatch.setitem(sys.modules, "spacy", None)  # type: ignore[arg-type]

    with pytest.raises(UsageError, match=r"onrecord\[parse\]"):
        update(
            archive.library,
            IndexRequest((archive.folder,), parse=True),
            encoder_factory=lambda: archive.encoder,
        )

    with open_writer(archive.library) as writer:
        assert not writer.places.all()


@pytest.mark.slow
def test_answering_from_a_parsed_library_never_loads_the_parser(archive: Archive) -> None:
    archive.write("a.txt", TEXT.format("Ada Quill"))
    request = IndexRequest((archive.folder,), parse=True)
    update(archive.library, request, encoder_factory=lambda: archive.encoder)
    program = (
        "import sys\nfrom datetime import date\nfrom pathlib import Path\n"
        "from qa.answering.answerer import Answerer\nfrom qa.encoding import open_encoder, open_span_reader\n"
        "from qa.embedded.snapshot import Library\n"
        "folder = Path(sys.argv[1])\n"
        "answerer = Answerer(Library.open(folder), lambda: open_encoder(), open_span_reader, "
        "today=date(2025, 1, 21))\n"
        "assert answerer.ask('What did Ada Quill say about the cellars?').quotes\n"
        "print('spacy' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(archive.library)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout.strip(), done.stderr) == ("False", "")
