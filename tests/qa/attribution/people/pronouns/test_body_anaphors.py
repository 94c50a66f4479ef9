"""For which body "it" and "the company" stand."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def last_speaker(text: str) -> str | None:
    return extract(Article("a", text))[-1].speaker


@pytest.mark.parametrize(
    "text",
    [
        "The Herring Board urged the ministers to wait. It said the quota was too low.",
        "The Herring Board said no. It also warned that boats would stay in port.",
        "Stocks have fallen, the Herring Board has said.\n\nIt said data from the nets showed a loss.",
        "The Herring Board welcomed the news. But the organisation urged boats to wait.",
        "The Herring Board said the quota was low, and the board said it would fall again.",
        "The Herring Board said no. And it said boats would stay in port.",
        "The Herring Board said that the Ports Authority had the figures. It said the quota was too low.",
        "The Herring Board said no. Nobody came. The board said the quota was too low.",
        "The Herring Board admitted the losses. “We are sorry for them,” it said in a statement.",
        "The Herring Board said no. “The Ports Authority left. It is a pity,” it added. “We will wait.”",
    ],
)
def test_a_body_that_has_just_spoken_is_meant(text: str) -> None:
    assert last_speaker(text) == "Herring Board"


@pytest.mark.parametrize(
    "text",
    [
        "The Herring Board praised the Ports Authority. It said the quota was too low.",
        "Ada Quill said the quota had fallen. It said the quota was too low.",
        "The Herring Board said no. Nobody came. It said the quota was too low.",
        "The Herring Board said no. The report said the quota was too low.",
        "The Herring Board said no. The government said the quota was too low.",
        "The Herring Board said no. The board that met in Dene said the quota was too low.",
        "The Herring Board said no. The group led by the boatmen said the quota was too low.",
        "The Herring Board said no. The union said its members would stay out.",
        "The Herring Board said no, but the company said the quota was too low.",
        "The Herring Board said no. Nobody came. “We will wait,” it said.",
        "The Herring Board said no. The Ports Authority met. “We will wait,” it said.",
        "The Herring Board said no. “We are sorry,” said Ada Quill. “We will wait,” it said.",
    ],
)
def test_it_is_nobody_where_another_may_be_meant(text: str) -> None:
    assert last_speaker(text) is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dene is dry, says the Harbour Department. The agency said it would wait.", "Harbour Department"),
        ("The FBI said no. Nobody came. The agency said it would wait.", "FBI"),
        ("Orsa Inc said no. The agency said it would wait.", None),
        ("The Herring Alliance said no. The agency said it would wait.", None),
    ],
)
def test_an_agency_is_what_offices_and_services_are(text: str, speaker: str | None) -> None:
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for the Herring Board said no. “It is wrong,” the organisation said.", "Herring Board"),
        ("“No,” said an Orsa Foods spokeswoman. The company said it would wait.", "Orsa Foods"),
        ("A spokesman for Ada Quill said no. The company said it would wait.", None),
        ("A spokesman for Orsa Foods praised Brandt Inc. The company said it would wait.", None),
    ],
)
def test_a_body_has_spoken_by_whoever_speaks_for_it(text: str, speaker: str | None) -> None:
    record = extract(Article("a", text))[-1]

    assert record.speaker == speaker and not (record.speaker and record.certain)


QUIET = " It was short. It rained in Dene. The boats stayed in. Nobody came. The quay was shut. It was late."
"""Six sentences that name no body."""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Quill campaign met. The campaign said it was late.", "Quill campaign"),
        ("The Quill campaign met." + QUIET + " The campaign said it was late.", "Quill campaign"),
        ("The Quill campaign met." + QUIET * 2 + " The campaign said it was late.", None),
        ("The Dene Foundation met." + QUIET * 2 + " The foundation said it was late.", "Dene Foundation"),
        ("The Orsa campaign met. The Quill campaign met. The campaign said it was late.", "Quill campaign"),
        ("The Orsa campaign met. The Quill campaign met." + QUIET + " The campaign said it was late.", None),
        ("The Orsa campaign met. Ada Quill’s election campaign met. The campaign said it was late.", "Quill campaign"),
        ("The Danish government met. The government in Harwick said it was late.", None),
        ("The Quill administration on Friday met. The administration said it was late.", "Quill administration"),
        ("The Dene Group met. The group led by Ivo Brandt said it was late.", None),
        ("The Dene Group met. The group of boatmen said it was late.", None),
    ],
    ids=[
        "near", "farther", "far", "a body's own noun", "the last of two", "two, and far", "an owner with an adjective",
        "another place", "a day after it", "another's", "other people's",
    ],
)  # fmt: skip
def test_a_noun_is_the_last_group_that_is_called_so(text: str, speaker: str | None) -> None:
    assert last_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Orsa Inc said it would buy Brandt Corp. The company said the price was fair.",
        "Orsa Inc said its stores had sold less. The price was fair. The retailer said it would open none.",
        "Orsa Inc said it would close. “Nobody is surprised,” said Ada Quill, who leads it. The company said why.",
        "Orsa Inc said it would close. Analysts said they had feared so. The glassmaker said it had tried.",
    ],
)
def test_a_noun_for_a_firm_reaches_past_what_others_say(text: str) -> None:
    assert last_speaker(text) == "Orsa Inc"


def test_a_bare_name_is_a_firm_where_it_is_called_one() -> None:
    assert last_speaker("Orsa said sales had fallen. The company said it would open no more shops.") == "Orsa"


@pytest.mark.parametrize(
    "text",
    [
        "Orsa Inc said it would buy Brandt Corp now. Brandt Corp has lost money. The company said the price was fair.",
        "Orsa Inc said it would close.\n\nNobody came.\n\nIt rained.\n\nIt was late.\n\nThe company said why.",
        "The Appeal Court said it would hear the case. The group said its members would wait.",
        "The Herring Board said it would close. The company said the price was fair.",
        "Mr Orsa said sales had fallen. The company said it would open no more shops.",
    ],
)
def test_a_noun_for_a_firm_is_nobody_where_another_may_be_meant(text: str) -> None:
    assert last_speaker(text) is None


def test_labour_is_the_party_where_an_article_names_it_within_a_sentence_too() -> None:
    assert last_speaker("The plan came from Labour. Labour says the document is late.") == "Labour"
    assert last_speaker("Ada Quill said the docks need hands. Labour says the board is dear.") != "Labour"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Herring Board said it would not comment on the fee.", "Herring Board"),
        (
            "Boats may wait, but the Herring Board has said that it would not answer questions.",
            "Herring Board",
        ),
        ("The Herring Board said on Monday it had no comment on the claims.", "Herring Board"),
        ("Tom Brandt said it would not comment on the fee.", None),
        ("The Herring Board met. The clerk said it would not comment on the fee.", None),
    ],
    ids=["said it", "has said that it", "said on Monday it", "of a person", "of a clerk"],
)
def test_it_that_will_not_speak_is_the_body_that_says_so(text: str, speaker: str | None) -> None:
    assert last_speaker(text) == speaker
