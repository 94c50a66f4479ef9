"""Speakers are found by the words of their names as in a list: in a folder here, on a server by the contract."""

from __future__ import annotations

import string
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from qa.embedded.connections import one_state
from qa.embedded.writer import open_writer
from qa.rule_versions import SPEAKER_WORDS_VERSION
from qa.speakers.known import ListedSpeakers
from qa.speakers.typing_errors import halves, halves_near, is_one_off, swapped
from qa.tables.names import SpeakerRows
from qa.tables.reader import Cached
from qa.tables.speaker_words import MADE_BY, are_made
from qa.tables.writing.speaker_table import link_speakers, make_due_words
from qa.tables.writing.speaker_words import wrong_words
from tests.budgets import examples
from tests.qa.speakers.test_shortlist import NAMES as TYPED
from tests.qa.tables.writing.test_speaker_table import NAMES, PLACE, put

WORDS = st.text(string.ascii_lowercase[:4] + "é", min_size=1, max_size=9)


@settings(max_examples=examples(40))
@given(
    st.lists(st.sampled_from(NAMES) | TYPED, max_size=8), st.lists(st.sampled_from(NAMES) | TYPED, max_size=5)
)
def test_the_words_of_a_library_find_whom_its_list_finds(spoken: list[str], typed: list[str]) -> None:
    with TemporaryDirectory() as folder:
        with open_writer(Path(folder)) as writer:
            with writer.transaction():
                writer.places.remember(Path(PLACE.name), ())
                put(writer, 1, spoken)
            link_speakers(writer)
        with one_state(Path(folder)) as connection:
            rows = SpeakerRows(connection, Cached())
            listed = ListedSpeakers(rows.speakers())

            for name in typed:
                assert rows.speaker(name) == listed.speaker(name)
                for wrong in (0, 1):
                    assert list(rows.speakers_like(name, wrong)) == list(listed.speakers_like(name, wrong))
            for start, kind in ((0, None), (1, None), (0, "person"), (1, "group")):
                assert list(rows.most_quoted(2, start=start, kind=kind)) == list(
                    listed.most_quoted(2, start=start, kind=kind)
                )


@given(WORDS, WORDS)
def test_a_word_with_one_wrong_letter_has_a_half_of_the_known_one(typed: str, known: str) -> None:
    _shares_a_half(typed, known)


@given(WORDS, st.data())
def test_each_way_to_mistype_a_word_leaves_it_a_half(known: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(known)))
    for typed in (
        known[:at] + known[at + 1 :],
        known[:at] + "z" + known[at:],
        known[:at] + "z" + known[at + 1 :],
        known[:at] + known[at + 1 : at + 2] + known[at : at + 1] + known[at + 2 :],
    ):
        _shares_a_half(typed, known)


def _shares_a_half(typed: str, known: str) -> None:
    if is_one_off(typed, known):
        assert OSA.distance(typed, known) <= 1
        assert set(halves(known)) & set(halves_near(typed)) or swapped(typed) == known


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with open_writer(tmp_path) as writer:
        with writer.transaction():
            writer.places.remember(Path(PLACE.name), ())
            put(writer, 1, ["Marco Rubio", "the Bank of Harwick"])
        link_speakers(writer)
    return tmp_path


def test_words_by_other_rules_are_not_used_and_are_made_again(library: Path) -> None:
    with open_writer(library) as writer, writer.transaction():
        writer.set_meta(MADE_BY, str(SPEAKER_WORDS_VERSION - 1))
        writer.connection.execute("DELETE FROM speaker_words")

    with one_state(library) as connection:
        assert not are_made(connection)
        found = SpeakerRows(connection, Cached()).speakers_like("Rubio")
    counted = []
    with open_writer(library) as writer:
        make_due_words(writer, lambda done, total: counted.append((done, total)))
        wrong = list(wrong_words(writer.connection))

    assert [each.name for each in found] == ["Marco Rubio"]
    assert (counted, wrong) == ([(2, 2)], [])
    with one_state(library) as connection:
        assert list(SpeakerRows(connection, Cached()).speakers_like("Rubio")) == found


def test_nobody_is_listed_to_find_somebody(library: Path) -> None:
    cached = Cached()
    with one_state(library) as connection:
        rows = SpeakerRows(connection, cached)

        assert [each.name for each in rows.speakers_like("Mr Rubbio", 1)] == ["Marco Rubio"]
        assert rows.speaker("Marco Rubio") in rows.most_quoted(2)
        assert rows.speaker_count() == 2

    assert cached.speakers is None
