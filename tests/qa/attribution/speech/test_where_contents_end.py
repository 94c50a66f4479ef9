"""Where what one speaker says ends and the next one begins, and what is nobody's words at all."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from tests.qa.attribution.speech.attributed import said

SEVERAL = {
    "a question and its answer": (
        "Brandt asked, “You spent a week at the harbour. Why did you go?” Quill said, “I paid for it all.”",
        [
            ("Brandt", "“You spent a week at the harbour. Why did you go?”"),
            ("Quill", "“I paid for it all.”"),
        ],
    ),
    "shares after a quotation": (
        "Sixty percent say the mayor is “honest and fair,” 62% say he is late and 54% say he is weak.",
        [("Sixty percent", "the mayor is “honest and fair,”"), ("62%", "he is late"), ("54%", "he is weak")],
    ),
    "shares that name somebody": (
        "Now 42% of voters say Quill, 17% say Marsh and 16% say Brandt.",
        [("42% of voters", "Quill"), ("17%", "Marsh"), ("16%", "Brandt")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_each_speaker_of_a_sentence_has_what_is_said_there(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text) == expected


PLACED = {
    "said here": (
        "The harbour is open again, the board said here.",
        ("the board", "The harbour is open again"),
    ),
    "said here on a day that": ("Quill said here on Monday that it leaks.", ("Quill", "it leaks")),
    "in a message that was sent": (
        "Ada Quill said in an email sent to members on Monday that it leaks.",
        ("Ada Quill", "it leaks"),
    ),
    "in words on a paper": (
        "The harbour is not for sale, a clerk said in a comment on an article in the local paper Norvik Post.",
        ("a clerk", "The harbour is not for sale"),
    ),
    "a word that only ends like an adverb": (
        "Quill said single-family homes would sink first.",
        ("Quill", "single-family homes would sink first"),
    ),
    "a capital after an abbreviation": (
        "The Harwick Post, a paper in the U.S., Said the harbour leaks.",
        ("The Harwick Post", "the harbour leaks"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), PLACED.values(), ids=PLACED)
def test_where_it_was_said_is_no_part_of_it(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


NOTHING = {
    "what was proposed stands before": "The cuts the two boards have proposed would need a vote.",
    "only when": "It rests on a bill that she first proposed last year and is dear to her.",
    "that way": "Quill has not always felt that way.",
    "an answer to something": "Quill was responding to a question from the Harwick Post.",
    "where a statement stood": "The mayor, in her own statement on Twitter, thanked nobody.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_is_no_content_is_left_out(text: str) -> None:
    assert all(content == "nobody" for _, content in said(text))


def test_what_is_said_of_the_noun_before_the_verb_stays() -> None:
    assert ("they", "will leak") in said("It is a levee which they fear will leak.")


def test_the_first_paragraph_of_a_text_is_read_as_a_headline_only_in_title_case() -> None:
    body = "It is no chance that the United States has not sent a boat to Norvik since then."
    headline = "Ada Quill Says Harbour Leaks"

    assert extract(Article("a", body)) == []
    assert [one.start for one in extract(Article("a", f"{headline}\n\n{body}"))] == [
        headline.index("Harbour")
    ]


GOING_ON = {
    "for what, after who it is": (
        "Marsh derided Ivo Brandt, the Red nominee for mayor in 2008, for sharing the file.",
        "Ivo Brandt, the Red nominee for mayor in 2008, for sharing the file",
    ),
    "a list": (
        "Marsh condemned Brandt’s remarks about women, bakers and the family of a captain.",
        "Brandt’s remarks about women, bakers and the family of a captain",
    ),
    "an example": (
        "Marsh criticized several boats, including the ferry to Norvik.",
        "several boats, including the ferry to Norvik",
    ),
}


@pytest.mark.parametrize(("text", "content"), GOING_ON.values(), ids=GOING_ON)
def test_an_object_goes_on_after_a_comma_that_parts_a_list_or_an_aside(text: str, content: str) -> None:
    assert said(text) == [("Marsh", content)]


ENDING = {
    "another criticizes too": ("Brandt attacked the plan and Quill left it alone.", "the plan"),
    "another acts after a name that was given": (
        "Brandt deemed the boat a wreck and Ada Quill posted a film of it.",
        "the boat a wreck",
    ),
    "a clause after a plan": (
        "Brandt vowed to leave if the levee broke, and he is at the quay.",
        "to leave if the levee broke",
    ),
}


@pytest.mark.parametrize(("text", "content"), ENDING.values(), ids=ENDING)
def test_an_object_ends_where_the_deed_of_somebody_else_begins(text: str, content: str) -> None:
    assert said(text) == [("Brandt", content)]


BELONGING = {
    "two in a relative clause": "Brandt attacked the boats that Quill and Marsh have bought.",
    "an adjective": "Brandt praised the bakers and the broader left.",
}


@pytest.mark.parametrize("text", BELONGING.values(), ids=BELONGING)
def test_what_belongs_to_an_object_stays_with_it(text: str) -> None:
    content = text.removeprefix("Brandt ").partition(" ")[2].removesuffix(".")

    assert said(text) == [("Brandt", content)]


BESIDES = {
    "a refusal besides": (
        "Quill said the levee leaks but would not comment on the cost.",
        [("Quill", "the levee leaks"), ("Quill", "comment on the cost")],
    ),
    "who describes the source": (
        "According to Ada Quill, the mayor of Norvik, the levee leaks.",
        [("Ada Quill", "the levee leaks")],
    ),
    "a scientist before a quotation's comma": (
        "According to Ada Quill, an anthropologist and author of “Long Ropes,” our levee is “a court of law.”",
        [("Ada Quill", "our levee is “a court of law.”")],
    ),
    "a source with a place before it": (
        "According to Harwick-based writer Ada Quill, a critic of the port, the levee leaks.",
        [("Harwick-based writer Ada Quill", "the levee leaks")],
    ),
    "that as a subject": (
        "Ada Quill says that is just the start.",
        [("Ada Quill", "that is just the start")],
    ),
    "that before had": (
        "Ada Quill says that had she known it, she would have left.",
        [("Ada Quill", "had she known it, she would have left")],
    ),
    "that before had and anybody": (
        "Ada Quill says that had anybody known it, she would have left.",
        [("Ada Quill", "had anybody known it, she would have left")],
    ),
    "that before a noun": (
        "Ada Quill says that will power is all that counts.",
        [("Ada Quill", "will power is all that counts")],
    ),
    "that before a verb": (
        "Ada Quill says that will soon be mended.",
        [("Ada Quill", "that will soon be mended")],
    ),
    "that's": ("Ada Quill says that's her fault.", [("Ada Quill", "that's her fault")]),
    "a party that rules": (
        "The new ruling party said it would mend the levee.",
        [("party", "it would mend the levee")],
    ),
    "no description": (
        "According to Ada Quill, the levee, a bank of sand, leaks.",
        [("Ada Quill", "the levee, a bank of sand, leaks")],
    ),
    "what describes the source between": (
        "The changes, according to Ada Quill, a town clerk, reflected the “needs” of all.",
        [("Ada Quill", "The changes ... reflected the “needs” of all")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BESIDES.values(), ids=BESIDES)
def test_words_on_the_source_and_what_it_did_besides_are_no_part_of_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert said(text) == expected


SOURCES = {
    "hers are asked": ("Quill encouraged her bakers to leave.", ("Quill", "her bakers to leave")),
    "by whom it was urged": ("Marsh was urged by Ada Quill to resign.", ("Ada Quill", "to resign")),
    "figures from a board": (
        "Output rose by two percent in January, figures from the Central Tide Office show.",
        ("figures from the Central Tide Office", "Output rose by two percent in January"),
    ),
    "sources linked with something": (
        "The sale is still expected this month, banking sources closely linked with the deal said.",
        ("banking sources", "The sale is still expected this month"),
    ),
    "quoted as saying": (
        "The Harwick Post quoted unnamed sources as saying the levee leaks.",
        ("unnamed sources", "the levee leaks"),
    ),
    "the nearest he": (
        "The focus was a vote in 2017, when he went against the board and opposed a measure to mend it.",
        ("he", "a measure to mend it"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SOURCES.values(), ids=SOURCES)
def test_who_says_it_is_the_nearest_source(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A White House-ordered report said that oil could run out.",
        "It flies to eleven U.S. Cities, has boats and said no. She said it was late.",
    ],
    ids=["an adjective of a report", "a nation in short"],
)
def test_what_only_looks_like_a_name_is_no_speaker(text: str) -> None:
    named = {one.speaker for one in extract(Article("a", text))}

    assert named.isdisjoint({"White House-ordered", "U.S. Cities"})


def test_an_office_of_a_nation_in_short_is_no_name() -> None:
    text = "U.S. Secretary of State Guy Hale said that it was late."

    assert extract(Article("a", text))[-1].speaker == "Guy Hale"


NOUNS = {
    "attacks that were condemned": "She faced repeated racist attacks that were condemned by Quill.",
    "rules which": "The scheme replaces current rules which allow boats to sail.",
    "reporting to somebody": "In addition, the Del Monte Corp will now report to James Welch, warden of the board.",
    "only how": "It is one of the things that he has discussed openly and publicly.",
}


@pytest.mark.parametrize("text", NOUNS.values(), ids=NOUNS)
def test_a_noun_that_looks_like_a_verb_reports_nothing(text: str) -> None:
    assert all("Quill" in content for _, content in said(text))


def test_topics_that_were_discussed_are_not_all_somebodys_words() -> None:
    assert said("Quill discussed trade, fares and tides by phone.") == [("Quill", "trade")]


def test_a_quotation_that_ends_with_a_comma_ends_before_the_next_speaker() -> None:
    text = "Quill called the toll “a shame on Dene,” while Ivo Brandt said Hale “has made it clear that it stays.”"

    assert said(text) == [
        ("Quill", "the toll “a shame on Dene,”"),
        ("Ivo Brandt", "Hale “has made it clear that it stays.”"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The clerk left a note saying Dene, Orsa and Halvorn are seeking to buy the boats.",
            ("a note", "Dene, Orsa and Halvorn are seeking to buy the boats"),
        ),
        (
            "It was Ned Holt who told a paper that the mayor's right-hand man, a miller, had lied.",
            ("Ned Holt who", "the mayor's right-hand man, a miller, had lied"),
        ),
    ],
    ids=["a list", "somebody who is described"],
)
def test_a_comma_in_the_subject_of_what_was_said_ends_nothing(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Quill slammed the school, the board, and clerks for the delay.",
            "the school, the board, and clerks for the delay",
        ),
        ("Quill praised Hale, the mayor, and left.", "Hale"),
        (
            "Figures show the number of boats – watched by all – is now at nine.",
            "the number of boats – watched by all – is now at nine",
        ),
    ],
    ids=["a list with a comma before and", "what is done next", "an aside between dashes"],
)
def test_what_is_told_of_goes_on_after_marks_that_end_nothing(text: str, words: str) -> None:
    assert [content for _, content in said(text)] == [words]


def test_words_before_a_surname_belong_to_the_speaker_after_a_quotation() -> None:
    text = "“I let them all down,” former world number one Quill told a paper."

    assert said(text) == [("former world number one Quill", "“I let them all down,”")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The quay was shut, clerks said, and a local paper reported boats waited in Dene.",
            [("clerks", "The quay was shut"), ("a local paper", "boats waited in Dene")],
        ),
        (
            "Dene declined the offer, and its answer ended the talks, the newspaper reported.",
            [("the newspaper", "Dene declined the offer, and its answer ended the talks")],
        ),
        (
            "Quill said the bill will name the quay, as the Post reported Monday, along with Hale's bill.",
            [("Quill", "the bill will name the quay")],
        ),
        (
            "Quill said that the bill is dear, as the Post reported Monday, and that it is old.",
            [("Quill", "the bill is dear")],
        ),
        (
            "DENE The council rejected the toll, the mayor said on Sunday.",
            [("the mayor", "DENE The council rejected the toll")],
        ),
    ],
    ids=[
        "who reports after and",
        "a paper that reported all",
        "a paper beside",
        "a paper between",
        "a short word in capitals",
    ],
)
def test_each_reports_what_stands_in_the_own_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


NO_WORDS = {
    "questions that remain": "Meanwhile, numerous questions remain about how many had waited.",
    "questions that continue": "Hale was ill and questions continue to mount about the quay.",
    "little details": "Hale left the hall, giving little details other than that it leaked.",
    "back": "Halvorn, the firm that opened in May, is now back in Dene.",
    "announced by somebody": "It is the latest toll on boats announced by Ivo Brandt when fares rise.",
}


@pytest.mark.parametrize("text", NO_WORDS.values(), ids=NO_WORDS)
def test_what_is_neither_said_nor_judged_is_nobodys_words(text: str) -> None:
    assert said(text) == []


def test_a_place_in_capitals_that_lost_its_dash_is_not_said() -> None:
    text = "HARWICK The council rejected the toll, the mayor said on Sunday."

    found = extract(Article("a", text))

    assert [text[slice(*one.content[0])] for one in found] == ["The council rejected the toll"]


BEFORE_QUOTATIONS = {
    "an object": (
        "Ada Quill blasted the plan: “It leaks and it always will.”",
        [("Ada Quill", "the plan ... “It leaks and it always will.”")],
    ),
    "an object, and a verb that leads on": (
        "Ada Quill echoed the sentiment saying: “It was a wall of water and we ran.”",
        [("Ada Quill", "the sentiment ... “It was a wall of water and we ran.”")],
    ),
    "a clause with as": (
        "Ada Quill criticised the board's plan as she wrote: “It leaks and it always will.”",
        [("Ada Quill", "the board's plan"), ("she", "“It leaks and it always will.”")],
    ),
    "what is asked": (
        "We asked the board why it leaks: “It is old and it was never mended.”",
        [("We", "why it leaks")],
    ),
    "only": ("Brandt said only, “The vote went well.”", [("Brandt", "“The vote went well.”")]),
    "a short quotation and a clause": (
        "Ada Quill said, “Thank you,” while clerks of the port cheered her.",
        [("Ada Quill", "“Thank you,”")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BEFORE_QUOTATIONS.values(), ids=BEFORE_QUOTATIONS)
def test_what_stands_beside_a_quotation_is_no_part_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_source_says_the_sentence_that_also_quotes_somebody() -> None:
    text = "If Hale stops whoever he calls “bad”, he would have “a free hand at last,” according to the union's note."

    assert said(text) == [("the union's note", text.split(" according", maxsplit=1)[0].removesuffix(","))]


def test_what_somebody_is_called_within_a_reported_sentence_is_not_all_of_it() -> None:
    text = "If Hale bans what he considers “bad” or “fake,” he would be “free at last,” according to the union's note."

    assert said(text) == [("the union's note", text.split(" according", maxsplit=1)[0].removesuffix(","))]


@pytest.mark.parametrize(
    "text",
    ["Ada Quill showed off a print of her child stamped on her arm.", "The other woman managed to call 911."],
    ids=["shown off", "a number that is called"],
)
def test_what_is_shown_off_or_called_up_is_nobodys_words(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Brandt said the mayor wept as she added: “I am going home and I will never come back.”",
        "Brandt said Ada Quill wept as she said, “I am going home and I will never come back.”",
        "Brandt said, “We go now,” as long as the toll stays low.",
        "Brandt said “we go now,” as soon as the storm is over.",
    ],
    ids=["somebody else in a role", "somebody else by name", "a condition", "a time that is awaited"],
)
def test_a_clause_with_as_may_be_part_of_what_was_said(text: str) -> None:
    [(mention, words)] = said(text)

    assert mention == "Brandt"
    assert words.endswith(text[-20:].removesuffix("."))


def test_a_quotation_with_its_own_speaker_is_not_a_later_sources() -> None:
    text = "“The old levee leaks,” Quill said, and the board was “in chaos,” according to Brandt."

    assert said(text) == [("Quill", "“The old levee leaks,”")]


@pytest.mark.parametrize(
    "text", ["A video captioned “Out now” was shared.", "Brandt posted a photo captioned: “Home.”"]
)
def test_what_a_picture_is_captioned_is_said_by_no_picture(text: str) -> None:
    assert said(text) == []


def test_brackets_in_the_middle_cut_off_nothing() -> None:
    text = "Quill said (Brandt denied it) that the levee leaks (he later admitted it)."

    assert ("Quill", "(Brandt denied it) that the levee leaks") in said(text)
