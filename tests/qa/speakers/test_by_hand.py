from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Speaker
from qa.errors import UsageError
from qa.speakers.by_hand import NamesByHand
from qa.speakers.callings import PERSON, identity
from qa.speakers.known import ListedSpeakers
from qa.speakers.linking import Match, link_names, match_speaker
from qa.speakers.names import is_group
from qa.speakers.typed_names import typed_name

LIB_DEMS = NamesByHand(together=(("Lib Dems", "Liberal Democrats"),))
VANES = NamesByHand(apart=(("Vane", "Robin Vane"),))


def linked(given_by_hand: NamesByHand, *names: str) -> dict[str, str]:
    """Return the speaker of each name, of which articles say that all are people's."""
    called = {name: identity(name, () if is_group(name) else (PERSON,)) for name in names}
    name_of = link_names(dict.fromkeys(called.values(), 1), given_by_hand)[1]
    return {name: name_of[each] for name, each in called.items()}


def test_two_names_are_one_speaker_who_is_shown_under_the_second() -> None:
    assert linked(LIB_DEMS, "Lib Dems", "Liberal Democrats") == {
        "Lib Dems": "Liberal Democrats",
        "Liberal Democrats": "Liberal Democrats",
    }


def test_the_joined_speaker_has_all_names_and_all_words() -> None:
    speakers, _ = link_names({"Lib Dems": 5, "Liberal Democrats": 2, "the Liberal Democrats": 1}, LIB_DEMS)

    assert [(each.name, each.aliases, each.count) for each in speakers] == [
        ("Liberal Democrats", ("Lib Dems", "the Liberal Democrats"), 8)
    ]
    assert match_speaker("Lib Dems", ListedSpeakers(speakers)) == Match("Liberal Democrats")


def test_what_the_rules_join_to_either_comes_with_it() -> None:
    by_hand = NamesByHand(together=(("Bo Stern", "Ada Quill"),))

    found = linked(by_hand, "Bo Stern", "Stern", "B. Stern", "Ada Quill", "Quill")

    assert set(found.values()) == {"Ada Quill"}


def test_names_are_joined_over_several_pairs() -> None:
    by_hand = NamesByHand(
        together=(("Ports Board", "Ports Authority"), ("Ports Authority", "Harbour Office"))
    )

    assert set(linked(by_hand, "Ports Board", "Ports Authority", "Harbour Office").values()) == {
        "Harbour Office"
    }


def test_two_names_that_the_rules_join_are_two_speakers() -> None:
    assert set(linked(NamesByHand(), "Vane", "Robin Vane").values()) == {"Robin Vane"}
    assert linked(VANES, "Vane", "Robin Vane") == {"Vane": "Vane", "Robin Vane": "Robin Vane"}


def test_a_form_goes_to_the_only_one_of_the_parted_that_it_can_belong_to() -> None:
    found = linked(VANES, "Vane", "Robin Vane", "R. Vane", "Robin J. Vane")

    assert found["R. Vane"] == found["Robin J. Vane"] == found["Robin Vane"]
    assert found["Vane"] == "Vane"


def test_of_two_full_names_held_apart_a_surname_belongs_to_neither() -> None:
    by_hand = NamesByHand(apart=(("Mike Falk", "Michael Falk"),))

    found = linked(by_hand, "Mike Falk", "Michael Falk", "Falk")

    assert found == {"Mike Falk": "Mike Falk", "Michael Falk": "Michael Falk", "Falk": "Falk"}


def test_groups_are_held_apart_too() -> None:
    by_hand = NamesByHand(apart=(("China", "Chinese"),))

    found = linked(by_hand, "China", "Chinese", "the Chinese")

    assert found["Chinese"] == found["the Chinese"] != found["China"]


def test_namesakes_whom_their_callings_tell_apart_are_joined() -> None:
    coach, minister = identity("Jonas Reed", ("coach",)), identity("Jonas Reed", ("minister",))
    apart = link_names({coach: 1, minister: 2})[1]
    by_hand = NamesByHand(together=((apart[coach], apart[minister]),))

    assert apart[coach] != apart[minister]
    assert set(link_names({coach: 1, minister: 2}, by_hand)[1].values()) == {apart[minister]}


def test_a_question_finds_the_speaker_who_is_held_apart_by_the_name_with_a_title() -> None:
    speakers = [
        Speaker("Robin Vane", "person", ("R. Vane",), 3, apart=True),
        Speaker("Vane", "person", (), 1, apart=True),
    ]

    assert match_speaker("Lord Vane", ListedSpeakers(speakers)) == Match("Vane")
    assert match_speaker("Robin Vane", ListedSpeakers(speakers)) == Match("Robin Vane")


@pytest.mark.parametrize(
    ("by_hand", "names", "expected"),
    [
        (LIB_DEMS, ("Lib Dems", "Labour Party"), {"Lib Dems", "Labour Party"}),
        (LIB_DEMS, ("Libby Dems", "Liberal Democrats"), {"Libby Dems", "Liberal Democrats"}),
        (VANES, ("Vane", "Ada Vane"), {"Ada Vane"}),
        (VANES, ("Quill", "Ada Quill"), {"Ada Quill"}),
        (VANES, ("R. Vane", "Robin Vane"), {"Robin Vane"}),
        (NamesByHand(together=(("Falk", "Ada Quill"),)), ("Jon Falk", "Ann Falk"), {"Jon Falk", "Ann Falk"}),
    ],
    ids=["the second is nobody", "another first", "another given name", "another surname", "one of them", "two fit"],
)  # fmt: skip
def test_other_names_are_linked_as_ever(
    by_hand: NamesByHand, names: tuple[str, ...], expected: set[str]
) -> None:
    assert set(linked(by_hand, *names).values()) == expected


def test_to_hold_apart_counts_more_than_to_join() -> None:
    by_hand = NamesByHand(
        together=(("Bo Stern", "Ada Quill"), ("Ada Quill", "Eva Marsh")), apart=(("Bo Stern", "Eva Marsh"),)
    )

    found = linked(by_hand, "Bo Stern", "Ada Quill", "Eva Marsh")

    assert found["Bo Stern"] != found["Eva Marsh"]


NAMES = ["Vane", "Robin Vane", "R. Vane", "Lib Dems", "Liberal Democrats", "Ada Quill", "Quill", "Bo Stern"]
pairs = st.lists(st.permutations(NAMES).map(lambda each: (each[0], each[1])), max_size=3).map(tuple)


@given(st.permutations(NAMES), pairs, pairs)
def test_every_name_has_one_speaker_in_any_order_and_none_that_is_held_apart_is_joined(
    order: list[str], together: tuple[tuple[str, str], ...], apart: tuple[tuple[str, str], ...]
) -> None:
    by_hand = NamesByHand(together, apart)

    speakers, name_of = link_names(dict.fromkeys(order, 1), by_hand)

    assert (speakers, name_of) == link_names(dict.fromkeys(NAMES, 1), by_hand)
    assert len({each.name for each in speakers}) == len(speakers)
    assert sorted(name for each in speakers for name in (each.name, *each.aliases)) == sorted(NAMES)
    assert all(name_of[first] != name_of[second] for first, second in apart)


@pytest.mark.parametrize("wrong", ["", "   ", "...", "x" * 201, "Ada\x1b[2J", "Ada\u202eQuill", "Ada\udcff"])
def test_what_can_be_no_name_is_refused(wrong: str) -> None:
    with pytest.raises(UsageError):
        typed_name(wrong)


def test_spaces_of_any_kind_in_a_name_become_one() -> None:
    assert typed_name("  Ada\t\n Quill ") == "Ada Quill"
