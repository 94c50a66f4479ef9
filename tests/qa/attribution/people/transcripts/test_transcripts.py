"""Transcripts: a line is its speaker's by the label before it, and a reporter's question is a question."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

BRIEFING = "Press briefing by Ben Rhodes\n\nMR. RHODES: Good afternoon.\n\n"


def turns(text: str, title: str = "") -> list[tuple[str | None, str]]:
    """Return speaker and words, with "?" for the speaker of a question."""
    found = extract(Article("a", text, title=title))
    return [("?" if one.rule == "question" else one.speaker, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("MR. RHODES", "Ben Rhodes"),
        ("RHODES", "Ben Rhodes"),
        ("Rhodes", "Ben Rhodes"),
        ("BEN RHODES", "Ben Rhodes"),
        ("SENATOR RHODES", "Ben Rhodes"),
        ("SEN. RHODES", "Ben Rhodes"),
        ("SECRETARY RHODES", "Ben Rhodes"),
        ("BR", "Ben Rhodes"),
        ("**MR. RHODES**", "Ben Rhodes"),
        ("MS. RHODES", None),
        ("MR. RHOADES", "Rhoades"),
        ("MR. STRAND", "Una Strand"),
    ],
)
def test_a_label_is_whom_the_heading_names(label: str, speaker: str | None) -> None:
    text = f"Press briefing by Ben Rhodes\n\n{label}: It will hold.\n\nQ: Will it?\n\n{label}: It will."
    found = turns(text)

    if speaker == "Una Strand":
        assert all(name != "Una Strand" for name, _ in found)
    elif speaker is None:
        assert all(name != "Ben Rhodes" for name, _ in found)
    else:
        assert [(name, words) for name, words in found if name != "?"] == [
            (speaker, "It will hold."),
            (speaker, "It will."),
        ]


@pytest.mark.parametrize(
    ("text", "title", "speaker"),
    [
        ("MS. QUILL: It holds.\n\nQ: Does it?\n\nMS. QUILL: It does.", "Briefing by Ada Quill", "Ada Quill"),
        ("QUILL: It holds.\n\nQ: Does it?\n\nQUILL: It does.", "Ada Quill meets reporters", "Ada Quill"),
        ("MS. QUILL: It holds.\n\nQ: Does it?\n\nMS. QUILL: It does.", "Briefing by Tony Marsh", "Quill"),
        (
            "MS. QUILL: It holds.\n\nQ: Does it?\n\nMS. QUILL: It does.",
            "Briefing by Orsy Quill",
            "Orsy Quill",
        ),
        ("MS. QUILL: It holds.\n\nQ: Does it?\n\nMS. QUILL: It does.", "The Quill affair", "Quill"),
        ("QUILL: It holds.\n\nQ: Does it?\n\nQUILL: It does.", "Ada Quill and Tony Quill meet", None),
        ("MR. QUILL: It holds.\n\nQ: Does it?\n\nMR. QUILL: It does.", "Briefing by Ada Quill", "Quill"),
        ("QUILL: It holds.\n\nQ: Does it?\n\nQUILL: It does.\n\nAda Quill is the mayor.", "", "Ada Quill"),
        ("ADA QUILL: Hello.\n\nQ: Does it hold?\n\nMS. QUILL: It does.", "", "Ada Quill"),
    ],
)
def test_a_title_or_another_line_says_who_a_label_is(text: str, title: str, speaker: str | None) -> None:
    assert {name for name, _ in turns(text, title) if name != "?"} == {speaker}


@pytest.mark.parametrize(
    "label", ["Q:", "Q.", "Q", "QUESTION:", "Question:", "REPORTER:", "Reporter:", "**Q:**", "Q\t"]
)
def test_what_a_reporter_asks_is_a_question(label: str) -> None:
    found = turns(f"{BRIEFING}{label}  Will the levee hold?\n\nMR. RHODES: It will.")

    assert found == [
        ("Ben Rhodes", "Good afternoon."),
        ("?", "Will the levee hold?"),
        ("Ben Rhodes", "It will."),
    ]


def test_a_question_has_its_label_as_mention_and_no_speaker() -> None:
    text = BRIEFING + "REPORTER: Will Ada Quill pay?\n\nMR. RHODES: She will."
    (one,) = [one for one in extract(Article("a", text)) if one.rule == "question"]

    assert one.mention is not None
    assert (one.speaker, text[slice(*one.mention)], one.kind) == (None, "REPORTER", "direct")


@pytest.mark.parametrize(
    "talk",
    [
        "Q: Does it hold?\n\nA: It holds.\n\nIt is new.",
        "**Does it hold?**\n\nIt holds.\n\n**Is it new?**\n\nIt is.",
    ],
    ids=["letters", "bold"],
)
def test_an_interviewers_question_is_a_question(talk: str) -> None:
    found = turns("The levee\n\nAda Quill runs the board.\n\n" + talk)

    assert found[:2] == [("?", "Does it hold?"), ("Ada Quill", "It holds.")]


def test_an_answer_of_several_paragraphs_stays_with_its_speaker() -> None:
    text = BRIEFING + (
        "Q: Will it hold?\n\nMR. RHODES: It will.\n\nWe looked at it in May.\n\nIt is new, he said.\n\n"
        "Q: And the gate?\n\nWill that hold?\n\nMR. RHODES: That too.\n\nThe briefing ended at noon."
    )

    assert turns(text) == [
        ("Ben Rhodes", "Good afternoon."),
        ("?", "Will it hold?"),
        ("Ben Rhodes", "It will."),
        ("Ben Rhodes", "We looked at it in May."),
        ("Ben Rhodes", "It is new, he said."),
        ("?", "And the gate?"),
        ("?", "Will that hold?"),
        ("Ben Rhodes", "That too."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "QUILL: It holds.\n\nBRANDT: It does not.\n\nThe levee was built in May.\n\n“It is new,” Una Strand said.\n\n"
        "QUILL: It does.\n\nBRANDT: No.",
        "Q is a letter. It is rare.\n\nA is not.",
        "Q: How do I sign up?\n\nWrite to us.",
        "Result: The levee held.\n\nReporter: Ada Quill\n\nDate: 5 May",
        "Question time: The council met on Monday.\n\nIt rained.",
    ],
    ids=["narration between", "letters", "one question", "fields", "section"],
)
def test_what_is_no_talk_gives_nobody_the_words_of_the_page(text: str) -> None:
    narrated = (
        "The levee was built in May.",
        "Write to us.",
        "It rained.",
        "Ada Quill",
        "It is rare.",
        "A is not.",
    )

    assert not [words for _, words in turns(text) if words in narrated]


@pytest.mark.parametrize("more", ["", "\n\nWe looked at it.\n\nIt is new."])
def test_the_topic_of_an_answer_may_stand_in_the_question(more: str) -> None:
    text = (
        BRIEFING
        + f"Q: What of Harwick and Ada Quill?\n\nMR. RHODES: It will hold.{more}\n\nQ: Sure?\n\nMR. RHODES: Yes."
    )
    found = [one for one in extract(Article("a", text)) if one.rule == "transcript"]

    for one in found[1:-1]:
        assert {t.name for t in one.targets if t.where == "previous"} >= {"Harwick", "Ada Quill"}
    assert not {t.name for t in found[-1].targets} & {"Harwick"}


@pytest.mark.parametrize("mark", ["", "**"])
def test_a_label_may_have_a_line_of_its_own(mark: str) -> None:
    lines = [
        ("ADA QUILL", "Good morning to you all."),
        ("JOURNALIST", "Will it hold?"),
        ("ADA QUILL", "It will, I hope.\n\nWe built it."),
        ("IVO BRANDT", "And we paid."),
    ]
    text = "The levee\n\n" + "\n\n".join(f"{mark}{name}:{mark}\n\n{words}" for name, words in lines)

    assert turns(text) == [
        ("Ada Quill", "Good morning to you all."),
        ("?", "Will it hold?"),
        ("Ada Quill", "It will, I hope."),
        ("Ada Quill", "We built it."),
        ("Ivo Brandt", "And we paid."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "INGREDIENTS:\n\nFlour and eggs.\n\nMETHOD:\n\nStir it.\n\nINGREDIENTS:\n\nWater.\n\nMETHOD:\n\nBoil it.",
        "THE HARBOUR:\n\nI like it.\n\nTHE QUAY:\n\nYou may like it.",
        "Old Lamps:\n\nI like them.\n\nOld Lamps:\n\nYou may like them.",
    ],
)
def test_a_heading_above_a_paragraph_is_nobody(text: str) -> None:
    assert turns(f"The quay\n\n{text}") == []


def test_a_label_may_say_first_what_somebody_is() -> None:
    text = (
        "The harbour hour\n\nSUBJECTS: Lamps and rain.\n\nADA QUILL, HOST: Good morning.\n\n"
        "IVO BRANDT, SHADOW MINISTER FOR MINES: I am glad to be here.\n\nQUILL: Are you?\n\nBRANDT: I am."
    )

    assert turns(text) == [
        ("Ada Quill", "Good morning."),
        ("Ivo Brandt", "I am glad to be here."),
        ("Ada Quill", "Are you?"),
        ("Ivo Brandt", "I am."),
    ]


def test_a_label_in_capitals_is_the_whole_name_of_whom_no_sentence_names() -> None:
    text = "The harbour hour\n\nSHARRI QUILL: Are you there?\n\nORSA HALE: I am.\n\nSHARRI QUILL: Good."

    assert [name for name, _ in turns(text)] == ["Sharri Quill", "Orsa Hale", "Sharri Quill"]


def test_a_question_without_a_label_between_two_lines_of_one_speaker_is_nobodys() -> None:
    text = (
        "We met Ada Quill at noon.\n\n"
        "Dene Echo: How did you set out to mend it?\n\nQuill: We built a boat.\n\nWere you ever afraid?\n\n"
        "Quill:When it leaked, I was.\n\nWe all were.\n\nHow is it now?\n\nQuill: It floats."
    )

    assert turns(text) == [
        ("Ada Quill", "We built a boat."),
        ("?", "Were you ever afraid?"),
        ("Ada Quill", "When it leaked, I was."),
        ("Ada Quill", "We all were."),
        ("?", "How is it now?"),
        ("Ada Quill", "It floats."),
    ]


def test_the_only_line_of_somebody_is_not_the_line_before() -> None:
    text = "The harbour hour\n\nQuill: We want boats.\n\nBrandt: You have boats.\n\nYou do.\n\nQuill: We want more."

    assert turns(text) == [("Quill", "We want boats."), ("Quill", "We want more.")]


def test_a_compass_point_with_a_title_is_a_name() -> None:
    text = "MR. WEST: You lied.\n\nMS. QUILL: I did not.\n\nMR. WEST: You did.\n\nMS. QUILL: I never did."

    assert [speaker for speaker, _ in turns(f"A hearing\n\n{text}")] == ["West", "Quill"] * 2


def test_in_a_text_that_is_all_talk_every_paragraph_goes_on_with_the_line_before() -> None:
    long = (
        "The wall came next.\n\n\\[06:51\\] It was “late” by then.\n\n7\n\n(Laughter.)\n\nBrandt pours tea."
    )
    lines = "Quill: Will it hold?\n\nBrandt: It holds.\n\n" * 4
    text = f"A talk in Hale\n\n{lines}Brandt: First the dyke.\n\n{long}\n\nQuill: And then?"

    found = turns(text)[-5:]

    assert found == [
        ("Brandt", "It holds."),
        ("Brandt", "First the dyke."),
        ("Brandt", "The wall came next."),
        ("Brandt", "It was “late” by then."),
        ("Quill", "And then?"),
    ]


def test_a_single_line_of_a_whole_name_in_a_talk_is_hers() -> None:
    lines = "Quill: Will it hold?\n\nBrandt: It holds.\n\n" * 2

    assert turns(f"A talk in Hale\n\n{lines}Ms Ines Orsa: I doubt it.")[-1] == ("Ines Orsa", "I doubt it.")


def test_labels_of_a_table_are_nobodys() -> None:
    text = "These are caps:\n\nMagic Harbour: 45,000 (50%) and 67,500 (75%)\n\nOld Harbour: 300\n\nHale Quay: 9 or 10"

    assert not [one for one in extract(Article("a", text)) if one.rule == "transcript"]


def test_who_answers_with_a_number_speaks() -> None:
    text = "It was late.\n\nQUILL: 45.\n\nBRANDT: No.\n\nQUILL: Then three or four of them."

    assert [one.speaker for one in extract(Article("a", text))] == ["Quill", "Brandt", "Quill"]


def test_a_long_answer_is_heard_to_its_end_and_without_the_headings_in_it() -> None:
    said = [f"We built part {n} of the levee." for n in range(30)]
    short = "\n\n".join("TOM BRANDT: And then?\n\nADA QUILL: I waited." for _ in range(4))
    text = "\n\n".join(
        ["A talk", "ADA QUILL: I begin.", *said[:20], "Questions and Answers:", *said[20:], short]
    )
    found = [words for speaker, words in turns(text) if speaker == "Ada Quill"]

    assert found == ["I begin.", *said, *["I waited."] * 4]
