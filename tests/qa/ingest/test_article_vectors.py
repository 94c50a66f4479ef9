from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Article, Extraction
from qa.embedded.writer import open_writer
from qa.ingest.article_vectors import ENCODED_AT_ONCE, LazyEncoder, encode
from qa.ingest.extraction import Extractions
from qa.ingest.report import UpdateCounts

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


class _Interrupted(Exception):  # noqa: N818 - an interruption, no error
    pass


def _articles(count: int) -> list[Article]:
    return [Article(str(n), f"Pier number {n} is shut.") for n in range(count)]


def _encoding_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("encode")]


def test_an_interruption_ends_what_is_being_encoded_and_keeps_what_was_stored(archive: Archive) -> None:
    articles = _articles(3 * ENCODED_AT_ONCE)
    shares = []

    def interrupt(share: float) -> None:
        shares.append(share)
        raise _Interrupted

    archive.write("fog.txt", "Fog lies over the bay.")
    archive.index()
    with open_writer(archive.library) as writer:
        # Named, so that its traceback keeps what was interrupted.
        with pytest.raises(_Interrupted) as interrupted:
            encode(
                writer, LazyEncoder(lambda: archive.encoder), articles, UpdateCounts(), meanwhile=interrupt
            )
        left = _encoding_threads()
        again = UpdateCounts()
        encode(writer, LazyEncoder(lambda: archive.encoder), articles, again)

    assert shares == [pytest.approx(1 / 3)]
    assert interrupted.tb is not None
    assert not left
    assert (again.reused, again.encoded) == (ENCODED_AT_ONCE, 2 * ENCODED_AT_ONCE)


def test_other_work_is_offered_after_each_commit_until_all_is_encoded(archive: Archive) -> None:
    shares: list[float] = []
    archive.write("fog.txt", "Fog lies over the bay.")
    archive.index()
    with open_writer(archive.library) as writer:
        articles = _articles(ENCODED_AT_ONCE + 1)
        encoder = LazyEncoder(lambda: archive.encoder)
        encode(writer, encoder, articles, UpdateCounts(), meanwhile=shares.append)
        encode(writer, encoder, articles, UpdateCounts(), meanwhile=shares.append)

    assert shares == [pytest.approx(ENCODED_AT_ONCE / (ENCODED_AT_ONCE + 1)), 1.0]


def test_each_extraction_is_made_once_and_in_order() -> None:
    made = []

    def extract(place: int, article: Article) -> Extraction:
        made.append((place, article.id))
        return Extraction()

    extractions = Extractions(_articles(4), extract)
    extractions.make(0.6)
    so_far = len(made)
    extractions.make(0.3)

    assert so_far == len(made) == 2
    assert len(extractions.all()) == len(extractions.all()) == 4
    assert made == [(0, "0"), (1, "1"), (2, "2"), (3, "3")]
