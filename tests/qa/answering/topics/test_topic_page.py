from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from qa.answering.topics.topic_page import TopicPage, topic_page
from qa.archive.protocol import View
from qa.archive.roles import roles_of
from qa.datatypes import Description, DescriptionKind, Scope
from qa.embedded.snapshot import Library
from tests.qa.archive.memory import MemoryArchive
from tests.qa.embedded.stored import passages_of

FERRIES = Path(__file__).parents[1] / "ferries"
ROLE = DescriptionKind.ROLE
SAID_TO_BE = {
    "fares": [
        Description(ROLE, 94, 137, "Ada Quill", "director", "Ports Authority"),
        Description(ROLE, 180, 204, "Ivo Brandt", "councillor"),
    ],
    "winter": [Description(ROLE, 60, 80, "Ada Quill", "director", "Ports Authority")],
    "interview": [
        Description(ROLE, 0, 30, "Ned Pryce", "shopkeeper", former=True),
        Description(DescriptionKind.RELATION, 0, 30, "Ned Pryce", "brother", "Ada Quill"),
        Description(DescriptionKind.ALSO_CALLED, 0, 30, "Ned Pryce", "NP"),
    ],
}


@pytest.fixture(scope="session")
def described(library_of: Callable[[Path], Library]) -> MemoryArchive:
    """The ferries' archive in memory, with descriptions as an extractor would give them."""
    with library_of(FERRIES).snapshot() as view:
        kept = [(version, passages_of(view, version), said) for version, said in view.all_attributions()]
        said_to_be = {version.uid: SAID_TO_BE.get(version.article.id, []) for version, _, _ in kept}
        return MemoryArchive(kept, view.speakers(), view.model, said_to_be)


@pytest.fixture
def view(described: MemoryArchive) -> Iterator[View]:
    with described.snapshot() as opened:
        yield opened


def test_a_topic_has_one_best_quote_a_speaker_by_day_newest_first(view: View) -> None:
    page = topic_page(view, "ferries")

    assert page.person is None
    assert [day for day, _ in page.days] == [
        date(2024, 12, 1),
        date(2024, 3, 20),
        date(2024, 3, 4),
        None,
    ]
    shown = [quote.voice for _, quotes in page.days for quote in quotes]
    assert len({*shown}) == len(shown)
    assert {*shown} == {voice.name for voice in page.voices}


def test_everybody_who_speaks_on_it_is_counted(view: View) -> None:
    counts = {voice.name: len(voice.quotes) for voice in topic_page(view, "ferries").voices}

    assert counts["Ada Quill"] == 2
    assert counts["Una Strand"] == 1
    assert "Marta Ruiz" not in counts


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ada Quill", "Ada Quill"),
        ("quill", "Ada Quill"),
        ("Ms Strand", "Una Strand"),
        ("the director of the Ports Authority", "Ada Quill"),
        ("the councillor", "Ivo Brandt"),
    ],
    ids=["name", "surname in small letters", "with a title", "what articles say she is", "an office alone"],
)
def test_a_name_or_a_description_alone_is_a_page_about_that_person(view: View, words: str, name: str) -> None:
    page = topic_page(view, words)

    assert page.person is not None
    assert page.person.speaker.name == name


@pytest.mark.parametrize(
    "words",
    ["ferries", "fares", "school meals", "the mayor of Harwick", "Quell", "strand of pearls"],
    ids=["plural", "noun", "two words", "nobody's office", "nearly a name", "a name and more"],
)
def test_other_words_are_no_person(view: View, words: str) -> None:
    assert topic_page(view, words).person is None


def test_a_persons_page_has_their_roles_their_quotes_and_who_speaks_about_them(view: View) -> None:
    page = topic_page(view, "Marta Ruiz")

    assert page.person is not None
    assert [quote.text for quote in page.person.latest] == ['"School meals should taste of the place,"']
    assert page.person.best == ()
    assert [voice.name for voice in page.person.about] == ["Ivo Brandt"]
    assert "she laughed" in page.person.about[0].best.text
    assert page.person.quotes == 1


def test_best_quotes_are_not_shown_twice_and_latest_come_first(view: View) -> None:
    person = topic_page(view, "Ivo Brandt").person

    assert person is not None
    days = [quote.version.article.date or "" for quote in person.latest]
    assert days == sorted(days, reverse=True)
    assert not {quote.id for quote in person.latest} & {quote.id for quote in person.best}


def test_bounds_hold_for_every_part_of_a_page(view: View) -> None:
    page = topic_page(view, "Ada Quill", Scope(since=date(2024, 11, 1)))

    assert page.person is not None
    assert {quote.version.article.id for quote in page.person.latest} == {"winter"}
    assert [role.articles for role in page.person.roles] == [1]


def test_a_page_with_nothing_on_it_is_empty(view: View) -> None:
    def empty(page: TopicPage) -> bool:
        return page.empty

    assert empty(topic_page(view, "helicopters"))
    assert not empty(topic_page(view, "ferries"))
    assert not empty(topic_page(view, "Orsa Lindahl"))


def test_roles_are_counted_by_article_and_dated(view: View) -> None:
    speaker = view.speaker("Ada Quill")
    assert speaker is not None

    (role,) = roles_of(view, speaker)

    assert (role.what, role.of, role.articles) == ("director", "Ports Authority", 2)
    assert (role.first, role.last) == (date(2024, 3, 4), date(2024, 11, 2))


def test_a_short_name_is_no_role_and_a_former_one_is_marked(view: View) -> None:
    speaker = view.speaker("Ned Pryce")
    assert speaker is not None

    roles = [(role.kind.value, role.what, role.of, role.former) for role in roles_of(view, speaker)]

    assert roles == [("relation", "brother", "Ada Quill", False), ("role", "shopkeeper", None, True)]
