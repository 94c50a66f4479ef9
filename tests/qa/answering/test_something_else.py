from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

QUARREL = """Lawmakers quarrel in the hall

The house expects the bill on lamps to pass. The bill comes up on Friday.

{own}

Governor Hale will sign the bill if it passes, a spokesman said."""

ELSEWHERE = "Ada Quill said that she had kept her own son's phone that morning."
POINTING_BACK = "Ada Quill called it a lock without a door."
BESIDE = "The bill was late. Ada Quill said that she had kept her own son's phone that morning."
ON_IT = "Ada Quill said that the bill had kept her own son awake that morning."


@pytest.mark.parametrize(
    ("own", "outcome"),
    [
        (ELSEWHERE, Outcome.UNSURE),
        (POINTING_BACK, Outcome.ANSWERED),
        (BESIDE, Outcome.ANSWERED),
        (ON_IT, Outcome.ANSWERED),
    ],
)
def test_words_beside_a_paragraph_on_the_topic_are_not_told_as_words_on_it(
    asker_of: Asker, own: str, outcome: Outcome
) -> None:
    answer = asker_of(QUARREL.format(own=own))("What did Ada Quill say about the bill?")

    assert answer.outcome is outcome
    assert answer.quotes[0].speaker == "Ada Quill"


def test_a_title_says_what_words_under_it_are_on(asker_of: Asker) -> None:
    titled = QUARREL.format(own=ELSEWHERE).replace("Lawmakers quarrel in the hall", "A quarrel on the bill")

    answer = asker_of(titled)("What did Ada Quill say about the bill?")

    assert answer.outcome is Outcome.ANSWERED
