"""Who called for somebody to go: never the one who should."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.reported_acts import told_acts
from qa.answering.who_spoke.sought import Sought
from qa.answers import Answer, Outcome
from qa.datatypes import Article

Asker = Callable[[str], Callable[[str], Answer]]

HARBOUR = """A week at the harbour of Dene

Karl Brandt, who runs the harbour, called the strike a game.

His words prompted Ada Quill, who edits the Harwick Star, to call for Mr. Brandt's resignation.

“The crane needs me,” Mr. Brandt said. “My resignation would help nobody.”"""

LEAN = """The budget of Hale

Mayor Oda Hale spoke before the council on Monday. “The budget has stepped down a level,” Ms. Hale said.

Councillor Tom Orsa met reporters at noon: “Ask her when she means to step down.”"""


def test_whoever_was_prompted_to_call_for_it_did_so_and_not_whose_resignation_it_is(asker_of: Asker) -> None:
    answer = asker_of(HARBOUR)("Who called for Brandt's resignation?")

    assert answer.outcome is Outcome.ANSWERED
    assert "prompted Ada Quill" in answer.quotes[0].text
    assert "Karl Brandt" not in {quote.speaker for quote in answer.quotes}


def test_whoever_should_go_did_not_say_so(asker_of: Asker) -> None:
    answer = asker_of(LEAN)("Who said that Hale should step down?")

    assert answer.outcome is not Outcome.ANSWERED
    assert "Oda Hale" not in {quote.speaker for quote in answer.quotes}
    assert any("means to step down" in quote.text for quote in answer.quotes)


def test_words_that_do_not_name_who_should_do_it_may_say_so_at_most(asker_of: Asker) -> None:
    text = (
        "A day of papers\n\nInes Hale opened the fair.\n\n"
        "When Mr. Orsa opened his own accounts, he said: “My accounts are thinner than a baker’s.”"
    )

    answer = asker_of(text)("Who said Ines Hale should open her accounts?")

    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "text", "speaker"),
    [
        (
            "Who said Hale should build a bridge?",
            "A bridge for Hale\n\n“Hale should build a bridge,” Ivo Hale, a baker, said on Monday.",
            "Ivo Hale",
        ),
        (
            "Who said Ada Brandt should go free?",
            "A day at court\n\n“Ada Brandt should go free,” said Otto Brandt, her lawyer.",
            "Otto Brandt",
        ),
    ],
    ids=["of a place", "of a relative"],
)
def test_who_speaks_of_a_namesake_by_name_did_say_so(
    asker_of: Asker, question: str, text: str, speaker: str
) -> None:
    answer = asker_of(text)(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == speaker


@pytest.mark.parametrize(
    ("lemma", "sentence", "who"),
    [
        ("call for", "The row has prompted Ada Quill to call for a vote.", ["Ada Quill"]),
        (
            "call for",
            "The row led Ada Quill, a baker in the town of Dene, to call for a vote.",
            ["Ada Quill"],
        ),
        ("call for", "The row was prompted by Ada Quill to call for a vote.", []),
        ("call for", "The row has led, in some towns, to call for a vote.", []),
        ("call for", "This led, in some towns to call for a vote.", []),
        ("call for", "The row could have prompted Ada Quill to call for a vote.", []),
        ("call for", "The row never prompted Ada Quill to call for a vote.", []),
        ("resign", "The vote prompted Ada Quill to ask Ivo Brandt to resign.", []),
        ("resign", "The vote prompted calls for Ivo Brandt to resign.", []),
        ("resign", "The vote prompted Ivo Brandt to resign.", ["Ivo Brandt"]),
    ],
)
def test_what_somebody_was_prompted_to_do_they_did(lemma: str, sentence: str, who: list[str]) -> None:
    sought = Sought.of(lemma, "the vote")
    assert sought is not None

    assert [told.who for told in told_acts(sought, Around(Article("a", sentence)))] == who


def test_whoever_called_on_somebody_praised_nobody(asker_of: Asker) -> None:
    text = (
        "The council of Dene met\n\nAda Quill called on Tom Brandt to stay at home after he had tested positive.\n\n"
        "Ivo Hale called Brandt’s plan positive.\n\nThe council meets again in May."
    )

    answer = asker_of(text)("Who agrees with Brandt?")

    assert "Ada Quill" not in dict(answer.voices)
    assert "Ivo Hale" in dict(answer.voices)
