"""One surname in several articles: whose it is, and whose it is not."""

from __future__ import annotations

import pytest

from qa.speakers.callings import identity
from qa.speakers.known import ListedSpeakers
from qa.speakers.linking import Match, link_names, match_speaker


def named(text: str) -> str:
    """Return the identity of "Vane|lord he": a name, and what its article calls it."""
    name, _, called = text.partition("|")
    return identity(name, sorted(called.split()))


def linked(*texts: str) -> dict[str, str]:
    name_of = link_names(dict.fromkeys(map(named, texts), 1))[1]
    return {text: name_of[named(text)] for text in texts}


@pytest.mark.parametrize(
    ("surname", "full"),
    [
        ("Vane|lord", "Robin Vane|lord"),
        ("Vane|lord", "Robin Vane|lord minister"),
        ("Vane|mr", "Robin Vane"),
        ("Vane|he", "Robin Vane"),
        ("Vane|minister", "Robin Vane|mayor"),
        ("Vane|president", "Robin Vane|president"),
        ("Quill|mrs", "Ada Quill"),
        ("Quill|she", "Ada Quill|coach"),
        ("Quill|=ada", "Ada Quill"),
        ("Falk|=mike", "Michael Falk"),
        ("Zorin|=qadir", "Qadir Zorin"),
        ("Vane|mr sir", "Robin Vane|sir"),
    ],
    ids=["lord", "lord and minister", "Mr", "he", "minister and mayor", "president", "Mrs", "she",
         "the article has the name", "the article has the long name", "an unknown name", "Sir"],
)  # fmt: skip
def test_a_surname_is_that_of_the_one_person_whom_nothing_speaks_against(surname: str, full: str) -> None:
    assert set(linked(surname, full).values()) == {full.partition("|")[0]}


@pytest.mark.parametrize(
    ("surname", "full", "shown"),
    [
        ("Vane|lord", "Robin Vane", "Lord Vane"),
        ("Vane|lord minister", "Robin Vane|he", "Lord Vane"),
        ("Vane|minister", "Robin Vane", "minister Vane"),
        ("Vane|minister", "Robin Vane|coach", "minister Vane"),
        ("Vane|general", "Robin Vane|mr", "General Vane"),
        ("Vane|mrs", "Bob Vane", "Mrs Vane"),
        ("Vane|she", "Bob Vane", "Vane"),
        ("Vane|mr", "Robin Vane|lord", "Mr Vane"),
        ("Vane|=hugh he", "Robin Vane", "Vane"),
        ("Vane", "Robin Vane", "Vane"),
        ("Stanley|he", "Osmund Stanley", "Stanley"),
        ("Brandt Jr.|he", "Paul Brandt", "Brandt Jr."),
    ],
    ids=["nowhere a lord", "the minister", "nowhere a minister", "a coach", "nowhere a general", "a man",
         "she of a man", "always a lord", "another given name", "perhaps no person",
         "the full name is perhaps no person", "the son"],
)  # fmt: skip
def test_a_surname_is_never_linked_against_what_articles_say(surname: str, full: str, shown: str) -> None:
    assert linked(surname, full) == {surname: shown, full: full.partition("|")[0]}


def test_a_title_says_which_of_two_it_is() -> None:
    found = linked("Ann Vane", "Bob Vane", "Vane|mr", "Vane|ms", "Vane|he", "Vane")

    assert (found["Vane|mr"], found["Vane|ms"], found["Vane"]) == ("Bob Vane", "Ann Vane", "Vane")
    assert found["Vane|he"] == "Vane"


def test_the_given_name_in_the_article_says_which_of_two_it_is() -> None:
    found = linked("Elsa Dorn", "Robert Dorn", "Dorn|=elsa", "Dorn|=robert he")

    assert (found["Dorn|=elsa"], found["Dorn|=robert he"]) == ("Elsa Dorn", "Robert Dorn")


def test_lord_and_lady_and_the_rest_are_three() -> None:
    assert linked("Vane|lord", "Vane|baroness", "Vane|mr", "Vane") == {
        "Vane|lord": "Lord Vane",
        "Vane|baroness": "Baroness Vane",
        "Vane|mr": "Mr Vane",
        "Vane": "Mr Vane",
    }


def test_man_and_wife_are_two_where_no_full_name_is_known() -> None:
    assert linked("Quill|mr", "Quill|mrs", "Quill") == {
        "Quill|mr": "Mr Quill",
        "Quill|mrs": "Mrs Quill",
        "Quill": "Quill",
    }


def test_a_title_is_not_shown_where_it_tells_nobody_apart() -> None:
    assert linked("Quill|mrs", "Quill") == {"Quill|mrs": "Quill", "Quill": "Quill"}


