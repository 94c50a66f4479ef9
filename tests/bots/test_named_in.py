from __future__ import annotations

import pytest

from bots.contract import context_object
from bots.discord.cards import around
from bots.terminal.rendering import Look
from bots.terminal.surroundings import as_markdown, as_text
from bots.wording import named_in
from qa.answers import Quote
from qa.datatypes import Article, Attribution, AttributionKind, Version

NAMED = "Ada Quill runs the ferry."
SAID = "“The fog was thick,” she said."


def said(text: str, mention: str) -> Quote:
    """Return the sentence `SAID` of an article as a quote."""
    start = text.index(SAID)
    at = text.index(mention, start)
    record = Attribution(
        ((start, start + len(SAID)),),
        (at, at + len(mention)) if mention else None,
        None,
        "Ada Quill",
        AttributionKind.DIRECT,
        "made",
        0.9,
    )
    version = Version(1, "a" * 10, "b" * 64, Article("a", text))
    return Quote(version, start, start + len(SAID), 0.9, record, "Ada Quill")


@pytest.mark.parametrize(
    ("text", "mention", "told"),
    [
        (
            f"{NAMED}\n\n{SAID}",
            "she",
            f"The article says “she” there. Before it, the name stands in: “{NAMED}”",
        ),
        (
            f"{SAID}\n\n{NAMED}",
            "",
            f"The article names no speaker there. After it, the name stands in: “{NAMED}”",
        ),
        (f"It rained.\n\n{SAID}", "she", ""),
    ],
    ids=["before", "after", "nowhere"],
)
def test_the_sentence_that_names_a_speaker_is_told(text: str, mention: str, told: str) -> None:
    assert named_in(said(text, mention)) == told


def test_every_front_end_shows_the_sentence_that_names_a_speaker() -> None:
    quote = said(f"{NAMED}\n\n{SAID}", "she")

    assert f"Speaker: Ada Quill\n{named_in(quote)}\n" in as_text(quote, look=Look())
    assert f"*{named_in(quote)}*" in as_markdown(quote)
    assert context_object(quote)["named_in"] == {"start": 0, "end": len(NAMED), "text": NAMED}
    assert "The article says “she” there" in str(around(quote, "Ada Quill").description)
