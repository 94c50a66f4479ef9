from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from qa.answering.overview import describing
from qa.answering.overview.describing import overview
from qa.answering.overview.periods import periods
from qa.answering.overview.sample import read_evenly
from qa.answering.overview.telling_topics import topics_over_time
from qa.archive.protocol import View
from qa.datatypes import Description, DescriptionKind
from qa.embedded.snapshot import Library
from tests.qa.archive.memory import MemoryArchive
from tests.qa.embedded.stored import passages_of

FERRIES = Path(__file__).parents[1] / "ferries"


@pytest.fixture
def view(library_of: Callable[[Path], Library]) -> Iterator[View]:
    with library_of(FERRIES).snapshot() as opened:
        yield opened


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2024-03-04", "2024-03-09", ["2024-03"]),
        ("2023-12-31", "2024-02-01", ["2023-12", "2024-01", "2024-02"]),
        ("2021-01-01", "2023-01-01", ["2021", "2022", "2023"]),
        ("1980-05-05", "2024-01-01", ["1980s", "1990s", "2000s", "2010s", "2020s"]),
        ("1350-01-01", "1750-01-01", ["1300-1399", "1400-1499", "1500-1599", "1600-1699", "1700-1799"]),
    ],
    ids=["days", "months", "years", "decades", "centuries"],
)
def test_time_is_divided_into_as_many_periods_as_can_be_looked_at(
    first: str, last: str, names: list[str]
) -> None:
    assert [period.name for period in periods([last, first]).all] == names


def test_two_years_are_the_longest_time_by_month() -> None:
    assert len(periods(["2022-01-01", "2023-12-31"]).all) == 24
    assert len(periods(["2022-01-01", "2024-01-01"]).all) == 3


def test_a_period_without_articles_is_shown_and_none_is_lost() -> None:
    divided = periods(["2024-03-04", "2024-03-05", "2024-05-01"])

    assert [(each.name, each.articles) for each in divided.all] == [
        ("2024-03", 2),
        ("2024-04", 0),
        ("2024-05", 1),
    ]
    assert divided.of("2024-04-30T10:00:00+01:00") == "2024-04"
    assert periods([]).all == ()


def test_the_widest_span_of_dates_ends_in_a_hundred_rows() -> None:
    assert len(periods(["0001-01-01", "9999-12-31"]).all) == 100


def test_articles_are_read_evenly_and_a_small_period_leaves_its_share(archive) -> None:  # type: ignore[no-untyped-def]
    start = date(2024, 1, 1)
    archive.write_lines(
        "a.jsonl",
        *(
            {"id": f"j{n}", "date": f"{start + timedelta(n)}", "text": f"January story {n}."}
            for n in range(30)
        ),
        *({"id": f"m{n}", "date": f"2024-03-0{n + 1}", "text": f"March story {n}."} for n in range(2)),
        {"id": "undated", "text": "A story of no day."},
    )
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as view:
        lines = list(view.articles())
        read = read_evenly(view, lines, periods(line.date for line in lines if line.date), 13)

    ids = [each.version.article.id for each in read]
    assert len(ids) == 13
    assert {"m0", "m1", "undated"} <= {*ids}
    assert [each for each in ids if each.startswith("j")] == [f"j{n}" for n in range(0, 30, 3)]
    assert {each.period for each in read} == {"2024-01", "2024-03", None}


def test_the_size_dates_outlets_and_speakers_are_counted(view: View) -> None:
    found = overview(view)

    assert (found.corpus.articles, found.corpus.first_date, found.undated) == (8, "2024-03-04", 2)
    assert [(each.outlet.source, each.outlet.articles, each.undated) for each in found.outlets] == [
        ("Harbour Post", 4, 0),
        ("Inland Times", 2, 0),
        ("", 1, 1),
        ("Harwick Leaflet", 1, 1),
    ]
    assert sum(each.period.articles for each in found.periods) + found.undated == 8
    assert {each.speaker.name for each in found.people} >= {"Ada Quill", "Una Strand", "Ivo Brandt"}
    counts = [each.speaker.count for each in found.people]
    assert counts == sorted(counts, reverse=True)
    assert not {each.speaker.name for each in found.people} & {each.speaker.name for each in found.bodies}
    assert found.read == 8


