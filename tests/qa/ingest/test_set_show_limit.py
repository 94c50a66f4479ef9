"""What may be shown is kept in the library, and goes where the library goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qa.answering.answerer import Answerer
from qa.archive.quote_lookup import find_quote, kept_quote, surroundings
from qa.archive.speaker_lookup import quote_of
from qa.embedded.snapshot import Library
from qa.encoding import open_encoder, open_span_reader
from qa.errors import NoIndexError, NotFoundError, UsageError
from qa.ingest.report import IndexRequest
from qa.ingest.set_show_limit import set_show_limit
from qa.ingest.update import update
from qa.quote_ids import quote_id
from qa.upkeep.backup import backup
from qa.upkeep.restore import restore
from qa.upkeep.salvage import salvage
from qa.upkeep.status import status
from qa.upkeep.verify_quotes import verify_quotes

SEEDS = Path(__file__).parents[3] / "seeds"
QUESTIONS = (
    "What did Marco Rubio say about China?",
    "Who criticised the tariffs?",
    "Why is the port closed?",
    "What did people say about TikTok?",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def encoder() -> Any:
    return open_encoder()


@pytest.fixture
def library(tmp_path: Path, encoder: Any) -> Path:
    update(tmp_path / "library", IndexRequest((SEEDS,)), encoder_factory=lambda: encoder)
    return tmp_path / "library"


def limits(library: Path) -> set[int | None]:
    """Return the rules that the articles of a library bear, each way in which one is read."""
    with Library.open(library) as opened, opened.snapshot() as view:
        found = {version.sentences_shown for version, _ in view.all_attributions()}
        for uid, sha in view.version_ids():
            found |= {each.sentences_shown for each in (*view.find_articles(uid), *view.kept_versions(uid))}
            version = view.version_by_quote(uid, sha[:12])
            assert version is not None
            found.add(version.sentences_shown)
    return found | {status(library).sentences_shown}


def test_a_library_shows_whole_articles_until_something_else_is_set(library: Path) -> None:
    assert limits(library) == {None}

    assert set_show_limit(library, "quotes") == 0
    assert limits(library) == {0}

    assert set_show_limit(library, "2") == 2
    assert limits(library) == {2}

    assert set_show_limit(library, "whole") is None
    assert limits(library) == {None}


def test_a_library_that_is_open_keeps_to_what_is_set_meanwhile(library: Path) -> None:
    with Library.open(library) as opened:
        with opened.snapshot() as view:
            version, _ = next(view.all_attributions())
        assert version.sentences_shown is None

        set_show_limit(library, "quotes")

        with opened.snapshot() as view:
            version, _ = next(view.all_attributions())
        assert version.sentences_shown == 0


def test_the_rule_outlives_a_rebuild_a_backup_and_a_repair(
    library: Path, tmp_path: Path, encoder: Any
) -> None:
    set_show_limit(library, "3")

    update(library, IndexRequest((), rebuild=True), encoder_factory=lambda: encoder)
    assert limits(library) == {3}

    backup(library, tmp_path / "backup.onrecord")
    restore(tmp_path / "backup.onrecord", tmp_path / "restored")
    assert limits(tmp_path / "restored") == {3}

    salvage(library)
    update(library, IndexRequest(()), encoder_factory=lambda: encoder)
    assert limits(library) == {3}


def test_every_quote_is_still_found_and_whole(library: Path, encoder: Any) -> None:
    set_show_limit(library, "quotes")

    with Library.open(library) as opened:
        answerer = Answerer(opened, lambda: encoder, open_span_reader)
        answers = [answerer.ask(question) for question in QUESTIONS]
        with opened.snapshot() as view:
            quotes = [
                *(each for answer in answers for each in (*answer.quotes, *answer.related)),
                *(
                    quote_of(version, record, name)
                    for version, said in view.all_attributions()
                    for record, name in said
                ),
            ]
            assert len(quotes) > 50
            for quote in quotes:
                found = find_quote(view, quote.id)
                assert found.text == quote.text
                assert surroundings(found) == (quote.start, quote.end)


def test_an_id_that_names_more_than_a_quote_shows_nothing_and_is_still_verified(library: Path) -> None:
    with Library.open(library) as opened, opened.snapshot() as view:
        version = max((each for each, _ in view.all_attributions()), key=lambda each: len(each.article.text))
        whole = quote_id(version.uid, version.sha256, 0, len(version.article.text))
        assert find_quote(view, whole).text == version.article.text

    set_show_limit(library, "quotes")

    with Library.open(library) as opened, opened.snapshot() as view:
        with pytest.raises(NotFoundError, match="shows quotes only"):
            find_quote(view, whole)
        assert kept_quote(view, whole).text == version.article.text
    assert verify_quotes(library, [whole])[0].state == "identical"


def test_what_cannot_be_set_is_refused(library: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="from 1 to 99"):
        set_show_limit(library, "some")
    with pytest.raises(NoIndexError):
        set_show_limit(tmp_path / "none", "quotes")

    assert limits(library) == {None}
