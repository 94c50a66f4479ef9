"""Records of talks: who speaks where a label has a line of its own, where few labels stand, and where one does."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

SPEECH = [
    "Thank you. It is good to be back in Hale.",
    "We built this quay with our own hands, and I will not see it sold.",
    "(APPLAUSE)",
    "You know what they told us about the ferry.",
    "The ferry runs. It runs because you would not give up.",
    "I thank each of you, and we start tomorrow.",
]


def turns(text: str, title: str = "") -> list[tuple[str | None, str]]:
    """Return speaker and words, with "?" for the speaker of a question."""
    found = extract(Article("a", text, title=title))
    return [("?" if one.rule == "question" else one.speaker, text[one.start : one.end]) for one in found]


def said_by(text: str, title: str = "") -> dict[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    for speaker, words in turns(text, title):
        found.setdefault(speaker, []).append(words)
    return found


def test_a_letter_with_a_line_of_its_own_asks() -> None:
    text = (
        "Oral history: Ada Quill\n\nQ: \n\nWhere were you born?\n\nQuill: \n\nIn Hale, by the quay.\n\n"
        "Q:\n\nDid you stay there?\n\nQuill:\n\nWe moved to Dene."
    )

    assert turns(text) == [
        ("?", "Where were you born?"),
        ("Ada Quill", "In Hale, by the quay."),
        ("?", "Did you stay there?"),
        ("Ada Quill", "We moved to Dene."),
    ]


@pytest.mark.parametrize("name", ["Šabanić", "Ødegård", "Éluarte"])
def test_a_name_may_begin_with_any_capital(name: str) -> None:
    text = "\n\n".join(
        [f"{name}: Will it hold?", "Ada Quill: I say it will.", "It has for years, you know."] * 4
    )

    assert {words for speaker, words in turns(text) if speaker == "Ada Quill"} == {
        "I say it will.",
        "It has for years, you know.",
    }
    assert (name, "Will it hold?") in turns(text)


def test_a_numbered_voice_and_a_quote_are_nobodys_name() -> None:
    text = "\n\n".join(["Ada Quill: I say it holds.", "W1: We saw it move.", "Quote: It moved."] * 4)

    assert {speaker for speaker, _ in turns(text)} == {"Ada Quill", None}


def test_a_first_line_without_a_stop_is_a_heading() -> None:
    text = "ADA QUILL: An interview held by Tom Brandt in Hale, 28 May\n\nThis manuscript is ours to use.\n\n"
    text += "\n\n".join(
        ["Tom Brandt: Where did you work?", "Ada Quill: In our yard at Dene, and I liked it."] * 5
    )

    assert turns(text)[0] == ("Tom Brandt", "Where did you work?")


def test_a_second_reporter_asks_as_well() -> None:
    text = "Briefing by Ada Quill\n\nQ: Will it hold?\n\nADA QUILL: It will.\n\nQ2: Who says so?\n\nADA QUILL: I do."

    assert [speaker for speaker, _ in turns(text)] == ["?", "Ada Quill", "?", "Ada Quill"]


def test_surnames_with_lines_of_their_own_speak_where_one_asks() -> None:
    lines = ["Zebed:\n\nWhat did you do then?\n\nQuarl:\n\nWe mended nets for the harbour."] * 4
    headings = [
        "Zebed:\n\nWash the nets in your sink.\n\nQuarl:\n\nDry the nets, and then you mend them."
    ] * 4

    assert {speaker for speaker, _ in turns("\n\n".join(lines))} == {"Zebed", "Quarl"}
    assert turns("\n\n".join(headings)) == []


def test_times_beside_names_show_a_talk_however_short_its_lines() -> None:
    talk = (
        "Ada Quill: 00:00:21\n\nLive from Hale.\nThe pier.\n\nTom Brandt: 00:00:26\n\nHello.\n\n"
        "Ada Quill: 00:00:57\n\nA new pier.\nIt opened on Monday.\n\nTom Brandt: 00:01:15\n\nRight."
    )
    programme = "\n\n".join(
        f"Early Lunch: 12:30\n\nSoup.\n\nLate Supper: {hour}:00\n\nFish." for hour in (19, 18)
    )

    assert said_by(talk) == {
        "Ada Quill": ["Live from Hale.", "The pier.", "A new pier.", "It opened on Monday."],
        "Tom Brandt": ["Hello.", "Right."],
    }
    assert turns(programme) == []


def test_a_name_a_dash_and_a_role_may_have_a_line_each() -> None:
    text = (
        "Contents:\nCall Participants\nPrepared Remarks:\nAda Quill\n--\nChief Executive Officer\n"
        "Thank you. Our sales rose.\nWe paid our debt.\nTom Brandt\n--\nAnalyst\nWill you build more?\n"
        "Ada Quill\n--\nChief Executive Officer\nWe will.\nTom Brandt\n--\nAnalyst\nThank you.\nCall Participants\n"
    )

    assert said_by(text) == {
        "Ada Quill": ["Thank you. Our sales rose.", "We paid our debt.", "We will."],
        "Tom Brandt": ["Will you build more?", "Thank you."],
    }


def test_a_speech_that_opens_with_its_only_label_is_the_speakers() -> None:
    spoken = [words for words in SPEECH if words[0] != "("]

    for after in ([], ["Copyright Hale Radio. Visit our website."]):
        said = said_by("ADA QUILL: " + "\n\n".join([*SPEECH, *after]))["Ada Quill"]
        assert [words for words in said if words in spoken] == spoken
        assert not set(after) & set(said)


def test_a_headline_that_a_report_follows_is_no_speech() -> None:
    text = (
        "ADA QUILL: We will not sell it\n\nThe quay will stay ours, the mayor said on Monday.\n\n"
        "“We built it,” Quill said.\n\nThe council votes in May.\n\nWe asked Orsa Water for comment."
    )

    assert ("Ada Quill", "The council votes in May.") not in turns(text)


def test_few_labels_are_enough_where_the_text_opens_with_one() -> None:
    thanks, ours, *_, ferry, _ = SPEECH
    text = "\n\n".join(
        [f"ADA QUILL: {thanks}", *SPEECH * 2, "AUDIENCE: Hear!", f"ADA QUILL: {ours}", *SPEECH]
    )
    told = "The quay has a long history. It was built in 1840.\n\nThe council met.\n\n" + text

    assert said_by(text)["Ada Quill"].count(ferry) == 3
    assert ferry not in said_by(told).get("Ada Quill", [])


def test_what_is_set_as_a_heading_is_said_by_nobody() -> None:
    text = (
        "ADA QUILL: An Interview Conducted by Tom Brandt, Hale Library, 28 May\n\nThis manuscript is ours.\n\n"
        + "\n\n".join(
            ["Tom Brandt: Where did you work?", "Ada Quill: In our yard at Dene, and I liked it."] * 5
        )
    )

    assert {words for _, words in turns(text)} == {
        "Where did you work?",
        "In our yard at Dene, and I liked it.",
    }


@pytest.mark.parametrize(
    "stray", ["Mr: Speaker, I rise for the quay.", "General Orsa Quill. A great man, I say."]
)
def test_a_title_or_a_sentence_begins_nobodys_line(stray: str) -> None:
    text = "\n\n".join(
        ["HON. A. BRANDT.- We keep it.", "HON. T. HALE.- You sold it."] * 4
        + ["HON. A. BRANDT.- I say no.", stray]
        + ["HON. T. HALE.- You did."]
    )

    assert (next(speaker for speaker, words in turns(text) if words == stray)) == next(
        speaker for speaker, words in turns(text) if words == "I say no."
    )


def test_the_rank_of_a_member_is_part_of_the_label() -> None:
    text = "\n\n".join(
        [
            "HON. A. BRANDT.- We keep it.",
            "HON. LT. COL. I.B. HALE.- I second it.",
            "HON. GOVERNMENT MEMBER.- Hear!",
        ]
        * 3
    )

    assert [speaker for speaker, _ in turns(text)][:3] == ["A. Brandt", "I.B. Hale", None]


def test_a_name_has_no_stop_of_its_label_and_keeps_its_hyphen() -> None:
    text = "\n\n".join(
        [
            "HON. A. QUILL-HALE.- I move:",
            "That we keep it.",
            "HON. A. QUILL-HALE.: I say so.",
            "HON. T. HOLT.- No.",
        ]
        * 3
    )

    assert {speaker for speaker, _ in turns(text)} == {"A. Quill-Hale", "T. Holt"}
    assert turns(text)[0] == ("A. Quill-Hale", "I move:")


def test_a_question_of_nothing_but_names_is_no_heading() -> None:
    text = "\n\n".join(
        ["ADA QUILL: Mayor Brandt, Orsa Water, or Holt Rail, and why?", "TOM BRANDT: I say Holt."] * 3
    )

    assert turns(text)[0] == ("Ada Quill", "Mayor Brandt, Orsa Water, or Holt Rail, and why?")


def test_the_first_line_of_a_talk_may_go_on_below() -> None:
    text = (
        "**Ada Quill:** Welcome to our show. We talk about piers.\n\nI am Ada Quill, and with me is my guest.\n\n"
        + "\n\n".join(["**Tom Brandt:** Thank you.", "**Ada Quill:** You built one."] * 4)
    )

    assert said_by(text)["Ada Quill"][:2] == [
        "Welcome to our show. We talk about piers.",
        "I am Ada Quill, and with me is my guest.",
    ]


def test_a_mark_of_another_speaker_ends_a_turn_and_begins_one() -> None:
    text = "\n\n".join(
        [">> ADA QUILL: We keep it.", ">> Will you sell it?", ">> TOM BRANDT: I would.", "I said so."] * 4
    )

    assert turns(text)[:4] == [
        ("Ada Quill", "We keep it."),
        ("Tom Brandt", "I would."),
        ("Tom Brandt", "I said so."),
        ("Ada Quill", "We keep it."),
    ]


def test_whom_a_talk_names_does_not_answer_the_questions_after_it() -> None:
    talk = "\n\n".join(
        ["I will show you our nets.", "We knot them by hand.", "I use what Ada Quill wrote on knots."] * 3
    )
    asked = "\n\n".join(["Q: Do they hold?", "A: They do.", "Q: For long?", "A: For a year."])

    assert "Ada Quill" not in {speaker for speaker, _ in turns(f"{talk}\n\n{asked}", title="On nets")}
