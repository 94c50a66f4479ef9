"""Facts that are asked on and on: of what, of whom, of when, and after a question that found nothing."""

from __future__ import annotations

from qa.answers import Outcome
from tests.qa.conversation.talks_of_dene import Before, followed

FIRE: Before = ("how many died in the Dene fire?", "Nine people died in the Dene fire.", ())
NOTHING = Outcome.NOT_FOUND


def test_what_was_shown_before_a_question_that_found_nothing_is_asked_first() -> None:
    owner: Before = ("who owns it?", "Words.", ())

    assert followed("when did it start?", FIRE, owner, outcome=NOTHING).beside == ("quote 0",)


def test_what_was_shown_before_another_topic_is_not() -> None:
    other: Before = ("who owns Orsa Bank?", "Words.", ())

    assert followed("when was it founded?", FIRE, other, outcome=NOTHING).beside == ()
