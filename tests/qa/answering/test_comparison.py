from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Nearest, Outcome
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.errors import NoIndexError, UsageError

SEEDS = Path(__file__).parents[3] / "seeds"
RUBIO, TRUMP, BIDEN = "Marco Rubio", "Donald Trump", "Joe Biden"


@pytest.fixture(scope="session")
def answerer(answerer_of: Callable[[Path], Answerer]) -> Answerer:
    return answerer_of(SEEDS)


def test_each_side_holds_its_speakers_words_and_nobody_elses(answerer: Answerer) -> None:
    comparison = answerer.compare(("Rubio", "Trump"), about="China")

    assert [side.understood.speaker for side in comparison.sides] == [RUBIO, TRUMP]
    for side, name in zip(comparison.sides, (RUBIO, TRUMP), strict=True):
        assert side.outcome is Outcome.ANSWERED
        assert {quote.speaker for quote in side.quotes} == {name}


def test_a_side_without_words_on_the_topic_says_so_and_shows_none(answerer: Answerer) -> None:
    trump, biden = answerer.compare((TRUMP, BIDEN), about="TikTok").sides

    assert trump.outcome is Outcome.ANSWERED
    assert (biden.outcome, biden.nearest, biden.quotes) == (Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS, ())


def test_somebody_whom_the_archive_does_not_know_is_not_found(answerer: Answerer) -> None:
    sides = answerer.compare((TRUMP, "Angela Merkel"), about="China").sides

    assert [side.outcome for side in sides] == [Outcome.ANSWERED, Outcome.NOT_FOUND]


@pytest.mark.slow
def test_a_question_in_plain_words_gives_the_same_sides(answerer: Answerer) -> None:
    plain = answerer.ask("Rubio and Trump on China")
    comparison = answerer.compare((RUBIO, TRUMP), about="China")

    assert [side.quotes for side in plain.sides] == [side.quotes for side in comparison.sides]
    assert plain.outcome is Outcome.ANSWERED
    assert [quote.speaker for quote in plain.quotes[:2]] == [RUBIO, TRUMP]


def test_with_one_side_missing_the_other_answers_and_each_says_how_it_ended(answerer: Answerer) -> None:
    answer = answerer.ask("compare Trump with Biden on TikTok")

    assert answer.outcome is Outcome.ANSWERED
    assert [side.outcome is Outcome.ANSWERED for side in answer.sides] == [True, False]
    assert {quote.speaker for quote in answer.quotes} == {TRUMP}


