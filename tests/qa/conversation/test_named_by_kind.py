"""Whom a pronoun means: somebody who is only said what they are, who spoke of whom, and names without words here."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.conversation.pronouns.unnamed_people import somebody
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker("Rosa Marsh", "person", ("Marsh",), 2),
        Speaker("Una Hale", "person", (), 2),
        Speaker("Marsh Hale", "person", (), 2),
        Speaker("Harwick Council", "group", (), 2),
        Speaker("Reds", "group", (), 2),
        Speaker("Greens", "group", (), 2),
        Speaker("Norland News Agency", "group", (), 1),
    )
)
ON_LEVEE = "What did Quill say about the levee?"


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def followed(*questions: str, shown: str = "Words.") -> Followed:
    """Follow questions that were all answered."""
    conversation = Conversation()
    for question in questions:
        found = follow(question, conversation, read, SPEAKERS)
        turn = Turn(
            question,
            shown,
            found.understood,
            ("q1",),
            Outcome.ANSWERED,
            first_day=date(2024, 3, 1),
            last_day=date(2024, 3, 1),
        )
        conversation = Conversation((*conversation.turns, turn))
    return found


@pytest.mark.parametrize(
    ("questions", "standalone"),
    [
        (("What did the kid do?", "how old was he"), "how old was the kid"),
        (("who was the woman", "what did she say"), "what did the woman say"),
        (("How much did the prisoner get?", "what did his lawyer say"), "what did the prisoner's lawyer say"),
        (("When did Taylor Mott meet Travis Hale?", "what did she say about him"),
         "What did Taylor Mott say about Travis Hale?"),
        (("When did Taylor Mott meet Travis Hale?", "what did she say about him", "and what did he say about her"),
         "What did Travis Hale say about Taylor Mott?"),
        (("what did kip mott say about ships", "who is he"), "who is kip mott"),
        (("What did Quill say about Brandt?", "What did Brandt reply to that?"), "Did Ivo Brandt reply to Ada Quill?"),
        (("What did Brandt say about Quill's plan?", "How did she react?"),
         "How did Ada Quill react to Quill's plan?"),
        (("What did Una Hale say about Rosa Marsh?", "How did she react?"), "How did Rosa Marsh react to Una Hale?"),
        (("What did Una Hale say about her son Marsh?", "and what does Marsh himself say?"),
         "What did Marsh Hale say about Una Hale's son Marsh?"),
        (("How many Britons died in the flood?", "did he resign"), "did he resign (Britons, died)"),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_fits(questions: tuple[str, ...], standalone: str) -> None:
    assert followed(*questions).understood.standalone == standalone


def test_somebody_of_another_gender_is_not_meant() -> None:
    assert somebody("What did the woman do?", "he") is None
    assert somebody("What did the bridge cost?", "he") is None
    assert somebody("What did the young farmer do in the end?", "she") == "the young farmer"


def test_who_he_meant_owns_his_lawyer_before_whom_he_spoke_of() -> None:
    asked = followed("Who is Ivo Brandt?", "What did he say about Rosa Marsh?", "and his lawyer?").understood

    assert asked.standalone.startswith("What did Ivo Brandt's lawyer say")


@pytest.mark.parametrize(
    ("shown", "first", "then", "standalone"),
    [
        ("Quill’s plan is bold.", "what did brandt say about quills plan", "how did she react",
         "how did Ada Quill react to Quill’s plan?"),
        ("Kip Mott fled.", "why did kip mott flee", "who is he", "who is Kip Mott"),
    ],
)  # fmt: skip
def test_names_typed_in_small_letters_are_those_of_the_quotes(
    shown: str, first: str, then: str, standalone: str
) -> None:
    assert followed(first, then, shown=shown).understood.standalone == standalone


def test_the_period_of_older_quotes_is_nobodys_question() -> None:
    for first in (ON_LEVEE, "How much will the levee cost?"):
        asked = followed(first, "and before that?", "what about Brandt").understood

        assert (asked.speaker, asked.topic, asked.until) == (BRANDT, "the levee", None)


def test_a_topic_lasts_over_a_question_that_was_answered_with_anything() -> None:
    conversation = Conversation()
    for question in (ON_LEVEE, "What did the Reds say?"):
        found = follow(question, conversation, read, SPEAKERS)
        # Nothing was found on the levee, and words on anything were shown.
        meant = found.otherwise.understood if found.otherwise else found.understood
        turn = Turn(question, "Words.", meant, outcome=Outcome.ANSWERED)
        conversation = Conversation((*conversation.turns, turn))

    asked = follow("And the Greens?", conversation, read, SPEAKERS).understood

    assert (asked.speaker, asked.topic) == ("Greens", "the levee")


@pytest.mark.parametrize(
    ("first", "then", "standalone"),
    [
        (ON_LEVEE, "What was the reason?", "What was the reason (the levee)?"),
        (ON_LEVEE, "who is the prime minister", "who is the prime minister"),
        ("What age did Quill propose?", "why?", "Why did Quill propose that?"),
        ("How many ships did Quill sell to Norland?", "when?", "When did Quill sell to Norland?"),
        (
            "Anyone against the Norland referendum?",
            "same question for the Dene plan",
            "Who opposed the Dene plan?",
        ),
        ("What did Quill say after the match?", "who scored?", "who scored (the match)?"),
        ("Why was Ivo Mott fired?", "What did Quill say about it?", "What did Ada Quill say about Ivo Mott?"),
    ],
)
def test_a_short_question_goes_on_about_what_was_talked_of(first: str, then: str, standalone: str) -> None:
    assert followed(first, then).understood.standalone == standalone


def test_the_outlet_is_asked_for_of_whatever_was_seen() -> None:
    turn = Turn(ON_LEVEE, "Words.", read(ON_LEVEE), ("q1",), Outcome.NOT_FOUND)

    assert follow("what's that from?", Conversation((turn,)), read, SPEAKERS).printed == ("q1",)


def test_the_agency_is_the_one_that_was_talked_of_before_another_that_is_called_so() -> None:
    found = followed("what did quill say about the levee?", "what did the agency say?")

    senses = [found]
    while (other := senses[-1].otherwise) is not None:
        senses.append(other)

    assert {each.understood.speaker for each in senses[:-1] if each.understood.speaker} == {"agency"}
    assert (senses[0].understood.topic, senses[1].near) == ("the levee", {"q1"})
    assert (senses[-1].understood.speaker, senses[-1].doubtful) == ("Norland News Agency", True)
