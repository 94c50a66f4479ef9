from __future__ import annotations

import pytest

from qa.answering.objections.asked_kinds import holds_asked_kind
from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.answering.objections.sums import asks_for_sum, holds_sum, prices_what_is_asked
from qa.datatypes import Article
from qa.language.lexicon.money import CURRENCY_LETTERS, CURRENCY_SIGNS, CURRENCY_WORDS


@pytest.mark.parametrize(
    "text",
    [
        "She paid 400 crowns.",
        "He earns 400 a week.",
        "It cost $92,000.",
        "Brandt owes 5,200.",
        "3m was spent",
        "Hale was offered Rs3,640 for a metre of land.",
        "Brandt sold boats for Rs. 12 lakh.",
        "The mill is worth two crore.",
        "A ride costs KSh200.",
    ],
)
def test_a_text_holds_a_sum(text: str) -> None:
    assert holds_sum(text)


@pytest.mark.parametrize(
    "sum_",
    [
        *(f"{sign}5" for sign in (*CURRENCY_SIGNS, *CURRENCY_LETTERS)),
        *(f"5 {word}" for word in sorted(CURRENCY_WORDS)),
    ],
)
def test_a_sum_is_one_in_every_currency(sum_: str) -> None:
    assert holds_sum(f"The ferry cost {sum_}.")
    assert holds_asked_kind("How much did the ferry cost?", f"It cost {sum_}.")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry has 12 boats.",
        "Nine men and 33 workers came.",
        "It sank 25 feet down on 12 May.",
        "It opens at 5 a.m. and shuts at 5 o’clock.",
        "It burned at 7:13 p.m. on Sept. 9 in Dene.",
        "It broke the road in 2 years and hers 5 times.",
        "Quill did better than any of 11 Dene candidates.",
        "The road to Port du Lac is shut.",
    ],
)
def test_what_counts_people_and_things_holds_none(text: str) -> None:
    assert not holds_sum(text)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What are the new buses costing?", True),
        ("What is the bridge costing the council?", False),
        ("How much damage did the fire do?", True),
        ("How much funding does the school get?", True),
        ("How much rain fell?", False),
        ("How much did Ada Quill win at the fair?", True),
        ("By how much did Harwick win?", False),
        ("How much did Harwick win by?", False),
    ],
)
def test_a_sum_is_asked_for_in_other_words(question: str, asks: bool) -> None:
    assert asks_for_sum(question) is asks


@pytest.mark.parametrize(
    ("text", "priced"),
    [
        ("Family passes starting at $18 go on sale in May.", True),
        ("The passes sell for $30 at the gate.", True),
        ("Quill raised $30 for the fair.", False),
    ],
)
def test_what_is_sold_for_a_sum_has_that_price(text: str, priced: bool) -> None:
    assert prices_what_is_asked("What do tickets for the fair cost?", text) is priced


def test_a_number_before_a_preposition_may_still_be_a_sum() -> None:
    assert holds_sum("Quill paid 400 for members of the guild.")


@pytest.mark.parametrize(
    ("question", "told", "unreal"),
    [
        (
            "How much did Hale have to pay Quill?",
            "Quill filed a suit seeking $10 million in damages from Hale.",
            True,
        ),
        (
            "How much money did the Guild get?",
            "The Guild of Dene had asked the council for $2 million.",
            True,
        ),
        ("How much was Quill awarded?", "Quill is suing the mill for Rs. 5 lakh.", True),
        ("How much was Quill awarded?", "Quill sought an estimated $2m in damages and costs.", True),
        ("How much did Dene pay for Hale?", "Dene wanted a striker and bought Hale for $3m.", False),
        ("How much did Quill give?", "Quill, who wanted to help, spent $5m on the mill.", False),
        ("How much was Quill awarded?", "Quill, who sought $2 million, was awarded $30,000.", False),
        ("How much did Quill sue for?", "Quill is suing the mill for $2 million.", False),
        ("How much did Hale pay?", "Hale wanted the yard and paid $2 million for it.", False),
    ],
)
def test_a_sum_that_is_asked_for_is_not_what_was_paid(question: str, told: str, unreal: bool) -> None:
    passage = Surroundings(quote=told, beside="", article=Article("a", told, "Dene"))

    assert (Doubt.UNREAL in doubts(question, passage)) is unreal
