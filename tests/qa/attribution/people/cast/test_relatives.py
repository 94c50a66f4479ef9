"""Who is named by the surname alone beside relatives who are named in full."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

BESIDE = {
    "in a list": "“We pay,” Quill said. The clerk thanked President Quill, Secretary Guy Hale and Ada Quill. Quill "
    "said it was late.",
    "a child": "“We pay,” Quill said. Quill's daughter Ada Quill was there. Quill said it was late.",
    "his child": "“We pay,” Quill said. Quill defended his son Ivo Quill in court. Quill said it was late.",
    "a son by his suffix": "“We pay,” Quill said. Mr. Quill was with Ivo Quill Jr. in May. Quill said it was late.",
    "along with": "“We pay,” Quill said. Quill asked Guy Hale to come, along with Ada Quill. Quill said it was late.",
}  # fmt: skip


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_a_surname_beside_a_relative_in_full_is_somebody_elses(text: str) -> None:
    by = [record.speaker for record in extract(Article("a", text))]

    assert by[0] == by[-1] == "Quill"


ONE = {
    "nobody else is named": "“We pay,” Quill said. Ada Quill had come early. Quill said it was late.",
    "told in one sentence": "“We pay,” Quill said. Quill left when Ada Quill was ill. Quill said it was late.",
    "in full before": "Ada Quill came. “We pay,” Quill said. The clerk saw Quill and Ada Quill. Quill said "
    "it was late.",
    "another surname": "“We pay,” Quill said. Brandt's daughter Ada Quill was there. Quill said it was late.",
}  # fmt: skip


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_else_the_only_full_name_is_whose_the_surname_is(text: str) -> None:
    by = [record.speaker for record in extract(Article("a", text)) if record.rule != "about"]

    assert by[0] == by[-1] == "Ada Quill"


def test_a_title_of_the_relatives_gender_is_the_relatives() -> None:
    text = "“We pay,” Quill said. President Quill and Ada Quill came. Ms. Quill said it was late."

    first, *_, last = [record.speaker for record in extract(Article("a", text))]

    assert first == "Quill"
    assert last != "Quill"


def test_young_quill_is_not_the_quill_who_is_named_in_full() -> None:
    text = "Guy Quill came in May. “We pay,” young Quill said."

    assert {record.speaker for record in extract(Article("a", text))}.isdisjoint({"Guy Quill"})


WIVES = {
    "Mrs.": "Senator John Marsh came. “We pay,” Mrs. Marsh said.",
    "Ms., beside Mr.": "John Marsh came. Mr. Marsh was ill. Ms. Marsh said it was late.",
}


@pytest.mark.parametrize("text", WIVES.values(), ids=WIVES)
def test_a_title_of_the_other_gender_is_a_wifes_or_a_husbands(text: str) -> None:
    assert extract(Article("a", text))[-1].speaker != "John Marsh"


def test_a_title_says_more_of_somebodys_gender_than_a_given_name() -> None:
    text = "Kurt Lindt came. “We pay,” Ms. Lindt said."

    assert [record.speaker for record in extract(Article("a", text))] == ["Kurt Lindt"]


def test_mrs_is_the_wife_whom_the_article_introduces() -> None:
    text = "Ivo Marsh runs the mill. Kestra Marsh, the miller's wife, is ill. “We pay,” Mrs. Marsh said."

    assert extract(Article("a", text))[-1].speaker == "Kestra Marsh"


OTHERS = {
    "a man's daughter": "Earlier he thanked his daughter Ada Quill. “We pay,” Mr. Quill said.",
    "who has an aide, named in passing": (
        "President Quill came to Harwick. So did an aide to Ada Quill. “We pay,” President Quill said."
    ),
    "a president's wife": "First Lady Ada Quill came to Harwick. “We pay,” President Quill said.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_man_is_not_the_woman_of_his_family_who_alone_is_named_in_full(text: str) -> None:
    (record,) = (record for record in extract(Article("a", text)) if "pay" in text[slice(*record.content[0])])

    assert record.speaker == "Quill"


def test_a_president_may_be_named_in_full_after_the_title() -> None:
    text = (
        "An aide to President Quill left. Ada Quill, the president, was ill. “We pay,” President Quill said."
    )

    assert [record.speaker for record in extract(Article("a", text))] == ["Ada Quill"]


def test_a_wife_keeps_her_title_beside_her_husbands() -> None:
    text = "Mr Quill said it was safe. His wife Ada Quill said it leaked. Mrs Quill added that it was old."

    assert [record.speaker for record in extract(Article("a", text))] == ["Quill", "Ada Quill", "Ada Quill"]


@pytest.mark.parametrize("kin", ["His wife, Jolyska Qaz,", "His late brother's wife, Jolyska Qaz,"])
def test_an_unknown_name_after_a_relative_is_a_persons(kin: str) -> None:
    text = f"Ivo Qaz was freed. {kin} wept on the quay. “He mends boats,” she said."

    assert [record.speaker for record in extract(Article("a", text))] == ["Jolyska Qaz"]


@pytest.mark.parametrize(
    "text",
    [
        "President Quill came on Monday. His daughters, Mia and Ida Quill, stood beside him. “It is good,” Quill said.",
        "Mayor Quill opened the pier with Ada Quill, his wife. “It is open,” Quill said.",
        "Quill came on Monday. His two sons, Tom, 12, and Bert Quill, did not. “It is done,” Quill said.",
        "Quill won on Monday. His brother, Bert Quill, ran for nothing. “We won,” Quill said.",
        "The first lady, Ada Quill, came late. “We are glad,” President Quill said.",
        "A clerk wrote to Mia and Ada Quill about the birds that President Quill spared. “I do it gladly,” Quill said.",
    ],
    ids=["several", "after the name", "with ages", "in the sentence after", "first lady", "two of a family"],
)
def test_a_surname_before_a_relative_of_theirs_is_somebody_elses(text: str) -> None:
    assert extract(Article("a", text))[-1].speaker == "Quill"
