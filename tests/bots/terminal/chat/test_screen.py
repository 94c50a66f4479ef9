"""Keys as prompt_toolkit gets them, on a terminal of its own."""

from __future__ import annotations

import os
import signal
import stat
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.data_structures import Size
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bots.terminal.chat.commands import help_text
from bots.terminal.chat.completing import ChatCompleter, Names
from bots.terminal.chat.history import MAX_BYTES, open_history
from bots.terminal.chat.screen import Screen, page_end
from bots.terminal.chat.stopping import Stopped, stoppable
from bots.terminal.chat.talk import Talk
from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader

CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


@pytest.fixture
def names(library: Library) -> Names:
    names = Names(library)
    names.refresh()
    return names


def shown(talk: Talk, names: Names, keys: PipeInput, typed: str) -> str:
    """Return all that is printed while these keys are typed; the last of them must end the chat."""
    written: list[str] = []
    keys.send_text(typed)
    Screen(talk, names, InMemoryHistory(), write=written.append, input=keys, output=DummyOutput()).run()
    return "".join(written)


@pytest.mark.slow
def test_a_question_is_answered_and_ctrl_d_ends(talk: Talk, names: Names, keys: PipeInput) -> None:
    told = shown(talk, names, keys, f"What did Lindqvist say about the harbour?\r{CTRL_D}")

    assert "The harbour must stay open" in told


class Low(DummyOutput):
    """A terminal of a few rows."""

    def get_size(self) -> Size:
        return Size(rows=20, columns=80)


def test_a_long_reply_is_shown_page_by_page(talk: Talk, names: Names, keys: PipeInput) -> None:
    written: list[str] = []
    keys.send_text(f"/help\r\r\r\r{CTRL_D}")

    Screen(talk, names, InMemoryHistory(), write=written.append, colour=False, input=keys, output=Low()).run()

    first, marker, second, *_ = written
    assert len(first.splitlines()) <= 10
    assert marker.strip().endswith("more lines: Enter shows them.")
    assert "".join(each for each in written if "Enter shows" not in each) == f"\n{help_text(None)}\n\n"
    assert second.strip()


def test_another_line_drops_what_was_not_shown(talk: Talk, names: Names, keys: PipeInput) -> None:
    written: list[str] = []
    keys.send_text(f"/help\r/sources\r\r{CTRL_D}")

    Screen(talk, names, InMemoryHistory(), write=written.append, colour=False, input=keys, output=Low()).run()

    assert "Coast Gazette" in written[-1]
    assert "/quit" not in "".join(written)


@pytest.mark.parametrize(
    ("lines", "room", "end"),
    [
        (["a"] * 10, 10, 10),
        (["a"] * 11, 10, 11),
        (["a"] * 12, 10, 10),
        ([*"abcdefg", "", *"abcdefg"], 10, 8),
        (["", *"abcdefghijklmn"], 10, 10),
        (["a"] * 12, -3, 5),
    ],
    ids=["fits", "one more", "no gap", "at a gap", "a gap at the top", "hardly any room"],
)
def test_a_page_ends_between_paragraphs_where_it_can(lines: list[str], room: int, end: int) -> None:
    assert page_end(lines, room) == end


def test_quit_ends(talk: Talk, names: Names, keys: PipeInput) -> None:
    assert shown(talk, names, keys, "/quit\r") == ""


def test_ctrl_c_at_the_prompt_takes_back_what_was_typed(talk: Talk, names: Names, keys: PipeInput) -> None:
    told = shown(talk, names, keys, f"half a line{CTRL_C}\r/sources\r{CTRL_D}")

    assert "half a line" not in told
    assert "Coast Gazette" in told


def test_pasted_lines_are_one_question(talk: Talk, names: Names, keys: PipeInput) -> None:
    pasted = "\x1b[200~What did Lindqvist\nsay about the harbour?\x1b[201~"

    assert "The harbour must stay open" in shown(talk, names, keys, f"{pasted}\r{CTRL_D}")


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Ctrl-C interrupts, also where whatever runs the tests ignores it and hands that down."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_stops_an_answer_and_not_the_chat(
    library: Library, names: Names, keys: PipeInput, encoder: Encoder
) -> None:
    release, finished = threading.Event(), threading.Event()

    def slow() -> Encoder:
        # What Ctrl-C is to the program, while it waits for an answer that does not come.
        os.kill(os.getpid(), signal.SIGINT)
        assert release.wait(30)
        finished.set()
        return encoder

    def written(text: str) -> None:
        told.append(text)
        if "Stopped" in text:
            release.set()
            assert finished.wait(30)

    told: list[str] = []
    today = date(2024, 5, 25)
    answerer = Answerer(library, slow, open_span_reader, today=today)
    talk = Talk(library, answerer, quotes=3, today=today, run=stoppable)
    keys.send_text(f"What did Okafor say?\rWhat did Lindqvist say about the harbour?\r{CTRL_D}")

    Screen(talk, names, InMemoryHistory(), write=written, input=keys, output=DummyOutput()).run()

    assert told[0] == "Stopped.\n"
    assert "The harbour must stay open" in told[1]


def test_what_is_stopped_is_not_waited_for() -> None:
    release = threading.Event()

    def work() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        release.wait(30)

    with pytest.raises(Stopped):
        stoppable(work)
    release.set()


def test_what_is_not_stopped_returns_or_raises_as_it_is() -> None:
    assert stoppable(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        stoppable(lambda: 1 // 0)


def offered(names: Names, text: str, *, tab: bool = False) -> list[str]:
    event = CompleteEvent(completion_requested=tab, text_inserted=not tab)
    return [each.text for each in ChatCompleter(names).get_completions(Document(text), event)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/sh", ["/show "]),
        ("/sou", ["/sources", "/source "]),
        ("/source coa", ["Coast Gazette"]),
        ("/speakers lind", ["Anna Lindqvist"]),
        ("/since last w", ["last week"]),
        ("What did Lind", ["Anna Lindqvist"]),
        ("What did anna l", ["Anna Lindqvist"]),
        ("What does the Coast", ["Coast Gazette"]),
        ("What did Zor", []),
        ("", []),
        ("/nothing x", []),
    ],
    ids=lambda value: str(value)[:20],
)
def test_names_and_commands_are_completed(names: Names, text: str, expected: list[str]) -> None:
    assert offered(names, text) == expected


def test_short_beginnings_are_completed_on_request_only(names: Names) -> None:
    assert offered(names, "What did An") == []
    assert "Anna Lindqvist" in offered(names, "What did An", tab=True)


def test_names_that_a_terminal_cannot_show_are_not_offered(names: Names) -> None:
    every = [*names.speakers, *names.sources]

    assert "Coast Gazette" in every
    assert not [name for name in every if "\x1b" in name or "\x07" in name]


def test_history_is_private_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    open_history(folder).append_string("What did Rubio say?")

    path = folder / "chat-history"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(open_history(folder).load_history_strings()) == ["What did Rubio say?"]


def test_a_long_history_is_shortened_to_whole_entries(tmp_path: Path) -> None:
    history = open_history(tmp_path)
    path = tmp_path / "chat-history"
    with path.open("a") as file:
        for number in range(10_000):
            file.write(f"\n# 2026-01-01 00:00:00\n+question {number} {'x' * 60}\n")
    del history

    strings = list(open_history(tmp_path).load_history_strings())

    assert path.stat().st_size < MAX_BYTES
    assert strings[0].startswith("question 9999 ")
    assert all(each.startswith("question ") for each in strings)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_place_for_history_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")

    assert isinstance(open_history(tmp_path / "state"), InMemoryHistory)
