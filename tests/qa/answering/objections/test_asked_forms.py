"""Questions whose answer has a form of its own, and text of that form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answering.objections.asked_forms import asked_form, is_told
from qa.answering.objections.asked_kinds import holds_asked_kind
from qa.answers import Answer


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        ("How did the Harwick council vote on the tolls?", "The tolls passed the council by 32 to 16.", True),
        ("What was the vote on the tolls?", "The 21-12 vote on the tolls came late.", True),
        ("What was the final vote?", "The final vote was unanimous.", True),
        ("How did the council vote on the tolls?", "The council voted on the tolls on Monday.", False),
        ("How did the council vote on the tolls?", "Harwick beat Dene 3-2 near the council hall.", False),
        ("How did the council vote on the bridge?", "The council voted 18-15 for the tolls.", False),
        ("how did Ada Quill die", "Quill died of a stroke, her son said.", True),
        ("how did Ada Quill die", "The cause of death was drowning.", False),
        ("how did Ada Quill die", "Quill has died at the age of 58, the mill said.", False),
        ("how did Ada Quill die", "Quill died of a stroke at the age of 58.", True),
        ("how did Ada Quill die", "Quill appeared to have taken her own life.", True),
        ("how did Ada Quill die", "Quill had killed herself, her son said.", True),
        ("How was Ada Quill killed?", "Quill was struck on Monday by a ferry.", True),
        ("What did the baker die of?", "The cause of death was drowning, the baker's son said.", True),
        ("How did the baker die?", "Ivo Hale, a miller, died of a stroke.", False),
        ("What was Quill's cause of death?", "Ivo Hale was charged over the death of Quill.", False),
        ("Where does Ada Quill come from?", "Quill, originally from Norland, sells boats.", True),
        ("Where did Ada Quill grow up?", "Quill was born and raised in the Dene hills.", True),
        ("Where is Ada Quill from?", "Ivo Hale is from Norland.", False),
        ("Where is Ada Quill from?", "Quill took the ferry to Norland.", False),
    ],
)
def test_a_quote_has_the_form_of_the_answer(question: str, quote: str, told: bool) -> None:
    form = asked_form(question)

    assert form is not None
    assert is_told(form, question, quote) is told


@pytest.mark.parametrize(
    "question",
    [
        "How did Ada Quill vote on the tolls?",
        "What was the vote share of the Reds?",
        "How did the council react to the vote?",
        "Where did the ferry come from the north?",
        "Where did Ada Quill die?",
    ],
)
def test_other_questions_have_no_form(question: str) -> None:
    assert asked_form(question) is None


def test_the_death_of_another_is_no_surer_by_its_cause() -> None:
    told = "Ivo Hale, 71, died of a heart attack two weeks before."

    assert holds_asked_kind("How did Ivo Hale die?", told)
    assert not holds_asked_kind("How did the captain die?", told)


def test_the_count_of_a_vote_goes_before_what_only_says_more_of_it(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "The Harwick council held its vote on the ferry tolls, and how the council will vote on the ferry tolls was "
        "long in doubt.\n\nQuill pushed the tolls through by a vote of 32 to 16. Rain fell on the town.\n"
    )

    assert "32 to 16" in ask("How did the Harwick council vote on the ferry tolls?").quotes[0].text
