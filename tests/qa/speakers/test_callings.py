"""Two people of one full name in different articles: kept apart where what they are contradicts, else not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.attribution.extractor import extract
from qa.datatypes import Article
from qa.language.lexicon.roles import FIELD_OF
from qa.speakers.callings import identity, in_the_past
from qa.speakers.known import ListedSpeakers
from qa.speakers.linking import Match, link, link_names, match_speaker

COACH, MINISTER = identity("Jonas Reed", ["coach"]), identity("Jonas Reed", ["minister"])
FORMER_COACH = identity("Jonas Reed", [in_the_past("coach")])
BOTH, BARE = identity("Jonas Reed", ["coach", "minister"]), "Jonas Reed"


@pytest.mark.parametrize(
    ("text", "callings"),
    [
        ("Norvik coach Jonas Reed said no.", ("coach",)),
        ("Transport Minister Jonas Reed said no.", ("minister",)),
        ("Jonas Reed, the Norvik coach, said no.", ("coach",)),
        ("Jonas Reed, a striker who left, came. Reed said no.", ("striker",)),
        ("Jonas Reed, a coach and former senator, left. Senator Reed said no.", ("coach", "senator")),
        ("He served under then-Bishop Reed. Jonas Reed said no.", ("former bishop",)),
        ("Former Harwick Gov. Jonas Reed said no.", ("former governor",)),
        ("Former U.S. Senator Jonas Reed said no.", ("former senator",)),
        ("The then minister Jonas Reed said no.", ("former minister",)),
        ("Then coach Jonas Reed said no.", ("coach",)),
        ("The late coach Jonas Reed said no.", ("coach",)),
        ("The former striker met coach Jonas Reed. Reed said no.", ("coach",)),
        ("Her former husband, Mayor Jonas Reed, said no.", ("mayor",)),
        ("Then-Mayor Jonas Reed left. Mayor Reed said no.", ("mayor",)),
        ("Mayor Jonas Reed left. Then-Mayor Reed said no.", ("mayor",)),
        ("Jonas Reed, a retired surgeon, said no.", ("former surgeon",)),
        ("Jonas Reed, then a striker, said no.", ("former striker",)),
        ("Jonas Reed said no.", ()),
        ("Jonas Reed, Sen. Ann Moss of Dover and others met. Reed said no.", ()),
        ("The federal judge Reed spoke of is Ann Moss. Jonas Reed said no.", ()),
        ("Jonas Reed, agent for the minister, said no.", ()),
        ("Jonas Reed, who thanked coach Ann Moss, came. Reed said no.", ()),
    ],
)
def test_an_article_calls_somebody_what_stands_right_beside_the_name(
    text: str, callings: tuple[str, ...]
) -> None:
    *_, one = (each for each in extract(Article("a", f"The levee\n\n{text}")) if each.speaker)

    assert (one.speaker, one.callings) == ("Jonas Reed", callings)


@pytest.mark.parametrize(
    ("counts", "names"),
    [
        ({COACH: 2, MINISTER: 3}, {"coach Jonas Reed", "minister Jonas Reed"}),
        ({COACH: 2, MINISTER: 3, BARE: 9}, {"coach Jonas Reed", "minister Jonas Reed", "Jonas Reed"}),
        ({COACH: 2, MINISTER: 3, BOTH: 1}, {"Jonas Reed"}),
        ({COACH: 2, identity("Jonas Reed", ["striker"]): 1}, {"Jonas Reed"}),
        ({COACH: 2, BARE: 1}, {"Jonas Reed"}),
        ({FORMER_COACH: 2, MINISTER: 3, BARE: 9}, {"Jonas Reed"}),
        ({FORMER_COACH: 5, COACH: 2, MINISTER: 3}, {"coach Jonas Reed", "minister Jonas Reed"}),
        ({COACH: 2, MINISTER: 3, identity("Jonas Reed", ["former coach", "minister"]): 1}, {"Jonas Reed"}),
        (
            {COACH: 2, MINISTER: 3, identity("Jonas Reed", ["former pastor"]): 1},
            {"coach Jonas Reed", "minister Jonas Reed", "Jonas Reed"},
        ),
        ({COACH: 2, identity("Ann Reed", ["minister"]): 1}, {"Jonas Reed", "Ann Reed"}),
        ({COACH: 2, identity("J. Reed", ["minister"]): 1}, {"coach Jonas Reed", "minister J. Reed"}),
    ],
    ids=[
        "two",
        "and one undescribed",
        "joined",
        "one field",
        "one described",
        "of the past",
        "whose past it is",
        "joined by the past",
        "nobody's past",
        "two names",
        "a shorter form",
    ],
)
def test_namesakes_are_parted_by_what_contradicts_and_by_nothing_else(
    counts: dict[str, int], names: set[str]
) -> None:
    speakers, _ = link_names(counts)

    assert {speaker.name for speaker in speakers} == names
    assert sum(speaker.count for speaker in speakers) == sum(counts.values())


def test_a_parted_namesake_is_known_by_the_plain_name_too() -> None:
    speakers, name_of = link_names({COACH: 2, MINISTER: 3})

    assert {speaker.aliases for speaker in speakers} == {("Jonas Reed",)}
    assert name_of == {COACH: "coach Jonas Reed", MINISTER: "minister Jonas Reed"}


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("Jonas Reed", Match(None, ("Jonas Reed", "coach Jonas Reed", "minister Jonas Reed"))),
        ("coach Jonas Reed", Match("coach Jonas Reed")),
        ("Minister Reed", Match("minister Jonas Reed")),
        ("the minister Jonas Reed", Match("minister Jonas Reed")),
        ("nurse Jonas Reed", Match(None, ("Jonas Reed", "coach Jonas Reed", "minister Jonas Reed"))),
    ],
)
def test_a_name_that_several_bear_is_asked_back_unless_it_says_which(typed: str, match: Match) -> None:
    speakers, _ = link_names({COACH: 2, MINISTER: 3, BARE: 1})

    assert match_speaker(typed, ListedSpeakers(speakers)) == match


IDENTITIES = st.tuples(
    st.sampled_from(["Jonas Reed", "Reed", "J. Reed", "Ann Reed"]),
    st.lists(st.sampled_from(sorted([*FIELD_OF, *map(in_the_past, FIELD_OF)])), max_size=2, unique=True),
).map(lambda each: identity(each[0], sorted(each[1])))


@given(st.lists(IDENTITIES, max_size=12).flatmap(lambda names: st.permutations(list(enumerate(names)))))
def test_the_order_of_records_does_not_matter(records: list[tuple[int, str]]) -> None:
    assert link(records) == link(sorted(records))


@given(st.lists(IDENTITIES, min_size=1, max_size=12))
def test_one_identity_is_one_speaker(names: list[str]) -> None:
    linked = link(enumerate(names))

    assert set(linked.of.values()) == {speaker.name for speaker in linked.speakers}
    for number, name in enumerate(names):
        assert all(linked.of[other] == linked.of[number] for other, same in enumerate(names) if same == name)
