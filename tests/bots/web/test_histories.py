from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.web.histories import LONGEST, MOST_TURNS, SECONDS, Histories
from qa.answering.answerer import Answerer
from qa.archive.protocol import View
from qa.conversation.earlier.turns import Conversation
from qa.encoding import open_span_reader
from qa.open_archive import open_archive
from qa.upkeep.forget import forget
from tests.bots.web.test_pages import ASKED, OWN

pytestmark = pytest.mark.slow

KEY = b"k" * 32


@pytest.fixture(scope="module")
def told(town: Path, encoder: Any) -> Conversation:
    with open_archive(town / "library") as archive:
        answerer = Answerer(archive, lambda: encoder, open_span_reader)
        return Conversation().after(answerer.ask(ASKED), shown=3)


@pytest.fixture
def view(town: Path) -> Iterator[View]:
    with open_archive(town / "library") as archive, archive.snapshot() as view:
        yield view


def unpacked(text: str) -> str:
    return zlib.decompress(base64.urlsafe_b64decode(text)[16:]).decode()


def test_a_conversation_is_read_back_as_it_was(told: Conversation, view: View) -> None:
    histories = Histories()

    assert OWN in told.turns[0].answer
    assert histories.read(histories.written(told), view) == told


def test_a_history_holds_no_words_of_an_article(told: Conversation) -> None:
    text = unpacked(Histories().written(told))

    assert told.turns[0].quotes[0] in text
    assert OWN not in text


def test_words_that_were_purged_are_gone_from_a_conversation(own_town: Path, told: Conversation) -> None:
    histories = Histories()
    text = histories.written(told)
    forget(own_town / "library", str(own_town / "news" / "harbour.md"), purge=True)

    with open_archive(own_town / "library") as archive, archive.snapshot() as view:
        found = histories.read(text, view)

    assert found is not None
    assert [turn.answer for turn in found.turns] == [""]


def test_no_changed_character_is_taken_for_a_history(told: Conversation, view: View) -> None:
    histories = Histories(key=KEY)
    packed = base64.urlsafe_b64decode(histories.written(told))

    for place in range(len(packed)):
        changed = bytearray(packed)
        changed[place] ^= 1
        assert histories.read(base64.urlsafe_b64encode(changed).decode(), view) is None
    for end in range(len(packed)):
        assert histories.read(base64.urlsafe_b64encode(packed[:end]).decode(), view) is None


@given(text=st.one_of(st.text(), st.binary().map(lambda data: base64.urlsafe_b64encode(data).decode())))
def test_no_other_text_is_taken_for_a_history(text: str) -> None:
    assert Histories(key=KEY).read(text, None) is None  # type: ignore[arg-type]


def test_another_site_or_a_restarted_one_reads_none(told: Conversation, view: View) -> None:
    assert Histories().read(Histories().written(told), view) is None


@pytest.mark.parametrize(("after", "read"), [(SECONDS, True), (SECONDS + 1, False), (-1, False)])
def test_a_history_is_read_for_a_day(told: Conversation, view: View, after: float, read: bool) -> None:
    text = Histories(key=KEY, clock=lambda: 1_000_000.0).written(told)

    found = Histories(key=KEY, clock=lambda: 1_000_000.0 + after).read(text, view)

    assert (found == told) is read


def test_the_last_turns_are_kept_in_what_room_there_is(told: Conversation, view: View) -> None:
    turn = told.turns[0]
    # Letters that hardly repeat, so that they cannot be packed.
    many = [
        replace(turn, question="".join(chr(0x4E00 + 37 * n * m % 20_000) for m in range(800)))
        for n in range(20)
    ]

    for turns in (many, [turn] * 20):
        histories = Histories()
        text = histories.written(Conversation(tuple(turns)))
        found = histories.read(text, view)

        assert len(text) <= LONGEST
        assert found is not None
        assert 1 <= len(found.turns) <= MOST_TURNS
        assert found.turns[-1].question == turns[-1].question


def test_what_has_no_room_at_all_is_no_history(told: Conversation) -> None:
    long = replace(told.turns[0], question="".join(chr(0x4E00 + 7919 * n % 20_000) for n in range(4_000)))

    assert Histories().written(Conversation((long,))) == ""
    assert Histories().written(Conversation()) == ""
