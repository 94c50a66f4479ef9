"""Words of people of a kind, where a plural was typed and an article has one of them, or calls many otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

TOUR = (
    "Ada Quill cancels her tour\n\nAda Quill has cancelled all concerts of her tour. Fans outside the hall were "
    "divided. “I came from Orsa for this,” said miller Ines Hale.\n\nDyego, a pupil in Dene, thinks the tour was too "
    "long: “She sang each night.”\n\nVolunteers kept the hall warm. Ines Orsa came after work. “I carried coal,” she "
    "said of the tour.\n\nSupporters were angry. “They were robbed,” said Mayor Tom Brandt."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did fans say about the tour?", "came from Orsa"),
        ("what did supporters say about the tour", "came from Orsa"),
        ("What did pupils say about the tour?", "each night"),
        ("What did volunteers say about the tour?", "carried coal"),
        ("What do kids say about the tour?", "each night"),
    ],
)
def test_one_of_many_speaks_for_them(asker_of: Asker, question: str, words: str) -> None:
    answer = asker_of(TOUR)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text


def test_who_has_an_office_speaks_for_no_fans(asker_of: Asker) -> None:
    answer = asker_of(TOUR)("What did fans say about the tour?")

    assert not any("robbed" in quote.text for quote in answer.quotes)


def test_of_whom_no_article_tells_is_not_found(asker_of: Asker) -> None:
    assert asker_of(TOUR)("What did shoppers say about the tour?").outcome in (
        Outcome.NOT_FOUND,
        Outcome.NEAREST,
    )
