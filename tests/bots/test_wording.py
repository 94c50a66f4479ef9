from __future__ import annotations

from dataclasses import replace

import pytest

from bots.amounts import VOICES
from bots.wording import also_in_words, days_in_words, speaker_label, voices_in_words, who, with_the
from qa.answers import Answer, CorpusSummary, Outcome, QuestionKind, Quote, Understanding
from qa.datatypes import CERTAIN_NAME, Article, Attribution, AttributionKind, Version

TEXT = "“We will sell the harbour,” the spokesman said on Monday."
MENTION = (TEXT.index("the spokesman"), TEXT.index(" said"))
PROBABLE, SURE = CERTAIN_NAME - 0.01, CERTAIN_NAME


def record(
    speaker: str | None, *, sure: float = 1.0, speaks_for: str | None = None, kind: str = "direct"
) -> Attribution:
    return Attribution(
        ((0, 26),), MENTION, None, speaker, AttributionKind(kind), "test", 0.9,
        speaks_for=speaks_for, name_confidence=sure,
    )  # fmt: skip


def quote(said: Attribution | None, name: str | None = None) -> Quote:
    version = Version(key=1, uid="a" * 10, sha256="b" * 64, article=Article(id="a", text=TEXT))
    return Quote(version, 0, 26, 0.9, said, name or (said.speaker if said else None))


@pytest.mark.parametrize(
    ("said", "label"),
    [
        pytest.param(record("Ada Quill"), "Ada Quill", id="certain"),
        pytest.param(record("Ada Quill", sure=SURE), "Ada Quill", id="just-certain"),
        pytest.param(record("Ada Quill", sure=PROBABLE), "probably Ada Quill", id="not-certain"),
        pytest.param(
            record("Ned Pryce", speaks_for="Ports Authority"), "Ned Pryce, for the Ports Authority", id="for-a-body"
        ),
        pytest.param(record("Ned Pryce", speaks_for="Tony Quill"), "Ned Pryce, for Tony Quill", id="for-a-person"),
        pytest.param(
            record("Ned Pryce", sure=PROBABLE, speaks_for="NATO"), "probably Ned Pryce, for NATO", id="probably-for"
        ),
        pytest.param(
            record(None, speaks_for="Ports Authority"), "a spokesperson for the Ports Authority", id="nameless"
        ),
        pytest.param(
            record(None, sure=PROBABLE, speaks_for="Ports Authority"),
            "probably a spokesperson for the Ports Authority",
            id="probably-nameless",
        ),
        pytest.param(record("Ports Authority", speaks_for="Ports Authority"), "Ports Authority", id="for-itself"),
        pytest.param(record(None), "", id="nobody"),
        pytest.param(record(None, sure=PROBABLE), "", id="probably-nobody"),
        pytest.param(None, "", id="no-record"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_as_surely_as_the_article_names_them(said: Attribution | None, label: str) -> None:
    assert speaker_label(said, said.speaker if said else None) == label


def test_those_who_say_it_together_are_all_named() -> None:
    two = replace(record("Ada Quill"), together_with=("Tom Brandt",))
    three = replace(record("Ada Quill", sure=PROBABLE), together_with=("Tom Brandt", "Pia Holt"))

    assert speaker_label(two, "Ada Quill") == "Ada Quill with Tom Brandt"
    assert speaker_label(three, "Ada Quill") == "probably Ada Quill with Tom Brandt and Pia Holt"


def test_the_archives_name_stands_in_the_label() -> None:
    assert speaker_label(record("Quill", sure=PROBABLE), "Ada Quill") == "probably Ada Quill"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param(
            record("Ada Quill", sure=PROBABLE, kind="indirect"), "probably Ada Quill (reported)", id="reported"
        ),
        pytest.param(
            record(None, speaks_for="Dene Bakers Union"), "a spokesperson for the Dene Bakers Union", id="body"
        ),
        pytest.param(record(None), "“the spokesman”", id="by-the-words-of-the-article"),
        pytest.param(
            replace(record("Una Strand"), extracted=record("Ada Quill", sure=PROBABLE)),
            "Una Strand (set by hand)",
            id="set-by-hand",
        ),
    ],
)  # fmt: skip
def test_a_quote_says_who_is_quoted_and_how(said: Attribution, shown: str) -> None:
    assert who(quote(said)) == shown


def test_a_quote_without_a_record_names_nobody() -> None:
    assert who(quote(None)) == ""


@pytest.mark.parametrize(
    "name",
    [
        "Ports Authority", "Department for Rural Transport", "Harwick City Council", "Bank of Dene",
        "Labour Party", "Quill campaign", "Justice Department", "University of Harwick", "White House", "Treasury",
        "FBI", "UN", "Dene Fire Service", "National Federation of Bakers", "United Nations", "Greens",
    ],
)  # fmt: skip
def test_a_body_that_is_named_with_the_gets_it(name: str) -> None:
    assert with_the(name) == f"the {name}"


@pytest.mark.parametrize(
    "name",
    [
        "NATO", "CNN", "Boeing", "Harwick University", "Dene Airlines", "Tony Quill", "Brandt's campaign",
        "The Dene Trust", "the Dene Trust", "Harwick", "Downing Street", "Tony Quill Jones", "James", "",
    ],
)  # fmt: skip
def test_a_name_that_takes_no_the_stays(name: str) -> None:
    assert with_the(name) == name


def heard(*voices: tuple[str, int]) -> Answer:
    asked = Understanding(QuestionKind.WHO_SAID, "Who spoke of it?", "Who spoke of it?")
    corpus = CorpusSummary(1, 1, None, None, 1)
    return Answer("Who spoke of it?", Outcome.ANSWERED, 0.9, asked, (), corpus, voices=voices)


def test_all_who_speak_are_named_with_their_number_of_quotes() -> None:
    assert (
        voices_in_words(heard(("Ada Quill", 1200), ("Ivo Brandt", 2)))
        == "On this: Ada Quill 1,200, Ivo Brandt 2"
    )


def test_one_who_speaks_alone_is_named_by_the_quote_only() -> None:
    assert voices_in_words(heard(("Ada Quill", 4))) == voices_in_words(heard()) == ""


def test_of_many_who_speak_the_rest_are_counted() -> None:
    many = heard(*((f"Speaker {number}", 1) for number in range(VOICES + 3)))

    assert voices_in_words(many).endswith(f"Speaker {VOICES - 1} 1 and 3 more")


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ((), ""),
        (("a.txt",), "also in a.txt"),
        (("a.txt", "b.txt", "c.txt", "d.txt"), "also in a.txt, b.txt, c.txt, d.txt"),
        (tuple(f"{each}.txt" for each in "abcdefg"), "also in a.txt, b.txt, c.txt, 4 more"),
    ],
    ids=["none", "one", "four", "seven"],
)
def test_of_many_articles_with_the_same_words_three_are_named(others: tuple[str, ...], words: str) -> None:
    assert also_in_words(replace(quote(None), also_in=others)) == words


def test_one_day_is_named_once() -> None:
    assert days_in_words("2024-03-04", "2024-03-09T08:00") == "4 March 2024 to 9 March 2024"
    assert days_in_words("2024-03-04", "2024-03-04T08:00") == "4 March 2024"
