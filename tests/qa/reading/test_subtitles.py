from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.attribution.extractor import extract
from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind
from tests.qa.reading.only_result import the_article, the_problem

ReadAs = Callable[..., list[Article | Problem]]


def vtt(*cues: str, head: str = "WEBVTT", seconds: int = 4) -> bytes:
    """Subtitles of a web page, each shown right after the one before."""
    shown = [
        f"00:{at * seconds // 60:02}:{at * seconds % 60:02}.000 --> "
        f"00:{(at + 1) * seconds // 60:02}:{(at + 1) * seconds % 60:02}.000 align:start\n{cue}"
        for at, cue in enumerate(cues)
    ]
    return "\n\n".join([head, *shown]).encode()


def srt(*cues: str) -> bytes:
    shown = [f"{at + 1}\n00:00:{at:02},500 --> 00:00:{at + 1:02},500\n{cue}" for at, cue in enumerate(cues)]
    return "\n\n".join(shown).encode()


def text_of(read_as: ReadAs, *cues: str) -> str:
    return the_article(read_as("a.vtt", vtt(*cues))).text


def test_what_is_shown_line_by_line_is_running_text(read_as: ReadAs) -> None:
    article = the_article(
        read_as("2026-03-02 pier.srt", srt("The pier will", "hold, they said,\nfor a year.", "It did not."))
    )

    assert article.text == "The pier will hold, they said, for a year. It did not."
    assert article.title == "The pier will hold, they said, for a year."
    assert article.date == "2026-03-02"
    assert article.reader.startswith("subtitles/1 webvtt-py/")


def test_what_shows_how_words_look_is_no_part_of_them(read_as: ReadAs) -> None:
    head = (
        "WEBVTT - Pier\nKind: captions\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\nNOTE checked by Orsa"
    )
    data = vtt("<i>The</i> <c.red>pier</c> &amp; the mole", "{\\an8}will <00:00:05.000>hold.", head=head)

    assert the_article(read_as("a.vtt", data)).text == "The pier & the mole will hold."


@pytest.mark.parametrize(("name", "head"), [("a.srt", "1\n"), ("a.vtt", "WEBVTT\n\n")])
def test_captions_whose_times_are_not_read_are_reported(read_as: ReadAs, name: str, head: str) -> None:
    data = (
        f"{head}00:00:01.500 --> 00:00:02.500\nThe pier holds.\n\n2\n00:00:03 --> 00:00:04\nIt fell.\n\n"
        "3\n00:00:05.500 --> 00:00:06.500\n\n4\n00:00:07.500 --> 00:00:08.500\nIt stands.\n"
    )
    article, problem = sorted(read_as(name, data.encode()), key=lambda each: isinstance(each, Problem))

    assert isinstance(article, Article)
    assert article.text == "The pier holds.\n\nIt stands."
    assert isinstance(problem, Problem)
    assert problem.reason.startswith("1 of its captions")
    assert not problem.fatal


def test_a_file_of_such_times_alone_is_not_called_empty(read_as: ReadAs) -> None:
    problem = the_problem(read_as("a.srt", b"1\n00:00:03 --> 00:00:04\nIt fell.\n"))

    assert problem.kind is ProblemKind.BROKEN
    assert "00:00:01,500 --> 00:00:02,500" in problem.reason


def test_an_arrow_that_somebody_writes_is_no_time(read_as: ReadAs) -> None:
    assert (
        the_article(read_as("a.srt", srt("Dene --> Harwick,\nand back."))).text
        == "Dene --> Harwick, and back."
    )


def test_a_voice_is_a_turn_of_its_speaker(read_as: ReadAs) -> None:
    text = text_of(
        read_as,
        "<v Ada Quill>The pier</v>",
        "<v.loud Ada Quill>will hold.</v>",
        "<v Tom Brandt>Will it?\n<v Ada Quill>It will.",
        "It did not.",
    )

    # What has no voice after one that ended is somebody's whom nothing names.
    assert text == (
        "Ada Quill: The pier will hold.\n\nTom Brandt: Will it?\n\nAda Quill: It will.\n\n>> It did not."
    )


def test_a_label_begins_a_turn_and_is_not_said_again(read_as: ReadAs) -> None:
    text = text_of(
        read_as,
        "Ada Quill: the pier will",
        "Ada Quill: hold for a year",
        "Tom Brandt: we saw",
        "it move",
        "Ada Quill: so did I",
    )

    assert text == (
        "Ada Quill: the pier will hold for a year\n\nTom Brandt: we saw it move\n\nAda Quill: so did I"
    )


def test_a_colon_within_a_sentence_begins_no_turn(read_as: ReadAs) -> None:
    text = text_of(
        read_as,
        "ADA QUILL: We knew one",
        "Thing: it would not hold.",
        "They said this: leave.",
        "And so: we left.",
    )

    assert text == "ADA QUILL: We knew one Thing: it would not hold. They said this: leave. And so: we left."


def test_what_one_person_says_has_many_paragraphs(read_as: ReadAs) -> None:
    speech = [f"I built pier {number} with you, and we will keep it." for number in range(40)]
    article = the_article(read_as("a.vtt", vtt(f"ADA QUILL: {speech[0]}", *speech[1:])))

    found = [one for one in extract(article) if one.rule == "speech"]
    assert {one.speaker for one in found} == {"Ada Quill"}
    assert " ".join(article.text[one.start : one.end] for one in found) == " ".join(speech)


