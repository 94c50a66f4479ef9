from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.terminal.questions import AskedLine, BrokenLine, question_lines

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


def only(line: bytes) -> AskedLine | BrokenLine:
    [result] = question_lines([line])
    return result


def test_a_line_has_an_id_a_question_and_a_history() -> None:
    row = {"id": "q1", "question": "And Taiwan?", "history": ["What did Rubio say?", {"outcome": "answered"}]}

    assert only(json.dumps(row).encode()) == AskedLine(
        "q1", "And Taiwan?", ("What did Rubio say?", {"outcome": "answered"})
    )


@pytest.mark.parametrize(
    ("line", "identifier"),
    [
        (b"{", None),
        (b"[1]", None),
        (b"\xff", None),
        (b'{"id": "a"}', "a"),
        (b'{"id": 5, "question": "  "}', 5),
        (b'{"id": "a", "question": 3}', "a"),
        (b'{"id": true, "question": "Who?"}', None),
        (b'{"id": {}, "question": "Who?"}', None),
        (b'{"id": "a", "question": "Who?", "history": "x"}', "a"),
        (b'{"id": "a", "question": "Who?", "history": [1]}', "a"),
        (b"[" * 100_000, None),
    ],
    ids=["cut", "list", "bytes", "none", "blank", "number", "bool-id", "odd-id", "history", "turn", "deep"],
)
def test_a_broken_line_keeps_the_id_that_could_be_read(line: bytes, identifier: object) -> None:
    result = only(line)

    assert isinstance(result, BrokenLine)
    assert result.id == identifier
    assert result.reason.startswith("line 1: ")


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    lines = [b'\xef\xbb\xbf{"question": "Who?"}\n', b"\n", b"  \r\n", b'{"question": "When?"}']

    assert [line.question for line in question_lines(lines) if isinstance(line, AskedLine)] == [
        "Who?",
        "When?",
    ]


@given(JSON_VALUES)
def test_any_json_is_a_question_or_a_reason(value: object) -> None:
    assert isinstance(only(json.dumps(value).encode()), AskedLine | BrokenLine)


@given(st.binary(min_size=1))
def test_any_bytes_are_a_question_or_a_reason(line: bytes) -> None:
    assert len(list(question_lines([line]))) <= 1
