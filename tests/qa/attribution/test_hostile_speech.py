"""Sentences that invite a wrong speaker. Saying nothing is right; naming the wrong one is not."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract, find
from qa.datatypes import Article

LEAD = "The levee vote\n\n"


def said(text: str) -> list[tuple[str, str]]:
    """Return (mention, content) of each record, the pieces of a content joined by " / "."""
    whole = LEAD + text
    return [
        (whole[slice(*one.mention)] if one.mention else "", " / ".join(whole[a:b] for a, b in one.content))
        for one in find(Article("a", whole))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Marsh said the levee would hold, but Quill said it would not.",
            [("Marsh", "the levee would hold"), ("Quill", "it would not")],
        ),
        (
            '"It is over," Quill said. "We lost." Marsh disagreed. "Not yet," he said.',
            [("Quill", '"It is over," / "We lost."'), ("he", '"Not yet,"')],
        ),
        (
            '"Quill is a coward," said Marsh. "Marsh is a liar," said Quill.',
            [("Marsh", '"Quill is a coward,"'), ("Quill", '"Marsh is a liar,"')],
        ),
        ('"The levee is safe," Quill said, according to the Gazette.', [("Quill", '"The levee is safe,"')]),
        ("They could say yes, Quill said.", [("Quill", "They could say yes")]),
        ("Voters who like Marsh said the levee was safe.", [("Voters", "the levee was safe")]),
        ("The former aide to Quill said Marsh lied.", [("The former aide to Quill", "Marsh lied")]),
    ],
    ids=["two clauses", "other after quote", "about each other", "paper", "outermost", "relative", "aide"],
)
def test_words_go_to_the_one_who_said_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "death tax" was repealed by Congress.',
        "As critics called it, the “bridge to nowhere” was built.",
        "If Quill says the levee is safe, Marsh will pay.",
        "Neither Quill nor Marsh said the levee was safe.",
        "Nobody said the levee was safe.",
        "The film “The Long Goodbye” won in March.",
        "The report on claims of fraud was late.",
        "It raised questions about the levee.",
        "A man called Quill was at home.",
    ],
)
def test_what_nobody_said_has_no_speaker(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text", ["0SPOKE ABOUT", "Ada Quill also met the board and criticized its pilots, including"]
)
def test_a_text_may_end_before_what_is_said(text: str) -> None:
    find(Article("a", text))


def test_two_blanks_may_follow_a_name() -> None:
    (one,) = extract(Article("a", "Suraj Qazel,  of the old quay, said the lock was shut."))

    assert one.speaker == "Suraj Qazel"


def test_second_hand_speech_is_the_tellers_and_marked() -> None:
    (one,) = find(Article("a", LEAD + "Quill said Marsh had told him the bridge was safe."))

    assert one.second_hand
    assert (LEAD + "Quill")[-5:] == "Quill" and one.mention == (len(LEAD), len(LEAD) + 5)


def test_a_quotation_within_a_quotation_is_part_of_it() -> None:
    assert said("“He told me ‘never’ and I left,” Quill said.") == [
        ("Quill", "“He told me ‘never’ and I left,”")
    ]


def test_british_marks_and_apostrophes() -> None:
    text = "'It's the Smiths' house,' he said, 'and we're staying.' The Marshes' dog barked."

    assert said(text) == [("he", "'It's the Smiths' house,' / 'and we're staying.'")]


def test_a_quotation_of_many_paragraphs_is_one_record() -> None:
    text = "“The levee is old,” Quill said. “It was built in haste.\n\n“It will not hold.\n\n“We must leave.”"

    assert said(text) == [
        ("Quill", "“The levee is old,” / “It was built in haste. / “It will not hold. / “We must leave.”")
    ]


def test_a_quotation_that_a_colon_announces_may_begin_the_next_paragraph() -> None:
    assert said("Quill told the crowd:\n\n“The levee will hold.”") == [("Quill", "“The levee will hold.”")]


def test_a_paragraph_between_two_people_is_not_given_to_either() -> None:
    text = "The levee held.\n\n“Nobody thanked us.”\n\nMarsh was glad."

    assert said(text) == []


def test_a_transcript_belongs_to_its_labels() -> None:
    text = "QUILL: It will hold.\n\nMARSH: It will not.\n\nQUILL: Wait and see."

    assert said(text) == [
        ("QUILL", "It will hold."),
        ("MARSH", "It will not."),
        ("QUILL", "Wait and see."),
    ]


def test_a_headline_names_its_speaker() -> None:
    text = "Quill: The levee will hold\n\nIt rained all night."
    (one,) = find(Article("a", text))

    assert one.mention is not None
    assert (text[slice(*one.mention)], text[one.start : one.end]) == ("Quill", "The levee will hold")


@pytest.mark.parametrize(
    "headline", ["The Latest: Quill wins the vote", "Big Win For Harwick: Union Waits To Vote"]
)
def test_an_event_before_a_headlines_colon_says_nothing(headline: str) -> None:
    found = find(Article("a", f"{headline}\n\nIt rained all night."))

    assert [one.rule for one in found if one.rule == "headline"] == []


def test_a_dateline_is_nobody() -> None:
    assert said("DOVER, Del., Jan. 5 (AP) — The mayor resigned Monday, saying the levee was unsafe.") == [
        ("The mayor", "the levee was unsafe")
    ]


def test_unclosed_and_stray_marks_do_no_harm() -> None:
    text = '“It holds, Quill said.\n\nMarsh left." The levee broke.\n\n"Go," Brandt said.'

    assert said(text)[-1] == ("Brandt", '"Go,"')


def test_what_goes_on_in_the_next_paragraph_may_be_missing() -> None:
    assert said("The judge went on to say a few more things:") == []
