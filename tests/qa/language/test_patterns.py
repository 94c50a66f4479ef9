from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import qa
from qa.language.patterns import LatePattern, in_small_letters, regex

_ROOMS = {
    "answering", "archive", "attribution", "conversation", "language", "ranking", "speakers", "understanding"
}  # fmt: skip


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


def test_small_letters_stand_where_the_capitals_stood() -> None:
    assert in_small_letters("İSTANBUL, MAY 2024: ÉCOLE") == "İstanbul, may 2024: École"


def test_every_expression_of_the_program_compiles() -> None:
    late = list(_declared())

    assert len(late) > 300
    assert all(isinstance(each.pattern, str) for each in late)


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
