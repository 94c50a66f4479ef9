"""Speech that no record holds is listed, and speech that one holds is not."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from qa.datatypes import Article

TEXT = (
    "The levee of Harwick\n\nAda Quill said the levee leaks.\n\nThe clerk was told to leave it.\n\n"
    "“It is wet and cold here,” Tom Brandt said.\n\nThe sign is in “The House by the Sea and the Mill”."
)


def test_what_no_record_holds_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    unread = importlib.import_module("unread_speech")

    found = [
        (kind, TEXT[slice(*speech.span)], speech.held)
        for kind, speech in unread.speech_of(Article("a", TEXT))
    ]

    assert found == [
        ("sentences", "Ada Quill said the levee leaks.", True),
        ("sentences", "The clerk was told to leave it.", False),
        ("sentences", "“It is wet and cold here,” Tom Brandt said.", True),
        ("quotations", "“It is wet and cold here,”", True),
        ("quotations", "“The House by the Sea and the Mill”", False),
    ]
