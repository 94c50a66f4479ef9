"""What is found has the characters of the quotation: all of them, or all but typography."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.drafts.wording import bare, core_of, sightings


def found(quoted: str, text: str) -> list[tuple[str, bool]]:
    return [(text[each.start : each.end], each.exact) for each in sightings(quoted, text)]


@pytest.mark.parametrize(
    ("quoted", "text", "expected"),
    [
        pytest.param("the quay,", "See the quay.", [("the quay", True)], id="comma for a full stop"),
        pytest.param("the quay.", "See the quay?", [], id="no statement of a question"),
        pytest.param("it's “ours”", "Yes, it’s ‘ours’.", [("it’s ‘ours", False)], id="marks"),
        pytest.param(
            "the ‘ours’. It is",
            "the « ours. » It is",
            [("the « ours. » It is", False)],
            id="spaces within marks",
        ),
        pytest.param(
            "call it ours now",
            "call it « ours » now",
            [("call it « ours » now", False)],
            id="no marks for spaced ones",
        ),
        pytest.param(
            "long term plan", "a long-term plan", [("long-term plan", False)], id="hyphen for a space"
        ),
        pytest.param(
            "cooperate now", "to co\u00adoperate now", [("co\u00adoperate now", False)], id="soft hyphen"
        ),
        pytest.param(
            "the harbour now",
            "the har-\nbour now",
            [("the har-\nbour now", False)],
            id="hyphen at a line's end",
        ),
        pytest.param("the quay - ours", "the quay — ours", [("the quay — ours", False)], id="dashes"),
        pytest.param("the old quay", "the\u00a0old\n quay", [("the\u00a0old\n quay", False)], id="spaces"),
        pytest.param("so ... ours", "so… ours", [("so… ours", False)], id="ellipsis as one character"),
        pytest.param("The quay", "it is the quay", [("the quay", False)], id="first capital"),
        pytest.param("the Quay", "it is the quay", [], id="another capital"),
        pytest.param("a part of it", "apart of it", [], id="a space is no hyphen"),
        pytest.param("eat, Ada", "eat Ada", [], id="comma"),
        pytest.param("art of it", "the part of it", [], id="inside a word"),
        pytest.param("we can", "we can't", [], id="before an apostrophe"),
        pytest.param("war talk", "anti-war talk", [], id="inside a compound"),
        pytest.param("paid 5", "paid 5 million", [], id="half a number"),
        pytest.param("paid 1", "paid 1,200", [], id="beginning of a number"),
        pytest.param("to resign now", "to re-sign now", [], id="visible hyphen in a word"),
        pytest.param("to re-sign now", "to resign now", [], id="no hyphen in a word"),
        pytest.param("Is it ours.", "Is it ours?", [], id="question with a full stop"),
        pytest.param("Is it ours", "Is it ours?", [], id="question without a mark"),
        pytest.param("about twenty", "about twenty thousand", [], id="half a number in words"),
        pytest.param("about one hundred", "about one hundred per cent", [], id="share in words"),
        pytest.param("thousand of us", "twenty thousand of us", [], id="end of a number in words"),
        pytest.param("million of us", "5 million of us", [], id="end of a number"),
        pytest.param(
            "about twenty", "about twenty. Thousands came", [("about twenty", True)], id="two sentences"
        ),
        pytest.param(
            "about twenty", "about twenty men", [("about twenty", True)], id="whole number in words"
        ),
        pytest.param("from 2030", "from 20-30", [], id="hyphen between digits"),
    ],
)
def test_only_typography_may_differ(quoted: str, text: str, expected: list[tuple[str, bool]]) -> None:
    assert found(quoted, text) == expected


WORDS = st.lists(
    st.sampled_from(["we", "We", "will", "not", "co-op", "it's", "20", "3.5", "“so”", "—", "…", "no,"])
)


@given(WORDS, WORDS)
def test_whatever_is_found_has_the_same_letters(quoted: list[str], text: list[str]) -> None:
    words, whole = " ".join(quoted), "\n".join(text)

    for each in sightings(words, whole):
        ours, theirs = bare(words).rstrip(",."), bare(whole[each.start : each.end]).rstrip(",.")
        assert ours[1:] == theirs[1:]
        assert ours[:1].casefold() == theirs[:1].casefold()


@given(WORDS, WORDS)
def test_a_text_without_its_core_has_no_sighting_of_a_quotation(quoted: list[str], text: list[str]) -> None:
    words, whole = " ".join(quoted), "\n".join(text)

    if core_of(words) not in bare(whole):
        assert not sightings(words, whole)


def test_a_text_of_plain_letters_is_bare_as_any_other_is() -> None:
    plain = "".join(map(chr, range(128)))

    assert bare(plain) == bare(f"é{plain}")[1:]


def test_a_core_is_found_where_typography_differs() -> None:
    assert core_of("“The long-term plan,") in bare("a long\u00adterm plan … the long - term plan")


@given(WORDS.filter(lambda words: any(word.isalpha() for word in words)))
def test_a_text_holds_itself(words: list[str]) -> None:
    text = " ".join(words)

    assert sightings(text, f"So: {text} (yes)")


def test_no_text_makes_the_search_slow() -> None:
    started = time.process_time()

    sightings('We will " " " " " " " " " " " " " " fight', "We will" + " ' \" " * 400 + "fall")

    assert time.process_time() - started < 5
