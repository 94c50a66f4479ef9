"""Whoever an article calls as was typed, in a form that means the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

WREATH = (
    "A wreath for Quill\n\nCouncillor Ada Quill died on Monday. The card is by speaker of the parliament "
    "Lena Orsa, who wrote: “Nobody knew the dykes as Ada Quill.”\n\nA lamp fell. According to eyewitness Ines "
    "Hale, “the lamp went out and then the roof fell in”."
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the speaker of parliament say about Quill?", "knew the dykes"),
        ("What did the speaker of the parliament say about Quill?", "knew the dykes"),
        ("what did the witness say about the lamp", "the roof fell in"),
        ("what did the eyewitness say about the lamp", "the roof fell in"),
    ],
)
def test_a_phrase_is_found_in_the_forms_that_mean_the_same(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(WREATH)(question)

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert words in answer.quotes[0].text


def test_the_speaker_of_another_body_is_somebody_else(asker_of: Asker) -> None:
    answer = asker_of(WREATH)("What did the speaker of the council say about Quill?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)