@pytest.mark.parametrize(
    "names", [("Rubio", "Marco Rubio"), ("Rubio",), ("Rubio", " ")], ids=["same", "one", "empty"]
)
def test_fewer_than_two_speakers_cannot_be_compared(answerer: Answerer, names: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        answerer.compare(names, about="China")


def test_a_timeline_goes_from_the_first_to_the_latest(answerer: Answerer) -> None:
    timeline = answerer.timeline("Rubio", about="China")

    days = [quote.version.article.date or "" for quote in timeline.quotes]
    assert days == sorted(days)
    assert len(days) >= 3
    assert (timeline.first, timeline.latest) == (timeline.quotes[0], timeline.quotes[-1])
    assert {quote.speaker for quote in timeline.quotes} == {RUBIO}


def test_how_a_position_has_changed_is_answered_by_the_timeline(answerer: Answerer) -> None:
    answer = answerer.ask("How has Rubio's position on China changed?")

    assert answer.quotes == answerer.timeline("Rubio", about="China").quotes[:10]
    assert "19 January 2025" in answer.note


def test_an_empty_timeline_says_why(answerer: Answerer) -> None:
    nothing = answerer.timeline("Biden", about="TikTok")
    outside = answerer.timeline("Rubio", about="China", scope=Scope(until=date(2024, 1, 1)))

    assert (nothing.quotes, nothing.outcome, nothing.nearest) == (
        (),
        Outcome.NEAREST,
        Nearest.SPEAKER_NOT_ON_THIS,
    )
    assert (outside.quotes, outside.outcome, outside.nearest) == ((), Outcome.NEAREST, Nearest.OUTSIDE_DATES)


def test_words_in_articles_without_a_date_stand_apart(archive) -> None:  # type: ignore[no-untyped-def]
    said = "“{} are a burden,” Ada Okafor said. “I will not pay them.”\n"
    archive.write_lines(
        "a.jsonl",
        {"id": "dated", "date": "2024-05-01", "text": said.format("Tolls on the old bridge")},
        {"id": "undated", "text": said.format("Tolls of the other kind everywhere")},
    )
    archive.index()
    with Library.open(archive.library) as library:
        timeline = Answerer(library, lambda: archive.encoder, open_span_reader).timeline(
            "Ada Okafor", about="tolls"
        )

    assert {quote.version.article.id for quote in timeline.quotes} == {"dated"}
    assert {quote.version.article.id for quote in timeline.undated} <= {"undated"}
    assert timeline.latest is None or timeline.latest.version.article.id == "dated"


def test_a_namesakes_words_are_nobody_elses(archive) -> None:  # type: ignore[no-untyped-def]
    archive.write_lines(
        "a.jsonl",
        {
            "id": "anna",
            "date": "2024-05-01",
            "text": "“The tram is late every morning,” said Anna Collins, who drives it. “Rails are old.”\n",
        },
        {
            "id": "judith",
            "date": "2024-05-02",
            "text": "“The tram will cost us dearly,” said Judith Collins, the treasurer. “Nobody rides the tram.”\n",
        },
    )
    archive.index()
    with Library.open(archive.library) as library:
        answerer = Answerer(library, lambda: archive.encoder, open_span_reader)
        timeline = answerer.timeline("Anna Collins", about="tram")
        sides = answerer.compare(("Anna Collins", "Judith Collins"), about="tram").sides

    assert {quote.version.article.id for quote in timeline.quotes} == {"anna"}
    assert [{quote.speaker for quote in side.quotes} for side in sides] == [
        {"Anna Collins"},
        {"Judith Collins"},
    ]


@pytest.mark.parametrize("typed", ["Compare Collins and Lind on the tram", "collins vs lind on the tram"])
def test_of_namesakes_a_side_takes_the_one_who_spoke_on_it(archive, typed: str) -> None:  # type: ignore[no-untyped-def]
    archive.write_lines(
        "a.jsonl",
        {"id": "anna", "text": "“My bees fly early,” said Anna Collins. “Honey is dear,” said Anna Collins."},
        {
            "id": "judith",
            "text": "“The tram will cost us dearly,” said Judith Collins.\n\n“The tram is a gift,” Bo Lind said.",
        },
    )
    archive.index()
    with Library.open(archive.library) as library:
        answer = Answerer(library, lambda: archive.encoder, open_span_reader).ask(typed)

    assert [side.understood.speaker for side in answer.sides] == ["Judith Collins", "Bo Lind"]
    assert [quote.speaker for quote in answer.quotes] == ["Judith Collins", "Bo Lind"]


def test_what_two_say_of_each_other_is_what_each_says_of_the_other(archive) -> None:  # type: ignore[no-untyped-def]
    archive.write_lines(
        "a.jsonl",
        {
            "id": "tolls",
            "text": "“Each other’s tolls are dear,” said Ada Quill. “Each to his own,” Tom Brandt said.",
        },
        {"id": "quill", "text": "“Tom Brandt is the best clerk in Dene,” said Ada Quill."},
        {
            "id": "brandt",
            "text": "Tom Brandt spoke in Harwick. “Ada Quill never reads a letter,” Tom Brandt said.",
        },
    )
    archive.index()
    with Library.open(archive.library) as library:
        answer = Answerer(library, lambda: archive.encoder, open_span_reader).ask(
            "What did Quill and Brandt say about each other?"
        )

    assert [side.understood.topic for side in answer.sides] == ["Tom Brandt", "Ada Quill"]
    assert [side.quotes[0].version.article.id for side in answer.sides] == ["quill", "brandt"]


def test_an_empty_library_has_no_sides(archive) -> None:  # type: ignore[no-untyped-def]
    archive.index()
    with Library.open(archive.library) as library, pytest.raises(NoIndexError):
        Answerer(library, lambda: archive.encoder, open_span_reader).compare(("Ada Okafor", "Bo Lind"))