def test_a_main_speaker_speaks_about_the_names_in_their_words(view: View) -> None:
    about = {each.speaker.name: each.about for each in overview(view).people}

    assert (about["Ivo Brandt"], about["Ada Quill"]) == (("Ruiz",), ())


def test_what_most_articles_are_about_comes_first(view: View) -> None:
    topics = overview(view).topics

    assert ("Ports Authority", 3) in [(each.words, each.articles) for each in topics]
    assert "ferries" in [each.words for each in topics]
    assert all(each.articles > 1 for each in topics)


def test_a_period_is_told_apart_by_what_it_has_more_often(archive) -> None:  # type: ignore[no-untyped-def]
    archive.write_lines(
        "a.jsonl",
        *({"id": f"w{n}", "date": f"2024-01-0{n}", "text": "The council met. Snow fell on the harbour, they say."}
          for n in range(1, 6)),
        *({"id": f"s{n}", "date": f"2024-07-0{n}", "text": "The council met. Crowds filled the beach, they say."}
          for n in range(1, 6)),
    )  # fmt: skip
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as view:
        lines = list(view.articles())
        read = read_evenly(view, lines, periods(line.date for line in lines if line.date), 100)
        of_all, of_period = topics_over_time(read)

    assert {each.words for each in of_all} == {"harbour", "beach"}
    assert [each.words for each in of_period["2024-01"]] == ["harbour"]
    assert [each.words for each in of_period["2024-07"]] == ["beach"]


def test_examples_are_about_different_things_and_only_those_that_are_answered(view: View) -> None:
    asked: list[str] = []

    def answers(question: str) -> bool:
        asked.append(question)
        return "Brandt" not in question

    found = overview(view, answers=answers)

    assert found.questions
    assert len(found.questions) <= describing.QUESTIONS
    assert any("Brandt" in question for question in asked)
    assert not any("Brandt" in question for question in found.questions)
    topics = [re.split(r" about | on ", question)[-1] for question in found.questions]
    assert len({*topics}) == len(topics)


@pytest.mark.slow
def test_the_examples_of_an_archive_are_answered_by_it(answerer_of, library_of) -> None:  # type: ignore[no-untyped-def]
    answerer = answerer_of(FERRIES)
    with library_of(FERRIES).snapshot() as view:
        found = overview(view, answers=lambda question: answerer.ask(question).outcome == "answered")

    assert len(found.questions) >= 3
    assert all(answerer.ask(question).quotes for question in found.questions)


def test_no_more_articles_are_read_than_may_be_and_all_are_counted(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(describing, "MOST_READ", 3)

    found = overview(view)

    assert found.read == 3
    assert found.corpus.articles == 8


def test_a_speaker_has_the_role_that_most_articles_give(library_of: Callable[[Path], Library]) -> None:
    def role(what: str, of: str | None = None, who: str = "Ada Quill") -> Description:
        return Description(DescriptionKind.ROLE, 0, 9, who, what, of)

    said_to_be = {
        "fares": [role("director", "Ports Authority")],
        "winter": [role("director", "Ports Authority"), role("teacher")],
        "letter": [role("teacher", who="Orsa Lindahl")],
    }
    with library_of(FERRIES).snapshot() as view:
        kept = [(version, passages_of(view, version), said) for version, said in view.all_attributions()]
        described = {version.uid: said_to_be.get(version.article.id, []) for version, _, _ in kept}
        memory = MemoryArchive(kept, view.speakers(), view.model, described)

    with memory.snapshot() as view:
        roles = {each.speaker.name: each.role for each in overview(view).people}

    assert roles["Ada Quill"] is not None
    assert (roles["Ada Quill"].what, roles["Ada Quill"].of) == ("director", "Ports Authority")
    assert roles["Orsa Lindahl"] is not None
    assert roles["Una Strand"] is None


def test_an_archive_without_dates_has_no_periods(archive) -> None:  # type: ignore[no-untyped-def]
    archive.write("a.txt", "The ferries stop. “We will walk,” said Ada Quill.\n")
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as view:
        found = overview(view)

    assert found.periods == ()
    assert (found.undated, found.read) == (1, 1)
