"""What is asked next of another day, another person, another body, or of a thing that was somebody's."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

HELD: Before = (
    "what was ivo brandt held for?",
    "Ivo Brandt was held for theft. Ada Quill said no.",
    (QUILL,),
)


@pytest.mark.parametrize(
    ("before", "question", "reads"),
    [
        ("how many races did Dene win on day 15", "and on day 14?", "how many races did Dene win on day 14?"),
        ("how many were hurt on floor 3?", "and on floor 4?", "how many were hurt on floor 4?"),
    ],
)
def test_a_fact_is_asked_of_what_stands_after_the_same_on(before: str, question: str, reads: str) -> None:
    assert followed(question, (before, "Six.", ())).understood.standalone == reads


def test_another_person_after_what_was_done_to_one_may_be_asked_for_words() -> None:
    found = followed("and Ada Quill?", HELD)

    assert found.understood.standalone == f"what was {QUILL} held for?"
    assert found.otherwise is not None
    assert found.otherwise.understood.standalone == f"What did {QUILL} say?"
    assert (found.otherwise.near, found.otherwise.doubtful) == (frozenset({"quote 0"}), True)


def test_another_person_after_how_old_one_is_is_asked_for_no_words() -> None:
    assert followed("and Ada Quill?", ("how old is ivo brandt?", "He is 50.", ())).otherwise is None


def test_it_is_the_thing_of_somebodys_that_was_asked_about() -> None:
    lost: Before = ("why was Ada Quill stripped of her silver medal?", "She was late.", ())

    assert followed("who got it instead?", lost).understood.standalone.startswith(
        "who got the silver medal instead"
    )


def test_it_is_no_relative_of_whom_was_asked_about() -> None:
    lost: Before = ("why did Ada Quill leave her husband?", "She was late.", ())

    assert "the husband" not in followed("when did it happen?", lost).understood.standalone


@pytest.mark.parametrize(
    "question",
    [
        "anything newer on her?",
        "anything new from her?",
        "anything newer about it?",
        "more recent stuff on that",
        "got anything newer on it",
        "anything newer than that",
    ],
)
def test_what_is_newer_on_somebody_is_newer_than_what_was_shown(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic, understood.order) == (QUILL, "the levee", "newest")


def test_a_body_is_first_the_one_of_what_was_shown_and_not_the_only_one_of_the_archive() -> None:
    found = followed("and the council?", ON_LEVEE)

    assert (found.understood.speaker, found.near) == ("council", frozenset({"quote 0"}))
    assert found.otherwise is not None
    assert (found.otherwise.understood.speaker, found.otherwise.near) == ("Harwick Council", None)


def test_there_are_others_like_what_was_talked_of_and_besides_nobody() -> None:
    where: Before = ("shark attack harwick", "A surfer was bitten.", ())
    on_it: Before = ("what did the premier say?", "Words.", ("Mark Gow",))

    assert "premier" not in followed("have there been others?", where, on_it).understood.standalone


@pytest.mark.parametrize(
    ("before", "question", "reads"),
    [
        ("who was second in the race?", "and third?", "who was third in the race?"),
        ("who won the first heat?", "and the second?", "who won the second heat?"),
    ],
)
def test_the_next_in_a_row_is_asked_the_same(before: str, question: str, reads: str) -> None:
    assert followed(question, (before, "Ivo Brandt.", ())).understood.standalone == reads


def test_another_in_a_row_is_asked_for_after_an_aside_on_somebodys_words() -> None:
    words: Before = ("what did brandt say after winning?", "Words.", (BRANDT,))

    found = followed("and third?", words, ("who was second?", "Ada Quill.", ())).understood

    assert found.standalone.startswith("who was third")


@pytest.mark.parametrize(
    ("question", "reads"),
    [
        ("what else happened to him this year?", f"what else happened to {BRANDT} this year?"),
        ("where else were they seen?", "where else were they seen besides Dene?"),
    ],
)
def test_what_else_is_besides_names_that_the_question_does_not_have(question: str, reads: str) -> None:
    before = "why was ivo brandt held?" if "him" in question else "how many moths were seen in Dene?"

    assert followed(question, (before, "In Dene.", ())).understood.standalone == reads


def test_what_somebodys_firm_does_goes_on_about_the_firm() -> None:
    firm: Before = ("what does Ada Quill's firm do?", "Boats.", ())

    assert followed("what did brandt say about it?", firm).understood.topic == "Ada Quill's firm"
