"""What may stand between a speaker and a quotation, and after a speaker who follows a verb."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

QUOTE = '"The levee was never safe at all, and the board knew it."'


@pytest.mark.parametrize(
    "tail",
    [
        "this summer",
        "last week",
        "two weeks ago",
        "the next day",
        "late on Monday",
        "back in May",
        "again",
        "bluntly",
        "then",
        "laughing at the plan",
        "referring to the board",
        "three or four days later",
        "regarding Brandt's plan",
    ],
)
def test_a_time_or_a_manner_may_follow_who_spoke(tail: str) -> None:
    assert said(f'"It was never safe," said Ada Quill {tail}.') == [("Ada Quill", '"It was never safe,"')]


@pytest.mark.parametrize(
    "speaker",
    [
        "retired general Ada Quill",
        "ruling party deputy Ada Quill",
        "founder and chief executive Ada Quill",
        "designer and author Ada Quill",
        "a visibly angry Ada Quill",
    ],
)
def test_what_somebody_is_stands_before_the_name(speaker: str) -> None:
    assert said(f'"It was never safe," {speaker} said.') == [(speaker, '"It was never safe,"')]
    assert said(f'"It was never safe," said {speaker}.') == [(speaker, '"It was never safe,"')]


@pytest.mark.parametrize(
    "lead",
    [
        "Ada Quill asked her:",
        "Ada Quill had this to say:",
        "Ada Quill was blunt:",
        "Ada Quill was rather less cheerful:",
        "Ada Quill is unconvinced:",
        "Ada Quill went further:",
        "Ada Quill summed it up:",
        "Ada Quill could be heard saying:",
        "Ada Quill was overheard telling a friend:",
        "Ada Quill told BBC Radio 4's Today programme:",
        "Ada Quill told BBC Two's Newsnight:",
    ],
)
def test_what_leads_to_a_quotation(lead: str) -> None:
    assert said(f"Ada Quill leads the board. {lead} {QUOTE}") == [("Ada Quill", QUOTE)]


def test_a_station_with_a_possessive_hears_what_was_said() -> None:
    told = said("The levee is safe, Ada Quill told BBC Two's Newsnight.")
    assert told == [("Ada Quill", "The levee is safe")]


def test_who_writes_for_a_paper_is_named_with_it_before_a_quotation() -> None:
    assert said(f"Ada Quill left. Ada Quill, The Harwick Post: {QUOTE}") == [("Ada Quill", QUOTE)]


@pytest.mark.parametrize(
    "lead",
    ["Ada Quill was arrested:", "Ada Quill was late:", "Ada Quill was there:", "Ada Quill was a fan:"],
)
def test_what_befalls_somebody_leads_to_nobodys_words(lead: str) -> None:
    assert said(f"Ada Quill leads the board. {lead} {QUOTE}") == []


def test_a_quotation_within_may_close_with_the_one_around_it() -> None:
    quoted = "''He told me, 'It leaks,'''"
    assert said(f"{quoted} Ada Quill said.") == [("Ada Quill", quoted)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Boats were few, according to the survey, which was made in May.", "the survey", "Boats were few"),
        (
            "At the root, according to Ada Quill, one of the owners, was a decision to sell.",
            "Ada Quill",
            "At the root ... was a decision to sell",
        ),
    ],
)
def test_what_describes_a_source_is_no_part_of_what_it_says(sentence: str, speaker: str, words: str) -> None:
    assert said(sentence) == [(speaker, words)]


def test_the_house_of_lords_is_one_name() -> None:
    found = said("The vote met criticism from the House of Lords of the levee plan.")
    assert found == [("the House of Lords", "the levee plan")]


def test_comments_after_an_adjective_are_a_noun() -> None:
    assert said("Ada Quill made similar comments Thursday morning on a show in Dene.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“My duty is to report it,” television networks quoted Mr Hale as saying.",
            ("Mr Hale", "“My duty is to report it,”"),
        ),
        ("The report came late. “There have been some gains,” the report states.",
         ("the report", "“There have been some gains,”")),
        (
            "Chiefs are paid for it, a University of Harwick (UH) economist says.",
            ("a University of Harwick (UH) economist", "Chiefs are paid for it"),
        ),
        (
            "Guy Hale who has been in Harwick this week, said a case would need to be made.",
            ("Guy Hale", "a case would need to be made"),
        ),
        (
            "Ivo Brandt, a farmer from Harwick told the paper it was a mess.",
            ("Ivo Brandt", "it was a mess"),
        ),
        (
            "On Monday Ivo Brandt, a former minister wrote on X that it was a mess.",
            ("Ivo Brandt", "it was a mess"),
        ),
        (
            "According to her, her father has tried to buy the quay.",
            ("her", "her father has tried to buy the quay"),
        ),
        (
            "The latest figures show 500 boats were built, says Labour’s spokesman Guy Hale.",
            ("Labour’s spokesman Guy Hale", "The latest figures show 500 boats were built"),
        ),
        (
            "Pressed whether she will run, Quill said, it was reported that Ivo Brandt wants to run.",
            ("Quill", "it was reported that Ivo Brandt wants to run"),
        ),
        (
            "Running the port too long, a board of traders says, ruined the town.",
            ("a board of traders", "Running the port too long ... ruined the town"),
        ),
        (
            "Boats are sold online, the head of the port said Wednesday, just a week after police arrested a man.",
            ("the head of the port", "Boats are sold online"),
        ),
    ],
    ids=[
        "quoted as saying", "states", "a short name in brackets", "who without a comma", "a farmer", "after a day",
        "according to her", "figures show, says", "pressed whether",
        "an -ing subject", "a week after",
    ],
)  # fmt: skip
def test_a_speaker_is_found_across_what_stands_between(text: str, found: tuple[str, str]) -> None:
    assert said(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The men were held according to law.",
        "It went according to the laid-down procedure.",
        "These lines do not mention tariffs.",
        "Ivo Quill and Guy Hale added 14 points each.",
    ],
)
def test_a_rule_and_a_text_that_leaves_something_out_say_nothing(text: str) -> None:
    assert said(text) == []


def test_what_people_did_not_mention_is_kept() -> None:
    assert said("Ada Quill did not mention tariffs.") == [("Ada Quill", "tariffs")]


def test_a_surname_that_ends_what_is_told_of_things_is_who_said_it() -> None:
    found = said("Levees contain sand, clay and wood, making them hard to mend, said Quill.")
    assert found == [("Quill", "Levees contain sand, clay and wood, making them hard to mend")]


def test_a_name_that_somebody_answers_with_is_not_who_said_it() -> None:
    assert said("The clerk, asked where it leaks, said Harwick.") == [("The clerk", "Harwick")]


@pytest.mark.parametrize("verb", ["began", "kept", "started"])
def test_what_somebody_began_to_call_it_is_their_word(verb: str) -> None:
    assert said(f"Ada Quill {verb} calling the levee a “sieve”.") == [("Ada Quill", "the levee a “sieve”")]


def test_somebody_who_kept_calling_to_ask_called_nobody_anything() -> None:
    assert said("The board kept calling to ask for money.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ned Hale, a leader of the Left party, said the levee leaks.",
        "Ned Hale of the Left Bank said the levee leaks.",
    ],
)
def test_a_name_that_looks_like_a_verb_after_an_article_parts_nobody_from_their_words(sentence: str) -> None:
    [(speaker, words)] = said(sentence)
    assert (speaker.startswith("Ned Hale"), words) == (True, "the levee leaks")
