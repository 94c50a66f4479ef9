"""Questions for what caused something, and what tells it or says that it is not known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answering.objections.causes import asks_cause, tells_cause, withholds_cause
from qa.answers import Answer


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What caused the fire in Dene?", True),
        ("what sparked the blaze", True),
        ("What was the cause of the crash?", True),
        ("How did the mill fire start?", True),
        ("How did Quill start the firm?", False),
        ("How did the fire spread?", False),
        ("Who caused the crash?", False),
    ],
)
def test_what_caused_something_is_asked(question: str, asks: bool) -> None:
    assert asks_cause(question) is asks


@pytest.mark.parametrize(
    ("text", "told", "withheld"),
    [
        ("The fire was caused by a heater.", True, False),
        ("It was sparked by a cable in the roof.", True, False),
        ("The crash was blamed on the fog.", True, False),
        ("The cause of the fire is under investigation.", False, True),
        ("No cause has been determined.", False, True),
        ("The exact cause is not yet known, the harbour office said.", False, True),
        ("It is unclear what started the fire.", False, True),
        ("The fire did $9,000 in damage.", False, False),
    ],
)
def test_a_text_tells_a_cause_or_that_it_is_not_known(text: str, told: bool, withheld: bool) -> None:
    assert (tells_cause(text), withholds_cause(text)) == (told, withheld)


def test_what_says_that_a_cause_is_not_known_goes_before_what_has_more_of_the_question(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "A house fire that broke out in Dene on Tuesday night did $9,000 in damage, the fire office said. A helper was "
        "taken to hospital.\n\n"
        "The owners saw smoke on the first floor. They left the house with their two dogs.\n\n"
        "It took an hour to put out the fire. Its cause is under investigation.\n"
    )

    assert "under investigation" in ask("What caused the house fire in Dene?").quotes[0].text
    assert "under investigation" not in ask("When did the house fire in Dene break out?").quotes[0].text
