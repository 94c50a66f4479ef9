"""Interviews: answers are whoever's the article says, and "Q" and "A" are nobody."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article, AttributionKind

INTRODUCED = "The levee\n\nAda Quill has run the river board for nine years.\n\n"


def answers(text: str, title: str = "", author: str = "") -> list[tuple[str | None, str]]:
    found = extract(Article("a", text, title=title, author=author))
    return [(one.speaker, text[one.start : one.end]) for one in found if one.rule != "question"]


@pytest.mark.parametrize(
    "talk",
    [
        "Q: Will it hold?\n\nA: It will hold.\n\nQ: Are you sure?\n\nA: I am sure.",
        "Q: Will it hold?\nA: It will hold.\nQ: Are you sure?\nA: I am sure.",
        "Q. Will it hold?\n\nA. It will hold.\n\nQ. Are you sure?\n\nA. I am sure.",
        "Question: Will it hold?\n\nAnswer: It will hold.\n\nQuestion: Are you sure?\n\nAnswer: I am sure.",
        "**Q:** Will it hold?\n\n**A:** It will hold.\n\n**Q:** Are you sure?\n\n**A:** I am sure.",
        "Q: Will it hold?\n\nIt will hold.\n\nQ: Are you sure?\n\nI am sure.",
        "**Will it hold?**\n\nIt will hold.\n\n**Are you sure?**\n\nI am sure.",
        "## **Will it hold?**\n\nIt will hold.\n\n![](a.jpg)\n\nQuill on it\n\n## **Are you sure?**\n\nI am sure.",
    ],
    ids=[
        "letters",
        "one line each",
        "full stops",
        "words",
        "bold letters",
        "questions only",
        "bold questions",
        "bold headings, and a picture",
    ],
)
def test_answers_are_the_one_who_is_introduced(talk: str) -> None:
    assert answers(INTRODUCED + talk) == [("Ada Quill", "It will hold."), ("Ada Quill", "I am sure.")]


TALK = "\n\nQ: Will it hold?\n\nA: It will hold."


@pytest.mark.parametrize(
    ("before", "title", "author", "speaker"),
    [
        ("Ada Quill met Bert Marsh of the board.", "", "", None),
        ("It rained all night.", "", "", None),
        ("Ada Quill met Bert Marsh of the board.", "Ada Quill on the levee", "", "Ada Quill"),
        ("Carla Brandt built it. We spoke to Ada Quill in Dover.", "", "", "Ada Quill"),
        ("Carla Brandt sat down with Ada Quill in Dover.", "", "", "Ada Quill"),
        ("Ada Quill runs the board. She spoke with Bert Marsh.", "", "", None),
        ("Ada Quill runs the board. She spoke with Bert Marsh.", "", "Bert Marsh", "Ada Quill"),
        ("By Bert Marsh\n\nAda Quill runs the board.", "", "", "Ada Quill"),
        ("Ada Quill told our reporter Bert Marsh of her work.", "", "", "Ada Quill"),
        ("We spoke to Bert Marsh.", "Ada Quill on the levee", "", "Bert Marsh"),
    ],
)
def test_who_is_interviewed_is_unmistakable_or_nobody(
    before: str, title: str, author: str, speaker: str | None
) -> None:
    assert answers(f"The levee\n\n{before}{TALK}", title, author) == [(speaker, "It will hold.")]


def test_an_answer_without_a_speaker_is_not_named_by_its_letter() -> None:
    (_, one) = extract(Article("a", f"The levee\n\nIt rained all night.{TALK}"))

    assert (one.speaker, one.mention, one.kind) == (None, None, AttributionKind.DIRECT)


def test_an_answer_goes_on_until_the_next_question_and_the_last_one_ends_with_its_paragraph() -> None:
    text = (
        INTRODUCED
        + "Q: Will it hold?\n\nA: It will hold.\n\nIt always has.\n\nQ: Are you sure?\n\nA: I am sure."
        "\n\nBert Marsh writes about rivers."
    )

    assert answers(text) == [
        ("Ada Quill", "It will hold."),
        ("Ada Quill", "It always has."),
        ("Ada Quill", "I am sure."),
    ]


def test_what_a_question_reports_is_not_an_answer() -> None:
    text = INTRODUCED + "Q: Bert Marsh said it would break. Will it hold?\n\nA: It will hold."

    assert answers(text) == [("Bert Marsh", "it would break"), ("Ada Quill", "It will hold.")]


@pytest.mark.parametrize("bold", ["", "**"])
def test_names_before_a_colon_are_the_speakers(bold: str) -> None:
    talk = "Gazette: Will it hold?\n\nQuill: It will hold.\n\nGazette: Are you sure?\n\nQuill: I am sure."
    text = INTRODUCED + talk.replace("Gazette:", f"{bold}Gazette:{bold}").replace(
        "Quill:", f"{bold}Quill:{bold}"
    )

    assert [one for one in answers(text) if one[0]] == [
        ("Ada Quill", "It will hold."),
        ("Ada Quill", "I am sure."),
    ]


def test_initials_are_whose_they_are_or_nobodys() -> None:
    text = INTRODUCED + "AQ: It will hold.\n\nBM: Will it?\n\nAQ: I am sure.\n\nBM: Fine."

    assert [speaker for speaker, _ in answers(text)] == ["Ada Quill", None, "Ada Quill", None]


TWO_ASK = """
Una Strand of the Gazette and our reporter Tom Holt spoke to Ada Quill about the levee.

Una Strand: Ada, you have run the board for nine years. Will it hold?

Ada Quill: It will hold.

We built it ourselves.

Tom Holt: You were told of a leak. Was it large?

It was small, and we mended it.

US: Would you build it again?

Of course I would.

TH: You have a boat.

Will you sell it?

No, I need it.

US: I saw it.

I painted it red.

TH: Are you tired?

Never at sea.
"""


@pytest.mark.parametrize("label", ["Ada Quill: ", ""], ids=["named once", "never named"])
def test_answers_without_a_label_are_no_words_of_who_asks(label: str) -> None:
    found = answers(TWO_ASK.replace("Ada Quill: ", label), title="Interview: Ada Quill on the levee")

    hers = [words for speaker, words in found if speaker == "Ada Quill"]
    assert {
        "It was small, and we mended it.",
        "Of course I would.",
        "No, I need it.",
    } <= set(hers)
    assert {words for speaker, words in found if speaker in ("Una Strand", "Tom Holt")}.isdisjoint(hers)
    assert not {"Will you sell it?", "You have a boat."} & set(hers)


def test_what_readers_are_bidden_far_below_an_interview_is_no_question() -> None:
    talk = "\n\n".join(
        ["We spoke to Ada Quill about the levee.", "Do you fear a leak?", "I do not, and we watch it."]
        + ["Did you build it?", "We did, in my first year.", "Will you stay?", "I will, as long as I can."]
        + [f"The Gazette has notes on pier {number} today." for number in range(16)]
        + ["Talk to us", "Write to the Gazette."]
    )

    found = answers(talk, title="Interview: Ada Quill on the levee")

    assert [words for speaker, words in found if speaker == "Ada Quill" and "Gazette" in words] == []
    assert ("Ada Quill", "I will, as long as I can.") in found
