"""Of which firm somebody is whom an article calls "the company's chairman" or "its chief executive"."""

from __future__ import annotations

import itertools
import time

import pytest

from qa.attribution.extractor import extract, extract_all
from qa.datatypes import Article, DescriptionKind

OPENING = "Tide Foods, the retailer, will close nine shops in Harwick. "


def owners(text: str) -> dict[str | None, str | None]:
    found = extract_all(Article("a", text, title="Tide Foods to close shops")).descriptions
    return {one.who: one.of for one in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "The company's chief executive Ada Quill said it was late.",
        "Ada Quill, chairwoman of the retail giant, said it was late.",
        "Its chief executive Ada Quill said it was late.",
        "It said its chief executive Ada Quill was late.",
        "Ada Quill, a spokeswoman for the company, said it was late.",
        "Ada Quill, head of media relations at the retail giant, said it was late.",
    ],
    ids=["the company's", "of the giant", "its", "it and its", "for the company", "at the giant"],
)
def test_who_is_of_the_company_is_of_the_firm_that_the_article_is_about(sentence: str) -> None:
    assert owners(OPENING + sentence)["Ada Quill"] == "Tide Foods"


@pytest.mark.parametrize(
    "sentence",
    [
        "It sold them to Orsa Bank plc. The company's chief executive Ada Quill said it was late.",
        "It bought a shipping firm. The company's chief executive Ada Quill said it was late.",
        "It sued the Ports Authority. Its chief executive Ada Quill said it was late.",
        "The rain came. Nobody was hurt. Its chief executive Ada Quill said it was late.",
        "Norland said its chairman, Ada Quill, would come.",
        "The town and its chief executive Ada Quill said it was late.",
        "It met the town council. Its chief executive Ada Quill said it was late.",
        "Ada Quill, chairwoman of the parent company, said it was late.",
    ],
    ids=[
        "another firm",
        "a firm without a name",
        "a body between",
        "too far",
        "who has its own",
        "two who have their own",
        "a body in small letters between",
        "the parent company",
    ],
)
def test_nobody_is_given_to_a_firm_where_another_may_be_meant(sentence: str) -> None:
    assert owners(OPENING + sentence)["Ada Quill"] is None


def test_who_heads_a_firms_media_relations_speaks_for_it() -> None:
    text = OPENING + "Ada Quill, head of media relations at the retail giant, said it was late."

    (said,) = extract_all(Article("a", text, title="Tide Foods to close shops")).descriptions
    record = extract(Article("a", text, title="Tide Foods to close shops"))[-1]

    assert said.kind is DescriptionKind.SPEAKS_FOR
    assert (record.speaker, record.speaks_for) == ("Ada Quill", "Tide Foods")


def test_a_head_of_a_part_in_capitals_does_not_head_the_whole() -> None:
    text = "It is the choice of Dene Rovers' new Head of Ferry Relations Tom Brandt, who left Harwick."

    (said,) = extract_all(Article("a", text)).descriptions

    assert (said.what, said.of) == ("head of ferry relations", "Dene Rovers")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Dene Rovers lost to Orsa Town. Rovers coach Tom Brandt said it was late.", "Dene Rovers"),
        ("Dene Rovers lost to Orsa Rovers. The Rovers coach, Tom Brandt, said it was late.", "Rovers"),
        ("They met at the White House. The House chairman, Tom Brandt, said it was late.", "House"),
        ("It rained in South Dene. Dene mayor Tom Brandt said it was late.", "Dene"),
    ],
    ids=["one team", "two teams", "a house", "a place"],
)
def test_a_teams_last_word_is_its_whole_name_where_one_has_it(text: str, of: str) -> None:
    found = extract_all(Article("a", text)).descriptions

    assert [one.of for one in found if one.who == "Tom Brandt"] == [of]


@pytest.mark.parametrize(
    "text",
    [
        "Tide Foods plc will close " + "and its chief executive Ada Quill " * 7000,
        " ".join(
            f"{''.join(name).title()} Rovers lost. Rovers coach Tom Brandt left."
            for name in itertools.islice(itertools.product("abcdefghij", repeat=4), 7000)
        ),
    ],
    ids=["one sentence", "many teams"],
)
def test_who_is_of_a_firm_or_a_team_takes_no_time_in_a_long_text(text: str) -> None:
    start = time.process_time()

    assert extract_all(Article("a", text, title="Tide Foods to close shops")).descriptions
    assert time.process_time() - start < 8
