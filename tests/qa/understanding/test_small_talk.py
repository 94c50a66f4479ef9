"""Small talk as people type it, and questions that look like it: `meta` null asks the articles."""

from __future__ import annotations

import json
from pathlib import Path

from qa.answers import Meta
from qa.understanding.meta import meta_of

TURNS = [
    json.loads(line)
    for line in (Path(__file__).parent / "small_talk.jsonl").read_text(encoding="utf-8").splitlines()
]


def test_small_talk_is_read_as_what_it_is() -> None:
    turns = [turn for turn in TURNS if turn["meta"]]
    wrong = [turn["text"] for turn in turns if meta_of(turn["text"]) != turn["meta"]]

    assert len(turns) >= 50
    assert len(wrong) <= len(turns) // 20, wrong


def test_a_question_that_looks_like_small_talk_is_asked() -> None:
    asked = [turn["text"] for turn in TURNS if not turn["meta"]]

    assert len(asked) >= 30
    assert [text for text in asked if meta_of(text)] == []


def test_this_is_what_was_shown_once_something_was() -> None:
    of_this = ["who pays for this", "is this free", "who is behind this"]

    assert all(meta_of(text) is Meta.PROGRAM for text in of_this)
    assert [meta_of(text, shows=True) for text in of_this] == [None] * 3


def test_a_turn_of_several_clauses_is_small_talk_where_each_is() -> None:
    assert meta_of("good evening, anyone home?") is Meta.GREETING
    assert meta_of("i'm stuck, what should i ask?") is Meta.PROGRAM
    assert meta_of("cheers, who paid for the levee?") is None


def test_marks_alone_ask_nothing_of_the_articles() -> None:
    assert meta_of("?") is Meta.PROGRAM
    assert meta_of("👍") is Meta.NODDED
