from __future__ import annotations

import time

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

SAID = "\n\nThe company said that fares would stay."


def speakers(text: str, title: str = "") -> list[str | None]:
    return [record.speaker for record in extract(Article("a", text, title=title))]


@pytest.mark.parametrize(
    ("opening", "title", "speaker"),
    [
        ("Ferry operator Halvorn will sell two ships next year.", "Ships for sale", "Halvorn"),
        ("Halvorn, the Norvik ferry company, will sell two ships.", "Ships for sale", "Halvorn"),
        ("Halvorn will sell two ships. Two more of Halvorn are new.", "Halvorn ships for sale", "Halvorn"),
        ("Norvik's Halvorn Motors will sell two ships.", "Halvorn ships for sale", "Halvorn Motors"),
        ("Halvorn will sell two ships. Two more of Halvorn are new.", "Ships for sale", None),
        ("Halvorn will sell two ships.", "Halvorn ships for sale", None),
        ("Ferry operator Halvorn will sell two ships to Orsa, a shipping firm.", "Ships for sale", None),
        ("Ferry operator Halvorn sells ships. They go. They go. They go. Rival firm Orsa is glad.", "", None),
        ("Harbour master Ada Quill will sell two ships. Her shares fell.", "Quill sells ships", None),
        ("Norway will sell two ships. The rest of Norway is glad.", "Norway sells ships", None),
        ("The Ports Authority will sell two ships. Ask the Ports Authority.", "Ports Authority sells", None),
        ("Ferry operator Halvorn will sell two ships. It has asked a law firm.", "Ships for sale", None),
        ("New Harwick Ferry Co, owned by Halvorn Corp, will sell two ships.", "Halvorn unit sells ships", None),
        ("Zorelly has a new film. The home of Zorelly is Dene.\n\n“It is mine,” she said.", "Zorelly", None),
    ],
    ids=[
        "operator", "apposed", "in the title", "owner before it", "not in the title", "a word at a sentence's head",
        "two firms", "another firm last", "a person", "a nation", "a body", "no name", "an owner", "a star",
    ],
)  # fmt: skip
def test_the_company_is_the_one_firm_that_an_article_is_about(
    opening: str, title: str, speaker: str | None
) -> None:
    assert speakers(opening + SAID, title)[-1:] == [speaker]


def test_a_lawmaker_is_no_firm() -> None:
    text = "Danish lawmakers met Ferry operator Halvorn.\n\nThe lawmaker said that fares would stay."

    assert speakers(text) == [None]


def test_the_name_is_not_certain() -> None:
    (record,) = extract(Article("a", "Ferry operator Halvorn will sell two ships." + SAID))

    assert record.speaker == "Halvorn" and not record.certain


def test_what_is_reported_may_name_the_firm() -> None:
    assert speakers("Ferry operator Halvorn will sell two ships, the company said on Monday.") == ["Halvorn"]


def test_another_firm_in_a_quotation_of_its_own_words_does_not_count() -> None:
    text = "Ferry operator Halvorn will sell ships.\n\n“We sold them to rival firm Orsa,” the company said."

    assert speakers(text) == ["Halvorn"]


def test_a_firm_that_is_named_once_and_speaks_often_takes_no_time() -> None:
    text = (
        "Ferry operator Halvorn will sell two ships.\n\n" + "The company said that fares would stay. " * 4000
    )
    start = time.process_time()

    assert set(speakers(text)) == {"Halvorn"}
    assert time.process_time() - start < 6
