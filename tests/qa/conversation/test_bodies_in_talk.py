"""Bodies in talks: what a council is asked on, and that "he" and "she" are none."""

from __future__ import annotations

import pytest

from qa.conversation.topics.standalone import stand_alone
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, Before, followed

COUNCIL: Before = ("what did the harwick council say?", "Words.", ("Harwick Council",))


def test_a_body_named_in_full_is_asked_on_what_was_talked_of_and_then_on_anything() -> None:
    found = followed("what did the harwick council say?", ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == ("Harwick Council", "the levee")
    assert found.otherwise is not None
    assert (found.otherwise.understood.topic, found.otherwise.near) == (None, {"quote 0"})


def test_a_body_is_asked_as_another_was() -> None:
    found = followed("and orsa bank?", ON_LEVEE, COUNCIL).understood

    assert (found.speaker, found.topic) == ("Orsa Bank", "the levee")


def test_a_person_named_in_full_is_asked_on_anything() -> None:
    assert followed("what did ivo brandt say?", ON_LEVEE).understood.topic is None


def test_where_she_was_is_not_where_a_body_said_something() -> None:
    found = followed("where was she?", ("why did quill resign?", "Ada Quill resigned.", ()), COUNCIL)

    assert "Council say" not in found.understood.standalone


def test_he_is_nobody_who_is_known_by_letters() -> None:
    turns = [("What did Strand say about the RFA?", "Strand spoke of the RFA.")]

    asked = stand_alone(
        "who does he work for?", turns, person=lambda name: False, never=lambda name: name == "Strand"
    )

    assert "RFA work" not in asked.text


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("what did his campaign say after that?", f"What did {BRANDT}'s campaign say"),
        ("what did quill say later?", "what did quill say about the levee"),
    ],
)
def test_after_that_is_no_topic_of_somebody_else(question: str, standalone: str) -> None:
    found = followed(question, ("what did brandt say about the levee", "Words.", (BRANDT,))).understood

    assert found.topic in (None, "the levee")
    assert found.standalone.casefold().startswith(standalone.casefold())


def test_his_campaign_has_no_article() -> None:
    campaign: Before = ("what did his campaign say?", "Words.", ())

    found = followed("and the bridge?", ON_LEVEE, campaign).understood

    assert "the his" not in found.standalone
