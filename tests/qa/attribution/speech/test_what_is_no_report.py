"""Verbs that are nouns or deeds where they stand, and what is cut off from a report that it is no part of."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

NOTHING = {
    "a noun after an adjective in -ous": (
        "It overturned the previous state Superior Court ruling in Dene, which had found the firm to be a “port,” and"
        " not liable."
    ),
    "a noun before a clause on it": (
        "Throughout, both Quill and Brandt spoke with candor, delivering accusations and rebukes that outweighed the"
        " first talk."
    ),
    "somebody who is rung up": "Ada Quill called the harbour master about Tom Brandt.",
    "what a firm sells": "Orsa Foods offers loans to farmers with no fee.",
    "what an app sells": "There is the Dene Post app (which is free, but offers puzzles).",
    "what somebody ought to back": "Dene must reject the fee, and Hale should defend the crew's rights.",
    "what others expect": "Even with fares expected to rise, the board left.",
    "what a form refers to": "The risks referred to in the form are high.",
    "what people keep to": "Many fans observing the night ban cannot go to the ferry this year.",
    "whom an actor plays": "Quill has portrayed characters in The Tide and Black Levee.",
    "a noun that is counted": "Here are seven grim signals that flashed warnings this week.",
    "more of what is a noun": "Boats that have 55 or more repeats tend to have sails with hundreds.",
    "whom one has to ring": "Workers who need a test must call one of the clinics and then go home.",
    "when something is answered": "It turns on how Quill can respond to those claims about her past when she is here.",
    "words on the noun before": "She left, a plan she disclosed in a talk with the Dene Post that aired around five.",
    "what a warning is on": "The flood that Quill warns about is near.",
    "what something is named": (
        "I eat orsas as small snacks — often they're called orsettes — and not likely to be so dear as to have meat."
    ),
    "who walks on": "The council met at noon. In the rain, Ada Quill went on, to the pier.",
    "what somebody kept": "The council kept warning signs along the river.",
    "what nobody heard": "The board advised a longer dyke before the mayor went to Hale.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_a_deed_or_a_noun_reports_nothing(text: str) -> None:
    assert said(text) == []


FOUND = {
    "a quotation that is offered": (
        "“The levee is safe for everybody,” Ada Quill offered Monday.",
        [("Ada Quill", "“The levee is safe for everybody,”")],
    ),
    "one of a number of people": (
        "One of the five also says the levee leaks.",
        [("five", "the levee leaks")],
    ),
    "a thought that is warned of": (
        "Ada Quill warned against assuming that the levee is safe.",
        [("Ada Quill", "assuming that the levee is safe")],
    ),
    "a thought that asks for caution": ("The board urged caution in presuming a cure will be found.", []),
    "a noun whose verb comes after the speaker": (
        "The plan, Ada Quill says, offers a way out of the storm.",
        [("Ada Quill", "The plan ... offers a way out of the storm")],
    ),
    "words that are offered": (
        "Ada Quill offered the crew an apology for the delay.",
        [("Ada Quill", "the crew an apology for the delay")],
    ),
    "what one must admit": (
        "I must admit the levee is too low.",
        [("I", "the levee is too low")],
    ),
    "what a study finds, at the end": (
        "The levee may be too low for a storm, finds a study published in the Dene Post.",
        [("a study", "The levee may be too low for a storm")],
    ),
    "what several report, at the end": (
        "The levee has been too low for years, report engineers at Harwick University.",
        [("engineers at Harwick University", "The levee has been too low for years")],
    ),
    "what several warn of, at the end": (
        "The levee has been too low for years, warn experts.",
        [("experts", "The levee has been too low for years")],
    ),
    "what the authors of a report said": (
        "In the memo, report authors said the levee leaks.",
        [("report authors", "the levee leaks")],
    ),
    "an office whose name looks like a verb": (
        "Ada Quill, a Met Office clerk, said: “It will rain.”",
        [("Ada Quill", "“It will rain.”")],
    ),
    "that office itself": (
        "The Met Office warned that it would rain.",
        [("The Met Office", "it would rain")],
    ),
    "a body with its short name before a role": (
        "The levee cannot wait, warns Dene Harbour Office (DHO) Director Ada Quill.",
        [("Dene Harbour Office (DHO) Director Ada Quill", "The levee cannot wait")],
    ),
    "a relative clause that is interrupted": (
        "Quill bought a camera for the quay, which, she said, scares the gulls.",
        [("she", "scares the gulls")],
    ),
    "a plural that notes": (
        "Making tar over a fire, the researchers note, takes some thought.",
        [("the researchers", "Making tar over a fire ... takes some thought")],
    ),
    "a clause that a participle leads to": (
        "Ada Quill told the board that based on the figures, the levee would hold.",
        [("Ada Quill", "based on the figures, the levee would hold")],
    ),
    "a clause after the time at which it was told": (
        "Ada Quill told the board after the vote she would resign.",
        [("Ada Quill", "after the vote she would resign")],
    ),
    "a question after a time": (
        "Ada Quill asked on Monday who would pay for the levee.",
        [("Ada Quill", "who would pay for the levee")],
    ),
    "what a thing on something is called": (
        "Ada Quill called the letter about the levee a mess.",
        [("Ada Quill", "the letter about the levee a mess")],
    ),
    "a name as the answer": (
        "The firm, asked for its usual port, said Harwick.",
        [("The firm", "Harwick")],
    ),
    "what somebody is, in capitals": (
        "Speaking at the rally Ada Quill, Harwick Mayor, said the levee would hold.",
        [("Ada Quill", "the levee would hold")],
    ),
    "whom nobody met but the speaker": (
        "Having met Ada Quill, Tom Brandt, said the levee was old.",
        [("Tom Brandt", "the levee was old")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_a_report_has_its_speaker_and_its_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


FURTHER = {
    "what somebody should do first": "The mayor must go out, warn residents and shut the gates.",
    "estimates that are new": "New estimates about 30 boats were wrong.",
    "a paper that was found": "Quill left, found the report and read it.",
    "whoever it is": "Whoever said black was the new white was wrong.",
    "a noun that begins a sentence": "Powerful protests for racial justice are leading to demands for reform.",
    "a farewell": "As she began to say goodbye to her own hair, Ada Quill left.",
}


@pytest.mark.parametrize("text", FURTHER.values(), ids=FURTHER.keys())
def test_what_nobody_told_is_no_report(text: str) -> None:
    assert said(text) == []


KEPT = {
    "one advice": ("Ada Quill offered one piece of advice: run.", "one piece of advice: run"),
    "what follows a colon": ("Ada Quill offered this: the levee leaks.", "the levee leaks"),
    "a forecast": ("Ada Quill offered a grim forecast for the levee.", "a grim forecast for the levee"),
    "not alone": ("Ada Quill is not alone in thinking that the levee leaks.", "the levee leaks"),
    "how it was": ("Ada Quill left, observing how well it held.", "how well it held"),
}


@pytest.mark.parametrize(("text", "words"), KEPT.values(), ids=KEPT.keys())
def test_what_is_offered_thought_and_observed_in_words_is_kept(text: str, words: str) -> None:
    assert said(text) == [("Ada Quill", words)]


@pytest.mark.parametrize("opening", ["Never", "Not once", "Nor", "Rarely", "Neither"])
def test_what_somebody_never_did_say_is_not_said(opening: str) -> None:
    assert said(f"{opening} did Ada Quill say that the levee leaks.") == []


@pytest.mark.parametrize("opening", ["Only on Monday", "Not until May"])
def test_what_somebody_said_only_then_is_said(opening: str) -> None:
    assert said(f"{opening} did Ada Quill say that the levee leaks.") == [("Ada Quill", "the levee leaks")]


NOTED = ("a claim Brandt confirmed", "a point Brandt stressed on Monday", "something Brandt repeated")


@pytest.mark.parametrize("aside", NOTED)
def test_what_somebody_else_noted_of_a_report_is_no_report_of_all(aside: str) -> None:
    assert said(f"Quill said the levee leaks, {aside}.") == [("Quill", "the levee leaks")]


@pytest.mark.parametrize("who", ["late mayor Tom Brandt", "early visitor Ada Quill"])
def test_a_word_for_a_time_before_a_speaker_is_no_time(who: str) -> None:
    assert said(f"“It leaks,” said {who}.") == [(who, "“It leaks,”")]


def test_what_an_article_is_titled_is_not_what_it_states() -> None:
    text = (
        "In an article titled ‘The port is cheating with numbers, and stealing our quay’, Ada Quill states the"
        " following:\n\n“One of the greatest threats is the belief in it.”"
    )

    assert said(text) == [("Ada Quill", "“One of the greatest threats is the belief in it.”")]


def test_a_work_that_was_seen_is_nobodys_words() -> None:
    assert (
        said("After seeing “between a whisper and a cry” in Dene, Ada Quill is on the top of my list.") == []
    )
