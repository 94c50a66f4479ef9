"""Words of people of a kind, where a plural was typed and an article has one of them, or calls many otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answering.denials.called_in_plural import _is_called
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


@pytest.mark.parametrize(
    "who",
    [
        "said Ines Hale, a fire captain.",
        "said Ines Hale, who chairs the council.",
        "said Ines Hale, chief executive of Norland Halls.",
        "said Ines Hale, owner of the hall.",
    ],
)
def test_who_is_said_to_have_an_office_after_their_name_speaks_for_no_fans(asker_of: Asker, who: str) -> None:
    text = f"The hall is shut\n\nFans were led out of the hall in Dene. “The hall is full of smoke,” {who}"

    answer = asker_of(text)("What did fans say about the hall?")

    assert not any(quote.speaker for quote in answer.quotes)


@pytest.mark.parametrize(
    ("called", "typed"),
    [("The pupils’ nurse", "pupils"), ("A pupil safety officer", "pupils"), ("The Dene Fans Trust", "fans")],
)
def test_whoever_belongs_to_them_or_bears_their_name_is_none_of_them(called: str, typed: str) -> None:
    assert not _is_called(called, frozenset((typed, typed[:-1])))


@pytest.mark.parametrize(
    "called", ["Pupil Ines Hale", "one pupil", "Pupils", "a pupil from Dene", "a pupil wearing red"]
)
def test_who_is_called_so_is_one_of_them(called: str) -> None:
    assert _is_called(called, frozenset(("pupils", "pupil")))
