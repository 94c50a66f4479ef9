"""Whom the words in the place of a speaker mean, of those who speak in an archive."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Understanding
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand


def _understood(question: str, *names: str, kind: str = "group") -> Understanding:
    return understand(
        question,
        today=date(2005, 4, 1),
        speakers=ListedSpeakers([Speaker(name, kind, (), 2) for name in names]),
        sources=(),
    )


@pytest.mark.parametrize("kind", ["group", "person"])
def test_a_small_plural_is_no_slip_for_a_word_of_a_name(kind: str) -> None:
    understood = _understood("What did advertisers say about the ferry?", "Dene Advertiser", kind=kind)

    assert (understood.speaker, understood.speaker_known) == ("advertisers", False)


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [("the boat lobby", "boat lobby"), ("the boat clique", None)],
    ids=["a body", "no body"],
)
def test_whose_comments_a_topic_is_about_do_not_begin_the_speakers_name(
    typed: str, speaker: str | None
) -> None:
    understood = _understood(f"What did {typed} say about Quill's comments?", "Ada Quill", kind="person")

    assert understood.speaker == speaker