def test_a_man_and_a_woman_of_one_full_name_are_two() -> None:
    assert linked("Kim Vane|mr", "Kim Vane|ms") == {
        "Kim Vane|mr": "Mr Kim Vane",
        "Kim Vane|ms": "Ms Kim Vane",
    }
    assert linked("Bob Vane|mr", "Bob Vane|ms") == {"Bob Vane|mr": "Bob Vane", "Bob Vane|ms": "Bob Vane"}


def test_a_surname_that_nothing_is_said_of_follows_the_title_that_it_has_elsewhere() -> None:
    assert linked("Barak Odun|president", "Odun|president", "Odun")["Odun"] == "Barak Odun"
    assert linked("Barak Odun|president", "Odun|general", "Odun")["Odun"] == "Odun"


def often_linked(**times: int) -> dict[str, str]:
    counts = {text.replace("_", " "): count for text, count in times.items()}
    name_of = link_names({named(text): count for text, count in counts.items()})[1]
    return {text: name_of[named(text)] for text in counts}


def test_a_surname_of_several_is_theirs_who_speaks_far_more_often() -> None:
    known = often_linked(
        **{"Jonas Odun|president": 40, "Jonas Odun Jr.": 4, "Mary Odun": 2, "Odun|he": 3, "Odun": 9}
    )

    assert known["Odun|he"] == known["Odun"] == "Jonas Odun"


@pytest.mark.parametrize(
    "times",
    [
        {"Jonas Odun": 9, "Ivan Odun": 1, "Odun|he": 3},
        {"Jonas Odun": 40, "Ivan Odun": 11, "Odun|he": 3},
        {"Jonas Odun": 40, "Mary Odun": 3, "Odun|she": 3},
        {"Jonas Odun": 40, "Mary Odun": 3, "Odun|lord": 3},
        {"Jonas Odun": 40, "Mary Odun": 3, "Odun|=ivan": 3},
        {"Jonas Odun": 40, "Mary Odun": 3, "Odun": 3},
        {"Jonas Odun": 15, "Mary Odun": 3, "Odun|he": 3, "Odun": 3},
        {"Jonas Odun": 40, "Mary Odun": 3, "Odun|he": 3, "Odun|general": 2, "Odun": 3},
        {"Jonas Odun": 40, "Ivan Odun": 3, "Odun|he": 50},
    ],
    ids=["seldom", "not far ahead", "a woman", "a lord", "the article has another given name", "nothing says a person",
         "too seldom for nothing said", "another of the surname is a general", "more often alone than in full"],
)  # fmt: skip
def test_a_surname_of_several_is_not_taken_for_the_best_known(times: dict[str, int]) -> None:
    known = often_linked(**times)

    assert known[list(times)[-1]] != "Jonas Odun"


def test_mrs_beside_he_is_the_wife_and_tells_nothing() -> None:
    assert linked("Ronald Odun|president", "Odun|he mrs president")["Odun|he mrs president"] == "Ronald Odun"


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("Lord Vane", Match("Lord Vane")),
        ("lord  vane", Match("Lord Vane")),
        ("Robin Vane", Match("Robin Vane")),
        ("Vane", Match(None, ("Lord Vane", "Robin Vane"))),
        ("Mr Vane", Match("Robin Vane")),
        ("Mrs Dorn", Match("Mrs Dorn")),
        ("Dorn", Match(None, ("Bob Dorn", "Mrs Dorn"))),
        ("Bob Dorn", Match("Bob Dorn")),
    ],
)
def test_a_typed_title_says_who_is_meant(typed: str, match: Match) -> None:
    names = ("Vane|lord", "Robin Vane", "Vane", "Bob Dorn", "Dorn|mrs")
    speakers, _ = link_names(dict.fromkeys(map(named, names), 1))

    assert match_speaker(typed, ListedSpeakers(speakers)) == match


def test_a_lord_among_the_other_names_is_found_by_his_title() -> None:
    speakers, _ = link_names({named("Robin Vane|lord"): 2, named("Vane|lord"): 1})

    assert speakers[0].aliases == ("Lord Vane",)
    assert match_speaker("Lord Vane", ListedSpeakers(speakers)) == Match("Robin Vane")


def test_a_middle_name_is_left_out_of_a_persons_name_only() -> None:
    assert len(set(linked("Ada Maria Quill", "Ada Quill").values())) == 1
    assert len(set(linked("Zorvan Kumar Quaz", "Zorvan Quaz").values())) == 1
    assert len(set(linked("Coastal Harwick Banks", "Coastal Banks").values())) == 2
