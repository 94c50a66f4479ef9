from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.errors import InputProblem, NotFoundError, UsageError
from qa.standing_questions import Follows, key
from tests.qa.embedded.crafted import pages_of

pytestmark = pytest.mark.slow

QUESTION = "What does Ada Okafor say about tolls?"


def story(words: str, *, more: str = "") -> str:
    end = more or "It adjourned."
    return f"The council met on Monday in the old town hall.\n\n“{words}” Ada Okafor said.\n\n{end}\n"


FIRST = story("Tolls on the bridge hurt the poor,")
SECOND = story("Higher tolls will pay for a new ferry within two years,")
OTHER_SPEAKER = SECOND.replace("Ada Okafor", "Bo Lindqvist")


@contextmanager
def asking(archive) -> Iterator[Answerer]:  # type: ignore[no-untyped-def]
    with Library.open(archive.library) as library:
        yield Answerer(library, lambda: archive.encoder, open_span_reader)


@pytest.fixture
def followed(archive, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Return an archive with one story, a question that is followed since then, and where that is kept."""
    archive.write("first.txt", FIRST)
    archive.index()
    follows = Follows(tmp_path / "state" / "follows.db")
    with asking(archive) as answerer:
        follow = follows.add(answerer, QUESTION)
    return archive, follows, follow


def pending(archive, follows: Follows, follow) -> list[str]:  # type: ignore[no-untyped-def]
    with asking(archive) as answerer:
        return [quote.text for quote in follows.pending(answerer, follow)]


def run(archive, follows: Follows, follow) -> list[str]:  # type: ignore[no-untyped-def]
    with asking(archive) as answerer:
        quotes = follows.pending(answerer, follow)
        follows.acknowledge(follow, quotes)
    return [quote.text for quote in quotes]


def test_what_the_archive_holds_already_counts_as_seen(followed) -> None:  # type: ignore[no-untyped-def]
    assert pending(*followed) == []


def test_a_new_quote_comes_once_and_not_again_after_a_restart(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    archive.write("second.txt", SECOND)
    archive.index()

    first = run(archive, follows, follow)
    state = next(path for path in archive.folder.parent.rglob("follows.db"))
    again = run(archive, Follows(state), Follows(state).all()[0])

    assert len(first) == 1
    assert "ferry" in first[0]
    assert again == []


def test_what_was_not_acknowledged_is_pending_again_under_the_same_key(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    archive.write("second.txt", SECOND)
    archive.index()

    with asking(archive) as answerer:
        lost = follows.pending(answerer, follow)
        again = follows.pending(answerer, follow)

    assert [key(follow, quote) for quote in lost] == [key(follow, quote) for quote in again]
    assert len(key(follow, lost[0])) == 24


def test_an_article_that_changes_elsewhere_is_not_news(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    archive.write(
        "first.txt",
        story("Tolls on the bridge hurt the poor,", more="It will meet again in May. A vote is due."),
    )
    archive.index()

    assert pending(archive, follows, follow) == []


def test_the_same_words_in_another_outlet_are_not_news(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    archive.write("second.txt", SECOND)
    archive.index()
    run(archive, follows, follow)

    archive.write("copy.txt", SECOND.replace("The council met on Monday", "Councillors gathered on Tuesday"))
    archive.index()

    assert pending(archive, follows, follow) == []


def test_new_words_in_an_article_that_was_there_are_news(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    archive.write(
        "first.txt", FIRST + "\n“No tolls at all on Sundays would be a fair beginning,” Ada Okafor said.\n"
    )
    archive.index()

    found = pending(archive, follows, follow)

    assert len(found) == 1
    assert "Sundays" in found[0]


def test_old_words_that_get_their_speakers_full_name_are_not_news(archive, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    archive.write("first.txt", FIRST.replace("Ada Okafor", "Okafor"))
    archive.index()
    follows = Follows(tmp_path / "follows.db")
    with asking(archive) as answerer:
        follow = follows.add(answerer, "What does Okafor say about tolls?")
    archive.write("second.txt", SECOND)
    archive.index()

    found = pending(archive, follows, follow)

    assert len(found) == 1
    assert "ferry" in found[0]


def test_a_damaged_state_is_named(tmp_path: Path) -> None:
    file = tmp_path / "follows.db"
    Follows(file).all()
    page, size = pages_of(file, "follows")
    data = bytearray(file.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(data)

    with pytest.raises(InputProblem, match=r"follows\.db cannot be used as a database"):
        Follows(file).all()


def test_another_speakers_words_are_not_given(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    archive.write("second.txt", OTHER_SPEAKER)
    archive.index()

    assert pending(archive, follows, follow) == []


def test_a_rebuilt_library_brings_nothing_back(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    archive.write("second.txt", SECOND)
    archive.index()
    run(archive, follows, follow)

    archive.index(rebuild=True)

    assert pending(archive, follows, follow) == []


def test_somebody_who_never_spoke_can_be_followed(archive, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    archive.write("other.txt", OTHER_SPEAKER)
    archive.index()
    follows = Follows(tmp_path / "follows.db")
    with asking(archive) as answerer:
        follow = follows.add(answerer, QUESTION)
    archive.write("second.txt", FIRST)
    archive.index()

    assert len(pending(archive, follows, follow)) == 1


def test_follows_are_listed_and_removed_by_place(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, follow = followed
    with asking(archive) as answerer:
        elsewhere = follows.add(answerer, QUESTION, place="channel 7")

    assert follows.all(place="channel 7") == [elsewhere]
    with pytest.raises(NotFoundError):
        follows.remove(follow.id, place="channel 7")
    assert follows.remove(follow.id) == follow
    assert follows.all() == [elsewhere]
    assert pending(archive, follows, follow) == []


def test_a_question_without_words_cannot_be_followed(followed) -> None:  # type: ignore[no-untyped-def]
    archive, follows, _ = followed
    with asking(archive) as answerer, pytest.raises(UsageError):
        follows.add(answerer, " \n")
