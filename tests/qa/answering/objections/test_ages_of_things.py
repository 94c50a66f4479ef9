from __future__ import annotations

import pytest

from qa.answering.objections.ages import gives_only_others_ages, tells_age
from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.datatypes import Article


def _doubts(question: str, quote: str, title: str) -> frozenset[Doubt]:
    return doubts(question, Surroundings(quote=quote, beside="", article=Article("a", quote, title)))


def test_somebodys_age_in_an_article_on_none_of_it_is_no_bridges() -> None:
    quote = "Quiet suits me, said the 61-year-old baker."

    assert Doubt.STRANGER in _doubts("How old is the rail bridge?", quote, "A baker retires")
    assert Doubt.STRANGER not in _doubts("How old is the rail bridge?", quote, "The bridge turns 61")
    assert Doubt.STRANGER not in _doubts("How old is she?", quote, "A baker retires")


@pytest.mark.parametrize(
    ("quote", "of_others"),
    [
        ("Tom Brandt, 46, is married to Ada Quill.", True),
        ("Ada Quill lives with Una Quill, 31, her sister.", True),
        ("“Ada Quill lost,” said Brandt, who is 46.", True),
        ("Ada Quill, 31, and Tom Brandt, 46, met in Dene.", False),
        ("Mrs Quill, 31, met Tom Brandt, 46.", False),
        ("Ada Quill met Brandt, 46. She turned 31 last month.", False),
        ("Ada Quill met Tom Brandt.", False),
    ],
)
def test_an_age_beside_anothers_name_is_not_whom_is_asked_for(quote: str, of_others: bool) -> None:
    for question in ("How old is Ada Quill?", "How old was Ada Quill when she lost?"):
        assert gives_only_others_ages(question, quote) is of_others
    assert not gives_only_others_ages("How old is the suspect?", quote)
    assert (Doubt.KIND in doubts("How old is Ada Quill?", Surroundings(quote, "", Article("a", quote)))) is (
        of_others or not any(letter.isdigit() for letter in quote)
    )


def test_the_age_of_somebody_on_a_bridge_is_not_the_bridges() -> None:
    assert tells_age("How old is the rail bridge?", "The 90-year-old iron bridge fell.")
    assert not tells_age("How old is the rail bridge?", "The 90-year-old keeper of the bridge fell.")


@pytest.mark.parametrize(
    ("question", "quote", "of_others"),
    [
        ("How old was the seaplane that fell into Harwick Bay?", "The pilot, 62, was not hurt.", True),
        ("How old is the bridge?", "Ada Quill, 31, crossed it with a 46-year-old baker.", True),
        ("How old is the bridge?", "The keeper, 62, said it was built 90 years ago.", False),
        ("How old is the goalie?", "Ada Quill, 19, saved three shots.", False),
        ("How old was the victim?", "The pilot, 62, was hurt.", False),
        ("How old was the shooter?", "Ada Quill, 31, was held.", False),
    ],
)
def test_the_age_of_a_pilot_is_not_that_of_the_plane(question: str, quote: str, of_others: bool) -> None:
    assert gives_only_others_ages(question, quote) is of_others


def test_the_age_of_whom_an_officer_shot_is_not_the_officers() -> None:
    question = "How old was the officer who shot the man in Harwick?"

    assert gives_only_others_ages(question, "The officer shot a 30-year-old Harwick male.")
    assert gives_only_others_ages(question, "The officer shot a 30-year-old man.")
    assert not gives_only_others_ages(question, "The 30-year-old officer shot a man.")
    assert not gives_only_others_ages(question, "The officer, 30, shot a man.")


