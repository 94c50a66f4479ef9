"""When something was said, who stands within what was said, and what is only named or found and nobody's words."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

WORDS = {
    "on a day with its date": (
        "The Port Office said on Thursday, June 23, that the ferry would be mended.",
        [("The Port Office", "the ferry would be mended")],
    ),
    "on a day with its date and year": (
        "The Port Office announced this Tuesday, May 3, 2011, that the ferry would be mended.",
        [("The Port Office", "the ferry would be mended")],
    ),
    "on a day with its date, without that": (
        "The Port Office said on Thursday, June 23, the ferry would be mended.",
        [("The Port Office", "the ferry would be mended")],
    ),
    "days later": (
        "The rowers confirmed days later that the ferry was mended.",
        [("The rowers", "the ferry was mended")],
    ),
    "weeks after a flood": (
        "Quill said a few weeks after the flood that the ferry was mended.",
        [("Quill", "the ferry was mended")],
    ),
    "a number of days later": (
        "Quill said two days later that the ferry was mended.",
        [("Quill", "the ferry was mended")],
    ),
    "on a day with its date before the month": (
        "The Port Office announced on Friday, 3 June, that the toll would rise.",
        [("The Port Office", "the toll would rise")],
    ),
    "on a day with its date and year after the month": (
        "The Port Office said on Monday, 4 July 2011, that the port was safe.",
        [("The Port Office", "the port was safe")],
    ),
    "a time before a vote that is told of": (
        "Quill said months before the vote that cost him his job, the quay was sold.",
        [("Quill", "months before the vote that cost him his job, the quay was sold")],
    ),
    "a date that is what was spoken of": (
        "Quill said on Thursday, June 23 would be too late.",
        [("Quill", "June 23 would be too late")],
    ),
    "a time after a flood that is told of": (
        "Quill said weeks after the flood that hit Dene, the quay was still shut.",
        [("Quill", "weeks after the flood that hit Dene, the quay was still shut")],
    ),
    "a time before that": (
        "Quill said years before that, the quay was sound.",
        [("Quill", "years before that, the quay was sound")],
    ),
    "a time later that month": (
        "Quill said a week later that same month the boats came back.",
        [("Quill", "a week later that same month the boats came back")],
    ),
    "a time that may be what was said": (
        "Quill said two years ago the board was warned.",
        [("Quill", "two years ago the board was warned")],
    ),
    "who speaks before the rest of it, in quotation marks": (
        "The tolls differ in the ports but, said Quill, “in every port we looked at, they are too high.”",
        [("Quill", "The tolls differ in the ports ... “in every port we looked at, they are too high.”")],
    ),
    "a verb after who speaks, in quotation marks": (
        "A lower quay for all, says Quill, “is what the boats of Dene lack.”",
        [("Quill", "A lower quay for all ... “is what the boats of Dene lack.”")],
    ),
    "partly in quotation marks": (
        "The results “confirm the old plan” for boats from Dene, said Dr. Tom Brandt of Harwick.",
        [("Dr. Tom Brandt of Harwick", "The results “confirm the old plan” for boats from Dene")],
    ),
    "another of several": (
        "“All we want is to be heard in the end,” said another of the rowers, who asked not to be named.",
        [("another of the rowers", "“All we want is to be heard in the end,”")],
    ),
    "somebody's leader": (
        "“The figures are much better for the other boat,” said that board's leader, Dr. Tom Brandt.",
        [("that board's leader, Dr. Tom Brandt", "“The figures are much better for the other boat,”")],
    ),
    "a deed as subject": (
        "Checking boats for leaks reduced their losses by a fifth, experts said on Monday.",
        [("experts", "Checking boats for leaks reduced their losses by a fifth")],
    ),
    "what only leads in": (
        "Facing rules that reduced their losses, Quill said, the board will pay.",
        [("Quill", "the board will pay")],
    ),
    "what was approved at a time leads in": (
        "Facing rules approved the week before, Quill said, the board will pay.",
        [("Quill", "the board will pay")],
    ),
    "what another put so": (
        "The quay is shut, said Quill, “like a grave in a field of snow,” as Hale had put it.",
        [("Quill", "The quay is shut"), ("Hale", "“like a grave in a field of snow,”")],
    ),
    "what a letter calls others": (
        "The letter called rivals cheats.",
        [("The letter", "rivals cheats")],
    ),
    "a second thing": (
        "Quill added a second ferry would come in May.",
        [("Quill", "a second ferry would come in May")],
    ),
    "a third of something": (
        "Quill added a third of the town had left.",
        [("Quill", "a third of the town had left")],
    ),
    "who is found to have done it": (
        "The study found Brandt, a clerk, was to blame.",
        [("The study", "Brandt, a clerk, was to blame")],
    ),
    "what somebody said": (
        "The panel found what she said was false.",
        [("The panel", "what she said was false")],
    ),
    "what caused it": (
        "The inquiry found what caused the leak was a loose bolt.",
        [("The inquiry", "what caused the leak was a loose bolt")],
    ),
    "why somebody feels so": (
        "Though it is new to Dene, Quill is enthused by the plan. “I think it is great for us all.”",
        [("Quill", "“I think it is great for us all.”")],
    ),
    "why somebody does not feel so": (
        "Ada Quill isn't particularly bothered by that. “I have never felt better in my life.”",
        [("Ada Quill", "“I have never felt better in my life.”")],
    ),
    "several who estimate": (
        "The salt can cut the losses in half, the researchers estimate.",
        [("the researchers", "The salt can cut the losses in half")],
    ),
    "several who report": (
        "The salt can cut the losses in half, experts report.",
        [("experts", "The salt can cut the losses in half")],
    ),
    "somebody and her people": (
        "Ada Quill and her colleagues wrote that the levee leaks.",
        [("Ada Quill and her colleagues", "the levee leaks")],
    ),
    "somebody and her people at the end": (
        "The levee leaks in the spring, Quill and her colleagues write.",
        [("Quill and her colleagues", "The levee leaks in the spring")],
    ),
    "the people of somebody who is told of": (
        "Brandt met Quill and her lawyers said that the levee leaks.",
        [("her lawyers", "the levee leaks")],
    ),
}
NOBODYS = {
    "the name of a thing": "Salt is eaten by small worms called borers that come in with the tide.",
    "the name of what somebody has": "They sent two boats with engines called burners that let them meet.",
    "the name of a thing that is known": "The salt called orsatin that helps boats was found in Dene.",
    "a letter that somebody feels so about": "Quill was stunned by the letter. “You will pay for this.”",
    "what somebody read": "Quill was shocked by what she read. “We will find you.”",
    "who shouted": "Quill was startled to hear a guard shout. “You are not on the list.”",
    "what may be found": "In Dene a miller can find all the flour he needs from a choice of farms.",
    "what was found, and what it is": "Then divers found orsatin, a salt that shows up in water after a storm.",
    "what somebody looks for": "On the quay the clerk finds what he came to fetch.",
    "one more goal": "Ivo Brandt scored before Ada Quill added a third in a match played in the rain.",
    "what somebody feels, and another says": "The boat was moved to Dene. “We had no warning of it at all.”",
    "a description before a noun": "It was clear by the hats, associated with Dene and the Harwick Street protests.",
}


@pytest.mark.parametrize(("text", "found"), WORDS.values(), ids=WORDS)
def test_words_are_found_whole_beside_when_and_by_whom_they_were_said(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert said(text) == found


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS)
def test_what_is_only_named_found_or_added_is_nobodys_words(text: str) -> None:
    assert said(text) == []
