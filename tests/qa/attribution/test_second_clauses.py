"""Whose the words of a second clause are, where one's own end, and whom a pronoun beside a picture's credit means."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def found(text: str) -> list[tuple[str | None, str]]:
    """Return speaker and words, the parts of which a dash joins."""
    return [
        (one.speaker, " – ".join(text[start:end] for start, end in one.content))
        for one in extract(Article("a", text))
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Quill asked Bert how it was; he looked at her and said, “I am wet and cold.”", None),
        ("Ada Quill asked how it was; very sadly he looked at me and said, “I am wet and cold.”", None),
        ("Ada Quill left early and he looked at me and said, “I am wet and cold.”", None),
        ("Ada Quill left early and Ivo Brandt stayed and said, “I am wet and cold.”", "Ivo Brandt"),
        ("Ada Quill asked how it was and said, “I am wet and cold.”", "Ada Quill"),
    ],
)
def test_whoever_a_second_clause_is_about_says_what_follows(text: str, speaker: str | None) -> None:
    assert [who for who, words in found(text) if words == "“I am wet and cold.”"] == [speaker]


@pytest.mark.parametrize(
    "source",
    ["Ada Quill", "Ada Quill, director of boats", "Ada Quill, Orsa’s managing director of boats"],
)
def test_according_to_may_open_a_second_clause(source: str) -> None:
    quoted = found(f"It runs in Harwick, but according to {source}, “if we can, it goes on.”")
    plain = found(f"It runs in Harwick, but according to {source}, it will not run in May.")

    assert quoted == [("Ada Quill", "“if we can, it goes on.”")]
    assert plain == [("Ada Quill", "it will not run in May")]


def test_who_reports_what_a_source_without_a_name_shows_says_so() -> None:
    by_source = "Ada Quill said that, according to {}, the man fled in May."

    assert found(by_source.format("the investigation")) == [("Ada Quill", "the man fled in May")]
    assert found(by_source.format("Ivo Brandt")) == [("Ivo Brandt", "the man fled in May")]


@pytest.mark.parametrize("join", ["leaving open what is", "suggesting that boats are next"])
def test_what_the_article_adds_to_a_quotation_is_nobodys(join: str) -> None:
    text = f"Ada Quill said “avoiding the lower lock is not a crime,” {join}."

    assert found(text)[0] == ("Ada Quill", "“avoiding the lower lock is not a crime,”")


def test_a_quotation_that_goes_on_after_a_participle_is_whole() -> None:
    text = "Ada Quill said “the long lower lock of Harwick,” leaking since May, “is to be shut.”"

    assert found(text) == [("Ada Quill", text[len("Ada Quill said ") :])]


def test_two_clauses_of_a_point_are_one() -> None:
    text = "Ada Quill made the point that it was late and that the board could act now. It rained."

    assert found(text) == [("Ada Quill", "it was late and that the board could act now")]


def test_considering_that_is_no_thought_of_the_subject() -> None:
    assert found("Considering that the market is dying, Orsa is right to leave.") == []
    assert found("Believing that the market is dying, Ada Quill left.") == [
        ("Ada Quill", "the market is dying")
    ]


@pytest.mark.parametrize(
    "credit",
    ["PHOTO CREDIT: Carla Brandt", "(Photo by Carla Brandt)", "Photo courtesy of Carla Brandt"],
)
def test_who_took_a_picture_is_not_whom_she_means(credit: str) -> None:
    text = f"Clerk Lena Quill runs the ferry. {credit}\n\nThe issue is its price. She said, “It is dear.”"

    assert found(text) == [("Lena Quill", "“It is dear.”")]


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("Yet Carl Quill, head of boats, agreed. He added that it leaks.", "Carl Quill"),
        ("Qazo Quill, head of boats, agreed with it. He added that it leaks.", "Qazo Quill"),
    ],
)
def test_he_added_goes_on_with_who_agreed(second: str, speaker: str) -> None:
    assert found(f"Tony Marsh said it held.\n\n{second}")[-1] == (speaker, "it leaks")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("His claim that it had leaked was odd.", "it had leaked"),
        ("His response was, “It is late, and I am tired.”", "“It is late, and I am tired.”"),
        ("His answer was: “It is late, and I am tired.”", "“It is late, and I am tired.”"),
    ],
)
def test_his_is_whose_words_they_are(text: str, words: str) -> None:
    assert found(f"Tony Marsh said it held. {text}")[-1] == ("Tony Marsh", words)


def test_a_statement_may_be_described_at_length() -> None:
    text = "Tony Marsh, a farmer, gave a long, but sober, statement: “I did not sail at all in May.”"

    assert found(text) == [("Tony Marsh", "“I did not sail at all in May.”")]
    assert found("Tony Marsh got a long, but sober, statement: “I did not sail at all in May.”") == []


@pytest.mark.parametrize(
    ("verb", "speaker"), [("said", "Ada Quill"), ("denied", None), ("did not say", None)]
)
def test_what_a_report_tells_is_whose_who_says_so_and_never_whose_who_denies_it(
    verb: str, speaker: str | None
) -> None:
    assert found(f"Ada Quill {verb} that, according to the report, the dam leaks.") == [
        (speaker, "the dam leaks")
    ]


def test_what_is_not_said_within_a_description_is_no_denial_of_the_quotation() -> None:
    text = "“They are ours,” Ada Quill, a friend of Bert Marsh who never said much said."

    assert [one.polarity for one in extract(Article("a", text)) if one.speaker == "Ada Quill"] == ["said"]
