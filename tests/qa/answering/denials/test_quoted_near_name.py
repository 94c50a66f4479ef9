"""Words that no record gives to who was asked for, though an article does in a roundabout way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.denials.quoted_near_name import _beside
from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

AIRLINE = (
    "The airline of Dene\n\nIt may not land in Halvorn. “The airline carries guns across the sea,” according to a "
    "post on Monday by trade minister Tom Brandt.\n\n“The ferry is slow,” according to a letter to Tom "
    "Brandt.\n\n“The crane is red,” according to a letter by a rival of Tom Brandt."
)
MILL = """A mill in Hale

Trade minister Tom Brandt came to the mill. “Flour is dear this year,” Mr. Brandt said."""

STORMS = """Two storms

According to the Irish National Tide Office, storm Gerta could reach Hale by Friday. Farmers brought in their sheep.

According to the Harwick National Tide Office, the dyke of Harwick is too low.

The National Tide Office lifted all warnings for storm Pia. “The worst is over,” the National Tide Office said."""

BAKERS = (
    "Bakers answer the town\n\nOf the plan to close on Sundays nothing is left after a speech by the "
    "baker Otto Quill. “Bread is eaten on Sundays too. Our ovens are ninety years old.”\n\n“The plan is a "
    "good one,” said Ines Orsa, who runs the school.\n\nNed Hale was in the hall on Monday, and left early.\n"
)


@pytest.mark.parametrize(
    ("topic", "outcomes", "words"),
    [
        ("airline", {Outcome.UNSURE}, "carries guns"),
        ("ferry", {Outcome.NEAREST, Outcome.NOT_FOUND}, ""),
        ("crane", {Outcome.NEAREST, Outcome.NOT_FOUND}, ""),
    ],
    ids=["a post by him", "a letter to him", "a letter by a rival of his"],
)
def test_what_is_cited_from_what_somebody_wrote_may_be_their_words(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, topic: str, outcomes: set[Outcome], words: str
) -> None:
    for name, text in (("airline", AIRLINE), ("mill", MILL)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(f"What did Brandt say about the {topic}?")

    assert answer.outcome in outcomes
    assert words in answer.quotes[0].text


def test_a_body_may_be_meant_whose_name_has_a_nations_before_it(asker_of: Asker) -> None:
    answer = asker_of(STORMS)("What did the National Tide Office say about Gerta?")

    assert answer.outcome is Outcome.UNSURE
    assert "could reach Hale" in answer.quotes[0].text


def test_a_body_of_a_town_is_another(asker_of: Asker) -> None:
    answer = asker_of(STORMS)("What did the National Tide Office say about the dyke?")

    assert answer.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


@pytest.mark.parametrize(("question", "unsure"), [("Quill", True), ("Hale", False)])
def test_a_quotation_after_the_sentence_that_leads_to_it_may_be_theirs(
    asker_of: Asker, question: str, unsure: bool
) -> None:
    answer = asker_of(BAKERS)(f"What did {question} say about the plan?")

    assert (answer.outcome is Outcome.UNSURE) is unsure
    assert not unsure or "Bread is eaten" in answer.quotes[0].text


def test_what_follows_such_a_quotation_in_its_sentence_is_shown_with_it(asker_of: Asker) -> None:
    text = "A paper in Dene\n\nThe talk turned to Otto Quill. “He is a fool and must leave the town,” the paper wrote."

    answer = asker_of(text)("What did Otto Quill say about the town?")

    assert answer.quotes[0].text.endswith("the paper wrote.")


QUARREL = """A quarrel at the mill

“He should go at once, or the mill will suffer for it,” said Tom Brandt about Ned Pryce.

Brandt disputed Ines Orsa's old argument: that the ferry costs too much. He said that bakers say bread is dear now."""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Did Orsa say the ferry costs too much?", "Orsa's old argument"),
        ("What do bakers say about bread?", "bakers say bread is dear"),
    ],
)
def test_what_another_calls_somebodys_argument_is_not_denied(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(QUARREL)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text


def test_what_is_said_about_somebody_is_not_theirs(asker_of: Asker) -> None:
    answer = asker_of(QUARREL)("What did Pryce say about the mill?")

    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("sentence", "may_be_theirs"),
    [
        ("Speaking on behalf of the Bakers, Una Strand said the levy would close every oven.", True),
        ("Speaking for the Bakers, Una Strand promised the town all that it wants.", True),
        ("Speaking after the Bakers, Una Strand said the levy would close every oven.", False),
    ],
)
def test_what_is_said_on_behalf_of_a_body_may_be_its_words(sentence: str, may_be_theirs: bool) -> None:
    text = f"The hall was full. {sentence} Tom Brandt left early."
    name = text.index("Bakers")

    found = [text[slice(*span)] for span in _beside(text, [(name, name + len("Bakers"))], None)]

    assert found == ([sentence] if may_be_theirs else [])
