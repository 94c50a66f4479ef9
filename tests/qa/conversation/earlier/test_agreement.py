from __future__ import annotations

from qa.conversation.earlier.agreement import agrees
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers

SPEAKERS = ListedSpeakers(
    (
        Speaker("Ada Craig", "person", (), 3),
        Speaker("Rosa Craig", "person", (), 2),
        Speaker("Craig", "person", (), 1),
        Speaker("Una Tom", "person", (), 2),
        Speaker("Ivo Tom", "person", (), 2),
        Speaker("Tom", "person", (), 1),
        Speaker("Neil", "person", (), 1),
    )
)


def test_a_surname_is_no_given_name() -> None:
    assert not agrees("he", "Craig", SPEAKERS)
    assert not agrees("he", "Tom", SPEAKERS)


def test_a_surname_is_of_the_gender_of_all_who_bear_it() -> None:
    assert agrees("she", "Craig", SPEAKERS)
    assert not agrees("she", "Tom", SPEAKERS)


def test_a_given_name_alone_shows_its_gender() -> None:
    assert agrees("he", "Neil", SPEAKERS)
