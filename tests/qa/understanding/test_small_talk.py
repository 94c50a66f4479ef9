"""Small talk as people type it, and questions that look like it: `meta` null asks the articles."""

from __future__ import annotations

import json
from pathlib import Path

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