def test_a_talk_is_read_as_a_transcript(read_as: ReadAs) -> None:
    cues = [
        ">> ADA QUILL: We keep it.",
        ">> Will you pay?",
        ">> ADA QUILL: We will,",
        "from the toll.",
        ">> TOM BRANDT: No.",
    ]
    article = the_article(read_as("a.vtt", vtt(*cues)))

    assert [(one.speaker, article.text[one.start : one.end]) for one in extract(article)] == [
        ("Ada Quill", "We keep it."),
        ("Ada Quill", "We will, from the toll."),
        ("Tom Brandt", "No."),
    ]


def test_marks_of_another_speaker_begin_a_turn(read_as: ReadAs) -> None:
    text = text_of(
        read_as, ">> ADA QUILL: It will hold.", "- Will it?\n- I said so.", "Yes. &gt;&gt; No. -5 degrees."
    )

    assert text == "ADA QUILL: It will hold.\n\n>> Will it?\n\n>> I said so. Yes.\n\n>> No. -5 degrees."


def test_captions_that_roll_are_read_once(read_as: ReadAs) -> None:
    text = text_of(
        read_as,
        "\nthe<00:00:00.480><c> pier</c>",
        "the pier\n ",
        "the pier\nwill<00:00:03.000><c> hold</c>",
        "will hold\n ",
        "will hold\nhold for a year",
    )

    assert text == "the pier will hold hold for a year"


def test_words_that_are_said_twice_are_kept(read_as: ReadAs) -> None:
    assert text_of(read_as, "No.", "No.", "It will", "hold.", "We know.") == "No. No. It will hold. We know."


def test_without_speakers_a_pause_ends_a_paragraph_and_so_does_its_length(read_as: ReadAs) -> None:
    pauses = b"WEBVTT\n\n00:01.000 --> 00:02.000\n%b\n\n00:09.000 --> 00:10.000\n%b\n"
    long = text_of(read_as, *(f"The pier held for {years} years." for years in range(50)), "Tides")

    assert [
        the_article(read_as("a.vtt", pauses % words)).text
        for words in [(b"It holds.", b"It fell."), (b"It", b"holds."), (b"it holds", b"it fell")]
    ] == ["It holds.\n\nIt fell.", "It holds.", "it holds\n\nit fell"]
    assert [part.endswith(".") for part in long.split("\n\n")] == [True, False]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"The pier will hold.", ProblemKind.BROKEN),
        (b"1\n00:00:01 - the pier\n", ProblemKind.BROKEN),
        (b"WEBVTT\n\nNOTE nothing\n", ProblemKind.EMPTY),
        (srt("<i></i>"), ProblemKind.EMPTY),
        (b"\x00\x01\x02\x03" * 9, ProblemKind.BINARY),
    ],
)
def test_a_file_that_holds_no_subtitles_is_named(read_as: ReadAs, data: bytes, kind: ProblemKind) -> None:
    assert the_problem(read_as("a.srt", data)).kind is kind


def test_subtitles_in_an_older_encoding_are_read(read_as: ReadAs) -> None:
    data = srt("Señor Quill's café").decode().encode("cp1252")

    assert the_article(read_as("a.srt", data)).text == "Señor Quill's café"


@pytest.mark.slow
@pytest.mark.parametrize(
    "cue",
    [
        "<" * 200_000,
        "<v " * 100_000,
        "<v" + " " * 100_000,
        "<v a>" * 100_000,
        "a: " * 100_000,
        ">>" * 100_000,
        "no " * 200_000,
        "{\\" * 100_000,
        ")" * 200_000 + "x",
    ],
    ids=["tags", "open voices", "spaces", "voices", "labels", "marks", "words", "braces", "brackets"],
)
def test_long_nonsense_takes_no_long_time(read_as: ReadAs, cue: str) -> None:
    # The sandbox would end a reader that takes more than a minute.
    results = read_as("a.vtt", vtt(cue, cue, cue, cue))

    assert not [each for each in results if isinstance(each, Problem) and each.kind is ProblemKind.LIMIT]


MARKS = ["", ">>", ">> ADA:", "-", "Ada:", "ADA QUILL:", "Ada Quill:", "<v Ada>", "</v>", "<i>", "Ada: Tom:"]


@given(st.lists(st.lists(st.sampled_from(MARKS), min_size=1, max_size=3), max_size=12))
def test_no_word_is_lost(read_as: ReadAs, marks: list[list[str]]) -> None:
    said = [[f"Word{at}-{place}" for place in range(len(cue))] for at, cue in enumerate(marks)]
    cues = [
        "\n".join(f"{mark} {word}" for mark, word in zip(cue, words, strict=True))
        for cue, words in zip(marks, said, strict=True)
    ]
    results = read_as("a.vtt", vtt(*cues))

    read = [word for each in results if isinstance(each, Article) for word in each.text.split()]
    assert [word for word in read if word.startswith("Word")] == [word for words in said for word in words]
