"""Labels: how the name of a speaker may stand before the words, or above them."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

FIRST = "It will hold, and I have seen it."
SECOND = "You were not there when it broke."


def spoken(text: str) -> list[tuple[str | None, str]]:
    return [(one.speaker, text[one.start : one.end]) for one in extract(Article("a", text))]


@pytest.mark.parametrize(
    ("quill", "brandt"),
    [
        ("[00:00:04] Ada Quill:", "[00:00:15] Tom Brandt:"),
        ("[00:04] **Ada Quill:**", "[00:15] **Tom Brandt:**"),
        ("(0:04) Ada Quill:", "(0:15) Tom Brandt:"),
        ("0:04 - Ada Quill:", "0:15 - Tom Brandt:"),
        ("Ada Quill [0:04]:", "Tom Brandt [0:15]:"),
        ("**Ada Quill:** \\[00:04\\]", "**Tom Brandt:** [00:15]"),
        ("Ada Quill (00:00:04):\n", "Tom Brandt (00:00:15):\n"),
        ("Ada Quill  0:04\n", "Tom Brandt  0:15\n"),
        ("Ada Quill (Harwick) (Lab):", "Tom Brandt (Dene East) (Ind):"),
        ("The Minister for Ports (Ms Ada Quill):", "Tom Brandt (Dene East):"),
        ("Ms. Ada Quill (Secretary of State (Ports), Lib.):\n", "Mr. Tom Brandt (Dene East, Ind.):\n"),
        ("ADA QUILL, HARBOUR MASTER (on camera):", "TOM BRANDT (via telephone):"),
        ("Ms. Ada Quill.", "Mr. Tom Brandt."),
        ("Chairwoman Ada Quill.", "Senator Tom Brandt."),
        ("Ms. Ada Quill.\n", "Mr. Tom Brandt.\n"),
        ("[Ada Quill] [00:04]", "[Tom Brandt] [00:15]"),
        ("Minister for Ports (Deputy Ada Quill):", "Deputy Tom Brandt:"),
        ("HON. ADA QUILL.-", "HON. TOM BRANDT.-"),
        ("Hon. Ada Quill (Hale).—", "Mr. Tom Brandt (Dene East).—"),
        ("((Ada Quill)) ", "((Tom Brandt)) : "),
    ],
)
def test_a_label_may_say_when_and_for_whom_somebody_speaks(quill: str, brandt: str) -> None:
    text = f"A talk in Hale\n\n{quill} {FIRST}\n\n{brandt} {SECOND}\n\n{quill} {FIRST}\n\n{brandt} {SECOND}"

    assert spoken(text) == [("Ada Quill", FIRST), ("Tom Brandt", SECOND)] * 2


def test_words_in_the_line_beneath_a_time_go_on_in_small_letters() -> None:
    text = (
        "A talk in Hale\n\nAda Quill  0:04\nand I have seen it.\n\nTom Brandt  0:15\nbut you were not there."
        "\n\nAda Quill  0:19\nno, I was not."
    )

    assert [speaker for speaker, _ in spoken(text)] == ["Ada Quill", "Tom Brandt", "Ada Quill"]


@pytest.mark.parametrize("label", ["Transcript", "Enquiries", "RESOLVED", "Website", "Apologies"])
def test_what_stands_on_every_page_is_no_speaker(label: str) -> None:
    page = f"{label}: 555 0142"
    text = f"A talk in Hale\n\nQUILL: {FIRST}\n\n{page}\n\nQ: Is it?\n\n{page}\n\nQUILL: {SECOND}\n\nQ: So?"

    assert [speaker for speaker, _ in spoken(text)] == ["Quill", None, "Quill", None]


@pytest.mark.parametrize("label", ["Cc", "Sent", "Forwarded", "Proof", "Example", "Prompt"])
def test_the_head_of_a_mail_or_a_paragraph_is_no_speaker_beside_lines_that_have_one(label: str) -> None:
    head = f"{label}: Una Hale, who keeps the levee"
    turns = f"Quill: {FIRST}\n\n{head}\n\nBrandt: {SECOND}"

    assert spoken(f"A talk in Hale\n\n{turns}\n\n{turns}") == [("Quill", FIRST), ("Brandt", SECOND)] * 2


@pytest.mark.parametrize("label", ["UNIDENTIFIED FEMALE", "Speaker 1", "Host", "AUDIENCE MEMBER"])
def test_a_label_that_names_nobody_gives_its_words_to_nobody(label: str) -> None:
    text = f"A talk in Hale\n\nQUILL: {FIRST}\n\n{label}: {SECOND}\n\nQUILL: {FIRST}\n\n{label}: {SECOND}"

    assert spoken(text) == [("Quill", FIRST), (None, SECOND)] * 2


def test_a_schedule_is_no_talk() -> None:
    text = (
        "The week in Hale\n\n10:30 Walk: Meet at the quay.\n\n11:00 Choir: In the hall.\n\n12:00 Lunch: Soup."
    )

    assert spoken(text) == []


def test_a_sentence_that_begins_with_a_name_and_a_stop_is_no_line() -> None:
    text = "The levee broke.\n\nMs. Quill. That was the name that I heard.\n\nThe night was long."

    assert spoken(text) == []


def test_two_of_a_short_debate_who_speak_once_are_heard() -> None:
    text = (
        f"The council met.\n\nThe President: I call Dene.\n\nMr. Brandt (Dene): {FIRST}\n\nMs. Orsa (Hale): {SECOND}"
        "\n\nThe President: I thank you both."
    )

    assert [speaker for speaker, _ in spoken(text)] == [None, "Brandt", "Orsa", None]


@pytest.mark.parametrize(
    "field", ["Preacher: The Reverend Ivo Lindt", "Place: Port Dene", "Guest: Ivo Lindt"]
)
def test_a_field_that_only_names_is_nobodys_words(field: str) -> None:
    text = f"A talk in Hale\n\n{field}\n\nADA QUILL: {FIRST}\n\nTOM BRANDT: {SECOND}\n\nADA QUILL: {FIRST}\n\n{field}"

    assert [speaker for speaker, _ in spoken(text)] == ["Ada Quill", "Tom Brandt", "Ada Quill"]


def test_where_somebody_is_reached_is_nobodys_words() -> None:
    text = (
        "The levee broke.\n\nFor Press Inquiries: 214-706-1173\n\nAda Quill: quill@dene.example, +44 (0)20 7946 0000"
        "\n\nFor Public Inquiries: 1-800-DENE-1 (242-8721)\n\nhale.example and dene.example"
    )

    assert spoken(text) == []


def test_a_long_list_of_addresses_is_read_in_no_time() -> None:
    addresses = "quill@dene.example,www.hale.example/" * 500

    assert spoken(f"The levee broke.\n\nAda Quill: {addresses} by day") == []


def test_a_short_surname_in_capitals_is_written_as_a_name() -> None:
    text = f"A talk in Hale\n\nMs VANE: {FIRST}\n\nMr BRANDT: {SECOND}\n\nMs VANE: {FIRST}\n\nMr BRANDT: {SECOND}"

    assert [speaker for speaker, _ in spoken(text)] == ["Vane", "Brandt"] * 2


def test_a_name_before_a_dash_in_a_sentence_is_no_label() -> None:
    text = (
        "The levee broke.\n\nMr. Brandt — the mayor — left at noon.\n\nMr. Brandt — we know him — came back."
    )

    assert spoken(text) == []


def test_who_asks_under_a_handle_is_nobody_and_who_answers_is_heard() -> None:
    asked = "**u/tidepool:** Will it hold?\n\n**Ada Quill:** It will."
    text = (
        f"Ask me anything\n\n{asked}\n\n**u/bilge_rat:** Were you there?\n\n**Ada Quill:** I was.\n\n{asked}"
    )

    assert [speaker for speaker, _ in spoken(text)] == [None, "Ada Quill"] * 3


def test_what_is_heard_in_double_brackets_is_no_speaker() -> None:
    text = f"A talk in Hale\n\n((Music)) {FIRST}\n\n((Applause)) {SECOND}\n\n((Music)) {FIRST}\n\n((Music)) {SECOND}"

    assert {speaker for speaker, _ in spoken(text)} <= {None}
