"""Questions of all kinds to an archive of invented articles and the seeds, and what a careful reader expects.

An expectation says what is right. Where the program is wrong today, the question is in `known_misses.json` with what
happens instead; `python -m tests.made_archive.list_misses` writes that list.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answers import Answer
from tests.made_archive.expectations import (
    ARTICLES,
    SEEDS,
    Expected,
    open_made_archive,
    read_expected,
    read_known_misses,
    what_happens,
    what_is_wrong,
)

pytestmark = pytest.mark.slow

QUESTIONS = read_expected()
KNOWN = read_known_misses()


@pytest.fixture(scope="session")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Expected], Answer]:
    return open_made_archive(tmp_path_factory.mktemp("made") / "library")


@pytest.mark.parametrize("expected", QUESTIONS, ids=lambda expected: expected.id)
def test_a_question_ends_as_a_reader_expects_with_the_right_words_and_speaker_first(
    ask: Callable[[Expected], Answer], expected: Expected
) -> None:
    answer = ask(expected)

    wrong = what_is_wrong(answer, expected)
    known = KNOWN.get(expected.id)
    if known is None:
        assert not wrong
        return
    assert wrong, (
        "This is right now: run `python -m tests.made_archive.list_misses`, which takes it off the list."
    )
    now = what_happens(answer)
    assert (now["outcome"], now["speaker"]) == (known["outcome"], known["speaker"]), (
        "This was wrong and is wrong in another way now: if that is meant, list the misses again."
    )


def test_every_known_miss_is_a_question() -> None:
    assert set(KNOWN) <= {expected.id for expected in QUESTIONS}


def test_there_are_a_hundred_questions_and_no_two_share_an_id() -> None:
    assert len({expected.id for expected in QUESTIONS}) == len(QUESTIONS) >= 100


def test_the_expected_words_stand_in_the_articles_that_are_named() -> None:
    for expected in QUESTIONS:
        texts = [_file(name).read_text(encoding="utf-8") for name in expected.articles]
        wanted = [*expected.answers, *expected.last, *(words for _, side in expected.sides for words in side)]

        assert not [words for words in wanted if not any(words in text for text in texts)], expected.id


def _file(name: str) -> Path:
    return ARTICLES / name if (ARTICLES / name).exists() else SEEDS / name
