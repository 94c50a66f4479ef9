from __future__ import annotations

import pytest

from qa.answering.topics.topic_forms import hyphened_ways, known_ways, numbered_ways
from qa.language.terms import content_terms


@pytest.mark.parametrize(
    ("topic", "way"),
    [
        ("the Pentagon deal", "Department of Defense deal"),
        ("the pentagon deal", "Defense Department deal"),
        ("the Department of Defense", "Pentagon"),
        ("an FDA report", "Food and Drug Administration report"),
    ],
)
def test_a_topic_is_said_by_the_other_names_of_a_body_that_the_world_knows(topic: str, way: str) -> None:
    assert frozenset(content_terms(way)) in known_ways(topic)


@pytest.mark.parametrize("topic", ["who reports", "the pentagonal fort", "an ap for boats"])
def test_small_letters_are_no_short_name(topic: str) -> None:
    assert known_ways(topic) == []


@pytest.mark.parametrize(
    ("topic", "way"),
    [
        ("China", "Beijing"),
        ("tariffs on Beijing", "tariffs on China"),
        ("the iran deal", "the tehran deal"),
        ("the Kremlin", "Russia"),
        ("Moscow", "the Kremlin"),
    ],
)
def test_a_government_is_named_by_its_country_and_by_its_seat(topic: str, way: str) -> None:
    assert frozenset(content_terms(way)) in known_ways(topic)


@pytest.mark.parametrize("topic", ["London", "Washington"])
def test_a_city_that_is_as_often_meant_itself_is_no_government(topic: str) -> None:
    assert known_ways(topic) == []


@pytest.mark.parametrize(
    ("topic", "way"),
    [
        ("to cooperate with the council", "to co-operate with the council"),
        ("the co-operation of the bakers", "the cooperation of the bakers"),
        ("an e-mail to Quill", "an email to Quill"),
    ],
)
def test_a_topic_is_said_with_a_hyphen_or_without(topic: str, way: str) -> None:
    assert frozenset(content_terms(way)) in hyphened_ways(topic)


@pytest.mark.parametrize("topic", ["Cooper's ferry", "a cool reef", "the ferry"])
def test_other_words_have_no_hyphen_to_lose(topic: str) -> None:
    assert hyphened_ways(topic) == []


@pytest.mark.parametrize(
    ("topic", "way"),
    [
        ("the Ninth District", "the 9th District"),
        ("the 9th District", "the Ninth District"),
        ("the second bridge", "the 2nd bridge"),
        ("the twentieth pier", "the 20th pier"),
    ],
)
def test_a_place_in_a_row_is_written_in_words_or_in_figures(topic: str, way: str) -> None:
    assert frozenset(content_terms(way)) in numbered_ways(topic)


@pytest.mark.parametrize("topic", ["nine districts", "9 districts", "the district"])
def test_a_number_is_no_place_in_a_row(topic: str) -> None:
    assert numbered_ways(topic) == []
