"""Interviews without "Q:": bold type, one label, or plain questions; and who the guest is."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

INTRODUCED = "We talked to Ada Quill, who has run the river board for nine years.\n\n"
PLAIN = (
    "Hi Ada. How did you come to the river?\n\nMy father mended boats.\n\nHe let me steer.\n\n"
    "Will your levee hold?\n\nIt will. We built it ourselves.\n\nWhat do you fear most?\n\nI fear dry summers."
)
ANSWERS = [
    "My father mended boats.",
    "He let me steer.",
    "It will. We built it ourselves.",
    "I fear dry summers.",
]


def turns(text: str, title: str = "") -> list[tuple[str | None, str]]:
    """Return speaker and words of questions ("?") and answers."""
    found = [o for o in extract(Article("a", text, title=title)) if o.rule in ("question", "interview")]
    return [("?" if one.rule == "question" else one.speaker, text[one.start : one.end]) for one in found]


def answers(text: str, title: str = "") -> list[tuple[str | None, str]]:
    return [one for one in turns(text, title) if one[0] != "?"]


def test_what_follows_plain_questions_is_the_guests() -> None:
    assert answers(INTRODUCED + PLAIN) == [("Ada Quill", words) for words in ANSWERS]


def test_what_an_interviewer_bids_is_no_answer_and_a_short_line_is_a_heading() -> None:
    bid = "Tell our readers about the ferry.\n\nI sold it.\n\nOld boats\n\nWhat do you fear most?"
    found = turns(INTRODUCED + PLAIN.replace("What do you fear most?", bid))

    assert ("?", "Tell our readers about the ferry.") in found
    assert ("Ada Quill", "I sold it.") in found
    assert not [words for _, words in found if words == "Old boats"]


@pytest.mark.parametrize(
    "text",
    [
        "The river rose in May.\n\n" + PLAIN.replace("Hi Ada. ", ""),
        INTRODUCED
        + "What broke?\n\nThe gate did.\n\nWho paid?\n\nThe town paid.\n\nWhat now?\n\nThe board meets on Monday.",
        INTRODUCED + PLAIN + "\n\n“It holds,” Bert Marsh said.\n\n“It leaks,” said Carla Brandt.",
        INTRODUCED
        + "How Did You Come To The River?\n\nI came by boat.\n\nWhat Became Of Your Old Levee?\n\nWe left it.\n\n"
        "Who Will Pay For Your Gate?\n\nI will not.",
        INTRODUCED + PLAIN.split("\n\nWhat do", maxsplit=1)[0],
    ],
    ids=["no interview", "nobody is addressed", "a story that reports", "headings", "two questions"],
)
def test_a_story_that_asks_is_no_interview(text: str) -> None:
    assert answers(text) == []


def test_whatever_is_in_bold_between_bold_questions_is_not_the_guests() -> None:
    talk = (
        "**TM: Tell us of the levee.**\n\nI built it.\n\n**TM: Will it hold?**\n\nIt will.\n\n**Dry summers**\n\n"
        "I fear those.\n\n**TM: Are you sure?**\n\nI am."
    )

    assert turns(INTRODUCED + talk) == [
        ("?", "Tell us of the levee."),
        ("Ada Quill", "I built it."),
        ("?", "Will it hold?"),
        ("Ada Quill", "It will."),
        ("Ada Quill", "I fear those."),
        ("?", "Are you sure?"),
        ("Ada Quill", "I am."),
    ]


def test_the_only_label_is_the_interviewers_where_its_lines_ask() -> None:
    talk = "TM: Will it hold?\n\nIt will.\n\nTM: Are you sure?\n\nI am.\n\nTM: And the gate?\n\nThat too."

    assert answers(INTRODUCED + talk) == [
        ("Ada Quill", "It will."),
        ("Ada Quill", "I am."),
        ("Ada Quill", "That too."),
    ]
    stated = talk.replace("?", ".")
    assert answers(INTRODUCED + stated) == []


TALK = "\n\n**Will it hold?**\n\nIt will.\n\n**Are you sure?**\n\nI am."


@pytest.mark.parametrize(
    ("title", "before", "speaker"),
    [
        ("Interview with Ada Quill", "It rained.", "Ada Quill"),
        ("Interview with Ada Quill of the river board", "Bert Marsh built the levee.", "Ada Quill"),
        ("Author interview: Ada Quill and “The Levee”", "It rained.", "Ada Quill"),
        ("Ada Quill Interview, Part 4", "Bert Marsh built the levee.", "Ada Quill"),
        ("Interview with Ada “Boats” Quill", "It rained.", "Ada Quill"),
        ("Interview with Mayor Ada Quill", "It rained.", "Ada Quill"),
        ("Interview with Ada Quill, head of the Dene River Board", "It rained.", "Ada Quill"),
        ("Interview with Ada Quill, Bert Marsh and Carla Brandt", "Ada Quill runs the board.", None),
        ("Interview with Ada Quill and Bert Marsh", "Ada Quill runs the board.", None),
        ("Interview with Orsy Quill", "She runs the board.", "Orsy Quill"),
        ("Interview with Orsa Water", "It sells pumps.", None),
        ("Interview with Deputy Mayor (Harbours) Ada Quill", "It rained.", "Ada Quill"),
        ("Summer interviews: Deputy Mayor (Boats & Quays) – Ottla Brandt", "It rained.", "Ottla Brandt"),
        ("The Tide Interviews Mayor Candidate: Ada Quill", "It rained.", "Ada Quill"),
        ("Interview | Ada Quill MBE", "Bert Marsh built the levee.", "Ada Quill"),
        ("Captain interview: Rowing Club", "Our club has a rowing boat, and new club rooms.", None),
        ("Today’s interviews | Ada Quill | Bert Marsh", "It rained.", None),
    ],
)
def test_the_title_says_who_is_interviewed(title: str, before: str, speaker: str | None) -> None:
    assert answers(before + TALK, title) == [(speaker, "It will."), (speaker, "I am.")]


def test_the_guest_is_the_one_whom_the_first_question_greets() -> None:
    text = "Ada Quill runs the board. Bert Marsh built the levee.\n\nQ: Hi Ada, will it hold?\n\nA: It will."

    assert answers(text) == [("Ada Quill", "It will.")]
    assert answers(text.replace("Hi Ada, will", "Will")) == [(None, "It will.")]


TWO = (
    "Film director Ada Quill, 42, and star Tessa Brandt, 60, sat down with us to talk about the storm.\n\n"
    "Ada, how did Tessa do when she had to row the boat?\n\nAQ She was all in.\n\nTB I did it every time.\n\n"
    "With the flood in the headlines, is the film timely now?\n\nTB It is a wonderful thing.\n\n"
    "Will you show it to the mayor?\n\nTB For sure. Our wish is to go to the town hall and show it.\n\n"
    "It probably also helped that as a girl you wanted to be a sailor!\n\nTB What made me think that? I was 12.\n\n"
    "What about you, Ada? Who was your idol?\n\nAQ My mother had magazines with you on the cover."
)


def test_each_of_two_who_answer_has_the_words_after_her_letters() -> None:
    assert answers(TWO) == [
        ("Ada Quill", "She was all in."),
        ("Tessa Brandt", "I did it every time."),
        ("Tessa Brandt", "It is a wonderful thing."),
        ("Tessa Brandt", "For sure. Our wish is to go to the town hall and show it."),
        ("Tessa Brandt", "What made me think that? I was 12."),
        ("Ada Quill", "My mother had magazines with you on the cover."),
    ]


def test_letters_that_are_nobodys_name_nobody() -> None:
    assert {speaker for speaker, _ in answers(TWO.replace("Tessa Brandt", "Tessa Holt"))} == {
        "Ada Quill",
        None,
    }


def test_letters_of_two_bodies_before_some_answers_leave_them_the_guests() -> None:
    text = PLAIN.replace("My father", "US sailors and my father").replace("It will.", "UN boats will.")

    assert {speaker for speaker, _ in answers(INTRODUCED + text)} == {"Ada Quill"}


BEGINS = PLAIN.replace("Hi Ada. ", "")


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("An interview with AQ Brandt", "AQ Brandt"),
        ("Interview: Deputy Mayor – Ottla Brandt", "Ottla Brandt"),
        ("How did you come to the river?", None),
    ],
)
def test_an_interview_may_begin_with_its_first_question(title: str, speaker: str | None) -> None:
    found = answers(BEGINS.replace("It will. We", "I think I know, I"), title)

    assert [one for one, _ in found] == ([speaker] * len(ANSWERS) if speaker else [])


SEVERAL = (
    "ADA QUILL – HARBOUR MASTER OF THE LARGE AND OLD SEA PORT OF HARWICK (HMH)\n\n{0}\n\n"
    "OTTLA BRANDT – MAYOR\n\n{0}"
).format("What do you do?\n\nI keep boats.\n\nWhat do you like?\n\nI like the sea.")


def test_each_heading_of_an_interview_with_several_names_who_answers_below_it() -> None:
    found = answers(SEVERAL, "Interviewing the port")

    assert found == [
        ("Ada Quill", "I keep boats."),
        ("Ada Quill", "I like the sea."),
        ("Ottla Brandt", "I keep boats."),
        ("Ottla Brandt", "I like the sea."),
    ]


def test_headings_name_nobody_where_the_title_names_the_guest() -> None:
    assert {one for one, _ in answers(SEVERAL, "Interview with Carla Holt")} == {"Carla Holt"}


def test_a_heading_that_may_be_no_name_leaves_the_answers_below_it_without_one() -> None:
    text = SEVERAL.replace(" – HARBOUR MASTER OF THE LARGE AND OLD SEA PORT OF HARWICK (HMH)", "")

    assert {one for one, _ in answers(text.replace(" – MAYOR", ""), "Interviewing the port")} == {
        "Ada Quill",
        None,
    }


@pytest.mark.parametrize("title", ["The ferry talk", "Ada Quill on boats"])
def test_answers_after_bold_questions_are_of_their_only_label(title: str) -> None:
    text = "**Will it hold?**\n\nAda Quill: It will.\n\n**Are you sure?**\n\nAQ: I am.\n\n**And so?**\n\nAQ: We did."

    found = extract(Article("a", text, title=title))

    assert [(o.speaker, text[o.start : o.end]) for o in found if o.rule != "question"] == [
        ("Ada Quill", "It will."),
        ("Ada Quill", "I am."),
        ("Ada Quill", "We did."),
    ]


def test_the_only_label_may_be_shortened_and_end_with_a_stop() -> None:
    talk = "Tide: Will it hold?\n\nIt will.\n\nT: Are you sure?\n\nI am.\n\nT. The gate?\n\nThat too.\n\nT: So?\n\nYes."

    assert answers(INTRODUCED + talk) == [
        ("Ada Quill", each) for each in ("It will.", "I am.", "That too.", "Yes.")
    ]


@pytest.mark.parametrize(
    "note", ["(**Tide’s note:** we know.)", "[Editor's note: we know.]", "{{< figure src=a.jpg >}}"]
)
def test_an_editors_note_and_a_figure_are_no_answer(note: str) -> None:
    assert answers(INTRODUCED + PLAIN.replace("He let me steer.", note)) == [
        ("Ada Quill", words) for words in ANSWERS if words != "He let me steer."
    ]


def test_a_question_within_an_answer_that_is_marked_so_is_no_turn() -> None:
    text = INTRODUCED + PLAIN.replace("He let me steer.", "Question: who steers? I do.")

    assert len([one for one in answers(text) if one[0] == "Ada Quill"]) == len(ANSWERS)


ALONE = "\n\n**Will it hold?**\n\nI think so. I built it.\n\n**Are you sure?**\n\nI am."


@pytest.mark.parametrize(
    ("title", "talk", "speaker"),
    [
        ("An interview with Orsy Quill", ALONE, "Orsy Quill"),
        ("An interview with Orsa Water", ALONE.replace("I am.", "I am. The water is low."), None),
        (
            "An interview with Orsa Pumps",
            ALONE.replace("I built it", "We built it, and we use our own pumps"),
            None,
        ),
        ("An interview with Orsy Quill", TALK.replace("Will it", "Hi Orsy, will it", 1), "Orsy Quill"),
        ("An interview with Orsy Quill", TALK, None),
    ],
    ids=["says I", "a word of the text", "says we", "is greeted", "neither"],
)
def test_an_unknown_name_is_a_guests_who_is_greeted_or_says_i(
    title: str, talk: str, speaker: str | None
) -> None:
    assert {one for one, _ in answers("It rained." + talk, title)} == {speaker}


OF_THE_FERRY = (
    "Do you like the old ferry?\n\nI love it, and my father did.\n\nWould you pay more for it?\n\n"
    "We would, if it ran at night.\n\nWhat do you fear most?\n\nI fear dry summers."
)


def speakers(introduction: str, title: str = "") -> set[str | None]:
    return {who for who, _ in answers(f"{introduction}\n\n{OF_THE_FERRY}", title)}


@pytest.mark.parametrize(
    "introduction",
    [
        "Mayor Ada Quill closed the ferry in May. We talked to people at the quay.",
        "The pianist, once a pupil of Ada Quill, talks about her work.",
        "In every interview, Mayor Ada Quill says the ferry is safe.",
        "Minister Ada Quill announced the ferry last week. Here are answers to your questions.",
        "Ada Quill’s novel opens with an interview on a quay.",
        "We spoke with four boatmen after what Ada Quill said on Monday.",
        "Ada Quill of the Gazette sat down with the new head of the river board.",
        "Since Minister Ada Quill closed the port, many left. One boatman stayed, and he talked to us.",
    ],
    ids=["people", "a pupil", "a letter", "a notice", "a novel", "others", "who asks", "a man"],
)
def test_whoever_an_introduction_only_mentions_does_not_answer(introduction: str) -> None:
    assert speakers(introduction) == {None}


@pytest.mark.parametrize(
    "introduction",
    [
        "Ada Quill has run the river board for nine years. We met on the quay to talk about boats.",
        "Ada Quill is the founder of Orsa. We caught up with her to learn more.",
        "Ada Quill grew up in Dene. In this interview she tells us about boats.",
        "The head of the river board, Ada Quill, spoke to the Gazette on Monday.",
        "We sat down with the head of the river board, Ada Quill.",
        "Ada Quill, 54, has run the river board for nine years. She answered our questions.",
    ],
    ids=["we met", "with her", "in this interview", "to a paper", "with the head", "our questions"],
)
def test_whoever_talks_by_an_introduction_answers(introduction: str) -> None:
    assert speakers(introduction) == {"Ada Quill"}


def test_whoever_an_introduction_tells_of_throughout_answers() -> None:
    told = "Ivo Quill left Dene at nine. He built boats. He came home in May. He lives by the levee."

    assert speakers(told, "A talk on boats") == {"Ivo Quill"}


def test_questions_and_answers_have_numbers() -> None:
    text = "We talked to Ada Quill.\n\nQ1: Will it hold?\n\nA1: It will.\n\nQ2. Are you sure?\n\nA2. The gate is new."

    assert answers(text) == [("Ada Quill", "It will."), ("Ada Quill", "The gate is new.")]


def test_quarters_ask_nothing() -> None:
    assert turns("Ada Quill runs Orsa.\n\nQ1: Sales rose.\n\nQ2: Sales fell.\n\nThe year was dry.") == []
