from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Speaker
from qa.speakers.linking import matching
from qa.speakers.shortlist import shortlist

WORDS = (
    "Marco Rubio Rubbio Macro Ann Anne Clifton Clifden OcasioCortez Ocasio-Cortez Ocasio Cortez Alexandria "
    "von der Leyen derLeyen Xi Jinping Jr. the Ministry Foreign China China's Chinese French Office Harbour Harbor "
    "U.K. UK N.V NV O'Neill ONeill Łukasz Lukasz Mr. Mrs. Sen. Bill William"
).split()
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
SPEAKERS = st.lists(
    st.builds(
        Speaker,
        NAMES,
        st.sampled_from(["person", "group"]),
        st.lists(NAMES, max_size=2).map(tuple),
        st.just(1),
    ),
    max_size=12,
)


@given(NAMES, SPEAKERS, st.sampled_from([0, 1]))
def test_whoever_a_name_means_is_on_its_shortlist(typed: str, speakers: list[Speaker], allowed: int) -> None:
    listed = shortlist(typed, tuple(speakers), allowed)

    assert matching(typed, listed, allowed) == matching(typed, speakers, allowed)


def test_words_may_be_typed_together_or_apart() -> None:
    speakers = (Speaker("Alexandria OcasioCortez", "person", (), 1), Speaker("Ann van Dam", "person", (), 1))

    assert shortlist("Ocasio Cortez", speakers, 0) == [speakers[0]]
    assert shortlist("Vandam", speakers, 0) == [speakers[1]]
    assert shortlist("Mrs. Ocasio Cortez", speakers, 0) == [speakers[0]]


def test_who_lacks_a_word_that_a_name_needs_is_not_listed() -> None:
    speakers = tuple(Speaker(name, "person", (), 1) for name in ("Marco Rubio", "Ann Clifton", "Ann Lee"))

    # An archive may have ten thousand people called Ann.
    assert shortlist("Ann Rubbio", speakers, 0) == []
    assert [each.name for each in shortlist("Ann Clifton", speakers, 0)] == ["Ann Clifton"]
    assert [each.name for each in shortlist("Ann Rubbio", speakers, 1)] == ["Marco Rubio"]
    assert [each.name for each in shortlist("Rubbio", speakers, 1)] == ["Marco Rubio"]
    assert shortlist("Clifden", speakers, 1) == []


def test_a_list_that_grew_is_read_again() -> None:
    speakers = [Speaker("Marco Rubio", "person", (), 1)]
    assert shortlist("Lee", speakers, 0) == []

    speakers.append(Speaker("Ann Lee", "person", (), 1))

    assert [each.name for each in shortlist("Lee", speakers, 0)] == ["Ann Lee"]