@pytest.mark.parametrize(
    ("quote", "lacks"),
    [
        ("The council paid for the $2.1 million station, which is open 24/7.", True),
        ("The station opens at 5:30 p.m. for 40% of 12,000 riders.", True),
        ("The station has stood for 90 years.", False),
        ("The station was built in 1951.", False),
    ],
)
def test_a_sum_or_a_time_of_day_is_nobodys_age(quote: str, lacks: bool) -> None:
    found = doubts(
        "How old is the Dene station?", Surroundings(quote, "", Article("a", quote, "Dene station"))
    )

    assert (Doubt.KIND in found) is lacks


def test_an_age_of_now_is_not_that_of_another_time() -> None:
    assert tells_age("How old is Ada Quill?", "Ada Quill, now 53, won in 1990.")
    assert tells_age("How old was Ada Quill when she won?", "Ada Quill, 31, won on Sunday.")
    assert not tells_age("How old was Ada Quill when she won?", "Ada Quill, now 53, won in 1990.")


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Nineteen-year-old Ada Quill won.", True),
        ("“Twenty-one-year-old Quill won,” said Brandt.", True),
        ("Ada Quill knocks on doors. She asks. The 67-year-old baker is used to it.", True),
        ("Ada Quill knocks on doors. Tom Brandt opens. The 67-year-old is used to it.", False),
        ("Una Quill knocks on doors. The 67-year-old baker is used to it.", False),
        ("Ada Quill’s aunt knocks on doors. The 67-year-old is used to it.", False),
        ("The doors are open. The 67-year-old baker is used to it.", False),
    ],
)
def test_an_age_may_be_in_words_or_told_of_whom_was_named_last(quote: str, told: bool) -> None:
    assert tells_age("How old is Ada Quill?", quote) is told


def test_the_age_of_whom_somebody_hit_is_not_theirs() -> None:
    quote = "The woman hit a 9-year-old boy on the quay."

    assert gives_only_others_ages("How old is the mother who hit a boy?", quote)
    assert not gives_only_others_ages("How old was the boy who was hit?", quote)
    assert not gives_only_others_ages("How old is the mother who hit a boy?", f"{quote} She is 31.")
    assert not gives_only_others_ages("How old is the suspect who hit a boy?", "A 31-year-old man hit a boy.")


@pytest.mark.parametrize(
    "question",
    [
        "how old is the man they arrested over the levee fire",
        "How old was the man killed by the falling mast?",
        "How old is the man police found near the levee?",
    ],
)
def test_somebody_is_described_by_what_was_done_to_him_or_where(question: str) -> None:
    assert tells_age(question, "A 34-year-old man was held on Monday.")
    assert not gives_only_others_ages(question, "A 34-year-old man was held on Monday.")


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Tom Brandt, 46, said the bridge, built in 1887, would be mended.", True),
        ("The bridge at Dene was opened by the king in May 1887.", True),
        ("The iron bridge dates back to 1887.", True),
        ("The bridge leads to the mill, built in 1887.", False),
        ("Crews closed the bridge. The mill was built in 1887.", False),
    ],
)
def test_a_thing_is_as_old_as_the_year_in_which_it_was_made(quote: str, told: bool) -> None:
    question = "How old is the bridge?"

    assert tells_age(question, quote) is told
    assert not (told and gives_only_others_ages(question, quote))


@pytest.mark.parametrize(
    "told", ["Brandt paid Rs. 12 lakh.", "He was fined Rs500.", "The mill cost 15 crore."]
)
def test_a_sum_in_rupees_is_nobody_s_age(told: str) -> None:
    assert Doubt.KIND in _doubts("How old is Tom Brandt?", told, "Brandt")


@pytest.mark.parametrize(
    ("quote", "others"),
    [
        ("A 24-year-old Harwick driver was charged with hitting a girl in Dene.", True),
        ("A 12-year-old Dene girl was hit by a driver, 24.", False),
    ],
)
def test_the_age_of_who_did_it_is_not_that_of_the_one_it_was_done_to(quote: str, others: bool) -> None:
    assert (
        gives_only_others_ages("How old was the girl the Harwick driver is accused of hitting?", quote)
        is others
    )
