from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa
from qa.language.patterns import LatePattern, has_any_word, in_small_letters, regex

_ROOMS = {
    "answering", "archive", "attribution", "conversation", "language", "ranking", "speakers", "understanding"
}  # fmt: skip


def _declared() -> Iterator[Any]:
    for module in pkgutil.walk_packages(qa.__path__, "qa."):
        if module.name.split(".")[1] in _ROOMS:
            for value in vars(importlib.import_module(module.name)).values():
                yield from _expressions(value)


def _expressions(value: Any) -> Iterator[Any]:
    if isinstance(value, LatePattern):
        yield value
    elif isinstance(value, dict):
        yield from _expressions(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _expressions(each)


_NEEDING = [late for late in _declared() if late.needs]


def test_an_expression_finds_what_a_compiled_one_finds() -> None:
    late, compiled = regex(r"(?P<who>\w+) SAID", re.I), re.compile(r"(?P<who>\w+) SAID", re.I)

    found = late.search("Yesterday Rubio said so.")

    assert found is not None
    assert found["who"] == "Rubio"
    assert late.sub("-", "Rubio said") == compiled.sub("-", "Rubio said")
    assert (late.pattern, late.flags, late.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_an_expression_is_compiled_at_its_first_use() -> None:
    broken = regex("(")

    with pytest.raises(re.error):
        broken.search("")


def test_an_expression_is_not_compiled_for_a_text_without_the_words_it_needs() -> None:
    broken = regex("(", needs="you your")

    assert broken.fullmatch("what did quill say?") is None
    with pytest.raises(re.error):
        broken.fullmatch("what's yours, and who are you?")


def test_an_expression_that_needs_words_matches_what_has_one() -> None:
    late = regex(r"who\s+are\s+(?P<whom>you|they)", needs="you they")

    first, again = late.fullmatch("who are you"), late.fullmatch("who are they")

    assert first is not None
    assert first["whom"] == "you"
    assert again is not None
    assert late.fullmatch("who are we") is None


@pytest.mark.parametrize("late", _NEEDING, ids=[" or ".join(sorted(late.needs)[:3]) for late in _NEEDING])
@given(data=st.data())
def test_whatever_matches_an_expression_has_a_word_that_it_needs(late: Any, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(late.pattern, late.flags), fullmatch=True))

    assert has_any_word(text, late.needs)


def test_small_letters_stand_where_the_capitals_stood() -> None:
    assert in_small_letters("İSTANBUL, MAY 2024: ÉCOLE") == "İstanbul, may 2024: École"


def test_every_expression_of_the_program_compiles() -> None:
    late = list(_declared())

    assert len(late) > 300
    assert all(isinstance(each.pattern, str) for each in late)
